"""Near-copies of one wire story are found, and count as one source."""

import random

import pytest
from tests.unit.link.makers import Told, report

from onrecord.link import link
from onrecord.link.copies import Texts

VOCABULARY = [f"{a}{b}{c}" for a in "bdgk" for b in "aeiou" for c in ("n", "rt", "l", "sh", "m")]


def story(seed: int, words: int = 240) -> list[str]:
    """Paragraphs of thirty made-up words."""
    draw = random.Random(seed)
    made = [draw.choice(VOCABULARY) for _ in range(words)]
    return [" ".join(made[at : at + 30]) for at in range(0, words, 30)]


BASE = story(1)
CHANGES = [
    ("another heading", ["Two dead in market raid", *BASE]),
    ("the second half cut", BASE[: len(BASE) // 2]),
    ("the first paragraph and a later one gone", [*BASE[1:4], *BASE[5:]]),
    ("other paragraphs", [" ".join(BASE)]),
    ("capitals", [part.upper() for part in BASE]),
    ("a paragraph of the paper's own", [*BASE, story(2)[0]]),
    ("half as much again of the paper's own", [*BASE, *story(3, 120)]),
]


@pytest.mark.parametrize("changed", [changed for _, changed in CHANGES], ids=[name for name, _ in CHANGES])
def test_changed_copies(changed: list[str]) -> None:
    """A story is known again when it is cut, under another heading, or set in other paragraphs."""
    assert pairs(BASE, changed) == [("0", "1")]


def pairs(*texts: list[str]) -> list[tuple[str, str]]:
    """The names of the copies among some texts, which are numbered."""
    found = Texts()
    for number, paragraphs in enumerate(texts):
        found.add(str(number), "\n\n".join(paragraphs))
    return [(copy.one, copy.other) for copy in found.copies()]


def test_other_stories() -> None:
    """Stories of other words are no copies, nor is one that quotes a paragraph."""
    assert pairs(BASE, story(4), [*story(5), BASE[0]]) == []


def test_short_texts() -> None:
    """Texts of a few words tell nothing."""
    assert pairs(["two men died"], ["two men died"], [""]) == []


def test_many_outlets() -> None:
    """A story that fifty papers print is known in all of them."""
    assert {name for pair in pairs(*[[f"Heading {n}", *BASE] for n in range(50)]) for name in pair} == {str(n) for n in range(50)}


def test_copies_count_as_one_source() -> None:
    """Three reports of an attack, two of them one wire story: two sources."""
    wire = "\n\n" + "\n\n".join(BASE)
    codings = [report("a", Told(), more=wire), report("b", Told(), more=wire), report("c", Told())]
    (one,) = link(codings).incidents
    assert (len(one.events), one.sources) == (3, 2)
