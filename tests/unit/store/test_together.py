"""Two analysts at once: both write, nothing is lost, the chain is one."""

import multiprocessing
import sqlite3
import threading
from pathlib import Path

from tests.books import coded

from onrecord.records import Ref
from onrecord.store import Book
from onrecord.store.tables import APPLICATION_ID

EACH = 25


def work(place: str, who: int) -> None:
    """Store reports and decide, as one of two programs."""
    with Book(place) as book:
        for number in range(EACH):
            book.add(coded(who * 1000 + number), f"page {who} {number}".encode())
            book.add(coded(number), b"a page that both have")
            made = book.decide("accept", (Ref(f"r{number}", "e-1"),), f"analyst {who}")
            if number % 5 == 0:
                book.withdraw(made.id, f"analyst {who}")


def test_two_writers_lose_nothing(place: str) -> None:
    """Both begin on a book that is not there yet; what both bring is stored once."""
    spawn = multiprocessing.get_context("spawn")
    both = [spawn.Process(target=work, args=(place, who)) for who in (1, 2)]
    for one in both:
        one.start()
    for one in both:
        one.join(120)
    assert [one.exitcode for one in both] == [0, 0]
    with Book(place) as book:
        assert book.report_count() == 3 * EACH
        made = book.decisions(live=False)
        assert sorted(one.by for one in made) == ["analyst 1"] * EACH + ["analyst 2"] * EACH
        assert len({one.id for one in made}) == 2 * EACH
        assert len(book.decisions()) == 2 * EACH - 10
        assert sum(1 for entry in book.log() if entry.kind == "report") == 3 * EACH
        assert list(book.verify()) == []


def test_a_book_is_opened_while_another_program_makes_it(tmp_path: Path) -> None:
    """SQLite does not wait for a lock when the kind of journal changes; we do."""
    place = tmp_path / "book.db"
    held = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    held.execute(f"pragma application_id={APPLICATION_ID}")
    held.execute("begin immediate")
    threading.Timer(0.3, held.execute, ["rollback"]).start()
    with Book(str(place)) as book:
        assert book.report_count() == 0
    held.close()


def test_a_reader_does_not_hold_up_a_writer(book: Book, place: str) -> None:
    """While one goes through the codings, the other stores."""
    for number in range(60):
        book.add(coded(number))
    reading = book.newest_codings()
    next(reading)
    with Book(place) as other:
        other.decide("accept", (Ref("r5", "e-1"),), "bob")
        other.replace_incidents([], [])
    assert sum(1 for _ in reading) == 59
