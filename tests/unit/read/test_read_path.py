"""Files, folders, JSONL and sidecars: what cannot be read is told, the rest goes on."""

import io
import json
from pathlib import Path

import pytest

from onrecord.errors import BadRecord, OversizedReport, ReportError, UnreadableFile, UsageError
from onrecord.read import Unread, check_date, read_path, read_stream
from onrecord.records import Document

WORDS = "Ten people were killed in a raid near the river on Monday, officials said."


def split(path: Path, **options: object) -> tuple[list[Document], list[Unread]]:
    """The documents of a path and what could not be read."""
    found = list(read_path(path, **options))  # type: ignore[arg-type]
    return [d for d in found if isinstance(d, Document)], [u for u in found if isinstance(u, Unread)]


def test_a_folder(tmp_path: Path) -> None:
    """A folder is read through in order of names; hidden files, sidecars and unknown suffixes are no reports."""
    for name in ("b.txt", "a.md", "sub/c.html", "sub/plain", ".hidden.txt", "a.meta.json", "d.iso"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}" if name.endswith("json") else WORDS)
    docs, unread = split(tmp_path)
    assert [d.name for d in docs] == ["a", "b", "c", "plain"]
    assert unread == []


def test_bad_files_do_not_stop_the_others(tmp_path: Path) -> None:
    """An empty, a binary, an oversized and a missing file each give an error under their own name; the rest is read."""
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.txt").write_text(WORDS * 3)
    (tmp_path / "d.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "e.txt").write_text(WORDS)
    docs, unread = split(tmp_path, limit=100)
    assert [d.name for d in docs] == ["e"]
    assert [u.error.code for u in unread] == ["empty", "binary", "size", "unreadable"]
    assert all(str(u.error).startswith(u.name) for u in unread)
    assert "--limit" in str(unread[2].error)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file the system refuses to open is an UnreadableFile; its neighbour is read."""
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "b.txt").write_text(WORDS)
    opened = Path.open

    def refuse(path: Path, *args: object, **options: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    docs, unread = split(tmp_path)
    assert [d.name for d in docs] == ["b"]
    assert isinstance(unread[0].error, UnreadableFile) and "permission denied" in str(unread[0].error)


def test_a_missing_path(tmp_path: Path) -> None:
    """A path that does not exist is an UnreadableFile."""
    _, unread = split(tmp_path / "none.txt")
    assert [type(u.error) for u in unread] == [UnreadableFile]


def test_sidecar(tmp_path: Path) -> None:
    """A sidecar fills in the report beside it; null is not given; it comes before the default date."""
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "a.meta.json").write_text(
        '{"title": "Raid", "outlet": null, "published": "2017-02-06", "url": "https://example.org"}'
    )
    (tmp_path / "b.txt").write_text(WORDS)
    docs, _ = split(tmp_path, published="2016-01-01", outlet="Wire")
    assert [(d.title, d.outlet, d.published, d.published_rule) for d in docs] == [
        ("Raid", "Wire", "2017-02-06", "sidecar"),
        (None, "Wire", "2016-01-01", "caller"),
    ]
    assert docs[0].url == "https://example.org"


@pytest.mark.parametrize("words", ["{", "[]", '{"published": "2017-02-30"}', '{"title": 5}', "\ufffd" * 3, "[" * 100_000])
def test_bad_sidecar(tmp_path: Path, words: str) -> None:
    """A sidecar that is no JSON object of strings with a real date is a BadRecord that names the sidecar."""
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "a.meta.json").write_text(words)
    docs, unread = split(tmp_path)
    assert docs == []
    assert isinstance(unread[0].error, BadRecord) and "a.meta.json: " in str(unread[0].error)


def test_jsonl(tmp_path: Path) -> None:
    """Each good line is a document; a bad line is a BadRecord under file and line number."""
    page = f"<html><body><p>{WORDS}</p></body></html>"
    lines = [
        json.dumps({"id": "one", "text": WORDS, "title": "Raid", "outlet": None, "published": "2017-02-06"}),
        "{not json",
        "",
        json.dumps({"html": page, "url": "https://example.org/2"}),
        json.dumps({"id": "three"}),
        json.dumps({"id": "four", "text": WORDS, "published": "2017-02-30"}),
        json.dumps({"id": "five", "text": ["no"]}),
        json.dumps({"id": "six", "text": " "}),
        json.dumps({"id": "seven", "text": WORDS, "html": page}),
        json.dumps({"id": 8, "text": WORDS + " More."}),
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines))
    docs, unread = split(path)
    assert [(d.id, d.name) for d in docs][::2] == [("one", "one"), ("8", "8")]
    assert docs[1].text == WORDS and docs[1].id.startswith("r")
    assert (docs[0].title, docs[0].published) == ("Raid", "2017-02-06")
    assert [u.name for u in unread] == [f"{path}:{n}" for n in (2, 5, 6, 7, 8, 9)]
    assert {u.error.code for u in unread} == {"record", "empty"}
    assert all(str(u.error).startswith(u.name) for u in unread)


def test_a_long_line_is_refused_alone(tmp_path: Path) -> None:
    """A JSONL line over the limit is an OversizedReport; the lines after it are read."""
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({"text": "a" * 5_000}) + "\n" + json.dumps({"text": WORDS}))
    docs, unread = split(path, limit=1_000)
    assert [d.text for d in docs] == [WORDS]
    assert [(type(u.error), u.name) for u in unread] == [(OversizedReport, f"{path}:1")]


def test_standard_input() -> None:
    """A binary stream gives one document under the name it is given, or one error."""
    [doc] = read_stream(io.BytesIO(WORDS.encode()), published="2017-02-06")
    [bad] = read_stream(io.BytesIO(b""))
    assert isinstance(doc, Document) and (doc.name, doc.published) == ("stdin", "2017-02-06")
    assert isinstance(bad, Unread) and isinstance(bad.error, ReportError)


@pytest.mark.parametrize(
    "words", ["2017-02-30", "2017-2-3", "6 May 2017", "", "2017-13-01", "20170203", "2017-02-03T10:00", "٢٠١٧-٠٢-٠٣"]
)
def test_impossible_dates(words: str) -> None:
    """Only a real day written YYYY-MM-DD is a date."""
    with pytest.raises(UsageError):
        check_date(words)


def test_possible_date() -> None:
    """A leap day is a date in a leap year."""
    assert check_date("2016-02-29") == "2016-02-29"
