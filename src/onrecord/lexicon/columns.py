"""Where the fields of a project's own table stand in a file that somebody else made."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from onrecord.errors import UsageError


def delimiter(first: str) -> str:
    """What parts the cells of a header line: a tab, else the commoner of semicolon and comma."""
    return "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","


def placed(
    file: Path, header: Sequence[str], columns: Mapping[str, str], usual: Mapping[str, Sequence[str]], needed: Sequence[str]
) -> dict[str, int]:
    """The place of each field in a row: under the column that `columns` names for it, else under one of its `usual` names.

    UsageError for a column that is not there, and for a needed field without one.
    """
    plain = [cell.strip().casefold() for cell in header]
    out: dict[str, int] = {}
    for field, names in usual.items():
        wanted = (columns[field].casefold(),) if field in columns else names
        at = next((plain.index(name) for name in wanted if name in plain), None)
        if at is not None:
            out[field] = at
        elif field in columns:
            raise UsageError(f"{file}: there is no column {columns[field]!r}; it has {', '.join(header)}")
    missing = [field for field in needed if field not in out]
    if missing:
        raise UsageError(f"{file}: no column for {', '.join(missing)}; name one with --column {missing[0]}=COLUMN")
    return out
