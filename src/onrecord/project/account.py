"""The account of a book: its reviewed codings, with its incidents."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.ledger import Account
from onrecord.project import existing_book
from onrecord.project.decisions import reviewed_codings
from onrecord.records import Decision

if TYPE_CHECKING:
    from onrecord.store import Book


@contextmanager
def opened(book: str) -> "Iterator[tuple[Book, Account]]":
    """A book and its account. BookError when there is no such book."""
    with existing_book(book) as keeper:
        yield keeper, account_of(keeper)


def account_of(keeper: "Book") -> Account:
    """The account of an open book."""
    return Account(reviewed_codings(keeper), tuple(keeper.incidents()))


def dismissed(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The dismissals that stand, by finding."""
    return {ref.record: decision for decision in decisions if decision.verdict == "dismiss" for ref in decision.subject}
