"""One message of MUC-4 laid out for the choice of fills: its sentences, who and what is named in it, who speaks."""

import re
from bisect import bisect_right
from functools import cached_property

from bench.muc4_phrases import phrases, sentences
from onrecord.parse import parse
from onrecord.read import read_text
from onrecord.records import Actor, Coding, Event, Parse, Span
from onrecord.segment import segment

LEAD = re.compile(r"^(?:(?:the|a|an|his|her|their|its|this|that|these|those|our|my|your|all|such|said) )+", re.IGNORECASE)
LOOSE = re.compile(r"^(?:some|other|another|any|several other|about|approximately|presumed|alleged|suspected) ", re.IGNORECASE)
EDGES = " \n\t\r\"'“”,;:()[].-"
CLOSE = 60  # characters around a mention in which words tell what it is


class Page:
    """A coding with what its fills are looked up in."""

    def __init__(self, coding: Coding) -> None:
        self.coding, self.text = coding, coding.report.text
        self.spans = sentences(self.text)
        self._starts = [a for a, _ in self.spans]
        self.cast = {a.id: a for a in coding.actors}
        self.speakers = {s.source for s in coding.statements if s.source}
        self._found: dict[str, list[Span]] = {}

    def sentence(self, offset: int) -> int:
        """The number of the sentence an offset lies in."""
        return bisect_right(self._starts, offset) - 1

    def phrases(self, kind: str) -> list[Span]:
        """The phrases of a kind in the whole text."""
        if kind not in self._found:
            self._found[kind] = list(phrases(kind, self.text, (0, len(self.text))))
        return self._found[kind]

    def words(self, span: Span) -> str:
        """The words of a span as a fill has them."""
        return plain(self.text[span[0] : span[1]])

    def before(self, span: Span, length: int = CLOSE) -> str:
        """The words before a span, inside its sentence."""
        start = max(self.spans[self.sentence(span[0])][0], span[0] - length)
        return re.sub(r"\s+", " ", self.text[start : span[0]]).casefold()

    def after(self, span: Span, length: int = CLOSE) -> str:
        """The words after a span, inside its sentence."""
        end = min(self.spans[self.sentence(span[0])][1], span[1] + length)
        return re.sub(r"\s+", " ", self.text[span[1] : end]).casefold()

    @cached_property
    def tree(self) -> Parse:
        """The trees of the message's sentences."""
        doc = read_text(self.text)
        return parse(doc, segment(doc))

    @cached_property
    def things(self) -> list[Span]:
        """What any event hits."""
        return [span for event in self.coding.events for span in event.things]

    def side(self, events: list[Event], name: str) -> list[Actor]:
        """The actors on one side, `by` or `to`, of events."""
        ids = dict.fromkeys(a for e in events for a in (e.by if name == "by" else e.to))
        return [self.cast[a] for a in ids if a in self.cast]


def plain(words: str) -> str:
    """Words as a fill has them: on one line, in lower case, no article before them."""
    return LEAD.sub("", re.sub(r"\s+", " ", words).strip(EDGES)).casefold().strip(EDGES)
