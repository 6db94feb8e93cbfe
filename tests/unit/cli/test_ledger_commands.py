"""`figures`, `check`, `export`, `validate` and `compare` as a user calls them, on a book of codings made by hand."""

import csv
import json
from pathlib import Path

import pytest
from tests.commands import run
from tests.making import raid

from onrecord.records import Coding
from onrecord.store import Book


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with a book of two raids, the second told after it could have happened."""
    monkeypatch.chdir(tmp_path)
    keep(raid("r1", "at least six", 6, None, "at_least"), raid("r2", "nine", 9, 9, speaker="The mayor", published="2017-05-01"))
    return tmp_path


def keep(*codings: Coding) -> None:
    """Put codings into the book."""
    with Book("onrecord.db") as book:
        for coding in codings:
            book.add(coding)


def cells(path: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with Path(path).open(newline="") as file:
        return list(csv.DictReader(file))


def test_figures_stand_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    """Words with their bound, who says so, and what the profile makes of each incident."""
    assert run("figures") == 0
    shown = capsys.readouterr().out
    assert "at least six" in shown
    assert "6–… at least" in shown
    assert "The mayor" in shown
    assert "by profile ucdp" in shown


def test_figures_can_be_narrowed(capsys: pytest.CaptureFixture[str]) -> None:
    """By who speaks, by measure, by incident; JSON has the sentence and the total."""
    assert run("figures", "--actor", "mayor", "--measure", "killed", "--json") == 0
    figure, total = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert figure["figure"]["words"] == "nine"
    assert figure["sentence"].startswith("The mayor said")
    assert total["total"]["estimate"]["best"] == 9
    assert run("figures", "--incident", figure["figure"]["incident"], "--json") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run("figures", "--incident", "i-nothing") == 2
    assert "no such incident" in capsys.readouterr().err


def test_figures_draw_a_chart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An SVG file, and lines in the terminal."""
    assert run("figures", "--chart", "toll.svg", "--plot") == 0
    assert (folder / "toll.svg").read_text().startswith("<svg")
    assert "●" in capsys.readouterr().out


def test_an_unknown_profile_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The message lists the profiles."""
    assert run("figures", "--profile", "mine") == 2
    assert "ucdp, acled, min-max" in capsys.readouterr().err


def test_check_finds_and_dismisses(capsys: pytest.CaptureFixture[str]) -> None:
    """An error makes the exit code 1 until somebody dismisses it with a reason; re-running keeps the dismissal."""
    assert run("check", "--json") == 1
    (found,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert found["finding"]["rule"] == "check.date.after_report"
    assert found["sentences"][0].startswith("The mayor said")
    assert run("check", "--dismiss", found["finding"]["id"]) == 2
    assert run("check", "--dismiss", found["finding"]["id"], "--reason", "wrong date on the page", "--by", "Ana") == 0
    assert run("check") == 0
    assert run("check", "--all") == 0
    assert "dismissed by Ana: wrong date on the page" in capsys.readouterr().out
    assert run("check", "--dismiss", "k-nothing", "--reason", "x") == 2


def test_export_writes_the_file_and_its_card(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The card names program, tables, profile and its rules, coverage, gaps and the file's hash; the book keeps the export."""
    assert run("export", "ledger", "--out", "l.csv") == 0
    assert "2 rows" in capsys.readouterr().out
    assert [row["words"] for row in cells("l.csv")] == ["at least six", "nine"]
    card = (folder / "l.csv.card.md").read_text()
    assert all(word in card for word in ("onrecord", "tables", "ucdp", "UCDP GED codebook", "2 reports", "Known gaps", "sha256"))
    with Book("onrecord.db") as book:
        (kept,) = book.exports()
        assert (kept.format, kept.rows) == ("ledger", 2)
        assert kept.sha256 in card


