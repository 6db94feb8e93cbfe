"""Claims without a verb: "according to X", "reportedly", "allegations of …", "X's claim that …"."""

import re
from collections.abc import Iterator

from onrecord.attribute.claim import Claim
from onrecord.attribute.clauses import FINITE
from onrecord.attribute.cues import Cues
from onrecord.attribute.quotations import Quoted
from onrecord.attribute.sources import may_speak, subject_of
from onrecord.records import Parse, Span, Token

LINKS = frozenset(("addition", "contrast", "fact", "turn", "particular", "example", "instance"))  # "In addition, according to …"
LONGEST_LINK = 4  # words
JOINTS = frozenset(("that", "because", "although", "though", "since", "where", "whereas", "while", "if", "and", "but"))
MEASURES = frozenset("plan schedule rank custom tradition need age size merit law".split())  # "according to plan"
VOICING = frozenset(("voice", "express", "raise", "air"))
MAKING = VOICING | frozenset("make issue repeat raise level give voice renew deliver file".split())
ACCORDING = re.compile(r"\b(?:according\s+to|in\s+the\s+words\s+of)\b", re.IGNORECASE)


def according_claims(parse: Parse, quoted: Quoted) -> Iterator[Claim]:
    """ "According to X, …", "…, according to X": the rest of the sentence, in a quotation the rest of the quotation."""
    for match in ACCORDING.finditer(parse.text):
        index = parse.index_at(match.end() - 1)
        if index < 0 or parse.sentence_at(match.start()) is None:
            continue
        speaker = _object_of(parse, parse[index])
        if speaker is None or (speaker.lemma in MEASURES and not parse.kids(speaker)):
            continue
        yield Claim(
            match.span(),
            _rest(parse, quoted, match.span(), speaker),
            "attribute.according",
            "asserts",
            speaker,
            None,
            match.span(),
        )


def _object_of(parse: Parse, preposition: Token) -> Token | None:
    """The noun after "according to"."""
    target = parse.kid(preposition, "pobj")
    if target is not None:
        return target
    following = parse.tokens[preposition.i + 1 : preposition.i + 12]
    noun = next(
        (t for t in following if (t.pos in ("NOUN", "PROPN", "PRON") and parse.head(t).i <= preposition.i) or t.pos == "PRON"),
        None,
    )
    return noun or next((t for t in following if t.pos in ("NOUN", "PROPN")), None)


def _rest(parse: Parse, quoted: Quoted, cue: Span, speaker: Token) -> tuple[Span, ...]:
    """What the phrase vouches for: the clause it closes, the one it opens, or both pieces of the one it stands in."""
    sent = parse.sentences[speaker.sent].span
    inside = quoted.at(cue[0])
    low, high = max(sent[0], inside[0] if inside else sent[0]), min(sent[1], inside[1] if inside else sent[1])
    before = parse.text[low : cue[0]]
    words = before.split()
    after = _after_phrase(parse, speaker, high)
    if words and words[-1].rstrip(",").casefold() in JOINTS and any(t.tag in FINITE for t in parse.tokens_in(after)):
        return (after,)  # "He said that, according to X, …", "They left because, according to X, …"
    if len(words) < LONGEST_LINK and before.rstrip().endswith(",") and _is_link(parse, (low, cue[0])):
        return (after,)  # "Finally, according to X, …"
    if len(words) > 2 or (words and before.rstrip().endswith((",", '"', "”"))):
        joint = re.search(r"(?:[,;:]|\s-+|–|—)?\s*(?:but|and|however,?)?\s*$", before)
        left = (low, cue[0] - len(joint[0]) if joint else cue[0])
        return (left, after) if inside is None and _is_open(parse, left, after) else (left,)
    return (after,)


def _is_open(parse: Parse, left: Span, after: Span) -> bool:
    """Whether the words before the phrase are no sentence without those behind it: "The militia, according to X, killed nine"."""
    behind = parse.tokens_in(after)
    if after[0] >= after[1] or not any(t.tag in FINITE for t in behind) or behind[0].tag in ("WP", "WDT", "WRB", "VBG"):
        return False
    before = parse.tokens_in(left)
    if not any(t.tag in FINITE or t.tag == "VBN" for t in before):
        return True
    verb = next((h for h in (before[0], *parse.ancestors(before[0])) if h.dep == "advcl"), None)
    opens = before[0].pos in ("SCONJ", "ADV") and before[0].dep in ("mark", "advmod") and verb is not None
    return opens and verb is not None and parse.head(verb).start >= after[0]


