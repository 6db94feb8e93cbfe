"""A map drawn on the spot: country outlines from Natural Earth (world-atlas), plate carrée, one unit a degree.

Precision is drawn as area: a place known to within 25 km is a disc of 25 km, never a point.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.export.geojson import RADIUS

Ring = tuple[tuple[float, float], ...]  # longitude, latitude
KM_PER_DEGREE = 111.32
LEAST = 8.0  # degrees that a map shows at least
SMALLEST = 1 / 400  # of the width of the map: a smaller disc would not be seen


@dataclass(frozen=True, slots=True)
class Spot:
    """A disc on the map: where, how far the place may be off, and where it leads."""

    lon: float
    lat: float
    where_prec: int
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A spot in map units."""

    x: float
    y: float
    across: float
    down: float
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Map:
    """What the template draws: the view box, the land's path, the discs with the widest first."""

    box: str
    land: str
    discs: tuple[Disc, ...]


def drawn(spots: Sequence[Spot]) -> Map:
    """The map that holds all spots, or the world when there is none."""
    left, top, wide, high = _frame(spots)
    land = _land(left, top, wide, high)
    discs = sorted((_disc(spot, wide) for spot in spots), key=lambda d: -d.across)
    return Map(f"{left:.2f} {-top:.2f} {wide:.2f} {high:.2f}", land, tuple(discs))


@lru_cache(maxsize=64)
def _land(left: float, top: float, wide: float, high: float) -> str:
    """The path of the land in a frame."""
    return "".join(_path(ring) for ring in rings() if _meets(ring, left, top, wide, high))


def _frame(spots: Sequence[Spot]) -> tuple[float, float, float, float]:
    """West and north edge, width and height, in degrees."""
    if not spots:
        return -180.0, 84.0, 360.0, 144.0
    lons, lats = [s.lon for s in spots], [s.lat for s in spots]
    wide = min(360.0, max(LEAST, (max(lons) - min(lons)) * 1.25, (max(lats) - min(lats)) * 2.2))
    high = min(150.0, wide / 1.9)
    left = max(-180.0, min(180.0 - wide, (max(lons) + min(lons)) / 2 - wide / 2))
    top = min(85.0, (max(lats) + min(lats)) / 2 + high / 2)
    return left, top, wide, high


def _disc(spot: Spot, wide: float) -> Disc:
    degrees = max(RADIUS.get(spot.where_prec, 0) / 1000 / KM_PER_DEGREE, wide * SMALLEST)
    shrink = max(0.2, math.cos(math.radians(spot.lat)))
    return Disc(spot.lon, -spot.lat, degrees / shrink, degrees, spot.words, spot.address)


def _meets(ring: Ring, left: float, top: float, wide: float, high: float) -> bool:
    """Whether a ring may reach into the frame and is large enough to be seen in it."""
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    inside = min(lons) < left + wide and max(lons) > left and min(lats) < top and max(lats) > top - high
    return inside and max(max(lons) - min(lons), max(lats) - min(lats)) > wide * SMALLEST


def _path(ring: Ring) -> str:
    """A ring as a path; where it jumps across the edge of the map a new line begins."""
    steps = zip(ring[:1] + ring, ring, strict=False)
    return (
        "M" + "".join(f"{'M' if abs(lon - was) > 180 else 'L'}{lon:.2f} {-lat:.2f}" for (was, _), (lon, lat) in steps)[1:] + "Z"
    )


@cache
def rings() -> tuple[Ring, ...]:
    """The outlines of all countries."""
    atlas = json.loads((files("onrecord.web") / "static" / "vendor" / "countries-50m.json").read_text("utf-8"))
    arcs = [tuple(_arc(arc, atlas["transform"])) for arc in atlas["arcs"]]
    shapes = (shape for country in atlas["objects"]["countries"]["geometries"] for shape in _polygons(country))
    return tuple(_ring(indices, arcs) for polygon in shapes for indices in polygon)


def _arc(arc: Iterable[Sequence[int]], transform: dict[str, list[float]]) -> Iterable[tuple[float, float]]:
    """The points of a TopoJSON arc, whose positions are differences on a grid."""
    x = y = 0
    (across, down), (left, top) = transform["scale"], transform["translate"]
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * across + left, y * down + top


def _polygons(country: dict[str, object]) -> list[list[list[int]]]:
    found = country.get("arcs", [])
    return [found] if country["type"] == "Polygon" else found  # type: ignore[list-item, return-value]


def _ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """A ring from its arcs; a negative index is an arc read backwards."""
    return tuple(point for i in indices for point in (arcs[i] if i >= 0 else arcs[~i][::-1]))
