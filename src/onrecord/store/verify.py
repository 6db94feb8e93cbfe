"""Prove the book: recompute the chain of the log and the digest of everything stored."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Row, Table, exists, func, select, text

from onrecord.records import Finding, Incident, Link
from onrecord.store import addresses, derived, exports, index, log, reports, triage
from onrecord.store import decisions as decided
from onrecord.store import tables as t
from onrecord.store.schema import schema_digest

GONE_WITH_REPORT = ("report", "original", "coding", "triage")
ERASED = dict.fromkeys(("decision", "withdrawal", "address", "fetch"), "erasure")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as the log says; `entry` is the number of the log entry, None when it is about no single one."""

    entry: int | None
    words: str


def flaws(writer: Engine, reader: Engine) -> Iterator[Flaw]:
    """Everything that does not agree: the log in its order, then what the log does not cover, then the file itself."""
    for engine, step in ((reader, _entries), (reader, _newest_runs), (reader, _unlogged), (reader, _file), (writer, _search)):
        try:
            with engine.begin() as db:
                yield from step(db)
        except Exception as error:  # a damaged file may hold, and its driver say, anything
            if "readonly" not in str(error):  # the index is checked by a command that asks for the right to write
                yield Flaw(None, f"the database cannot be read on: {getattr(error, 'orig', error)}")


def _entries(db: Connection) -> Iterator[Flaw]:
    """Each entry: its own hash, that of the one before, and what it stands for."""
    forgotten = _subjects(db, "forget"), _subjects(db, "erasure")
    previous, expected = log.START, 1
    for entry in log.entries(db):
        broken = _broken(entry, previous, expected)
        if broken is not None:
            yield Flaw(entry.seq, broken)
        previous, expected = entry.hash, entry.seq + 1 if isinstance(entry.seq, int) else expected + 1
        differs = _differs(db, entry, *forgotten)
        if differs is not None:
            yield Flaw(entry.seq, differs)


def _subjects(db: Connection, kind: str) -> set[str]:
    return set(db.execute(select(t.log.c.subject).where(t.log.c.kind == kind)).scalars())


def _broken(entry: log.LogEntry, previous: str, expected: int) -> str | None:
    if entry.seq != expected:
        return f"entry {expected} is missing"
    if entry.previous != previous:
        return "does not carry the hash of the entry before it"
    if log.entry_hash(entry) != entry.hash:
        return f"was changed ({entry.kind} {entry.subject}): its hash is not that of what it says"
    return None


def _differs(db: Connection, entry: log.LogEntry, reports_gone: set[str], decisions_gone: set[str]) -> str | None:
    """What is wrong with the content that an entry stands for."""
    if entry.kind not in CONTENT:
        return None
    gone = entry.subject in (reports_gone if entry.kind in GONE_WITH_REPORT else decisions_gone if entry.kind in ERASED else ())
    digest = CONTENT[entry.kind](db, entry)
    if digest is None:
        return None if gone else f"{entry.kind} {entry.subject} is missing from the book"
    if gone:
        return f"{entry.kind} {entry.subject} was erased and is there again"
    if digest != entry.digest:
        return f"{entry.kind} {entry.subject} differs from what was stored on {entry.at}"
    return None


def _row(db: Connection, table: Table, entry: log.LogEntry) -> Row[Any] | None:
    return db.execute(select(table).where(table.c.entry == entry.seq)).first()


def _report(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.reports, entry)
    return reports.report_digest(row) if row is not None else None


def _original(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.originals, entry)
    if row is None:
        return None
    digest = log.digest_of_bytes(row.body)
    return digest if row.report == entry.subject and row.sha256 == digest else "misplaced"


def _coding(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.codings, entry)
    if row is None:
        return None
    newest = db.execute(select(func.max(t.codings.c.id)).where(t.codings.c.report == row.report)).scalar()
    if newest == row.id and index.stored_digest(db, row.report) != row.indexed:
        return "its indexed words differ"
    return reports.coding_digest(row)


def _triage(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.triage, entry)
    return triage.triage_digest(row) if row is not None else None


def _decision(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.decisions, entry)
    return decided.decision_digest(db, row) if row is not None else None


def _withdrawal(db: Connection, entry: log.LogEntry) -> str | None:
    row = db.execute(select(t.decisions).where(t.decisions.c.withdrawal == entry.seq)).first()
    return decided.withdrawal_digest(row) if row is not None else None


def _export(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.exports, entry)
    return exports.export_digest(db, row) if row is not None else None


def _tombstone(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.tombstones, entry)
    return log.digest_of((row.report, row.sha256, row.reason, row.by, row.at)) if row is not None else None


def _address(db: Connection, entry: log.LogEntry) -> str | None:
    row = _row(db, t.addresses, entry)
    return addresses.address_digest(row) if row is not None else None


def _fetch(db: Connection, entry: log.LogEntry) -> str | None:
    row = db.execute(select(t.addresses).where(t.addresses.c.id == entry.subject)).first()
    return addresses.fetch_digest(row, entry) if row is not None else None


CONTENT: dict[str, Callable[[Connection, log.LogEntry], str | None]] = {
    "report": _report,
    "original": _original,
    "coding": _coding,
    "triage": _triage,
    "decision": _decision,
    "withdrawal": _withdrawal,
    "export": _export,
    "address": _address,
    "fetch": _fetch,
    "forget": _tombstone,
    "erasure": lambda _, entry: log.digest_of((entry.subject,)),
}


