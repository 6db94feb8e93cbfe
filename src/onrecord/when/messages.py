"""The days of the messages of a chat, each of which anchors the times that its message tells from its own day."""

from collections.abc import Iterable
from datetime import date

from onrecord.records import Document, Spread
from onrecord.when import dates, edtf
from onrecord.when.find import Core, cores
from onrecord.when.story import Narrative

FULL = ("iso", "numeric", "day_month", "month_day")


def in_datelines(doc: Document) -> list[Core]:
    """The written days in a document's datelines, none where it has fewer than two: its one day is then that of the report."""
    spans = [f.span for f in doc.furniture if f.kind == "dateline"]
    if len(spans) < 2:
        return []
    around = Spread(spans, lambda span: (span,))
    return [core for core in cores(doc.text) if core.rule in FULL and around.holding(core.span)]


def days_of_messages(heads: Iterable[Core], day_first: bool | None) -> list[tuple[int, date]]:
    """Where each dateline of a full day stands, with that day."""
    none = Narrative(None, day_first=day_first)
    made = ((core.span[0], dates.RULES[core.rule](core, none)) for core in heads if core.parts.keys() & {"year", "short"})
    days = ((at, edtf.as_date(value.edtf)) for at, value in made if value is not None and value.edtf)
    return [(at, day) for at, day in days if day is not None]
