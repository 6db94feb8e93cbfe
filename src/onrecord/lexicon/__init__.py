"""Packaged tables of words and names, one row a fact with the sentence that earned it.

A table is `tables/NAME.tsv`: a header line of column names, then rows; a line that starts with `#` is a comment, an empty
cell is "". Every table of words has an `example` column: a sentence of our own in which the row is at work.
"""

from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of the table `name`, in file order. FileNotFoundError when the package has no such table."""
    lines = (files(__package__) / "tables" / f"{name}.tsv").read_text("utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")]
    header = kept[0]
    return tuple(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)) for cells in kept[1:])


@cache
def index(name: str, key: str = "word") -> dict[str, Row]:
    """The rows of a table by the value of one column; the first row wins where a value repeats."""
    out: dict[str, Row] = {}
    for row in rows(name):
        out.setdefault(row[key], row)
    return out


@cache
def words(name: str, key: str = "word") -> frozenset[str]:
    """The values of one column of a table."""
    return frozenset(row[key] for row in rows(name))
