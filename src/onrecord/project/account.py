"""The account of a book: its newest codings as analysts left them, with its incidents."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ledger import Account
from onrecord.project import existing_book
from onrecord.records import Coding, Decision, Ref

if TYPE_CHECKING:
    from onrecord.store import Book


@contextmanager
def opened(book: str) -> "Iterator[tuple[Book, Account]]":
    """A book and its account. UsageError when there is no such book."""
    with existing_book(book) as keeper:
        rejected = {ref for decision in keeper.decisions("reject") for ref in decision.subject}
        codings = [without(coding, rejected) for coding in keeper.newest_codings()]
        yield keeper, Account(codings, tuple(keeper.incidents()))


def without(coding: Coding, rejected: set[Ref]) -> Coding:
    """A coding without the figures, events and statements an analyst rejected, and without links to them."""
    gone = {ref.record for ref in rejected if ref.report == coding.report.id}
    if not gone:
        return coding
    return replace(
        coding,
        figures=tuple(
            replace(f, event=_kept(f.event, gone), part_of=_kept(f.part_of, gone), statement=_kept(f.statement, gone))
            for f in coding.figures
            if f.id not in gone
        ),
        events=tuple(replace(e, statement=_kept(e.statement, gone)) for e in coding.events if e.id not in gone),
        statements=tuple(s for s in coding.statements if s.id not in gone),
    )


def _kept(record: str | None, gone: set[str]) -> str | None:
    return None if record in gone else record


def dismissed(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The dismissals that stand, by finding."""
    return {ref.record: decision for decision in decisions if decision.verdict == "dismiss" for ref in decision.subject}
