"""Actors that a project adds: they are known in every spelling, win over packaged rows, and a wrong row is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.commands import run

from onrecord import lexicon
from onrecord.actors import listed
from onrecord.errors import UsageError
from onrecord.pipeline import code
from onrecord.project.actors import add_actors, added_actors, explain_actor
from onrecord.project.adding import add_report
from onrecord.project.dating import date_report
from onrecord.read import read_text
from onrecord.records import Coding
from onrecord.store import Book

TABLE = "name\ttype\tcountry\tacronym\nToru Highland Shield\tarmed_group\tMali\tTHS|Shield of Toru\n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[str]:
    """A book's place in a folder of its own; nothing added stays behind."""
    yield str(tmp_path / "book.db")
    listed.use(())


def actors_in(text: str) -> dict[str, tuple[str, str | None]]:
    """Kind and country of the actors of a text by name."""
    return {actor.name: (actor.kind, actor.country) for actor in code(read_text(text)).actors}


@pytest.mark.parametrize("noun", ["gang", "group", "militia"])
def test_members_of_an_added_body_are_that_body(book: str, tmp_path: Path, noun: str) -> None:
    """Also where its name goes before what it is: they are no nameless group."""
    (tmp_path / "mine.tsv").write_text("name\tkind\nToru Grand\tarmed_group\n")
    assert run("actors", "add", str(tmp_path / "mine.tsv"), "--book", book) == 0
    explain_actor(book, "Toru Grand")
    coding = code(read_text(f"Members of the Toru Grand {noun} attacked a village near Gao, killing four farmers."))
    (attack,) = coding.events
    names = {actor.id: (actor.name, actor.kind) for actor in coding.actors}
    assert [names[who] for who in attack.by] == [("Toru Grand", "armed_group")]


def test_added_actors_take_part_in_coding(book: str, tmp_path: Path) -> None:
    """Name, acronym and alias are one body of the table's kind and country; without the table they are not."""
    (tmp_path / "mine.tsv").write_text(TABLE)
    words = "The Toru Highland Shield (THS) killed four soldiers near Gao. The shield of Toru, said an officer, had fled."
    assert actors_in(words).get("Toru Highland Shield") != ("armed_group", "ML")
    assert run("actors", "add", str(tmp_path / "mine.tsv"), "--column", "kind=type", "--book", book) == 0
    explained = explain_actor(book, "THS fighters")
    assert (explained.name, explained.table, explained.country, explained.sector) == (
        "Toru Highland Shield", "project", "ML", "rebel"
    )  # fmt: skip
    found = actors_in(words)
    assert found["Toru Highland Shield"] == ("armed_group", "ML")
    assert "THS" not in found, "the acronym is the same body"


