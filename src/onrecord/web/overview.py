"""The pages over the whole book: incidents, map, timeline, actors, ledger, checks, search, exports."""

import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from onrecord.check import check
from onrecord.export.chart import points, svg
from onrecord.export.formats import formats
from onrecord.ledger import Account, profile, profiles
from onrecord.link import link
from onrecord.project.decisions import reviewed_codings
from onrecord.project.exports import write
from onrecord.project.figures import Wanted, ledger
from onrecord.records import Incident, Ref
from onrecord.records.edtf import ends
from onrecord.web.accounts import account_of
from onrecord.web.answers import need, page, session_of
from onrecord.web.reviewing import desk_of
from onrecord.web.words import calm, titled
from onrecord.web.world import Spot, drawn

MOST = 200  # rows of a page
PAIR_VERDICTS = ("same", "unsure", "different")


@dataclass(frozen=True, slots=True)
class Bar:
    """An incident on the timeline of its year, in per cent of its width."""

    incident: Incident
    left: float
    width: float


def incidents(request: Request) -> Response:
    """The incidents in order of time."""
    account = account_of(request)
    found = sorted(account.incidents, key=lambda i: (i.edtf or "~", i.id))
    wanted = request.query_params.get("words", "").casefold().strip()
    if wanted:
        found = [i for i in found if wanted in f"{i.type} {i.place or ''} {i.edtf or ''} {i.country or ''}".casefold()]
    return page(request, "incidents.html.j2", incidents=found[:MOST], total=len(found), words=wanted, linked=bool(account.linked))


async def relink(request: Request) -> Response:
    """Link the book anew, the decisions obeyed."""
    need(request, "link")
    book = desk_of(request).book

    def run() -> None:
        found = link(reviewed_codings(book), book.decisions())
        book.replace_incidents(found.incidents, found.links)

    await run_in_threadpool(run)
    return Response(status_code=204, headers={"HX-Redirect": "/incidents"})


def incident(request: Request) -> Response:
    """One incident: its reports, its figures side by side, the links and their reasons."""
    account, name = account_of(request), request.path_params["incident"]
    happening = next((h for h in account.happenings() if h.incident.id == name), None)
    if happening is None:
        raise HTTPException(404, "No such incident; the book may have been linked anew.")
    members = set(happening.incident.events)
    touching = [one for one in desk_of(request).book.links() if one.one in members or one.other in members]
    decided = {frozenset(d.subject): d for d in desk_of(request).book.decisions() if d.verdict in PAIR_VERDICTS}
    pairs = [
        (one, _telling(account, one.one), _telling(account, one.other), decided.get(frozenset((one.one, one.other))))
        for one in touching
    ]
    found = ledger(account, Wanted(incident=name))
    reports = {ref.report: account.readings[ref.report].coding.report for ref in happening.incident.events}
    return page(
        request,
        "incident.html.j2",
        incident=happening.incident,
        happening=happening,
        lines=found.lines,
        totals=found.totals,
        pairs=pairs,
        reports=reports,
        map=drawn(_spots([happening.incident])),
        sentence=account.sentence,
    )


def _telling(account: Account, ref: Ref) -> dict[str, str]:
    reading = account.readings.get(ref.report)
    title = titled(reading.coding.report) if reading else ref.report
    return {"report": ref.report, "record": ref.record, "title": title, "sentence": account.sentence(ref)}


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


def _spots(found: list[Incident]) -> list[Spot]:
    """A spot for each place and precision; where several incidents are one spot, it leads to their list."""
    at: dict[tuple[float, float, int], list[Incident]] = defaultdict(list)
    for one in found:
        if one.lat is not None and one.lon is not None:
            at[one.lon, one.lat, one.where_prec or 1].append(one)
    return [Spot(lon, lat, prec, *_told(here)) for (lon, lat, prec), here in at.items()]


