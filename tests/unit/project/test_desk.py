"""What the desk takes into a book: words of the manual only, whichever way a record is changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.books import coded

from onrecord.errors import UsageError
from onrecord.project.desk import Desk
from onrecord.review.adding import Move, selected
from onrecord.store import Book


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a book with one report."""
    with Book(str(tmp_path / "one.book")) as book:
        book.add(coded())
        yield Desk(book, "Eva")


WRONG = [
    ("figures", "measure", "slain"),
    ("figures", "bound", "some"),
    ("figures", "status", "neutral"),
    ("events", "type", "war"),
]


@pytest.mark.parametrize(("kind", "field", "word"), [*WRONG, ("events", "realis", "maybe")])
def test_words_that_the_manual_lacks_are_refused(desk: Desk, kind: str, field: str, word: str) -> None:
    """By an edit of a record and by one in a step of several; the message names the words that may stand there."""
    name = coded().report.id
    record = getattr(desk.report(name).coding, kind)[0].id
    with pytest.raises(UsageError, match=f"{field} cannot be {word}; use one of"):
        desk.decide(name, [record], "edit", change={field: word})
    with pytest.raises(UsageError, match=f"{field} cannot be {word}; use one of"):
        desk.make(name, [Move("edit", record, None, {field: word})])


def test_a_record_that_is_added_is_checked_too(desk: Desk) -> None:
    """A new figure with a measure that is none."""
    coding = coded()
    move = selected(coding, "figure", coding.figures[0].span)
    assert move.change is not None
    record = move.change["record"]
    assert isinstance(record, dict)
    with pytest.raises(UsageError, match="measure cannot be slain"):
        desk.make(coding.report.id, [Move("add", move.record, None, {**move.change, "record": {**record, "measure": "slain"}})])
