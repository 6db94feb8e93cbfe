"""The rows of the table of furniture at work: lines, sentences, tails and inline marks that pages print around a report."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.lexicon import rows
from onrecord.read.marks import Marks
from onrecord.records import Span
from onrecord.records.layout import joins

LONGEST_LINE = 400
LONGEST_SENTENCE = 600
SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*(?=\s|[A-Z\"“‘'=*]|$)")


@cache
def matcher(reach: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One expression for all rows of a reach, and the kind of each of its groups."""
    found = [row for row in rows("furniture") if row["reach"] == reach]
    flags = re.DOTALL if reach in ("line", "list", "end") else re.MULTILINE
    return re.compile("|".join(f"({row['pattern']})" for row in found), flags), tuple(row["kind"] for row in found)


def line_kind(words: str) -> str | None:
    """The kind of a paragraph that is furniture as a whole; None for any other."""
    if len(words) > LONGEST_LINE:
        return None
    pattern, kinds = matcher("line")
    match = pattern.match(words)
    return kinds[match.lastindex - 1] if match and match.lastindex else None


def end_kind(words: str) -> str | None:
    """The kind of a paragraph that is furniture where nothing of the report follows; None for any other."""
    pattern, kinds = matcher("end")
    match = pattern.match(words) if len(words) <= LONGEST_SENTENCE else None
    return kinds[match.lastindex - 1] if match and match.lastindex else None


def is_list_heading(words: str) -> bool:
    """Whether a heading opens a list of links ("See also", "== References ==")."""
    return len(words) < 60 and matcher("list")[0].fullmatch(words.strip("= :\t")) is not None


def mark_inline(text: str, blocks: list[Span], marks: Marks) -> None:
    """Label what the table finds inside paragraphs: credits and notes first, then the sentences and tails around a cue."""
    for reach in ("span", "sentence", "tail"):
        for block, match, kind in _hits(text, blocks, reach):
            if reach == "span":
                span = match.span()
            elif reach == "tail":
                span = (match.start(), block[1])
            else:
                span = _sentence_around(text, block, match.span())
            marks.add(text, span, kind)


def _hits(text: str, blocks: list[Span], reach: str) -> Iterator[tuple[Span, re.Match[str], str]]:
    """Each match of the rows of a reach, with its paragraph and kind."""
    pattern, kinds = matcher(reach)
    turn = iter(blocks)
    block = next(turn, None)
    for match in pattern.finditer(text):
        while block is not None and block[1] <= match.start():
            block = next(turn, None)
        if block is None:
            return
        if block[0] <= match.start() and match.lastindex:
            yield block, match, kinds[match.lastindex - 1]


def _sentence_around(text: str, block: Span, hit: Span) -> Span:
    """The sentence that holds a match, within its paragraph; it may be glued to its neighbours."""
    low, high = max(block[0], hit[0] - LONGEST_SENTENCE), min(block[1], hit[1] + LONGEST_SENTENCE)
    start = max((m.end() for m in SENTENCE_END.finditer(text, low, hit[0])), default=low)
    end = next((m.end() for m in SENTENCE_END.finditer(text, hit[1], high)), high)
    glue = joins(text, start, end)
    return (max([at for at in glue if at <= hit[0]], default=start), min([at for at in glue if at > hit[1]], default=end))
