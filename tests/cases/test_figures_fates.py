"""What is done to those counted, in the words of many kinds of report: phrasal verbs, deeds by noun, rolls of the dead."""

import pytest
from tests.cases.test_figures_told import Case
from tests.cases.test_quantify import check, coded, fig

STRUCK = [  # each sentence that acts stands before one that only looks like it
    ("Jets knocked out two tanks and a bunker.", fig("two", 2, 2, "destroyed"), fig("a", 1, 1, "destroyed")),
    ("Jets flew out two nurses.", fig("two", 2, 2, "strength")),
    ("Gunners took out three towers.", fig("three", 3, 3, "destroyed")),
    ("The clerk took three towers for a castle.",),
    ("The army lost 30 men and two jeeps.", fig("30", 30, 30, "killed"), fig("two", 2, 2, "destroyed")),
    ("Bandits handed over 25 rebels to the army.", fig("25", 25, 25, "captured", "exact")),
    ("The ambush killed over 25 rebels.", fig("over 25", 26, None, "killed", "more_than")),
    ("The blast caused damage to three shops.", fig("three", 3, 3, "destroyed")),
    ("A helicopter struck a group of fighters.",),
    ("A helicopter struck a convoy of trucks.", fig("a", 1, 1, "destroyed")),
    ("The blast brought aid to three shops.", fig("three", 3, 3, "other")),
    ("Police reported the destruction of two labs.", fig("two", 2, 2, "destroyed")),
    ("Rebels deplored the release of six guards.", fig("six", 6, 6, "freed")),
    ("A raider finished off two guards.", fig("two", 2, 2, "killed")),
]

FATES = [
    ("Gunmen seized two traders and later killed them.", fig("two", 2, 2, "killed")),
    ("Gunmen seized two traders and later fed them.", fig("two", 2, 2, "captured")),
    ("A drone caught two raiders and despatched both.", fig("two", 2, 2, "killed")),
    ("Rebels let six nurses go.", fig("six", 6, 6, "freed")),
    ("Rebels let six nurses rest.", fig("six", 6, 6, "strength")),
    ("Six families sheltered in a church.", fig("Six", 6, 6, "displaced")),
    ("The raids killed and wounded dozens of rebels.", fig("dozens", None, None, "casualties", "vague")),
    ("The raids wounded dozens of rebels.", fig("dozens", None, None, "wounded", "vague")),
    ("Two guards died and four sustained burns.", fig("Two", 2, 2, "killed"), fig("four", 4, 4, "wounded")),
    (
        "Twelve men were convicted and three were acquitted.",
        fig("Twelve", 12, 12, "other"),
        fig("three", 3, 3, "freed"),
    ),
    (
        "About 50 rebels, of whom 13 were killed, took part.",
        fig("About 50", 50, 50, "strength", "about"),
        fig("13", 13, 13, "killed", part="About 50"),
    ),
    (
        "Twenty people died, and dozens more were hurt.",
        fig("Twenty", 20, 20, "killed"),
        fig("dozens", None, None, "wounded", "vague", part=None),
    ),
]

COUNTED = [
    ("The raiders numbered about 60.", fig("about 60", 60, 60, "strength", "about", whom="raiders", status="combatant")),
    ("The raiders walked about 60.",),
    ("The colonel put the rebels' dead at seven.", fig("seven", 7, 7, "killed")),
    ("The colonel put the rebels' train at seven.",),
    ("She put at 58 the number of rebels killed since May.", fig("58", 58, 58, "killed", whom="rebels")),
    ("The blast killed 31 people and hurt 40.", fig("31", 31, 31, "killed"), fig("40", 40, 40, "wounded")),
    ("Gangs killed 41 people, up from 36 in March.", fig("41", 41, 41, "killed"), fig("36", 36, 36, "killed")),
    ("Gangs killed 41 people, up from 2019.", fig("41", 41, 41, "killed")),
    ("The band had 300 men; it is down to fewer than 80.", fig("300", 300, 300, "strength"), fig("fewer than 80", None, 79, "strength", "fewer_than")),
    ("There were no reports of casualties.", fig("no", 0, 0, "casualties")),
    ("There were no reports of talks.",),
]  # fmt: skip

