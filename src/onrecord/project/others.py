"""Rows that others coded, UCDP GED or ACLED, read into the terms we compare in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.export.encodings import CSV
from onrecord.export.formats import Row

GED = frozenset(("id", "date_start", "date_end", "latitude", "longitude", "low", "best", "high"))
ACLED = frozenset(("event_id_cnty", "event_date", "latitude", "longitude", "fatalities"))


@dataclass(frozen=True, slots=True)
class Other:
    """A row of another dataset, read into the terms we compare in."""

    id: str
    first: date
    last: date
    lat: float | None
    lon: float | None
    where_prec: int
    country: str
    place: str
    sides: tuple[str, ...]
    low: float
    best: float
    high: float


def read_rows(path: Path) -> tuple[list[Other], int]:
    """The rows of a GED or ACLED file that are dated, and how many are not."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give a CSV file of UCDP GED or ACLED")
    rows = CSV.decode(path.read_bytes())
    columns = set(rows[0]) if rows else set()
    reader = _ged if columns >= GED else _acled if columns >= ACLED else None
    if reader is None:
        raise UsageError(f"{path}: has neither UCDP GED's nor ACLED's columns; give a CSV file of one of them")
    read = [_tried(reader, row) for row in rows]
    return [other for other in read if other is not None], read.count(None)


def _tried(reader: Callable[[dict[str, str]], Other], row: Row) -> Other | None:
    try:
        return reader({k: str(v) for k, v in row.items()})
    except ValueError:
        return None


def _ged(row: dict[str, str]) -> Other:
    return Other(
        row["id"],
        date.fromisoformat(row["date_start"][:10]),
        date.fromisoformat(row["date_end"][:10]),
        *_point(row),
        int(row.get("where_prec") or 1),
        row.get("country", ""),
        row.get("where_coordinates", ""),
        tuple(filter(None, (row.get("side_a", ""), row.get("side_b", "")))),
        float(row["low"]),
        float(row["best"]),
        float(row["high"]),
    )


def _acled(row: dict[str, str]) -> Other:
    day, dead = date.fromisoformat(row["event_date"][:10]), float(row["fatalities"] or 0)
    around = timedelta({"1": 0, "2": 3, "3": 15}.get(row.get("time_precision", "1"), 0))
    return Other(
        row["event_id_cnty"],
        day - around,
        day + around,
        *_point(row),
        {"1": 1, "2": 3, "3": 4}.get(row.get("geo_precision", "1"), 1),
        row.get("country", ""),
        row.get("location", ""),
        tuple(filter(None, (row.get("actor1", ""), row.get("actor2", "")))),
        dead,
        dead,
        dead,
    )


def _point(row: dict[str, str]) -> tuple[float | None, float | None]:
    lat, lon = row["latitude"], row["longitude"]
    return (float(lat), float(lon)) if lat and lon else (None, None)