def test_export_since_writes_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    """A report that comes and one whose figure changed; an export is meant by its file or its id."""
    assert run("export", "ledger", "--out", "old.csv") == 0
    kept = capsys.readouterr().out.split("kept as ")[1].split()[0]
    keep(raid("r3", "two", 2, 2, speaker="The judge"))
    assert run("export", "ledger", "--out", "new.csv", "--since", kept) == 0
    assert "1 added, 0 changed, 0 deleted" in capsys.readouterr().out
    assert [row["words"] for row in cells("new-added.csv")] == ["two"]
    assert run("export", "ledger", "--out", "back.csv", "--since", "new.csv") == 0
    assert cells("back-deleted.csv") == []
    assert run("export", "ledger", "--since", "e999") == 2


def kinds() -> list[str]:
    """The kinds of the log's entries from the first erasure on."""
    with Book("onrecord.db") as book:
        told = [entry.kind for entry in book.log()]
        assert list(book.verify()) == []
    return told[told.index("forget") + 1 :]


@pytest.mark.parametrize("format", ["ledger", "ucdp-ged", "acled", "geojson", "jsonl", "jsonld", "ftm"])
def test_forgetting_erases_what_was_exported(folder: Path, capsys: pytest.CaptureFixture[str], format: str) -> None:
    """A file that is as the book wrote it goes with its card; so do the files of changed rows; the log says so."""
    assert run("export", format, "--out", "a.out") == 0
    assert run("export", format, "--out", "b.out", "--since", "a.out") == 0
    capsys.readouterr()
    assert run("forget", "r2", "--reason", "asked to") == 0
    assert "a.out erased" in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir() if path.suffix == ".out") == []
    assert not (folder / "a.out.card.md").exists()
    assert kinds() == ["file-erased"] * 5


def test_forgetting_erases_what_stands_beside_an_export(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The log of what was withheld names the report's records, a chart shows its figures: both go too."""
    assert run("export", "acled", "--public", "--out", "p.csv") == 0
    assert run("figures", "--chart", "toll.svg") == 0
    assert "r2" in (folder / "p.csv.withheld.jsonl").read_text()
    capsys.readouterr()
    assert run("forget", "r2", "--reason", "asked to") == 0
    told = capsys.readouterr().out
    assert all(f"{name} erased" in told for name in ("p.csv", "p.csv.withheld.jsonl", "toll.svg"))
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(("p.csv", "toll"))) == []


def test_a_chart_without_the_report_stays(folder: Path) -> None:
    """Only charts that draw on the report go."""
    assert run("figures", "--actor", "governor", "--chart", "toll.svg") == 0
    assert run("forget", "r2", "--reason", "asked to") == 0
    assert (folder / "toll.svg").exists()


def test_a_file_that_was_changed_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It stays, is called not erased and the exit code is 1, until it is gone; a file moved away is told of."""
    for name in ("a.csv", "b.csv"):
        assert run("export", "ledger", "--out", name) == 0
    (folder / "a.csv").write_text((folder / "a.csv").read_text() + "a note of ours")
    (folder / "b.csv").rename(folder / "c.csv")
    assert run("forget", "r2", "--reason", "asked to") == 1
    told = capsys.readouterr()
    assert f"NOT ERASED: {folder / 'a.csv'}" in told.err
    assert f"no file {folder / 'b.csv'} here" in told.out
    assert kinds() == ["file-kept", "file-missing"]
    (folder / "a.csv").unlink()
    assert run("forget", "r2", "--reason", "again") == 0


def test_a_later_export_without_the_report_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file written over since the report was forgotten holds nothing of it."""
    assert run("export", "ledger", "--out", "a.csv") == 0
    assert run("forget", "r2", "--reason", "asked to") == 0
    assert run("export", "ledger", "--out", "a.csv") == 0
    capsys.readouterr()
    assert run("forget", "r2", "--reason", "again") == 0
    assert "a.csv" not in capsys.readouterr().out
    assert [row["figure"] for row in cells("a.csv")] == ["r1#f0"]


