"""What it takes for two codings to agree: names, spans, distances, and one-to-one matching."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Record = dict[str, Any]
Span = Sequence[int]
A = TypeVar("A")
B = TypeVar("B")

SMALL_WORDS = frozenset(("the", "of", "a", "an", "and"))
EARTH = 12742  # km across
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n\n")


def match(gold: Sequence[A], coded: Sequence[B], score: Callable[[A, B], float]) -> list[tuple[A, B]]:
    """Pairs of one to one, best score first; what scores 0 never pairs."""
    scored = [(score(g, c), i, j) for i, g in enumerate(gold) for j, c in enumerate(coded)]
    pairs, left, right = [], set(range(len(gold))), set(range(len(coded)))
    for points, i, j in sorted(scored, key=lambda t: (-t[0], t[1], t[2])):
        if points > 0 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((gold[i], coded[j]))
    return pairs


def name_words(name: str | None) -> set[str]:
    """The words of a name that tell it from another."""
    return set(_WORD.findall((name or "").casefold())) - SMALL_WORDS


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same after case-folding, or one is a token-subset of the other."""
    a, b = name_words(one), name_words(other)
    return bool(a and b) and (a <= b or b <= a)


def overlap(one: Span | None, other: Span | None) -> int:
    """Number of characters two spans share; 0 when one is missing."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) if one and other else 0


def share(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Intersection over union of the characters of two lists of spans."""
    a, b = _characters(one), _characters(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans or () for at in range(start, end)}


def kilometres(one: Record, other: Record) -> float:
    """Great-circle distance of two places."""
    lat, other_lat = math.radians(one["lat"]), math.radians(other["lat"])
    lon = math.radians(other["lon"] - one["lon"])
    h = math.sin((other_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(other_lat) * math.sin(lon / 2) ** 2
    return EARTH * math.asin(min(1.0, math.sqrt(h)))


def sentence_starts(text: str) -> list[int]:
    """Offsets where sentences begin, by their punctuation alone."""
    return [0, *(m.end() for m in _SENTENCE_END.finditer(text))]
