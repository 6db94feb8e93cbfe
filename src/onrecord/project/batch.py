"""Many reports: those the book knows are taken from it, the others coded here or by workers, and stored some at a time."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from onrecord.errors import BookError, OnrecordError
from onrecord.pool import Task, in_workers
from onrecord.pool.worker import Work
from onrecord.project.coder import called, code_one, coder, packed, unforeseen, unpacked
from onrecord.project.outcomes import Coded, Failed
from onrecord.read import Unread
from onrecord.records import Coding, Document

if TYPE_CHECKING:
    from onrecord.store import Book, Stored

HANDFUL = 24  # reports that are coded before workers have loaded their models
PATIENCE = 120.0  # seconds that any report may take
SLOWEST = 500  # bytes a second that coding manages on the busiest machine
TOGETHER = 32  # reports stored in one transaction,
LONGEST = 1.0  # or those of so many seconds

Found = Document | Unread
Outcome = Coding | Failed


def coded(
    found: Iterable[Found],
    keeper: "Book | None",
    *,
    jobs: int | None,
    book: str | None = None,
    make: Callable[[], Work] | None = None,
    patience: float = PATIENCE,
) -> Iterator[Coded | Failed]:
    """The outcomes of documents, in their order. With `jobs` None all cores work, one when there is a handful of reports.

    `make` gives the function of a worker, that of `coder` when None; each worker calls it once.
    """
    ahead = iter(found)
    if jobs is None:
        few = list(islice(ahead, HANDFUL + 1))
        jobs = cores() if len(few) > HANDFUL else 1
        ahead = chain(few, ahead)
    asked = ((one, _known(one, keeper)) for one in map(partial(_as_dated, keeper=keeper), ahead))
    if jobs == 1 and make is None:
        made: Iterator[tuple[Found, Outcome | Coded]] = ((one, held or _here(one)) for one, held in asked)
    else:
        made = by_workers(asked, jobs, make or partial(coder, book), patience)
    return stored(made, keeper)


def cores() -> int:
    """The cores this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _as_dated(one: Found, keeper: "Book | None") -> Found:
    """The report with the day an analyst gave it in the book, which holds for newer codings too."""
    if keeper is None or isinstance(one, Unread) or one.published_rule == "caller":
        return one
    from onrecord.pipeline import head

    try:
        day = keeper.day_given(head(one))
    except BookError:  # a damaged coding: code it again
        return one
    return replace(one, published=day, published_rule="caller") if day is not None else one


def _known(one: Found, keeper: "Book | None") -> Coded | None:
    """The coding that the book has of these very bytes, read in the same way, under this version and day."""
    if keeper is None or isinstance(one, Unread):
        return None
    from onrecord.pipeline import head
    from onrecord.version import VERSION

    try:
        held = keeper.known(head(one), VERSION)
    except BookError:  # a damaged coding: code it again
        return None
    return Coded(held[0], held[1], known=True, size=_size(one)) if held is not None else None


def _size(one: Found) -> int:
    return len(one.raw or b"") if isinstance(one, Document) else 0


def _here(one: Found) -> Outcome:
    return Failed(one.name, one.error) if isinstance(one, Unread) else code_one(one)


def by_workers(
    asked: Iterable[tuple[Found, Coded | None]], jobs: int, make: Callable[[], Work], patience: float
) -> Iterator[tuple[Found, Outcome | Coded]]:
    """What workers make of each, in order; what the book holds and what could not be read passes by them."""
    tasks = (Task(pair, _packed(*pair)) for pair in asked)
    for (one, held), answer in in_workers(
        tasks, make, jobs=jobs, patience=lambda weight: patience + patience / PATIENCE * weight / SLOWEST
    ):
        if held is not None:
            yield one, held
        else:
            yield one, _here(one) if isinstance(one, Unread) else unpacked(answer, one)


def _packed(one: Found, held: Coded | None) -> bytes | None:
    return None if held is not None or isinstance(one, Unread) else packed(one)


def stored(made: Iterator[tuple[Found, Outcome | Coded]], keeper: "Book | None") -> Iterator[Coded | Failed]:
    """The outcomes once they are kept: some at a time in one transaction, so that the disk is waited for once."""
    waiting: list[tuple[Found, Outcome | Coded]] = []
    begun = time.monotonic()
    for pair in made:
        if not waiting:
            begun = time.monotonic()
        waiting.append(pair)
        if keeper is None or len(waiting) >= TOGETHER or time.monotonic() - begun >= LONGEST:
            yield from _keep(waiting, keeper)
            waiting = []
    yield from _keep(waiting, keeper)


def _keep(waiting: "list[tuple[Found, Outcome | Coded]]", keeper: "Book | None") -> Iterator[Coded | Failed]:
    new = [(coding, one.raw) for one, coding in waiting if isinstance(coding, Coding) and isinstance(one, Document)]
    kept = iter(_add(new, keeper) if keeper is not None else [None] * len(new))
    for one, outcome in waiting:
        if isinstance(outcome, Coding):
            stored = next(kept)
            if isinstance(stored, OnrecordError):
                name = called(one) if isinstance(one, Document) else one.name
                yield Failed(name, stored, _size(one))
            else:
                yield Coded(outcome, stored, size=_size(one))
        else:
            yield Failed(outcome.name, outcome.error, _size(one)) if isinstance(outcome, Failed) else outcome


def _add(new: list[tuple[Coding, bytes | None]], keeper: "Book") -> "list[Stored | OnrecordError]":
    """Store them together; one by one where the book refuses them together, so that each says why."""
    try:
        return list(keeper.add_all(new)) if new else []
    except Exception:  # nothing of them was stored
        return [_add_one(coding, raw, keeper) for coding, raw in new]


def _add_one(coding: Coding, raw: bytes | None, keeper: "Book") -> "Stored | OnrecordError":
    try:
        return keeper.add(coding, raw)
    except OnrecordError as error:
        return error
    except Exception as error:
        return unforeseen(coding.report.name or coding.report.id, error, "stored")
