"""What may happen to a book: killed programs, flipped bytes, full disks, files that are no books, folders without rights."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.books import DATABASES, coded, empty_place
from tests.faults.kill import ROOT, damage, killed, moments
from tests.unit.store.test_history import fill

from onrecord.errors import BookError
from onrecord.store import Book

FLIPS = 150
NOBODY = 65534


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a book can be made."""
    with empty_place(request.param, tmp_path) as where:
        yield where


def test_a_killed_batch_loses_and_doubles_nothing(place: str) -> None:
    """Killed again and again and begun anew on the same book, the batch ends with each report once."""
    for after in moments(4, 0.4):
        said = killed(place, 60, after)
        assert damage(place, said, 60) == []
    command = [sys.executable, "-m", "tests.faults.batch", place, "60"]
    assert subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode == 0
    assert damage(place, 60, 60) == []
    with Book(place) as book:
        assert sum(1 for _ in book.log()) == 1 + 3 * 60


def contents(place: Path) -> list[str]:
    """Everything the book's tables say."""
    with sqlite3.connect(place) as db:
        return list(db.iterdump())


def test_a_flipped_byte_is_found(tmp_path: Path) -> None:
    """Wherever a byte of the file is flipped: either `verify` names a flaw, or nothing that the book says has changed."""
    whole, hurt = tmp_path / "whole.db", tmp_path / "hurt.db"
    with Book(str(whole)) as book:
        fill(book)
    before, original = contents(whole), whole.read_bytes()
    chance, missed, found = random.Random(7), [], 0
    for at in sorted(chance.sample(range(len(original)), FLIPS)):
        flipped = bytearray(original)
        flipped[at] ^= 1 << chance.randrange(8)
        hurt.write_bytes(flipped)
        if is_found(hurt):
            found += 1
        elif contents(hurt) != before:
            missed.append(at)
        hurt.unlink()
    assert missed == []
    assert found > FLIPS // 15


def is_found(place: Path) -> bool:
    """Whether opening or proving a hurt book tells of it."""
    try:
        with Book(str(place)) as book:
            return next(book.verify(), None) is not None
    except BookError:
        return True


@pytest.mark.parametrize("table", ["log", "originals", "codings", "reports", "words"])
def test_a_flipped_byte_of_stored_content_is_found(tmp_path: Path, table: str) -> None:
    """Every byte of a log entry, a page, a text, a coding or an indexed word counts."""
    whole, hurt = tmp_path / "whole.db", tmp_path / "hurt.db"
    with Book(str(whole)) as book:
        fill(book)
    original = whole.read_bytes()
    with sqlite3.connect(whole) as db:
        columns = {
            "log": "hash", "originals": "body", "codings": "substr(body, 1, 200)", "reports": "text", "words": "body"
        }  # fmt: skip
        held = [row[0] for row in db.execute(f"select {columns[table]} from {table}")]
    for content in held[:4]:
        needle = content if isinstance(content, bytes) else content.encode()
        at = original.index(needle) + len(needle) // 2
        hurt.write_bytes(original[:at] + bytes([original[at] ^ 1]) + original[at + 1 :])
        assert is_found(hurt), needle
        hurt.unlink()


@pytest.mark.parametrize(("table", "column"), [("search_data", "block"), ("search_docsize", "sz")])
def test_an_index_row_of_another_type_is_found(tmp_path: Path, table: str, column: str) -> None:
    """A flipped type code leaves the bytes of the full-text index and calls them text, which SQLite's own check lets pass."""
    place = tmp_path / "book.db"
    with Book(str(place)) as book:
        fill(book)
    assert not is_found(place)
    with sqlite3.connect(place) as db:
        db.execute(f"update {table} set {column} = cast({column} as text) where id = (select max(id) from {table})")
    assert is_found(place)


