"""Dates and places that cannot be: a killing after its report, a time that runs backwards, one incident in two far towns."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from onrecord.check.finding import finding
from onrecord.ledger import Account, Happening
from onrecord.ledger.reading import KILLINGS, Reading
from onrecord.records import Event, Finding, Place, Ref
from onrecord.records.edtf import ends

FAR = 60  # kilometres between two towns that one incident of a day can hardly span
TOWN = 2  # the coarsest where_prec that names a spot
ZONES = timedelta(days=1)  # a report may be dated a day behind the place it tells of


def impossible(account: Account) -> Iterator[Finding]:
    """Findings on dates, places, and persons killed twice."""
    for reading in account.readings.values():
        yield from _dates(reading)
    dead: dict[str, list[tuple[Ref, Happening]]] = defaultdict(list)
    for happening in account.happenings():
        yield from _apart(account, happening)
        for ref, name in _killed(account, happening):
            dead[name].append((ref, happening))
    for name, some in dead.items():
        yield from _twice(name, some)


def _dates(reading: Reading) -> Iterator[Finding]:
    published = ends(reading.report.published)[1]
    for event in reading.coding.events:
        time = reading.times.get(event.time or "")
        first, last = ends(time.edtf) if time else (None, None)
        if first is not None and last is not None and last < first and time:
            yield _of_event("check.date.backwards", reading, event, f"“{reading.words(time.span)}” was read as {time.edtf}.")
        elif first and published and first > published + ZONES and event.realis == "actual" and time:
            words = f"“{reading.words(event.trigger)}” is dated {time.edtf}, the report {reading.report.published}."
            yield _of_event("check.date.after_report", reading, event, words)


def _of_event(rule: str, reading: Reading, event: Event, words: str) -> Finding:
    report = reading.report.id
    figures = [Ref(report, f.id) for f in reading.coding.figures if f.event == event.id]
    return finding(rule, [Ref(report, event.id), *figures], words)


def _apart(account: Account, happening: Happening) -> Iterator[Finding]:
    """The two events of an incident that lie furthest apart, when both are put in towns and that is too far."""
    spots: dict[tuple[float, float], tuple[Ref, Place]] = {}
    for ref, event in happening.events:
        place = account.readings[ref.report].places.get(event.place or "")
        if place and place.where_prec <= TOWN and place.lat is not None and place.lon is not None:
            spots.setdefault((place.lat, place.lon), (ref, place))
    if len(spots) < 2:
        return
    one, other = max(combinations(list(spots)[:50], 2), key=lambda pair: kilometres(*pair))
    far = kilometres(one, other)
    if far > FAR:
        (ref, place), (ref2, place2) = spots[one], spots[other]
        words = f"{place.name} and {place2.name} are {far:.0f} kilometres apart."
        yield finding("check.place.far", [ref, ref2], words, happening.incident.id)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points on the globe."""
    lat, lon, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 12_742 * asin(sqrt(min(1.0, half)))


def _killed(account: Account, happening: Happening) -> Iterator[tuple[Ref, str]]:
    """Persons with a full name (a last name alone may be anybody's) who are killed in an incident."""
    for ref, event in happening.events:
        if event.type in KILLINGS and event.realis == "actual":
            actors = account.readings[ref.report].actors
            for who in event.to:
                if who in actors and actors[who].kind == "person" and len(actors[who].name.split()) > 1:
                    yield ref, actors[who].name.casefold()


def _twice(name: str, some: list[tuple[Ref, Happening]]) -> Iterator[Finding]:
    """Two incidents on days that exclude one another."""
    dated = [(ends(h.incident.edtf), ref, h) for ref, h in some]
    known = [(d[0], d[1], ref, h) for d, ref, h in dated if d[0] and d[1]]
    if not known:
        return
    early = min(known, key=lambda k: (k[1], k[2]))
    late = max(known, key=lambda k: (k[0], k[2]))
    if late[0] > early[1] and early[3].incident.id != late[3].incident.id:
        words = f"{name.title()} is killed on {early[3].incident.edtf} and on {late[3].incident.edtf}."
        yield finding("check.victim.twice", [early[2], late[2]], words, early[3].incident.id)
