"""`date` as a user calls it: a stored report coded again with the day it was published."""

import json
from pathlib import Path

import pytest
from tests.commands import run

from onrecord.store import Book

TEXT = "Six soldiers were killed in an attack on a checkpoint on Friday. The road has been shut since October 17th.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with a book of one report without a date."""
    monkeypatch.chdir(tmp_path)
    Path("post.txt").write_text(TEXT)
    assert run("code", "post.txt", "--quiet") == 0
    return tmp_path


def test_date_resolves_again(capsys: pytest.CaptureFixture[str]) -> None:
    """Every time, figure and event is resolved from the new day, and the report's old coding stays in the book."""
    assert run("date", "post", "2017-02-06") == 0
    printed = capsys.readouterr().out
    assert "on Friday: open → 2017-02-03" in printed
    assert "since October 17th: XXXX-10-17/.. → 2016-10-17/.." in printed
    with Book("onrecord.db") as book:
        newest, oldest = book.codings(book.find("post")[0])
    values = {t.id: t.edtf for t in newest.times}
    assert (newest.report.published, oldest.report.published) == ("2017-02-06", None)
    assert [values[e.time] for e in newest.events if e.time] == ["2017-02-03"]
    assert [values[f.time] for f in newest.figures if f.time and f.low == 6] == ["2017-02-03"]
    assert [t.edtf for t in oldest.times] == [None, "XXXX-10-17/.."]


def test_same_date_again(capsys: pytest.CaptureFixture[str]) -> None:
    """A day the report was coded with already adds no coding."""
    run("date", "post", "2017-02-06")
    capsys.readouterr()
    assert run("date", "post", "2017-02-06") == 0
    assert "nothing was added" in capsys.readouterr().out
    with Book("onrecord.db") as book:
        assert len(book.codings(book.find("post")[0])) == 2


def test_a_day_given_again_is_the_newest(capsys: pytest.CaptureFixture[str]) -> None:
    """A, then B, then A again: the last word counts, all three codings stay, and the log is whole."""
    for day in ("2017-02-06", "2018-03-01", "2017-02-06", "2017-02-06"):
        assert run("date", "post", day) == 0
    assert "nothing was added" in capsys.readouterr().out
    with Book("onrecord.db") as book:
        codings = book.codings(book.find("post")[0])
        assert [c.report.published for c in codings] == ["2017-02-06", "2018-03-01", "2017-02-06", None]
        assert book.entries()[0].published == "2017-02-06"
        assert [hit.report for hit in book.search("checkpoint")].count(codings[0].report.id) >= 1
        assert list(book.verify()) == []


def test_a_day_given_holds_when_the_file_is_coded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """By this version or a newer one; another day given with the call is a newer word."""
    from onrecord import pipeline
    from onrecord.project import program

    run("date", "post", "2017-02-06")
    assert run("code", "post.txt", "--quiet") == 0
    monkeypatch.setattr(pipeline, "VERSION", "99.0")
    monkeypatch.setattr(program, "program", lambda: "another program")
    assert run("code", "post.txt", "--quiet") == 0
    with Book("onrecord.db") as book:
        newest = book.codings(book.find("post")[0])[0]
    assert (newest.version, newest.report.published, newest.report.published_rule) == ("99.0", "2017-02-06", "caller")
    assert run("code", "post.txt", "--quiet", "--published", "2018-03-01") == 0
    with Book("onrecord.db") as book:
        assert book.codings(book.find("post")[0])[0].report.published == "2018-03-01"


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the new coding is printed as `show --json` would."""
    assert run("date", "post", "2017-02-06", "--json") == 0
    assert json.loads(capsys.readouterr().out)["report"]["published"] == "2017-02-06"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("post", "6/2/2017"), "not of the form"),
        (("post", "2017-02-30"), "no such day"),
        (("ghost", "2017-02-06"), "no such report"),
    ],
)
def test_wrong_use(words: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An impossible day or an unknown report is said, with exit status 2."""
    assert run("date", *words) == 2
    assert said in capsys.readouterr().err


def test_list_shows_the_new_day(capsys: pytest.CaptureFixture[str]) -> None:
    """`list` gives the day the newest coding was made with."""
    assert run("date", "post", "2017-02-06") == 0
    capsys.readouterr()
    assert run("list", "--json") == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2017-02-06"
