"""Codes of countries and the first-order divisions of points, for the columns other ontologies want."""

from collections.abc import Iterable
from functools import cache

from onrecord import lexicon
from onrecord.where.gazetteer import built_in_book

NEAR = 0.3  # degrees within which a town tells the division of a point that is no town itself
Point = tuple[float, float]


def codes_of(alpha2: str | None) -> lexicon.Row:
    """ISO, Gleditsch–Ward, UCDP and ACLED codes of a country; empty cells for none."""
    return lexicon.index("country_codes", "alpha2").get(alpha2 or "", _none())


@cache
def _none() -> lexicon.Row:
    return dict.fromkeys(("alpha2", "alpha3", "numeric", "gw", "ucdp_name", "ucdp_region", "acled_region"), "")


def country_name(alpha2: str | None) -> str:
    """A country's name, "" for none."""
    return _named(alpha2).get("name", "")


def country_point(alpha2: str | None) -> Point | None:
    """The point that stands for a country."""
    row = _named(alpha2)
    return (float(row["lat"]), float(row["lon"])) if row.get("lat") else None


def _named(alpha2: str | None) -> lexicon.Row:
    """A country's row of the table of countries, which has regions without a code as well."""
    return lexicon.index("countries", "alpha2").get(alpha2, {}) if alpha2 else {}


def divisions(points: Iterable[Point]) -> dict[Point, tuple[str, str]]:
    """Country and first-order division ("" unknown) that points lie in: those of the nearest town. One pass over the gazetteer."""
    wanted: dict[tuple[int, int], list[Point]] = {}
    for point in set(points):
        for cell in _cells(point):
            wanted.setdefault(cell, []).append(point)
    nearest: dict[Point, tuple[float, str, str]] = {}
    for country, admin1, lat, lon in built_in_book().execute("select country, admin1, lat, lon from place where prec = 1"):
        for point in wanted.get((int(lat // NEAR), int(lon // NEAR)), ()) if wanted else ():
            far = (point[0] - lat) ** 2 + (point[1] - lon) ** 2
            if admin1 and far < nearest.get(point, (NEAR**2, "", ""))[0]:
                nearest[point] = (far, country, admin1)
    return {point: (country, _names().get((country, admin1), "")) for point, (_, country, admin1) in nearest.items()}


def _cells(point: Point) -> list[tuple[int, int]]:
    lat, lon = int(point[0] // NEAR), int(point[1] // NEAR)
    return [(lat + up, lon + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]


@cache
def _names() -> dict[tuple[str, str], str]:
    return {(row["country"], row["admin1"]): row["name"] for row in lexicon.rows("divisions")}
