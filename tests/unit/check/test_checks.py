"""What checks find in codings made by hand, and what they let pass."""

from collections.abc import Iterable

import pytest
from tests.making import Made, raid

from onrecord import lexicon
from onrecord.check import check
from onrecord.ledger import Account
from onrecord.records import Coding, Incident, Ref


def rules(codings: Iterable[Coding], together: bool = False) -> list[str]:
    """The rules that fire; with `together` the first events of all codings are one incident."""
    kept = list(codings)
    refs = tuple(Ref(c.report.id, c.events[0].id) for c in kept if c.events)
    one = Incident("i-1", "attack", refs, "2017-05-09", 1, "Taiz", 13.6, 44.0, 1, "YE", len(refs), "made")
    return [f.rule for f in check(Account(kept, (one,) if together else ()))]


def breakdown(whole: int, *parts: int) -> Coding:
    """A whole and its parts."""
    text = f"{whole} guards died: {', '.join(f'{n} of kind {k}' for k, n in enumerate(parts))}."
    made = Made("r1", text)
    event = made.event("attack", "died")
    total = made.figure(str(whole), whole, whole, counted="guards", event=event)
    for kind, number in enumerate(parts):
        made.figure(f"{number} of kind {kind}", number, number, event=event, part_of=total)
    return made.coding()


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        (7, (6, 1), []),
        (7, (6, 2), ["check.parts.exceed"]),
        (7, (8,), ["check.parts.exceed"]),
        (9, (4, 3), ["check.parts.disagree"]),
        (9, (4,), []),
    ],
)
def test_parts_against_wholes(whole: int, parts: tuple[int, ...], expected: list[str]) -> None:
    """Parts may equal their whole, never exceed it; two exact parts right after it should fill it."""
    assert rules([breakdown(whole, *parts)]) == expected


def test_some_of_the_parts_need_not_fill_the_whole() -> None:
    """ "Nine died, including four women and three children" says nothing of the other two."""
    made = Made("r1", "Nine guards died, including four women and three children.")
    event = made.event("attack", "died")
    total = made.figure("Nine", 9, 9, counted="guards", event=event)
    made.figure("four", 4, 4, counted="women", event=event, part_of=total)
    made.figure("three", 3, 3, counted="children", event=event, part_of=total)
    assert rules([made.coding()]) == []


def toll(id: str, number: int, published: str, who: str = "The ministry", bound: str = "exact") -> Coding:
    """A running total since 1 May in Taiz."""
    made = Made(id, f"{who} said {number} people were killed in Taiz since 1 May.", published=published, outlet="Wire")
    said = made.says(made.actor(who, "government"), "said", f"{number} people were killed")
    made.figure(
        str(number),
        None if bound == "at_most" else number,
        None if bound == "at_least" else number,
        bound,
        counted="people",
        said=said,
        time=made.time("since 1 May", "2017-05-01/..", 5),
        place=made.place("Taiz", 13.5795, 44.0209),
        cumulative=True,
    )
    return made.coding()


def test_running_totals_do_not_fall() -> None:
    """Ninety, then seventy by the same ministry is a finding; by another speaker, or rising, it is none."""
    assert rules([toll("r1", 90, "2017-05-10"), toll("r2", 70, "2017-05-20")]) == ["check.toll.falls"]
    assert rules([toll("r1", 90, "2017-05-10"), toll("r2", 95, "2017-05-20")]) == []
    assert "check.toll.falls" not in rules([toll("r1", 90, "2017-05-10"), toll("r2", 70, "2017-05-20", "The union")])


def test_incidents_inside_a_toll_are_not_more_than_it() -> None:
    """Six and nine soldiers dead within a toll of no more than ten."""
    raids = [raid("r1"), raid("r2", "nine", 9, 9, day="2017-05-04", speaker="The mayor")]
    assert rules([*raids, toll("r3", 10, "2017-05-20", bound="at_most")]) == ["check.toll.exceeded"]
    assert rules([*raids, toll("r3", 15, "2017-05-20", bound="at_most")]) == []
    assert rules([*raids, toll("r3", 10, "2017-05-20", bound="at_least")]) == []


