"""The ledger, its chart and the checks of the whole book."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.check import check
from onrecord.export.chart import points, svg
from onrecord.ledger import profile, profiles
from onrecord.project.account import account_of
from onrecord.project.figures import Wanted
from onrecord.project.overview import figures, findings
from onrecord.records import Ref
from onrecord.web.answers import need, page, unblinded
from onrecord.web.overview import summing_of
from onrecord.web.paging import ROWS, offset_of, pager
from onrecord.web.reviewing import desk_of

MOST_POINTS = 1_000  # figures of a chart
MOST_SENTENCES = 20  # of a finding


@unblinded
def ledger(request: Request) -> Response:
    """The ledger: every figure side by side, with the totals of a profile."""
    asked, summing = request.query_params, summing_of(request)
    by = asked.get("profile", "")
    by = by if by in profiles() else "ucdp"
    wanted = Wanted(asked.get("incident") or None, asked.get("actor", "").strip() or None, asked.get("measure") or None)
    behind = summing.ready()
    found = figures(summing, wanted, by, ROWS, offset_of(request))
    values: dict[str, Any] = {"lines": found.lines, "totals": found.totals, "total": found.found, "wanted": wanted}
    return page(
        request,
        "ledger.html.j2",
        behind=behind,
        **values,
        profiles=list(profiles()),
        profile=profile(by),
        pager=pager(request, found.found),
    )


@unblinded
def chart(request: Request) -> Response:
    """The toll over time as an SVG file."""
    asked, summing = request.query_params, summing_of(request)
    wanted = Wanted(asked.get("incident") or None, asked.get("actor") or None, asked.get("measure") or "killed")
    summing.ready()
    found = figures(summing, wanted, "ucdp", MOST_POINTS)
    drawing = svg(points(line.entry for line in found.lines), f"{wanted.measure} over time")
    return Response(drawing, media_type="image/svg+xml")


@unblinded
def checks(request: Request) -> Response:
    """What does not add up, and what was dismissed with which reason."""
    summing = summing_of(request)
    behind = summing.ready()
    total, rows = findings(summing, ROWS, offset_of(request), MOST_SENTENCES)
    return page(request, "checks.html.j2", behind=behind, rows=rows, total=total, pager=pager(request, total))


async def recheck(request: Request) -> Response:
    """Run the checks over the book."""
    need(request, "link")
    book = desk_of(request).book

    def run() -> None:
        book.replace_findings(check(account_of(book)))

    await run_in_threadpool(run)
    return Response(status_code=204, headers={"HX-Redirect": "/checks"})


async def dismiss(request: Request) -> Response:
    """Dismiss a finding with a reason."""
    need(request, "adjudicate")
    reason = str((await request.form()).get("reason", "")).strip()
    desk = desk_of(request)
    name = request.path_params["finding"]
    if not reason:
        raise HTTPException(400, "A dismissal needs its reason.")
    if not desk.book.findings_named([name]):
        raise HTTPException(404, "No such finding.")
    desk.book.decide("dismiss", (Ref("", name),), desk.person, reason)
    return Response(status_code=204, headers={"HX-Redirect": "/checks"})


ROUTES = [
    Route("/ledger", ledger),
    Route("/chart.svg", chart),
    Route("/checks", checks),
    Route("/checks", recheck, methods=["POST"]),
    Route("/checks/{finding}", dismiss, methods=["POST"]),
]
