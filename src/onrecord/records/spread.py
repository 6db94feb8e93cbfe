"""Find what stands at a place of a long text without looking at everything."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from onrecord.records.spans import Span, covers

Record = TypeVar("Record")
WIDTH = 256  # code points of a bucket


class Spread(Generic[Record]):
    """Records laid out along the text: `spans_of` gives the spans each of them has.

    Answers come in the order of the records given, each record once. Building takes time in proportion to the spans' length
    over WIDTH, an answer to what stands near.
    """

    __slots__ = ("_buckets",)

    def __init__(self, records: Iterable[Record], spans_of: Callable[[Record], Iterable[Span]]) -> None:
        self._buckets: dict[int, list[tuple[int, Span, Record]]] = {}
        for order, record in enumerate(records):
            for span in spans_of(record):
                for bucket in range(span[0] // WIDTH, max(span[0], span[1] - 1) // WIDTH + 1):
                    self._buckets.setdefault(bucket, []).append((order, span, record))

    def holding(self, span: Span) -> list[Record]:
        """The records with a span that covers this one."""
        near = self._buckets.get(span[0] // WIDTH, ())
        return _once((order, record) for order, around, record in near if covers(around, span))

    def inside(self, span: Span) -> list[Record]:
        """The records with a span that lies inside this one."""
        return _once((order, record) for order, within, record in self._near(span) if covers(span, within))

    def starting(self, span: Span) -> list[tuple[Record, Span]]:
        """The records with a span that starts inside this one, each with that span, in order of the text."""
        found = {(s, order): record for order, s, record in self._near(span) if span[0] <= s[0] < span[1]}
        return [(found[key], key[0]) for key in sorted(found)]

    def _near(self, span: Span) -> Iterable[tuple[int, Span, Record]]:
        for bucket in range(span[0] // WIDTH, max(span[0], span[1] - 1) // WIDTH + 1):
            yield from self._buckets.get(bucket, ())


def _once(found: Iterable[tuple[int, Record]]) -> list[Record]:
    """Records in their order, none twice."""
    kept = dict(found)
    return [kept[order] for order in sorted(kept)]
