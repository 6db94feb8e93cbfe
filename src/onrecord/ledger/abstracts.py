"""What the ledger needs of one report, apart from all others, so that a change of it is a change of one abstract.

An account holds every coding; many abstracts, kept somewhere, answer the same questions a page at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.ledger.account import alone
from onrecord.ledger.entries import Entry, beside, entry_of, thing
from onrecord.ledger.reading import Reading
from onrecord.records import Coding, Event, Incident, Ref, Report
from onrecord.records.edtf import ends

BETWEEN = "\x1f"  # stands between names, and in none
ANY = "*"  # the incident of a figure as long as it is not asked which


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event: its sentence, its dead, and the incident it is when no other holds it (None when it did not happen)."""

    event: Event
    sentence: str
    dead: tuple[str, ...]
    alone: Incident | None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure: its entry without incident, its sentence, the day it tells of ("9" for none) and the names it is found by.

    `events` are those whose incident it is of: its own, or, where it has none, those of the figures beside it.
    `thing` is what a later figure of the same voice replaces, "" for nothing; a `running` total is replaced whatever the incident.
    """

    entry: Entry
    sentence: str
    start: str
    given: str
    names: str
    thing: str
    running: bool
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abstract:
    """One report for the ledger: its head, its events and figures, and its actors by name and kind."""

    report: Report
    place: int
    events: tuple[EventLine, ...]
    figures: tuple[FigureLine, ...]
    actors: tuple[tuple[str, str], ...]


def abstract(coding: Coding, place: int) -> Abstract:
    """The abstract of a reviewed coding; `place` orders reports as an account does."""
    reading = Reading(coding)
    made = [entry_of(reading, fig, {}) for fig in coding.figures]
    return Abstract(
        coding.report,
        place,
        tuple(_event(reading, event) for event in coding.events),
        tuple(_figure(reading, entry, made) for entry in made),
        tuple((actor.name, actor.kind) for actor in coding.actors),
    )


def _event(reading: Reading, event: Event) -> EventLine:
    ref = Ref(reading.report.id, event.id)
    own = alone(ref, event, reading) if event.realis == "actual" else None
    return EventLine(event, reading.sentence(event.trigger), reading.dead(event), own)


def _figure(reading: Reading, entry: Entry, made: Sequence[Entry]) -> FigureLine:
    events = [entry] if entry.event else list(beside(reading, entry, made))
    key = thing(replace(entry, incident=ANY)) if entry.given_on else None
    return FigureLine(
        entry,
        reading.sentence(entry.figure.span),
        start_of(entry),
        entry.given_on,
        BETWEEN.join(("", *(name.casefold() for name in named(reading, entry)), "")),
        repr(key) if key is not None else "",
        entry.figure.cumulative,
        tuple(dict.fromkeys(e.event.id for e in events if e.event)),
    )


def start_of(entry: Entry) -> str:
    """The first day that a figure tells of, as an ISO date; "9", which sorts behind all of them, for none."""
    first = ends(entry.edtf)[0]
    return first.isoformat() if first else "9"


def named(reading: Reading, entry: Entry) -> list[str]:
    """The names a figure is found by: who is counted, who says so, who does it and to whom it is done."""
    event = entry.event
    doing = [reading.name(actor) for actor in (*event.by, *event.to)] if event else []
    return [name for name in (entry.whom, *entry.chain, *doing) if name]