@pytest.mark.parametrize("format", ["ledger", "ucdp-ged", "geojson", "jsonl"])
def test_rows_of_a_forgotten_report_are_named_only(folder: Path, format: str) -> None:
    """An old file that was kept elsewhere does not bring the words back as deleted rows."""
    keep(raid("r3", "two", 2, 2, speaker="Zubaydullah", counted="sergeants"))
    assert run("export", format, "--out", "a.out") == 0
    (folder / "a.out").rename(folder / "old.out")
    assert run("forget", "r3", "--reason", "asked to") == 0
    assert run("export", format, "--out", "b.out", "--since", "old.out") == 0
    deleted = (folder / "b-deleted.out").read_text()
    assert "Zubaydullah" in (folder / "old.out").read_text()
    assert "Zubaydullah" not in deleted
    assert "sergeants" not in deleted
    if format in ("ledger", "jsonl"):
        assert "r3" in deleted


def test_public_export_withholds(folder: Path) -> None:
    """Speakers who speak for no body are masked, and the log says so."""
    assert run("export", "ledger", "--out", "p.csv", "--public") == 0
    assert "mayor" not in (folder / "p.csv").read_text()
    log = [json.loads(line) for line in (folder / "p.csv.withheld.jsonl").read_text().splitlines()]
    assert {"name", "words", "place"} <= {entry["what"] for entry in log}


def test_hxl_tags_stand_second(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """GED with tags; a format without tags refuses."""
    assert run("export", "ucdp-ged", "--out", "g.csv", "--hxl") == 0
    assert "#affected+killed" in (folder / "g.csv").read_text().splitlines()[1]
    assert run("export", "jsonl", "--hxl") == 2
    assert "has no HXL tags" in capsys.readouterr().err


def test_our_ged_export_is_valid(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`validate` passes it, and finds a row made wrong."""
    assert run("export", "ucdp-ged", "--out", "g.csv") == 0
    assert run("validate", "g.csv") == 0
    broken = (folder / "g.csv").read_text().replace(",2017,", ",2016,", 1)
    (folder / "b.csv").write_text(broken)
    capsys.readouterr()
    assert run("validate", "b.csv") == 1
    assert "ged.year" in capsys.readouterr().out
    assert run("validate", "onrecord.db") == 2


def test_compare_matches_our_own_export(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows of GED and ACLED find the incidents they came from, with reasons; a row of another country finds none."""
    for name in ("ucdp-ged", "acled"):
        assert run("export", name, "--out", "x.csv") == 0
        capsys.readouterr()
        assert run("compare", "x.csv", "--json") == 0
        kinds = [next(iter(json.loads(line))) for line in capsys.readouterr().out.splitlines()]
        assert kinds == ["match", "match"]
    (folder / "y.csv").write_text((folder / "x.csv").read_text().replace("44.0209", "4.0209").replace("13.5795", "50.5"))
    assert run("compare", "y.csv") == 0
    assert "0 matched" in capsys.readouterr().out
    assert run("compare", "onrecord.db") == 2


@pytest.mark.parametrize("words", [("figures",), ("check",), ("export", "ledger"), ("compare", "x.csv")])
def test_a_book_that_is_not_there(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """No command makes an empty book by accident."""
    Path("x.csv").write_text("no such columns\n")
    assert run(*words, "--book", "none.db") == (2 if words[0] == "compare" else 1)  # which reads the rows first
    assert "code some reports first" in capsys.readouterr().err or words[0] == "compare"
    assert not Path("none.db").exists()


def test_a_rejected_figure_is_in_no_export(folder: Path) -> None:
    """What an analyst rejected is left out of ledger and estimates."""
    with Book("onrecord.db") as book:
        from onrecord.records import Ref

        book.decide("reject", [Ref("r2", "f0")], by="Ana", reason="not in the text")
    assert run("export", "ledger", "--out", "l.csv") == 0
    assert [row["words"] for row in cells("l.csv")] == ["at least six"]
