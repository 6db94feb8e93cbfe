"""Keeps the summary of a book up to date: whatever the log tells of is looked at again, and nothing else."""

import sqlite3
import time
from contextlib import suppress
from hashlib import sha256
from threading import Event, Lock, Thread

import msgspec

from onrecord.errors import BookError
from onrecord.ledger.abstracts import abstract
from onrecord.project.decisions import older_codings
from onrecord.records import Coding
from onrecord.review import REVIEWED, reviewed
from onrecord.store import NEVER, Book, Changed
from onrecord.store.summary import Left, Summary, fill, position

BATCH = 25  # reports of one change of the summary
FEW, SMALL = 60, 2_000  # changed reports that a page waits for; reports of a book whose linking it waits for
WAIT = 0.1  # seconds that a page waits for another that brings the summary up to date
PAUSE = 0.002  # seconds in which somebody who waits can go first
REST = 0.3  # seconds from a decision until its report is looked at, unless a page asks for it before


class Summing:
    """The summary of a book and the thread that keeps it up to date."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.summary = Summary.beside(book.where)
        self._lock, self._wanted, self._closed = Lock(), Event(), False
        self._worker: Thread | None = None

    def close(self) -> None:
        """Stop, and let go of the file."""
        self._closed = True
        self._wanted.set()
        if self._worker is not None:
            self._worker.join()
        with self._lock:
            self.summary.close()

    def ready(self) -> Left | None:
        """Bring the summary up to date before a page is made of it; what is left, where that takes too long to wait for.

        What was decided shows in any case, save while the incidents of a large book are taken over.
        """
        if not self._lock.acquire(timeout=WAIT):
            if not _is_short(left := self._left()):
                return left
            self._lock.acquire()
        try:
            return self._brought_up()
        finally:
            self._lock.release()

    def _brought_up(self) -> Left | None:
        if self._begins() <= FEW:
            self._notice()
            if self._left().nothing:
                return None
            self._reports(soon=True)
            left = self._left()
            if _is_short(left):
                self._all()
                return None
        self.wake()
        return self._left()

    def _begins(self) -> int:
        """How many reports there are to begin with, 0 once it was begun."""
        with self.summary.reading() as db:
            at = position.position(db)
        return self.book.report_count() if at == NEVER else 0

    def _left(self) -> Left:
        with self.summary.reading() as db:
            left = position.left(db)
        begins = self._begins() if left.nothing else 0
        return Left(begins, begins, frozenset()) if begins else left

    def wake(self) -> None:
        """Bring the summary up to date beside what goes on."""
        self._wanted.set()
        if self._worker is None or not self._worker.is_alive():
            self._worker = Thread(target=self._work, daemon=True)
            self._worker.start()

    def _work(self) -> None:
        while not self._closed:
            self._wanted.wait()
            self._wanted.clear()
            time.sleep(REST)
            with suppress(BookError):  # the book is gone or busy; a page that asks says so
                self._catch_up()

    def _catch_up(self) -> None:
        """Everything that is left, a batch at a time, so that pages come in between."""
        more = True
        while more and not self._closed:
            with self._lock:
                self._notice()
                more = self._some(soon=False)
            time.sleep(PAUSE)
        with self._lock:
            if not self._closed:
                self._all()

    def _notice(self) -> None:
        """Ask the log what changed; begin anew where the summary is of another book."""
        with self.summary.reading() as db:
            at = position.position(db)
        changed = self.book.since(at)
        if changed is not None and changed.position == at:
            return
        with self.summary.writing() as db:
            if changed is None:
                fill.clear(db)
                changed = self.book.since(NEVER)
            if changed is not None:
                self._move(db, changed)

    def _move(self, db: sqlite3.Connection, changed: Changed) -> None:
        decided = {said.report for said in changed.said if said.report and said.verdict in REVIEWED}
        findings = {said.record for said in changed.said if said.verdict == "dismiss"}
        if findings and not changed.checked:
            fill.dismissed(db, findings, {ref.record for one in self.book.dismissals(findings) for ref in one.subject})
        runs = [run for run, ran in (("link", changed.linked), ("check", changed.checked)) if ran]
        soon = decided if len(decided) <= FEW else ()
        position.move(db, changed.position, changed.reports | decided, soon, runs)

    def _all(self) -> None:
        """All reports and runs that are left."""
        self._reports(soon=False)
        runs = self._left().runs
        if "link" in runs:
            with self.summary.writing() as db:
                fill.relinked(db, self.book.members(), self.book.incidents())
                position.taken_over(db, "link")
        if "check" in runs:
            gone = {ref.record for one in self.book.decisions("dismiss") for ref in one.subject}
            with self.summary.writing() as db:
                fill.checked(db, self.book.findings(), gone)
                position.taken_over(db, "check")

    def _reports(self, soon: bool) -> None:
        while self._some(soon):
            pass

    def _some(self, soon: bool) -> bool:
        """Look at some of the reports that are left; whether there were any.

        The book is read while the summary is locked, so that who writes last has read last.
        """
        with self.summary.writing() as db:
            some = position.next_reports(db, BATCH, soon)
            there = set()
            for dossier in self.book.dossiers(some, REVIEWED) if some else ():
                coding = reviewed(dossier.coding, dossier.decisions, older_codings(self.book, dossier))
                there.add(coding.report.id)
                mark = digest(coding)
                if not fill.has(db, coding.report.id, mark):
                    fill.put(db, abstract(coding, dossier.place), mark)
            fill.take_out(db, [report for report in some if report not in there])
            if not position.is_due(db, "link"):
                fill.settle(db)
            position.done(db, some)
        return bool(some)


def _is_short(left: Left) -> bool:
    """Whether a page waits for what is left."""
    return left.reports <= FEW and (left.total <= SMALL or "link" not in left.runs)


def digest(coding: Coding) -> str:
    """The digest of a reviewed coding."""
    return sha256(msgspec.json.encode(coding)).hexdigest()
