"""`python -m tests.web.screenshots`: pictures of each page of the desk, light and dark, and some at phone width, into docs/desk/."""

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from tests.web.browser import launched
from tests.web.sample import addresses, sample
from tests.web.serving import serving

from onrecord.store import Book

INTO = Path(__file__).parent.parent.parent / "docs" / "desk"
WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 780}
ON_PHONE = ("reports", "report", "incident", "ledger")
COLOURS = 128  # of a picture; more are not told apart in print
LARGEST = 150_000  # bytes of a picture


def main() -> None:
    """Make the book, serve it, and take the pictures. ValueError when one is too large for the documentation."""
    INTO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.db"
        sample(path)
        with Book(str(path)) as book, serving(book, "Mona") as desk, launched() as browser:
            for scheme in ("light", "dark"):
                shots(browser, desk.address, desk.entry, addresses(book), scheme)


def shots(browser: Any, address: str, entry: str, paths: dict[str, str], scheme: str) -> None:
    """The pictures in one colour scheme."""
    page = browser.new_context(viewport=WIDE, color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(f"{address}/sign-in")
    shot(page, f"sign-in-{scheme}")
    page.goto(entry)
    for name, path in paths.items():
        page.goto(address + path)
        if name == "report":
            page.keyboard.press("j")
            page.keyboard.press("j")
        shot(page, f"{name}-{scheme}")
    page.goto(address + paths["report"])
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("form.edit")
    shot(page, f"edit-{scheme}")
    page.set_viewport_size(PHONE)
    for name in ON_PHONE:
        page.goto(address + paths[name])
        shot(page, f"{name}-phone-{scheme}")
    page.context.close()


def shot(page: Any, name: str) -> None:
    """One picture of what is on the screen."""
    page.wait_for_load_state("networkidle")
    path = INTO / f"{name}.png"
    taken = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    taken.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{name}: {path.stat().st_size} bytes; show less on it")
    sys.stdout.write(f"{name} {path.stat().st_size}\n")


if __name__ == "__main__":
    main()