ROLLS = [
    (
        "Nine people died. Among the dead were five of the guards and a driver.",
        fig("Nine", 9, 9, "killed"),
        fig("five", 5, 5, "killed", part="Nine"),
        fig("a", 1, 1, "killed", part="Nine"),
    ),
    (
        "Nine people died. Among the guests were five nurses.",
        fig("Nine", 9, 9, "killed"),
        fig("five", 5, 5, "strength", part=None),
    ),
    (
        "The blast hurt 20. The wounded include at least six children.",
        fig("20", 20, 20, "wounded"),
        fig("at least six", 6, None, "wounded", "at_least", part="20"),
    ),
    ("The band includes six children.", fig("six", 6, 6, "strength")),
    (
        "Among the 12 dead were two brothers.",
        fig("12", 12, 12, "killed"),
        fig("two", 2, 2, "killed", part="12"),
    ),
    ("The detained were two lawyers.", fig("two", 2, 2, "captured", part=None)),
]

NESTED = [
    (
        "Jets flew 16 strikes. In the north they flew 11 strikes. Near Gao, four strikes hit the hills. Near Tabankort, seven"
        " strikes hit the plain. In the south they flew five strikes. Near Sama, two strikes hit the hills. Near Segou, three"
        " strikes hit the plain.",
        fig("16", 16, 16, "attacks", part=None),
        fig("11", 11, 11, "attacks", part="16"),
        fig("four", 4, 4, "attacks", part="11"),
        fig("seven", 7, 7, "attacks", part="11"),
        fig("five", 5, 5, "attacks", part="16"),
        fig("two", 2, 2, "attacks", part="five"),
        fig("three", 3, 3, "attacks", part="five"),
    ),
    (
        "Jets flew ten strikes. Near Gao, five strikes hit the hills. Near Sama, two strikes hit the plain. Near Segou, three"
        " strikes hit the coast.",
        fig("ten", 10, 10, "attacks", part=None),
        fig("five", 5, 5, "attacks", part="ten"),
        fig("two", 2, 2, "attacks", part="ten"),
        fig("three", 3, 3, "attacks", part="ten"),
    ),
]

ONE_MORE = [
    ("Two men were killed and a third was wounded.", fig("Two", 2, 2, "killed"), fig("a third", 1, 1, "wounded")),
    ("Two men were killed and a third of the town burned.", fig("Two", 2, 2, "killed"), fig("a third", 0.333333, 0.333333, "territory_share")),
    ("Jets bombed a rebel barracks.", fig("a", 1, 1, "destroyed")),
    ("Jets bombed rebel barracks.",),
    ("Seven men were hurt, among them a boy of nine.", fig("Seven", 7, 7, "wounded"), fig("a", 1, 1, "wounded", part="Seven")),
    (
        "The army killed the mayor along with two other men.",
        fig("two", 2, 2, "killed"),
    ),
    ("The army raided the town along with two patrols.", fig("two", 2, 2, "strength")),
    ("She praised the arrest on Friday of four suspects by the guards.", fig("four", 4, 4, "captured")),
    ("She praised the talks on Friday of four suspects with the guards.", fig("four", 4, 4, "strength")),
    ("A bomb did serious damage but claimed no victims.", fig("no", 0, 0, "casualties")),
    ("Two guards died when their jeep struck an explosive device.", fig("Two", 2, 2, "killed")),
    ("Two guards died when a shell struck a truck.", fig("Two", 2, 2, "killed"), fig("a", 1, 1, "destroyed")),
    ("Reporters interviewed 40 villagers.",),
    ("Soldiers guarded 40 villagers.", fig("40", 40, 40, "strength")),
    ("Shells destroyed two firing points.", fig("two", 2, 2, "destroyed")),
    ("Shells destroyed two talking points.",),
    ("A trio of gunmen shot dead a pair of guards.", fig("A trio", 3, 3, "strength"), fig("a pair", 2, 2, "killed")),
    ("The paper blamed 67 per cent of the deaths on rebels.", fig("67 per cent", 0.67, 0.67, "killed")),
]  # fmt: skip

SHARED = [
    (
        "Gangs killed eleven men in the space of six days. Three of the eleven came from Gao.",
        fig("eleven", 11, 11, "killed", cumulative=True),
        fig("Three", 3, 3, "killed", part="eleven"),
    ),
    (
        "Gangs killed eleven men in the space of a yard. Three of the nine came from Gao.",
        fig("eleven", 11, 11, "killed", cumulative=False),
    ),
    (
        "Gunmen took four men. One of them was a teacher.",
        fig("four", 4, 4, "strength"),
        fig("One", 1, 1, "strength", whom="them"),
    ),
]

