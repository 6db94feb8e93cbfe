"""One self-contained page: the text of each report with its spans, its records beside it, each leading to the other.

Nothing is loaded from anywhere: style and script stand in the page and are the only ones its content policy lets run. Text
is escaped, so markup in a report is shown, never obeyed.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.export.brief import Reader, brief, numbers
from onrecord.records import Actor, Coding, Event, Figure, Place, Span, Statement, Time

KINDS = ("figure", "event", "statement", "time", "place", "actor")  # innermost first where spans start together


@dataclass(frozen=True, slots=True)
class Card:
    """A record as shown beside the text: its id, kind, heading, (label, value) rows and spans."""

    id: str
    kind: str
    heading: str
    rows: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same records: their ids, shortest span first, and the kinds that colour it."""

    text: str
    ids: str
    kinds: str


def page(codings: Sequence[Coding]) -> str:
    """The page of one or more codings, as HTML."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    reports = [_report(number, coding) for number, coding in enumerate(codings)]
    return _environment().get_template("page.html.j2").render(style=style, script=script, policy=policy, reports=reports)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.export"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _asset(name: str) -> str:
    return (files("onrecord.export") / "templates" / name).read_text("utf-8")


def _hash(source: str) -> str:
    """The source expression that lets exactly this inline element run."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _report(number: int, coding: Coding) -> dict[str, object]:
    """What the template shows of one report."""
    found = cards(coding, f"r{number}-")
    hidden = tuple((f.span, f.kind) for f in coding.report.furniture)
    groups = [(kind, [c for c in found if c.kind == kind]) for kind in KINDS]
    return {
        "brief": brief(coding),
        "report": coding.report,
        "pieces": list(pieces(coding.report.text, found, hidden)),
        "groups": [(kind, here) for kind, here in groups if here],
        "version": coding.version,
    }


def cards(coding: Coding, prefix: str, only: str | None = None) -> list[Card]:
    """The records of a coding as cards, in the order of their spans; or that of one record."""
    reader = Reader(coding)
    made = (_card_of(reader, prefix, record) for kind in _every(coding) for record in kind if only in (None, record.id))
    return sorted(made, key=lambda c: c.spans[:1])


def _every(coding: Coding) -> tuple[Sequence[Figure | Event | Statement | Time | Place | Actor], ...]:
    return coding.figures, coding.events, coding.statements, coding.times, coding.places, coding.actors


def _card_of(reader: Reader, prefix: str, record: Figure | Event | Statement | Time | Place | Actor) -> Card:
    match record:
        case Figure():
            return _card(prefix, record.id, "figure", _counted(reader, record), _figure_rows(reader, record), (record.span,))
        case Event():
            return _card(prefix, record.id, "event", reader.words(record.trigger), _event_rows(reader, record), (record.trigger,))
        case Statement():
            spans, who = (*record.content, record.cue), reader.name(record.source) or "no named source"
            return _card(prefix, record.id, "statement", who, _statement_rows(reader, record), spans)
        case Time():
            return _card(prefix, record.id, "time", reader.words(record.span), _time_rows(reader, record), (record.span,))
        case Place():
            return _card(prefix, record.id, "place", record.name, _place_rows(reader, record), record.mentions)
        case Actor():
            return _card(prefix, record.id, "actor", record.name, _actor_rows(record), record.mentions)


def _counted(reader: Reader, fig: Figure) -> str:
    return f"{reader.words(fig.span)} {reader.words(fig.whom_span) or reader.name(fig.whom)}".strip()


def _figure_rows(reader: Reader, fig: Figure) -> list[tuple[str, str]]:
    whole = reader.figures.get(fig.part_of or "")
    whom = dict.fromkeys(filter(None, (reader.words(fig.whom_span), reader.name(fig.whom), fig.status)))
    return [
        ("numbers", f"{numbers(fig)} ({fig.bound.replace('_', ' ')})"),
        ("measure", fig.measure + (", cumulative" if fig.cumulative else "")),
        ("whom", " · ".join(whom)),
        ("who says so", reader.speaker(fig.statement) or "the report"),
        ("time", reader.time(fig.time)),
        ("place", reader.place(fig.place)),
        ("part of", reader.words(whole.span) if whole else ""),
        ("rule", fig.rule),
        ("rivals", ", ".join(fig.rivals)),
    ]


