"""Find time expressions and give each its EDTF value and UCDP precision."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date

from onrecord.records import Document, Parse, Span, Time, record_id
from onrecord.when.find import cores
from onrecord.when.modify import Found
from onrecord.when.spans import joined
from onrecord.when.tag import tagged

__all__ = ["holds_time", "when"]


def holds_time(doc: Document) -> Callable[[Span], bool]:
    """Tells of a stretch of a document whether a time expression may begin in it; `when` needs no trees but of such."""
    starts = [core.span[0] for core in cores(doc.text)]
    return lambda span: bisect_left(starts, span[0]) < bisect_left(starts, span[1])


def when(doc: Document, parse: Parse) -> tuple[Time, ...]:
    """The times of a document in the order of the text.

    `doc.published` anchors relative dates; without it a year the text does not state stays `XXXX`, and a purely relative
    expression has no value.
    """
    anchor = date.fromisoformat(doc.published) if doc.published else None
    return _records(doc, joined(doc.text, parse, tagged(doc, parse), anchor))


def _records(doc: Document, found: list[Found]) -> tuple[Time, ...]:
    taken: set[str] = set()
    out = []
    for here in found:
        span = here.core.span
        time_id = record_id(doc.id, "time", span, taken)
        taken.add(time_id)
        out.append(Time(time_id, span, here.value.edtf, here.value.prec, f"when.{here.core.rule}", here.value.rivals))
    return tuple(out)
