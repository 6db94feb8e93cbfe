"""Sources that the tree lost: an apposition, a name that closes a sentence, one between commas."""

from collections.abc import Sequence

from onrecord.attribute.sources import ENDING, LONGEST_NAME, LONGEST_SOURCE, TIGHT, is_bare, may_speak
from onrecord.records import Parse, Token

Source = tuple[int, Token]  # where the words of a source begin, and its noun
LONGEST_ENDING = 10  # tokens from the cue that closes a sentence to its end
CLOSERS = (",", '"', "”", "''")


def lost_source(parse: Parse, verb: Token, subject: Token | None) -> Source | None:
    """The source of a cue whose subject is none or not the one that speaks; None where the subject stands."""
    said = parse.kid(verb, "ccomp")
    lost = None
    if said is None or (subject is None and said.i < verb.i):
        lost = named_before(parse, verb)
    if lost is None and (subject is None or verb.dep == "acl"):
        lost = closing_subject(parse, verb)
    if lost is None and subject is None:
        lost = middle_subject(parse, verb)
    if lost is None and (subject is None or subject.i != verb.i - 1):
        lost = interposed_subject(parse, verb)
    return lost


def named_before(parse: Parse, verb: Token) -> Source | None:
    """Where the source begins and the name that closes a sentence with an apposition the parser lost, in either order.

    "…, Eva Roth, head of the clinic, told Radio Hill", "…, its armed wing, the Hill Brigades, said in a statement".
    """
    low = parse.ranges[verb.sent][0]
    commas = [i for i in range(max(low, verb.i - 40), verb.i) if parse[i].text == ","][-3:]
    if len(commas) < 3 or commas[-1] != verb.i - 1:
        return None
    name = parse.tokens[commas[0] + 1 : commas[1]]
    about = parse.tokens[commas[1] + 1 : commas[2]]
    if not 0 < len(name) <= LONGEST_NAME or any(t.pos in ("VERB", "AUX") for t in (*name, *about)) or not about:
        return None
    if _is_proper(name):
        return name[0].i, name[-1]
    named = about[1:] if about[0].text == "the" else about
    noun = next((t for t in name if t.pos == "NOUN" and t.head not in range(name[0].i, t.i)), None)
    return (name[0].i, named[-1]) if named and _is_proper(named) and noun is not None and may_speak(noun) else None


def _is_proper(tokens: Sequence[Token]) -> bool:
    """Whether words are a name."""
    small = ("al", "bin", "de", "la")
    proper = all(t.pos == "PROPN" or t.text in TIGHT or t.text[:1].isupper() or t.text in small for t in tokens)
    return proper and tokens[-1].text[:1].isupper()


def closing_subject(parse: Parse, verb: Token) -> Source | None:
    """Where the noun phrase begins that stands between the last comma and a cue that closes its sentence, and its noun.

    For a subject that the parser lost: "…, the city's third harbour, army spokesman Maj. Amadou Diallo said today".
    """
    low, high = parse.ranges[verb.sent]
    first = next((i + 1 for i in range(verb.i - 1, max(low, verb.i - LONGEST_SOURCE) - 1, -1) if parse[i].text in CLOSERS), low)
    phrase = parse.tokens[first : verb.i]
    if (
        first <= low
        or not phrase
        or verb.tag not in ENDING
        or not is_bare(phrase)
        or not is_bare(parse.tokens[verb.i + 1 : high])
    ):
        return None
    if verb.dep == "acl" and verb.head >= first:
        return None  # "…, the talks announced on Monday"
    if high - verb.i > LONGEST_ENDING or not any(t.tag in ENDING for t in parse.tokens[low : first - 1]):
        return None
    until = next((t.i for t in phrase if t.pos == "ADP"), verb.i)
    noun = next((t for t in reversed(parse.tokens[first:until]) if t.pos in ("NOUN", "PROPN")), None)
    if noun is not None and noun.pos == "NOUN" and "and" in (words := [t.text for t in phrase]):
        noun = next((t for t in reversed(phrase[: words.index("and")]) if t.pos == "NOUN"), noun)  # "…, police and medics said"
    return (first, noun) if noun is not None and phrase[0].pos not in ("ADP", "CCONJ", "SCONJ", "PRON") else None


def middle_subject(parse: Parse, verb: Token) -> Source | None:
    """Where a source begins, and its noun, between the comma of an opening phrase and a cue whose subject the parser lost.

    "In a letter addressed to Governor Sall, the Hill Relief Committee (HRC) said the road was closed."
    """
    low = parse.ranges[verb.sent][0]
    first = next((i + 1 for i in range(verb.i - 1, max(low, verb.i - LONGEST_SOURCE) - 1, -1) if parse[i].text == ","), low)
    phrase = parse.tokens[first : verb.i]
    behind = any(k.i > verb.i for k in parse.kids(verb, "ccomp"))
    if first <= low or not phrase or verb.dep != "ROOT" or verb.tag not in ENDING or not behind or not is_bare(phrase):
        return None
    noun = next((t for t in reversed(phrase) if t.pos in ("NOUN", "PROPN") and (t.dep != "appos" or t.head < first)), None)
    return (first, noun) if noun is not None and may_speak(noun) and parse[low].pos == "ADP" else None


def interposed_subject(parse: Parse, verb: Token) -> Source | None:
    """Where a source begins, and its noun, between a noun and its verb: "The two men, prosecutors allege, planned a raid"."""
    low, high = parse.ranges[verb.sent]
    first = next((i + 1 for i in range(verb.i - 1, max(low, verb.i - LONGEST_NAME) - 1, -1) if parse[i].text == ","), low)
    phrase, before = parse.tokens[first : verb.i], parse.tokens[low : first - 1]
    enclosed = verb.i + 2 < high and parse[verb.i + 1].text == "," and verb.tag in ENDING
    if not enclosed or first <= low or not phrase or not is_bare(phrase) or any(t.tag in ENDING for t in before):
        return None
    told = parse[verb.i + 2].tag in ENDING or parse[verb.i + 2].pos == "AUX"
    return (first, phrase[-1]) if told and phrase[-1].pos in ("NOUN", "PROPN") and may_speak(phrase[-1]) else None
