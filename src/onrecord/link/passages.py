"""Which paragraphs of a report tell which of its happenings."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.records import Span
from onrecord.records.layout import paragraphs


def passages(text: str, marks: Sequence[Sequence[Span]], kinds: Sequence[str]) -> list[tuple[Span, ...]]:
    """For each happening, given by the spans that tell it and by its kind, its paragraphs.

    A paragraph belongs to the happenings told in it, and to those of the paragraph before it when none is; what stands
    before the first one belongs to all. Happenings of another kind do not count: the arrest, the vow of revenge and the
    flight after an attack are told about the attack.
    """
    stretches = paragraphs(text)
    found: list[tuple[Span, ...]] = [()] * len(marks)
    for kind in dict.fromkeys(kinds):
        alike = [number for number in range(len(marks)) if kinds[number] == kind]
        for number, spans in zip(alike, _shared_out(stretches, [marks[n] for n in alike]), strict=True):
            found[number] = tuple(spans)
    return found


def _shared_out(stretches: Sequence[Span], marks: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The paragraphs of each of some happenings of one kind."""
    starts = [start for start, _ in stretches]
    tellers: list[set[int]] = [set() for _ in stretches]
    for number, spans in enumerate(marks):
        for start, _ in spans:
            tellers[max(0, bisect_right(starts, start) - 1)].add(number)
    found: list[list[Span]] = [[] for _ in marks]
    current = set(range(len(marks)))
    for stretch, here in zip(stretches, tellers, strict=True):
        current = here or current
        for number in current:
            found[number].append(stretch)
    return found
