"""When and where an incident is put in a table that wants days and points."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.export.countries import Point, country_point, divisions
from onrecord.ledger import Account, Entry, Happening
from onrecord.records import Report
from onrecord.records.edtf import closed, precision

TOWN, DIVISION, COUNTRY = 2, 4, 6  # the coarsest where_prec of each


@dataclass(frozen=True, slots=True)
class Setting:
    """First and last day (None: not dated), UCDP precision of both, the point and the names of what it stands for."""

    first: date | None
    last: date | None
    date_prec: int | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    place: str
    division: str
    country: str | None

    @property
    def point(self) -> Point | None:
        """Latitude and longitude, None without them."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


def settings(account: Account, happenings: Iterable[Happening]) -> Iterator[tuple[Happening, Setting]]:
    """Each incident with its setting; one pass over the gazetteer names the divisions of all of them."""
    kept = list(happenings)
    points = {p for h in kept if (h.incident.where_prec or 9) < DIVISION and (p := _point(h)) is not None}
    names = divisions(points) if points else {}
    for happening in kept:
        yield happening, _setting(account, happening, names)


def _point(happening: Happening) -> Point | None:
    lat, lon = happening.incident.lat, happening.incident.lon
    return None if lat is None or lon is None else (lat, lon)


def _setting(account: Account, happening: Happening, names: dict[Point, tuple[str, str]]) -> Setting:
    incident = happening.incident
    first, last = closed(incident.edtf, newest(account, happening).published)
    dated = first is not None and last is not None and first <= last
    point, where_prec = _point(happening), incident.where_prec
    if point is None and (found := country_point(incident.country)):
        point, where_prec = found, COUNTRY
    own = incident.place or ""
    country, named = names.get(point, ("", "")) if point else ("", "")
    division = own if where_prec == DIVISION else named
    return Setting(
        first if dated else None,
        last if dated else None,
        precision(first, last) if dated and first and last else None,
        point[0] if point else None,
        point[1] if point else None,
        where_prec if point else None,
        own,
        division,
        incident.country or country or None,
    )


def reports(account: Account, happening: Happening) -> list[Report]:
    """The reports that tell of an incident, by date."""
    found = {ref.report: account.readings[ref.report].report for ref, _ in happening.events}
    return sorted(found.values(), key=lambda r: (r.published or "", r.id))


def newest(account: Account, happening: Happening) -> Report:
    """The latest of them, which closes what it leaves open."""
    return reports(account, happening)[-1]


def speakers(happening: Happening) -> list[str]:
    """Who gave the incident's figures, each with the chain it came through."""
    chains = dict.fromkeys(e.chain for e in happening.entries if e.chain)
    return [chain[0] + (f" (via {', '.join(chain[1:])})" if chain[1:] else "") for chain in chains]


def told_figure(entry: Entry) -> str:
    """A figure with what it counts, who gave it and, where it does not stand, why: "nine guards killed (rebels; denied)"."""
    said = "; ".join(filter(None, (", ".join(entry.chain) or entry.outlet or "the report", entry.stands)))
    return f"{entry.phrase} {entry.figure.measure} ({said})"


def event_speakers(account: Account, happening: Happening) -> list[str]:
    """Speakers of the figures, or of the events where no figure has one."""
    chains = (account.readings[ref.report].chain(event.statement) for ref, event in happening.events)
    told = dict.fromkeys(c[0] + (f" (via {', '.join(c[1:])})" if c[1:] else "") for c in chains if c)
    return speakers(happening) or list(told)
