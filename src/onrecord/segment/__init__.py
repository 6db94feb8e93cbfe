"""Cut a document's prose into sentences: quotes kept with their cues, furniture left out."""

import re
from itertools import pairwise

from onrecord.records import Document, Sentence, Span
from onrecord.records.layout import paragraphs
from onrecord.segment.cuts import cuts

DOT_BULLET = re.compile(r"\.\s+(?=\S)")  # ".       Near the bridge, …"
HARD = "\x1c"  # stands in for furniture that no sentence runs over
LEADING = " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u2028\u2029\u3000\ufeff*•·▪◦●■"


def segment(doc: Document) -> tuple[Sentence, ...]:
    """The sentences of a document in order, trimmed; what is labelled furniture is not among them."""
    masked = _masked(doc)
    out: list[Sentence] = []
    for number, block in enumerate(paragraphs(doc.text)):
        for piece in _stretches(masked, block):
            for cut in pairwise([piece[0], *cuts(masked, *piece), piece[1]]):
                span = _trimmed(masked, cut)
                if span is not None:
                    out.append(Sentence(span, number))
    return tuple(out)


def _masked(doc: Document) -> str:
    """The text, length kept, with furniture blanked out: by spaces where a sentence runs on over it, else by HARD."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(f.span for f in doc.furniture):
        start = max(start, at)
        if start >= end:
            continue
        pieces += [doc.text[at:start], (" " if doc.text[start] == "[" else HARD) * (end - start)]
        at = end
    return "".join([*pieces, doc.text[at:]])


def _stretches(masked: str, block: Span) -> list[Span]:
    """The parts of a paragraph between furniture."""
    out: list[Span] = []
    at, stop = block
    while at < stop:
        hard = masked.find(HARD, at, stop)
        end = stop if hard < 0 else hard
        if at < end:
            out.append((at, end))
        at = end + 1
    return out


def _trimmed(masked: str, span: Span) -> Span | None:
    """A span without white space and list marks at its ends; None when no letter or digit is left."""
    words = masked[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip(LEADING))
    if (mark := DOT_BULLET.match(masked, start, span[1])) is not None:
        start = mark.end()
    end = start + len(masked[start : span[1]].rstrip())
    return (start, end) if any(c.isalnum() for c in masked[start:end]) else None


__all__ = ["segment"]
