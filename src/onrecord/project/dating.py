"""The use case of dating a stored report: code it again with the day it was published; the old coding stays."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.project import existing_book, one_report
from onrecord.project.coder import document_of
from onrecord.project.days import publication_day
from onrecord.project.gazetteer import use_added
from onrecord.records import Coding, Document, Report, quote

if TYPE_CHECKING:
    from onrecord.store import Stored


@dataclass(frozen=True, slots=True)
class Moved:
    """A time whose value the new day changed, in the report's words."""

    words: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Redated:
    """A report coded with a new day: its coding, what became of it in the book, and the times that moved."""

    coding: Coding
    stored: "Stored"
    moved: tuple[Moved, ...]


def date_report(book: str, wanted: str, published: str) -> Redated:
    """Code a stored report again as published on a day, so that every time, figure and event is resolved anew.

    The coding made before stays in the book. UsageError for an impossible day, or when no report or several are meant.
    """
    day = publication_day(published)
    from onrecord.pipeline import code

    use_added(book)
    with existing_book(book) as keeper:
        before = keeper.codings(one_report(keeper, book, wanted))[0]
        after = code(document(before.report, day))
        return Redated(after, keeper.add(after), moved(before, after))


def document(report: Report, published: str) -> Document:
    """The document a stored report was coded from, as published on another day."""
    return replace(document_of(report), published=published, published_rule="caller")


def moved(before: Coding, after: Coding) -> tuple[Moved, ...]:
    """The times of a coding whose value differs from that of the same words in another one, in the order of the text."""
    old = {t.span: t.edtf for t in before.times}
    said = after.report.text
    return tuple(Moved(quote(said, t.span), old.get(t.span), t.edtf) for t in after.times if old.get(t.span) != t.edtf)
