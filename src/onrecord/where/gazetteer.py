"""The gazetteer: places by name, from the built-in file and the files a project adds."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from onrecord.where import built_in
from onrecord.where.folding import fold, loose

BATCH = 400  # keys in one query
SAME = 0.05  # degrees within which two places of one name are one


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may stand for.

    `prec` is UCDP's `where_prec` (1 town, 3 and 4 divisions, 5 a feature, 6 a country, 7 a region); `kind` the feature: town,
    district, division, country, region, water, relief, area, spot; `country` is ISO 3166-1 alpha-2, `admin1` the division's code.
    """

    id: int
    name: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    population: int
    prec: int
    kind: str


COLUMNS = tuple(f.name for f in fields(Candidate))
HELD = 8_000  # keys whose candidates are kept: the names of the news come again and again
_added: tuple[Path, ...] = ()
_held: dict[tuple[str, str], tuple[Candidate, ...]] = {}


def use(paths: Iterable[Path]) -> None:
    """Read these files of added places beside the built-in gazetteer from now on; those that do not exist are left out."""
    global _added
    _added = tuple(p for p in paths if p.exists())
    _held.clear()


def candidates(name: str) -> tuple[Candidate, ...]:
    """The places of a name, most people first; looser spellings only where the exact one is unknown."""
    return look_up((name,)).get(name) or look_up_loosely((name,)).get(name, ())


def look_up(names: Sequence[str]) -> dict[str, tuple[Candidate, ...]]:
    """Candidates of several names by their exact spelling (case, accents and hyphens aside), in few queries."""
    return _found("name", names, fold)


def look_up_loosely(names: Sequence[str]) -> dict[str, tuple[Candidate, ...]]:
    """Candidates of several names under other transliterations."""
    return _found("loose", [n for n in names if len(loose(n)) > 2], loose)


def _found(table: str, names: Sequence[str], key: Callable[[str], str]) -> dict[str, tuple[Candidate, ...]]:
    keys = {n: key(n) for n in names}
    ranked = {k: found for k in keys.values() if (found := _held.get((table, k))) is not None}
    wanted = sorted({k for k in keys.values() if k not in ranked})
    if wanted:
        fresh = _ranked(table, wanted)
        ranked |= fresh
        _keep(table, wanted, fresh)
    return {n: ranked[k] for n, k in keys.items() if ranked.get(k)}


def _keep(table: str, keys: list[str], fresh: Mapping[str, tuple[Candidate, ...]]) -> None:
    """Hold what was found of these keys, and that nothing was; the table is emptied before it grows large."""
    if len(_held) > HELD:
        _held.clear()
    _held.update(((table, k), fresh.get(k, ())) for k in keys)


def _ranked(table: str, wanted: list[str]) -> dict[str, tuple[Candidate, ...]]:
    """The candidates of keys, most people first; a place listed twice comes once, with the most people: London, not its old centre."""
    rows: dict[str, list[Candidate]] = {}
    for book in (built_in_book(), *(_open(p) for p in _added)):
        for found, place in _rows(book, table, wanted):
            known = rows.setdefault(found, [])
            twin = next((i for i, other in enumerate(known) if _is_same(place, other)), None)
            if twin is None:
                known.append(place)
            elif place.population > known[twin].population:
                known[twin] = place
    return {k: tuple(sorted(found, key=lambda c: (-c.population, c.id))) for k, found in rows.items()}


def _rows(book: sqlite3.Connection, table: str, keys: list[str]) -> Iterable[tuple[str, Candidate]]:
    columns = ",".join(f"p.{c}" for c in COLUMNS)
    for at in range(0, len(keys), BATCH):
        some = keys[at : at + BATCH]
        marks = ",".join("?" * len(some))
        sql = f"select n.key, {columns} from {table} n join place p on p.id = n.place where n.key in ({marks})"
        for key, *cells in book.execute(sql, some):
            yield key, Candidate(*cells)


def _is_same(one: Candidate, other: Candidate) -> bool:
    """Whether two files list one place: the same id, or the same kind at the same point."""
    if one.id == other.id:
        return True
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    near = abs(one.lat - other.lat) < SAME and abs(one.lon - other.lon) < SAME
    return near and one.prec == other.prec and other.id > 0


def built_in_book() -> sqlite3.Connection:
    """The built-in gazetteer, made on first use."""
    return _open(built_in.path())


@cache
def _open(path: Path) -> sqlite3.Connection:
    """A gazetteer file, read-only."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
