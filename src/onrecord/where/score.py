"""Weigh the places a name may stand for: every reason with its weight, so that a decision can be shown."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from onrecord import lexicon
from onrecord.where.find import BIG, Found
from onrecord.where.folding import fold, loose
from onrecord.where.gazetteer import Candidate

EARTH = 12742  # km, diameter
SAME_CODES = frozenset(("US",))  # countries whose divisions GeoNames and ISO 3166-2 call by the same codes
NAMESAKES = 20
ALIAS = -0.5  # weight of a town called by a name that is not its first one
STRANGE = -3.0  # weight of a small place in a country the report does not speak of
Reasons = tuple[tuple[str, float], ...]
NEARNESS = ((50.0, 2.0), (150.0, 1.5), (400.0, 0.7))  # km, weight
DIVISION_KM = 250.0  # how far a place may lie from the middle of its division


@dataclass(slots=True)
class Context:
    """What the report tells of where it plays: countries spoken of, by code, and the places that only one reading fits."""

    spoken: Counter[str] = field(default_factory=Counter)
    near: list[Candidate] = field(default_factory=list)


class Point(Protocol):
    """What has a latitude and a longitude."""

    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...


def distance_km(one: Point, other: Point) -> float:
    """Distance of two places in kilometres, on a sphere; infinite where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    p, q = math.radians(one.lat), math.radians(other.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return EARTH * math.asin(min(1.0, math.sqrt(h)))


def score(
    place: Candidate, found: Found, context: Context, around: Sequence[Candidate] = (), inside: Sequence[Candidate] = ()
) -> Reasons:
    """The reasons for one reading of a name; `around` are the places that the name behind its comma may
    be, `inside` those that the name before it may be."""
    reasons = [("people", round(math.log10(min(place.population, 10**8) + 10), 1))]
    if place.prec >= 4:
        reasons = [("a country" if place.prec >= 6 else "a division or feature", 8.0 if place.prec >= 6 else 6.5)]
    reasons += _named(place, found)
    reasons += _country(place, context.spoken)
    distance = min((distance_km(place, c) for c in context.near if c.id != place.id), default=math.inf)
    reasons += [("near other places of the report", w) for limit, w in NEARNESS if distance < limit][:1]
    reasons += _noun(place, found)
    if around:
        reasons.append(
            ("in the place named behind it", 6.0)
            if any(lies_in(place, c) for c in around)
            else ("not in the place named behind it", -2.0)
        )
    if place.prec >= 3 and any(lies_in(c, place) for c in inside[:NAMESAKES]):
        reasons.append(("around the place named before it", 2.0))
    return tuple(reasons)


def _named(place: Candidate, found: Found) -> Reasons:
    """What the name itself tells: a country's capital is meant before its namesakes, a place's own name before other names."""
    if place.prec == 1 and fold(place.name) == _capitals().get(place.country):
        return (("a capital", 0.8),)
    own = place.prec != 1 or loose(place.name) == loose(found.name)
    return () if own else (("by another name of it", ALIAS),)


@cache
def _capitals() -> dict[str, str]:
    """Folded names of the capitals by country."""
    return {row["alpha2"]: fold(row["capital"]) for row in lexicon.rows("capitals") if row["capital"]}


def _country(place: Candidate, spoken: Counter[str]) -> Reasons:
    total = sum(spoken.values())
    if not total or not place.country:
        return ()
    if place.country not in spoken:
        return (("in a country the report does not name", STRANGE if place.population < BIG and place.prec < 6 else -0.3),)
    return (("in a country the report names", round(0.8 + 3.0 * spoken[place.country] / total, 2)),)


def _noun(place: Candidate, found: Found) -> Reasons:
    if found.kind == "division":
        return (("called a division", 3.0 if place.prec == 4 else 1.0 if place.prec == 3 else -4.0),)
    if found.kind == "region":
        return (("called a region", 2.5 if place.prec in (3, 4) else 0.0),)
    if found.kind == "district":
        return (("called a district", 3.0 if place.prec == 3 else 2.0 if place.prec == 4 else -1.0),)
    if found.kind == "town":
        return (("called a town", 1.5 if place.prec == 1 else -3.0),)
    return ()


def lies_in(place: Candidate, whole: Candidate) -> bool:
    """Whether a place lies in a country, region, division or town."""
    if whole.id == place.id or (whole.prec <= place.prec and whole.prec > 1):
        return False
    if whole.prec == 6:
        return place.country == whole.country
    if whole.country and place.country != whole.country:
        return False
    if whole.admin1 and (place.admin1 == whole.admin1 or place.country in SAME_CODES):
        return place.admin1 == whole.admin1
    return distance_km(place, whole) < (DIVISION_KM if whole.prec >= 3 else 30)
