"""Use cases of the book's history: prove it, show its log, erase a report."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.project import existing_book, one_report
from onrecord.project.erasing import Erasure, erase_files

if TYPE_CHECKING:
    from onrecord.store import Book, Flaw, Forgotten, LogEntry

MOST_FLAWS = 1000  # a book overwritten as a whole has one for every row


@dataclass(frozen=True, slots=True)
class Proof:
    """What `verify` found: how many entries the log has, the hash of the last one, and the flaws, first one first."""

    entries: int
    head: str
    flaws: "tuple[Flaw, ...]"


def verify(book: str, head: str | None = None) -> Proof:
    """Recompute the log's chain and the digest of all that is stored.

    `head` is a hash noted down earlier: a log that was cut off or written anew no longer has it. BookError when the book
    cannot be opened.
    """
    with existing_book(book) as keeper:
        flaws = tuple(islice(keeper.verify(), MOST_FLAWS))
        last = next(keeper.log(newest_first=True), None)
        proof = Proof(last.seq if last else 0, last.hash if last else "", flaws)
        return proof if head is None else _with_head(keeper, proof, head)


def _with_head(keeper: "Book", proof: Proof, head: str) -> Proof:
    from onrecord.store import Flaw

    if len(head) < 8:
        raise UsageError(f"{head}: give at least the first eight digits of a hash that `onrecord verify` printed")
    if any(entry.hash.startswith(head) for entry in keeper.log()):
        return proof
    lost = Flaw(None, f"no entry has the hash {head}: the log was cut off before it, or written anew")
    return Proof(proof.entries, proof.head, (*proof.flaws, lost))


def log_entries(book: str, about: str | None = None, limit: int | None = None) -> "Iterator[LogEntry]":
    """The log, newest entry first, or what it says about one report (also an erased one), decision or export. UsageError for what is none."""
    with existing_book(book) as keeper:
        subject = about
        if about is not None:
            found = keeper.find(about)
            subject = found[0] if len(found) == 1 else about
        entries = keeper.log(subject, newest_first=True)
        first = next(entries, None)
        if first is None and about is not None:
            raise UsageError(f"{about}: the book has no such report, decision or export; `onrecord log` shows what there is")
        yield from islice(chain([first] if first else [], entries), limit)


def forget(book: str, wanted: str, reason: str, by: str) -> "tuple[Forgotten, tuple[Erasure, ...]]":
    """Erase a report's bytes, words, codings, what was made of them, and the export files that drew on it and are as they
    were written; its tombstone and the log stay.

    Gives what went, and what became of each file. UsageError when no or several reports are meant or no reason is given; BookError when its bytes are still in the file.
    """
    if not reason.strip():
        raise UsageError("forget: the reason is empty; say with --reason why the report is erased")
    with existing_book(book) as keeper:
        buried = any(entry.kind == "forget" for entry in keeper.log(wanted))
        gone = keeper.forget(wanted if buried else one_report(keeper, book, wanted), reason.strip(), by)
        files = tuple(erase_files(gone.exports, keeper.exports()))
        keeper.log_files((file.export, file.kind) for file in files)
        return gone, files
