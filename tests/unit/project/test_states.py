"""The queues: each report stands in the queue that its decisions and findings say, at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.books import DATABASES, coded, empty_place

from onrecord.project import states
from onrecord.project.desk import Desk
from onrecord.project.states import States
from onrecord.records import Finding, Ref
from onrecord.store import Book, Wanted


@pytest.fixture(params=DATABASES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """Four reports."""
    with empty_place(request.param, tmp_path) as where, Book(where) as opened:
        for number in range(1, 5):
            opened.add(coded(number))
        yield opened


def agrees(kept: States) -> dict[str, str]:
    """What is kept up to date is what is counted anew."""
    assert kept.current() == States(kept._book).current()
    return kept.current()


@pytest.mark.parametrize("many", [1, 200])
def test_states_follow_the_log(book: Book, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    """Decided, marked, taken back, checked, dismissed, done by two who differ: one report at a time or all anew."""
    monkeypatch.setattr(states, "MANY", many)
    kept, ann, bob = States(book), Desk(book, "ann"), Desk(book, "bob")
    assert agrees(kept) == {}
    ann.decide("r1", ["f-1"], "accept")
    assert agrees(kept) == {"r1": "in progress"}
    ann.undo()
    assert agrees(kept) == {}
    for desk, verdict in ((ann, "accept"), (bob, "reject")):
        desk.decide("r2", ["f-1"], verdict, "so it is")
        desk.mark("r2", "done")
    ann.mark("r3", "out of scope")
    assert agrees(kept) == {"r2": "disagreement", "r3": "out of scope"}
    book.replace_findings([Finding("k-1", "check.bounds", "error", (Ref("r1", "f-1"), Ref("r4", "f-1")), "x")])
    assert agrees(kept) == {"r1": "check fired", "r2": "disagreement", "r3": "out of scope", "r4": "check fired"}
    book.decide("dismiss", (Ref("", "k-1"),), "ann", "seen")
    assert agrees(kept) == {"r2": "disagreement", "r3": "out of scope"}
    book.add(coded(5))
    assert kept.counts()["new"] == 3


def test_a_queue_is_paged_in_the_order_reports_were_added(book: Book) -> None:
    """With a state, with words of the title, with both."""
    desk = Desk(book, "ann")
    desk.decide("r2", ["f-1"], "accept")
    new = desk.queue(Wanted(), "new", 2, 0)
    assert ([row.report.id for row in new.rows], new.total) == (["r1", "r3"], 3)
    assert [row.report.id for row in desk.queue(Wanted(), "new", 2, 2).rows] == ["r4"]
    found = desk.queue(Wanted("raid2"), None, 10, 0)
    assert [(row.report.id, row.decided, row.state) for row in found.rows] == [("r2", 1, "in progress")]
    assert desk.queue(Wanted("raid2"), "new", 10, 0).total == 0
    assert desk.states.outlets() == ["Desk"]
