"""`onrecord link`, `incidents` and `decide same EVENT EVENT` as a user calls them."""

import json
from pathlib import Path

import pytest
from tests.commands import run
from tests.unit.link.makers import Told, report

from onrecord.store import Book


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A book of three reports, two of them of one attack."""
    monkeypatch.chdir(tmp_path)
    with Book("b.db") as keeper:
        for coding in (
            report("a", Told(killed=(12, None))),
            report("b", Told(killed=(17, 17))),
            report("c", Told(town="Aden", when="2023-01-02"), published="2023-01-03"),
        ):
            keeper.add(coding)
    monkeypatch.setenv("ONRECORD_BOOK", "b.db")
    return "b.db"


def listed(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    """The events of each incident, as `incidents --json` prints them."""
    capsys.readouterr()
    assert run("incidents", "--json") == 0
    rows = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    return sorted(sorted(ref["record"] for ref in row["events"]) for row in rows)


def test_link_and_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Linking tells how many incidents there are; listing shows them."""
    assert run("link") == 0
    assert "2 incidents, 1 of them told by several reports" in capsys.readouterr().out
    assert listed(capsys) == [["e-a0", "e-b0"], ["e-c0"]]


def test_incident_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    """An incident shows its reports, the rival tolls side by side, and why its events are one happening."""
    run("link", "--json")
    several = next(row for row in map(json.loads, capsys.readouterr().out.splitlines()) if len(row["events"]) > 1)
    assert run("incidents", several["id"][:6]) == 0
    shown = capsys.readouterr().out
    assert all(words in shown for words in ("e-a0", "e-b0", "time.same_day", "both on 2024-03-06", "killed.allowed"))


def test_decisions_are_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    """After `decide different` two events are two incidents in every later run; after `withdraw` one again."""
    assert run("decide", "different", "e-a0", "b/e-b0", "--by", "Ana", "--reason", "other market") == 0
    made = capsys.readouterr().out.split(":")[0]
    run("link")
    assert listed(capsys) == [["e-a0"], ["e-b0"], ["e-c0"]]
    run("withdraw", made, "--by", "Ana")
    run("link")
    assert listed(capsys) == [["e-a0", "e-b0"], ["e-c0"]]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("incidents",), "run `onrecord link` first"),
        (("decide", "same", "e-a0", "e-none"), "no such event"),
        (("decide", "same", "e-a0", "a/e-a0"), "name two"),
    ],
)
def test_wrong_calls(words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong call leaves with 2 and says what to do."""
    assert run(*words) == 2
    assert says in capsys.readouterr().err
