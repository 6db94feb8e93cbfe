"""Whose a quotation is that the tree gives to nobody: the one who stands beside it, or who spoke right before it."""

from typing import Any

import pytest
from tests.cases.test_attribute import check, ids, statements_of

BESIDE = [
    # source and cue right behind the mark, in either order
    ('"I do not see how the raid changes our plans. We are at war," said army spokesman Lt. Col. Amadou Keita, who was asked about the raid.', 0, {"source": "Amadou Keita", "cue": "said", "mode": "direct"}),
    ('"I am not going to say it is a mistake, so forget about it," said retired surgeon Ben Osei, asked about his claims.', 0, {"source": "Ben Osei", "content": "I am not going to say it is a mistake, so forget about it"}),
    ('"A lot of people predicted that the truce was going to fail," added Osei, referring to the raids.', 1, {"source": "Osei", "cue": "added"}),
    # a name and a colon at the head of a line
    ("Keita: “We are ready to leave the town.”", 0, {"source": "Keita", "cue": ":", "content": "We are ready to leave the town", "mode": "direct"}),
    # what goes on after a sentence that ends in another claim of the same speaker
    ('"We wanted peace," the mayor said in an interview, pointing out that nine people had died. "Most people here agree."', 0, {"cue": "said", "content": "We wanted peace // Most people here agree"}),
    ('"We wanted peace," the mayor said in an interview, pointing out that nine people had died. "Most people here agree."', 1, {"cue": "pointing out", "content": "nine people had died"}),
    ('The mayor said that the talks had gone well. "We are not far from peace."', 0, {"content": "the talks had gone well // We are not far from peace"}),
    # a paragraph that is all quotation goes on with the one before
    ('"We wanted peace," the mayor said.\n\n"Nobody here wants this war to go on."\n\nThe road is open.', 0, {"content": "We wanted peace // Nobody here wants this war to go on"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "expected"), BESIDE, ids=ids(BESIDE))
def test_quotations_beside_a_speaker(text: str, number: int, expected: dict[str, Any]) -> None:
    """A quotation goes to the speaker right beside it or to the one whose words it goes on with."""
    check(text, number, expected)


@pytest.mark.parametrize(
    "text",
    [
        'The mayor read the letter. "We are ready to leave the town." The army said the road was closed.',
        "The plan: “Nine roads to a lasting peace in the north.”",
        'The road is open.\n\n"Nobody here wants this war to go on."\n\nThe bridge is shut.',
    ],
)
def test_quotations_that_stay_alone(text: str) -> None:
    """What opens the next sentence, a label that names nobody and a paragraph without a speaker give a quotation to nobody."""
    quoted = [s for s in statements_of(text) if s["mode"] == "direct"]
    assert quoted == []
