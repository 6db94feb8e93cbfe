"""The map, the timeline and the actors of the whole book."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.project.overview import actor
from onrecord.project.summing import Summing
from onrecord.records import Incident
from onrecord.store.summary import Dated, Spotted, ask
from onrecord.web.answers import page, unblinded
from onrecord.web.paging import ROWS, offset_of, pager
from onrecord.web.words import calm
from onrecord.web.world import Spot, drawn

MOST_SPOTS = 2_000  # places that a map shows
REPORTS = 40  # of a page on an actor


def summing_of(request: Request) -> Summing:
    """The summary of the book."""
    found: Summing = request.app.state.summing
    return found


@dataclass(frozen=True, slots=True)
class Bar:
    """An incident on the timeline of its year, in per cent of its width."""

    incident: Incident
    left: float
    width: float


def _spot(found: Spotted) -> Spot:
    """A spot for a place and precision; where several incidents are there, it leads to their list."""
    return Spot(found.lon, found.lat, found.prec, *_told(found))


def told_of(one: Incident) -> tuple[str, str]:
    """The words of an incident's spot and the page it leads to."""
    return f"{one.type.replace('_', ' ')}, {calm(one.place)}, {one.edtf or 'no date'}", f"/incidents/{one.id}"


def _told(found: Spotted) -> tuple[str, str]:
    """The words of a spot and the page it leads to."""
    first = found.first
    if found.many == 1:
        return told_of(first)
    return f"{calm(first.place)}: {found.many} incidents", f"/incidents?words={quote((first.place or '').casefold())}"


@unblinded
def world(request: Request) -> Response:
    """The incidents on a map."""
    summing = summing_of(request)
    behind = summing.ready()
    with summing.summary.reading() as db:
        placed, found = ask.spots(db, MOST_SPOTS)
        total, _ = ask.incidents(db, "", 0, 0)
    return page(
        request,
        "map.html.j2",
        behind=behind,
        map=drawn([_spot(one) for one in found]),
        placed=placed,
        total=total,
        spots=len(found),
    )


@unblinded
def timeline(request: Request) -> Response:
    """The incidents along time, each as long as its date is uncertain."""
    summing = summing_of(request)
    behind = summing.ready()
    with summing.summary.reading() as db:
        known, total, found = ask.dated(db, ROWS, offset_of(request))
    years = [(year, [_bar(one) for one in here]) for year, here in groupby(found, key=lambda one: one.first[:4])]
    return page(request, "timeline.html.j2", behind=behind, years=years, shown=known, total=total, pager=pager(request, known))


def _bar(one: Dated) -> Bar:
    """The bar of an incident on the line of the year it begins in; one that goes on is cut at the year's end."""
    first = date.fromisoformat(one.first)
    start, end = date(first.year, 1, 1), min(date.fromisoformat(one.last), date(first.year, 12, 31))
    return Bar(one.incident, 100 * (first - start).days / 366, max(0.6, 100 * ((end - first).days + 1) / 366))


@unblinded
def actors(request: Request) -> Response:
    """The actors of the book, most spoken of first; one with what is said about and by it."""
    summing, asked = summing_of(request), request.query_params
    behind, name, words = summing.ready(), asked.get("name", ""), asked.get("words", "").strip()
    if name:
        found = actor(summing, name, REPORTS, offset_of(request))
        return page(request, "actor.html.j2", behind=behind, name=name, found=found, pager=pager(request, found.reports, REPORTS))
    with summing.summary.reading() as db:
        total, counts = ask.actors(db, words, ROWS, offset_of(request))
    return page(request, "actors.html.j2", behind=behind, counts=counts, total=total, words=words, pager=pager(request, total))


ROUTES = [
    Route("/map", world),
    Route("/timeline", timeline),
    Route("/actors", actors),
]
