"""The account of the whole book that the overview pages read, built anew when the book has changed."""

from threading import Lock

from starlette.requests import Request

from onrecord.ledger import Account
from onrecord.project.decisions import reviewed_codings
from onrecord.store import Book


class Accounts:
    """Keeps the account that was built last, and the log entry it was built at."""

    def __init__(self, book: Book) -> None:
        self._book, self._lock = book, Lock()
        self._at: str | None = None
        self._account = Account(())

    def current(self) -> Account:
        """The account as the book is now."""
        with self._lock:
            newest = next(iter(self._book.log(newest_first=True)), None)
            at = newest.hash if newest else ""
            if at != self._at:
                self._account = Account(reviewed_codings(self._book), tuple(self._book.incidents()))
                self._at = at
            return self._account


def account_of(request: Request) -> Account:
    """The book's account."""
    accounts: Accounts = request.app.state.accounts
    return accounts.current()
