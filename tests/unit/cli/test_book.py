"""`onrecord list`, `show`, `search`, `verify`, `log`, `forget`, `decide`, `withdraw` and `decisions` as a user calls them."""

import json
import sqlite3
from pathlib import Path

import pytest
from tests.books import coded
from tests.unit.cli.test_code import run

from onrecord.store import Book


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder of its own with a book of two reports."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_ANALYST", "ann")
    monkeypatch.delenv("ONRECORD_BOOK", raising=False)
    with Book("onrecord.db") as book:
        book.add(coded(1), b"first page")
        book.add(coded(2), b"second page")
    return tmp_path


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """What was printed as JSON, one object a line."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_list_shows_each_report(capsys: pytest.CaptureFixture[str]) -> None:
    """In words and as JSON, in the order they were added."""
    assert run("list") == 0
    shown = capsys.readouterr().out
    assert shown.index("raid1") < shown.index("raid2")
    assert run("list", "--json") == 0
    assert [(entry["id"], entry["figures"], entry["versions"]) for entry in lines(capsys)] == [
        ("r1", 1, ["1.0"]),
        ("r2", 1, ["1.0"]),
    ]


def test_show_finds_a_report_by_id_or_name(capsys: pytest.CaptureFixture[str]) -> None:
    """The brief, or the coding as JSON; what is meant by none or several is told of."""
    assert run("show", "r1") == 0
    assert "at least four" in capsys.readouterr().out
    assert run("show", "raid2", "--json") == 0
    assert lines(capsys)[0]["report"]["id"] == "r2"  # type: ignore[index]
    assert run("show", "r") == 2
    assert "could be r1, r2" in capsys.readouterr().err
    assert run("show", "r9") == 2
    assert "no such report" in capsys.readouterr().err


def test_show_all_gives_every_version(capsys: pytest.CaptureFixture[str]) -> None:
    """Newest first."""
    with Book("onrecord.db") as book:
        book.add(coded(1, version="2.0"))
    assert run("show", "r1", "--all", "--json") == 0
    assert [coding["version"] for coding in lines(capsys)] == ["2.0", "1.0"]


def test_search_takes_words(capsys: pytest.CaptureFixture[str]) -> None:
    """All of them must be there; nothing found is said on standard error."""
    assert run("search", "guards", "azaz", "--json") == 0
    assert {hit["report"] for hit in lines(capsys)} == {"r1", "r2"}
    assert run("search", "guards", "--limit", "1") == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert run("search", "guards AND (") == 0
    assert "nothing found" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("list",), ("show", "r1"), ("search", "guards"), ("verify",), ("log",), ("decisions",)])
def test_a_book_that_is_not_there_is_not_made(folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    """Reading commands say so and leave with 1, as for a file that is no book."""
    assert run(*words, "--book", "other.db") == 1
    assert "other.db: there is no such book" in capsys.readouterr().err
    assert not (folder / "other.db").exists()


def test_verify_proves_a_whole_book(capsys: pytest.CaptureFixture[str]) -> None:
    """It prints how many entries there are and the hash to note down, which a later run must still have."""
    assert run("verify") == 0
    said = capsys.readouterr().out
    assert said.startswith("7 entries, all whole")
    head = said.split()[-1]
    assert run("decide", "r1", "e-1", "accept") == 0
    assert run("verify", "--head", head) == 0
    assert run("verify", "--head", "0" * 64) == 1
    assert "cut off" in capsys.readouterr().out


def test_verify_names_the_first_broken_entry(capsys: pytest.CaptureFixture[str]) -> None:
    """And leaves with 1."""
    with sqlite3.connect("onrecord.db") as db:
        db.execute("update reports set published = '2016-02-06' where id = 'r2'")
        db.execute("update originals set body = x'00' where report = 'r2'")
    assert run("verify") == 1
    assert capsys.readouterr().out.splitlines()[0].startswith("entry 5: report r2 differs")
    assert run("verify", "--json") == 1
    assert [flaw["entry"] for flaw in lines(capsys)[0]["flaws"]] == [5, 6]  # type: ignore[attr-defined]


def test_log_tells_what_became_of_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    """Newest first; of one report, also after it was erased."""
    assert run("log", "--json") == 0
    assert [entry["seq"] for entry in lines(capsys)] == [7, 6, 5, 4, 3, 2, 1]
    assert run("forget", "raid1", "--reason", "asked to") == 0
    assert run("log", "r1") == 0
    assert capsys.readouterr().out.count("r1 ") >= 4


def test_forget_erases_and_says_what_went(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report is gone from list and search, its words cannot come again, the book holds."""
    assert run("forget", "r1", "--reason", " ") == 2
    assert run("forget", "r1", "--reason", "asked to") == 0
    assert "r1: erased" in capsys.readouterr().out
    assert b"first page" not in (folder / "onrecord.db").read_bytes()
    assert run("show", "r1") == 2
    assert run("search", "guards", "--json") == 0
    assert {hit["report"] for hit in lines(capsys)} == {"r2"}
    assert run("verify") == 0
    assert run("forget", "r1", "--reason", "again") == 0


