"""Games told in the words of war are no events and count nobody; violence at a game is told as any other."""

import pytest

from onrecord.lexicon import rows
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding, quote


def coded(text: str) -> Coding:
    """The coding of a text."""
    return code(read_text(text))


@pytest.mark.parametrize("row", rows("contests"), ids=lambda row: f"{row['kind']}-{row['word']}")
def test_row(row: dict[str, str]) -> None:
    """In the example of each row nothing happened."""
    assert coded(row["example"]).events == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Army team beat four rivals in the cup.",
        "The two teams clashed in the semi-final on Sunday.",
        "Lomero clashed with Sandvik in the league on Sunday.",
        "The navy side defeated two teams in the cup final and shot six goals.",
        "The two captains fought for the ball; the striker fired a shot at goal.",
        "The two rivals clashed in the second bout of the final.",
        "The teams clashed during the match.",
        "A title fight in the league was put off.",
    ],
)
def test_game(text: str) -> None:
    """A game gives no event and no figure."""
    coding = coded(text)
    assert (coding.events, coding.figures) == ((), ())


@pytest.mark.parametrize(
    ("text", "trigger", "counted"),
    [
        ("Police beat four protesters.", "beat", ["four"]),
        ("Gunmen attacked a football team after the cup final, killing two players.", "attacked", ["two"]),
        ("Police clashed with fans in the final of the cup.", "clashed", []),
        ("Players attacked the referee during the match.", "attacked", []),
        ("Five players were shot by gunmen in the semi-final.", "shot", ["Five"]),
        ("Rebels fought for the goal of an Islamic state.", "fought", []),
        ("Norland attacked Sudmark as the Polar League met.", "attacked", []),
        ("Norland attacked Sudmark during the World Cup.", "attacked", []),
        ("The Lomo League clashed with rivals in the match, leaving six dead.", "clashed", ["six"]),
        ("Rivals clashed in the latest bout of violence.", "clashed", []),
        ("The mortar team attacked two villages.", "attacked", ["two"]),
    ],
)
def test_violence(text: str, trigger: str, counted: list[str]) -> None:
    """Where one side is not of the game, or no contest is named, it is what it says."""
    coding = coded(text)
    assert [quote(text, e.trigger) for e in coding.events] == [trigger]
    assert [quote(text, f.span) for f in coding.figures] == counted
