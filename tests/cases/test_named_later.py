"""Those told of without a name who are named, or called otherwise, in a later sentence are one actor."""

import pytest

from onrecord.pipeline import code
from onrecord.read import read_text


def roles(text: str) -> list[tuple[str, str, str]]:
    """The triggers of a text with who did it and to whom."""
    coding = code(read_text(text))
    names = {a.id: a.name for a in coding.actors}
    text = coding.report.text
    return [
        (text[slice(*e.trigger)], ", ".join(names[a] for a in e.by), ", ".join(names[a] for a in e.to)) for e in coding.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot dead in Lima. The victim, identified as Juan Perez, was a trader.", [("shot dead", "", "Juan Perez")]),
        ("A man was shot dead in Lima. The dead man was named as Juan Perez.", [("shot dead", "", "Juan Perez")]),
        ("A man was shot dead in Lima. Police named him as Juan Perez.", [("shot dead", "", "Juan Perez")]),
        ("A soldier was killed in Gao. The victim was identified as Ali Omar.", [("killed", "", "Ali Omar")]),
        ("A gunman shot a mayor. The gunman was identified as Juan Perez.", [("shot", "Juan Perez", "mayor")]),
        (
            "Two men were shot dead in Lima. The victims were identified as Juan Perez and Luis Soto.",
            [("shot dead", "", "Two men, Juan Perez, Luis Soto")],
        ),
        (
            "The bodies of two men, identified as Ali Omar and Issa Keita, were found.",
            [("bodies", "", "two men, Ali Omar, Issa Keita")],
        ),
        # who is meant is not plain, or it is not so
        ("A man and a woman were shot dead in Lima. The victim was identified as Juan Perez.", [("shot dead", "", "man, woman")]),
        ("A woman was shot dead in Lima. The dead man was named as Juan Perez.", [("shot dead", "", "woman")]),
        ("A man was shot dead in Lima. He has not been identified as Juan Perez.", [("shot dead", "", "man")]),
        ("A man was shot dead in Lima. The suspect was identified as Juan Perez.", [("shot dead", "", "man")]),
    ],
)
def test_named(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Whom an event was done to is the person he is named as later; a group keeps its own name beside those of its people."""
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen killed a trader in Lima. The attackers then abducted two men.",
            [("killed", "Gunmen", "trader"), ("abducted", "Gunmen", "two men")],
        ),
        (
            "A bandit killed a trader in Lima. The attacker then abducted two men.",
            [("killed", "bandit", "trader"), ("abducted", "bandit", "two men")],
        ),
        (
            "Two nurses were abducted in Gao. The two women were released on Friday.",
            [("abducted", "", "Two nurses"), ("released", "", "Two nurses")],
        ),
        (
            "Gunmen killed a trader. Bandits burned a mill. The attackers then abducted two men.",
            [("killed", "Gunmen", "trader"), ("abducted", "attackers", "two men")],
        ),
        (
            "Two men were abducted in Gao. The two women were released on Friday.",
            [("abducted", "", "Two men"), ("released", "", "two women")],
        ),
    ],
)
def test_called_otherwise(text: str, expected: list[tuple[str, str, str]]) -> None:
    """ "The attackers" and "the two women" are those told of before where only one group can be meant."""
    assert roles(text) == expected