def _told(here: list[Incident]) -> tuple[str, str]:
    """The words of a spot and the page it leads to."""
    first = here[0]
    if len(here) == 1:
        return f"{first.type.replace('_', ' ')}, {calm(first.place)}, {first.edtf or 'no date'}", f"/incidents/{first.id}"
    return f"{calm(first.place)}: {len(here)} incidents", f"/incidents?words={quote((first.place or '').casefold())}"


def world(request: Request) -> Response:
    """The incidents on a map."""
    account = account_of(request)
    placed = [one for one in account.incidents if one.lat is not None]
    return page(request, "map.html.j2", map=drawn(_spots(placed)), placed=len(placed), total=len(account.incidents))


def timeline(request: Request) -> Response:
    """The incidents along time, each as long as its date is uncertain."""
    dated = [(ends(i.edtf), i) for i in account_of(request).incidents]
    known = sorted(((first, last or first, i) for (first, last), i in dated if first), key=lambda row: (row[0], row[2].id))[:MOST]
    years = [(year, [_bar(*one) for one in here]) for year, here in groupby(known, key=lambda row: row[0].year)]
    return page(request, "timeline.html.j2", years=years, shown=len(known), total=len(dated))


def _bar(first: date, last: date, incident: Incident) -> Bar:
    """The bar of an incident on the line of the year it begins in; one that goes on is cut at the year's end."""
    start, end = date(first.year, 1, 1), min(last, date(first.year, 12, 31))
    return Bar(incident, 100 * (first - start).days / 366, max(0.6, 100 * ((end - first).days + 1) / 366))


def actors(request: Request) -> Response:
    """The actors of the book, most spoken of first; one with all that is said about and by it."""
    account, name = account_of(request), request.query_params.get("name", "")
    if not name:
        counts = Counter((a.name, a.kind) for r in account.readings.values() for a in r.coding.actors)
        return page(request, "actors.html.j2", counts=counts.most_common(MOST))
    lines = ledger(account, Wanted(actor=name), most=MOST).lines
    events, said = [], []
    for report, reading in account.readings.items():
        named = {a.id: a.name for a in reading.coding.actors}
        mine = {a for a, called in named.items() if called.casefold() == name.casefold()}
        events += [
            (report, e, reading.sentence(e.trigger), mine & set(e.by)) for e in reading.coding.events if mine & {*e.by, *e.to}
        ]
        said += [
            (report, s, [reading.coding.report.text[a:b] for a, b in s.content])
            for s in reading.coding.statements
            if s.source in mine
        ]
    return page(request, "actor.html.j2", name=name, lines=lines, events=events[:MOST], said=said[:MOST])


def figures(request: Request) -> Response:
    """The ledger: every figure side by side, with the totals of a profile."""
    asked = request.query_params
    by = asked.get("profile") if asked.get("profile") in profiles() else "ucdp"
    wanted = Wanted(None, asked.get("actor", "").strip() or None, asked.get("measure") or None)
    account, made = account_of(request), request.app.state.accounts
    found = made.once(account, (wanted, by), lambda: ledger(account, wanted, by or "ucdp", MOST))
    values: dict[str, Any] = {"lines": found.lines, "totals": found.totals[:MOST], "total": found.found}
    return page(request, "ledger.html.j2", **values, profiles=list(profiles()), profile=profile(by or "ucdp"), wanted=wanted)


def chart(request: Request) -> Response:
    """The toll over time as an SVG file."""
    asked = request.query_params
    wanted = Wanted(asked.get("incident") or None, asked.get("actor") or None, asked.get("measure") or "killed")
    found = ledger(account_of(request), wanted)
    drawing = svg(points(line.entry for line in found.lines), f"{wanted.measure} over time")
    return Response(drawing, media_type="image/svg+xml")


