"""Packaged tables of words and names, one row a fact with the sentence that earned it.

A table is `tables/NAME.tsv`: a header line of column names, then rows; a line that starts with `#` is a comment, an empty
cell is "". Every table of words has an `example` column: a sentence of our own in which the row is at work.
"""

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Protocol, TypeVar

Row = dict[str, str]


class Emptied(Protocol):
    """What keeps answers and can forget them, as `functools.cache` makes it."""

    def cache_clear(self) -> None:
        """Forget all answers."""


Kept = TypeVar("Kept", bound=Emptied)
_added: dict[str, tuple[Row, ...]] = {}
_kept: list[Emptied] = []


def from_rows(kept: Kept) -> Kept:
    """Mark a cached function whose answers come from tables: it forgets them when rows are added."""
    _kept.append(kept)
    return kept


def use(name: str, added: Sequence[Row]) -> None:
    """Let rows of a project stand before the packaged ones of a table, in place of those added before."""
    if tuple(added) == _added.get(name, ()):
        return
    _added[name] = tuple(added)
    for kept in _kept:
        kept.cache_clear()


@from_rows
@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of the table `name`: a project's own, then the packaged ones in file order.

    FileNotFoundError when the package has no such table.
    """
    return (*_added.get(name, ()), *packaged(name))


@cache
def packaged(name: str) -> tuple[Row, ...]:
    """The rows of a table as the program brings them."""
    lines = (files(__package__) / "tables" / f"{name}.tsv").read_text("utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")]
    header = kept[0]
    return tuple(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)) for cells in kept[1:])


@from_rows
@cache
def index(name: str, key: str = "word") -> dict[str, Row]:
    """The rows of a table by the value of one column; the first row wins where a value repeats."""
    out: dict[str, Row] = {}
    for row in rows(name):
        out.setdefault(row[key], row)
    return out


@from_rows
@cache
def words(name: str, key: str = "word") -> frozenset[str]:
    """The values of one column of a table."""
    return frozenset(row[key] for row in rows(name))


def names_of(row: Row) -> tuple[str, ...]:
    """The name and the aliases of a row that has both."""
    return tuple(filter(None, (row["name"], *row["aliases"].split("|"))))


def peoples(folded: Callable[[str], str]) -> dict[str, str]:
    """ISO codes ("" for what has none) by every country's name, alias and word for its people, as a stage folds names; the first wins."""
    out: dict[str, str] = {}
    for row in rows("countries"):
        for word in (*names_of(row), *filter(None, row["demonyms"].split("|"))):
            out.setdefault(folded(word), row["alpha2"])
    return out


@from_rows
@cache
def digest() -> str:
    """One hash over all tables and the rows a project added: the knowledge that codes and maps."""
    total = sha256()
    for table in sorted((files(__package__) / "tables").iterdir(), key=lambda t: t.name):
        total.update(table.name.encode() + b"\0" + table.read_bytes())
    for name, added in sorted(_added.items()):
        total.update(repr((name, added)).encode() if added else b"")
    return total.hexdigest()[:16]
