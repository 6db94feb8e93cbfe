"""Addresses from a list to the book: recorded, fetched when asked for, tried again, erased with their report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.books import DATABASES, empty_place
from tests.commands import run
from tests.site import Site, site

from onrecord.fetch import Fetcher, Limits
from onrecord.project import Coded, Failed, code_paths
from onrecord.store import Book

__all__ = ["site"]  # a fixture
WORDS = "Gunmen killed at least nine guards in Gao on Friday, police said. The attackers fled towards the river."
PAGE = f"<html><head><title>Raid in Gao</title></head><body><h1>Raid in Gao</h1><p>{WORDS}</p></body></html>".encode()


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a book can be made."""
    with empty_place(request.param, tmp_path) as where:
        yield where


@pytest.fixture
def sheet(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A list of two pages of a site on this machine, which fetching may reach here; the second is not there."""
    limits = Limits(gap=0, step=1, seconds=5)
    monkeypatch.setattr("onrecord.project.fetcher", lambda _: Fetcher(limits, allowed=lambda _: True))
    site.answers["/a"] = (200, {}, PAGE)
    (tmp_path / "list.csv").write_text(f"url,title\n{site.address}/a,Raid in Gao\n{site.address}/b,Gone\n")
    return str(tmp_path / "list.csv")


def states(place: str) -> list[tuple[str, str]]:
    """The end of each recorded address and its state."""
    with Book(place) as book:
        return [(one.url[-2:], one.state) for one in book.addresses()]


def test_a_list_is_recorded_and_nobody_asked(sheet: str, site: Site, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --fetch nothing goes out; the addresses stand in the book once, whatever often they come."""
    for _ in range(2):
        assert run("code", sheet, "--book", place) == 0
        assert "2 addresses are recorded" in capsys.readouterr().err
    assert states(place) == [("/a", "noted"), ("/b", "noted")]
    assert site.asked == []
    assert run("addresses", "--book", place, "--state", "noted") == 0
    assert "Raid in Gao" in capsys.readouterr().out


def test_pages_are_fetched_coded_and_kept(sheet: str, site: Site, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The page is a report with its address and bytes; what failed is named and tried again, what is there is not."""
    assert run("code", sheet, "--book", place, "--fetch", "--quiet") == 1
    assert "/b: its host answers 404; it stays recorded" in capsys.readouterr().err
    assert states(place) == [("/a", "fetched"), ("/b", "refused")]
    with Book(place) as book:
        (coding,) = book.newest_codings()
        assert coding.report.url == f"{site.address}/a"
        assert book.report_bytes(coding.report.id) == PAGE
        assert coding.figures
        assert list(book.verify()) == []
    site.asked.clear()
    site.answers["/b"] = (200, {}, PAGE.replace(b"nine", b"ten"))
    assert run("code", sheet, "--book", place, "--fetch", "--quiet") == 0
    assert "/a" not in site.asked
    assert states(place) == [("/a", "fetched"), ("/b", "fetched")]
    with Book(place) as book:
        assert book.report_count() == 2
        assert list(book.verify()) == []


def test_an_erased_report_takes_its_address_along(sheet: str, place: str) -> None:
    """The address says where the words stood; the log stays whole."""
    list(code_paths([sheet], book=place, fetch=True))
    with Book(place) as book:
        (coding,) = book.newest_codings()
        book.forget(coding.report.id, "asked for", "Mona")
        assert [one.url[-2:] for one in book.addresses()] == ["/b"]
        assert list(book.verify()) == []


def test_a_changed_address_is_found(sheet: str, tmp_path: Path) -> None:
    """`verify` names an address that was altered behind the log's back."""
    import sqlite3

    place = str(tmp_path / "book.db")
    list(code_paths([sheet], book=place, fetch=True))
    for change in ("url = 'x'", "state = 'noted'", "reason = 'none'"):
        with sqlite3.connect(place) as db:
            db.execute(f"update addresses set {change} where state = 'refused'")
        with Book(place) as book:
            assert any("address" in flaw.words or "fetch" in flaw.words for flaw in book.verify()), change


def test_without_a_book(sheet: str) -> None:
    """Pages can be fetched and coded without keeping anything."""
    page, gone = code_paths([sheet], book=None, fetch=True)
    assert isinstance(page, Coded) and isinstance(gone, Failed)
