"""Events of different reports become one incident when they are one happening, and only then."""

import pytest
from tests.unit.link.makers import Told, report

from onrecord.link import Linked, link
from onrecord.link.weigh import contradicts
from onrecord.records import Coding, Link


def together(codings: list[Coding]) -> list[list[str]]:
    """The ids of the events of each incident, ordered."""
    return sorted(sorted(ref.record for ref in one.events) for one in link(codings).incidents)


PAIRS = [
    # (told in one report, told in another, whether it is one happening)
    (Told(killed=(12, None)), Told(killed=(17, 17)), True),
    (Told(type="attack"), Told(type="killing"), True),
    (Told(when=None), Told(), True),
    (Told(when=None, by=None), Told(town="Mopti"), False),
    (Told(victim="Moussa Cisse", killed=(1, 1)), Told(victim="Moussa Cisse", killed=(1, 1), when=None), True),
    (Told(), Told(when="2024-03-19"), False),
    (Told(when="XXXX-03-06"), Told(), True),
    (Told(), Told(town="Aden"), False),
    (Told(), Told(town="Mopti", when="2024-03-01"), False),
    (Told(type="airstrike", by="army"), Told(type="suicide_bombing"), False),
    (Told(type="attack"), Told(type="abduction"), False),
    (Told(killed=(12, 12)), Told(killed=(240, 240), cumulative=True), False),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_pairs(one: Told, other: Told, same: bool) -> None:
    """Time, place, kind, victims and tolls decide; a running toll is never an incident's."""
    assert (len(together([report("a", one), report("b", other)])) == 1) is same


def test_rival_tolls_are_one_incident() -> None:
    """Twelve, nine and seventeen dead of one attack are three figures on one incident, not three incidents."""
    codings = [report(name, Told(killed=toll)) for name, toll in (("a", (12, None)), ("b", (9, 9)), ("c", (17, 17)))]
    assert together(codings) == [["e-a0", "e-b0", "e-c0"]]


def test_a_denied_toll_stands_with_its_incident() -> None:
    """ "We deny that 17 died" is told of the one attack it can be of, and of none where there are two."""
    denied, away = Told(type="killing", by=None, town=None, killed=(17, 17), realis="denied"), Told(town="Mopti")
    assert together([report("a", Told(killed=(9, 9)), denied)]) == [["e-a0", "e-a1"]]
    assert together([report("a", Told(killed=(9, 9)), away, denied)]) == [["e-a0"], ["e-a1"]]


@pytest.mark.parametrize(
    ("levels", "against"),
    [
        ({"time": "month", "place": "other_country", "text": "11", "title": "5"}, True),
        ({"time": "week", "place": "far", "text": "11"}, True),
        ({"time": "same_day", "place": "far", "text": "11"}, False),
        ({"time": "month", "place": "other_country", "people": "several_rare"}, False),
    ],
)
def test_contradictions(levels: dict[str, str], against: bool) -> None:
    """Facts against cannot be outweighed by words; that several rare names are shared shows that a fact was misread."""
    assert contradicts(levels) is against


def test_never_over_a_contradiction() -> None:
    """A report between two that contradict each other joins one of them, never both."""
    last = Told(town="Aden", when="2024-02-25", victim=None)
    codings = [report("a", Told()), report("b", Told(town=None, when=None)), report("c", last, published="2024-02-26")]
    homes = [{ref.report for ref in one.events} for one in link(codings).incidents]
    assert not any({"a", "c"} <= home for home in homes)


def test_events_of_one_report() -> None:
    """An attack and the deaths in it are one happening, the attack on another town another."""
    coding = report("a", Told(), Told(type="killing", when=None, by=None), Told(town="Mopti"))
    assert together([coding]) == [["e-a0", "e-a1"], ["e-a2"]]


def test_a_list_of_strikes_is_one_incident_a_town() -> None:
    """A strike here and a strike there are two incidents, also under a sum that names only their region."""
    gao, bourem = Told(type="airstrike", by="army"), Told(type="airstrike", by="army", town="Bourem")
    region = Told(type="airstrike", by="army", town="Gao region")
    assert together([report("a", region, gao, bourem)]) == [["e-a0"], ["e-a1"], ["e-a2"]]
    assert together([report("a", region, gao)]) == [["e-a0", "e-a1"]]


def test_undated_accounts_are_no_happening_for_want_of_a_day() -> None:
    """A raid by the same group in the same town, neither report nor raid dated, may be any of its raids there."""
    undated = Told(when=None)
    assert len(together([report("a", undated, published=None), report("b", undated, published=None)])) == 2


def test_only_actual_events() -> None:
    """What was threatened or denied is no incident."""
    assert together([report("a", Told(), Told(realis="threatened"))]) == [["e-a0"]]


def test_incident_takes_the_most_exact() -> None:
    """Its time and place are the most exact that its events agree on, its type the one that tells the means."""
    found = link(
        [report("a", Told(when="2024-03", victim="Moussa Cisse")), report("b", Told(type="shelling", victim="Moussa Cisse"))]
    )
    (one,) = found.incidents
    assert (one.edtf, one.date_prec, one.place, one.type, one.country) == ("2024-03-06", 1, "Gao", "shelling", "ML")


def test_a_quarter_names_the_incident_before_its_town() -> None:
    """One report puts it in Gao, another in a quarter that has Gao's point: the quarter says more."""
    (one,) = link(
        [report("a", Told(victim="Moussa Cisse")), report("b", Told(town="Gao market", victim="Moussa Cisse"))]
    ).incidents
    assert (one.place, one.where_prec) == ("Gao market", 2)


def test_the_same_run_twice() -> None:
    """The order of the reports changes nothing; ids stay when the members do, though a report comes in."""
    codings = [report(name, Told(killed=(12, 12))) for name in "abc"] + [report("d", Told(town="Aden"))]
    first, again = link(codings), link(codings[::-1])
    assert (first.incidents, first.links) == (again.incidents, again.links)
    more = link([*codings, report("e", Told(town="Mopti", when="2023-01-01"), published="2023-01-02")])
    assert {one.id for one in first.incidents} < {one.id for one in more.incidents}


def test_reasons_are_weighed_and_worded() -> None:
    """A link's score is the sum of its reasons' weights, and they say what they are about."""
    pair = _only_link(link([report("a", Told(killed=(12, 12))), report("b", Told(killed=(12, 12)))]))
    assert pair.verdict == "same"
    assert pair.score == pytest.approx(sum(reason.weight for reason in pair.reasons), abs=0.01)
    assert {reason.name: reason.words for reason in pair.reasons}["killed.equal_many"] == "both count 12 killed"


def _only_link(found: Linked) -> Link:
    (pair,) = found.links
    return pair


@pytest.mark.parametrize("codings", [[], [report("a")], [report("a", Told(when=None, town=None, by=None), published=None)]])
def test_little_to_go_by(codings: list[Coding]) -> None:
    """No report, no event, or an event of which nothing is known: nothing is linked and nothing fails."""
    assert link(codings).links == ()
