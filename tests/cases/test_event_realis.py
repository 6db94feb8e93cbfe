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
    ("The army dismissed as false claims that guards killed two villagers.", [("killing", "killed", "guards", "two villagers", "denied")]),
    ("Residents said it was not true that the fighting had stopped.", [("armed_clash", "fighting", "", "", "actual")]),
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
    # what is told on a condition, and what is threatened
    (
        "If the army attacks, we will kill the captives, the rebels said.",
        [("attack", "attacks", "army", "", "hypothetical"), ("killing", "kill", "rebels", "captives", "threatened")],
    ),
    (
        "If troops enter the forest, we will execute the captives, the rebels said.",
        [("execution", "execute", "rebels", "captives", "threatened")],
    ),
    ("Boko Haram said it would kill the captives unless it was paid.", [("killing", "kill", "Boko Haram", "captives", "threatened")]),
    # what is foiled or prepared
    ("Police foiled a plot to bomb the market.", [("bombing", "bomb", "", "", "planned")]),
    ("The army is preparing an offensive.", [("attack", "offensive", "army", "", "planned")]),
    # no help is given by arms, and no attack by a name that speaks
    ("Soldiers backed by tanks attacked the village.", [("attack", "attacked", "Soldiers", "", "actual")]),
    ("Fighters armed with rifles attacked the village.", [("attack", "attacked", "Fighters", "", "actual")]),
    ("Operation Anvil said it had killed six rebels.", [("killing", "killed", "Operation Anvil", "six rebels", "actual")]),
    (
        "Protesters threw stones; police fired tear gas.",
        [("riot", "threw stones", "Protesters", "", "actual"), ("crackdown", "tear gas", "police", "Protesters", "actual")],
    ),
    # two happenings in one sentence
    (
        "A guard was killed by a sniper and another wounded by a mine.",
        [("killing", "killed", "sniper", "guard", "actual"), ("bombing", "wounded", "", "guard", "actual")],
    ),
    (
        "Rebels killed two guards on 3 May, then on 6 May ambushed a patrol, killing six.",
        [("killing", "killed", "Rebels", "two guards", "actual"), ("attack", "ambushed", "Rebels", "patrol", "actual")],
    ),
    (
        "Rebels shelled the port on Monday, then on Friday attacked a base.",
        [("shelling", "shelled", "Rebels", "", "actual"), ("attack", "attacked", "Rebels", "", "actual")],
    ),
    # who speaks after a list of victims is none of them
    (
        "A bomb exploded in Lima, killing two guards, nurses and police said.",
        [("bombing", "exploded", "", "two guards", "actual")],
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


TOLLS = [
    ("Rebels killed two guards on 3 May 2021, then on 6 May 2021 ambushed a patrol, killing six.", ["2021-05-03", "2021-05-06"]),
    ("The fighting has gone on since 2019, when 53 soldiers died.", ["2019"]),
]


@pytest.mark.parametrize(("text", "days"), TOLLS)
def test_each_toll_keeps_its_day(text: str, days: list[str]) -> None:
    """Two days in one sentence are two events, each with its own dead."""
    coding = coded(text)
    edtf = {t.id: t.edtf for t in coding.times}
    assert [edtf[f.time or ""] for f in coding.figures if f.measure == "killed"] == days
    events = {e.id: edtf[e.time or ""] for e in coding.events}
    assert [events[f.event or ""] for f in coding.figures if f.measure == "killed"] == days


def test_each_part_of_a_toll_keeps_its_place() -> None:
    """ "and four in Kidal" is not told of Gao."""
    coding = coded("Gunmen killed five soldiers in Gao, Mali, and four in Kidal.")
    places = {p.id: p.name for p in coding.places}
    assert [places[f.place or ""] for f in coding.figures] == ["Gao", "Kidal"]


def test_a_strike_is_not_where_the_raid_before_it_was() -> None:
    """What only dates a strike does not place it."""
    coding = coded("The airstrikes came a week after rebels shelled Aden, killing six people. The mayor of Sanaa fled.")
    places = {p.id: p.name for p in coding.places}
    assert [(e.type, places.get(e.place or "")) for e in coding.events][1] == ("shelling", "Aden")
    assert places.get(coding.events[0].place or "") != "Aden"
