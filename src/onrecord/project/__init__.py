"""Use cases: code reports into a book, read them back. A bad report never stops the others."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import OnrecordError, ReportError, UsageError
from onrecord.project.gazetteer import use_added
from onrecord.read import Unread, check_date, read_path, read_stream
from onrecord.records import Coding, Document

if TYPE_CHECKING:
    from onrecord.store import Book, Entry, Hit, Stored

__all__ = ["Coded", "Failed", "code_paths", "contents", "existing_book", "find_words", "one_report", "report_codings"]

LIMIT = 10_000_000  # bytes of one report


@dataclass(frozen=True, slots=True)
class Coded:
    """A report that was coded, and what became of it in the book (None when there is no book)."""

    coding: Coding
    stored: "Stored | None"


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be read, coded or stored, and why."""

    name: str
    error: OnrecordError


def code_paths(
    paths: Iterable[str],
    *,
    book: str | None,
    published: str | None = None,
    limit: int = LIMIT,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Coded | Failed]:
    """Read, code and store the reports of files, folders and "-" (standard input), one by one.

    `columns` names the column or key of a table that holds a field of the report. Raises UsageError for an impossible `published` and BookError for a book that cannot be opened, before the first report.
    """
    anchor = check_date(published) if published is not None else None
    keeper = _opened(book) if book is not None else None
    use_added(book)
    try:
        for path in paths:
            for found in _read(path, anchor, limit, stdin, columns):
                yield _code(found, keeper)
    finally:
        if keeper is not None:
            keeper.close()


def _read(
    path: str, published: str | None, limit: int, stdin: BinaryIO | None, columns: Mapping[str, str] | None
) -> Iterator[Document | Unread]:
    if path == "-":
        yield from read_stream(stdin or sys.stdin.buffer, limit=limit, published=published)
    else:
        yield from read_path(Path(path), limit=limit, published=published, columns=columns)


def _code(found: Document | Unread, keeper: "Book | None") -> Coded | Failed:
    """One report: an error of any stage becomes that report's failure."""
    if isinstance(found, Unread):
        return Failed(found.name, found.error)
    from onrecord.pipeline import code  # the model is loaded only when there is something to code

    name = found.name or found.id
    try:
        coding = code(found)
        return Coded(coding, keeper.add(coding, found.raw) if keeper is not None else None)
    except OnrecordError as error:
        return Failed(name, error)
    except Exception as error:
        wrapped = ReportError(
            f"{name}: could not be coded ({type(error).__name__}: {error}); please report it with the text, the others go on"
        )
        wrapped.__cause__ = error
        return Failed(name, wrapped)


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
    """An open book that is there already. UsageError when there is none."""
    if "://" not in book and not Path(book).exists():
        raise UsageError(f"{book}: there is no such book; code some reports first, or name another with --book")
    return _opened(book)
