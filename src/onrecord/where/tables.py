"""Read gazetteer tables of others: GeoNames dumps, and TSV or CSV files with a header."""

import csv
import io
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from onrecord.errors import UsageError
from onrecord.lexicon.columns import delimiter, placed
from onrecord.where.built_in import Named

FIRST_ID = 10**11  # ids of rows without one of their own, above those of GeoNames
FIELDS = ("name", "names", "lat", "lon", "country", "admin1", "population", "kind", "id")
USUAL: dict[str, tuple[str, ...]] = {
    "name": ("name", "name_en", "asciiname", "toponym", "place"),
    "names": ("names", "alternatenames", "alternate_names", "aliases"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "country": ("country", "country_code", "countrycode", "iso2", "alpha2"),
    "admin1": ("admin1", "admin1code", "admin1_code"),
    "population": ("population", "pop"),
    "kind": ("kind", "placetype", "feature_code", "type", "feature"),
    "id": ("geonameid", "id"),
}
GEONAMES = (
    "id",
    "name",
    "",
    "names",
    "lat",
    "lon",
    "",
    "kind",
    "country",
    "",
    "admin1",
    "",
    "",
    "",
    "population",
    "",
    "",
    "",
    "",
)
KINDS = {
    "country": 6, "PCLI": 6, "region": 4, "ADM1": 4, "county": 3, "ADM2": 3, "ADM3": 3, "localadmin": 3, "district": 3, "division": 4,
}  # fmt: skip
NAMES_OF = {6: "country", 4: "division", 3: "district", 1: "town", 5: "area"}
SEPARATORS = "|;,"


def read_table(file: Path, columns: Mapping[str, str], country: str, skipped: list[int]) -> Iterator[Named]:
    """The places of a table with their names; `columns` maps our fields to its columns, `country` fills empty cells.

    The numbers of rows that have no name or no point of the earth are put into `skipped`.

    UsageError for a file that is no such table or lacks a name and a point.
    """
    with _opened(file) as lines:
        first = lines.readline()
        if not first.strip():
            raise UsageError(f"{file}: there is nothing in it; give a GeoNames dump, or a TSV or CSV file with a header")
        dump = len(first.rstrip("\n").split("\t")) == len(GEONAMES) and first.split("\t")[0].isdigit()
        mark = delimiter(first)
        header = GEONAMES if dump else next(csv.reader([first], delimiter=mark))
        own = {field: (field,) for field in FIELDS}
        places = placed(file, header, {} if dump else columns, own if dump else USUAL, ("name", "lat", "lon"))
        rest = io.StringIO(first) if dump else io.StringIO()
        count = 0
        for number, cells in enumerate(
            csv.reader(_chained(rest, lines), delimiter=mark, quoting=csv.QUOTE_NONE if mark == "\t" else 0)
        ):
            made = _place(cells, places, country)
            if made is not None:
                count += 1
                yield made
            elif any(cells):
                skipped.append(number)
    if not count:
        raise UsageError(f"{file}: no row has a name and a point; say with --column which columns hold them")


@contextmanager
def _opened(file: Path) -> Iterator[TextIO]:
    """The table as text; of a zip file, the member of the same name. UsageError when it cannot be read."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        if file.suffix.casefold() == ".zip":
            with zipfile.ZipFile(file) as packed, packed.open(f"{file.stem}.txt") as raw:
                yield io.TextIOWrapper(raw, "utf-8-sig", errors="replace", newline="")
        else:
            with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
                yield lines
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise UsageError(f"{file}: cannot be read ({error}); give a GeoNames dump, or a TSV or CSV file with a header") from error


def _chained(first: TextIO, rest: TextIO) -> Iterator[str]:
    yield from first
    for line in rest:
        yield line.replace("\0", "")


def _place(cells: list[str], places: Mapping[str, int], country: str) -> Named | None:
    """One row; None without a name or with an impossible point."""
    cell = {f: cells[at].strip() if at < len(cells) else "" for f, at in places.items()}
    try:
        lat, lon = float(cell["lat"]), float(cell["lon"])
    except ValueError:
        return None
    if not cell["name"] or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    prec = KINDS.get(cell.get("kind", ""), 5 if cell.get("kind", "")[:3] in ("MTS", "DSR", "LK", "STM") else 1)
    people = int(cell["population"]) if cell.get("population", "").isdigit() else 0
    own = int(cell["id"]) if cell.get("id", "").isdigit() else _own_id(cell["name"], lat, lon)
    named = (own, cell["name"], (cell.get("country") or country).upper(), cell.get("admin1", ""), round(lat, 5), round(lon, 5))
    mark = next((m for m in SEPARATORS if m in cell.get("names", "")), "|")
    return (*named, people, prec, NAMES_OF[prec]), [cell["name"], *filter(None, cell.get("names", "").split(mark))]


def _own_id(name: str, lat: float, lon: float) -> int:
    """An id for a place that brings none: the same whenever the place is added, and no other place's."""
    return FIRST_ID + int(sha256(f"{name}|{lat}|{lon}".encode()).hexdigest()[:12], 16)
