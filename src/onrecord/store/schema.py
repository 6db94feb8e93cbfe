"""Open a book: make a new one, bring an older one up to date, refuse what is no book of ours."""

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from onrecord.errors import BookError
from onrecord.store.tables import APPLICATION_ID, REVISION, metadata

MAGIC = b"SQLite format 3\x00"
BUSY = 30  # seconds to wait for another program that is writing
KNOWN = ("0001",)
SEARCH = (
    "create virtual table search using fts5(body, content='words', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
)
KEEP_SEARCH = (
    "create trigger words_added after insert on words begin insert into search(rowid, body) values (new.id, new.body); end",
    "create trigger words_gone after delete on words begin insert into search(search, rowid, body) values ('delete', old.id, old.body); end",
)


def open_engine(book: str) -> Engine:
    """An engine on a book given as a path or a database URL. BookError when it cannot be one."""
    url = book if "://" in book else f"sqlite:///{Path(book).expanduser()}"
    if make_url(url).get_backend_name() == "sqlite":
        _check_file(book, Path(make_url(url).database or ""))
    engine = create_engine(url, connect_args={"timeout": BUSY} if url.startswith("sqlite") else {})
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _bring_up_to_date(connection, book)
    except DBAPIError as error:
        raise explained(book, error) from error
    return engine


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
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise BookError(f"{book}: is a database of another program and was left alone; name another file with --book")


def _prepare(connection: object, _: object) -> None:
    """Settings of every SQLite connection: readers beside a writer, each commit on the disk."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("pragma journal_mode=wal")
    cursor.execute("pragma synchronous=full")
    cursor.execute("pragma foreign_keys=on")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once, so that two programs wait for each other instead of failing half-way."""
    connection.exec_driver_sql("begin immediate")


def _bring_up_to_date(connection: Connection, book: str) -> None:
    """Make the tables of a new book; run the migrations an older one lacks; refuse a newer one."""
    if not inspect(connection).has_table("alembic_version"):
        _make(connection)
        return
    revision = connection.execute(text("select version_num from alembic_version")).scalar()
    if revision == REVISION:
        return
    if revision not in KNOWN:
        raise BookError(f"{book}: was written by a newer version of onrecord ({revision}); upgrade onrecord to open it")
    from onrecord.store.migrate import upgrade  # Alembic is slow to import and rarely needed

    upgrade(connection)


def _make(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.execute(text("create table alembic_version (version_num varchar(32) not null primary key)"))
    connection.execute(text("insert into alembic_version values (:revision)"), {"revision": REVISION})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"pragma application_id={APPLICATION_ID}")
        for statement in (SEARCH, *KEEP_SEARCH):
            connection.exec_driver_sql(statement)


def explained(book: str, error: DBAPIError) -> BookError:
    """The error of a database driver in words that say what to do; what was stored before stands."""
    reason = str(error.orig).casefold()
    if "full" in reason:
        return BookError(
            f"{book}: the disk is full; nothing of this report was stored, what was stored before stands: free some space and run again"
        )
    if "readonly" in reason or "read-only" in reason or "unable to open" in reason:
        return BookError(f"{book}: cannot be written; check its permissions and those of its folder, or name another with --book")
    if "locked" in reason or "busy" in reason:
        return BookError(f"{book}: another program has been writing for more than {BUSY} seconds; run again when it is done")
    if "malformed" in reason or "not a database" in reason or "corrupt" in reason:
        return BookError(f"{book}: is damaged; restore it from a backup, or name another with --book")
    return BookError(f"{book}: {error.orig}; name another book with --book")
