"""The medium or occasion of speaking, and what is said without it: "on Radio Hill", "by telephone", "in a video"."""

from onrecord import lexicon
from onrecord.records import Parse, Token

SPEAKING = frozenset(("at", "in", "on", "via", "during", "by", "to", "after", "through"))


def is_channel(parse: Parse, prep: Token) -> bool:
    """Whether a preposition opens the medium or occasion of speaking."""
    target = parse.kid(prep, "pobj") if prep.dep == "prep" and prep.lemma in SPEAKING else None
    return target is not None and target.lemma in lexicon.words("channels")


def without_channel(parse: Parse, first: int, last: int) -> int:
    """The end of a clause before the medium or occasion it was told at."""
    for prep in reversed(parse.tokens[first + 3 : last]):
        verbal = parse.head(prep).pos in ("VERB", "AUX") or prep.lemma == "via"
        if verbal and is_channel(parse, prep) and parse.subtree(prep)[1] >= last - 1:
            return prep.i
    return last


def without_own_channel(parse: Parse, first: int, last: int) -> int:
    """The end of a phrase before the medium it was told in: "responsibility for the raid in a video", not "in the report"."""
    for prep in parse.tokens[first + 1 : last]:
        target = parse.kid(prep, "pobj") if is_channel(parse, prep) and parse.subtree(prep)[1] >= last - 1 else None
        if target is not None and _is_new(parse, prep, target):
            return prep.i
    return last


def _is_new(parse: Parse, prep: Token, target: Token) -> bool:
    """Whether a medium is one that is told of here: "in a video", "on its site", "via Telegram", not "in the report"."""
    named = any(k.text.casefold() in ("a", "an") for k in parse.kids(target, "det")) or parse.kid(target, "poss") is not None
    return named or target.pos == "PROPN" or prep.lemma in ("via", "by")
