"""Find quotations on the text: curly, straight, doubled and unbalanced marks, over sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.records import Span, overlap

MARK = re.compile(r"\"+|''|``|[“”„«»]|(?<!\w)[‘'](?=\w)(?!\d\ds?\b)|[’'](?=[\s,.;:!?)\"”]|$)")
GOES_ON = re.compile(r"""\s*(?:["“„«]|''|``)""")  # what the next paragraph of a quotation begins with
BREAK = re.compile(r"\n\s*\n|\n")
LONGEST_SINGLE = 1_500  # the same between single marks, and only inside one paragraph
FULL_LINE = 45  # characters of a line that was wrapped rather than ended
LONGEST = 4_000  # characters a quotation may run without its closing mark before it is taken for a stray mark
FAR = 3  # words a quotation needs to be speech rather than a word in inverted commas
OPENERS, CLOSERS = "“„«‘`", "”»’"
SINGLE = {"‘": "’", "'": "'"}  # single marks, which may also be apostrophes


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of the words between quotation marks, marks left out, in order, none overlapping.

    A quotation that is still open at the end of its paragraph goes on if the next paragraph opens with a mark; else it ends there.
    """
    out: list[Span] = []
    start, opener = -1, ""
    checked = 0  # up to here the open quotation is known to go on
    for match in MARK.finditer(text):
        mark = match[0][0]
        if start >= 0 and (broken := _broken(text, start, checked, match.start())) is not None:
            _close(out, text, start, broken)
            start = -1
        checked = match.start()
        if start < 0:
            if _opens(text, match):
                start, opener = match.end(), "''" if match[0] in ("''", "``") else mark
        elif _closes(text, match, opener):
            _close(out, text, start, match.start())
            doubled = len(match[0]) == 2 and text[match.start() - 1] in ".!?," and text[match.end() : match.end() + 1].isalpha()
            start = match.end() if doubled else -1  # one quotation closed and the next opened without a space
    if start >= 0:
        end = _broken(text, start, checked, len(text))
        _close(out, text, start, end if end is not None else len(text))
    return tuple(out)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark can open: a curly opener, or a straight mark before a word and after a space or bracket."""
    mark = match[0][0]
    if match[0] in SINGLE:
        possessive = text[match.end() : match.end() + 1].isspace()  # "the boys' school"
        return not possessive and _single_end(text, match.end(), SINGLE[mark]) is not None
    if mark in OPENERS:
        return True
    if mark in CLOSERS:
        return False
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return bool(after) and not after.isspace() and (not before or not before.isalnum() or len(match[0]) > 1 or before in ".!?,")


def _single_end(text: str, start: int, closer: str) -> int | None:
    """Offset of the single mark that closes a quotation begun at `start`, in its own paragraph; None for an apostrophe.

    A mark after a plural "s" with a small letter behind it is a possessive: 'It is the boys' school.'
    """
    for match in re.finditer(rf"(?<!{closer}){closer}(?![\w{closer}])|\n", text[start : start + LONGEST_SINGLE]):
        at = start + match.start()
        if match[0] == "\n":
            return None
        possessive = text[at - 1 : at] in ("s", "S") and text[at + 1 : at + 3].strip()[:1].islower()
        if not possessive and not text[at - 1 : at].isspace():
            return at if text.count('"', start, at) % 2 == 0 else None
    return None


def _closes(text: str, match: re.Match[str], opener: str) -> bool:
    """Whether a mark closes what `opener` opened."""
    mark = match[0][0]
    if opener in SINGLE:
        start = match.start()
        return mark == SINGLE[opener] and _single_end(text, start, mark) == start
    if match[0] in ("‘", "’", "'"):
        return False
    if mark in CLOSERS:
        return opener != "''"
    if mark in OPENERS:
        return _is_turned(text, match)
    if (opener == "''") != (match[0] == "''"):
        return False
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return not (before.isspace() and after.isalnum())


def _is_turned(text: str, match: re.Match[str]) -> bool:
    """Whether an opening mark stands where a closing one should: “We are ready,“ he said."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before in (",", ".", "!", "?", "…") and (not after or after.isspace())


def _broken(text: str, start: int, checked: int, end: int) -> int | None:
    """Where a quotation ends because its paragraph does and the next one does not go on quoting; None when it does not.

    What stands before `checked` was looked at already, so that a text full of marks is read once.
    """
    for gap in BREAK.finditer(text, max(start, checked), end):
        if _is_wrapped(text, gap):
            continue
        if not GOES_ON.match(text, gap.end()) and gap.end() != end:
            return gap.start()
        if gap.end() == end and MARK.match(text, end) is None:
            return gap.start()
    return start + LONGEST if end - start > LONGEST else None


def _is_wrapped(text: str, gap: re.Match[str]) -> bool:
    """Whether one line break only wraps a long line in the middle of its sentence."""
    if gap[0] != "\n":
        return False
    line = gap.start() - (text.rfind("\n", max(0, gap.start() - FULL_LINE), gap.start()) + 1 or max(0, gap.start() - FULL_LINE))
    before = text[gap.start() - 1 : gap.start()]
    return line >= FULL_LINE and (before.isalnum() or before in ",-")


def _close(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if start < end:
        out.append((start, end))


def is_speech(text: str, span: Span) -> bool:
    """Whether a quotation is speech rather than a name or a word in inverted commas."""
    words = text[span[0] : span[1]].split()
    return len(words) > FAR and not is_name(words)


def is_sentence(text: str, span: Span) -> bool:
    """Whether a short quotation is a sentence of its own: "He was charming."."""
    return text[span[0]].isupper() and text[span[1] - 1] in ".!?" and " " in text[span[0] : span[1]]


def is_name(words: Sequence[str]) -> bool:
    """Whether quoted words are a name or a title: "Islamic State of the North", every longer word with a capital."""
    return len(words) > 1 and all(w[0].isupper() for w in words if len(w) > 3) and not words[0].isupper()


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