def _newest_runs(db: Connection) -> Iterator[Flaw]:
    """Incidents and findings against the entry of the last run, and the rows they are found by against themselves."""
    for kind, digest in (("schema", schema_digest), ("link", derived.incidents_digest), ("check", derived.findings_digest)):
        last = db.execute(select(t.log).where(t.log.c.kind == kind).order_by(t.log.c.seq.desc()).limit(1)).first()
        found = digest(db)
        if last is not None and found != last.digest:
            yield Flaw(last.seq, f"{NAMED[kind]} differ from what was stored on {last.at}")
        if last is None and found != EMPTY[kind]:
            yield Flaw(None, f"the {NAMED[kind]} have no entry in the log")
    yield from _lookups(db)


NAMED = {"schema": "tables", "link": "incidents", "check": "findings"}
EMPTY = {
    "schema": None,
    "link": log.digest_of((log.digest_of_bytes(b""), log.digest_of_bytes(b""))),
    "check": log.digest_of_bytes(b""),
}


def _lookups(db: Connection) -> Iterator[Flaw]:
    """Whether columns that rows are found by agree with the records."""
    for row in db.execute(select(t.incidents).execution_options(yield_per=500)):
        incident = _decoded(row.body, Incident)
        query = select(t.incident_events).where(t.incident_events.c.incident == row.id)
        if incident is None or incident.id != row.id or _differ(db, query, derived.event_rows(incident)):
            yield Flaw(None, f"incident {row.id}: its events are not found by it")
    for row in db.execute(select(t.links).execution_options(yield_per=500)):
        link = _decoded(row.body, Link)
        if link is None or derived.link_row(link) != dict(row._mapping):
            yield Flaw(None, f"link {row.one_report} {row.one_record} – {row.other_report} {row.other_record}: is misplaced")
    for row in db.execute(select(t.findings).execution_options(yield_per=500)):
        finding = _decoded(row.body, Finding)
        query = select(t.finding_reports).where(t.finding_reports.c.finding == row.id)
        if finding is None or finding.id != row.id or _differ(db, query, derived.finding_rows(finding)):
            yield Flaw(None, f"finding {row.id}: its reports are not found by it")


def _decoded(body: bytes, kind):  # type: ignore[no-untyped-def]
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _differ(db: Connection, query, rows: list[dict[str, object]]) -> bool:  # type: ignore[no-untyped-def]
    stored = sorted(tuple(row._mapping.items()) for row in db.execute(query))
    return stored != sorted(tuple(row.items()) for row in rows)


def _unlogged(db: Connection) -> Iterator[Flaw]:
    """Rows that no entry of the log stands for."""
    for kind, table, key in (
        ("report", t.reports, t.reports.c.id),
        ("original", t.originals, t.originals.c.report),
        ("coding", t.codings, t.codings.c.report),
        ("triage", t.triage, t.triage.c.report),
        ("decision", t.decisions, t.decisions.c.id),
        ("export", t.exports, t.exports.c.id),
        ("forget", t.tombstones, t.tombstones.c.report),
        ("address", t.addresses, t.addresses.c.id),
    ):
        logged = exists().where(t.log.c.seq == table.c.entry, t.log.c.kind == kind, t.log.c.subject == key)
        for subject in db.execute(select(key).where(~logged)).scalars():
            yield Flaw(None, f"{kind} {subject} has no entry in the log")
        twice = select(table.c.entry).group_by(table.c.entry).having(func.count() > 1)
        for subject in db.execute(select(key).where(table.c.entry.in_(twice))).scalars():
            yield Flaw(None, f"{kind} {subject} shares its entry in the log with another")


def _file(db: Connection) -> Iterator[Flaw]:
    """The file's own structure (SQLite), or the searched column (PostgreSQL)."""
    if db.dialect.name == "postgresql":
        yield from _tokens(db)
        return
    for row in db.exec_driver_sql("pragma integrity_check"):
        if row[0] != "ok":
            yield Flaw(None, f"the file is damaged: {row[0]}")
    for row in db.exec_driver_sql("pragma foreign_key_check"):
        yield Flaw(None, f"a row of {row[0]} belongs to no row of {row[2]}")


def _tokens(db: Connection) -> Iterator[Flaw]:
    """Whether PostgreSQL searches the words that are stored."""
    check = text("select tokens = to_tsvector('simple', :folded) from words where id = :id")
    for row in db.execute(select(t.words).execution_options(yield_per=500)):
        if not db.execute(check, {"folded": index.folded(row.body), "id": row.id}).scalar():
            yield Flaw(None, f"{row.report}: the index of {row.kind} {row.record} is not of its words")


def _search(db: Connection) -> Iterator[Flaw]:
    """The full-text index against the words it was made from."""
    if db.dialect.name != "sqlite":
        return
    for table, column in (("search_data", "block"), ("search_docsize", "sz")):  # which FTS5's own check reads as any type
        for row in db.exec_driver_sql(f"select id from {table} where typeof({column}) != 'blob'"):
            yield Flaw(None, f"the index is damaged: row {row[0]} of {table} is no blob")
    db.exec_driver_sql("insert into search(search, rank) values ('integrity-check', 1)")
