"""Use cases of places: add a gazetteer to a project, and explain what a name is taken for."""

import os
import sqlite3
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.project.actors import beside, use_added_actors
from onrecord.where import Candidate, candidates, use
from onrecord.where.built_in import TABLES, fill
from onrecord.where.explain import Reading, explained
from onrecord.where.tables import FIELDS, read_table

FILE = "onrecord.gazetteer.sqlite"


def gazetteer_file(book: str | None) -> Path:
    """The project's file of added places."""
    return beside(book, FILE)


def use_added(book: str | None) -> None:
    """Let coding read the project's added places and bodies. UsageError when somebody broke a file of them."""
    use((gazetteer_file(book),))
    use_added_actors(book)


@dataclass(frozen=True, slots=True)
class Added:
    """How many places of a table are new to the project, how many it knew, and how many rows were skipped as no places."""

    new: int
    known: int
    skipped: int


def add_gazetteer(book: str | None, file: Path, columns: Mapping[str, str], country: str = "") -> Added:
    """Add the places of a table to the project. The same place again replaces nothing and does no harm.

    UsageError for a table that cannot be read or a folder that cannot be written.
    """
    unknown = sorted(set(columns) - set(FIELDS))
    if unknown:
        raise UsageError(f"{unknown[0]}: no such field; there are {', '.join(FIELDS)}")
    kept = gazetteer_file(book)
    try:
        handle, name = tempfile.mkstemp(dir=kept.parent, suffix=".part")
        os.close(handle)
    except OSError as error:
        raise UsageError(f"{kept}: cannot be written ({error.strerror}); choose another folder for the book") from error
    try:
        if kept.exists():
            Path(name).write_bytes(kept.read_bytes())
        added = _fill(Path(name), file, columns, country)
        Path(name).replace(kept)
    finally:
        Path(name).unlink(missing_ok=True)
    return added


def _fill(kept: Path, file: Path, columns: Mapping[str, str], country: str) -> Added:
    """Add a table's rows to a file that nobody reads yet."""
    book = sqlite3.connect(kept)
    try:
        if not book.execute("select 1 from sqlite_master where name = 'place'").fetchone():
            book.executescript(TABLES)
        before, skipped = _places(book), list[int]()
        read = fill(book, read_table(file, columns, country, skipped))
        new = _places(book) - before
        return Added(new, read - new, len(skipped))
    finally:
        book.close()


def _places(book: sqlite3.Connection) -> int:
    return int(book.execute("select count(*) from place").fetchone()[0])


@dataclass(frozen=True, slots=True)
class Explained:
    """What a name may be: its readings, best first, and the place it was measured from."""

    name: str
    near: str | None
    readings: tuple[Reading, ...]


def explain_place(book: str | None, name: str, near: str | None = None) -> Explained:
    """The readings of a name with their score and reasons. UsageError when `near` is no known place.

    "Merawi, Ethiopia" is Merawi near Ethiopia; where a country or division stands behind the comma, only what lies in it.
    """
    use_added(book)
    town, _, within = (part.strip() for part in name.partition(","))
    if near is None and within and not candidates(name):
        name, near = town, within
    others: list[Candidate] = sorted(candidates(near) if near else (), key=lambda c: c.kind not in ("country", "division"))
    if near and not others:
        raise UsageError(f"{near}: no such place is known; give another, or add a gazetteer with `onrecord gazetteer add`")
    return Explained(name, near, explained(name, others[:1]))
