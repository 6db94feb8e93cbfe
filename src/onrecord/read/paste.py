"""A page pasted whole, with its menus and lists: where its report begins and ends, and which line before it is the title."""

from collections.abc import Sequence

from onrecord.read.marks import Marks
from onrecord.read.page import Block

WORTH = 60  # a longer paragraph weighs no more words than that
COST = 12  # words of prose that a line of no prose outweighs
MENU = 6  # lines of no prose before the report: with fewer a text is no page pasted whole, and a list after it is its own
LINES = 12  # such lines around the report
TITLE_WORDS = 5  # a title has so many words at least; the entries of menus have fewer
TITLE_WITHIN = 14  # lines before the report among which its title stands


def mark_around(text: str, blocks: Sequence[Block], marks: Marks) -> None:
    """Label what stands before and after the report of a page that was pasted whole; its title is found among the lines before."""
    start, stop = _report(blocks)
    outside = [*blocks[:start], *blocks[stop:]]
    if start == stop or _lines(blocks[:start]) < MENU or _lines(outside) < LINES:
        return
    title = _title(blocks[:start])
    for block in outside:
        if block.kind is None:
            kind = "title" if block is title else "link"
            marks.add(text, block.span, kind)
            block.kind, block.prose = kind, False


def _lines(blocks: Sequence[Block]) -> int:
    return sum(not block.prose for block in blocks)


def _report(blocks: Sequence[Block]) -> tuple[int, int]:
    """The run of blocks whose prose most outweighs the lines between."""
    best, found = 0, (0, 0)
    total = start = 0
    for i, block in enumerate(blocks):
        total += min(block.count, WORTH) if block.prose else -COST
        if total <= 0:
            total, start = 0, i + 1
        elif total > best:
            best, found = total, (start, i + 1)
    return found


def _title(before: Sequence[Block]) -> Block | None:
    """The last line before the report that has the length of a title and is nothing else."""
    lines = [block for block in before[-TITLE_WITHIN:] if block.kind is None and not block.closed_for_title()]
    return next((block for block in reversed(lines) if block.count >= TITLE_WORDS), None)
