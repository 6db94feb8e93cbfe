"""The incidents: their list, one with all that is told of it, and what an analyst says of its links."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.project.link import link_all
from onrecord.project.overview import PAIR_VERDICTS, incident
from onrecord.records import Incident, Ref
from onrecord.store.summary import ask
from onrecord.web.answers import need, page, unblinded
from onrecord.web.overview import summing_of, told_of
from onrecord.web.paging import ROWS, offset_of, pager
from onrecord.web.reviewing import desk_of
from onrecord.web.world import Spot, drawn

MOST = 50  # reports, figures and links that the page of an incident shows


@unblinded
def incidents(request: Request) -> Response:
    """The incidents in order of time."""
    summing = summing_of(request)
    behind, words = summing.ready(), request.query_params.get("words", "").casefold().strip()
    with summing.summary.reading() as db:
        total, found = ask.incidents(db, words, ROWS, offset_of(request))
        linked = ask.is_linked(db)
    values: dict[str, Any] = {"incidents": found, "total": total, "words": words, "linked": linked}
    return page(request, "incidents.html.j2", behind=behind, **values, pager=pager(request, total))


async def relink(request: Request) -> Response:
    """Link the book anew, the decisions obeyed."""
    need(request, "link")
    await run_in_threadpool(link_all, desk_of(request).book)
    return Response(status_code=204, headers={"HX-Redirect": "/incidents"})


@unblinded
def one_incident(request: Request) -> Response:
    """One incident: its reports, its figures side by side, the links and their reasons."""
    summing, name = summing_of(request), request.path_params["incident"]
    behind = summing.ready()
    found = incident(summing, name, "ucdp", MOST)
    if found is None:
        raise HTTPException(404, "No such incident; the book may have been linked anew.")
    return page(
        request,
        "incident.html.j2",
        behind=behind,
        found=found,
        incident=found.incident,
        map=drawn(_spots(found.incident)),
    )


def _spots(one: Incident) -> list[Spot]:
    if one.lat is None or one.lon is None:
        return []
    return [Spot(one.lon, one.lat, one.where_prec or 1, *told_of(one))]


async def decide_pair(request: Request) -> Response:
    """Same, unsure or different: the next linking obeys."""
    need(request, "link")
    given = await request.form()
    verdict = request.path_params["verdict"]
    if verdict not in PAIR_VERDICTS:
        raise HTTPException(404, "No such verdict.")
    desk = desk_of(request)
    subject = tuple(Ref(*str(given.get(part, "")).partition("/")[::2]) for part in ("one", "other"))
    for earlier in desk.book.decisions(by=desk.person):
        if earlier.verdict in PAIR_VERDICTS and set(earlier.subject) == set(subject):
            desk.book.withdraw(earlier.id, desk.person)
    desk.book.decide(verdict, subject, desk.person, str(given.get("reason") or "") or None)
    return Response(f"{verdict} – noted; it holds when the book is linked again", media_type="text/plain")


ROUTES = [
    Route("/incidents", incidents),
    Route("/incidents", relink, methods=["POST"]),
    Route("/incidents/{incident}", one_incident),
    Route("/pair/{verdict}", decide_pair, methods=["POST"]),
]
