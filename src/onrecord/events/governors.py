"""What a word that governs an event noun says of its sides, after the table of governors."""

from collections.abc import Iterator
from functools import cache

from onrecord import lexicon
from onrecord.events.syntax import (
    VERBAL,
    agents,
    doers,
    is_passive,
    objects_of_prepositions,
    surface_subject,
    undergoers,
)
from onrecord.records import Parse, Token

HELD = frozenset("responsible responsibility role involvement participation part complicit complicity".split())
COUNTERED = frozenset(("on", "against", "upon", "at", "into", "toward", "towards"))
Sides = tuple[list[Token], list[Token]]


def by_row(parse: Parse, governor: Token, row: lexicon.Row | None) -> Sides:
    """The sides where a row of the table says they stand."""
    parted = governor.lemma == "break" and any(k.lemma == "up" for k in parse.kids(governor, "prt"))
    if row is None or parted:  # "police broke up the protest"
        return [], []
    suffered = row["to"] == "subject" and not row["by"] and not is_passive(parse, governor)
    by = agents(parse, governor) if suffered else list(_at(parse, governor, row["by"]))  # "suffered raids at the hands of X"
    verbal = suffered and governor.pos in VERBAL  # not of "fell victim to"
    return by, surface_subject(parse, governor) if verbal else list(_at(parse, governor, row["to"]))


def _at(parse: Parse, governor: Token, where: str) -> Iterator[Token]:
    """The tokens that stand at a place around a governor: its subject, its object, after a preposition."""
    if where == "subject":
        verb = governor
        if verb.lemma in HELD and _is_denied(parse, verb):
            return
        if verb.pos == "ADJ" and verb.dep in ("amod", "acl", "relcl"):
            yield parse.head(verb)  # "to find the people responsible for the raid"
            return
        while verb.pos not in VERBAL and verb.head != verb.i:  # "claimed responsibility for", "is responsible for"
            verb = parse.head(verb)
        yield from doers(parse, verb) if governor is verb else surface_subject(parse, verb)
    elif where == "object":
        yield from undergoers(parse, governor)
    elif where:
        yield from objects_of_prepositions(parse, governor, where, *(COUNTERED if where == "on" else ()))


def _is_denied(parse: Parse, word: Token) -> bool:
    """Whether somebody is said not to be responsible, or not to have had a part."""
    above = (word, parse.head(word))
    return any(parse.kid(t, "neg") is not None or any(k.lemma == "no" for k in parse.kids(t, "det")) for t in above)


@cache
def _governors() -> dict[tuple[str, str], lexicon.Row]:
    return {(row["word"], row["slot"]): row for row in lexicon.rows("governors")}


def governor_of(lemma: str, slot: str) -> lexicon.Row | None:
    return _governors().get((lemma, slot))


def is_light(lemma: str) -> bool:
    """Whether a verb says nothing but that somebody did what its object names."""
    row = governor_of(lemma, "object")
    return row is not None and row["by"] == "subject"
