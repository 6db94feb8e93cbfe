"""Triage in a batch: what is left out is kept and marked, a person's word holds, repeats are told, rules that change code anew."""

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.project import Coded, code_paths, program
from onrecord.project.gazetteer import add_gazetteer
from onrecord.project.triage import KINDS, said_of, say, triage_of_book
from onrecord.store import Book, Wanted

RAID = "Gunmen killed at least four guards in Baghdad on Friday, police said. The attackers fled. "
LONGER = RAID + " ".join(f"Witness {n} told of {n * 3} shots near the {n}th gate of the old market." for n in range(9))
MARKET = (
    "The company said on Tuesday that it will open forty shops next year. Sales rose by six percent in the third quarter, and"
    " the board expects them to rise further as new lines come to the shops. Shares gained two dollars. The chief executive,"
    " who joined the company in May, told investors that the plan for the spring is nearly ready, and that shops pay well."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A raid, a copy of its report, and a company's news."""
    inside = tmp_path / "reports"
    inside.mkdir()
    for name, words in {"a": LONGER, "b": f"From our own desk\n\n{LONGER}", "c": MARKET}.items():
        (inside / f"{name}.txt").write_text(words)
    return inside


def run(folder: Path, **options: bool) -> dict[str, Coded]:
    """The outcomes of the folder by name."""
    found = code_paths([str(folder)], book=str(folder.parent / "book.db"), **options)  # type: ignore[arg-type]
    return {str(one.coding.report.name): one for one in found if isinstance(one, Coded)}


def test_an_irrelevant_report_is_kept_and_not_coded(folder: Path) -> None:
    """It is in the book with its reasons; with `every` it is coded after all, and stays so."""
    first = run(folder)
    assert first["c"].left_out is not None
    assert first["a"].left_out is None
    assert first["a"].coding.events
    book = str(folder.parent / "book.db")
    with Book(book) as keeper:
        assert [entry.versions[-1].endswith("(left out)") for entry in keeper.entries()] == [False, False, True]
        assert list(keeper.verify()) == []
    assert all(one.known for one in run(folder).values())
    again = run(folder, every=True)
    assert [again[name].known for name in "abc"] == [True, True, False]
    assert again["c"].coding.statements
    assert run(folder)["c"].coding.statements


def test_repeats_are_told(folder: Path) -> None:
    """The later report says which it repeats, how, and how much."""
    run(folder)
    (said,) = triage_of_book(str(folder.parent / "book.db"), "repeats")
    assert (said.report.name, said.report.triage.kind) == ("b", "copy")
    with Book(str(folder.parent / "book.db")) as keeper:
        assert said.report.triage.repeats == keeper.find("a")[0]


def test_what_is_said_of_one_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One report is looked up alone: by its name, with a person's word; one that is not there, or came before triage, is told of."""
    run(folder)
    book = str(folder.parent / "book.db")
    every = {one.report.name: one for one in triage_of_book(book)}
    monkeypatch.delattr("onrecord.project.triage.triage_of_book")
    assert [said_of(book, name) for name in "abc"] == [every[name] for name in "abc"]
    say(book, "a", "irrelevant", "a drill", "ana")
    assert said_of(book, "a").relevance == "irrelevant"
    with pytest.raises(UsageError, match="nowhere"):
        said_of(book, "nowhere")


def test_queues_are_filtered_by_triage(folder: Path) -> None:
    """The desk's queue keeps to the reports of which triage said so."""
    run(folder)
    with Book(str(folder.parent / "book.db")) as keeper:
        found = {kind: keeper.matching(Wanted(triage=kind)) for kind in KINDS}
        assert found == {
            "relevant": [*keeper.find("a"), *keeper.find("b")],
            "irrelevant": keeper.find("c"),
            "background": [],
            "repeats": keeper.find("b"),
        }


def test_a_persons_word_holds(folder: Path) -> None:
    """Said relevant, with a reason, a report is coded at once, and with the next batch; said irrelevant, it is listed so."""
    run(folder)
    book = str(folder.parent / "book.db")
    with pytest.raises(UsageError, match="reason"):
        say(book, "c", "relevant", " ", "ana")
    say(book, "c", "relevant", "the firm sells arms", "ana")
    with Book(book) as keeper:
        assert keeper.codings(keeper.find("c")[0])[0].statements
        assert list(keeper.verify()) == []
    assert run(folder)["c"].coding.statements
    say(book, "a", "irrelevant", "a drill", "ana")
    assert {one.report.name for one in triage_of_book(book, "irrelevant")} == {"a"}


def test_changed_rules_code_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under other rules nothing is known; the same records are not stored twice, and a report is never left without them."""
    run(folder)
    monkeypatch.setattr(program, "program", lambda: "other")
    again = run(folder)
    assert not any(one.known for one in again.values())
    assert not any(one.stored.new_coding for one in again.values() if one.stored)
    assert all(one.known for one in run(folder).values())


def test_an_added_gazetteer_codes_anew(folder: Path, tmp_path: Path) -> None:
    """Places that the project adds are part of the rules."""
    run(folder)
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon\nOld Market,33.3,44.4\n")
    add_gazetteer(str(folder.parent / "book.db"), table, {})
    assert not any(one.known for one in run(folder).values())


def test_forgetting_takes_triage_with_it(folder: Path) -> None:
    """Words that decided are words of the report."""
    run(folder)
    with Book(str(folder.parent / "book.db")) as keeper:
        (report,) = keeper.find("b")
        keeper.forget(report, "asked for", "ana")
        assert keeper.triage(report) is None
        assert list(keeper.verify()) == []
