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
