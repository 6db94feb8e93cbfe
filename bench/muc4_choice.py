"""Which candidates fill a role of a deed: signs, each (or two together) with points of the table.

The points are log odds, in hundredths, that `bench.muc4_fit` fitted on the training messages.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from bench.muc4_candidates import ROLES, candidates, fold_same
from bench.muc4_page import Page
from bench.muc4_signs import Candidate
from onrecord.records import Event

MOST = 8  # fills of a role
HOPELESS = -400  # points below which a candidate is not looked at
Points = dict[tuple[str, str], float]
Ranked = dict[str, list[tuple[float, Candidate]]]


@cache
def points(role: str) -> Points:
    """The points of the signs for a role, for the "deed" itself, or for the stems of the "message"."""
    rows = (line.split("\t") for line in Path(__file__).with_name("muc4_points.tsv").read_text("utf-8").splitlines()[2:])
    return {(one, other): float(value) for name, one, other, value in rows if name == role}


def total(table: Points, signs: Set[str]) -> float:
    """The points of the signs that hold."""
    return sum(value for (one, other), value in table.items() if one in signs and other in signs)


def ranked(
    page: Page,
    kind: str,
    events: Sequence[Event],
    others: Sequence[Event],
    rules: dict[str, list[str]],
    tables: Callable[[str], Points],
) -> Ranked:
    """The candidates for each role of a deed with their points, the best first, one for each entity; `rules` are the rules' fills."""
    return {role: best(candidates(page, role, kind, events, others, rules[role]), tables(role)) for role in ROLES}


def best(found: Iterable[Candidate], table: Points) -> list[tuple[float, Candidate]]:
    """Candidates with their points, the best first, none that is another's entity."""
    out: list[tuple[float, Candidate]] = []
    for value, one in sorted(((total(table, one.signs), one) for one in found), key=lambda row: -row[0]):
        if value < HOPELESS or len(out) == MOST:
            break
        if not any(fold_same(one, other) for _, other in out):
            out.append((value, one))
    return out


def chance(value: float) -> float:
    """The chance that points stand for."""
    return 1 / (1 + exp(-value / 100))


def filled(kind: str, likely: float, found: Ranked, least: Points) -> dict[str, Any] | None:
    """The template of a deed that is as likely as this to have one; None for one that is not likely enough, or has no fill.

    A candidate fills its role when the chance that both are right, deed and candidate, is not less than the least of a fill.
    """
    enough = least["fill", "percent"] / 100
    fills = {role: [[one.words] for value, one in rows if likely * chance(value) >= enough] for role, rows in found.items()}
    return {"incident_type": kind, **fills} if 100 * likely >= least["deed", "percent"] and any(fills.values()) else None
