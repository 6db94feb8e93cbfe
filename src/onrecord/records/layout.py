"""How a text is laid out: its paragraphs, and the places where two words were run together.

Reading (to find furniture) and segmenting (to cut sentences) must see the same paragraphs, so both take them from here.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from onrecord.records.spans import Span

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
WIDEST = 110  # a longer line was not wrapped by hand or by a teletype
SAME_WORD = 600  # characters before a join in which its first word, standing alone, shows that two words were glued
SLACK = 5  # a line may stop this short of the width, where a word was not broken
CONTINUES = re.compile(r"[,;)\]]|(?!(?:al|el|an|as|ash|at|ar|ad|de|bin|ibn|van|von)[- ])[a-z]")
CLOSED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z'’ ])|(?<=[a-z]{4})(?=['‘\"“][A-Z][a-z])|(?<=[a-z]{4}['’\"”])(?=[A-Z][a-z])")
_OPENING = (
    "a after all an and another as at authorities before but by during earlier eight five for four from he her his however if"
    " in it its last later many meanwhile more most nine no officials on one our police seven several she since six some ten"
    " that the their then there these they this those three to today two under until we what when where while who with"
)
STARTERS = frozenset(_OPENING.split())


class Line(NamedTuple):
    """A line that is not blank: the span of its words, its indent, and whether a blank line stands before it."""

    start: int
    end: int
    indent: int
    spaced: bool


def lines(text: str) -> list[Line]:
    """The lines of a text that hold more than white space."""
    out: list[Line] = []
    start, spaced = 0, True
    for end, after in [*(m.span() for m in LINE_END.finditer(text)), (len(text), len(text))]:
        raw = text[start:end]
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            out.append(Line(start + indent, start + indent + len(words), indent, spaced))
        spaced = not words
        start = after
    return out


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs: one a line in pasted pages, several lines where the text is wrapped to a width."""
    rows = lines(text)
    width = wrap_width(text, rows)
    margin = min((row.indent for row in rows), default=0)
    out: list[Span] = []
    last: Line | None = None
    for row in rows:
        if last is not None and not row.spaced and _runs_on(text, last, row, width, margin):
            out[-1] = (out[-1][0], row.end)
        else:
            out.append((row.start, row.end))
        last = row
    return out


def wrap_width(text: str, rows: list[Line]) -> int:
    """The width a text is wrapped to, 0 where it is not: a wrapped line has no room for the first word of the next one."""
    joints = [(a, b) for a, b in pairwise(rows) if not b.spaced and b.indent <= a.indent]
    lengths = sorted(_length(row) for row in rows)
    if not joints or lengths[int(0.95 * (len(lengths) - 1))] > WIDEST or (len(joints) < 3 and not text.isupper()):
        return 0
    fronts = sorted(_length(a) for a, _ in joints)
    width = fronts[int(0.9 * (len(fronts) - 1))]
    full = sum(_length(a) + 1 + _first_word(text, b) > width - SLACK for a, b in joints)
    return width if width > 30 and full >= 0.6 * len(joints) else 0


def _length(row: Line) -> int:
    return row.indent + row.end - row.start


def _first_word(text: str, row: Line) -> int:
    """Length of a line's first word."""
    return len(text[row.start : min(row.end, row.start + 40)].split(maxsplit=1)[0])


def _runs_on(text: str, last: Line, row: Line, width: int, margin: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    closed = CLOSED.search(text, max(last.start, last.end - 6), last.end) is not None
    if not width:
        return not closed and CONTINUES.match(text, row.start) is not None
    if row.indent - margin >= 2 and row.indent > last.indent:
        return False
    room = width - _length(last) - 1 - _first_word(text, row)
    return room <= (SLACK if closed else 3 * SLACK)


def joins(text: str, start: int, end: int) -> list[int]:
    """Offsets where two words stand with no space between them ("in SyriaThe army"), the clear cases only.

    Clear is a lower-case word before the join, or a word after it that opens sentences; a name such as "BuzzFeed" is not.
    """
    return [m.start() for m in CAMEL.finditer(text, start, end) if _is_clear(text, start, m.start(), end)]


def _is_clear(text: str, start: int, at: int, end: int) -> bool:
    first = at
    while first > start and (text[first - 1].isalpha() or text[first - 1] in "'’\"”"):
        first -= 1
        if at - first > 40:
            return False
    left = text[first:at].strip("'’\"”‘“")
    last = at + 1
    while last < min(end, at + 40) and text[last].isalpha():
        last += 1
    right = text[at:last].strip("'’\"”‘“")
    if right.lower() in STARTERS and len(left) >= (2 if left.islower() else 4):
        return True
    if len(left) < 4:
        return False
    if left[0].islower() or text[at] in "'\"‘“" or text[at - 1] in "'\"’”":
        return True
    return len(right) >= 4 and any(f" {left}{after}" in text[max(0, first - SAME_WORD) : first] for after in " *.,")
