"""What changed between two exports of one format: rows added, changed and deleted, by the key each row keeps."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.export.formats import Format, Row


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows of the new export that the old one lacks, those whose cells differ, and rows of the old one that are gone."""

    added: tuple[Row, ...]
    changed: tuple[Row, ...]
    deleted: tuple[Row, ...]

    def counts(self) -> dict[str, int]:
        """How many of each."""
        return {"added": len(self.added), "changed": len(self.changed), "deleted": len(self.deleted)}


def changes(fmt: Format, old: bytes, new: bytes, *, bare: bool = False) -> Changes:
    """Compare two files of a format as they are read back, so that only what a reader sees counts.

    With `bare` the deleted rows are named only: an old file may hold words of a report that was forgotten since.
    """
    before, after = _by_key(fmt, fmt.encoding.decode(old)), _by_key(fmt, fmt.encoding.decode(new))
    return Changes(
        added=tuple(row for key, row in after.items() if key not in before),
        changed=tuple(row for key, row in after.items() if key in before and before[key] != row),
        deleted=tuple(_named(fmt, row) if bare else row for key, row in before.items() if key not in after),
    )


def _named(fmt: Format, row: Row) -> Row:
    """A row without anything but its key, wherever that stands in it."""
    key = fmt.key(row)

    def kept(value: object) -> object:
        if isinstance(value, dict):
            return {name: left for name, held in value.items() if (left := kept(held)) is not None} or None
        return value if str(value) == key else None

    left = kept(dict(row))
    return left if isinstance(left, dict) else {}


def _by_key(fmt: Format, rows: Sequence[Row]) -> dict[str, Row]:
    return {fmt.key(row): row for row in rows}
