"""Records made from others or from words of the report: added from a selection, split, merged, and rivals taken."""

import json
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.project.desk import ReportView
from onrecord.records import Span
from onrecord.review import by_id
from onrecord.review.adding import merged, selected, split
from onrecord.review.rivals import candidates
from onrecord.web.answers import need
from onrecord.web.reviewing import card, desk_of, report_page


def _span(view: ReportView, values: dict[str, str]) -> Span:
    """The selection that a form carries; its words must be those of the report there."""
    given = values.get("start", ""), values.get("end", "")
    if not all(len(part) < 12 and part.isdecimal() for part in given):
        raise UsageError("select words of the report first")
    start, end = int(given[0]), int(given[1])
    if view.coding.report.text[start:end] != values.get("words", "").replace("\r\n", "\n"):
        raise UsageError("the selection is not what the report says there; load the page again")
    return start, end


def _composing(what: str) -> Callable[[Request], Awaitable[Response]]:
    async def compose(request: Request) -> Response:
        given = await request.form()
        values = {name: str(given[name]) for name in given}
        return await run_in_threadpool(_compose, request, what or request.path_params["kind"], values)

    return compose


def _compose(request: Request, what: str, values: dict[str, str]) -> Response:
    """Add from a selection (`what` is then the kind), split, merge, or take a rival: one undo step."""
    need(request, "decide")
    name, record = (request.path_params.get(part, "") for part in ("report", "record"))
    desk = desk_of(request)
    view = desk.report(name)
    if what == "rival":
        return _rival(request, view, name, record, values.get("n", ""))
    if what == "split":
        moves = split(view.coding, record, _span(view, values))
    elif what == "merge":
        moves = merged(view.coding, record, values.get("others", "").split())
    else:
        moves = [selected(view.coding, what, _span(view, values))]
    desk.make(name, moves)
    answer = report_page(request, name)
    chosen = record if what == "merge" else moves[0].record
    answer.headers["HX-Trigger-After-Settle"] = json.dumps({"chosen": {"id": chosen, "edit": not record}})
    return answer


def _rival(request: Request, view: ReportView, name: str, record: str, number: str) -> Response:
    there = by_id(view.coding)
    if record not in there:
        raise HTTPException(404, f"No record {record} in this report.")
    found = candidates(view.coding, there[record])
    if not (number.isdecimal() and len(number) == 1 and 1 <= int(number) <= len(found)):
        raise HTTPException(404, "No such rival.")
    desk_of(request).decide(name, [record], "edit", None, found[int(number) - 1][1])
    return card(request, name, record)


ROUTES = [
    Route("/report/{report}/select/{kind}", _composing(""), methods=["POST"]),
    *(
        Route(f"/report/{{report}}/record/{{record}}/{what}", _composing(what), methods=["POST"])
        for what in ("split", "merge", "rival")
    ),
]