def test_a_forgotten_file_is_refused_when_coded_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The batch goes on without it and ends with 1."""
    (folder / "a.txt").write_text("Gunmen killed at least four guards in Baghdad on Friday, police said.")
    (folder / "b.txt").write_text("Two men were killed in Basra, police said.")
    assert run("code", "a.txt", "-q") == 0
    assert run("forget", "a", "--reason", "asked to") == 0
    assert run("code", "a.txt", "b.txt", "-q") == 1
    assert "a: was erased from this book" in capsys.readouterr().err
    with Book("onrecord.db") as book:
        assert book.find("a") == []
        assert book.find("b")


def test_coding_keeps_the_bytes_of_the_file(folder: Path) -> None:
    """Byte for byte, also where they are no UTF-8, once however often the file is coded."""
    raw = "Gunmen killed four guards in Málaga on Friday, “police” said.".encode("cp1252")
    (folder / "a.txt").write_bytes(raw)
    (folder / "b.jsonl").write_text('{"id": "j1", "text": "Two men were killed in Basra, police said."}\n')
    assert run("code", "a.txt", "b.jsonl", "-q") == 0
    assert run("code", "a.txt", "b.jsonl", "-q") == 0
    with Book("onrecord.db") as book:
        assert book.report_bytes(book.find("a")[0]) == raw
        assert book.report_bytes("j1") == (folder / "b.jsonl").read_bytes().strip()
        assert [entry.kind for entry in book.log("j1")] == ["report", "original", "coding", "triage"]


def test_decisions_show_in_the_reviewed_report(capsys: pytest.CaptureFixture[str]) -> None:
    """An edit changes the figure, its withdrawal gives it back, and both stay in the list."""
    assert run("decide", "r1", "f-1", "edit", "--set", '{"low": 5}', "--reason", "misread") == 0
    made = capsys.readouterr().out.split(":")[0]
    assert run("show", "r1", "--reviewed", "--json") == 0
    assert lines(capsys)[0]["figures"][0]["low"] == 5  # type: ignore[index]
    assert run("withdraw", made, "--by", "bob") == 0
    assert "withdrawn by bob" in capsys.readouterr().out
    assert run("show", "r1", "--reviewed", "--json") == 0
    assert lines(capsys)[0]["figures"][0]["low"] == 4  # type: ignore[index]
    assert run("decisions", "--json") == 0
    assert lines(capsys) == []
    assert run("decisions", "--all") == 0
    assert "misread" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("r1", "f-9", "accept"), "no such record"),
        (("r9", "f-1", "accept"), "no such report"),
        (("r1", "f-1", "perhaps"), "is no verdict"),
        (("r1", "f-1", "edit"), "takes a change"),
        (("r1", "f-1", "accept", "--set", "{}"), "takes a change"),
        (("r1", "f-1", "edit", "--set", '{"size": 3}'), "has no field size"),
        (("r1", "f-1", "edit", "--set", '{"low": "many"}'), "write the change as JSON"),
        (("r1", "f-1", "edit", "--set", '{"bound": "roughly"}'), "bound cannot be roughly"),
        (("r1", "f-1", "edit", "--set", '{"event": "e-7"}'), "refers to e-7"),
        (("r1", "f-1", "edit", "--set", '{"span": [5, 5000]}'), "not inside the text"),
        (("r1", "f-1", "edit", "--set", '{"high": 2}'), "above high"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str) -> None:
    """With a reason, and nothing is kept."""
    assert run("decide", *words) == 2
    assert says in capsys.readouterr().err
    with Book("onrecord.db") as book:
        assert book.decisions(live=False) == []
