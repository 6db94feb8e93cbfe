"""What is told of those counted: the verb above them, breakdowns, numbers without a noun, and what a sentence leaves out."""

import pytest

from tests.cases.test_quantify import Expected, check, coded, fig

Case = tuple[str, *tuple[Expected, ...]]

ABOVE = [  # the verb that governs the noun wins over a clause that only says who they were
    ("A mine killed six farmers returning to their fields.", fig("six", 6, 6, "killed")),
    ("A grenade wounded two traders returning from a funeral.", fig("two", 2, 2, "wounded")),
    ("Militiamen killed seven villagers fleeing the clashes.", fig("seven", 7, 7, "killed")),
    ("Shelling has forced 40,000 people to flee.", fig("40,000", 40_000, 40_000, "displaced")),
    ("The advance forced 900 families to leave their homes.", fig("900", 900, 900, "displaced")),
]


@pytest.mark.parametrize("case", ABOVE, ids=lambda case: case[0])
def test_told(case: Case) -> None:
    """Each sentence gives the figures beside it and no others."""
    check(*case)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A mine killed six farmers returning to their fields.", ["killing"]),
        ("Militiamen killed seven villagers fleeing the clashes.", ["killing", "armed_clash"]),
    ],
)
def test_what_the_harmed_did(text: str, types: list[str]) -> None:
    """What people did before they were killed is no event of its own, nor the means."""
    assert [e.type for e in coded(text).events] == types
