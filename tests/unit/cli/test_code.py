"""`onrecord code` as a user calls it."""

import json
import sys
from html import unescape
from pathlib import Path

import pytest
from tests.commands import run

WORDS = "Gunmen killed at least four guards in Baghdad on Friday, police said."
PAGE = "<html><body><h1>Raid</h1><p>Two men were killed in Basra, police said.</p><script>alert('run')</script></body></html>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_brief_shows_the_figure_as_worded(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The brief names the words, the numbers with the open end, who says so, and that the year is unknown."""
    (folder / "a.txt").write_text(WORDS)
    assert run("code", "a.txt", "--no-book") == 0
    shown = capsys.readouterr().out
    assert "at least four" in shown
    assert "4–…" in shown
    assert "police" in shown
    assert "no date: years unknown" in shown


def test_published_gives_the_years(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--published anchors "on Friday" to the last Friday before that day."""
    (folder / "a.txt").write_text(WORDS)
    assert run("code", "a.txt", "--no-book", "--json", "--published", "2017-02-06") == 0
    coding = json.loads(capsys.readouterr().out)
    assert [time["edtf"] for time in coding["times"]] == ["2017-02-03"]


def test_json_is_one_line_a_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two reports make two JSON objects, one a line."""
    (folder / "a.txt").write_text(WORDS)
    (folder / "b.html").write_text(PAGE)
    assert run("code", "a.txt", "b.html", "--no-book", "--json") == 0
    names = [json.loads(line)["report"]["name"] for line in capsys.readouterr().out.splitlines()]
    assert names == ["a", "b"]


def test_json_dir_never_writes_two_reports_to_one_file(folder: Path) -> None:
    """Reports of one name in two folders get a file each; a name cannot climb out of the folder."""
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "raid.txt").write_text(f"{WORDS} {name}")
    (folder / "many.jsonl").write_text(json.dumps({"id": "../../evil", "text": WORDS}) + "\n")
    assert run("code", "one", "two", "many.jsonl", "--no-book", "--json-dir", "out") == 0
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["_.._evil.json", "raid.json", "raid~2.json"]
    assert not list(folder.glob("*evil*"))


def test_standard_input(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads the report from standard input."""
    (folder / "in").write_text(WORDS)
    with (folder / "in").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert run("code", "-", "--no-book", "--json") == 0
    assert json.loads(capsys.readouterr().out)["report"]["text"] == WORDS


def test_a_bad_report_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty, binary and missing files are named with what to do; the rest is coded; the exit code is 1."""
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02\x00" * 100)
    (folder / "good.txt").write_text(WORDS)
    assert run("code", "empty.txt", "binary.txt", "gone.txt", "good.txt", "--json") == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["report"]["name"] for line in out.splitlines()] == ["good"]
    assert [line.split(": ")[1] for line in err.splitlines()] == ["empty.txt", "binary.txt", "gone.txt"]
    assert run("list", "--json") == 0
    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == ["good"]


def test_a_report_over_the_limit_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report over --limit is refused with the way to raise it."""
    (folder / "big.txt").write_text(WORDS * 100)
    assert run("code", "big.txt", "--no-book", "--limit", "1kB") == 1
    assert "--limit" in capsys.readouterr().err
    assert run("code", "big.txt", "--no-book", "--limit", "1MB", "--quiet") == 0


@pytest.mark.parametrize(
    "words",
    [
        ("code", "a.txt", "--published", "2017-02-31"),
        ("code", "a.txt", "--published", "2999-01-01"),
        ("code", "a.txt", "--published", "yesterday"),
        ("code", "a.txt", "--limit", "much"),
        ("code",),
        ("code", "a.txt", "--unknown"),
    ],
)
def test_a_wrong_call_is_a_usage_error(words: tuple[str, ...], folder: Path) -> None:
    """What the call gets wrong exits with 2 and makes no book."""
    (folder / "a.txt").write_text(WORDS)
    assert run(*words) == 2
    assert not list(folder.glob("*.db"))


def test_no_book_stores_nothing(folder: Path) -> None:
    """--no-book leaves no file behind; without it the book is ./onrecord.db."""
    (folder / "a.txt").write_text(WORDS)
    assert run("code", "a.txt", "--no-book", "--quiet") == 0
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
    assert run("code", "a.txt", "--quiet") == 0
    assert (folder / "onrecord.db").is_file()


def test_html_page_shows_markup_and_runs_none(folder: Path) -> None:
    """The page shows the report's words; a report's script is neither run nor copied, and nothing is loaded from outside."""
    (folder / "a.html").write_text(PAGE)
    (folder / "b.txt").write_text(f"{WORDS} <script>alert('shown')</script> <img src=http://example.org/x.png>")
    assert run("code", "a.html", "b.txt", "--no-book", "--html", "out.html") == 0
    page = (folder / "out.html").read_text()
    assert "alert(&#39;run" not in page and "alert('run" not in page
    assert "&lt;script&gt;" in page and "<script>alert" not in page
    assert "<img" not in page
    assert "default-src 'none'" in unescape(page)


def test_html_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A place that cannot be written to is named, and the exit code is 1."""
    (folder / "a.txt").write_text(WORDS)
    assert run("code", "a.txt", "--no-book", "--html", "no/such/folder.html") == 1
    assert "no/such/folder.html" in capsys.readouterr().err


def test_sidecar_gives_what_the_file_does_not(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """NAME.meta.json gives title, outlet, address and day; the day anchors the report."""
    (folder / "a.txt").write_text(WORDS)
    meta = {"title": "Raid on a depot", "outlet": "Tigris Wire", "url": "http://example.org/1", "published": "2017-02-06"}
    (folder / "a.meta.json").write_text(json.dumps(meta))
    assert run("code", "a.txt", "--no-book", "--json") == 0
    report = json.loads(capsys.readouterr().out)["report"]
    assert {name: report[name] for name in meta} == meta
    assert report["published_rule"] == "sidecar"


def test_a_long_name_is_cut_by_its_bytes(folder: Path) -> None:
    """A name too long for a file system does not end the batch."""
    lines = [json.dumps({"id": name, "text": f"{WORDS} {n}"}) for n, name in enumerate(("記" * 120, "next"))]
    (folder / "many.jsonl").write_text("\n".join(lines))
    assert run("code", "many.jsonl", "--no-book", "--json-dir", "out") == 0
    assert len(list((folder / "out").iterdir())) == 2
