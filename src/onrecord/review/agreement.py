"""How far two coders agree: Cohen's kappa, Krippendorff's alpha, and the share of records both keep.

Kappa after Cohen (1960) with the standard error of Fleiss, Cohen and Everitt (1969) in its simple form; alpha for nominal
values after Krippendorff (2011), two coders, nothing missing.
"""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from onrecord.records import Coding
from onrecord.review.kinds import by_id

FIELDS = ("bound", "measure", "status", "low", "high", "type", "realis", "mode", "attitude", "source", "whom", "time", "place")
Pairs = Sequence[tuple[Hashable, Hashable]]
Z95 = 1.96


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one field: how many values both coders gave, the share that is the same, kappa with its 95 % interval, and alpha.

    Kappa and alpha are None where both coders gave one and the same value throughout: chance agreement is then certain.
    """

    field: str
    n: int
    same: float
    kappa: float | None
    low: float | None
    high: float | None
    alpha: float | None


def agreement(field: str, pairs: Pairs) -> Agreement:
    """The agreement on a field. ValueError when there are no values."""
    if not pairs:
        raise ValueError(f"{field}: no values to compare")
    n, same = len(pairs), sum(a == b for a, b in pairs) / len(pairs)
    chance = _chance(pairs)
    if math.isclose(chance, 1.0):
        return Agreement(field, n, same, None, None, None, _alpha(pairs))
    kappa = (same - chance) / (1 - chance)
    error = math.sqrt(same * (1 - same) / n) / (1 - chance)
    return Agreement(field, n, same, kappa, max(-1.0, kappa - Z95 * error), min(1.0, kappa + Z95 * error), _alpha(pairs))


def _chance(pairs: Pairs) -> float:
    """The share of values that would be the same by chance, each coder keeping their own habits."""
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    return sum(ones[value] * others[value] for value in ones) / len(pairs) ** 2


def _alpha(pairs: Pairs) -> float | None:
    """Krippendorff's alpha for nominal values: one minus observed over expected disagreement, values pooled."""
    pooled = Counter(value for pair in pairs for value in pair)
    total = 2 * len(pairs)
    expected = 1 - sum(count * (count - 1) for count in pooled.values()) / (total * (total - 1))
    observed = sum(a != b for a, b in pairs) / len(pairs)
    return None if math.isclose(expected, 0.0) else 1 - observed / expected


def fields_agreed(codings: Sequence[tuple[Coding, Coding]]) -> list[Agreement]:
    """The agreement on every field, over the records that both coders kept in these reports."""
    pairs: dict[str, list[tuple[Hashable, Hashable]]] = {}
    for one, other in codings:
        mine, theirs = by_id(one), by_id(other)
        for record in mine.keys() & theirs.keys():
            for field in FIELDS:
                if hasattr(mine[record], field):
                    pairs.setdefault(field, []).append((getattr(mine[record], field), getattr(theirs[record], field)))
    return [agreement(field, pairs[field]) for field in FIELDS if field in pairs]


def alignment(codings: Sequence[tuple[Coding, Coding]]) -> float | None:
    """F1 of the records that both coders kept; None when neither kept any."""
    both = ones = others = 0
    for one, other in codings:
        mine, theirs = set(by_id(one)), set(by_id(other))
        both, ones, others = both + len(mine & theirs), ones + len(mine), others + len(theirs)
    return 2 * both / (ones + others) if ones + others else None
