"""The queue, the report page and every decision on it."""

import json
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import MovedError
from onrecord.export.page import cards, pieces
from onrecord.project.desk import VOTES, Desk, ReportView
from onrecord.project.states import STATES, VERDICTS
from onrecord.project.triage import KINDS
from onrecord.review import by_id
from onrecord.review.rivals import all_candidates, candidates
from onrecord.store import Wanted
from onrecord.web.answers import need, page, session_of
from onrecord.web.fields import change_from, fields_of
from onrecord.web.paging import ROWS, offset_of, pager
from onrecord.web.shown import groups_of, one

GRAPHIC = frozenset(("killing", "execution", "torture", "sexual_violence", "suicide_bombing", "assassination"))
FILTERS = ("words", "outlet", "since", "until", "triage")


def desk_of(request: Request) -> Desk:
    """The desk of the person who asks; a coder works blind."""
    session = session_of(request)
    state = request.app.state
    if request.method == "POST":
        state.summing.wake()  # what is decided now is looked at before a page asks for it
    return Desk(state.book, session.person, session.role == "coder", state.states, session.undone)


def queue(request: Request) -> Response:
    """The reports of a state, filtered."""
    asked = request.query_params
    filters = {name: asked.get(name, "").strip() for name in FILTERS}
    filters["triage"] = filters["triage"] if filters["triage"] in KINDS else ""
    state = asked.get("state") if asked.get("state") in STATES else None
    words, outlet, since, until, kind = (filters[name] for name in FILTERS)
    found = desk_of(request).queue(Wanted(words, outlet, since, until, triage=kind), state, ROWS, offset_of(request))
    turn = pager(request, found.total)
    return page(
        request,
        "queue.html.j2",
        rows=found.rows,
        total=found.total,
        counts=found.counts,
        states=STATES,
        kinds=KINDS,
        state=state,
        filters=filters,
        outlets=request.app.state.states.outlets(),
        pages_before=turn.before,
        pages_after=turn.after,
    )


def report(request: Request) -> Response:
    """A report with its records."""
    return report_page(request, request.path_params["report"])


def report_page(request: Request, name: str) -> Response:
    desk = desk_of(request)
    view = desk.report(name)
    groups = groups_of(view.coding)
    shown = [card for _, here in groups for card in here]
    before, after = desk.book.around(name)
    hidden = tuple((f.span, f.kind) for f in view.coding.report.furniture)
    return page(
        request,
        "report.html.j2",
        report=view.coding.report,
        view=view,
        groups=groups,
        pieces=pieces(view.coding.report.text, cards(view.coding, ""), hidden),
        total=len(shown),
        decided=sum(bool(view.verdict(c.id)) for c in shown),
        before=before or "",
        after=after or "",
        policy=_policy(desk),
        rivals=all_candidates(view.coding),
        plain=frozenset(view.open_records(c.id for c in shown)),
        graphic=sorted({event.type for event in view.coding.events if event.type in GRAPHIC}),
        clash=None,
    )


def _policy(desk: Desk) -> str:
    """What the manager wrote above the notes."""
    said = desk.book.decisions("policy")
    return said[-1].reason or "" if said else ""


def card(
    request: Request, name: str, record: str, clash: dict[str, Any] | None = None, view: ReportView | None = None
) -> Response:
    """One record of a report, after something was decided of it; with `clash`, after it was not, as another was quicker."""
    view = view or desk_of(request).report(name)
    shown = _card(view, record)
    rivals = {record: candidates(view.coding, by_id(view.coding)[record])}
    plain = view.open_records([record])
    return page(request, "one.html.j2", card=shown, report=view.coding.report, view=view, rivals=rivals, plain=plain, clash=clash)


def _card(view: ReportView, record: str) -> Any:
    try:
        return one(view.coding, record)
    except KeyError:
        raise HTTPException(404, f"No record {record} in this report.") from None


def form(request: Request) -> Response:
    """The form to edit a record, or to give a reason or a note."""
    need(request, "decide")
    name, record, what = (request.path_params[part] for part in ("report", "record", "what"))
    view = desk_of(request).report(name)
    shown = _card(view, record)
    address = f"/report/{name}/record/{record}"
    if what == "edit":
        there = by_id(view.coding)[record]
        values: dict[str, Any] = {
            "fields": fields_of(view.coding, there),
            "rivals": candidates(view.coding, there),
            "seen": view.newest(record),
        }
        return page(request, "edit.html.j2", address=address, card=shown, **values)
    words = {"reject": "Why?", "note": "Note"}.get(what)
    if words is None:
        raise HTTPException(404, "No such form.")
    return page(request, "reason.html.j2", address=address, verdict=what, words=words, seen=view.newest(record))