def _event_rows(reader: Reader, event: Event) -> list[tuple[str, str]]:
    counted = (reader.words(reader.figures[f].span) for f in event.figures if f in reader.figures)
    return [
        ("type", event.type.replace("_", " ") + ("" if event.realis == "actual" else f", {event.realis}")),
        ("by", reader.names(event.by)),
        ("to", reader.names(event.to)),
        ("time", reader.time(event.time)),
        ("place", reader.place(event.place)),
        ("instrument", reader.words(event.instrument)),
        ("who says so", reader.speaker(event.statement) or "the report"),
        ("figures", ", ".join(counted)),
        ("rule", event.rule),
        ("rivals", ", ".join(event.rivals)),
    ]


def _statement_rows(reader: Reader, said: Statement) -> list[tuple[str, str]]:
    return [
        ("words", " … ".join(reader.words(span) for span in said.content)),
        ("cue", reader.words(said.cue)),
        ("mode", f"{said.mode}, {said.attitude}"),
        ("channel", said.channel or ""),
        ("addressee", said.addressee or ""),
        ("said", reader.time(said.said)),
        ("via", ", ".join(reader.speaker(v) for v in said.via if v in reader.statements)),
        ("rule", said.rule),
        ("rivals", ", ".join(filter(None, (reader.name(r) for r in said.rivals)))),
    ]


def _time_rows(reader: Reader, time: Time) -> list[tuple[str, str]]:
    value = reader.time(time.id) if time.edtf else "not dated"
    return [("value", value), ("rule", time.rule), ("rivals", ", ".join(time.rivals))]


def _place_rows(reader: Reader, place: Place) -> list[tuple[str, str]]:
    located = place.lat is not None and place.lon is not None
    return [
        ("precision", reader.place(place.id)),
        ("coordinates", f"{place.lat:.3f}, {place.lon:.3f}" if located else "none"),
        ("country", place.country or ""),
        ("rule", place.rule),
        ("rivals", ", ".join(place.rivals)),
    ]


def _actor_rows(actor: Actor) -> list[tuple[str, str]]:
    return [("kind", actor.kind.replace("_", " ")), ("country", actor.country or ""), ("rule", actor.rule)]


def _card(prefix: str, id: str, kind: str, heading: str, rows: list[tuple[str, str]], spans: tuple[Span, ...]) -> Card:
    return Card(prefix + id, kind, heading, tuple((label, value) for label, value in rows if value), spans)


def pieces(text: str, cards: Sequence[Card], hidden: Sequence[tuple[Span, str]] = ()) -> Iterable[Piece]:
    """The text cut at every edge of a span; together the pieces are the text."""
    spans = sorted(((s, c) for c in cards for s in c.spans), key=lambda pair: pair[0][1] - pair[0][0])
    furniture = {edge for span, _ in hidden for edge in span}
    edges = sorted({0, len(text), *furniture, *(edge for span, _ in spans for edge in span)})
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index, (span, _) in enumerate(spans):
        opening.setdefault(span[0], []).append(index)
        closing.setdefault(span[1], []).append(index)
    active: set[int] = set()
    covered = {span[0]: span[1] for span, _ in hidden}
    until = -1
    for start, end in pairwise(edges):
        active |= set(opening.get(start, ()))
        active -= set(closing.get(start, ()))
        until = max(until, covered.get(start, -1))
        here = [spans[i][1] for i in sorted(active)]
        kinds = list(dict.fromkeys(c.kind for c in here)) + (["furniture"] if start < until else [])
        yield Piece(text[start:end], " ".join(dict.fromkeys(c.id for c in here)), " ".join(kinds))
