"""The account of the whole book that the overview pages read, built anew when the book has changed.

Of a small book it is always the newest. Of a large one, whose building takes long, the pages show the last one and say so while
the next is built beside them.
"""

import time
from collections.abc import Callable, Hashable
from threading import Lock, Thread
from typing import TypeVar

from starlette.requests import Request

from onrecord.ledger import Account
from onrecord.project.decisions import reviewed_codings
from onrecord.store import Book

T = TypeVar("T")
LONG = 2.0  # seconds of building after which a page no longer waits for the next account


class Accounts:
    """Keeps the account that was built last, the log entry it was built at, and how long that took."""

    def __init__(self, book: Book) -> None:
        self._book, self._lock = book, Lock()
        self._at: str | None = None
        self._account = Account(())
        self._made: dict[Hashable, object] = {}
        self._took = 0.0
        self._builder: Thread | None = None

    def current(self) -> Account:
        """The account as the book is now, or the last one while a large book's next is being built."""
        with self._lock:
            builder = self._builder if self._builder and self._builder.is_alive() else None
            if builder is None and self._newest() != self._at:
                builder = self._builder = Thread(target=self._build, daemon=True)
                builder.start()
            waits = self._at is None or self._took < LONG
        if builder and waits:
            builder.join()
        return self._account

    def once(self, account: Account, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes of an account, made once as long as the account is the newest."""
        if account is not self._account:
            return make()
        if what not in self._made:
            self._made[what] = make()
        made: T = self._made[what]  # type: ignore[assignment]
        return made

    def is_behind(self) -> bool:
        """Whether a newer account is being built."""
        return self._builder is not None and self._builder.is_alive()

    def _newest(self) -> str:
        newest = next(iter(self._book.log(newest_first=True)), None)
        return newest.hash if newest else ""

    def _build(self) -> None:
        at, began = self._newest(), time.monotonic()
        self._account, self._made = Account(reviewed_codings(self._book), tuple(self._book.incidents())), {}
        self._at, self._took = at, time.monotonic() - began


def account_of(request: Request) -> Account:
    """The book's account."""
    accounts: Accounts = request.app.state.accounts
    return accounts.current()
