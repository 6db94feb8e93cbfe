"""The pages over the whole book: what is decided shows on them at once, and long lists come in pages."""

from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests.web.conftest import Running

from onrecord.records import Ref
from onrecord.store import Book


def figure_of(book: Book) -> tuple[Ref, str]:
    """A figure, and the words that lead to it on the ledger."""
    coding = next(coding for coding in book.newest_codings() if coding.figures and not book.decisions(report=coding.report.id))
    ref = Ref(coding.report.id, coding.figures[0].id)
    return ref, f"a[href='/report/{quote(ref.report)}#r-{quote(ref.record)}']"


def test_a_rejected_figure_leaves_the_ledger_at_once(tab: Any, desk: Running) -> None:
    """And comes back when the rejection is taken back."""
    ref, link = figure_of(desk.book)
    tab.goto(f"{desk.address}/ledger")
    expect(tab.locator(link)).to_have_count(1)
    made = desk.book.decide("reject", (ref,), "Mona", "counted twice")
    tab.goto(f"{desk.address}/ledger")
    expect(tab.locator("h1")).to_contain_text("figures")
    expect(tab.locator(link)).to_have_count(0)
    desk.book.withdraw(made.id, "Mona")
    tab.goto(f"{desk.address}/ledger")
    expect(tab.locator(link)).to_have_count(1)


def test_rejected_events_leave_map_timeline_and_incidents(tab: Any, desk: Running) -> None:
    """Incidents of which no event is left are nowhere; the actors of a report stay."""
    counts = {path: shown(tab, desk, path) for path in ("/incidents", "/timeline", "/map")}
    for coding in list(desk.book.newest_codings()):
        for event in coding.events:
            desk.book.decide("reject", (Ref(coding.report.id, event.id),), "Mona", "not conflict")
    assert all(count > 0 for count in counts.values())
    assert {path: shown(tab, desk, path) for path in counts} == dict.fromkeys(counts, 0)


def shown(tab: Any, desk: Running, path: str) -> int:
    """How many incidents a page shows."""
    tab.goto(desk.address + path)
    return int(tab.locator("main table.rows tbody tr, main .timeline li:not(.months), main svg.map a").count())


@pytest.mark.parametrize("path", ["/incidents", "/timeline", "/actors", "/ledger"])
def test_long_lists_are_turned_page_by_page(tab: Any, desk: Running, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """No row is lost or shown twice on the way through the pages."""
    for module in ("incidents", "overview", "ledgers"):
        monkeypatch.setattr(f"onrecord.web.{module}.ROWS", 5)
    monkeypatch.setattr("onrecord.web.paging.pager.__defaults__", (5,))
    tab.goto(desk.address + path)
    seen = rows(tab)
    total = int(tab.locator(".pager .quiet").inner_text().split()[-1].replace(",", ""))
    while tab.locator(".pager a[rel=next]").count():
        tab.locator(".pager a[rel=next]").click()
        tab.wait_for_load_state()
        seen += rows(tab)
    assert len(seen) == len(set(seen)) == total
    expect(tab.locator(".pager a[rel=prev]")).to_have_count(1)


def rows(tab: Any) -> list[str]:
    """The addresses that the rows of a list lead to."""
    links = tab.locator("main table.rows th a, main .timeline a, main table.wide:not(.fit) th a")
    return [str(link) for link in links.evaluate_all("found => [...new Set(found)].map((link) => link.getAttribute('href'))")]
