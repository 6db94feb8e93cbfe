"""Use cases: code reports into a book, read them back. A bad report never stops the others."""

import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import BookError, UsageError
from onrecord.pool.worker import Work
from onrecord.project.batch import PATIENCE, coded
from onrecord.project.coder import Judge
from onrecord.project.days import publication_day
from onrecord.project.fetching import fetcher, looked_up
from onrecord.project.gazetteer import use_added
from onrecord.project.outcomes import Coded, Failed
from onrecord.project.said import said_by_hand
from onrecord.read import Piece, pieces, read_stream, size_of
from onrecord.records import Coding

if TYPE_CHECKING:
    from onrecord.store import Book, Entry, Hit

__all__ = [
    "Coded",
    "Failed",
    "code_paths",
    "contents",
    "existing_book",
    "find_words",
    "one_report",
    "report_codings",
    "total_size",
]

LIMIT = 10_000_000  # bytes of one report


def code_paths(
    paths: Iterable[str],
    *,
    book: str | None,
    published: str | None = None,
    limit: int = LIMIT,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    jobs: int | None = 1,
    patience: float = PATIENCE,
    make: Callable[[], Work] | None = None,
    fetch: bool = False,
    every: bool = False,
) -> Generator[Coded | Failed, None, None]:
    """Read, code and store the reports of files, folders and "-" (standard input), in their order.

    `jobs` is the number of processes that code; None takes all cores, one when there is a handful of reports. Worker
    processes import the calling program's main module, which then needs `if __name__ == "__main__":`. A report that ends its
    worker or takes longer than `patience` seconds (and two for each 1,000 bytes) is tried once more and then fails by its
    name. What the book has of the same bytes, version and day is taken from it and not coded again; the rest is stored some
    at a time, and each report comes out once it is stored. `make` gives another function than coding to the workers.
    Into a book, a report that triage finds irrelevant is kept and marked but not coded, unless `every` is true or a person said
    that it is relevant. `columns` names the column or key of a table that holds a field of the report. Addresses that a list
    names are recorded in the book; with `fetch` their pages are read, else each comes out as a Failed whose error is Unfetched.
    Raises UsageError for an impossible `published` and BookError for a book that cannot be opened, before the first report.
    """
    anchor = publication_day(published) if published is not None else None
    keeper = _opened(book) if book is not None else None
    use_added(book)
    try:
        fetching = fetcher(limit) if fetch else None
        named = chain.from_iterable(_read(path, anchor, limit, stdin, columns) for path in paths)
        found = looked_up(named, keeper, fetching)
        judge = Judge(every or keeper is None, said_by_hand(keeper) if keeper is not None else {})
        yield from coded(found, keeper, jobs=jobs, book=book, make=make, patience=patience, judge=judge)
    finally:
        if keeper is not None:
            keeper.close()


def _read(
    path: str, published: str | None, limit: int, stdin: BinaryIO | None, columns: Mapping[str, str] | None
) -> Iterator[Piece]:
    if path == "-":
        yield from read_stream(stdin or sys.stdin.buffer, limit=limit, published=published)
    else:
        yield from pieces(Path(path), limit=limit, published=published, columns=columns)


def total_size(paths: Iterable[str]) -> int | None:
    """Bytes of all the reports of files and folders, to measure progress by; None when some come from standard input."""
    named = list(paths)
    return None if "-" in named else sum(size_of(Path(path)) for path in named)


def contents(book: str) -> "list[Entry]":
    """The reports of a book. BookError when there is no such book."""
    with existing_book(book) as keeper:
        return keeper.entries()


def report_codings(book: str, wanted: str) -> list[Coding]:
    """The codings of the report meant, newest first. UsageError when none or several are meant."""
    with existing_book(book) as keeper:
        return keeper.codings(one_report(keeper, book, wanted))


def one_report(keeper: "Book", book: str, wanted: str) -> str:
    """The id of the report meant by an id, the start of one, or a name. UsageError when none or several are meant."""
    found = keeper.find(wanted)
    if not found:
        raise UsageError(f"{wanted}: no such report in {book}; `onrecord list` shows what there is")
    if len(found) > 1:
        raise UsageError(f"{wanted}: could be {', '.join(found[:5])}; give more of the id")
    return found[0]


def find_words(book: str, words: str, limit: int = 50) -> "list[Hit]":
    """Where words stand in the reports and records of a book, best first."""
    with existing_book(book) as keeper:
        return keeper.search(words, limit)


def _opened(book: str) -> "Book":
    """The open book; the database library is imported only when there is one to open."""
    from onrecord.store import Book

    return Book(book)


def existing_book(book: str) -> "Book":
    """An open book that is there already. BookError when there is none."""
    if "://" not in book and not Path(book).exists():
        raise BookError(f"{book}: there is no such book; code some reports first, or name another with --book")
    return _opened(book)
