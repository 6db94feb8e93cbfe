"""Decisions: appended, withdrawn, never overwritten."""

import pytest
from tests.books import coded, recoded

from onrecord.errors import UsageError
from onrecord.records import Ref
from onrecord.store import Book

EVENT, OTHER = Ref("r1", "e-1"), Ref("r2", "e-1")


@pytest.fixture(autouse=True)
def filled(book: Book) -> None:
    """Two reports to decide on."""
    for number in (1, 2):
        book.add(coded(number))


def test_a_decision_comes_back_as_it_was_made(book: Book) -> None:
    """With its subject in order, its reason and its change."""
    made = book.decide("same", (OTHER, EVENT), "ann", "both name the bridge")
    edit = book.decide("edit", (Ref("r1", "f-1"),), "bob", change='{"low": 5}')
    assert book.decisions() == [made, edit]
    assert book.decisions("same") == [made]
    assert made.subject == (OTHER, EVENT)
    assert (edit.change, edit.reason, edit.by) == ('{"low": 5}', None, "bob")


def test_a_withdrawn_decision_stays_in_the_book(book: Book) -> None:
    """It no longer lives, and says who took it back and when."""
    made = book.decide("reject", (EVENT,), "ann")
    gone = book.withdraw(made.id, "bob")
    assert book.decisions() == []
    assert book.decisions(live=False) == [gone]
    assert gone.withdrawn_by == "bob"
    assert gone.withdrawn_at is not None
    assert [entry.kind for entry in book.log(made.id)] == ["decision", "withdrawal"]
    assert list(book.verify()) == []


def test_decisions_outlive_recoding_and_linking(book: Book) -> None:
    """A newer version of the program, and a new run of link, leave them alone."""
    made = book.decide("different", (EVENT, OTHER), "ann")
    book.add(recoded(coded(1), "2.0"))
    book.replace_incidents([], [])
    assert book.decisions() == [made]


@pytest.mark.parametrize(
    ("verdict", "subject", "says"),
    [
        ("perhaps", (EVENT,), "is no verdict"),
        ("same", (EVENT,), "of 2 record"),
        ("accept", (EVENT, OTHER), "of 1 record"),
        ("dismiss", (), "of one or more"),
        ("accept", (Ref("r9", "e-1"),), "no such report"),
    ],
)
def test_what_cannot_be_decided_is_refused(book: Book, verdict: str, subject: tuple[Ref, ...], says: str) -> None:
    """A wrong verdict, number of records or report leaves no trace."""
    with pytest.raises(UsageError, match=says):
        book.decide(verdict, subject, "ann")
    assert book.decisions(live=False) == []
    assert all(entry.kind != "decision" for entry in book.log())


def test_a_decision_is_withdrawn_once(book: Book) -> None:
    """An unknown decision, or one that is withdrawn, cannot be withdrawn."""
    made = book.decide("accept", (EVENT,), "ann")
    book.withdraw(made.id, "ann")
    with pytest.raises(UsageError, match="was withdrawn"):
        book.withdraw(made.id, "bob")
    with pytest.raises(UsageError, match="no such decision"):
        book.withdraw("d99", "bob")


def test_a_finding_is_dismissed_by_its_id(book: Book) -> None:
    """A finding belongs to no report: its Ref has none."""
    assert book.decide("dismiss", (Ref("", "n-1"),), "ann", "two different days").subject == (Ref("", "n-1"),)
