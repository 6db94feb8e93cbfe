"""The times of a report alone are those of its coding."""

from pathlib import Path

import pytest

import onrecord
from onrecord.pipeline import asking
from onrecord.read import read_text
from onrecord.when import when

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
SHOUTED = "TWO MEN DIED ON FRIDAY.\n\nOFFICIALS SAID NOTHING MORE OF IT.\n\nIn 2016 May Harris said that in May nine had died.\n"


ASKED = (
    "The court won't sit before Friday's parade. Talks will resume on 3 May, and the truce ends on 9 May. Guards held the bridge on 3 May. "
    "Since the revolt began in Kano in 2011 nine have died. They saw a video from 3 May. Nothing moved from 3 May onwards. "
    "Kano 2014 was quiet. The camp is to be closed by Sunday, and had been open until Sunday. Winter will be hard. March fell. "
    "The vote is due on 29 February and the festival on Easter Sunday. They shan't leave over the weekend.\n"
)
TOLD = "The war began on 3 May 1982. The bridges fell in the first week of the war, after the end of June, and fire ceased by 9 a.m. on Friday.\n"


@pytest.mark.parametrize("published", ["2017-02-06", None])
@pytest.mark.parametrize("text", [*(path.read_text("utf-8") for path in EXAMPLES), SHOUTED, TOLD, ASKED, "No word of when."])
def test_times_alone_are_those_of_the_coding(text: str, published: str | None) -> None:
    """Parsing only sentences whose tree a time asks for changes no time."""
    assert onrecord.times(text, published=published) == onrecord.code(text, published=published).times


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("Two men died on 3 May 2016. On Friday guards held the bridge. In March 2016 it fell.", []),
        ("Two men died on 3 May 2016. The court will sit on Friday.", ["The court will sit on Friday."]),
        ("Kano 2014 was quiet. In 2014 it was not.", ["Kano 2014 was quiet."]),
        ("Nothing has moved since 2014. They fled in 2014.", ["Nothing has moved since 2014."]),
        ("The war began on 3 May 1982. Guards held a bridge.", []),
        ("The war began on 3 May 1982. It rained in the first week of the war.", ["The war began on 3 May 1982."]),
    ],
)
def test_only_what_a_time_asks_for_is_parsed(text: str, parsed: list[str]) -> None:
    """A sentence whose words tell its times has no tokens."""
    tree, _ = asking(read_text(text, published="2017-02-06"), when)
    assert [tree.text[slice(*s.span)] for n, s in enumerate(tree.sentences) if tree.sentence_tokens(n)] == parsed


def test_another_language_has_no_times() -> None:
    """What is not coded has none."""
    assert (
        onrecord.times("Am Freitag wurden bei einem Angriff auf die Stadt drei Menschen getötet, teilte die Polizei mit.") == ()
    )
