"""The paragraphs of a text as a reader sees them: prose, or something else."""

import re
from dataclasses import dataclass

from onrecord.read.marks import Marks
from onrecord.read.patterns import line_kind
from onrecord.records import Span

CLOSED = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")
STOPPED = re.compile(r"[.!?…]['\"”’»)\]]*$")
BULLET = re.compile(r"[*•·▪◦●■‣–—-]\s|\.\s{2,}|\d{1,2}[.)]\s|\*\S")
PROSE_WORDS = 8  # a stopped paragraph of so many words is prose
LONG_WORDS = 33  # so is one of so many words without a stop
TITLE_LONGEST = 22


@dataclass(slots=True)
class Block:
    """A paragraph: its span, its free words, the kind of furniture it is as a whole (or None), whether it is prose."""

    span: Span
    words: str
    kind: str | None
    prose: bool

    @property
    def count(self) -> int:
        """Number of words."""
        return len(self.words.split())

    @property
    def closed(self) -> bool:
        """Whether it ends in a mark that a title or heading does not end in."""
        return CLOSED.search(self.words[-8:]) is not None

    def closed_for_title(self) -> bool:
        """Whether it cannot be a title or section line: too long, an entry of a list, or ended like a sentence."""
        question = self.words[-1:] in "?!" and self.count <= 20
        return self.bullet or self.count > TITLE_LONGEST or (self.closed and not question)

    @property
    def bullet(self) -> bool:
        """Whether it is an entry of a list."""
        return BULLET.match(self.words) is not None


def blocks_of(text: str, spans: list[Span], marks: Marks) -> list[Block]:
    """The paragraphs of a text; those that the table of furniture knows as a whole are labelled."""
    out: list[Block] = []
    for span in spans:
        kind = line_kind(text[slice(*span)])
        if kind is not None:
            marks.add(text, span, kind)
        words = marks.bare(text, span)
        block = Block(span, words, kind or ("other" if not words else None), False)
        block.prose = block.kind is None and _is_prose(block)
        out.append(block)
    return out


def _is_prose(block: Block) -> bool:
    count = block.count
    return block.bullet or count >= LONG_WORDS or (count >= PROSE_WORDS and STOPPED.search(block.words[-8:]) is not None)