def test_a_full_disk_leaves_the_book_readable(tmp_path: Path) -> None:
    """The report that no longer fits is refused with a reason, those before stand, and with room it goes on."""
    place = tmp_path / "book.db"
    with Book(str(place)) as book:
        book.add(coded(0))
    script = (
        "import resource, signal\n"
        "from tests.books import coded\n"
        "from onrecord.store import Book\n"
        f"with Book({str(place)!r}) as book:\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))\n"
        "    for number in range(1, 1000):\n"
        "        book.add(coded(number), b'x' * 20_000)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "BookError" in ended.stderr and "free some space" in ended.stderr, ended.stderr
    with Book(str(place)) as book:
        kept = book.report_count()
        assert kept > 5
        assert list(book.verify()) == []
        assert book.add(coded(kept + 100)).new_report


FOREIGN = {
    "text": b"not a database at all, but long enough to have a hundred bytes of head that could be one " * 2,
    "cut short": b"SQLite format 3\x00" + bytes(20),
    "image": b"\x89PNG\r\n\x1a\n" + bytes(500),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, kind: str) -> None:
    """It is refused with a reason, not a byte of it changes, and nothing appears beside it."""
    file = tmp_path / "book.db"
    file.write_bytes(FOREIGN[kind])
    with pytest.raises(BookError, match=r"book\.db: .*--book"):
        Book(str(file))
    assert file.read_bytes() == FOREIGN[kind]
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_the_database_of_another_program_is_left_alone(tmp_path: Path, mode: str) -> None:
    """Also one that happens to have a table of reports."""
    file = tmp_path / "book.db"
    with sqlite3.connect(file) as other:
        other.execute(f"pragma journal_mode={mode}")
        other.execute("create table reports (id integer)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(BookError, match="another program"):
        Book(str(file))
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_book_cut_short_is_refused(tmp_path: Path) -> None:
    """Half a book is damaged, and stays as it is for whoever mends it."""
    file = tmp_path / "book.db"
    with Book(str(file)) as book:
        fill(book)
    file.write_bytes(half := file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(BookError, match=r"damaged|--book"), Book(str(file)) as book:
        found = list(book.verify())
        assert found
        raise BookError("damaged")
    assert file.read_bytes()[: len(half)] == half


def test_a_book_in_its_journal_is_a_book(tmp_path: Path) -> None:
    """A program that was killed before anything reached the file itself left a book that opens."""
    place = tmp_path / "book.db"
    script = (
        "import os, signal\n"
        "from tests.books import coded\n"
        "from onrecord.store import Book\n"
        f"book = Book({str(place)!r})\n"
        "book.add(coded())\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    with Book(str(place)) as book:
        assert book.report_count() == 1
        assert list(book.verify()) == []


def as_nobody(work: Callable[[], str]) -> str:
    """What a piece of work says when it runs without the rights of root."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        try:
            said = work()
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as stream:
        return stream.read()


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a book that nobody but its owner may write to, and that others may read."""
    folder = Path("/var/tmp") / f"onrecord-{os.getpid()}"
    folder.mkdir()
    with Book(str(folder / "book.db")) as book:
        fill(book)
    (folder / "book.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_book_in_a_folder_without_rights_can_be_read(locked_folder: Path) -> None:
    """Reading and proving work, writing is refused with a reason, and nothing appears in the folder."""

    def work() -> str:
        with Book(str(locked_folder / "book.db")) as book:
            seen = (book.report_count(), list(book.verify()), {hit.report for hit in book.search("guards")})
            try:
                book.add(coded(9))
            except BookError as error:
                return f"{seen} {error}"
        return "it was written"

    said = as_nobody(work)
    assert said.startswith("(3, [], {")
    assert "cannot be written; check its permissions" in said
    assert [file.name for file in locked_folder.iterdir()] == ["book.db"]


def test_no_book_is_made_in_a_folder_without_rights(locked_folder: Path) -> None:
    """The message names the file and says what to do."""
    said = as_nobody(lambda: str(Book(str(locked_folder / "new.db"))))
    assert said.startswith("BookError: ")
    assert "new.db: cannot be written; check its permissions" in said
    assert not (locked_folder / "new.db").exists()
