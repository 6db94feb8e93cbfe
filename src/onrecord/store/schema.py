"""Open a book: make a new one, bring an older one up to date, refuse what is no book of ours."""

import os
import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from onrecord.errors import BookError
from onrecord.store import log
from onrecord.store.tables import APPLICATION_ID, REVISION, metadata

MAGIC = b"SQLite format 3\x00"
BUSY = 30  # seconds to wait for another program that is writing
DRIVER_ERRORS = (DBAPIError, UnicodeDecodeError)  # the second where SQLite's own message quotes damaged bytes
KNOWN = ("0001", "0002", "0003", "0004")
SEARCH = (
    "create virtual table search using fts5(body, content='words', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
)
KEEP_SEARCH = (
    "create trigger words_added after insert on words begin insert into search(rowid, body) values (new.id, new.body); end",
    "create trigger words_gone after delete on words begin insert into search(search, rowid, body) values ('delete', old.id, old.body); end",
)
POSTGRES_SEARCH = (
    "alter table words add column tokens tsvector",
    "create index words_tokens on words using gin (tokens)",
)


def open_engine(book: str) -> Engine:
    """An engine on a book given as a path or a database URL. BookError when it cannot be one."""
    engine = _engine(book, _url(book))
    try:
        with engine.execution_options(reading=True).begin() as connection:
            ready = _is_ready(connection, book)
        if not ready:
            with engine.begin() as connection:
                _bring_up_to_date(connection, book)
    except DRIVER_ERRORS as error:
        engine.dispose()
        raise explained(book, error) from error
    except BookError:
        engine.dispose()
        raise
    return engine


def _url(book: str) -> URL:
    """The database URL of a book; a path is an SQLite file."""
    if "://" not in book:
        return URL.create("sqlite", database=str(Path(book).expanduser()))
    try:
        url = make_url(book)
    except ArgumentError:
        raise BookError(f"{book}: is no database URL; write postgresql://user@host/database, or the path of a file") from None
    if url.get_backend_name() in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() != "sqlite":
        raise BookError(f"{book}: books are SQLite files or PostgreSQL databases; name another with --book")
    return url


