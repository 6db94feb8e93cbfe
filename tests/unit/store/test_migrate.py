"""Books of the first schema are brought up to date with all they hold."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url
from tests.books import coded, recoded

from onrecord.errors import BookError
from onrecord.records import Coding, Ref
from onrecord.store import Book

FIRST = """
create table reports (id varchar not null primary key, name varchar, sha256 varchar not null, title text, outlet text,
  published varchar, language varchar, url text, text text not null, added_at varchar not null);
create table codings (id {serial}, report varchar not null references reports (id), version varchar not null,
  anchor varchar not null, coded_at varchar not null, statements integer not null, figures integer not null,
  events integer not null, body {blob} not null, unique (report, version, anchor));
create table words (id {serial}, report varchar not null references reports (id), kind varchar not null,
  record varchar not null, body text not null);
create index words_report on words (report);
create table alembic_version (version_num varchar(32) not null primary key);
insert into alembic_version values ('0001')
"""
SEARCH = (
    "create virtual table search using fts5(body, content='words', content_rowid='id', tokenize='unicode61 remove_diacritics 2')",
    "create trigger words_added after insert on words begin insert into search(rowid, body) values (new.id, new.body); end",
    "create trigger words_gone after delete on words begin insert into search(search, rowid, body)"
    " values ('delete', old.id, old.body); end",
    "pragma application_id = 1869509219",
)


def url_of(place: str):  # type: ignore[no-untyped-def]
    """The URL by which the tests reach a database beside the book."""
    return make_url(place).set(drivername="postgresql+psycopg") if "://" in place else make_url(f"sqlite:///{place}")


def first_book(place: str, codings: list[Coding]) -> None:
    """A book as the first version of the program made it."""
    sqlite = "://" not in place
    types = {"serial": "integer primary key" if sqlite else "serial primary key", "blob": "blob" if sqlite else "bytea"}
    engine = create_engine(url_of(place))
    with engine.begin() as db:
        for statement in (*FIRST.format(**types).split(";"), *(SEARCH if sqlite else ())):
            db.execute(text(statement))
        for coding in codings:
            _put(db, coding)
    engine.dispose()


def _put(db, coding: Coding) -> None:  # type: ignore[no-untyped-def]
    report = coding.report
    if not db.execute(text("select 1 from reports where id = :id"), {"id": report.id}).scalar():
        db.execute(
            text("insert into reports values (:id, :name, :sha, 'Raid', 'Desk', '2017-02-06', 'en', null, :text, '2026-01-02')"),
            {"id": report.id, "name": report.name, "sha": sha256(report.text.encode()).hexdigest(), "text": report.text},
        )
    db.execute(
        text(
            "insert into codings (report, version, anchor, coded_at, statements, figures, events, body)"
            " values (:id, :version, '2017-02-06', '2026-01-02', 1, 1, 1, :body)"
        ),
        {"id": report.id, "version": coding.version, "body": msgspec.json.encode(coding)},
    )
    db.execute(text("delete from words where report = :id"), {"id": report.id})
    row = {"id": report.id, "body": f"Raid {report.text}"}
    db.execute(text("insert into words (report, kind, record, body) values (:id, 'report', :id, :body)"), row)


def test_a_first_book_keeps_all_it_holds(place: str) -> None:
    """Reports, both codings and the index are there, each with an entry in a log that holds."""
    kept = [coded(1), recoded(coded(1), "2.0"), coded(2)]
    first_book(place, kept)
    with Book(place) as book:
        assert book.codings("r1") == [kept[1], kept[0]]
        assert [entry.id for entry in book.entries()] == ["r1", "r2"]
        assert {hit.report for hit in book.search("medic guards")} == {"r1", "r2"}
        assert [entry.kind for entry in book.log("r1")] == ["report", "original", "coding", "coding"]
        assert list(book.verify()) == []


def test_bytes_are_taken_over_where_the_text_proves_them(place: str) -> None:
    """The text's own bytes are those of the file when their hash is the file's; of a page they are not known."""
    web = coded(2)
    first_book(place, [coded(1), replace(web, report=replace(web.report, sha256="0" * 64))])
    with Book(place) as book:
        assert book.report_bytes("r1") == coded(1).report.text.encode()
        assert book.report_bytes("r2") is None
        assert not book.add(coded(2), b"<html>").new_coding
        assert book.report_bytes("r2") == b"<html>"
        assert list(book.verify()) == []


def test_a_first_book_takes_everything_new(place: str) -> None:
    """After the migration the book can do what a new one can."""
    first_book(place, [coded(1)])
    with Book(place) as book:
        assert not book.add(coded(1)).new_coding
        assert book.add(coded(3)).new_report
        book.decide("accept", (Ref("r1", "e-1"),), "ann")
        book.forget("r1", "asked to", "ann")
        assert {hit.report for hit in book.search("guards")} == {"r3"}
        assert list(book.verify()) == []


def test_a_migrated_book_has_the_tables_of_a_new_one(place: str, tmp_path: Path) -> None:
    """Same tables, columns and indexes."""
    first_book(place, [])
    Book(place).close()
    migrated = _shape(place)
    if "://" in place:
        engine = create_engine(url_of(place))
        with engine.begin() as db:
            db.execute(text("drop schema public cascade"))
            db.execute(text("create schema public"))
        engine.dispose()
        Book(place).close()
        assert _shape(place) == migrated
    else:
        Book(str(tmp_path / "new.db")).close()
        assert _shape(str(tmp_path / "new.db")) == migrated


def _shape(place: str) -> dict[str, tuple[set[str], set[str | None]]]:
    engine = create_engine(url_of(place))
    look = inspect(engine)
    shape = {
        table: ({column["name"] for column in look.get_columns(table)}, {index["name"] for index in look.get_indexes(table)})
        for table in look.get_table_names()
    }
    engine.dispose()
    return shape


def test_a_migration_that_breaks_off_leaves_the_first_book(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it is one transaction; the next try does it."""
    from onrecord.store import index

    first_book(place, [coded(1)])
    with monkeypatch.context() as broken:
        broken.setattr(index, "stored_digest", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Book(place)
    with Book(place) as book:
        assert book.report_count() == 1
        assert list(book.verify()) == []


def test_a_book_of_a_newer_version_is_refused(place: str) -> None:
    """It is left alone, and the message says what to do."""
    Book(place).close()
    engine = create_engine(url_of(place))
    with engine.begin() as db:
        db.execute(text("update alembic_version set version_num = '9999'"))
    engine.dispose()
    with pytest.raises(BookError, match=r"newer version.*upgrade"):
        Book(place)


def test_a_migration_can_be_taken_back(place: str) -> None:
    """Downgrading leaves the tables of the first schema."""
    from alembic import command
    from alembic.config import Config

    import onrecord.store

    first_book(place, [coded(1)])
    before = _shape(place)
    Book(place).close()
    engine = create_engine(url_of(place))
    config = Config()
    config.set_main_option("script_location", str(Path(onrecord.store.__file__).parent / "migrations"))
    with engine.begin() as db:
        config.attributes["connection"] = db
        command.downgrade(config, "0001")
    engine.dispose()
    assert _shape(place) == before