def _is_link(parse: Parse, span: Span) -> bool:
    """Whether words only link a sentence to the one before: "Finally,", "In addition,", "Meanwhile,"."""
    tokens = [t for t in parse.tokens_in(span) if t.pos not in ("PUNCT", "SPACE")]
    return all(t.pos in ("ADV", "ADP", "CCONJ", "SCONJ") or t.lemma in LINKS for t in tokens)


def _after_phrase(parse: Parse, speaker: Token, high: int) -> Span:
    """What follows the source's comma, or the source, with what is told of it between commas."""
    phrase_end = max(parse.noun_phrase(speaker)[1], speaker.end)
    comma = parse.text.find(",", phrase_end, high)
    under = parse.tokens[slice(*parse.subtree(speaker))]
    aside = next((k for k in under if k.dep in ("appos", "relcl") and parse.tree_span(k)[0] > comma), None)
    if comma >= 0 and aside is not None and not parse.text[comma + 1 : parse.tree_span(aside)[0]].strip():
        first, last = parse.subtree(aside)
        told = aside.dep == "appos" and any(t.tag in FINITE for t in parse.tokens[first:last])
        comma = parse[last].start if last < len(parse) and parse[last].text == "," and not told else comma
    return (comma + 1 if comma >= 0 else phrase_end, high)


def adverb_claims(parse: Parse, cues: Cues) -> Iterator[Claim]:
    """ "reportedly", "allegedly": the clause around the adverb, without a source."""
    for token in parse:
        if token.text.casefold() in cues.adverbs:
            yield Claim(token.span, _around(parse, token), "attribute.adverb", "asserts", None, None, token.span)


def _around(parse: Parse, adverb: Token) -> tuple[Span, ...]:
    """The clause of an adverb in the pieces before and after it."""
    verb = parse.head(adverb)
    while verb.pos not in ("VERB", "AUX") and verb.head != verb.i:
        verb = parse.head(verb)
    first, last = parse.subtree(verb) if verb.dep in ("relcl", "advcl", "ccomp", "acl") else parse.ranges[adverb.sent]
    while last > first + 1 and parse[last - 1].text in (".", '"', "”", ","):
        last -= 1
    if parse[first].dep == "mark" and parse[first].lemma == "that":
        first += 1
    pieces = []
    if adverb.i > first:
        pieces.append(parse.span(first, adverb.i))
    if adverb.i + 1 < last:
        pieces.append(parse.span(adverb.i + 1, last))
    return tuple(pieces)


def noun_claims(parse: Parse, cues: Cues) -> Iterator[Claim]:
    """ "allegations of …", "reports that …", "X's claim that …"."""
    for token in parse:
        cue = cues.nouns.get(token.lemma) if token.pos == "NOUN" else None
        if cue is None or any(k.lemma == "no" for k in parse.kids(token, "det")):
            continue
        unsaid = "voiced" in cue.frames and not (token.dep == "dobj" and parse.head(token).lemma in VOICING)
        content = None if unsaid else _that(parse, token) or (_of(parse, token) if "noun" in cue.frames else None)
        if content is not None:
            yield Claim(token.span, (content,), "attribute.noun", cue.attitude, _teller(parse, token), None, token.span)


def _that(parse: Parse, noun: Token) -> Span | None:
    """What stands behind "that"."""
    clause = parse.kid(noun, "acl", "ccomp", "relcl")
    if clause is None or not any(k.lemma == "that" and k.dep == "mark" for k in parse.kids(clause)):
        return None
    first, last = parse.subtree(clause)
    return parse.span(first + 1, last)


def _of(parse: Parse, noun: Token) -> Span | None:
    """What stands behind the "of" of "reports of", "an allegation of"; not of "a report of"."""
    if noun.tag != "NNS" and noun.lemma not in ("allegation", "accusation"):
        return None
    of = next((k for k in parse.kids(noun, "prep") if k.lemma == "of"), None)
    return parse.span(of.i + 1, parse.subtree(of)[1]) if of is not None and parse.subtree(of)[1] > of.i + 1 else None


def _teller(parse: Parse, noun: Token) -> Token | None:
    """Whose claim it is: "the army's claim", "a claim by the army", "claims from the army", "the army issued a warning"."""
    owner = parse.kid(noun, "poss")
    by = (parse.kid(k, "pobj") for k in parse.kids(noun, "prep", "agent") if k.lemma in ("by", "from"))
    named = owner or next((t for t in by if t is not None and may_speak(t)), None)
    verb = parse.head(noun)
    made = noun.dep == "dobj" and verb.lemma in MAKING
    return named or (subject_of(parse, verb) if made else None)
