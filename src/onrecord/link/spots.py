"""Places as linking compares them: a point with its precision, or a name alone."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from onrecord.records import Place
from onrecord.where.folding import loose

EARTH = 6371.0  # km
SAME, NEAR, FAR = 25.0, 60.0, 120.0  # km: one town (UCDP where_prec 2), a day's ride, surely elsewhere
POINT = 2  # where_prec up to this is a place one can stand in; above it, a division, a country, a feature
CELL = 0.25  # degrees


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of an account. `key` is the same for spellings of one name, and for places in one small square."""

    name: str
    key: str
    lat: float | None
    lon: float | None
    where_prec: int
    country: str | None

    @property
    def exact(self) -> bool:
        """Whether it is a point, not an area."""
        return self.where_prec <= POINT and self.lat is not None


def spots_of(places: Iterable[Place], ids: Container[str | None]) -> tuple[Spot, ...]:
    """The spots of the places with some ids."""
    return tuple(
        Spot(p.name, loose(p.name) if p.lat is None else cell(p.lat, p.lon or 0.0), p.lat, p.lon, p.where_prec, p.country)
        for p in places
        if p.id in ids
    )


def cell(lat: float, lon: float) -> str:
    """The square of a quarter degree that a point lies in."""
    return f"{lat // CELL:.0f},{lon // CELL:.0f}"


def distance(one: Spot, other: Spot) -> float | None:
    """Kilometres between two spots, None unless both have coordinates."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return None
    north, south = radians(one.lat), radians(other.lat)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(radians(one.lon - other.lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def apart(one: Spot, other: Spot) -> bool:
    """Whether two spots are surely different places: exact points far from each other, or different countries."""
    if one.country and other.country and one.country != other.country:
        return True
    between = distance(one, other)
    if between is None or loose(one.name) == loose(other.name):
        return False
    return one.exact and other.exact and between > SAME