def test_bounds_that_exclude_one_another() -> None:
    """At least sixty against no more than forty, of the same soldiers in one incident."""
    army = raid("r1", "at least sixty", 60, None, "at_least", speaker="The army spokesman")
    rebels = raid("r2", "no more than forty", None, 40, "at_most", speaker="A rebel", outlet="Post")
    assert rules([army, rebels], together=True) == ["check.bounds.disagree"]
    assert rules([army, rebels]) == []
    assert (
        rules(
            [raid("r1", "at least sixty", 60, None, "at_least"), raid("r2", "seventy", 70, 70, speaker="B", outlet="Post")], True
        )
        == []
    )


def test_one_speaker_against_himself() -> None:
    """Six and then four soldiers by one speaker in one report is an error, not a rival account."""
    made = Made("r1", "The mayor said at least six soldiers died. Four soldiers died, he said.")
    mayor = made.actor("The mayor", "person")
    event = made.event("attack", "died")
    for words, content, low, high in (
        ("at least six", "at least six soldiers died", 6, None),
        ("Four", "Four soldiers died", 4, 4),
    ):
        made.figure(words, low, high, counted="soldiers", event=event, said=made.says(mayor, "said", content), status="combatant")
    assert rules([made.coding()]) == ["check.bounds.same_speaker"]


def test_two_unnamed_sources_may_be_two() -> None:
    """What is "reportedly" so twice need not come from one speaker."""
    made = Made("r1", "At least six soldiers reportedly died. Four soldiers were said to have died.")
    event = made.event("attack", "died")
    for words, cue, content, low, high in (
        ("At least six", "reportedly", "At least six soldiers reportedly died", 6, None),
        ("Four", "were said", "Four soldiers were said to have died", 4, 4),
    ):
        made.figure(words, low, high, counted="soldiers", event=event, said=made.says(None, cue, content), status="combatant")
    assert rules([made.coding()]) == []


def test_nothing_happens_after_its_report() -> None:
    """A raid of 9 May in a report of 1 May; a day's difference may be the time zone's."""
    assert rules([raid(published="2017-05-01")]) == ["check.date.after_report"]
    assert rules([raid(published="2017-05-08")]) == []
    assert rules([raid(published=None)]) == []


def test_a_time_does_not_run_backwards() -> None:
    """An interval that ends before it starts."""
    assert rules([raid(day="2017-05-09/2017-05-03")]) == ["check.date.backwards"]


def test_one_incident_in_two_far_towns() -> None:
    """Taiz and Aden are further apart than one raid reaches."""
    made = Made("r2", "Rebels raided a post in Aden on 9 May.")
    made.event("attack", "raided", time=made.time("9 May", "2017-05-09"), place=made.place("Aden", 12.7794, 45.0367))
    assert rules([raid(), made.coding()], together=True) == ["check.place.far"]


def killed_on(id: str, day: str) -> Coding:
    """A mayor's death."""
    made = Made(id, "Omar Haddad was killed that day.", published="2017-09-01")
    made.event("killing", "killed", to=(made.actor("Omar Haddad", "person"),), time=made.time("that day", day))
    return made.coding()


def test_nobody_dies_twice() -> None:
    """One person killed in May and in June; two reports of one day are no finding."""
    assert rules([killed_on("r1", "2017-05-09"), killed_on("r2", "2017-06-09")]) == ["check.victim.twice"]
    assert rules([killed_on("r1", "2017-05-09"), killed_on("r2", "2017-05-09")]) == []
    assert rules([killed_on("r1", "2017-05-09"), killed_on("r2", "2017-05")]) == []


def test_copied_figures() -> None:
    """Two papers print the governor's six: one source. With a speaker of their own they are two."""
    assert rules([raid("r1"), raid("r2", outlet="Post")], together=True) == ["check.copied"]
    assert rules([raid("r1"), raid("r2", outlet="Post", speaker="The mayor")], together=True) == []


def test_ids_hold_when_checks_run_again() -> None:
    """The same account gives the same findings, so that a dismissal holds; each names its figures."""
    codings = [breakdown(7, 6, 2)]
    one, again = check(Account(codings)), check(Account(codings))
    assert one == again
    assert one[0].severity == "error"
    assert "“7 guards” killed (the report itself; Wire, 2017-05-10)" in one[0].words
    assert Ref("r1", "f0") in one[0].records


def test_every_rule_is_in_the_table() -> None:
    """Rules have a severity, a meaning and an example."""
    assert all(r["severity"] in ("error", "warning", "note") and r["words"] and r["example"] for r in lexicon.rows("checks"))
