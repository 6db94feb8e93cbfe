"""The book's newest codings as one account: incidents, the events that make them up, the figures given of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from onrecord.ledger.entries import Entry, entries
from onrecord.ledger.reading import Reading
from onrecord.records import Coding, Event, Incident, Ref


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident, its events, the figures of it and the names of its dead."""

    incident: Incident
    events: tuple[tuple[Ref, Event], ...]
    entries: tuple[Entry, ...]
    dead: tuple[str, ...] = ()


class Account:
    """Everything the ledger, the checks and the exports read.

    Events that no incident holds (reports that were never linked) are incidents of their own; only what is said to have
    happened is one.
    """

    def __init__(self, codings: Iterable[Coding], incidents: Sequence[Incident] = ()) -> None:
        self.readings = {coding.report.id: Reading(coding) for coding in codings}
        self.linked = tuple(i for i in incidents if any(self.event(ref) for ref in i.events))
        held = {ref for incident in self.linked for ref in incident.events}
        self.incidents: tuple[Incident, ...] = (*self.linked, *self._alone(held))
        self._of_event = {ref: incident for incident in self.incidents for ref in incident.events}
        self.entries = entries(self.readings, self._of_event)
        self._entries = {entry.ref: entry for entry in self.entries}

    def event(self, ref: Ref) -> Event | None:
        """The event a reference names, None when its report or the event is gone."""
        reading = self.readings.get(ref.report)
        return reading.events.get(ref.record) if reading else None

    def entry(self, ref: Ref) -> Entry | None:
        """The ledger's line for a figure."""
        return self._entries.get(ref)

    def sentence(self, ref: Ref) -> str:
        """The sentence a figure or event stands in, "" when it is gone."""
        reading = self.readings.get(ref.report)
        if reading is None:
            return ""
        fig, event = reading.figures.get(ref.record), reading.events.get(ref.record)
        span = fig.span if fig else event.trigger if event else None
        return reading.sentence(span) if span else ""

    def happenings(self) -> Iterator[Happening]:
        """Every incident with its events and figures."""
        given: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            given[entry.incident or ""].append(entry)
        for incident in self.incidents:
            events = tuple((ref, event) for ref in incident.events if (event := self.event(ref)))
            dead = dict.fromkeys(name for ref, event in events for name in self.readings[ref.report].dead(event))
            yield Happening(incident, events, tuple(given.get(incident.id, ())), tuple(dead))

    def _alone(self, held: set[Ref]) -> Iterator[Incident]:
        for report, reading in self.readings.items():
            for event in reading.coding.events:
                if event.realis == "actual" and (ref := Ref(report, event.id)) not in held:
                    yield alone(ref, event, reading)


def alone(ref: Ref, event: Event, reading: Reading) -> Incident:
    """An event as an incident of its own."""
    time, place = reading.times.get(event.time or ""), reading.places.get(event.place or "")
    return Incident(
        id=f"i-{sha256(f'{ref.report}|{ref.record}'.encode()).hexdigest()[:12]}",
        type=event.type,
        events=(ref,),
        edtf=time.edtf if time else None,
        date_prec=time.date_prec if time else None,
        place=place.name if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        where_prec=place.where_prec if place else None,
        country=place.country if place else None,
        sources=1,
        rule="ledger.alone",
    )