def test_the_body_above_an_added_one(book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table tells what a body is part of: the command shows it, and a report that names both has it."""
    (tmp_path / "mine.csv").write_text("name,kind,part_of\nToru Ridge Wing,armed_group,Toru Shield\nToru Shield,armed_group,\n")
    assert add_actors(book, tmp_path / "mine.csv", {}) == 2
    assert explain_actor(book, "Toru Ridge Wing fighters").parent == "Toru Shield"
    assert run("actor", "Toru Ridge Wing", "--book", book) == 0
    assert "Toru Shield" in capsys.readouterr().out
    actors = code(read_text("The Toru Ridge Wing burned two villages, the Toru Shield said.")).actors
    names = {actor.id: actor.name for actor in actors}
    assert {actor.name: names[actor.parent] for actor in actors if actor.parent} == {"Toru Ridge Wing": "Toru Shield"}


def test_an_added_row_wins_over_a_packaged_one(book: str, tmp_path: Path) -> None:
    """A project may say that a name means another body; the tables' digest tells that it did."""
    before = lexicon.digest()
    assert explain_actor(book, "Taliban").table == "packaged"
    (tmp_path / "mine.csv").write_text("name,kind,country\nTaliban,government,Afghanistan\n")
    assert add_actors(book, tmp_path / "mine.csv", {}) == 1
    explained = explain_actor(book, "Taliban")
    assert (explained.kind, explained.table) == ("government", "project")
    assert lexicon.digest() != before
    listed.use(())
    assert lexicon.digest() == before


def test_adding_again_replaces_by_name(book: str, tmp_path: Path) -> None:
    """The newest row of a name counts; the others stay."""
    (tmp_path / "one.csv").write_text("name;kind;aliases\nToru Guard;state_force;TG|Guard of Toru\nToru Front;armed_group;\n")
    (tmp_path / "two.csv").write_text("name;kind;aliases\nToru Guard;armed_group;\n")
    assert add_actors(book, tmp_path / "one.csv", {}) == 2
    assert add_actors(book, tmp_path / "two.csv", {}, country="ML") == 1
    assert [(row["name"], row["kind"], row["country"]) for row in added_actors(book)] == [
        ("Toru Guard", "armed_group", "ML"), ("Toru Front", "armed_group", "")
    ]  # fmt: skip


def test_they_count_at_the_desk_and_when_a_day_is_given(book: str, tmp_path: Path) -> None:
    """A report that is pasted, and one that is coded again with its day, knows them as a batch does."""
    (tmp_path / "mine.csv").write_text("name,kind,country\nToru Highland Shield,armed_group,ML\n")
    add_actors(book, tmp_path / "mine.csv", {})
    with Book(book) as keeper:
        listed.use(())
        added = add_report(keeper, "a.txt", b"The Toru Highland Shield killed four soldiers near Gao on Friday.", 1000)
        assert ("armed_group", "ML") in kinds(keeper.codings(str(added.report))[0])
    listed.use(())
    assert ("armed_group", "ML") in kinds(date_report(book, str(added.report), "2024-03-06").coding)


def kinds(coding: Coding) -> set[tuple[str, str | None]]:
    """Kind and country of each actor."""
    return {(actor.kind, actor.country) for actor in coding.actors}


WRONG = [
    ("", "there is nothing in it"),
    ("name\tkind\n", "has no rows below its header"),
    ("title\tkind\nX\tparty\n", "no column for name"),
    ("name\tkind\nX\tfoo\n", "line 2: kind 'foo' is none of state_force"),
    ("name\tkind\nX\t\n", "line 2: kind '' is none of"),
    ("name\tkind\n\tparty\n", "line 2: has no name"),
    ("name\tkind\tcountry\nX\tparty\tNarnia\n", "line 2: 'Narnia' is no country"),
]


@pytest.mark.parametrize(("content", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_wrong_table_is_named(book: str, tmp_path: Path, content: str, message: str) -> None:
    """Nothing of it is added, and the message says what to do."""
    (tmp_path / "mine.tsv").write_text(content)
    with pytest.raises(UsageError, match=message):
        add_actors(book, tmp_path / "mine.tsv", {})
    assert added_actors(book) == []


def test_what_cannot_be_read_or_written_is_named(book: str, tmp_path: Path) -> None:
    """Bytes that are no text, columns and folders that are not there."""
    (tmp_path / "mine.tsv").write_bytes(b"name\tkind\n\xff\xfe\tparty\n")
    with pytest.raises(UsageError, match="in UTF-8"):
        add_actors(book, tmp_path / "mine.tsv", {})
    (tmp_path / "mine.tsv").write_text(TABLE)
    with pytest.raises(UsageError, match="no column 'sort'"):
        add_actors(book, tmp_path / "mine.tsv", {"kind": "sort"})
    with pytest.raises(UsageError, match="cannot be written"):
        add_actors(str(tmp_path / "none" / "book.db"), tmp_path / "mine.tsv", {"kind": "type"})


def test_a_comment_above_the_header_says_nothing_of_the_cells(tmp_path: Path) -> None:
    """Its tabs and commas are words of somebody; cells with line ends of any kind stay in their line."""
    table = tmp_path / "bodies.csv"
    table.write_text('# name\tkind, as we agreed; ask Eva\nname;kind\n"River\rGuard";armed_group\n', newline="")
    (body,) = listed.read_bodies(table, {})
    assert body["kind"] == "armed_group"
    assert "".join(listed.written([body])).splitlines()[1].startswith("River Guard\tarmed_group")
