"""Two unnamed speakers of one cue are one source: "police and medics said", "according to officials and local residents"."""

from collections.abc import Container

from onrecord.actors.drafts.kinds import person_noun
from onrecord.records import Parse, Token

LONGEST = 4  # words of the second of the two: "local aid workers"
CLOSERS = (",", '"', "”", "''")
FINITE = frozenset(("VBD", "VBZ", "VBP"))


def together(parse: Parse, token: Token, reporting: Container[str]) -> int | None:
    """Offset where the phrase of two speakers ends that opens with a noun; None when it is no such noun."""
    after = parse.tokens[token.i + 1 : min(token.i + LONGEST + 3, parse.ranges[token.sent][1])]
    if token.pos != "NOUN" or not after or after[0].text != "and":
        return None
    phrase = after[1 : 1 + LONGEST]
    length = next((i for i, t in enumerate(phrase) if t.pos not in ("ADJ", "NOUN", "DET")), len(phrase))
    if not length or person_noun(phrase[length - 1]) is None or phrase[length - 1].pos != "NOUN":
        return None
    verb = after[1 + length] if len(after) > 1 + length else None
    first = min([token.i, *(k.i for k in parse.kids(token, "det", "amod", "compound", "nummod"))])
    says = verb is not None and verb.lemma in reporting and verb.tag in FINITE and _opens(parse, token, first)
    return phrase[length - 1].end if says or _is_told(parse, first) else None


def _opens(parse: Parse, token: Token, first: int) -> bool:
    """Whether a noun phrase is a subject, or stands where one can that the parser missed."""
    return token.dep == "nsubj" or first == parse.ranges[token.sent][0] or parse[first - 1].text in CLOSERS


def _is_told(parse: Parse, first: int) -> bool:
    """Whether a noun phrase follows "according to"."""
    return first > 1 and parse[first - 1].text == "to" and parse[first - 2].text.casefold() == "according"
