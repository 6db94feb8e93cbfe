"""The coders: who may sign in, how far two agree, and where they differ, for a reviewer to settle."""

import json
from itertools import combinations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.project.states import VERDICTS, change_of, differing
from onrecord.records import Coding, Decision, Ref
from onrecord.review import reviewed
from onrecord.review.agreement import alignment, fields_agreed
from onrecord.web.answers import need, page
from onrecord.web.guard import RIGHTS
from onrecord.web.people import add_person, people
from onrecord.web.reviewing import desk_of
from onrecord.web.shown import one


def coders(request: Request) -> Response:
    """People and agreement."""
    session = need(request, "read")
    desk = desk_of(request)
    done = _done(desk.book.decisions("state"))
    tables = []
    if session.may("adjudicate"):
        for first, second in combinations(sorted({who for names in done.values() for who in names}), 2):
            shared = [report for report, names in done.items() if {first, second} <= names]
            machine = [desk.book.codings(r)[0] for r in shared]
            codings = [_both(coding, desk.book.decisions(report=coding.report.id), first, second) for coding in machine]
            if codings:
                reports = [coding.report for coding in machine]
                tables.append((first, second, reports, fields_agreed(codings), alignment(codings)))
    listed = [(name, entry["role"]) for name, entry in sorted(people(desk.book).items())]
    return page(
        request, "coders.html.j2", people=listed, roles=list(RIGHTS), tables=tables, policy=_policy(desk.book.decisions("policy"))
    )


def _policy(said: list[Decision]) -> str:
    return said[-1].reason or "" if said else ""


def _done(marks: list[Decision]) -> dict[str, set[str]]:
    """Who is done with which report: each person's last word counts."""
    last: dict[tuple[str, str], str] = {}
    for mark in marks:
        last[mark.subject[0].report, mark.by] = str(change_of(mark).get("state"))
    out: dict[str, set[str]] = {}
    for (report, who), state in last.items():
        if state == "done":
            out.setdefault(report, set()).add(who)
    return out


def _both(coding: Coding, decisions: list[Decision], first: str, second: str) -> tuple[Coding, Coding]:
    """The coding as each of two coders left it."""
    made = [d for d in decisions if d.verdict in VERDICTS]
    left, right = (reviewed(coding, [d for d in made if d.by == who]) for who in (first, second))
    return left, right


def differences(request: Request) -> Response:
    """Record by record, what the coders of a report decided differently."""
    need(request, "adjudicate")
    name, desk = request.path_params["report"], desk_of(request)
    view = desk.report(name)
    names = sorted(_done(desk.book.decisions("state")).get(name, set()))
    rows = []
    for record in differing(view.decisions, names):
        last = {d.by: d for d in view.of(record) if d.by in names and d.verdict in VERDICTS}
        rows.append((one(view.coding, record), [(who, last.get(who)) for who in names]))
    return page(request, "differences.html.j2", report=view.coding.report, rows=rows, names=names)


async def settle(request: Request) -> Response:
    """A reviewer's word on a record that coders differ on: one coder's decision, with a reason."""
    need(request, "adjudicate")
    given = {name: str(value) for name, value in (await request.form()).items()}
    name, record, desk = request.path_params["report"], request.path_params["record"], desk_of(request)
    if not given.get("reason", "").strip():
        raise HTTPException(400, "Settling a difference needs its reason.")
    theirs = [d for d in desk.report(name).of(record) if d.by == given.get("who") and d.verdict in VERDICTS]
    verdict, change = (theirs[-1].verdict, theirs[-1].change) if theirs else ("accept", None)
    desk.decide(name, [record], verdict, given["reason"], json.loads(change) if change and verdict == "edit" else None)
    return Response(status_code=204, headers={"HX-Redirect": f"/differences/{name}"})


async def add(request: Request) -> Response:
    """Let a person sign in, or set the words above the notes."""
    session = need(request, "manage")
    given = {name: str(value) for name, value in (await request.form()).items()}
    book = desk_of(request).book
    if request.path_params["what"] == "person":
        add_person(book, given.get("name", ""), given.get("role", ""), given.get("password", ""), session.person)
    elif request.path_params["what"] == "policy":
        book.decide("policy", (Ref("", "policy"),), session.person, given.get("policy", "")[:1500])
    else:
        raise HTTPException(404, "No such page.")
    return Response(status_code=204, headers={"HX-Redirect": "/coders"})


ROUTES = [
    Route("/coders", coders),
    Route("/coders/{what}", add, methods=["POST"]),
    Route("/differences/{report}", differences),
    Route("/differences/{report}/{record}", settle, methods=["POST"]),
]
