"""Use case: one report handed over as bytes, coded and stored."""

from dataclasses import dataclass

from onrecord.errors import OversizedReport
from onrecord.project.batch import store_one
from onrecord.project.days import publication_day
from onrecord.read import read_bytes
from onrecord.store import Book


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: the id it is kept under, or why it was not taken."""

    name: str
    report: str | None
    words: str


def add_report(
    book: Book,
    name: str,
    content: bytes,
    limit: int,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Added:
    """Code a report and store it with its bytes. Errors of reading (ReportError) and of the call (UsageError) come through."""
    if len(content) > limit:
        raise OversizedReport(f"{name}: is over {limit:,} bytes; split it into reports")
    day = publication_day(published) if published else None
    doc = read_bytes(content, name=name, title=title, outlet=outlet, url=url, published=day)
    coding, stored = store_one(book, doc, content)
    counts = f"{len(coding.figures)} figures, {len(coding.events)} events, {len(coding.statements)} statements"
    known = "" if stored.new_coding else "already in the book; "
    return Added(name, stored.report, known + counts)
