"""Tables of named bodies that a project adds to the packaged one: read, checked, and written in its form."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from onrecord import lexicon
from onrecord.actors.names import fold
from onrecord.errors import UsageError
from onrecord.lexicon.columns import delimiter, placed

TABLE = "groups"
COLUMNS = ("name", "kind", "country", "aliases", "parent")
KINDS = ("state_force", "armed_group", "coalition", "government", "party", "international_org", "ngo", "media")
USUAL = {
    "name": ("name", "actor", "actor_name", "group", "side_a", "conflict_name"),
    "kind": ("kind", "type", "actor_type"),
    "country": ("country", "iso2", "alpha2", "country_code", "iso"),
    "aliases": ("aliases", "alias", "names", "acronym", "acronyms", "other_names"),
    "parent": ("parent", "parent_body", "part_of", "belongs_to", "umbrella"),
}
SEPARATORS = "|;"
BREAKS = re.compile(r"\r\n|[\t\r\n\v\f\x85\u2028\u2029]")  # what would end a cell or a line of the table


def read_bodies(file: Path, columns: Mapping[str, str], kind: str = "", country: str = "") -> list[lexicon.Row]:
    """The bodies of a TSV or CSV file with a header; `columns` maps our fields to its columns, `kind` and `country` fill gaps.

    Countries are ISO 3166-1 alpha-2 codes or names. UsageError, naming file and line, for a row that has no name, no kind of the
    manual or no known country.
    """
    lines = _lines(file)
    at = placed(file, lines[0], columns, USUAL, ("name",))
    out = []
    for number, cells in enumerate(lines[1:], 2):
        row = {field: cells[i].strip() if i < len(cells) else "" for field, i in at.items()}
        if any(row.values()):
            out.append(_body(row, kind, country, f"{file}, line {number}"))
    if not out:
        raise UsageError(f"{file}: has no rows below its header; write one body a line")
    return out


def _lines(file: Path) -> list[list[str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            first = next((line for line in text if not line.lstrip().startswith("#") and line.strip()), "")
            text.seek(0)
            lines = [cells for cells in csv.reader(text, delimiter=delimiter(first)) if not (cells and cells[0].startswith("#"))]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file}: cannot be read ({error}); give a TSV or CSV file in UTF-8 with a header") from error
    if not lines:
        raise UsageError(f"{file}: there is nothing in it; give a TSV or CSV file with a header")
    return lines


def _body(row: Mapping[str, str], kind: str, country: str, where: str) -> lexicon.Row:
    name, aliases = row.get("name", ""), row.get("aliases", "")
    mark = next((m for m in SEPARATORS if m in aliases), "|")
    given = row.get("kind") or kind
    if not name:
        raise UsageError(f"{where}: has no name; fill it in or take the line out")
    if given not in KINDS:
        raise UsageError(f"{where}: kind {given!r} is none of {', '.join(KINDS)}; mend it, or give --kind for rows without one")
    land = row.get("country") or country
    code = _code(land)
    if land and code is None:
        raise UsageError(f"{where}: {land!r} is no country; give its ISO code (ML) or its name (Mali), or leave it empty")
    return {
        "name": name,
        "kind": given,
        "country": code or "",
        "aliases": "|".join(filter(None, map(str.strip, aliases.split(mark)))),
        "parent": row.get("parent", ""),
    }


def _code(land: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a code or a name; None for what is neither."""
    return _codes().get(fold(land)) if land else None


@cache
def _codes() -> dict[str, str]:
    """Countries by their folded codes, names and aliases; the first that has one of them keeps it."""
    out: dict[str, str] = {}
    for row in lexicon.rows("countries"):
        for name in (row["alpha2"], *lexicon.names_of(row)) if row["alpha2"] else ():
            out.setdefault(fold(name), row["alpha2"])
    return out


def merged(held: Iterable[lexicon.Row], new: Iterable[lexicon.Row]) -> list[lexicon.Row]:
    """Rows by name, a new one in place of the one it has the name of."""
    by_name = {fold(row["name"]): row for row in held} | {fold(row["name"]): row for row in new}
    return list(by_name.values())


def written(rows: Iterable[lexicon.Row]) -> Iterator[str]:
    """The lines of a table in the packaged form."""
    yield "\t".join(COLUMNS) + "\n"
    for row in rows:
        yield "\t".join(BREAKS.sub(" ", row[column]) for column in COLUMNS) + "\n"


def use(rows: Iterable[lexicon.Row]) -> None:
    """Let coding know these bodies before the packaged ones."""
    lexicon.use(TABLE, tuple(rows))
