"""A cue and a speaker that close a sentence: "Five people died, reported the monitoring group"; the tree has the speaker as object."""

from onrecord.attribute.around import BEFORE_MARKS, HEARD
from onrecord.attribute.claim import Claim
from onrecord.attribute.cues import Cue, cue_span, stripped
from onrecord.attribute.sources import ENDING, LONGEST_SOURCE, is_bare, may_speak
from onrecord.records import Parse, Token

DONE_TO = HEARD | frozenset(("threaten", "recall", "order", "urge", "acknowledge"))  # what may take people as its object
OPEN = frozenset(("CCONJ", "ADP", "SCONJ", "PRON", "PART", "AUX"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


def inverted(parse: Parse, verb: Token, cue: Cue) -> Claim | None:
    """The claim of a finite cue after a clause with a subject of its own, and before nothing but who speaks."""
    speaker = parse.kid(verb, "dobj", "nsubj", "npadvmod")
    if speaker is None or verb.tag not in ("VBD", "VBZ") or speaker.i < verb.i or parse.kid(verb, "aux", "auxpass", "mark", "cc"):
        return None
    if "clause" not in cue.frames or cue.attitude not in ("asserts", "confirms") or verb.lemma in DONE_TO:
        return None
    if not _closes(parse, verb, speaker) or not may_speak(speaker) or parse.kid(speaker, "nummod") is not None:
        return None
    low, _ = parse.ranges[verb.sent]
    first, last = stripped(parse, low, verb.i, BEFORE_MARKS)
    if first >= last or parse[last - 1].pos in OPEN or not _is_told(parse.tokens[first:last]):
        return None
    clause = parse.span(verb.i, parse.subtree(speaker)[1])
    return Claim(cue_span(parse, verb), (parse.span(first, last),), "attribute.verb.tail", cue.attitude, speaker, verb, clause)


def _closes(parse: Parse, verb: Token, speaker: Token) -> bool:
    """Whether the speaker stands right behind the cue, and no further clause behind them."""
    first, high = parse.subtree(speaker)[0], parse.ranges[verb.sent][1]
    return first == verb.i + 1 and high - verb.i <= LONGEST_SOURCE and is_bare(parse.tokens[first:high])


def _is_told(tokens: tuple[Token, ...]) -> bool:
    """Whether words are a clause: a subject with a finite verb or a participle behind it."""
    subject = next((t.i for t in tokens if t.dep in SUBJECTS and t.pos != "DET"), None)
    return subject is not None and any(t.tag in ENDING and t.i >= subject for t in tokens)
