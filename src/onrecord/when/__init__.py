"""Find time expressions and give each its EDTF value and UCDP precision."""

from datetime import date

from onrecord.records import Document, Parse, Time, record_id
from onrecord.when.modify import Found
from onrecord.when.spans import joined
from onrecord.when.tag import tagged

__all__ = ["when"]


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
