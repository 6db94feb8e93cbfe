"""Erase the export files that drew on a forgotten report, as far as they are still what the book wrote."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.store import Export

PIECE = 1 << 20  # bytes overwritten at a time


@dataclass(frozen=True, slots=True)
class Erasure:
    """What became of an export's file.

    `kind` ∈ file-erased, file-kept (it is no longer what was written, or cannot be erased: `why`), file-missing.
    """

    export: str
    path: str
    kind: str
    why: str = ""


def erase_files(drew_on_it: "Iterable[Export]", known: "Iterable[Export]") -> Iterator[Erasure]:
    """Erase the file of each of some exports; `known` are all exports, by which a file written over since is told."""
    written: dict[str, set[str]] = defaultdict(set)
    for export in known:
        written[export.path or ""].add(export.sha256)
    by_path: dict[str, list[Export]] = defaultdict(list)
    for export in drew_on_it:
        if export.path:
            by_path[export.path].append(export)
    for path, exports in by_path.items():
        if (found := _erased(path, exports, written[path])) is not None:
            yield found


def _erased(path: str, exports: "list[Export]", written: set[str]) -> Erasure | None:
    """What became of the file at a path; None where a later export without the report stands there."""
    newest, theirs = exports[-1].id, {export.sha256: export.id for export in exports}
    try:
        found = _digest(Path(path))
        if found in theirs:
            _overwrite(Path(path))
            _drop_card(Path(f"{path}.card.md"), found)
            return Erasure(theirs[found], path, "file-erased")
    except FileNotFoundError:
        return Erasure(newest, path, "file-missing")
    except OSError as error:
        return Erasure(newest, path, "file-kept", error.strerror or str(error))
    return None if found in written else Erasure(newest, path, "file-kept", "it was changed since it was written")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _overwrite(path: Path) -> None:
    """Put zeros over a file and remove it; a link is removed with what it points to."""
    target = path.resolve()
    with target.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(b"\0" * min(PIECE, left))
        file.flush()
        os.fsync(file.fileno())
    target.unlink()
    path.unlink(missing_ok=True)


def _drop_card(card: Path, digest: str) -> None:
    """Remove the method card of a file that is gone, when it is of that very file."""
    if card.is_file() and digest in card.read_text("utf-8", "replace"):
        card.unlink()
