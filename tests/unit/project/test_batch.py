"""Coding a batch: workers make what one process makes, and what the book knows is not coded again."""

from functools import partial
from pathlib import Path

import pytest
from tests.workers import dying

from onrecord.project import Coded, Failed, batch, code_paths, coder, total_size
from onrecord.project.batch import Asked
from onrecord.project.coder import Made, document_of
from onrecord.store import Book

WORDS = "Gunmen killed at least {} guards in Baghdad on Friday, police said. The attackers fled."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with reports, an empty one among them, and a page."""
    inside = tmp_path / "reports"
    inside.mkdir()
    for number in range(6):
        (inside / f"r{number}.txt").write_text(WORDS.format(number + 2))
    (inside / "r3.txt").write_text("")
    (inside / "page.html").write_text(f"<html><body><h1>Raid</h1><p>{WORDS.format(40)}</p></body></html>")
    return inside


def outcomes(folder: Path, book: str | None, jobs: int | None) -> list[Coded | Failed]:
    """What becomes of the folder."""
    return list(code_paths([str(folder)], book=book, jobs=jobs))


def told(found: list[Coded | Failed]) -> list[object]:
    """The codings, and the words of the failures."""
    return [outcome.coding if isinstance(outcome, Coded) else str(outcome.error) for outcome in found]


def test_workers_make_the_same_records(folder: Path, tmp_path: Path) -> None:
    """Order, codings, failures and what the book keeps are the same as with one process."""
    one, two = outcomes(folder, str(tmp_path / "1.db"), 1), outcomes(folder, str(tmp_path / "2.db"), 2)
    assert told(one) == told(two)
    assert len(one) == 7
    with Book(str(tmp_path / "1.db")) as first, Book(str(tmp_path / "2.db")) as second:
        assert list(first.newest_codings()) == list(second.newest_codings())
        assert [first.report_bytes(e.id) for e in first.entries()] == [second.report_bytes(e.id) for e in second.entries()]


def test_what_the_book_knows_is_not_coded_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same outcomes come from the book; other bytes, another day or another title are coded."""
    book = str(tmp_path / "book.db")
    first = outcomes(folder, book, 1)
    with monkeypatch.context() as patch:
        patch.setattr(coder, "code_one", None)
        again = outcomes(folder, book, 1)
    assert told(first) == told(again)
    assert [getattr(outcome, "known", None) for outcome in again] == [True, True, True, True, None, True, True]
    (folder / "r1.txt").write_text(WORDS.format(99))
    (folder / "r2.meta.json").write_text('{"published": "2017-02-06"}')
    (folder / "r4.meta.json").write_text('{"title": "Another"}')
    changed = [outcome for outcome in outcomes(folder, book, 1) if isinstance(outcome, Coded) and not outcome.known]
    assert [outcome.coding.report.name for outcome in changed] == ["r1", "r2", "r4"]
    assert [outcome.stored.new_coding for outcome in changed if outcome.stored] == [True, True, False]


def test_a_known_report_keeps_the_name_it_comes_under(folder: Path, tmp_path: Path) -> None:
    """A file that was moved is known by its bytes."""
    book = str(tmp_path / "book.db")
    outcomes(folder, book, 1)
    (folder / "r5.txt").rename(folder / "moved.txt")
    moved = next(o for o in outcomes(folder, book, 1) if isinstance(o, Coded) and o.coding.report.name == "moved")
    assert moved.known


def test_an_erased_report_fails_and_the_others_of_its_batch_are_stored(folder: Path, tmp_path: Path) -> None:
    """Reports are stored some at a time; one that is refused takes none of them with it."""
    book = str(tmp_path / "book.db")
    with Book(book) as keeper:
        gone = next(o for o in outcomes(folder, None, 1) if isinstance(o, Coded) and o.coding.report.name == "r1")
        keeper.add(gone.coding)
        keeper.forget(gone.coding.report.id, "a mistake", "ana")
    found = outcomes(folder, book, 1)
    assert [outcome.error.code for outcome in found if isinstance(outcome, Failed)] == ["forgotten", "empty"]
    assert sum(isinstance(outcome, Coded) for outcome in found) == 5


def test_a_handful_needs_no_workers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --jobs few reports are coded in the program itself, many by workers."""
    monkeypatch.setattr(batch, "by_workers", lambda *_: iter(()))
    assert len(outcomes(folder, None, None)) == 7
    monkeypatch.setattr(batch, "HANDFUL", 6)
    monkeypatch.setattr(batch, "cores", lambda: 2)
    assert outcomes(folder, None, None) == []


def test_the_size_of_a_batch(folder: Path) -> None:
    """Bytes of the files that will be read, without sidecars; unknown with standard input."""
    (folder / "r0.meta.json").write_text("{}")
    assert total_size([str(folder)]) == sum(p.stat().st_size for p in folder.iterdir() if not p.name.endswith(".json"))
    assert total_size([str(folder), "-"]) is None
    assert total_size([str(folder / "gone.txt")]) == 0


def test_a_report_that_kills_the_coder_on_its_way_in_fails_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report whose day an analyst gave is coded once more before it is stored, apart from the process that stores."""
    book = str(tmp_path / "one.book")
    code_all = partial(outcomes, folder, None, 1)
    with Book(book) as keeper:
        monkeypatch.setattr(keeper, "day_given", lambda head: "2017-02-06" if head.name == "r1" else None)
        monkeypatch.setattr(batch, "coder", dying)
        made = [(Asked(document_of(o.coding.report)), Made(o.coding)) for o in code_all() if isinstance(o, Coded)]
        found = list(batch.stored(iter(made), batch.Shelf(keeper)))
    (failed,) = [one for one in found if isinstance(one, Failed)]
    assert "r1" in failed.name
    assert "twice" in str(failed.error)
    assert len(found) == len(made)
