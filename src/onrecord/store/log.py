"""The log: one entry for each change, each carrying the hash of the entry before it.

An entry holds digests, never content, so that erasing a report leaves the chain whole.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from onrecord.store.tables import log

START = "0" * 64  # the hash before the first entry


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A change of the book.

    `kind` ∈ report, original, coding, triage, decision, withdrawal, link, check, export, address, fetch, forget, erasure, schema,
    and of the file of an export that drew on a forgotten report file-erased, file-kept, file-missing; `subject` is the id of what
    was changed; `digest` is the SHA-256 of what was stored; `hash` covers all of it and `previous`.
    """

    seq: int
    at: str
    kind: str
    subject: str
    digest: str
    previous: str
    hash: str


def now() -> str:
    """The time as ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def digest_of(values: Iterable[object]) -> str:
    """SHA-256 over values in their order; a value that JSON has no form for counts by its representation."""
    return sha256(json.dumps(list(values), separators=(",", ":"), default=repr).encode("ascii")).hexdigest()


def digest_of_bytes(content: object) -> str:
    """SHA-256 of bytes; what a damaged file gives in their place has another."""
    return sha256(content).hexdigest() if isinstance(content, bytes) else digest_of(("no bytes", content))


def entry_hash(entry: LogEntry) -> str:
    """The hash that an entry must carry."""
    return digest_of((entry.seq, entry.at, entry.kind, entry.subject, entry.digest, entry.previous))


def append(db: Connection, kind: str, subject: str, digest: str, at: str | None = None) -> int:
    """Write an entry behind the last one and return its number. The caller holds the book's write lock."""
    return append_all(db, kind, [(subject, digest)], at)[0]


def append_all(db: Connection, kind: str, changed: Sequence[tuple[str, str]], at: str | None = None) -> list[int]:
    """Write an entry for each (subject, digest) behind the last one, in one statement; their numbers.

    The caller holds the book's write lock.
    """
    number, previous = head(db)
    moment, rows = at or now(), []
    for seq, (subject, digest) in enumerate(changed, number + 1):
        entry = LogEntry(seq, moment, kind, subject, digest, previous or START, "")
        previous = entry_hash(entry)
        rows.append({**asdict(entry), "hash": previous})
    if rows:
        db.execute(insert(log), rows)
    return [row["seq"] for row in rows]


def next_seq(db: Connection) -> int:
    """The number that the next entry will have."""
    last = db.execute(select(log.c.seq).order_by(log.c.seq.desc()).limit(1)).scalar()
    return (last or 0) + 1


def entries(db: Connection, subject: str | None = None, newest_first: bool = False) -> Iterator[LogEntry]:
    """The entries of the log, or those about one subject, one by one."""
    query = select(log).order_by(log.c.seq.desc() if newest_first else log.c.seq)
    if subject is not None:
        query = query.where(log.c.subject == subject)
    for row in db.execute(query.execution_options(yield_per=500)):
        yield as_entry(row)


def head(db: Connection) -> tuple[int, str]:
    """The number and the hash of the last entry; (0, "") where there is none."""
    last = db.execute(select(log.c.seq, log.c.hash).order_by(log.c.seq.desc()).limit(1)).first()
    return (last.seq, last.hash) if last is not None else (0, "")


def as_entry(row: Row[Any]) -> LogEntry:
    """A row of the table as a record."""
    return LogEntry(row.seq, row.at, row.kind, row.subject, row.digest, row.previous, row.hash)
