"""Use cases of linking: gather the book's events into incidents, read one with all that is told of it, decide on a pair."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.project import existing_book, one_report
from onrecord.project.decisions import reviewed_codings
from onrecord.records import Coding, Decision, Event, Figure, Incident, Link, Ref

if TYPE_CHECKING:
    from onrecord.link import Linked
    from onrecord.store import Book

ON_PAIRS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event of an incident as its report tells it, with its figures."""

    coding: Coding
    event: Event
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """An incident, each event of it as told, and the links that hold it together or nearly joined it to another."""

    incident: Incident
    tellings: tuple[Telling, ...]
    links: tuple[Link, ...]
    open: tuple[Link, ...]


def link_book(book: str, watch: Callable[[str, int], None] | None = None) -> "Linked":
    """Link all reports of a book in their reviewed state, and store the incidents in place of the last ones.

    `watch` is told each stage as it begins and how much there is to do.
    """
    with existing_book(book) as keeper:
        return link_all(keeper, watch)


def link_all(keeper: "Book", watch: Callable[[str, int], None] | None = None) -> "Linked":
    """The same of an open book."""
    from onrecord.link import link, silent

    found = link(reviewed_codings(keeper), keeper.decisions(), watch or silent)
    keeper.replace_incidents(found.incidents, found.links)
    return found


def incidents(book: str) -> list[Incident]:
    """The incidents of a book in order of their times. UsageError when it was never linked."""
    with existing_book(book) as keeper:
        found = list(keeper.incidents())
    if not found:
        raise UsageError(f"{book}: has no incidents yet; run `onrecord link` first")
    return sorted(found, key=lambda one: (one.edtf or "~", one.id))


def whole_incident(book: str, wanted: str) -> Whole:
    """The incident meant by an id or the start of one. UsageError when none or several are meant."""
    found = [one for one in incidents(book) if one.id.startswith(wanted)]
    if len(found) != 1:
        meant = f"could be {', '.join(one.id for one in found[:5])}; give more of the id" if found else "no such incident"
        raise UsageError(f"{wanted}: {meant}; `onrecord incidents` lists them")
    incident = found[0]
    members = set(incident.events)
    with existing_book(book) as keeper:
        touching = [one for one in keeper.links() if one.one in members or one.other in members]
        codings = {report: keeper.codings(report)[0] for report in sorted({ref.report for ref in incident.events})}
    inside = tuple(one for one in touching if one.one in members and one.other in members)
    outside = tuple(one for one in touching if one not in inside)
    tellings = (_telling(codings[ref.report], ref) for ref in incident.events)
    return Whole(incident, tuple(told for told in tellings if told), inside, outside)


def _telling(coding: Coding, ref: Ref) -> Telling | None:
    event = next((event for event in coding.events if event.id == ref.record), None)
    if event is None:  # coded anew since the book was linked
        return None
    return Telling(coding, event, tuple(fig for fig in coding.figures if fig.id in event.figures))


def decide_pair(book: str, verdict: str, one: str, other: str, by: str, reason: str | None = None) -> Decision:
    """Say that two events are the same happening, different ones, or that it cannot be told; the next linking obeys.

    An event is named by its id, or by REPORT/ID. UsageError for an event that is not there or a verdict that is none.
    """
    if verdict not in ON_PAIRS:
        raise UsageError(f"{verdict}: is no verdict on two events; use one of {', '.join(ON_PAIRS)}")
    with existing_book(book) as keeper:
        subject = tuple(_event(keeper, book, words) for words in (one, other))
        if subject[0] == subject[1]:
            raise UsageError(f"{one}: is one event; name two")
        return keeper.decide(verdict, subject, by, reason)


def _event(keeper: "Book", book: str, words: str) -> Ref:
    """The event meant by an id or REPORT/ID."""
    report, _, record = words.rpartition("/")
    if report:
        held = keeper.codings(one_report(keeper, book, report))[:1]
    else:
        held = [coding for coding in keeper.newest_codings() if any(event.id == record for event in coding.events)]
    found = [Ref(coding.report.id, event.id) for coding in held for event in coding.events if event.id == record]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{words}: could be in {', '.join(ref.report for ref in found[:5])}; write REPORT/{record}")
    raise UsageError(f"{words}: no such event in {book}; `onrecord incidents ID` shows the events of an incident")
