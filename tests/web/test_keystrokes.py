"""The largest reports of the examples, reviewed with few keys, nothing accepted that was not on the screen."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.web.reviewer import coded, largest, reviewed
from tests.web.sample import EXAMPLES
from tests.web.serving import Running, serving

from onrecord.project.desk import Desk
from onrecord.review.kinds import every
from onrecord.store import Book

MOST = 15  # keys a report
LARGEST = 3  # reports


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A desk on the examples, linked and checked, nothing of them decided."""
    path = tmp_path_factory.mktemp("keys") / "book.db"
    coded(EXAMPLES, path)
    with Book(str(path)) as book, serving(book, "Mona") as desk:
        yield desk


@pytest.fixture
def page(chromium: Any, checked: Running) -> Iterator[Any]:
    """A page of usual size, signed in as the manager."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    found = context.new_page()
    found.goto(checked.entry)
    yield found
    context.close()


@pytest.mark.parametrize("place", range(LARGEST))
def test_the_largest_reports_take_few_keys(page: Any, checked: Running, place: int) -> None:
    """All records accepted, the report done and the next one open; each with a check or a rival by a key of its own."""
    report = largest(checked.book, LARGEST)[place]
    view = Desk(checked.book, "Mona").report(report)
    alone = {r.id for r in every(view.coding) if getattr(r, "rivals", ()) or view.fired(r.id)}
    pressed = reviewed(page, f"{checked.address}/report/{report}")
    assert len(pressed) <= MOST, pressed
    assert page.locator(".report").get_attribute("data-report") != report
    made = checked.book.decisions("accept", report=report)
    assert {d.subject[0].record for d in made} == {r.id for r in every(view.coding)}
    assert {d.subject[0].record for d in made if "step" not in json.loads(d.change or "{}")} >= alone
    assert Desk(checked.book, "Mona").report(report).state == "done"


def test_done_leads_past_what_is_done(page: Any, checked: Running) -> None:
    """D says that a report is done and opens the next that is not; u there takes it back and returns."""
    names = [entry.id for entry in checked.book.entries()]
    Desk(checked.book, "Mona").mark(names[1], "done")
    page.goto(f"{checked.address}/report/{names[0]}")
    page.keyboard.press("D")
    page.wait_for_url(lambda url: names[0] not in url)
    assert page.locator(".report").get_attribute("data-report") == Desk(checked.book, "Mona").following(names[0]) != names[1]
    page.keyboard.press("u")
    page.wait_for_url(f"**/report/{names[0]}")
    expect(page.locator(".reading .state")).not_to_have_text("done")
