"""One coding read by ids: what an id stands for, who says a thing and through whom, the sentence a span stands in."""

import re
from bisect import bisect_right
from functools import cached_property

from onrecord.records import Actor, Coding, Document, Event, Figure, Place, Span, Statement, Time, quote
from onrecord.segment import segment

KILLINGS = frozenset(("killing", "execution", "assassination"))
NEAR = 150  # characters
BREAK = re.compile(r"[.!?;][\"'”’)]*\s|\n")
TOGETHER = re.compile(r"[\w\s'’-]{0,25}")  # what may stand between a number and what it counts: "eight of the wounded"


class Reading:
    """Look-ups over one coding; the sentences are cut only when one is asked for."""

    def __init__(self, coding: Coding) -> None:
        self.coding = coding
        self.report = coding.report
        self.actors: dict[str, Actor] = {a.id: a for a in coding.actors}
        self.places: dict[str, Place] = {p.id: p for p in coding.places}
        self.times: dict[str, Time] = {t.id: t for t in coding.times}
        self.events: dict[str, Event] = {e.id: e for e in coding.events}
        self.figures: dict[str, Figure] = {f.id: f for f in coding.figures}
        self.statements: dict[str, Statement] = {s.id: s for s in coding.statements}
        self._outer = {inner: s.id for s in coding.statements for inner in s.via}

    def words(self, span: Span | None) -> str:
        """The words of a span on one line, "" for none."""
        return " ".join(quote(self.report.text, span).split()) if span else ""

    def phrase(self, span: Span, noun: Span | None) -> str:
        """A number with what it counts, as the text has them where they stand together, else one behind the other."""
        if noun is None or (span[0] <= noun[0] and noun[1] <= span[1]):
            return self.words(span)
        if span[1] <= noun[0] and TOGETHER.fullmatch(self.report.text, span[1], noun[0]):
            return self.words((span[0], noun[1]))
        return f"{self.words(span)} {self.words(noun)}"

    def name(self, actor: str | None) -> str:
        """An actor's name, "" for none."""
        return self.actors[actor].name if actor in self.actors else ""

    def speaker(self, statement: str | None) -> Actor | None:
        """Who makes a statement; None for the report itself and for nobody named."""
        said = self.statements.get(statement or "")
        return self.actors.get(said.source or "") if said else None

    def chain(self, statement: str | None) -> tuple[str, ...]:
        """The names a statement passed through, the first speaker first; "unnamed source" where a cue has none."""
        names: list[str] = []
        seen: set[str] = set()
        while statement is not None and statement in self.statements and statement not in seen:
            seen.add(statement)
            names.append(self.name(self.statements[statement].source) or "unnamed source")
            statement = self._outer.get(statement)
        return tuple(names)

    def dead(self, event: Event) -> tuple[str, ...]:
        """Names of the persons that an event is said to have killed."""
        if event.realis != "actual" or event.type not in KILLINGS:
            return ()
        killed = (self.actors[who] for who in event.to if who in self.actors)
        return tuple(actor.name for actor in killed if actor.kind == "person")

    def in_one_sentence(self, one: Span, other: Span) -> bool:
        """Whether two spans stand close together with no end of a sentence or line between them."""
        start, end = min(one[1], other[1]), max(one[0], other[0])
        return end - start < NEAR and BREAK.search(self.report.text, start, max(start, end)) is None

    def sentence_span(self, span: Span) -> Span:
        """Where the sentence of a span starts and ends; the span itself in furniture."""
        at = bisect_right(self._starts, span[0]) - 1
        found = self._sentences[at] if at >= 0 else span
        return (found[0], max(found[1], span[1])) if found[0] <= span[0] < found[1] else span

    def sentence(self, span: Span) -> str:
        """The sentence of a span, on one line."""
        return self.words(self.sentence_span(span))

    @cached_property
    def _sentences(self) -> list[Span]:
        report = self.report
        return [s.span for s in segment(Document(report.id, report.text, furniture=report.furniture, language=report.language))]

    @cached_property
    def _starts(self) -> list[int]:
        return [span[0] for span in self._sentences]
