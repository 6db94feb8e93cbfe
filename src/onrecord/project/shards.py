"""Shards: files that one machine of many codes together, into a Parquet file of its own.

The file is named by a digest of the files, what they are read with and the program's rules, and appears when it is whole: a
shard that is there is never coded again, and two machines that code the same shard write the same file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from multiprocessing import current_process
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from onrecord.errors import ReportError
from onrecord.pool.worker import Work
from onrecord.project.batch import PATIENCE, Asked, by_workers
from onrecord.project.coder import Judge, called, coder, packed, unpacked
from onrecord.project.fetching import stated
from onrecord.project.outcomes import Failed
from onrecord.project.parquet import COLUMNS, SUFFIX, read_rows, write_rows
from onrecord.project.program import rules
from onrecord.read import Piece, Unread, files_of, read_path
from onrecord.read.source import Address
from onrecord.records import Coding, Document

TOGETHER = 4_000_000  # bytes of files in one shard; a larger file is a shard of its own


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files of all shards are read and coded; the same on every machine.

    `project` stands for the book in whose folder the project's added places are; `make` gives another function than coding.
    """

    published: str | None = None
    limit: int = 10_000_000
    columns: Mapping[str, str] = field(default_factory=dict)
    project: str | None = None
    patience: float = PATIENCE
    make: Callable[[], Work] | None = None


@dataclass(frozen=True, slots=True)
class Shard:
    """Files to code together, and the name that stands for them."""

    name: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of a shard: its reports, how many failed, and whether it was there already."""

    shard: str
    reports: int
    failed: int
    known: bool = False


def shards(paths: Iterable[str], reading: Reading, together: int = TOGETHER) -> Iterator[Shard | Failed]:
    """The shards of files and folders, each of some megabytes; a Failed stands for a folder that cannot be opened."""
    waiting: list[Path] = []
    weight = 0
    for path in paths:
        for file in files_of(Path(path).absolute()):
            if isinstance(file, Unread):
                yield Failed(file.name, file.error)
                continue
            size = file.stat().st_size if file.exists() else 0
            if waiting and weight + size > together:
                yield _shard(waiting, reading)
                waiting, weight = [], 0
            waiting.append(file)
            weight += size
    if waiting:
        yield _shard(waiting, reading)


def alone(shard: Shard, reading: Reading) -> list[Shard]:
    """A shard for each file of a shard: one of them ends its workers, the others need not suffer for it."""
    return [_shard([Path(file)], reading) for file in shard.files]


def _shard(files: list[Path], reading: Reading) -> Shard:
    """Named by the files' paths, sizes and times and by all that their coding depends on."""
    seen = [(str(file), *_state(file)) for file in files]
    depends = (rules(reading.project), reading.published, reading.limit, sorted(reading.columns.items()))
    return Shard(sha256(msgspec.json.encode((depends, seen))).hexdigest()[:24], tuple(str(file) for file in files))


def _state(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:  # reading it says why
        return 0, 0
    return found.st_size, found.st_mtime_ns


def code_shard(shard: Shard, out: str, reading: Reading) -> Tally:
    """Read and code the files of a shard and write their Parquet file, unless it is there."""
    target = Path(out) / (shard.name + SUFFIX)
    if target.exists():
        return replace(_tally(shard.name, read_rows(target)), known=True)
    part = Path(out) / f".{shard.name}.{uuid4().hex}.part"
    try:
        tally = _tally(shard.name, write_rows(part, _rows(shard, reading)))
        part.replace(target)
    finally:
        for left in Path(out).glob(f".{shard.name}.*.part"):  # of a worker that was killed, too
            left.unlink(missing_ok=True)
    return tally


def _tally(name: str, rows: Iterable[Mapping[str, Any]]) -> Tally:
    reports = failed = 0
    for row in rows:
        reports += 1
        failed += row["error"] is not None and row.get("address") is None
    return Tally(name, reports, failed)


def _rows(shard: Shard, reading: Reading) -> Iterator[dict[str, Any]]:
    """A row for each report of a shard, with its coding or why there is none."""
    from onrecord.store.encode import encoded

    for one, outcome in _outcomes(shard, reading):
        row: dict[str, Any] = dict.fromkeys(COLUMNS)
        row["name"] = called(one) if isinstance(one, Document) else one.name
        if isinstance(one, Document):
            row |= {"report": one.id, "size": len(one.raw or b""), "original": one.raw}
        elif isinstance(one, Address):
            row["address"] = msgspec.json.encode(stated(one)).decode()
        row |= {"coding": encoded(outcome)} if isinstance(outcome, Coding) else {"error": str(outcome.error)}
        yield row


def _outcomes(shard: Shard, reading: Reading) -> Iterator[tuple[Document | Unread, Coding | Failed]]:
    """Each document and what became of it; coded by a supervised child where this process may have one, else here."""
    found = (
        one
        for file in shard.files
        for one in read_path(Path(file), limit=reading.limit, published=reading.published, columns=reading.columns)
    )
    make = reading.make or partial(coder, reading.project, Judge())
    if not current_process().daemon:
        for one, made in by_workers(map(Asked, found), 1, make, reading.patience):
            yield one.piece, made.outcome if made is not None else _unread(one.piece)  # type: ignore[misc]
        return
    work = make()
    for doc in found:
        yield doc, _unread(doc) if isinstance(doc, Unread) else unpacked(work(packed(doc)), doc).outcome


def _unread(one: Piece) -> Failed:
    """The failure of what could not be read."""
    return Failed(one.name or "", one.error if isinstance(one, Unread) else ReportError(f"{one.name}: was not worked on"))
