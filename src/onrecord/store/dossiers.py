"""What the book holds of a report, read at once: its newest coding, the decisions on it and the findings about it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.records import Coding, Decision, Finding
from onrecord.store import decisions as made
from onrecord.store.reports import decoded
from onrecord.store.tables import codings, decision_refs, decisions, finding_reports, findings, reports

AT_ONCE = 500  # reports of one query


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report's newest coding, the live decisions on its records and the findings about it that nobody dismissed.

    `place` orders reports as they were added; `versions` counts the codings there are.
    """

    coding: Coding
    place: int
    versions: int
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...] = ()


def dossier(db: Connection, report: str) -> Dossier | None:
    """All of one report, None when there is none of that id."""
    for coding, place, versions in _newest(db, [report]):
        return Dossier(coding, place, versions, tuple(made.about(db, [report])), tuple(_findings(db, report)))
    return None


def dossiers(db: Connection, wanted: Sequence[str], verdicts: Collection[str]) -> Iterator[Dossier]:
    """Several reports in the order they were added, with the decisions of some verdicts and without findings."""
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        by_report: dict[str, list[Decision]] = {}
        for one in made.about(db, some, verdicts):
            by_report.setdefault(one.subject[0].report, []).append(one)
        for coding, place, versions in _newest(db, some):
            yield Dossier(coding, place, versions, tuple(by_report.get(coding.report.id, ())))


def _newest(db: Connection, wanted: Collection[str]) -> Iterator[tuple[Coding, int, int]]:
    """The newest coding of each report, where the report stands in the book and how many codings it has."""
    newest = select(codings.c.report, func.max(codings.c.id).label("id"), func.count().label("versions"))
    last = {row.id: row for row in db.execute(newest.where(codings.c.report.in_(wanted)).group_by(codings.c.report))}
    places = select(reports.c.id, reports.c.entry).where(reports.c.id.in_(wanted))
    place = {row.id: row.entry or 0 for row in db.execute(places)}
    bodies = select(codings.c.id, codings.c.body).where(codings.c.id.in_(last))
    body = {row.id: row.body for row in db.execute(bodies)}
    for row in sorted(last.values(), key=lambda row: place[row.report]):
        yield decoded(row.report, body[row.id]), place[row.report], row.versions


def _findings(db: Connection, report: str) -> Iterator[Finding]:
    dismissed = (
        select(decisions.c.id)
        .join(decision_refs, decision_refs.c.decision == decisions.c.id)
        .where(decision_refs.c.report == "", decision_refs.c.record == findings.c.id)
        .where(decisions.c.verdict == "dismiss", decisions.c.withdrawn_at.is_(None))
    )
    about = select(findings.c.body).join(finding_reports).where(finding_reports.c.report == report, ~dismissed.exists())
    for body in db.execute(about.order_by(findings.c.id)).scalars():
        yield msgspec.json.decode(body, type=Finding)
