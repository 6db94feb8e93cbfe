"""Exports that were written: what file, and the key and digest of each row, so that the next one can tell what changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from onrecord.store import log
from onrecord.store.derived import by_bytes
from onrecord.store.tables import export_reports, export_rows, exports

AT_ONCE = 1000  # rows


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A row of an export: a key that stays the same between exports, a digest of its cells, the reports it draws on."""

    key: str
    digest: str
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """An export: `sha256` is that of the file, `rows` how many there are."""

    id: str
    format: str
    profile: str | None
    path: str | None
    at: str
    sha256: str
    rows: int


def record(
    db: Connection,
    format: str,
    profile: str | None,
    path: str | None,
    digest: str,
    rows: Iterable[ExportRow],
    reports: Iterable[str] = (),
) -> Export:
    """Keep what an export wrote; `reports` are those it drew on beside its rows'. Its id is `e` and the number of its log entry."""
    made = Export(f"e{log.next_seq(db)}", format, profile, path, log.now(), digest, 0)
    db.execute(insert(exports).values(**_row(made), entry=0))
    count, drawn_on = 0, set(reports)
    remaining = iter(rows)
    while batch := list(islice(remaining, AT_ONCE)):
        db.execute(insert(export_rows), [{"export": made.id, "key": row.key, "digest": row.digest} for row in batch])
        drawn_on.update(report for row in batch for report in row.reports)
        count += len(batch)
    if drawn_on:
        db.execute(insert(export_reports), [{"export": made.id, "report": report} for report in sorted(drawn_on)])
    made = Export(made.id, format, profile, path, made.at, digest, count)
    entry = log.append(db, "export", made.id, _digest(db, made), made.at)
    db.execute(update(exports).where(exports.c.id == made.id).values(rows=count, entry=entry))
    return made


def _row(made: Export) -> dict[str, object]:
    return {
        "id": made.id,
        "format": made.format,
        "profile": made.profile,
        "path": made.path,
        "at": made.at,
        "sha256": made.sha256,
        "rows": made.rows,
    }


def listed(db: Connection) -> list[Export]:
    """The exports in the order they were written."""
    return [as_export(row) for row in db.execute(select(exports).order_by(exports.c.entry))]


def as_export(row: Row[Any]) -> Export:
    """A row of the table as a record."""
    return Export(row.id, row.format, row.profile, row.path, row.at, row.sha256, row.rows)


def rows_of(db: Connection, export: str) -> Iterator[ExportRow]:
    """The rows of an export in the order of their keys, one by one, without the reports they draw on."""
    query = select(export_rows).where(export_rows.c.export == export).order_by(by_bytes(db, export_rows.c.key))
    for row in db.execute(query.execution_options(yield_per=AT_ONCE)):
        yield ExportRow(row.key, row.digest)


def with_report(db: Connection, report: str) -> list[Export]:
    """The exports that drew on a report."""
    query = select(exports).join(export_reports).where(export_reports.c.report == report).order_by(exports.c.entry)
    return [as_export(row) for row in db.execute(query)]


def export_digest(db: Connection, row: Row[Any]) -> str:
    """The digest that the log holds of an export."""
    return _digest(db, as_export(row))


def _digest(db: Connection, made: Export) -> str:
    """Over the file, the rows, and the reports drawn on."""
    total = sha256()
    for row in rows_of(db, made.id):
        total.update(log.digest_of((row.key, row.digest)).encode())
    query = select(export_reports.c.report).where(export_reports.c.export == made.id)
    reports = list(db.execute(query.order_by(by_bytes(db, export_reports.c.report))).scalars())
    return log.digest_of((*_row(made).values(), total.hexdigest(), reports))
