"""Case restored in pages of capitals (or of none): which words are names, which acronyms."""

import pytest

from onrecord.parse import dictionary
from onrecord.parse.case import has_lost_case, restored

WRITTEN = (
    "The army left Quito on Monday, 4 May.",
    "The rebels may march to El Salvador in March 1989.",
    "The watchmen saw two policemen near the road to Lima.",
    "General Rosa Chavez spoke in Buenos Aires.",
    "Members of the UCR (radical civic union) met on Friday.",
    "The front (FMLB) held the town of Dwrkuva.",
    "The Tupac Amaru Revolutionary Movement [MRTA] blew up the bridge.",
    "The plan of the FARC and the ELN was known in the arena.",
    "Peruvian President Ramon Quispe denied it.",
    "The reading room in Medellin was bombed.",
    "The police and the people of New Zealand were told.",
)


@pytest.mark.parametrize("written", WRITTEN)
def test_case_comes_back(written: str) -> None:
    text = written.upper()
    assert restored(text, [(0, len(text))], dictionary()) == written


def test_what_stands_outside_sentences_is_left_alone() -> None:
    text = "HEAD LINE\n\nTHE ARMY LEFT LIMA.\n\nEND"
    assert restored(text, [(11, 30)], dictionary()) == "HEAD LINE\n\nThe army left Lima.\n\nEND"


@pytest.mark.parametrize(
    ("text", "lost"), [("THE ARMY LEFT. " * 5, True), ("the army left. " * 5, True), ("The army left. " * 5, False)]
)
def test_lost_case(text: str, lost: bool) -> None:
    assert has_lost_case(text, [(0, len(text))]) is lost
