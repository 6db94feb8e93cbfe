"""Find quotations on the text: curly, straight, doubled and unbalanced marks, over sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.records import Span, overlap

MARK = re.compile(r'"+|[“”„«»]|(?<![\w])‘(?=\w)|’(?=[\s,.;:!?)]|$)')
BREAK = re.compile(r"\n\s*\n|\n")
LONGEST = 4_000  # characters a quotation may run without its closing mark before it is taken for a stray mark
OPENERS, CLOSERS = "“„«‘", "”»’"


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of the words between quotation marks, marks left out, in order, none overlapping.

    A quotation that is still open at the end of its paragraph goes on if the next paragraph opens with a mark; else it ends there.
    """
    out: list[Span] = []
    start, opener = -1, ""
    for match in MARK.finditer(text):
        mark = match[0][0]
        if start >= 0 and (broken := _broken(text, start, match.start())) is not None:
            _close(out, text, start, broken)
            start = -1
        if start < 0:
            if _opens(text, match):
                start, opener = match.end(), mark
        elif _closes(text, match, opener):
            _close(out, text, start, match.start())
            doubled = len(match[0]) == 2 and text[match.start() - 1] in ".!?," and text[match.end() : match.end() + 1].isalpha()
            start = match.end() if doubled else -1  # one quotation closed and the next opened without a space
    if start >= 0:
        end = _broken(text, start, len(text))
        _close(out, text, start, end if end is not None else len(text))
    return tuple(out)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark can open: a curly opener, or a straight mark before a word and after a space or bracket."""
    if match[0][0] in OPENERS:
        return True
    if match[0][0] in CLOSERS:
        return False
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return bool(after) and not after.isspace() and (not before or not before.isalnum() or len(match[0]) > 1 or before in ".!?,")


def _closes(text: str, match: re.Match[str], opener: str) -> bool:
    """Whether a mark closes what `opener` opened."""
    mark = match[0][0]
    if opener == "‘":
        return mark == "’"
    if mark in "‘’":
        return False
    if mark in CLOSERS:
        return True
    if mark in OPENERS:
        return False
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return not (before.isspace() and after.isalnum())


def _broken(text: str, start: int, end: int) -> int | None:
    """Where a quotation ends because its paragraph does and the next one does not go on quoting; None when it does not."""
    for gap in BREAK.finditer(text, start, end):
        if not re.match(r'\s*["“„«]', text[gap.end() : gap.end() + 3]) and gap.end() != end:
            return gap.start()
        if gap.end() == end and MARK.match(text, end) is None:
            return gap.start()
    return start + LONGEST if end - start > LONGEST else None


def _close(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if start < end:
        out.append((start, end))


class Quoted:
    """The quotations of a text, to ask which one an offset or a span touches."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = tuple(spans)
        self._starts = [s for s, _ in self.spans]

    def at(self, offset: int) -> Span | None:
        """The quotation that holds an offset."""
        i = bisect_right(self._starts, offset) - 1
        return self.spans[i] if i >= 0 and offset < self.spans[i][1] else None

    def touching(self, span: Span) -> Iterator[Span]:
        """The quotations that share characters with a span."""
        i = max(0, bisect_right(self._starts, span[0]) - 1)
        while i < len(self.spans) and self.spans[i][0] < span[1]:
            if overlap(self.spans[i], span):
                yield self.spans[i]
            i += 1
