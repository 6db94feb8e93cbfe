"""The JSON side of the desk: the same reports, decisions and account as the pages, for other programs.

One table of operations gives both the routes and their description (`/api/openapi.json`), so neither can lack what the other has.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.project.desk import ReportView
from onrecord.project.figures import Wanted as WantedFigures
from onrecord.project.overview import figures
from onrecord.records import Decision, Finding, Incident
from onrecord.review import by_id
from onrecord.review.kinds import without
from onrecord.store import Listed, Wanted
from onrecord.store.summary import ask
from onrecord.web.answers import need, session_of, unblinded
from onrecord.web.openapi import Operation, described
from onrecord.web.overview import summing_of
from onrecord.web.reviewing import desk_of
from onrecord.web.shapes import (
    FigureLine,
    Figures,
    NewDecision,
    Nothing,
    ReportLine,
    ReportPage,
    ReviewedReport,
    TotalLine,
    WhichFigures,
    WhichPage,
    WhichReports,
)


def list_reports(request: Request, which: WhichReports) -> ReportPage:
    """Reports, in the order they were added."""
    wanted = Wanted(which.words, which.outlet, which.since, which.until)
    found = desk_of(request).queue(wanted, which.state or None, which.limit, which.offset)
    rows = (ReportLine(**_listed(row.report), decided=row.decided, findings=row.findings, state=row.state) for row in found.rows)
    return ReportPage(found.total, tuple(rows))


def _listed(report: Listed) -> dict[str, Any]:
    return {name: value for name, value in asdict(report).items() if name != "text"}


def _view(request: Request) -> ReportView:
    desk, name = desk_of(request), request.path_params["report"]
    try:
        return desk.report(name)
    except UsageError:
        raise HTTPException(404, f"No report {name}.") from None


def one_report(request: Request, _: Nothing) -> ReviewedReport:
    """A report's coding with the decisions applied; rejected records are left out."""
    view = _view(request)
    gone = {record for record in by_id(view.coding) if view.verdict(record) == "reject"}
    return ReviewedReport(view.state, without(view.coding, gone), view.findings)


def list_decisions(request: Request, which: WhichPage) -> tuple[Decision, ...]:
    """The live decisions on a report that the caller may see, oldest first."""
    return _view(request).decisions[which.offset : which.offset + which.limit]


def decide(request: Request, wanted: NewDecision) -> tuple[Decision, ...]:
    """Decide on a record, or note or mark a report."""
    view, desk = _view(request), desk_of(request)
    report = view.coding.report.id
    if wanted.record and wanted.record not in by_id(view.coding):
        raise HTTPException(404, f"No record {wanted.record} in {report}.")
    if not wanted.record and wanted.verdict not in ("note", "state"):
        raise HTTPException(400, f"{wanted.verdict}: is said of a record; name it.")
    if wanted.verdict == "state":
        return desk.mark(report, str((wanted.change or {}).get("state", "")))
    change = wanted.change if wanted.verdict == "edit" else None
    return desk.decide(report, [wanted.record], wanted.verdict, wanted.reason, change, wanted.seen)


def withdraw(request: Request, _: Nothing) -> Decision:
    """Take one's own decision back; it stays in the book with the day it was withdrawn."""
    session, name = session_of(request), request.path_params["decision"]
    book = desk_of(request).book
    if name not in {d.id for d in book.decisions(by=session.person) if d.verdict not in ("person", "policy")}:
        raise HTTPException(404, f"No live decision {name} of yours.")
    return book.withdraw(name, session.person)


@unblinded
def list_incidents(request: Request, which: WhichPage) -> tuple[Incident, ...]:
    """The incidents of the book; an event that was not linked is one of its own."""
    summing = summing_of(request)
    summing.ready()
    with summing.summary.reading() as db:
        return tuple(ask.all_incidents(db, which.limit, which.offset))


@unblinded
def one_incident(request: Request, _: Nothing) -> Incident:
    """One incident."""
    summing = summing_of(request)
    summing.ready()
    with summing.summary.reading() as db:
        found = ask.incident_named(db, request.path_params["incident"])
    if found is None:
        raise HTTPException(404, "No such incident; the book may have been linked anew.")
    return found


@unblinded
def list_findings(request: Request, which: WhichPage) -> tuple[Finding, ...]:
    """What the checks found, dismissed findings left out."""
    summing = summing_of(request)
    summing.ready()
    with summing.summary.reading() as db:
        names = ask.open_findings(db, which.limit, which.offset)
    found = summing.book.findings_named(names)
    return tuple(found[name] for name in names if name in found)


@unblinded
def list_figures(request: Request, which: WhichFigures) -> Figures:
    """The ledger: every figure as given, and the totals of a profile."""
    wanted = WantedFigures(which.incident or None, which.actor or None, which.measure or None)
    summing = summing_of(request)
    summing.ready()
    found = figures(summing, wanted, which.profile, which.limit)
    lines = tuple(
        FigureLine(
            report=e.ref.report,
            record=e.ref.record,
            incident=e.incident,
            words=e.words,
            low=e.figure.low,
            high=e.figure.high,
            bound=e.figure.bound,
            measure=e.figure.measure,
            speaker=e.speaker,
            outlet=e.outlet,
            edtf=e.edtf,
            superseded=bool(e.superseded_by),
            sentence=line.sentence,
        )
        for line in found.lines
        for e in (line.entry,)
    )
    totals = (
        TotalLine(t.incident.id, t.measure, t.estimate.low, t.estimate.best, t.estimate.high) for t in found.totals[: which.limit]
    )
    return Figures(found.found, lines, tuple(totals))


OPERATIONS = (
    Operation("GET", "/api/reports", list_reports, "read", WhichReports, ReportPage),
    Operation("GET", "/api/reports/{report}", one_report, "read", Nothing, ReviewedReport),
    Operation("GET", "/api/reports/{report}/decisions", list_decisions, "read", WhichPage, tuple[Decision, ...]),
    Operation("POST", "/api/reports/{report}/decisions", decide, "decide", NewDecision, tuple[Decision, ...], 201),
    Operation("POST", "/api/decisions/{decision}/withdrawal", withdraw, "decide", Nothing, Decision),
    Operation("GET", "/api/incidents", list_incidents, "read", WhichPage, tuple[Incident, ...]),
    Operation("GET", "/api/incidents/{incident}", one_incident, "read", Nothing, Incident),
    Operation("GET", "/api/findings", list_findings, "read", WhichPage, tuple[Finding, ...]),
    Operation("GET", "/api/figures", list_figures, "read", WhichFigures, Figures),
)


def _endpoint(operation: Operation) -> Callable[[Request], Any]:
    """The operation as Starlette calls it: rights, values checked against their types, and JSON out."""

    async def answer(request: Request) -> Response:
        need(request, operation.right)
        given: Any
        try:
            if operation.method == "GET":
                given = msgspec.convert(dict(request.query_params), operation.takes, strict=False)
            else:
                given = msgspec.json.decode(await request.body() or b"{}", type=operation.takes)
        except (msgspec.MsgspecError, UnicodeError) as error:
            raise HTTPException(400, str(error)) from None
        made = await run_in_threadpool(operation.run, request, given)
        return Response(msgspec.json.encode(made), operation.status, media_type="application/json")

    return answer


def description(request: Request) -> Response:
    """The OpenAPI description of all of it."""
    return Response(msgspec.json.encode(described(OPERATIONS, request.app.state.cookie)), media_type="application/json")


ROUTES = [
    Route("/api/openapi.json", description),
    *(Route(one.path, _endpoint(one), methods=[one.method]) for one in OPERATIONS),
]
