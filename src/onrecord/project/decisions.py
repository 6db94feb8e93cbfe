"""Use cases of review: decide on a record, take a decision back, read reports in their reviewed state."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.project import existing_book, one_report
from onrecord.records import Coding, Decision, Ref
from onrecord.review import REVIEWED, by_id, check_change, reviewed, unmatched

if TYPE_CHECKING:
    from onrecord.store import Book, Dossier

ON_RECORDS = ("accept", "reject", "edit")  # what may be said of a record that is there


def decide(
    book: str, wanted: str, record: str, verdict: str, by: str, reason: str | None = None, change: str | None = None
) -> Decision:
    """Accept, reject or edit a record of a report; `change` is a JSON object of the fields an edit sets.

    UsageError for a report, record, verdict or change that cannot be.
    """
    if verdict not in ON_RECORDS:
        raise UsageError(f"{verdict}: is no verdict on a record; use one of {', '.join(ON_RECORDS)}")
    if (change is not None) != (verdict == "edit"):
        raise UsageError(f"{verdict}: an edit, and only an edit, takes a change; write the fields to set as JSON")
    with existing_book(book) as keeper:
        report = one_report(keeper, book, wanted)
        coding = _reviewed(keeper.codings(report), [made for made in keeper.decisions() if made.verdict != "reject"])
        if change is not None:
            check_change(coding, record, change)
        elif record not in by_id(coding):
            raise UsageError(f"{record}: no such record in {report}; `onrecord show --json` lists them")
        return keeper.decide(verdict, (Ref(report, record),), by, reason, change)


def withdraw(book: str, decision: str, by: str) -> Decision:
    """Take a decision back; it stays in the book with the day it was withdrawn."""
    with existing_book(book) as keeper:
        return keeper.withdraw(decision, by)


def decisions(book: str, live: bool = True) -> list[Decision]:
    """The decisions of a book in the order they were made; with `live`, those not withdrawn."""
    with existing_book(book) as keeper:
        return keeper.decisions(live=live)


def reviewed_report(book: str, wanted: str) -> Coding:
    """A report in its reviewed state. UsageError when none or several are meant."""
    with existing_book(book) as keeper:
        return _reviewed(keeper.codings(one_report(keeper, book, wanted)), keeper.decisions())


def _reviewed(codings: list[Coding], made: list[Decision]) -> Coding:
    return reviewed(codings[0], made, codings[1:])


def older_codings(keeper: "Book", dossier: "Dossier") -> Iterator[Coding]:
    """The codings of a report before its newest, newest first; read only when one is asked for."""
    if dossier.versions > 1:
        yield from keeper.codings(dossier.coding.report.id, 1)


def reviewed_codings(keeper: "Book") -> Iterator[Coding]:
    """Every report of an open book in its reviewed state, one by one."""
    by_report: dict[str, list[Decision]] = {}
    for made in keeper.decisions():
        if made.verdict in REVIEWED:
            by_report.setdefault(made.subject[0].report, []).append(made)
    for coding in keeper.newest_codings():
        made_here = by_report.get(coding.report.id, ())
        older = keeper.codings(coding.report.id)[1:] if unmatched(coding, made_here) else ()
        yield reviewed(coding, made_here, older)
