"""Addresses that lists name: recorded in the book, and fetched when that is asked for."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from onrecord.errors import ReportError, UsageError
from onrecord.read import Piece, Raw, Unread
from onrecord.read.source import Address

if TYPE_CHECKING:
    from onrecord.fetch import Fetcher
    from onrecord.store import Book, NotedAddress

KINDS = {"application/pdf": ".pdf", "text/plain": ".txt"}  # media types that are read by their name


def fetcher(limit: int) -> "Fetcher":
    """What fetches pages of at most so many bytes. UsageError when its libraries are not installed."""
    try:
        from onrecord.fetch import Fetcher, Limits
    except ImportError as error:
        raise UsageError(f"--fetch needs {error.name}; install it with pip install 'onrecord[fetch]'") from None
    return Fetcher(Limits(size=limit))


def looked_up(found: Iterable[Piece], keeper: "Book | None", fetching: "Fetcher | None") -> Iterator[Piece]:
    """What was found, with the page in the place of an address where pages are fetched.

    Every address is recorded in the book. One that was fetched before is not fetched again; an address that could not be is
    tried again in the next run.
    """
    for one in found:
        if not isinstance(one, Address):
            yield one
            continue
        if keeper is not None:
            note([one], keeper)
        if fetching is None:
            yield one
        elif keeper is None or keeper.address_state(one.url) != "fetched":
            yield _page(one, keeper, fetching)


def note(found: Iterable[Address], keeper: "Book") -> None:
    """Record addresses in the book, together."""
    from onrecord.store import NotedAddress

    keeper.note_addresses([NotedAddress(**stated(one)) for one in found])  # type: ignore[arg-type]


def stated(one: Address) -> dict[str, str | None]:
    """An address and what its list says of it."""
    return {"url": one.url, "title": one.title, "published": one.published, "outlet": one.outlet}


def _page(one: Address, keeper: "Book | None", fetching: "Fetcher") -> Raw | Unread:
    """The bytes at an address, or why there are none."""
    try:
        page = fetching.get(one.url)
    except ReportError as error:
        if keeper is not None:
            keeper.settle_address(one.url, None, str(error))
        return Unread(one.url, type(error)(f"{one.url}: {error}; it stays recorded, and the next run tries again"))
    if keeper is not None:
        keeper.settle_address(one.url, sha256(page.content).hexdigest())
    return Raw(one.url + KINDS.get(page.media, ""), page.content, {**stated(one), "url": page.url})


def noted_addresses(book: str, state: str | None = None) -> "list[NotedAddress]":
    """The addresses a book has recorded, or those of one state. UsageError when there is no such book or state."""
    from onrecord.project import existing_book

    if state not in (None, "noted", "fetched", "refused"):
        raise UsageError(f"{state}: an address is noted, fetched or refused")
    with existing_book(book) as keeper:
        return keeper.addresses(state)
