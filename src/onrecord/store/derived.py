"""What runs over all reports yield: incidents with their links, and findings. Each run replaces the last one's."""

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, collate, delete, func, insert, select, union

from onrecord.records import Finding, Incident, Link
from onrecord.store import log
from onrecord.store.encode import encoded
from onrecord.store.tables import finding_reports, findings, incident_events, incidents, links

Record = TypeVar("Record")
AT_ONCE = 500  # rows
LINK_KEY = (links.c.one_report, links.c.one_record, links.c.other_report, links.c.other_record)


def replace_incidents(db: Connection, grouped: Iterable[Incident], compared: Iterable[Link]) -> None:
    """Store the incidents and links of a run in place of the last run's."""
    for table in (links, incident_events, incidents):
        db.execute(delete(table))
    for batch in _batches(grouped):
        db.execute(insert(incidents), [{"id": one.id, "body": encoded(one)} for one in batch])
        _insert(db, incident_events, [event for one in batch for event in event_rows(one)])
    for pairs in _batches(compared):
        db.execute(insert(links), [link_row(pair) for pair in pairs])
    log.append(db, "link", "incidents", incidents_digest(db))


def event_rows(incident: Incident) -> list[dict[str, object]]:
    """The rows by which an incident is found from its events."""
    return [{"report": ref.report, "record": ref.record, "incident": incident.id} for ref in incident.events]


def link_row(link: Link) -> dict[str, object]:
    """The row of a link."""
    return {
        "one_report": link.one.report,
        "one_record": link.one.record,
        "other_report": link.other.report,
        "other_record": link.other.record,
        "verdict": link.verdict,
        "score": link.score,
        "body": encoded(link),
    }


def replace_findings(db: Connection, found: Iterable[Finding]) -> None:
    """Store the findings of a run in place of the last run's."""
    db.execute(delete(finding_reports))
    db.execute(delete(findings))
    for batch in _batches(found):
        db.execute(insert(findings), [{"id": one.id, "body": encoded(one)} for one in batch])
        _insert(db, finding_reports, [row for one in batch for row in finding_rows(one)])
    log.append(db, "check", "findings", findings_digest(db))


def finding_rows(finding: Finding) -> list[dict[str, object]]:
    """The rows by which a finding is found from the reports it is about."""
    return [{"finding": finding.id, "report": report} for report in sorted({ref.report for ref in finding.records})]


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while batch := list(islice(remaining, AT_ONCE)):
        yield batch


def _insert(db: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        db.execute(insert(table), rows)


def all_incidents(db: Connection) -> Iterator[Incident]:
    """The incidents in the order of their ids, one by one."""
    query = select(incidents.c.body).order_by(by_bytes(db, incidents.c.id))
    for body in db.execute(query.execution_options(yield_per=AT_ONCE)).scalars():
        yield msgspec.json.decode(body, type=Incident)


def all_links(db: Connection, incident: str | None) -> Iterator[Link]:
    """All links, or those between two events of an incident."""
    query = select(links.c.body).order_by(*(by_bytes(db, column) for column in LINK_KEY))
    if incident is not None:
        one, other = incident_events.alias(), incident_events.alias()
        query = (
            query.join(one, (one.c.report == links.c.one_report) & (one.c.record == links.c.one_record))
            .join(other, (other.c.report == links.c.other_report) & (other.c.record == links.c.other_record))
            .where(one.c.incident == incident, other.c.incident == incident)
        )
    for body in db.execute(query.execution_options(yield_per=AT_ONCE)).scalars():
        yield msgspec.json.decode(body, type=Link)


def links_of(db: Connection, incident: Incident, most: int) -> tuple[int, list[Link]]:
    """How many links lead from or to the events of an incident, and the first of them in the order of their keys."""
    ones, others = (LINK_KEY[0], LINK_KEY[1]), (LINK_KEY[2], LINK_KEY[3])
    keys = union(*(_from(incident, *side) for side in (ones, others))).subquery()
    same = and_(*(keys.c[column.name] == column for column in LINK_KEY))
    page = select(links.c.body).join(keys, same).order_by(*(by_bytes(db, column) for column in LINK_KEY)).limit(most)
    total = db.execute(select(func.count()).select_from(keys)).scalar_one()
    return total, [msgspec.json.decode(body, type=Link) for body in db.execute(page).scalars()]


def _from(incident: Incident, report: Column[str], record: Column[str]) -> Select[Any]:
    """The keys of links with an event of the incident on one side; an event that stands alone is in no table."""
    query, only = select(*LINK_KEY), incident.events[0]
    if len(incident.events) == 1:
        return query.where(report == only.report, record == only.record)
    held = (incident_events.c.report == report) & (incident_events.c.record == record)
    return query.join(incident_events, held).where(incident_events.c.incident == incident.id)


def members(db: Connection) -> list[tuple[str, str, str]]:
    """The report, the record and the incident of every event that an incident holds."""
    query = select(incident_events.c.report, incident_events.c.record, incident_events.c.incident)
    return [(row.report, row.record, row.incident) for row in db.execute(query)]


def all_findings(db: Connection) -> Iterator[Finding]:
    """The findings in the order of their ids, one by one."""
    query = select(findings.c.body).order_by(by_bytes(db, findings.c.id))
    for body in db.execute(query.execution_options(yield_per=AT_ONCE)).scalars():
        yield msgspec.json.decode(body, type=Finding)


def findings_about(db: Connection, report: str) -> list[Finding]:
    """The findings about a report."""
    query = select(findings.c.body).join(finding_reports).where(finding_reports.c.report == report)
    return [msgspec.json.decode(body, type=Finding) for body in db.execute(query.order_by(findings.c.id)).scalars()]


def findings_named(db: Connection, names: Collection[str]) -> dict[str, Finding]:
    """Findings by their ids."""
    query = select(findings.c.id, findings.c.body).where(findings.c.id.in_(names))
    return {row.id: msgspec.json.decode(row.body, type=Finding) for row in db.execute(query)}


def reports_of(db: Connection, names: Collection[str]) -> list[str]:
    """The reports that some findings are about."""
    query = select(finding_reports.c.report).where(finding_reports.c.finding.in_(names)).distinct()
    return list(db.execute(query).scalars())


def incident_of(db: Connection, incident: str) -> Incident | None:
    """An incident by its id."""
    body = db.execute(select(incidents.c.body).where(incidents.c.id == incident)).scalar()
    return msgspec.json.decode(body, type=Incident) if body is not None else None


def by_bytes(db: Connection, column: Column[str]) -> ColumnElement[str]:
    """A column to sort by that sorts alike on every database and in every locale."""
    return collate(column, "C") if db.dialect.name == "postgresql" else column


def incidents_digest(db: Connection) -> str:
    """The digest of all incidents and links."""
    grouped = select(incidents.c.body).order_by(by_bytes(db, incidents.c.id))
    compared = select(links.c.body).order_by(*(by_bytes(db, column) for column in LINK_KEY))
    return log.digest_of((_digest_of_bodies(db, grouped), _digest_of_bodies(db, compared)))


def findings_digest(db: Connection) -> str:
    """The digest of all findings."""
    return _digest_of_bodies(db, select(findings.c.body).order_by(by_bytes(db, findings.c.id)))


def _digest_of_bodies(db: Connection, query: Select[bytes]) -> str:
    total = sha256()
    for body in db.execute(query.execution_options(yield_per=AT_ONCE)).scalars():
        total.update(log.digest_of_bytes(body).encode())
    return total.hexdigest()
