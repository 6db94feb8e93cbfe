"""Calls that cannot be done: each is refused in one line that says what to do, with the documented exit code."""

import sys
from pathlib import Path

import pytest
from tests.commands import run
from tests.making import raid

from onrecord.store import Book


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with a book of one raid."""
    monkeypatch.chdir(tmp_path)
    with Book("onrecord.db") as book:
        book.add(raid("r1"))
    return tmp_path


def test_codings_from_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is named, whether or not pyarrow is installed."""
    assert run("import-codings", "/nope") == 2
    assert "/nope: no such file or folder" in capsys.readouterr().err


def test_codings_without_pyarrow(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the extra to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (folder / "some.parquet").touch()
    assert run("import-codings", ".") == 2
    assert "pip install 'onrecord[dask]'" in capsys.readouterr().err


def test_an_export_into_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """The file that was asked for is named, not the one it is written through."""
    assert run("export", "ledger", "--out", "/no/folder/x.csv") == 1
    told = capsys.readouterr().err
    assert "/no/folder/x.csv: " in told
    assert ".part" not in told


def test_a_book_that_is_not_there_is_like_a_file_that_is_no_book(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both are books that cannot be used: exit code 1, for every command that reads one."""
    (folder / "some.txt").write_text("no book")
    for words in (("list",), ("figures",), ("export", "ledger"), ("check",), ("log",), ("verify",)):
        assert run(*words, "--book", "none.db") == 1
        assert "there is no such book" in capsys.readouterr().err
        assert run(*words, "--book", "some.txt") == 1


def test_a_measure_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """The measures there are are listed."""
    assert run("figures", "--measure", "kiled") == 2
    assert "no such measure; there are killed, wounded" in capsys.readouterr().err


def test_the_log_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """An id of no report, decision or export is said to be none; one that has a log is not."""
    assert run("log", "nosuch") == 2
    assert "no such report, decision or export" in capsys.readouterr().err
    assert run("log", "r1") == 0
    assert run("log") == 0


def test_a_day_to_come(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing was published after tomorrow."""
    assert run("date", "r1", "2999-01-01") == 2
    assert "is still to come" in capsys.readouterr().err


def test_a_name_like_no_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Places whose consonants happen to fit are none of a made-up word."""
    assert run("place", "Xyzzy") == 1
    assert "no such place" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "shown"), [("Huwayjah", "Hawija, IQ"), ("Merawi, Ethiopia", ", ET"), ("Paris, Texas", "Paris, US")]
)
def test_places_spelled_otherwise_or_with_their_country(name: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Another transliteration is found; behind a comma stands what the place lies in."""
    assert run("place", name) == 0
    assert shown in capsys.readouterr().out.splitlines()[1]


def test_rows_that_are_no_places(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are counted and told; a place that is there already is not added again; another file's row is another place."""
    (folder / "wells.csv").write_text("name,lat,lon\nLower Well,13.1,44.1\nUpper Well,999,44.2\nDry Well,,44.3\n")
    (folder / "hills.csv").write_text("name,lat,lon\nGrey Hill,14.1,45.1\n")
    assert run("gazetteer", "add", "wells.csv") == 0
    told = capsys.readouterr()
    assert told.out.startswith("1 place added")
    assert "2 rows were left out" in told.err
    assert run("gazetteer", "add", "wells.csv") == 0
    assert capsys.readouterr().out.startswith("0 places added")
    assert run("gazetteer", "add", "hills.csv") == 0
    assert run("place", "Grey Hill", "--json") == 0
    assert '"lat": 14.1' in capsys.readouterr().out
