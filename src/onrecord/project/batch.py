"""Many reports: those the book knows are taken from it, the others read and coded here or by workers, and stored some at a time."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from onrecord.errors import BookError, OnrecordError
from onrecord.pool import Task, in_workers
from onrecord.pool.worker import Work
from onrecord.project.coder import Judge, Made, code_piece, coder, packed, piece_name, raw_of, triaged, unforeseen, unpacked
from onrecord.project.gazetteer import use_added
from onrecord.project.outcomes import Coded, Failed
from onrecord.project.program import key_of, rules
from onrecord.read import Piece, Raw, Unread, name_of
from onrecord.records import Coding, Document

if TYPE_CHECKING:
    from onrecord.store import Arrival, Book, Stored

HANDFUL = 24  # reports that are coded before workers have loaded their models
PATIENCE = 120.0  # seconds that any report may take
SLOWEST = 500  # bytes a second that coding manages on the busiest machine
TOGETHER = 32  # reports stored in one transaction,
LONGEST = 1.0  # or those of so many seconds


@dataclass(frozen=True, slots=True)
class Asked:
    """A piece, the key its coding is known by ("" without a book), and what the book has of it."""

    piece: Piece
    key: str = ""
    held: Coded | None = None

    @property
    def size(self) -> int:
        """Bytes it was read from."""
        return 0 if isinstance(self.piece, Unread) else len(raw_of(self.piece) or b"")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a batch is kept: the book, and the rules its codings are made under; no book keeps nothing.

    What must be coded once more on the way in is coded in a process `apart`, as the reports of the batch are, with the same
    `patience` in seconds.
    """

    keeper: "Book | None"
    rules: str = ""
    apart: bool = True
    patience: float = PATIENCE


def coded(
    found: Iterable[Piece],
    keeper: "Book | None",
    *,
    jobs: int | None,
    book: str | None = None,
    make: Callable[[], Work] | None = None,
    patience: float = PATIENCE,
    judge: Judge | None = None,
) -> Iterator[Coded | Failed]:
    """The outcomes of reports, in their order. With `jobs` None all cores work, one when there is a handful of reports.

    `make` gives the function of a worker, that of `coder` when None; each worker calls it once. `judge` says which are coded.
    """
    judge, shelf = judge or Judge(), Shelf(keeper, rules(book) if keeper is not None else "", patience=patience)
    ahead = iter(found)
    if jobs is None:
        few = list(islice(ahead, HANDFUL + 1))
        jobs = cores() if len(few) > HANDFUL else 1
        ahead = chain(few, ahead)
    asked = (_asked(piece, shelf, judge) for piece in ahead)
    if jobs == 1 and make is None:
        shelf = replace(shelf, apart=False)
        made: Iterator[tuple[Asked, Made | None]] = ((one, _here(one, judge)) for one in asked)
    else:
        made = by_workers(asked, jobs, make or partial(coder, book, judge), patience)
    return stored(made, shelf)


