"""Erase a report: its bytes, words, codings and what was made of them. The log stays whole and a tombstone stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, insert, or_, select, text

from onrecord.errors import BookError, UsageError
from onrecord.store import addresses, derived, log
from onrecord.store.exports import Export, with_report
from onrecord.store.tables import (
    codings,
    decision_refs,
    decisions,
    finding_reports,
    findings,
    incident_events,
    incidents,
    links,
    originals,
    reports,
    sketches,
    taken,
    tombstones,
    triage,
    words,
)

SCRUBBED = (
    "reports, originals, codings, words, triage, sketches, taken, decisions, decision_refs, incidents, incident_events, links,"
    " findings, finding_reports, addresses"
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went with a report: decisions on it, incidents and findings it was part of; `exports` that drew on it."""

    report: str
    decisions: int
    incidents: int
    findings: int
    exports: tuple[Export, ...]


def forget(db: Connection, report: str, reason: str, by: str) -> Forgotten:
    """Erase a report's rows, all in one transaction. UsageError when there is no such report."""
    row = db.execute(select(reports.c.sha256).where(reports.c.id == report)).first()
    if row is None:
        raise UsageError(f"{report}: no such report in the book; `onrecord list` shows what there is")
    erased_decisions = _erase_decisions(db, report)
    erased_findings, erased_incidents = _erase_findings(db, report), _erase_incidents(db, report)
    addresses.erase(db, db.execute(select(originals.c.sha256).where(originals.c.report == report)).scalars().all())
    db.execute(delete(taken).where(taken.c.coding.in_(select(codings.c.id).where(codings.c.report == report))))
    for table in (words, codings, originals, triage, sketches):
        db.execute(delete(table).where(table.c.report == report))
    db.execute(delete(reports).where(reports.c.id == report))
    _bury(db, report, row.sha256, reason, by)
    return Forgotten(report, erased_decisions, erased_incidents, erased_findings, tuple(with_report(db, report)))


def forgotten(db: Connection, report: str) -> Forgotten:
    """What is left to erase of a report that was forgotten before: the files of exports."""
    return Forgotten(report, 0, 0, 0, tuple(with_report(db, report)))


def log_files(db: Connection, became: Iterable[tuple[str, str]]) -> None:
    """Tell the log what became of the files of exports: pairs of an export's id and a kind of entry."""
    for export, kind in became:
        log.append(db, kind, export, log.digest_of((export, kind)))


def is_forgotten(db: Connection, report: str) -> bool:
    """Whether a report was erased before."""
    return db.execute(select(tombstones.c.report).where(tombstones.c.report == report)).scalar() is not None


def any_forgotten(db: Connection) -> bool:
    """Whether any report was ever erased."""
    return db.execute(select(tombstones.c.report).limit(1)).scalar() is not None


def _bury(db: Connection, report: str, text_digest: str, reason: str, by: str) -> None:
    row = {"report": report, "sha256": text_digest, "reason": reason, "by": by, "at": log.now()}
    entry = log.append(db, "forget", report, log.digest_of(row.values()))
    db.execute(insert(tombstones).values(**row, entry=entry))


def _erase_decisions(db: Connection, report: str) -> int:
    """Decisions on the report's records or on findings about it: reasons and edits may hold its words."""
    about = select(finding_reports.c.finding).where(finding_reports.c.report == report)
    touched = or_(decision_refs.c.report == report, (decision_refs.c.report == "") & decision_refs.c.record.in_(about))
    erased = sorted(set(db.execute(select(decision_refs.c.decision).where(touched)).scalars()))
    for decision in erased:
        db.execute(delete(decision_refs).where(decision_refs.c.decision == decision))
        db.execute(delete(decisions).where(decisions.c.id == decision))
        log.append(db, "erasure", decision, log.digest_of((decision,)))
    return len(erased)


def _erase_findings(db: Connection, report: str) -> int:
    erased = list(db.execute(select(finding_reports.c.finding).where(finding_reports.c.report == report)).scalars())
    for finding in erased:
        db.execute(delete(finding_reports).where(finding_reports.c.finding == finding))
        db.execute(delete(findings).where(findings.c.id == finding))
    if erased:
        log.append(db, "check", "findings", derived.findings_digest(db))
    return len(erased)


def _erase_incidents(db: Connection, report: str) -> int:
    """Incidents and links with the report's events: day, place and reasons were drawn from its words."""
    with_event = select(incident_events.c.incident).where(incident_events.c.report == report).distinct()
    erased = list(db.execute(with_event).scalars())
    for incident in erased:
        db.execute(delete(incident_events).where(incident_events.c.incident == incident))
        db.execute(delete(incidents).where(incidents.c.id == incident))
    gone = db.execute(delete(links).where((links.c.one_report == report) | (links.c.other_report == report))).rowcount
    if erased or gone:
        log.append(db, "link", "incidents", derived.incidents_digest(db))
    return len(erased)


def scrub(engine: Engine, book: str) -> None:
    """Leave nothing of erased rows in the book's file: rebuild the index, rewrite the file, empty its journal."""
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        if connection.dialect.name == "postgresql":
            for table in SCRUBBED.split(", "):
                connection.execute(text(f"vacuum full {table}"))
            return
        connection.exec_driver_sql("insert into search(search) values ('rebuild')")
        connection.exec_driver_sql("vacuum")
        busy = connection.exec_driver_sql("pragma wal_checkpoint(truncate)").scalar()
    if busy:
        raise BookError(
            f"{book}: the report is erased, but another program is reading the book and its journal still holds the words;"
            " close that program and run the same command again"
        )
