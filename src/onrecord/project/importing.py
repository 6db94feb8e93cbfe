"""Codings that other machines made, taken into a book."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import ReportError, UnreadableFile, UsageError
from onrecord.project.batch import Asked, Shelf, stored
from onrecord.project.coder import Made, document_of, judged
from onrecord.project.fetching import note
from onrecord.project.outcomes import Coded, Failed
from onrecord.project.parquet import SUFFIX, read_rows
from onrecord.read import Unread
from onrecord.read.source import Address, address
from onrecord.records import Coding

if TYPE_CHECKING:
    from onrecord.store import Book

TOGETHER = 2_000  # addresses recorded in one transaction


def import_codings(folders: Iterable[str], book: str) -> Iterator[Coded | Failed]:
    """Store the codings of shards in a book, some in one transaction, and record the addresses of lists; what the book has is left.

    A file that is not whole is told of and the others go on. UsageError for a folder without such files.
    """
    from onrecord.store import Book

    files = [file for folder in folders for file in _shard_files(Path(folder))]
    with Book(book) as keeper:
        yield from stored(_noting(_kept(files), keeper), Shelf(keeper))


def _noting(handed: Iterable[tuple[Asked, Made | None]], keeper: "Book") -> Iterator[tuple[Asked, Made | None]]:
    """The same, with the addresses recorded in the book, those that stand together at once."""
    for listed, group in groupby(handed, key=lambda pair: isinstance(pair[0].piece, Address)):
        while listed and (some := list(islice(group, TOGETHER))):
            note([one.piece for one, _ in some if isinstance(one.piece, Address)], keeper)
            yield from some
        yield from group


def _shard_files(path: Path) -> list[Path]:
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder; name a folder that `onrecord code --engine dask` wrote")
    found = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
    if not found:
        raise UsageError(f"{path}: holds no {SUFFIX} files; name a folder that `onrecord code --engine dask` wrote")
    return found


def _kept(files: Iterable[Path]) -> Iterator[tuple[Asked, Made | None]]:
    """Each report of the files as it was handed over, and its coding."""
    for file in files:
        try:
            for row in read_rows(file):
                yield _handed(row, file)
        except ReportError as error:
            yield Asked(Unread(str(file), error)), None


def _handed(row: Mapping[str, Any], file: Path) -> tuple[Asked, Made | None]:
    if row.get("address") is not None:
        return Asked(address(**msgspec.json.decode(row["address"]))), None
    if row["error"] is not None:
        return Asked(Unread(row["name"], ReportError(row["error"]))), None
    try:
        coding = msgspec.json.decode(row["coding"], type=Coding)
    except (msgspec.MsgspecError, TypeError) as broken:
        words = f"{file}: the coding of {row['name']} cannot be read ({broken}); delete the file and code again"
        return Asked(Unread(row["name"], UnreadableFile(words))), None
    doc = replace(document_of(coding.report), name=row["name"], raw=row["original"])
    return Asked(doc), Made(coding, *judged(doc))
