"""A notebook for furniture while a page is being read: spans that never overlap, kept in order."""

from bisect import bisect_left, insort

from onrecord.records import Furniture, Span


class Marks:
    """The furniture found so far. Whoever marks first wins; a later mark is cut down to what is still free."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int, str]] = []

    def add(self, text: str, span: Span, kind: str) -> None:
        """Label the parts of a span that are still free, without white space at their ends."""
        for start, end in self.free(span):
            words = text[start:end]
            start += len(words) - len(words.lstrip())
            end = start + len(words.strip())
            if start < end:
                insort(self._spans, (start, end, kind))

    def free(self, span: Span) -> list[Span]:
        """The parts of a span that carry no label."""
        out: list[Span] = []
        at = span[0]
        for start, end, _ in self._spans[max(0, bisect_left(self._spans, (span[0], 0, "")) - 1) :]:
            if start >= span[1]:
                break
            if start > at:
                out.append((at, start))
            at = max(at, end)
        return [*out, (at, span[1])] if at < span[1] else out

    def bare(self, text: str, span: Span) -> str:
        """The words of a span that carry no label."""
        return " ".join(text[a:b].strip() for a, b in self.free(span)).strip()

    def ends_with(self, span: Span, kind: str) -> bool:
        """Whether the last label inside a span has this kind and ends where the span ends."""
        i = bisect_left(self._spans, (span[1], 0, "")) - 1
        return i >= 0 and self._spans[i][1] == span[1] and self._spans[i][2] == kind

    def last_end(self, offset: int) -> int:
        """Where the last label that starts before an offset ends, 0 when there is none."""
        i = bisect_left(self._spans, (offset, 0, "")) - 1
        return self._spans[i][1] if i >= 0 else 0

    def kept(self) -> tuple[Furniture, ...]:
        """All furniture in the order of the text."""
        return tuple(Furniture((start, end), kind) for start, end, kind in self._spans)