def checks(request: Request) -> Response:
    """What does not add up, and what was dismissed with which reason."""
    account, book = account_of(request), desk_of(request).book
    gone = {ref.record: d for d in book.decisions("dismiss") for ref in d.subject}
    rank = {"error": 0, "warning": 1, "note": 2}
    found = sorted(book.findings(), key=lambda f: (f.id in gone, rank.get(f.severity, 3), f.rule, f.id))
    rows = [(f, [(ref, account.sentence(ref)) for ref in f.records], gone.get(f.id)) for f in found[:MOST]]
    return page(request, "checks.html.j2", rows=rows, total=len(found))


async def recheck(request: Request) -> Response:
    """Run the checks over the book."""
    need(request, "link")
    await run_in_threadpool(lambda: desk_of(request).book.replace_findings(check(account_of(request))))
    return Response(status_code=204, headers={"HX-Redirect": "/checks"})


async def dismiss(request: Request) -> Response:
    """Dismiss a finding with a reason."""
    need(request, "adjudicate")
    reason = str((await request.form()).get("reason", "")).strip()
    desk = desk_of(request)
    name = request.path_params["finding"]
    if not reason:
        raise HTTPException(400, "A dismissal needs its reason.")
    if name not in {f.id for f in desk.book.findings()}:
        raise HTTPException(404, "No such finding.")
    desk.book.decide("dismiss", (Ref("", name),), desk.person, reason)
    return Response(status_code=204, headers={"HX-Redirect": "/checks"})


def search(request: Request) -> Response:
    """Where words stand in reports and records."""
    wanted = request.query_params.get("q", "").strip()
    book = desk_of(request).book
    hits = book.search(wanted, 100) if wanted else []
    titles = {found.id: titled(found) for found in book.listed({hit.report for hit in hits})}
    shown = [(hit, [(piece[:1] == "\x02", piece.strip("\x02\x03")) for piece in _cut(hit.snippet)]) for hit in hits]
    return page(request, "search.html.j2", hits=shown, titles=titles)


def _cut(snippet: str) -> list[str]:
    """A snippet in pieces; a found one begins with U+0002."""
    return [piece for part in snippet.split("\x02") for piece in _marked(part)] if "\x02" in snippet else [snippet]


def _marked(part: str) -> list[str]:
    found, closed, rest = part.partition("\x03")
    return ["\x02" + found, rest] if closed else [found]


def exports(request: Request) -> Response:
    """The formats, and what was exported before."""
    need(request, "read")
    book = desk_of(request).book
    return page(
        request, "exports.html.j2", formats=sorted(formats()), profiles=list(profiles()), done=list(reversed(book.exports()))[:50]
    )


def download(request: Request) -> Response:
    """The book in a format, or the method card that belongs to it."""
    session, asked = session_of(request), request.query_params
    if not session.may("export"):
        raise HTTPException(403, f"Your role ({session.role}) may not do this.")
    fmt, by, public = asked.get("format", "ledger"), asked.get("profile", "ucdp"), asked.get("public") == "yes"
    folder = tempfile.TemporaryDirectory()
    out = Path(folder.name) / f"onrecord-{fmt}"
    made = write(account_of(request), fmt, out, by, public=public)
    name = f"onrecord-{fmt}{made.format.suffix}"
    path = Path(f"{out}.card.md") if asked.get("card") == "yes" else out
    shown = f"{name}.card.md" if asked.get("card") == "yes" else name
    return FileResponse(path, filename=shown, background=BackgroundTask(folder.cleanup))


ROUTES = [
    Route("/incidents", incidents),
    Route("/incidents", relink, methods=["POST"]),
    Route("/incidents/{incident}", incident),
    Route("/pair/{verdict}", decide_pair, methods=["POST"]),
    Route("/map", world),
    Route("/timeline", timeline),
    Route("/actors", actors),
    Route("/ledger", figures),
    Route("/chart.svg", chart),
    Route("/checks", checks),
    Route("/checks", recheck, methods=["POST"]),
    Route("/checks/{finding}", dismiss, methods=["POST"]),
    Route("/search", search),
    Route("/exports", exports),
    Route("/download", download),
]
