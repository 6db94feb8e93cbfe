"""A coding in the words of a reader: the rows of the brief, of which the terminal and the page are two dresses."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Coding, Document, Event, Figure, Place, Span, Statement, Time, quote
from onrecord.segment import segment

PRECISION_OF_DATE = {1: "day", 2: "2–6 days", 3: "week", 4: "month", 5: "over a month"}
PRECISION_OF_PLACE = {
    1: "exact place",
    2: "near or inside",
    3: "district",
    4: "province",
    5: "linear or vague",
    6: "country",
    7: "international",
}
CODED = ("en", "", None)  # languages that are coded; a book may hold reports from before languages were told
LONGEST_QUOTE = 220


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as a reader wants it."""

    id: str
    words: str
    numbers: str
    what: str
    whom: str
    who_says: str
    when: str
    where: str
    sentence: int | None
    part_of: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement under its speaker."""

    id: str
    words: str
    cue: str
    notes: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with its place and precision."""

    id: str
    when: str
    type: str
    words: str
    by: str
    to: str
    where: str
    realis: str
    who_says: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class OpenRow:
    """Something the report leaves open, and why."""

    words: str
    why: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Brief:
    """All rows of a report's brief."""

    title: str
    outlet: str
    date: str
    figures: tuple[FigureRow, ...]
    statements: tuple[tuple[str, tuple[StatementRow, ...]], ...]
    events: tuple[EventRow, ...]
    left_open: tuple[OpenRow, ...]


class Reader:
    """Looks up what a coding's ids stand for."""

    def __init__(self, coding: Coding) -> None:
        self.coding = coding
        self.text = coding.report.text
        self.actors = {a.id: a for a in coding.actors}
        self.times = {t.id: t for t in coding.times}
        self.places = {p.id: p for p in coding.places}
        self.statements = {s.id: s for s in coding.statements}
        self.figures = {f.id: f for f in coding.figures}
        report = coding.report
        document = Document(id=report.id, text=report.text, furniture=report.furniture, language=report.language)
        self._sentences = [s.span for s in segment(document)]
        self._starts = [span[0] for span in self._sentences]

    def words(self, span: Span | None) -> str:
        """The words of a span on one line."""
        return " ".join(quote(self.text, span).split()) if span else ""

    def sentence(self, span: Span) -> int | None:
        """Number of the sentence a span starts in, counted from 1; None in furniture."""
        at = bisect_right(self._starts, span[0]) - 1
        return at + 1 if at >= 0 and span[0] < self._sentences[at][1] else None

    def name(self, actor: str | None) -> str:
        """An actor's name, "" for none."""
        return self.actors[actor].name if actor in self.actors else ""

    def names(self, actors: tuple[str, ...]) -> str:
        """Names of several actors, with commas."""
        return ", ".join(self.name(a) for a in actors)

    def time(self, time: str | None) -> str:
        """A time's value and precision, or its words when it has no value."""
        found = self.times.get(time or "")
        if found is None:
            return ""
        return f"{found.edtf} ({PRECISION_OF_DATE[found.date_prec]})" if found.edtf else f"“{self.words(found.span)}”"

    def place(self, place: str | None) -> str:
        """A place's name and precision."""
        found = self.places.get(place or "")
        return f"{found.name} ({PRECISION_OF_PLACE[found.where_prec]})" if found else ""

    def speaker(self, statement: str | None) -> str:
        """Who says so, through which chain: "" when the report itself does."""
        found = self.statements.get(statement or "")
        if found is None:
            return ""
        outer = next((s for s in self.coding.statements if found.id in s.via and s.id != found.id), None)
        who = self.name(found.source) or self.words(found.source_span) or f"no source ({self.words(found.cue)})"
        chained = outer is not None and outer.id != statement and (found.source is None or outer.source != found.source)
        return f"{who}, via {self.speaker(outer.id)}" if outer is not None and chained else who


def brief(coding: Coding) -> Brief:
    """The brief of a coding."""
    reader, report = Reader(coding), coding.report
    return Brief(
        title=report.title or report.name or report.id,
        outlet=report.outlet or "",
        date=report.published or "no date: years unknown",
        figures=tuple(_figure(reader, f) for f in sorted(coding.figures, key=lambda f: f.span)),
        statements=tuple(_by_speaker(reader)),
        events=tuple(_event(reader, e) for e in sorted(coding.events, key=lambda e: (_when(reader, e), e.trigger))),
        left_open=tuple(_left_open(reader)),
    )


def numbers(figure: Figure) -> str:
    """A figure's numbers as low–high, with an open end shown as "…"."""
    if figure.low is None and figure.high is None:
        return "no number"
    low, high = (_number(n, figure) for n in (figure.low, figure.high))
    return low if figure.low == figure.high else f"{low}–{high}"