async def decide(request: Request) -> Response:
    """Accept, reject, edit, flag or note a record."""
    given = await request.form()
    values = {name: [str(v) for v in given.getlist(name)] for name in given}
    return await run_in_threadpool(_decide, request, values)


def _decide(request: Request, values: dict[str, list[str]]) -> Response:
    need(request, "decide")
    name, record, what = (request.path_params[part] for part in ("report", "record", "what"))
    desk = desk_of(request)
    view = desk.report(name)
    _card(view, record)
    try:
        after = _said(desk, view, record, what, values)
    except MovedError:
        view = desk.report(name)
        theirs = next((d for d in reversed(view.of(record)) if d.verdict in VERDICTS), None)
        given = [(key, value) for key, some in values.items() if key != "seen" for value in some]
        return card(request, name, record, {"theirs": theirs, "what": what, "given": given})
    return card(request, name, record, view=after)


def _said(desk: Desk, view: ReportView, record: str, what: str, values: dict[str, list[str]]) -> ReportView | None:
    """Put what a person said of a record into the book; the view after it, where it leaves the record as it is. MovedError when another was quicker."""
    name, reason, seen = view.coding.report.id, values.get("reason", [""])[0], values.get("seen", [None])[0]
    if what == "flag":
        return desk.flag(name, record, view)
    if what in VOTES:
        return desk.vote(name, record, what, view)
    if what in ("accept", "reject", "note"):
        return view.plus(desk.decide(name, [record], what, reason, seen=None if what == "note" else seen))
    if what != "edit":
        raise HTTPException(404, "No such decision.")
    change = change_from(fields_of(view.coding, by_id(view.coding)[record]), values)
    if change:
        desk.decide(name, [record], "edit", reason, change, seen)
    return None


async def on_report(request: Request) -> Response:
    """A note on a report, its state, or the acceptance of the open records that the person has on the screen."""
    given = await request.form()
    return await run_in_threadpool(_on_report, request, {name: str(given[name]) for name in given})


def _on_report(request: Request, values: dict[str, str]) -> Response:
    need(request, "decide")
    name, what = request.path_params["report"], request.path_params["what"]
    desk = desk_of(request)
    view = desk.report(name)
    if what == "finished":
        desk.mark(name, "done")
        after = desk.following(name)
        return Response(status_code=204, headers={"HX-Redirect": f"/report/{after}" if after else "/"})
    if what == "note":
        desk.decide(name, [""], "note", values.get("reason"))
    elif what == "state":
        desk.mark(name, values.get("state", ""))
    elif what == "accept-all":
        if records := view.open_records(values.get("records", "").split()):
            desk.decide(name, records, "accept")
    else:
        raise HTTPException(404, "No such decision.")
    return report_page(request, name)


def undo(request: Request) -> Response:
    """Take this person's last step back, or take it again; the page shows the record, another page is left for it."""
    need(request, "decide")
    desk = desk_of(request)
    step = desk.undo() if request.url.path == "/undo" else desk.redo()
    if not step:
        return Response(status_code=204)
    at, record = step[0].subject[0].report, step[0].subject[0].record
    if not at or urlsplit(request.headers.get("hx-current-url", "")).path != f"/report/{at}":
        return Response(
            status_code=204, headers={"HX-Redirect": f"/report/{at}{f'#r-{quote(record)}' if record else ''}" if at else "/"}
        )
    answer = report_page(request, at)
    answer.headers.update({"HX-Retarget": "main", "HX-Reswap": "outerHTML", "HX-Reselect": "main"})
    answer.headers["HX-Trigger-After-Settle"] = json.dumps({"chosen": {"id": record}})
    return answer


ROUTES = [
    Route("/", queue),
    Route("/report/{report}", report),
    Route("/report/{report}/record/{record}/{what}", form),
    Route("/report/{report}/record/{record}/{what}", decide, methods=["POST"]),
    Route("/report/{report}/{what}", on_report, methods=["POST"]),
    Route("/undo", undo, methods=["POST"]),
    Route("/redo", undo, methods=["POST"]),
]
