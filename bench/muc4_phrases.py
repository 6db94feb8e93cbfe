"""Noun phrases of a text by the words of `muc4_words.tsv`: who may have done a deed, and with what weapon."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from onrecord.records import Span

SENTENCE = re.compile(r"[^.?!]*(?:[.?!](?=\S)[^.?!]*)*[.?!]?\s*")


@cache
def _words() -> dict[str, list[str]]:
    """The words of each role."""
    out: dict[str, list[str]] = {}
    for line in Path(__file__).with_suffix("").with_name("muc4_words.tsv").read_text("utf-8").splitlines()[2:]:
        role, words = line.split("\t")
        out.setdefault(role, []).extend(words.split())
    return out


def _alternatives(*roles: str) -> str:
    return "|".join(re.escape(w) for role in roles for w in sorted(_words()[role], key=len, reverse=True))


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """The pattern of a kind of phrase: `doer` (bare or qualified), `weapon`."""
    modifier = _alternatives("Mod", "PerpInd")
    if kind == "weapon":
        before = _alternatives("WeaponMod")
        return re.compile(rf"\b((?:(?:{before})\s+)*(?:{_alternatives('Weapon')}))(?![\w-])", re.IGNORECASE)
    bare = rf"(?:(?:\d+|{modifier})\s+)*(?:{_alternatives('PerpInd')})"
    loose = rf"(?:(?:\d+|{modifier})\s+)+(?:{_alternatives('PerpLoose')})"
    return re.compile(rf"\b({loose}|{bare})(?![\w-])", re.IGNORECASE)


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of a text, by their stops."""
    return [m.span() for m in re.finditer(r"(?:[^.?!]|[.?!](?=\S))+[.?!]*\s*", text)]


def phrases(kind: str, text: str, span: Span) -> Iterator[Span]:
    """Spans of the phrases of a kind inside a span."""
    return (m.span(1) for m in pattern(kind).finditer(text, *span))
