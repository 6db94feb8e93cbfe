"""The times of a report alone are those of its coding."""

from pathlib import Path

import pytest

import onrecord

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
SHOUTED = "TWO MEN DIED ON FRIDAY.\n\nOFFICIALS SAID NOTHING MORE OF IT.\n\nIn 2016 May Harris said that in May nine had died.\n"


TOLD = "The war began on 3 May 1982. The bridges fell in the first week of the war, after the end of June, and fire ceased by 9 a.m. on Friday.\n"


@pytest.mark.parametrize("published", ["2017-02-06", None])
@pytest.mark.parametrize("text", [*(path.read_text("utf-8") for path in EXAMPLES), SHOUTED, TOLD, "No word of when."])
def test_times_alone_are_those_of_the_coding(text: str, published: str | None) -> None:
    """Parsing only sentences whose tree a time hangs on changes no time."""
    assert onrecord.times(text, published=published) == onrecord.code(text, published=published).times


def test_another_language_has_no_times() -> None:
    """What is not coded has none."""
    assert (
        onrecord.times("Am Freitag wurden bei einem Angriff auf die Stadt drei Menschen getötet, teilte die Polizei mit.") == ()
    )
