"""The coders: who may sign in, and how far two agree."""

from itertools import combinations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.project.states import VERDICTS, change_of
from onrecord.records import Coding, Decision, Ref
from onrecord.review import reviewed
from onrecord.review.agreement import alignment, fields_agreed
from onrecord.web.answers import need, page
from onrecord.web.people import add_person, people, remove_person
from onrecord.web.reviewing import desk_of
from onrecord.web.sessions import RIGHTS


def coders(request: Request) -> Response:
    """People and agreement."""
    session = need(request, "read")
    desk = desk_of(request)
    done = done_by(desk.book.decisions("state"))
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


def done_by(marks: list[Decision]) -> dict[str, set[str]]:
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


async def add(request: Request) -> Response:
    """Let a person sign in, with another role or no longer, or set the words above the notes."""
    session = need(request, "manage")
    given = {name: str(value) for name, value in (await request.form()).items()}
    book = desk_of(request).book
    if request.path_params["what"] == "person":
        add_person(book, given.get("name", ""), given.get("role", ""), given.get("password"), session.person)
    elif request.path_params["what"] == "removed":
        remove_person(book, given.get("name", ""), session.person)
    elif request.path_params["what"] == "policy":
        book.decide("policy", (Ref("", "policy"),), session.person, given.get("policy", "")[:1500])
    else:
        raise HTTPException(404, "No such page.")
    return Response(status_code=204, headers={"HX-Redirect": "/coders"})


ROUTES = [
    Route("/coders", coders),
    Route("/coders/{what}", add, methods=["POST"]),
]
