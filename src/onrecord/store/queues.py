"""The reports as an analyst works through them: a page of rows, and which of them anybody has touched."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from onrecord.store.decisions import is_one_of
from onrecord.store.tables import codings, decision_refs, decisions, finding_reports, reports
from onrecord.store.triage import reports_that

OPENING = 160  # characters of a report's text that a list shows where there is no title


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports: words of the title or name, an outlet, days from and to (ISO).

    `triage` ∈ relevant, irrelevant, background, repeats keeps to those of which triage said so; "" to all.
    """

    words: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    triage: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in a list, with the counts of its newest coding."""

    id: str
    name: str | None
    title: str | None
    outlet: str | None
    published: str | None
    statements: int
    figures: int
    events: int
    text: str = ""  # its opening only


def matching(db: Connection, wanted: Wanted) -> list[str]:
    """The ids of the reports that are wanted, in the order they were added."""
    query = select(reports.c.id).where(*_conditions(wanted)).order_by(reports.c.entry, reports.c.id)
    return list(db.execute(query).scalars())


def listed(db: Connection, some: Collection[str]) -> list[Listed]:
    """The rows of a handful of reports, in the order they were added."""
    newest = select(func.max(codings.c.id)).where(codings.c.report.in_(some)).group_by(codings.c.report)
    return [_listed(row) for row in db.execute(_rows().where(codings.c.id.in_(newest)))]


def _rows() -> Select[Any]:
    columns = (reports.c.id, reports.c.name, reports.c.title, reports.c.outlet, codings.c.anchor)
    opening = func.substr(reports.c.text, 1, OPENING).label("text")
    counts = (codings.c.statements, codings.c.figures, codings.c.events)
    return select(*columns, *counts, opening).join(codings).order_by(reports.c.entry, reports.c.id)


def _listed(row: Row[Any]) -> Listed:
    return Listed(row.id, row.name, row.title, row.outlet, row.anchor or None, row.statements, row.figures, row.events, row.text)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    out: list[ColumnElement[bool]] = []
    if wanted.words:
        out.append(or_(*(c.icontains(wanted.words, autoescape=True) for c in (reports.c.title, reports.c.name, reports.c.id))))
    if wanted.outlet:
        out.append(reports.c.outlet == wanted.outlet)
    if wanted.since:
        out.append(reports.c.published >= wanted.since)
    if wanted.until:
        out.append(reports.c.published <= wanted.until)
    if wanted.triage:
        out.append(reports_that(wanted.triage))
    return out


def around(db: Connection, report: str) -> tuple[str | None, str | None]:
    """The ids of the reports added just before and just after one."""
    entry = select(reports.c.entry).where(reports.c.id == report).scalar_subquery()
    before = select(reports.c.id).where(reports.c.entry < entry).order_by(reports.c.entry.desc()).limit(1)
    after = select(reports.c.id).where(reports.c.entry > entry).order_by(reports.c.entry).limit(1)
    return db.execute(before).scalar(), db.execute(after).scalar()


def outlets(db: Connection, most: int = 500) -> list[str]:
    """The outlets of the book's reports."""
    query = select(reports.c.outlet).where(reports.c.outlet.is_not(None)).distinct().order_by(reports.c.outlet).limit(most)
    return [outlet for outlet in db.execute(query).scalars() if outlet is not None]


def touched(db: Connection, verdicts: Collection[str], only: Collection[str] | None = None) -> dict[str, int]:
    """Number of records with a live decision of these kinds, by report; of `only` these reports."""
    query = (
        select(decision_refs.c.report, func.count(func.distinct(decision_refs.c.record)).label("total"))
        .join(decisions, decisions.c.id == decision_refs.c.decision)
        .where(decisions.c.withdrawn_at.is_(None), is_one_of(verdicts))
        .group_by(decision_refs.c.report)
    )
    if only is not None:
        query = query.where(decision_refs.c.report.in_(only))
    return {row.report: row.total for row in db.execute(query)}


def fired(db: Connection, only: Collection[str] | None = None) -> dict[str, int]:
    """Number of findings that nobody dismissed, by report; of `only` these reports."""
    dismissed = (
        select(decision_refs.c.record)
        .join(decisions, decisions.c.id == decision_refs.c.decision)
        .where(decisions.c.verdict == "dismiss", decisions.c.withdrawn_at.is_(None))
    )
    query = (
        select(finding_reports.c.report, func.count().label("total"))
        .where(finding_reports.c.finding.not_in(dismissed))
        .group_by(finding_reports.c.report)
    )
    if only is not None:
        query = query.where(finding_reports.c.report.in_(only))
    return {row.report: row.total for row in db.execute(query)}