SPREAD = [
    (
        "Gunmen took nine boys captive. Two escaped and three were found dead.",
        fig("nine", 9, 9, "captured"),
        fig("Two", 2, 2, "freed", whom="boys", status="civilian"),
        fig("three", 3, 3, "killed", whom="boys"),
    ),
    (
        "Gunmen killed nine boys. Two were hurt in Gao.",
        fig("nine", 9, 9, "killed"),
        fig("Two", 2, 2, "wounded", whom=None),
    ),
    (
        "The raids killed 12 people in Gao, 40 in Sama and three in Segou.",
        fig("12", 12, 12, "killed"),
        fig("40", 40, 40, "killed"),
        fig("three", 3, 3, "killed"),
    ),
    ("The raids killed 12 people on May 3 and 4 in Gao.", fig("12", 12, 12, "killed")),
    ("Ten guards died, while 40 were fed.", fig("Ten", 10, 10, "killed"), fig("40", 40, 40, "strength")),
    ("Ten guards died, while 40 were saved.", fig("Ten", 10, 10, "killed"), fig("40", 40, 40, "freed")),
    (
        "A total of nine people were shot; two of them did not survive.",
        fig("nine", 9, 9, "casualties"),
        fig("two", 2, 2, "killed", part="nine"),
    ),
    ("The number of guards hurt on Friday rose to nine.", fig("nine", 9, 9, "wounded")),
    (
        "Of the 1,200 guards, 300 were killed and 500 captured.",
        fig("1,200", 1200, 1200, "strength"),
        fig("300", 300, 300, "killed", part="1,200"),
        fig("500", 500, 500, "captured", part="1,200"),
    ),
    ("Some 400 strong, the rebels attacked the post.", fig("Some 400", 400, 400, "strength", "about", whom="the rebels")),
    ("Some 400 yards off, the rebels attacked the post.",),
    ("Two men ran outside and were struck.", fig("Two", 2, 2, "casualties")),
    ("Two men ran outside and were fed.", fig("Two", 2, 2, "strength")),
    ("Four drivers are expected to recover.", fig("Four", 4, 4, "wounded")),
    ("Four drivers are expected to arrive.", fig("Four", 4, 4, "strength")),
    ("Two gunmen fled.", fig("Two", 2, 2, "strength")),
    ("Two inmates fled.", fig("Two", 2, 2, "freed")),
    ("Two families fled.", fig("Two", 2, 2, "displaced")),
    ("The men, 15 and 16, left.",),
    ("There was damage but no victims.", fig("no", 0, 0, "casualties")),
    ("No victim has come forward.",),
    ("A boy of 12 was shot.", fig("A", 1, 1, "casualties")),
    ("A mother of six was killed.", fig("A", 1, 1, "killed")),
    ("A gang of six was killed.", fig("six", 6, 6, "killed")),
    ("The army lost contact with two pilots.", fig("two", 2, 2, "strength")),
    ("The army lost two pilots.", fig("two", 2, 2, "killed")),
    ("Rebels burned two men alive.", fig("two", 2, 2, "killed")),
    ("Divers found two men alive.", fig("two", 2, 2, "other")),
    ("Police suspect him of the murder of his wife, two sons and a guard.", fig("two", 2, 2, "killed"), fig("a", 1, 1, "killed")),
    ("After the shooting of a trader, two suspects fled.", fig("a", 1, 1, "casualties"), fig("two", 2, 2, "strength")),
    ("After the killing of a trader, two men went home.", fig("a", 1, 1, "killed"), fig("two", 2, 2, "strength")),
    (
        "The rebels, some 300 strong, stormed the post and killed nine.",
        fig("some 300", 300, 300, "strength", "about"),
        fig("nine", 9, 9, "killed", whom=None),
    ),
    (
        "Sixty guards came under fire and lost nine.",
        fig("Sixty", 60, 60, "strength"),
        fig("nine", 9, 9, "killed", whom="guards"),
    ),
]


@pytest.mark.parametrize(
    "case", [*STRUCK, *FATES, *COUNTED, *ROLLS, *NESTED, *ONE_MORE, *SHARED, *SPREAD], ids=lambda case: case[0]
)
def test_fates(case: Case) -> None:
    """Each sentence gives the figures beside it and no others."""
    check(*case)


def test_losses_are_those_of_the_side_that_owns_them() -> None:
    """Those counted by "the militia's dead" are the militia."""
    coding = coded("The colonel put the Harbour Militia's dead at seven.")
    names = {a.id: a.name for a in coding.actors}
    assert [names.get(f.whom or "") for f in coding.figures] == ["Harbour Militia"]
