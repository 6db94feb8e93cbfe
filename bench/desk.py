"""The desk on a large book, measured in the browser: how long a page takes to open, and a key to be answered.

    python -m bench.desk [--book FILE] [--reports 20000] [--times 15]

The book is made of the examples, coded once and repeated with other words and days (bench/scale.py), and linked; FILE
keeps it between runs. A page is open when its DOMContentLoaded handlers are done; a key is answered when what it changes has been
changed, the book included.
"""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from tests.web.browser import launched
from tests.web.sample import EXAMPLES
from tests.web.serving import Running, serving

from bench.scale import repeated
from onrecord.link import link
from onrecord.project import Coded, code_paths
from onrecord.project.decisions import reviewed_codings
from onrecord.store import Book

OPENED = "() => { const t = performance.getEntriesByType('navigation')[0]; return t.domContentLoadedEventEnd - t.startTime; }"
# Presses a key and waits until the page shows what it does; the time is the browser's own.
ANSWERED = """([key, selector]) => new Promise((done) => { const began = performance.now();
const look = () => document.querySelector(selector) ? done(performance.now() - began) : requestAnimationFrame(look);
document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })); look(); })"""
PAGES = ("/", "/?state=new", "/incidents", "/map", "/timeline", "/actors", "/ledger", "/checks", "/search?q=attack", "/coders")


def main() -> int:
    """Print a line a page and a line a key; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--book", type=Path)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.book or Path(folder) / "book.db"
        if not path.exists():
            make(path, options.reports)
        shutil.copy(path, Path(folder) / "copy.db")
        with Book(f"{folder}/copy.db") as book, serving(book, "Mona") as desk, launched() as browser:
            measure(browser.new_page(), desk, options.times)
    return 0


def make(path: Path, many: int) -> None:
    """The book of so many reports, linked."""
    codings = [done.coding for done in code_paths([str(EXAMPLES)], book=None) if isinstance(done, Coded)]
    with Book(str(path)) as book:
        for coding in repeated(codings, many):
            book.add(coding)
        found = link(reviewed_codings(book))
        book.replace_incidents(found.incidents, found.links)


def measure(page: Any, desk: Running, times: int) -> None:
    """Open every page and press keys, so often."""
    page.goto(desk.entry)
    first = page.locator("a[data-row]").first.get_attribute("href")
    for path in (*PAGES, first):
        told(path, "opened", [opened(page, desk.address + path) for _ in range(times)])
    for key, selector in (("j", "article.lit"), ("a", "article.lit[data-verdict=accept]"), ("f", "article.lit .flag")):
        taken = []
        for turn in range(times):
            page.goto(desk.address + first)
            for _ in range(turn + 2 if key != "j" else 0):
                page.keyboard.press("j")
            taken.append(page.evaluate(ANSWERED, [key, selector]))
        told(f"key {key}", "answered", taken)


def opened(page: Any, address: str) -> float:
    """The milliseconds until a page is open."""
    page.goto(address, wait_until="domcontentloaded", timeout=300_000)
    return float(page.evaluate(OPENED))


def told(name: str, what: str, taken: list[float]) -> None:
    """Print the median, and the first and the slowest."""
    print(
        f"{name:<24} {what} in {statistics.median(taken):7.1f} ms at the median, first {taken[0]:8.1f}, slowest {max(taken):8.1f}",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main())