def _number(value: float | None, figure: Figure) -> str:
    if value is None:
        return "…"
    if figure.measure == "territory_share" or 0 < abs(value) < 1:
        return f"{value:.6g}"
    return f"{value:,.0f}"


def _figure(reader: Reader, fig: Figure) -> FigureRow:
    whole = reader.figures.get(fig.part_of or "")
    counted = reader.words(fig.whom_span) or reader.name(fig.whom)
    return FigureRow(
        id=fig.id,
        words=reader.words(fig.span),
        numbers=numbers(fig),
        what=fig.measure + (", cumulative" if fig.cumulative else ""),
        whom=counted,
        who_says=reader.speaker(fig.statement) or "the report",
        when=reader.time(fig.time),
        where=reader.place(fig.place),
        sentence=reader.sentence(fig.span),
        part_of=reader.words(whole.span) if whole else "",
    )


def _by_speaker(reader: Reader) -> Iterator[tuple[str, tuple[StatementRow, ...]]]:
    """Statements under their speakers, speakers in the order they first speak."""
    groups: dict[str, list[StatementRow]] = {}
    for said in sorted(reader.coding.statements, key=lambda s: s.content or (s.cue,)):
        who = reader.name(said.source) or "no named source"
        groups.setdefault(who, []).append(_statement(reader, said))
    yield from ((who, tuple(rows)) for who, rows in groups.items())


def _statement(reader: Reader, said: Statement) -> StatementRow:
    words = " … ".join(reader.words(span) for span in said.content)
    notes = [said.mode, *([said.attitude] if said.attitude != "asserts" else [])]
    notes += [f"to {said.addressee}"] if said.addressee else []
    notes += [said.channel] if said.channel else []
    notes += [reader.time(said.said)] if said.said else []
    notes += [f"quoting {reader.speaker(v).split(', via')[0]}" for v in said.via if v in reader.statements]
    start = said.content[0] if said.content else said.cue
    return StatementRow(said.id, shortened(words), reader.words(said.cue), ", ".join(notes), reader.sentence(start))


def shortened(words: str, longest: int = LONGEST_QUOTE) -> str:
    """Words cut at a space before `longest` characters, with an ellipsis."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def _event(reader: Reader, event: Event) -> EventRow:
    return EventRow(
        id=event.id,
        when=reader.time(event.time),
        type=event.type.replace("_", " "),
        words=reader.words(event.trigger),
        by=reader.names(event.by),
        to=reader.names(event.to),
        where=reader.place(event.place),
        realis=event.realis,
        who_says=reader.speaker(event.statement) or "the report",
        sentence=reader.sentence(event.trigger),
    )


def _when(reader: Reader, event: Event) -> str:
    """What events are sorted by: the start of their time, those without one last."""
    found = reader.times.get(event.time or "")
    return (found.edtf or "~").removeprefix("../") if found else "~"


def _left_open(reader: Reader) -> Iterator[OpenRow]:
    """Times without a value, places without coordinates, speakers nobody names, figures without a number, rivals; a report not in English whole."""
    language = reader.coding.report.language
    if language not in CODED:
        yield OpenRow("the whole report", f"it is not in English but in “{language}” (ISO 639); kept, not coded", None)
    for time in reader.coding.times:
        if why := _why_time(time):
            yield OpenRow(reader.words(time.span), why, reader.sentence(time.span))
    for place in reader.coding.places:
        if why := _why_place(place):
            yield OpenRow(reader.words(place.mentions[0]), why, reader.sentence(place.mentions[0]))
    for said in reader.coding.statements:
        if said.source is None:
            rivals = ", ".join(filter(None, (reader.name(r) for r in said.rivals)))
            why = f"the speaker may be {rivals}" if rivals else "no source is given"
            yield OpenRow(reader.words(said.source_span or said.cue), why, reader.sentence(said.cue))
    for fig in reader.coding.figures:
        if fig.bound == "vague":
            yield OpenRow(
                f"{reader.words(fig.span)} {reader.words(fig.whom_span)}".strip(), "no number is given", reader.sentence(fig.span)
            )


def _why_time(time: Time) -> str:
    if time.rivals:
        return "either " + " or ".join(time.rivals)
    if time.edtf is None:
        return "nothing dates it"
    return "the year is not given" if time.edtf.startswith("XXXX") else ""


def _why_place(place: Place) -> str:
    if place.lat is None and place.where_prec < 5:
        return "not in the gazetteer"
    return "also possible: " + ", ".join(place.rivals) if place.rivals else ""
