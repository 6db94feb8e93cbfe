"""A cue that the tree joins to what another cue says and that belongs beside it: "said the road was closed and blamed the rain"."""

from onrecord import lexicon
from onrecord.attribute.cues import Cues
from onrecord.attribute.lost import CLOSERS
from onrecord.attribute.sources import may_speak, subject_of
from onrecord.records import Parse, Token

PAST = frozenset(("VBD", "VBZ", "VBP"))


def is_apart(parse: Parse, cues: Cues, clause: Token, verb: Token) -> bool:
    """Whether a cue joined to a clause is none of it: behind a comma and "and", or over a subject that can say nothing."""
    joined = verb.dep == "conj" and verb.head == clause.i and verb.tag in PAST and clause.lemma not in cues.verbs
    if (
        not joined
        or parse.kid(verb, "nsubj", "nsubjpass", "aux") is not None
        or parse[verb.i - 1].text.casefold() not in ("and", "but")
    ):
        return False
    return parse[verb.i - 2].text in CLOSERS or not _has_speaker(parse, clause)


def _has_speaker(parse: Parse, clause: Token) -> bool:
    """Whether the subject of a clause can be one who speaks: not "nine people", "the raid killed six", "the road was closed"."""
    subject = parse.kid(clause, "nsubj", "nsubjpass")
    if subject is None or subject.pos in ("PRON", "PROPN"):
        return True
    counted = parse.kid(subject, "nummod") is not None
    acts = may_speak(subject) or (parse.kid(clause, "dobj") is not None and subject.lemma not in lexicon.index("triggers"))
    return acts and not counted


def outer_subject(parse: Parse, cues: Cues, verb: Token) -> Token | None:
    """Who speaks a cue that the tree joins to the wrong verb; None where it is joined to the right one or to none.

    "…, residents said, and looted the shop and threatened to come back" is what the looters threatened.
    """
    clause = parse.head(verb)
    outer = parse.head(clause)
    if clause.dep == "ccomp" and outer.i < clause.i and outer.lemma in cues.verbs and is_apart(parse, cues, clause, verb):
        return subject_of(parse, outer)
    chain = verb
    while chain.dep == "conj" and parse.head(chain).lemma not in cues.verbs:
        chain = parse.head(chain)
    said = parse.kid(parse.head(chain), "ccomp")
    if chain.i == verb.i or chain.dep != "conj" or chain.lemma in cues.verbs or said is None or said.i > parse.head(chain).i:
        return None
    return parse.kid(said, "nsubj", "nsubjpass")
