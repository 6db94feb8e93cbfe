"""A time at the head of a clause without its comma: what follows is nobody of that number or name."""

import pytest

from onrecord.parse.opening import missing_commas
from onrecord.pipeline import code
from onrecord.read import read_text

TOLD = [
    ("On 3 May gunmen killed 14 farmers in Mopti.", ["14 farmers"], ["gunmen"]),
    ("On May 3 gunmen killed five clerks in Mopti.", ["five clerks"], ["gunmen"]),
    ("On 3 May 12 people were killed in Mopti.", ["12 people"], []),
    ("On 2 August CODECO fighters killed nine farmers.", ["nine farmers"], ["CODECO"]),
    ("On the night of 3-4 May unidentified gunmen killed the mayor.", [], ["unidentified gunmen"]),
    ("About 3 a.m. gunmen attacked the village.", [], ["gunmen"]),
    ("At 7 p.m. on 3 May soldiers shot two clerks.", ["two clerks"], ["soldiers"]),
    ("In 2013 rebels killed 40 clerks in Bangui.", ["40 clerks"], ["rebels"]),
    ("Since January police have killed nine clerks.", ["nine clerks"], ["police"]),
    ("The ministry said that on 3 May, 2016 rebels killed five clerks.", ["five clerks"], ["rebels"]),
    ("At 5 a.m. Monday police shot two clerks.", ["two clerks"], ["police"]),
    ("In May 12 clerks were killed.", ["12 clerks"], []),
    ("About 2000 clerks were killed in Bangui.", ["About 2000 clerks"], []),
    ("On Friday night gunmen shot two clerks in Kandahar.", ["two clerks"], ["gunmen"]),
]
WHOLE = (
    "On 3 May, gunmen killed a clerk.",
    "On 3 May the army left.",
    "In May and June rebels came.",
    "On Friday prayers were held.",
    "In 2013 at least nine clerks died.",
    "The 3 May gunmen were tried.",
    "He returned on 3 May gunless.",
)


@pytest.mark.parametrize(("text", "counted", "doers"), TOLD, ids=[text for text, *_ in TOLD])
def test_who_follows_a_time(text: str, counted: list[str], doers: list[str]) -> None:
    """Those counted and those who do it leave the time out, and every span is that of the text as given."""
    coding = code(read_text(text))
    names = {actor.id: actor.name for actor in coding.actors}
    assert [names[figure.whom] for figure in coding.figures if figure.whom] == counted
    assert [names[actor] for event in coding.events for actor in event.by] == doers
    assert all(text[slice(*event.trigger)] in ("killed", "attacked", "shot") for event in coding.events)


@pytest.mark.parametrize("text", WHOLE)
def test_no_comma_is_missing(text: str) -> None:
    """What goes on with the time, has its comma or stands elsewhere is left alone."""
    assert missing_commas(text) == ()