def _engine(book: str, url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        try:
            return create_engine(url)
        except ModuleNotFoundError:
            raise BookError(f"{_shown(book)}: needs psycopg; install it with: pip install 'onrecord[postgres]'") from None
    path = Path(url.database or "")
    _check_file(book, path)
    _begin_private(path)
    engine = create_engine(_sqlite_url(path), connect_args={"timeout": BUSY})
    event.listen(engine, "connect", _prepare if _is_writable(path) else _prepare_reading)
    event.listen(engine, "begin", _begin)
    return engine


def _begin_private(path: Path) -> None:
    """Make a new book's file so that nobody else on the machine can read it: a book may hold names of witnesses.

    SQLite gives its journal files the mode of the book; a book that is there keeps the mode its owner gave it.
    """
    if str(path) not in ("", ":memory:") and not path.exists() and _is_writable(path):
        path.touch(mode=0o600)


def _is_writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _sqlite_url(path: Path) -> URL:
    """A plain URL, or one that asks SQLite for no journal files beside a book that cannot be written."""
    if _is_writable(path):
        return URL.create("sqlite", database=str(path))
    journal = path.with_name(path.name + "-wal")
    how = {"mode": "ro"} if journal.exists() else {"immutable": "1"}
    return URL.create("sqlite", database=path.absolute().as_uri(), query={**how, "uri": "true"})


def _shown(book: str) -> str:
    """A book's name without the password it may hold."""
    return make_url(book).render_as_string(hide_password=True) if "://" in book else book


def _check_file(book: str, path: Path) -> None:
    """Refuse a file that is no SQLite database, or one of another program, before anything touches it."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise BookError(f"{book}: its folder does not exist; make it first, or name another book with --book") from None
        return
    except OSError as error:
        raise BookError(f"{book}: cannot be opened ({error.strerror}); name another file with --book") from error
    if not head:
        return
    if not head.startswith(MAGIC):
        raise BookError(f"{book}: is no book (not an SQLite file); name another file with --book")
    never_filled = not any(head[40:44])  # a book that was broken off while it was made, or is still in its journal
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID and not never_filled:
        raise BookError(f"{book}: is a database of another program and was left alone; name another file with --book")


def _prepare(connection: object, _: object) -> None:
    """Settings of every SQLite connection: readers beside a writer, each commit on the disk."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    _keep_journal(cursor)
    cursor.execute("pragma synchronous=full")
    cursor.execute("pragma foreign_keys=on")
    cursor.execute("pragma secure_delete=on")
    cursor.close()


def _keep_journal(cursor: sqlite3.Cursor) -> None:
    """Ask for a write-ahead log. Where two programs make a book at once SQLite refuses one of them without waiting: wait here."""
    until = time.monotonic() + BUSY
    while True:
        try:
            cursor.execute("pragma journal_mode=wal")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _prepare_reading(connection: object, _: object) -> None:
    """Settings of a connection to a book that cannot be written."""
    connection.isolation_level = None  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    """To write, take the lock at once, so that two programs wait for each other instead of failing half-way."""
    reading = connection.get_execution_options().get("reading", False)
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("begin" if reading else "begin immediate")


def _is_ready(connection: Connection, book: str) -> bool:
    """Whether the book has the newest schema. BookError for one of a newer version or another program's database."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return False
    if not {"alembic_version", "reports", "codings"} <= tables:
        raise BookError(f"{_shown(book)}: is a database of another program and was left alone; name another with --book")
    revision = connection.execute(text("select version_num from alembic_version")).scalar()
    if revision != REVISION and revision not in KNOWN:
        raise BookError(f"{_shown(book)}: was written by a newer version of onrecord ({revision}); upgrade onrecord to open it")
    return bool(revision == REVISION)


def _bring_up_to_date(connection: Connection, book: str) -> None:
    """Make the tables of a new book, or run the migrations an older one lacks, unless another program just did."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"select pg_advisory_xact_lock({APPLICATION_ID})"))
    if _is_ready(connection, book):
        return
    if not inspect(connection).get_table_names():
        _make(connection)
        return
    from onrecord.store.migrate import upgrade  # Alembic is slow to import and rarely needed

    upgrade(connection)


def _make(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.execute(text("create table alembic_version (version_num varchar(32) not null primary key)"))
    connection.execute(text("insert into alembic_version values (:revision)"), {"revision": REVISION})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"pragma application_id={APPLICATION_ID}")
    for statement in POSTGRES_SEARCH if connection.dialect.name == "postgresql" else (SEARCH, *KEEP_SEARCH):
        connection.exec_driver_sql(statement)
    log_schema(connection)


def log_schema(connection: Connection) -> None:
    """Tell the log what tables there are, when they were just made or changed."""
    log.append(connection, "schema", REVISION, schema_digest(connection))


def schema_digest(connection: Connection) -> str:
    """The digest of the tables, indexes and triggers as the database describes them."""
    if connection.dialect.name == "postgresql":
        query = (
            "select table_name, column_name, data_type, is_nullable from information_schema.columns"
            ' where table_schema = current_schema() order by table_name collate "C", column_name collate "C"'
        )
    else:
        query = "select type, name, tbl_name, sql from sqlite_master order by type, name"
    return log.digest_of(list(row) for row in connection.execute(text(query)))


def explained(book: str, error: DBAPIError | UnicodeDecodeError) -> BookError:
    """The error of a database driver in words that say what to do; what was stored before stands."""
    book = _shown(book)
    if isinstance(error, UnicodeDecodeError):
        return BookError(f"{book}: is damaged; restore it from a backup, or name another with --book")
    reason = str(error.orig).casefold()
    if "full" in reason or "no space" in reason or "disk i/o" in reason:
        return BookError(
            f"{book}: the disk is full or fails; nothing of this report was stored, what was stored before stands:"
            " free some space and run again"
        )
    if "readonly" in reason or "read-only" in reason or "unable to open" in reason:
        return BookError(f"{book}: cannot be written; check its permissions and those of its folder, or name another with --book")
    if "locked" in reason or "busy" in reason:
        return BookError(f"{book}: another program has been writing for more than {BUSY} seconds; run again when it is done")
    if any(sign in reason for sign in ("malformed", "not a database", "corrupt", "decode")):
        return BookError(f"{book}: is damaged; restore it from a backup, or name another with --book")
    if error.connection_invalidated or "connection" in reason:
        return BookError(
            f"{book}: cannot be reached ({str(error.orig).splitlines()[0]}); check its address and that the server runs"
        )
    return BookError(f"{book}: {str(error.orig).splitlines()[0]}; name another book with --book")
