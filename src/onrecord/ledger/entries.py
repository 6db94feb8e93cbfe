"""A figure with everything it hangs on: who gave it through whom, of which incident, when, where, and whether it still stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.ledger.reading import Reading
from onrecord.records import ARMED, Event, Figure, Incident, Ref
from onrecord.records.edtf import ends

EVERYBODY = re.compile(r"\b(?:people|persons?|others?|dead|lives|deaths|bodies|victims?|fatalities|casualties)$", re.IGNORECASE)
OF_INCIDENTS = frozenset(("killed", "wounded", "casualties", "missing", "captured", "destroyed"))
SAID_TO_HOLD = frozenset(("asserts", "estimates", "confirms"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger.

    `phrase` is the number with what it counts; `doers` the folded names of who did it; `speaker` is None where the report itself gives the figure; `chain` names the first speaker, then whoever passed it on;
    `edtf` is the figure's own time, else its event's; `superseded_by` is the later figure of the same speaker.
    """

    ref: Ref
    figure: Figure
    words: str
    counted: str
    phrase: str
    whom: str
    whom_kind: str
    speaker: str | None
    speaker_kind: str
    chain: tuple[str, ...]
    attitude: str
    outlet: str | None
    published: str | None
    said: str | None
    edtf: str | None
    date_prec: int | None
    place: str | None
    place_prec: int | None
    country: str | None
    event: Event | None
    doers: tuple[str, ...]
    incident: str | None
    superseded_by: Ref | None = None

    @property
    def given_on(self) -> str:
        """The day the figure was given: of speaking, else of publishing; "" when neither is known."""
        spoken = ends(self.said)[1]
        return spoken.isoformat() if spoken else self.published or ""

    @property
    def voice(self) -> str:
        """Whose figure it is: the speaker, else the outlet, else the report."""
        return (self.speaker or self.outlet or self.ref.report).casefold()

    @property
    def who(self) -> str:
        """The group counted, alike for all reports: civilians, an armed body by its name, else combatants or people."""
        if self.general:
            return "people"
        if self.figure.status == "civilian":
            return "civilians"
        if self.whom_kind in ARMED:
            return self.whom.casefold()
        return "combatants" if self.figure.status == "combatant" else "people"

    @property
    def general(self) -> bool:
        """Whether it counts people as such: nobody named, or "dead", "victims"."""
        return not self.counted or EVERYBODY.search(self.counted) is not None

    @property
    def stands(self) -> str:
        """Why the figure does not stand: "superseded", what its speaker does ("denies"), or that it did not happen; "" where it does."""
        if self.superseded_by is not None or self.holds:
            return "superseded" if self.superseded_by is not None else ""
        return self.attitude if self.event is None or self.attitude not in SAID_TO_HOLD else self.event.realis

    @property
    def holds(self) -> bool:
        """Whether somebody says it is so: not denied, asked or threatened, and of something that happened."""
        return self.attitude in SAID_TO_HOLD and (self.event is None or self.event.realis == "actual")


def entries(readings: Mapping[str, Reading], incidents: Mapping[Ref, Incident]) -> tuple[Entry, ...]:
    """The figures of all reports in the order of the reports; `incidents` by the events they hold."""
    made = [entry for reading in readings.values() for entry in _of_report(reading, incidents)]
    return tuple(superseded(made))


def _of_report(reading: Reading, incidents: Mapping[Ref, Incident]) -> Iterator[Entry]:
    """A report's entries; a figure of no event is of the incident that all others of its sentence are of."""
    made = [entry_of(reading, fig, incidents) for fig in reading.coding.figures]
    for entry in made:
        told = {e.incident for e in beside(reading, entry, made) if e.incident}
        yield replace(entry, incident=told.pop()) if len(told) == 1 else entry


def beside(reading: Reading, entry: Entry, made: Iterable[Entry]) -> Iterator[Entry]:
    """The entries whose incident a figure of no event shares: those of its sentence; none for one that has an event."""
    if entry.event is None and not entry.figure.cumulative and entry.figure.measure in OF_INCIDENTS:
        yield from (e for e in made if reading.in_one_sentence(e.figure.span, entry.figure.span))


def entry_of(reading: Reading, fig: Figure, incidents: Mapping[Ref, Incident]) -> Entry:
    """The line of one figure; what supersedes it, and of which incident it is when it has no event, is known beside the others."""
    report = reading.report
    event = reading.events.get(fig.event or "")
    stated = fig.statement if fig.statement in reading.statements else None
    said = reading.statements.get(stated or "")
    speaker = reading.speaker(stated)
    time = reading.times.get(fig.time or (event.time if event else None) or "")
    place = reading.places.get(fig.place or (event.place if event else None) or "")
    whom = reading.actors.get(fig.whom or "")
    held = incidents.get(Ref(report.id, event.id)) if event else None
    return Entry(
        ref=Ref(report.id, fig.id),
        figure=fig,
        words=reading.words(fig.span),
        counted=reading.words(fig.whom_span),
        phrase=reading.phrase(fig.span, fig.whom_span),
        whom=whom.name if whom else reading.words(fig.whom_span),
        whom_kind=whom.kind if whom else "",
        speaker=(speaker.name if speaker else "unnamed source") if said else None,
        speaker_kind=speaker.kind if speaker else "",
        chain=reading.chain(stated),
        attitude=said.attitude if said else "asserts",
        outlet=report.outlet,
        published=report.published,
        said=reading.times[said.said].edtf if said and said.said in reading.times else None,
        edtf=time.edtf if time else None,
        date_prec=time.date_prec if time else None,
        place=place.name if place else None,
        place_prec=place.where_prec if place else None,
        country=place.country if place else None,
        event=event,
        doers=tuple(reading.name(a).casefold() for a in event.by) if event else (),
        incident=held.id if held else None,
    )


def superseded(made: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each older one marked with the newest that the same voice gave of the same thing."""
    kept = list(made)
    groups: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in kept:
        if (key := thing(entry)) is not None and entry.given_on:
            groups[key].append(entry)
    newer: dict[Ref, Ref] = {}
    for group in groups.values():
        newest = max(group, key=lambda e: e.given_on)
        newer |= {e.ref: newest.ref for e in group if e.given_on < newest.given_on}
    return (replace(e, superseded_by=newer[e.ref]) if e.ref in newer else e for e in kept)


def thing(entry: Entry) -> tuple[object, ...] | None:
    """What a later figure of the same voice replaces: the same group's count of one incident, or of one running total."""
    fig = entry.figure
    if fig.cumulative:
        first = ends(entry.edtf)[0]
        return (entry.voice, fig.measure, entry.who, first, entry.place) if first else None
    if entry.incident is None:
        return None
    return entry.voice, fig.measure, entry.who, entry.incident, fig.part_of is None