def cores() -> int:
    """The cores this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _asked(piece: Piece, shelf: Shelf, judge: Judge) -> Asked:
    """A piece with the coding that the book has of these very bytes, read in the same way under the same rules and day."""
    if shelf.keeper is None or isinstance(piece, Unread):
        return Asked(piece)
    key = key_of(piece, shelf.rules)
    try:
        held = shelf.keeper.known(key, judge.every)
    except BookError:  # a damaged coding: code it again
        held = None
    if held is None or (held[1].report in judge.by_hand and not held[0].events):
        return Asked(piece, key)
    coding, stored = held
    named = replace(coding, report=replace(coding.report, name=name_of(piece) or coding.report.name))
    return Asked(piece, key, Coded(named, stored, known=True, size=len(raw_of(piece) or b"")))


def _here(one: Asked, judge: Judge) -> Made | None:
    """What this process makes of a piece; None for one that the book has or nobody could read."""
    return None if one.held is not None or isinstance(one.piece, Unread) else code_piece(one.piece, judge)


def by_workers(
    asked: Iterable[Asked], jobs: int, make: Callable[[], Work], patience: float
) -> Iterator[tuple[Asked, Made | None]]:
    """What workers make of each, in order; what the book holds and what could not be read passes by them."""
    tasks = (Task(one, _packed(one)) for one in asked)
    for one, answer in in_workers(
        tasks, make, jobs=jobs, patience=lambda weight: patience + patience / PATIENCE * weight / SLOWEST
    ):
        idle = one.held is not None or isinstance(one.piece, Unread)
        yield one, None if idle else unpacked(answer, one.piece)  # type: ignore[arg-type]


def _packed(one: Asked) -> bytes | None:
    return None if one.held is not None or isinstance(one.piece, Unread) else packed(one.piece)


def stored(made: Iterator[tuple[Asked, Made | None]], shelf: Shelf) -> Iterator[Coded | Failed]:
    """The outcomes once they are kept: some at a time in one transaction, so that the disk is waited for once."""
    waiting: list[tuple[Asked, Made | None]] = []
    begun = time.monotonic()
    for pair in made:
        if not waiting:
            begun = time.monotonic()
        waiting.append(pair)
        if shelf.keeper is None or len(waiting) >= TOGETHER or time.monotonic() - begun >= LONGEST:
            yield from _keep(waiting, shelf)
            waiting = []
    yield from _keep(waiting, shelf)


def _day_given(made: Made | None, shelf: Shelf) -> str | None:
    """The day that an analyst gave a report in the book, which holds for newer codings of it; None where none was given."""
    if made is None or shelf.keeper is None or made.left_out or not isinstance(made.outcome, Coding):
        return None
    head = made.outcome.report
    return shelf.keeper.day_given(head) if head.published_rule != "caller" else None


def _as_dated(found: list[tuple[Asked, Made | None]], shelf: Shelf) -> list[tuple[Asked, Made | None]]:
    """The same, those with a day that an analyst gave coded once more with it; one that cannot be is a failure of its own."""
    days = {n: day for n, (_, made) in enumerate(found) if (day := _day_given(made, shelf)) is not None}
    if not days:
        return found
    from onrecord.project.dating import document

    out = list(found)
    anew = [
        Asked(document(made.outcome.report, days[n])) for n in days if (made := found[n][1]) and isinstance(made.outcome, Coding)
    ]
    for n, again in zip(days, _coded_anew(anew, shelf), strict=True):
        one, made = found[n]
        out[n] = (one, replace(made, outcome=again.outcome) if made is not None and again is not None else made)
    return out


def _coded_anew(asked: list[Asked], shelf: Shelf) -> list[Made | None]:
    """What is made of reports of the book, in a worker that may be killed or time out, or here."""
    if not shelf.apart:
        return [_here(one, Judge()) for one in asked]
    make = partial(coder, shelf.keeper.where if shelf.keeper is not None else None, Judge())
    return [made for _, made in by_workers(asked, 1, make, shelf.patience)]


def _keep(found: list[tuple[Asked, Made | None]], shelf: Shelf) -> Iterator[Coded | Failed]:
    waiting = _as_dated(found, shelf)
    new = [(one, made) for one, made in waiting if made is not None and isinstance(made.outcome, Coding)]
    kept = iter(_add(new, shelf) if shelf.keeper is not None else [None] * len(new))
    for one, made in waiting:
        if isinstance(one.piece, Unread):
            yield Failed(one.piece.name, one.piece.error, one.size)
        elif one.held is not None:
            yield one.held
        elif made is not None:
            yield _outcome(one, made, kept, piece_name(one.piece))


def _outcome(one: Asked, made: Made, kept: "Iterator[Stored | OnrecordError | None]", name: str) -> Coded | Failed:
    """What became of a report that was worked on."""
    if isinstance(made.outcome, Failed):
        return Failed(made.outcome.name, made.outcome.error, one.size)
    stored = next(kept)
    if isinstance(stored, OnrecordError):
        return Failed(name, stored, one.size)
    return Coded(made.outcome, stored, size=one.size, left_out=made.triage if made.left_out else None)


def _add(new: list[tuple[Asked, Made]], shelf: Shelf) -> "list[Stored | OnrecordError]":
    """Store them together; one by one where the book refuses them together, so that each says why."""
    arrivals = [
        arrival(made, raw_of(one.piece), shelf.rules, one.key) for one, made in new if isinstance(one.piece, Document | Raw)
    ]
    try:
        return list(shelf.keeper.add_all(arrivals)) if arrivals and shelf.keeper is not None else []
    except Exception:  # nothing of them was stored
        return [_add_one(one, shelf) for one in arrivals]


def arrival(made: Made, raw: bytes | None, rules: str, key: str = "") -> "Arrival":
    """What was made of a report, ready to be stored."""
    from onrecord.store import Arrival

    if isinstance(made.outcome, Failed):
        raise made.outcome.error
    return Arrival(made.outcome, raw, rules, key, made.left_out, made.triage, made.sketch)


def store_one(keeper: "Book", doc: Document, raw: bytes | None) -> "tuple[Coding, Stored]":
    """Code one document with the project's places and bodies, relevant or not, and store it with its bytes.

    The error of coding it, or ForgottenReport when its words were erased on purpose.
    """
    use_added(keeper.where)
    made = triaged(doc, Judge(every=True))
    (stored,) = keeper.add_all([arrival(made, raw, rules(keeper.where))])
    if isinstance(stored, OnrecordError):
        raise stored
    return made.outcome, stored  # type: ignore[return-value]  # a failure was raised by `arrival`


def _add_one(one: "Arrival", shelf: Shelf) -> "Stored | OnrecordError":
    try:
        return next(iter(shelf.keeper.add_all([one])))  # type: ignore[union-attr]
    except OnrecordError as error:
        return error
    except Exception as error:
        return unforeseen(one.coding.report.name or one.coding.report.id, error, "stored")
