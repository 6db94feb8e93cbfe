"""The reviewed state: a fold of the machine coding and the decisions on it."""

from dataclasses import replace

import pytest
from tests.books import coded

from onrecord.errors import UsageError
from onrecord.records import Coding, Decision, Ref
from onrecord.review import by_id, reviewed, unmatched

CODING = coded()


def made(verdict: str, record: str, change: str | None = None, withdrawn: bool = False, report: str = "r1") -> Decision:
    """A decision on a record of the coding."""
    at = "2026-01-02T00:00:00+00:00"
    return Decision("d1", verdict, (Ref(report, record),), "ann", at, None, change, at if withdrawn else None)


def test_without_decisions_the_coding_stands() -> None:
    """Nothing is changed, and an accepted record is as the program made it."""
    assert reviewed(CODING, ()) == CODING
    assert reviewed(CODING, (made("accept", "f-1"),)) == CODING


def test_a_rejected_record_goes_with_what_refers_to_it() -> None:
    """A rejected event leaves its figure without event; a rejected actor leaves no role."""
    without_event = reviewed(CODING, (made("reject", "e-1"),))
    assert without_event.events == ()
    assert without_event.figures[0].event is None
    without_actor = reviewed(CODING, (made("reject", "a-1"),))
    assert without_actor.events[0].to == ()
    assert without_actor.figures[0].whom is None


def test_an_edit_sets_its_fields_and_the_rule() -> None:
    """Two edits add up; what was edited says so."""
    fig = reviewed(CODING, (made("edit", "f-1", '{"low": 5}'), made("edit", "f-1", '{"bound": "exact", "high": 5}'))).figures[0]
    assert (fig.low, fig.high, fig.bound, fig.rule) == (5, 5, "exact", "review.edit")
    assert fig.span == CODING.figures[0].span


@pytest.mark.parametrize(
    ("decisions", "stays"),
    [
        ((made("reject", "f-1"), made("accept", "f-1")), True),
        ((made("accept", "f-1"), made("reject", "f-1")), False),
        ((made("reject", "f-1", withdrawn=True),), True),
        ((made("reject", "f-1", report="r2"),), True),
        ((made("reject", "f-1"), made("edit", "f-1", '{"low": 5}')), True),
    ],
)
def test_the_last_word_stands(decisions: tuple[Decision, ...], stays: bool) -> None:
    """Withdrawn decisions and those on other reports count for nothing."""
    assert bool(reviewed(CODING, decisions).figures) == stays


def newer(**figure: object) -> Coding:
    """A coding of the same text by a newer version that found the figure elsewhere."""
    fig = replace(CODING.figures[0], id="f-2", **figure)  # type: ignore[arg-type]
    shot = replace(CODING.events[0], figures=("f-2",))
    return replace(CODING, figures=(fig,), events=(shot,), version="2.0")


def test_an_accepted_record_outlives_a_newer_version() -> None:
    """It stands in place of the undecided one that overlaps it, and the event keeps its figure."""
    state = reviewed(newer(span=(26, 30), low=4.0, high=4.0, bound="exact"), (made("accept", "f-1"),), [CODING])
    assert state.figures == CODING.figures
    assert state.events[0].figures == ("f-1",)


def test_an_edit_outlives_a_newer_version() -> None:
    """The edit is applied to the record as it was."""
    state = reviewed(newer(span=(26, 30)), (made("edit", "f-1", '{"low": 5}'),), [CODING])
    assert [(fig.id, fig.low) for fig in state.figures] == [("f-1", 5)]


def test_a_record_that_overlaps_nothing_stands_beside() -> None:
    """What the newer version found elsewhere stays."""
    state = reviewed(newer(span=(0, 6)), (made("accept", "f-1"),), [CODING])
    assert {fig.id for fig in state.figures} == {"f-1", "f-2"}


def test_what_a_kept_record_refers_to_comes_with_it() -> None:
    """The actor and the statement that the newer version no longer has; no reference points to nothing."""
    bare = replace(CODING, actors=(), statements=(), figures=(), events=(), version="2.0")
    state = reviewed(bare, (made("accept", "f-1"),), [CODING])
    assert {"f-1", "a-1", "a-2", "s-1"} <= by_id(state).keys()
    assert state.figures[0].event is None


def test_a_rejection_says_nothing_of_other_records() -> None:
    """The newer version's figure is another reading: it stays, and the decision is told of as unmatched."""
    coding = newer(span=(26, 30))
    rejection = made("reject", "f-1")
    assert [fig.id for fig in reviewed(coding, (rejection,), [CODING]).figures] == ["f-2"]
    assert unmatched(coding, (rejection,)) == (rejection,)
    assert unmatched(CODING, (rejection,)) == ()


def test_an_edit_that_is_no_json_is_refused() -> None:
    """With the record's id."""
    with pytest.raises(UsageError, match="f-1"):
        reviewed(CODING, (made("edit", "f-1", "low = 5"),))
