"""The door for readers: suffixes, plugins, and folders of many formats."""

import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from onrecord.errors import UnreadableFile
from onrecord.read import Source, Unread, read_path, read_text
from onrecord.read import readers as door
from onrecord.records import Document

WORDS = "Ten people were killed in a raid near the river on Monday, officials said."


@pytest.fixture(autouse=True)
def fresh_readers() -> Iterator[None]:
    """No test sees another's plugins."""
    door.readers.cache_clear()
    yield
    door.readers.cache_clear()


def shouting(source: Source) -> list[Document | Unread]:
    """A plugin's reader."""
    return [read_text(source.path.read_text(), name="shouted", **source.defaults)]


def test_built_ins_are_declared_as_entry_points() -> None:
    """The package's own readers stand in pyproject.toml under the group that plugins use."""
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())["project"]
    assert project["entry-points"][door.GROUP] == door.BUILT_IN


@pytest.mark.parametrize("suffix", sorted(door.BUILT_IN))
def test_built_ins_load(suffix: str) -> None:
    """Every built-in reader can be loaded by its suffix."""
    assert callable(door.reader_of(Path(f"a.{suffix}")))


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.txt", "txt"), ("A.PDF", "pdf"), ("crawl.warc.gz", "warc.gz"), ("a.2017.warc", "warc"), ("plain", ""), ("a.iso", None)],
)
def test_suffixes(name: str, suffix: str | None) -> None:
    """The longest suffix that a reader knows counts; one that none knows is no report."""
    assert door.suffix_of(Path(name)) == suffix


def test_a_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader under the entry-point group is found by its suffix, in folders too, and is given the caller's defaults."""
    plugin = EntryPoint("shout", f"{__name__}:shouting", door.GROUP)
    monkeypatch.setattr(door, "entry_points", lambda group: [plugin])
    door.readers.cache_clear()
    (tmp_path / "a.shout").write_text(WORDS)
    (doc,) = read_path(tmp_path, outlet="Wire")
    assert isinstance(doc, Document) and (doc.name, doc.outlet) == ("shouted", "Wire")


def test_a_plugin_that_cannot_be_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader whose library is missing gives an error for its files; the others are read."""
    plugin = EntryPoint("odd", "no_such_package:read", door.GROUP)
    monkeypatch.setattr(door, "entry_points", lambda group: [plugin])
    door.readers.cache_clear()
    (tmp_path / "a.odd").write_text(WORDS)
    (tmp_path / "b.txt").write_text(WORDS)
    bad, good = read_path(tmp_path)
    assert isinstance(bad, Unread) and isinstance(bad.error, UnreadableFile) and "no_such_package" in str(bad.error)
    assert isinstance(good, Document)


def test_saved_pages(tmp_path: Path) -> None:
    """The folder of frames and scripts that a browser saves beside a page holds no reports."""
    (tmp_path / "Raid.html").write_text(f"<html><body><article><p>{WORDS}</p></article></body></html>")
    (tmp_path / "Raid_files").mkdir()
    (tmp_path / "Raid_files" / "frame.html").write_text("<html><body>Buy now</body></html>")
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "a.txt").write_text(WORDS)
    found = list(read_path(tmp_path))
    assert [doc.name for doc in found] == ["Raid", "a"]
