"""Every page of the desk with axe, light and dark: no serious or critical finding."""

from pathlib import Path
from typing import Any

import pytest
from tests.web.sample import addresses
from tests.web.serving import serving

from onrecord.store import Book

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
RUN = "() => axe.run(document).then(found => found.violations.map(v => [v.impact, v.id, v.nodes.map(n => n.target + ' ' + n.html)]))"
GRAVE = ("serious", "critical")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_grave_finding_on_any_page(chromium: Any, full_book: Path, scheme: str) -> None:
    """Contrast, names, order, roles: what axe calls serious or critical is on no page, with a record in hand or in edit."""
    with Book(str(full_book)) as book, serving(book, "Mona") as desk:
        page = chromium.new_context(viewport={"width": 1366, "height": 768}, color_scheme=scheme).new_page()
        found = grave(page, desk.address + "/sign-in")
        page.goto(desk.entry)
        for path in addresses(book).values():
            found += grave(page, desk.address + path)
        page.goto(desk.address + addresses(book)["report"])
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.wait_for_selector("form.edit")
        found += grave(page)
        page.context.close()
    assert found == []


def grave(page: Any, address: str | None = None) -> list[Any]:
    """The serious and critical findings on a page."""
    if address:
        page.goto(address)
    page.evaluate(AXE)
    return [[page.url, *one] for one in page.evaluate(RUN) if one[0] in GRAVE]
