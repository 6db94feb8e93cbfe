"""The records of a report as the desk groups them: each event with its figures under it, then the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.export.page import Card, cards
from onrecord.records import Coding, Span

ASIDE = ("rule", "rivals", "coordinates", "figures", "instrument", "cue")
PLAIN = ("the report", "unknown")
ORDER = ("event", "figure", "statement", "time", "place", "actor")


@dataclass(frozen=True, slots=True)
class Shown:
    """A record on the page; `inner` when it stands under the event it belongs to."""

    id: str
    kind: str
    heading: str
    rows: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]
    inner: bool

    @property
    def gist(self) -> str:
        """Its values in one line, for a list that is read at a glance; what is plain or stands in its heading is left out."""
        values = (value.rpartition(" · ")[2] if label == "whom" else value for label, value in self.rows if label not in ASIDE)
        return " · ".join(value for value in values if value not in PLAIN)


def groups_of(coding: Coding) -> list[tuple[str, list[Shown]]]:
    """The records by kind, in the order of the text; a figure of an event stands right after it."""
    found = cards(coding, "")
    event_of = {fig.id: fig.event for fig in coding.figures}
    events = {event.id for event in coding.events}
    out: list[tuple[str, list[Shown]]] = []
    for kind in ORDER:
        here = [c for c in found if c.kind == kind and event_of.get(c.id) not in events]
        if kind == "event":
            here = list(_with_figures(here, found, event_of))
        if here:
            out.append((kind, [_shown(c, kind == "event" and c.kind == "figure") for c in here]))
    return out


def _with_figures(events: list[Card], found: list[Card], event_of: dict[str, str | None]) -> Iterable[Card]:
    for event in events:
        yield event
        yield from (c for c in found if c.kind == "figure" and event_of.get(c.id) == event.id)


def _shown(card: Card, inner: bool) -> Shown:
    return Shown(card.id, card.kind, card.heading, card.rows, card.spans, inner)


def one(coding: Coding, record: str) -> Shown:
    """A record by its id. KeyError when the coding has none."""
    found = cards(coding, "", record)
    if not found:
        raise KeyError(record)
    events = {event.id for event in coding.events}
    return _shown(found[0], any(fig.id == record and fig.event in events for fig in coding.figures))
