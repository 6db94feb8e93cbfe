"""Nouns that tell what kind of place a name is of, and short names of divisions."""

from functools import cache

from onrecord import lexicon
from onrecord.records import Token
from onrecord.where.folding import fold


@cache
def kinds() -> dict[str, str]:
    """Kind of place by noun."""
    return {row["word"]: row["kind"] for row in lexicon.rows("place_nouns")}


@cache
def abbreviations() -> dict[str, lexicon.Row]:
    """Short names of divisions ("Ky.", "NSW")."""
    return lexicon.index("place_abbreviations")


def noun_kind(token: Token) -> str:
    """Kind of place that a noun tells, in singular or plural."""
    return kinds().get(token.lemma) or kinds().get(token.text.casefold().removesuffix("s"), "")


def noun_kind_of(name: str) -> str:
    """Kind of place that the last word of a name tells ("East Side")."""
    return kinds().get(fold(name).split()[-1], "") if fold(name) else ""
