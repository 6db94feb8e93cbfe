"""Denials, conditions and plans: sentences of our own, the events in them and the attitude they are told with."""

import pytest
from tests.cases.test_events import coded, told

CASES: list[tuple[str, list[tuple[str, str, str, str, str]]]] = [
    # a claim is denied by what it is said to be
    ("Claims that guards killed two villagers are false.", [("killing", "killed", "guards", "two villagers", "denied")]),
    (
        "It is not true that guards killed two villagers, the governor said.",
        [("killing", "killed", "guards", "two villagers", "denied")],
    ),
    ("The army said reports of a massacre in Lima were unfounded.", [("killing", "massacre", "", "", "denied")]),
    ("Rumours that rebels had seized Lima were denied by the mayor.", [("territory_gain", "seized", "rebels", "", "denied")]),
    (
        "Reports that two peasants died in the bombardment are a fabrication.",
        [("killing", "died", "", "two peasants", "denied"), ("shelling", "bombardment", "", "", "actual")],
    ),
    ("Reports that guards killed two villagers are true.", [("killing", "killed", "guards", "two villagers", "actual")]),
    # who leaves it open denies nothing
    ("The army neither confirmed nor denied the killings.", [("killing", "killings", "", "", "actual")]),
    (
        "The army would neither confirm nor deny that its jets had bombed the port.",
        [("airstrike", "bombed", "army", "", "hypothetical")],
    ),
    # what is told beside a denial is not denied
    (
        "The army denied bombing a market in Lima, an attack which nurses said left six people dead.",
        [("bombing", "bombing", "army", "", "denied"), ("attack", "attack", "", "", "actual")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_realis(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    """What is denied, planned or only possible is never an actual event."""
    assert told(text) == expected


ATTITUDES = [
    ("It is not true that guards fled, the governor said.", "denies"),
    ("The governor said the claims were baseless.", "denies"),
    ("The governor said the road was not safe.", "asserts"),
    ("The army neither confirmed nor denied the killings.", "declines"),
    ("The police refused to confirm or deny the arrest of the mayor.", "declines"),
]


@pytest.mark.parametrize(("text", "attitude"), ATTITUDES)
def test_attitude(text: str, attitude: str) -> None:
    """One statement, with the attitude of who makes it."""
    assert [s.attitude for s in coded(text).statements if s.source is not None] == [attitude]


def test_a_toll_beside_a_denial_has_its_own_source() -> None:
    """The toll belongs to the raid the nurses speak of, not to the bombing the army denies."""
    coding = coded("The army denied bombing a market in Lima, an attack which nurses said left six people dead.")
    names = {a.id: a.name for a in coding.actors}
    toll = next(f for f in coding.figures if f.measure == "killed")
    event = next(e for e in coding.events if e.id == toll.event)
    source = next(s.source for s in coding.statements if s.id == toll.statement)
    assert (event.realis, names[source or ""]) == ("actual", "nurses")
