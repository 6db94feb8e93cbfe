"""What analysts decide on pairs of events is obeyed, the newest word first."""

import pytest
from tests.unit.link.makers import Told, decision, report

from onrecord.link import link
from onrecord.records import Decision

ALIKE = [report("a", Told(killed=(12, 12))), report("b", Told(killed=(12, 12)))]
UNLIKE = [report("a", Told()), report("b", Told(town="Aden", when="2023-03-06"), published="2023-03-07")]
A, B = "a/e-a0", "b/e-b0"


def groups(codings: list, *made: Decision) -> int:  # type: ignore[type-arg]
    """How many incidents there are."""
    return len(link(codings, made).incidents)


def test_same_prevails_over_a_contradiction() -> None:
    """Two events that contradict each other are one incident when an analyst says so."""
    assert (groups(UNLIKE), groups(UNLIKE, decision("same", A, B))) == (2, 1)


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_apart_prevails_over_the_score(verdict: str) -> None:
    """Two events that are alike stay apart when an analyst says so, and the link names the decision."""
    found = link(ALIKE, [decision(verdict, A, B)])
    assert len(found.incidents) == 2
    assert [(pair.verdict, pair.rule) for pair in found.links] == [(verdict, "link.decision")]


def test_unsure_makes_rivals() -> None:
    """What an analyst left open shows as rivals of one another."""
    one, other = link(ALIKE, [decision("unsure", A, B)]).incidents
    assert (one.rivals, other.rivals) == ((other.id,), (one.id,))


def test_newer_decision_stands() -> None:
    """Of two decisions on a pair the newer one holds, and the older one is told as unheeded."""
    found = link(ALIKE, [decision("same", A, B, 1), decision("different", A, B, 2)])
    assert (len(found.incidents), found.unheeded) == (2, ("d1",))


def test_withdrawn_decision() -> None:
    """A decision that was withdrawn counts no more."""
    assert groups(ALIKE, decision("different", A, B, withdrawn="2024-05-01T00:00:00+00:00")) == 1


def test_same_cannot_bridge_different() -> None:
    """a is c and b is c, but a is not b: the newest decisions hold and the oldest is told as unheeded."""
    codings = [*ALIKE, report("c", Told(killed=(12, 12)))]
    made = [decision("same", A, "c/e-c0", 1), decision("same", B, "c/e-c0", 2), decision("different", A, B, 3)]
    found = link(codings, made)
    assert found.unheeded == ("d1",)
    assert sorted(sorted(ref.record for ref in one.events) for one in found.incidents) == [["e-a0"], ["e-b0", "e-c0"]]


def test_different_within_a_report() -> None:
    """Events of one report taken as one happening come apart when an analyst says so."""
    coding = [report("a", Told(), Told(type="killing"))]
    assert (groups(coding), groups(coding, decision("different", A, "a/e-a1"))) == (1, 2)


def test_event_that_is_gone() -> None:
    """A decision on an event that the codings no longer have is told as unheeded."""
    assert link(ALIKE, [decision("same", A, "b/e-gone")]).unheeded == ("d1",)
