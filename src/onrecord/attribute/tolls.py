"""Claims that give a toll: "the mayor gave a toll of nine", "she spoke of nine dead", "the toll was put at nine by the mayor"."""

from collections.abc import Iterator

from onrecord import lexicon
from onrecord.attribute.claim import Claim
from onrecord.attribute.cues import Cues, cue_span, negation
from onrecord.attribute.objects import TOLLS, phrase_end
from onrecord.attribute.passives import agent_of, passive_cue
from onrecord.attribute.sources import antecedent, subject_of
from onrecord.records import Parse, Span, Token

GUESSED = frozenset(("estimate", "reckon"))  # whose active has a clause or an object, their passive a toll
HARMS = frozenset(("casualty", "death", "fatality", "loss"))
COUNTS = frozenset(("toll", "tally", "count", "estimate"))  # what only words change; "the number of posts" may be raised in deed
HARMED = HARMS | frozenset("dead killed wounded injured missing displaced victim body".split())
ROADS = frozenset("bridge road highway motorway tunnel ferry".split())
AT = frozenset(("at", "as", "between", "above", "below", "over", "under", "around", "near", "to", "of"))


def toll_claims(parse: Parse, cues: Cues) -> Iterator[Claim]:
    """The claims of verbs that report only over a toll, each with its own speaker."""
    for token in parse:
        if token.lemma not in cues.tolls and token.lemma not in GUESSED:
            continue
        if token.lemma in cues.tolls and "speaker" in cues.tolls[token.lemma].frames and not _is_in_words(parse, token):
            continue
        if parse.kid(token, "auxpass") and (told := _passive(parse, cues, token)) is not None:
            yield told
        if token.lemma not in cues.tolls or not token.tag.startswith("VB") or parse.kid(token, "auxpass"):
            continue
        speaker = subject_of(parse, token) if negation(parse, token) is None else None
        content = _toll(parse, token, "of" in cues.tolls[token.lemma].frames) if speaker is not None else None
        if content is not None and speaker is not None and speaker.lemma not in ("which", "that", "it", "this"):
            cue = cue_span(parse, token)
            yield Claim(cue, (content,), "attribute.toll", cues.tolls[token.lemma].attitude, speaker, token, cue)


def _passive(parse: Parse, cues: Cues, verb: Token) -> Claim | None:
    """ "The toll was put at 50 by the ministry": the toll and what it is put at; nobody may be named as the one who says so."""
    subject = parse.kid(verb, "nsubjpass")
    prep = next((k for k in parse.kids(verb, "prep") if k.lemma in AT and k.lemma != "of" and _is_counted(parse, k)), None)
    counted = antecedent(parse, subject) if subject is not None else None
    if (
        subject is None
        or counted is None
        or counted.lemma not in TOLLS | HARMS
        or prep is None
        or negation(parse, verb) is not None
    ):
        return None
    said = parse.tree_span(subject) if counted.i == subject.i else parse.noun_phrase(counted)
    cue, agent = passive_cue(parse, verb), agent_of(parse, verb)
    until = parse.subtree(prep)[1]
    if agent is not None and prep.i < agent.i < until:
        until = parse.head(agent).i  # the tree may hang the speaker on the number
    row = cues.tolls.get(verb.lemma)
    content = (said, parse.span(prep.i, until))
    return Claim(cue, content, "attribute.toll.passive", row.attitude if row else "estimates", agent, verb, cue)


def _is_in_words(parse: Parse, verb: Token) -> bool:
    """Whether raising a count is something said: not "the blast raised the toll to nine", "they raised the number of posts to nine"."""
    counted = parse.kid(verb, "nsubjpass", "dobj")
    of = parse.kid(counted, "prep") if counted is not None else None
    harmed = of is not None and of.lemma == "of" and any(k.lemma in HARMED for k in parse.kids(of, "pobj"))
    if counted is None or not (harmed or counted.lemma in COUNTS | HARMS):
        return False
    if any(k.lemma in ROADS for k in parse.kids(counted, "compound")):
        return False  # "raised the bridge toll to six dollars"
    by = agent_of(parse, verb) if parse.kid(verb, "auxpass") else subject_of(parse, verb)
    return by is None or by.pos in ("PROPN", "PRON") or any(by.lemma in lexicon.index(name) for name in ("people", "bodies"))


def _is_counted(parse: Parse, prep: Token) -> bool:
    """Whether a number stands behind a preposition."""
    first, last = parse.subtree(prep)
    return any(t.pos == "NUM" for t in parse.tokens[first:last])


def _toll(parse: Parse, verb: Token, only_of: bool) -> Span | None:
    """The words of a toll after a verb: its object with the number, or what stands behind "of"."""
    end = phrase_end(parse, verb)
    obj, of = parse.kid(verb, "dobj"), next((k for k in parse.kids(verb, "prep") if k.lemma == "of"), None)
    if only_of:
        first = of.i + 1 if of is not None and of.i == verb.i + 1 else None
    else:
        first = parse.subtree(obj)[0] if obj is not None and obj.i > verb.i and obj.lemma in TOLLS else None
    if first is None or first >= end:
        return None
    bare = next((k for k in parse.kids(verb, "advcl", "xcomp", "ccomp") if only_of and parse.subtree(k)[0] == end), None)
    if bare is not None and parse.kid(bare, "nsubj", "nsubjpass", "mark", "aux") is None:
        end = parse.subtree(bare)[1]  # "dead" of "nine dead", which the tree hangs on the verb
    told = parse.tokens[first:end]
    at = only_of or any(t.lemma in AT for t in told)
    return parse.span(first, end) if at and any(t.pos == "NUM" for t in told) else None
