"""The times of a report alone are those of its coding."""

from pathlib import Path

import pytest

import onrecord

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
SHOUTED = "TWO MEN DIED ON FRIDAY.\n\nOFFICIALS SAID NOTHING MORE OF IT.\n\nIn 2016 May Harris said that in May nine had died.\n"


@pytest.mark.parametrize("text", [*(path.read_text("utf-8") for path in EXAMPLES), SHOUTED, "No word of when."])
def test_times_alone_are_those_of_the_coding(text: str) -> None:
    """Parsing only sentences that hold a time changes no time."""
    assert onrecord.times(text, published="2017-02-06") == onrecord.code(text, published="2017-02-06").times


def test_another_language_has_no_times() -> None:
    """What is not coded has none."""
    assert (
        onrecord.times("Am Freitag wurden bei einem Angriff auf die Stadt drei Menschen getötet, teilte die Polizei mit.") == ()
    )
