"""Three of the example reports tell of one attack: coded, linked and read back as a user does it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.commands import run

EXAMPLES = Path(__file__).parents[3] / "examples"
REPORTS = ("gao_ministry.txt", "gao_ngo.txt", "gao_wire.txt")
SIDE_BY_SIDE = [
    # words of the figure, measure, who gives it, the outlet, whether it stands
    ("at least 12", "killed", "local officials", "Meridian Press", True),
    ("no more than nine", "killed", "Idrissa Maiga", "Meridian Press", True),
    ("17", "killed", "doctor", "Meridian Press", True),
    ("nine", "killed", None, "Ministry of Defence and Veterans", True),
    ("17", "killed", "unnamed source", "Ministry of Defence and Veterans", False),
    ("17", "killed", "hospital", "Sahel Register", True),
    ("at least 12", "killed", "Meridian Press", "Sahel Register", True),
    ("nine", "killed", "Ministry of Defence", "Sahel Register", True),
    ("more than 30", "wounded", "local officials", "Meridian Press", True),
    ("21", "wounded", None, "Ministry of Defence and Veterans", True),
    ("three", "captured", None, "Ministry of Defence and Veterans", True),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A book of the three reports, linked."""
    place = str(tmp_path_factory.mktemp("gao") / "gao.db")
    assert run("code", *(str(EXAMPLES / name) for name in REPORTS), "--book", place) == 0
    assert run("link", "--book", place) == 0
    yield place


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[Any]:
    """What a command prints as JSON, a line each."""
    capsys.readouterr()
    run(*words, "--json")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def attack(capsys: pytest.CaptureFixture[str], book: str) -> Any:
    """The only incident that several reports tell of."""
    (found,) = lines(capsys, "incidents", "--several", "--book", book)
    return found


def test_three_reports_are_one_incident(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The attack on the market has three sources; the strike near Bourem and the abduction near Ansongo stay apart."""
    found = attack(capsys, book)
    assert (found["type"], found["edtf"], found["sources"]) == ("attack", "2024-03-06", 3)
    assert len({ref["report"] for ref in found["events"]}) == 3
    others = {one["place"]: one["type"] for one in lines(capsys, "incidents", "--book", book) if one["id"] != found["id"]}
    assert (others["Bourem"], others["Ansongo"]) == ("airstrike", "abduction")


@pytest.mark.parametrize(("words", "measure", "speaker", "outlet", "stands"), SIDE_BY_SIDE)
def test_rival_figures_stand_side_by_side(
    book: str,
    capsys: pytest.CaptureFixture[str],
    words: str,
    measure: str,
    speaker: str | None,
    outlet: str,
    stands: bool,
) -> None:
    """Each figure of the attack is in its ledger with who gives it; one that is only denied stands there as denied."""
    told = lines(capsys, "figures", "--incident", attack(capsys, book)["id"], "--book", book)
    found = [line["figure"] for line in told if "figure" in line]
    same = [f for f in found if (f["words"], f["figure"]["measure"], f["outlet"]) == (words, measure, outlet)]
    theirs = [f for f in same if f["speaker"] == speaker or (speaker and (f["speaker"] or "").startswith(speaker))]
    events = [f["event"] for f in theirs if f["event"]]
    assert theirs
    assert all((event["realis"] == "actual") == stands for event in events)


def test_totals_of_the_attack(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The nine to 17 victims, and beside them the 14 attackers the ministry counts apart."""
    told = lines(capsys, "figures", "--incident", attack(capsys, book)["id"], "--measure", "killed", "--book", book)
    (total,) = [line["total"]["estimate"] for line in told if "total" in line]
    assert (total["low"], total["best"], total["high"]) == (23, 23, 31)


def test_what_the_checks_find(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The tolls that exclude one another, and nothing that is wrong in itself."""
    assert run("check", "--book", book) == 0
    shown = capsys.readouterr().out
    assert "check.bounds.disagree" in shown
    assert "17 dead" in shown
    assert "nine people" in shown
    assert "error" not in shown


def test_the_incident_in_full(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`incidents ID` shows the same, a column a report, each figure with what it counts and who says so."""
    identity = attack(capsys, book)["id"]
    capsys.readouterr()
    run("incidents", identity, "--book", book)
    shown = " ".join(capsys.readouterr().out.split())
    assert all(words in shown for words in ("nine people (the report)", "17 dead (hospital)", "denied", "Held together by"))
