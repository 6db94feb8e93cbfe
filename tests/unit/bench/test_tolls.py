"""One number a report: what the aggregation makes of the records of texts of our own."""

from dataclasses import replace

import pytest
from bench.tolls import toll

from onrecord.pipeline import code
from onrecord.read import read_text


@pytest.mark.parametrize(
    ("text", "count", "number"),
    [
        ("Rebels killed two soldiers and three farmers in Gao.", "killed", 5),
        ("A bomb killed six people. The six people were killed at a market.", "killed", 6),
        ("A bomb killed six people, including two children.", "killed", 6),
        ("Since March, 300 people have died.", "killed", 0),
        ("At least six people were killed.", "killed", 6),
        ("Dozens of people were killed.", "killed", 0),
        ("Gunmen shot dead Samir Haddad in Gao.", "killed", 1),
        ("Police arrested four men.", "arrested", 4),
        ("Police arrested four men.", "abducted", 0),
        ("Gunmen abducted four nurses.", "abducted", 4),
        ("Police arrested a man wanted for the killing of a guard.", "killed", 0),
        ("The bomb killed six people and wounded nine.", "injured", 9),
    ],
)
def test_toll(text: str, count: str, number: int) -> None:
    """Sums of sides, not of repetitions; no parts, no running tolls, nobody's past."""
    assert toll(code(read_text(text)), count) == number


def test_trials_tell_of_the_crime() -> None:
    """The past of the accused counts where the caller says that reports are of trials."""
    coding = code(read_text("Police arrested a man wanted for the killing of a guard."))
    assert toll(coding, "killed", trials=True) == 1


def test_old_events_are_no_part_of_the_incident() -> None:
    """What happened more than a month before the report is somebody's past."""
    doc = replace(read_text("Rebels killed six people on 3 March 2016."), published="2017-02-06")
    assert toll(code(doc), "killed") == 0


@pytest.mark.parametrize(("side", "number"), [("civilian", 3), ("security", 2), ("insurgent", 1)])
def test_sides(side: str, number: int) -> None:
    """The dead are told apart by the side they are on."""
    text = "Two soldiers, three villagers and a militant were killed."
    assert toll(code(read_text(text)), "killed", side) == number
