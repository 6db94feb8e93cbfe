"""The summary's file: where it lies, how it is opened, and when it is thrown away."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock

from onrecord.errors import BookError
from onrecord.store.summary import fill
from onrecord.store.summary.packing import KNOWN
from onrecord.version import VERSION

ENDING = "-desk"  # behind the name of the book's file
BUSY = 30  # seconds to wait for another program that is writing


class Summary:
    """An open summary. One that another version made, or that is damaged, is made anew, empty."""

    def __init__(self, path: Path, *, passing: bool = False) -> None:
        self.path, self._passing = path, passing  # whether it is thrown away, with its folder, when it is closed
        self._free: list[sqlite3.Connection] = []
        self._lock = Lock()
        if not self._is_ours():
            self._make()

    @classmethod
    def beside(cls, book: str) -> "Summary":
        """The summary that is kept beside a book's file; of a database, or a file that cannot be written, one for as long as it is open."""
        path = Path(book + ENDING)
        if "://" in book or book == ":memory:" or not os.access(path.parent, os.W_OK):
            return cls(Path(tempfile.mkdtemp(prefix="onrecord-")) / f"book{ENDING}", passing=True)
        return cls(path)

    def close(self) -> None:
        """Let go of the file, and throw it away where nobody would find it again."""
        with self._lock:
            for connection in self._free:
                connection.close()
            self._free.clear()
        if self._passing:
            forget_file(self.path)
            with suppress(OSError):
                self.path.parent.rmdir()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A view of the summary as it is now; writers do not change it."""
        with self._lent() as db:
            db.execute("begin")
            try:
                yield db
            finally:
                db.rollback()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One change of the summary: all of it or none."""
        with self._lent() as db:
            db.execute("begin immediate")
            try:
                yield db
                db.commit()
            finally:
                if db.in_transaction:
                    db.rollback()

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            connection = self._free.pop() if self._free else None
        try:
            connection = connection or self._connected()
            yield connection
        except sqlite3.DatabaseError as error:
            raise BookError(f"{self.path}: {error}; it can be deleted, the desk makes it again") from error
        finally:
            with self._lock:
                self._free += [connection] if connection is not None else []

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        for setting in ("journal_mode=wal", "synchronous=off", "cache_size=-65536", "temp_store=memory", "secure_delete=on"):
            connection.execute(f"pragma {setting}")
        connection.execute("create temp table touched (thing text, scope text, primary key (thing, scope)) without rowid")
        return connection

    def _is_ours(self) -> bool:
        if not self.path.exists():
            return False
        try:
            with self._lent() as db:
                return bool(db.execute("pragma user_version").fetchone()[0] == version())
        except BookError:
            self._free.clear()
            return False

    def _make(self) -> None:
        forget_file(self.path)
        self.path.touch(mode=0o600)
        with self._lent() as db:
            db.executescript(f"begin immediate; {_schema()} pragma user_version={version()}; commit;")


def scrub(book: str) -> None:
    """Leave no word of the book in the summary that may lie beside it; the next desk makes it again."""
    path = Path(book + ENDING)
    if "://" in book or not path.exists():
        return
    summary = Summary(path)
    with summary.writing() as db:
        fill.clear(db)
    with summary._lent() as db:
        db.execute("vacuum")
        db.execute("pragma wal_checkpoint(truncate)")
    summary.close()


def forget_file(path: Path) -> None:
    """Delete a summary and its journal."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def version() -> int:
    """A number for the tables and the program that fills them."""
    return int(sha256(f"{VERSION}\n{_schema()}\n{KNOWN!r}".encode()).hexdigest()[:7], 16)


def _schema() -> str:
    return (files("onrecord.store") / "summary" / "schema.sql").read_text("utf-8")
