"""What is told of those counted: the verb above them, breakdowns, numbers without a noun, and what a sentence leaves out."""

import pytest
from tests.cases.test_quantify import Expected, check, coded, fig

Case = tuple[str, *tuple[Expected, ...]]

ABOVE = [  # the verb that governs the noun wins over a clause that only says who they were
    ("A mine killed six farmers returning to their fields.", fig("six", 6, 6, "killed")),
    ("A grenade wounded two traders returning from a funeral.", fig("two", 2, 2, "wounded")),
    ("Militiamen killed seven villagers fleeing the clashes.", fig("seven", 7, 7, "killed")),
    ("Police freed nine drivers kidnapped in the hills.", fig("nine", 9, 9, "freed")),
    ("Raiders killed three families displaced by the drought.", fig("three", 3, 3, "killed")),
    ("The guards held 30 villagers wounded in the raid.", fig("30", 30, 30, "captured")),
    ("Hospitals took in 30 villagers wounded in the raid.", fig("30", 30, 30, "wounded")),
    ("Officers asked 50 families to leave their homes.", fig("50", 50, 50, "strength")),
    ("Shelling has forced 40,000 people to flee.", fig("40,000", 40_000, 40_000, "displaced")),
    ("The advance forced 900 families to leave their homes.", fig("900", 900, 900, "displaced")),
    ("The army burned down five villages.", fig("five", 5, 5, "destroyed")),
    ("The army captured five villages.", fig("five", 5, 5, "territory")),
    ("Bandits burned three women alive.", fig("three", 3, 3, "killed")),
    ("Bandits burned alive three women.", fig("three", 3, 3, "killed")),
    ("Two of the burned men are alive.", fig("Two", 2, 2, "wounded")),
    ("Two houses were burned in addition to four cars.", fig("Two", 2, 2, "destroyed"), fig("four", 4, 4, "destroyed")),
    ("Police found a clerk shot to death, along with two nurses who had been shot too.", fig("two", 2, 2, "casualties")),
    ("Troops of the 7 Division killed nine rebels.", fig("nine", 9, 9, "killed")),
]

BROKEN_DOWN = [
    (
        "The raid killed 15 guards. Guards at the gate exchanged fire with the raiders, killing seven of them.",
        fig("15", 15, 15, "killed"),
        fig("seven", 7, 7, "killed"),
    ),
    (
        "Gunmen held nine guards. A man who had told the police of them killed four of them.",
        fig("nine", 9, 9, "captured"),
        fig("four", 4, 4, "killed", part="nine"),
    ),
    (
        "The raid left nine dead: eight guards and a nurse.",
        fig("nine", 9, 9, "killed", status="mixed"),
        fig("eight", 8, 8, "killed", part="nine"),
        fig("a", 1, 1, "killed", part="nine"),
    ),
    (
        "Monitors counted 11 killings (six women, three children, two men) in June.",
        fig("11", 11, 11, "killed"),
        fig("six", 6, 6, "killed", part="11"),
        fig("three", 3, 3, "killed", part="11"),
        fig("two", 2, 2, "killed", part="11"),
    ),
    (
        "The shell killed seven: four guards, two drivers and a nurse.",
        fig("seven", 7, 7, "killed"),
        fig("four", 4, 4, "killed", part="seven", whom="guards"),
        fig("two", 2, 2, "killed", part="seven"),
        fig("a", 1, 1, "killed", part="seven"),
    ),
    (
        "The strikes killed 27 villagers - 20 women and seven children.",
        fig("27", 27, 27, "killed"),
        fig("20", 20, 20, "killed", part="27"),
        fig("seven", 7, 7, "killed", part="27"),
    ),
    (
        "The clashes left 16 dead (nine guards and seven gunmen) and 40 wounded.",
        fig("16", 16, 16, "killed"),
        fig("nine", 9, 9, "killed", part="16"),
        fig("seven", 7, 7, "killed", part="16"),
        fig("40", 40, 40, "wounded", part=None, status="unknown"),
    ),
    (
        "The ministry put the toll at 47, among them nine children.",
        fig("47", 47, 47, "killed"),
        fig("nine", 9, 9, "killed", part="47"),
    ),
    (
        "Of the 26 dead, 14 were gunmen.",
        fig("26", 26, 26, "killed"),
        fig("14", 14, 14, "killed", part="26", whom="gunmen", status="combatant"),
    ),
]

ONCE = [  # an article before a number counts nobody more
    ("At least another 14 villagers were wounded.", fig("At least another 14", 14, None, "wounded", "at_least")),
    ("A family of five was killed in Gao.", fig("five", 5, 5, "killed")),
]

LEFT_OUT = [
    ("Troops killed 31 gunmen and captured 112.", fig("31", 31, 31, "killed"), fig("112", 112, 112, "captured")),
    (
        "Troops killed 31 gunmen on Friday. Four more were captured.",
        fig("31", 31, 31, "killed"),
        fig("Four", 4, 4, "captured"),
    ),
    (
        "The ambush left two dead, bringing to 65 the number of guards killed this year.",
        fig("two", 2, 2, "killed"),
        fig("65", 65, 65, "killed", whom="guards", cumulative=True),
    ),
    (
        "Three villagers were shot dead by a gunman and another wounded by a shell.",
        fig("Three", 3, 3, "killed"),
        fig("another", 1, 1, "wounded", status="civilian"),
    ),
    (
        "Five guards were injured; police arrested 60.",
        fig("Five", 5, 5, "wounded", status="combatant"),
        fig("60", 60, 60, "captured", status="unknown"),
    ),
    ("The group lost eight of its own fighters.", fig("eight", 8, 8, "killed")),
    (
        "Monitors recorded 12 attacks in March. In April they recorded 37.",
        fig("12", 12, 12, "attacks"),
        fig("37", 37, 37, "attacks"),
    ),
]

WRITTEN = [
    ("Some 12k of his men were lost.", fig("Some 12k", 12_000, 12_000, "killed", "about")),
    ("The war killed 30k+ people.", fig("30k+", 30_000, None, "killed", "at_least")),
    ("The blast killed 40+ people.", fig("40+", 40, None, "killed", "at_least")),
    ("Monitors logged 83 ceasefire violations.", fig("83", 83, 83, "attacks")),
    ("The lawyers listed 83 violations of the code.",),
]

ANEW = [
    (
        "The toll from the raid rose from 20 to 24.",
        fig("20", 20, 20, "killed", supersedes=None),
        fig("24", 24, 24, "killed", supersedes="20"),
    ),
    ("From 20 to 24 people were killed.", fig("From 20 to 24", 20, 24, "killed", "between")),
    (
        "Police said five guards were killed. The correct number is four.",
        fig("five", 5, 5, "killed"),
        fig("four", 4, 4, "killed", supersedes="five"),
    ),
]


@pytest.mark.parametrize("case", [*ABOVE, *BROKEN_DOWN, *ONCE, *LEFT_OUT, *WRITTEN, *ANEW], ids=lambda case: case[0])
def test_told(case: Case) -> None:
    """Each sentence gives the figures beside it and no others."""
    check(*case)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A mine killed six farmers returning to their fields.", ["bombing"]),
        ("Militiamen killed seven villagers fleeing the clashes.", ["killing", "armed_clash"]),
    ],
)
def test_what_the_harmed_did(text: str, types: list[str]) -> None:
    """What people did before they were killed is no event of its own, nor the means."""
    assert [e.type for e in coded(text).events] == types
