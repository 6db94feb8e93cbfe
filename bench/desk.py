"""The desk on a large book, measured in the browser: how long a page takes to open, and a key to be answered.

    python -m bench.desk [--book FILE] [--reports 20000] [--times 15]

The book is made of the examples, coded once and repeated with other words and days (bench/scale.py), linked and checked; every
fourth report is reviewed. FILE keeps it between runs and is not changed. The time until the desk has summed the book up is measured
first, and how it answers meanwhile. A page is open when its DOMContentLoaded handlers are done; a key is
answered when what it changes has been changed, the book included. A page over the whole book is opened right after a decision
too, which it has to show.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.web.browser import launched
from tests.web.sample import EXAMPLES
from tests.web.serving import Running, serving

from bench.scale import repeated
from onrecord.check import check
from onrecord.project import Coded, code_paths
from onrecord.project.account import account_of
from onrecord.project.link import link_all
from onrecord.records import Coding, Ref
from onrecord.store import Book, Draft

BATCH = 500  # reports of one transaction
OPENED = "() => { const t = performance.getEntriesByType('navigation')[0]; return t.domContentLoadedEventEnd - t.startTime; }"
# Presses a key and waits until the page shows what it does; the time is the browser's own.
ANSWERED = """([key, selector]) => new Promise((done) => { const began = performance.now();
const look = () => document.querySelector(selector) ? done(performance.now() - began) : requestAnimationFrame(look);
document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })); look(); })"""
PAGES = ("/", "/?state=new", "/?words=attack", "/incidents", "/map", "/timeline", "/actors", "/ledger", "/ledger?actor=police")
MORE = ("/checks", "/search?q=attack", "/coders", "/exports")
DEEP = ("/incidents?from=20000", "/timeline?from=20000", "/actors?from=2000", "/ledger?from=50000")
KEYS = (
    ("j", "article.lit"),
    ("a", "article.lit[data-verdict=accept]"),
    ("f", "article.lit .flag"),
    ("e", "article.lit form.edit"),
    ("x", "article.lit .slot form"),
)


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
        copy = Path(folder) / "copy.db"
        shutil.copy(path, copy)
        with Book(str(copy)) as book, serving(book, "Mona") as desk, launched() as browser:
            tab = browser.new_page()
            tab.goto(desk.entry)
            tab.goto(f"{desk.address}/?state=new")
            rows = tab.locator("a[data-row]").evaluate_all("found => found.map((row) => row.getAttribute('href'))")
            fresh = iter([row for row in rows for _ in range(3)])  # of each of a hundred new reports, three records
            summed_up(tab, desk, fresh)
            measure(tab, desk, book, fresh, options.times)
    return 0


def make(path: Path, many: int) -> None:
    """The book of so many reports: linked, checked, a quarter of it reviewed."""
    codings = [done.coding for done in code_paths([str(EXAMPLES)], book=None) if isinstance(done, Coded)]
    began = time.monotonic()

    def told(what: str) -> None:
        print(f"{what} after {time.monotonic() - began:,.0f} s", flush=True)

    with Book(str(path)) as book:
        for some in batches(repeated(codings, many)):
            book.add_all((coding, None) for coding in some)
        told(f"{many:,} reports added")
        review(book)
        told("a quarter reviewed")
        found = link_all(book)
        told(f"linked into {len(found.incidents):,} incidents")
        findings = check(account_of(book))
        book.replace_findings(findings)
        told(f"checked, {len(findings):,} findings")


def batches(codings: Iterator[Coding]) -> Iterator[list[Coding]]:
    """So many at a time as are stored together."""
    while some := list(islice(codings, BATCH)):
        yield some


def review(book: Book) -> None:
    """Every fourth report done: its records accepted, now and then one rejected or edited."""
    for number, coding in enumerate(list(islice(book.newest_codings(), 0, None, 4))):
        book.decide_all(drafts(coding, number), "Cora")


def drafts(coding: Coding, number: int) -> Iterable[Draft]:
    """What a coder says of a report."""
    name = coding.report.id
    for place, record in enumerate((*coding.figures, *coding.events, *coding.statements)):
        if place or number % 10 > 1:
            yield Draft("accept", (Ref(name, record.id),))
        elif number % 10 == 1:
            yield Draft("reject", (Ref(name, record.id),), "counted twice")
        else:
            yield Draft(
                "edit", (Ref(name, record.id),), None, '{"measure": "wounded"}' if coding.figures else '{"realis": "planned"}'
            )
    yield Draft("state", (Ref(name, ""),), None, '{"state": "done"}')


def summed_up(tab: Any, desk: Running, fresh: Iterator[str]) -> None:
    """Wait until the book is summed up; if that takes a while, tell how long, and how pages and keys were meanwhile."""
    began, pages, keys = time.monotonic(), list[float](), list[float]()
    while True:
        pages.append(opened(tab, f"{desk.address}/incidents"))
        if not tab.locator("p.progress[role=status]").count():
            break
        keys.append(pressed(tab, desk.address + next(fresh), len(keys) % 3 + 1, *KEYS[1]))
        tab.wait_for_timeout(500)
    if keys:
        print(f"summed up in {time.monotonic() - began:,.1f} s")
        told("/incidents meanwhile", "opened", pages)
        told("key a meanwhile", "answered", keys)


def measure(tab: Any, desk: Running, book: Book, fresh: Iterator[str], times: int) -> None:
    """Open every page and press keys, so often."""
    report = [next(fresh) for _ in range(3)][-1]  # the keys go on with another
    actor = max(book.dossier(report.rpartition("/")[2]).coding.actors, key=lambda one: len(one.mentions)).name  # type: ignore[union-attr]
    incident = max(islice(book.incidents(), 5_000), key=lambda one: len(one.events)).id
    for path in (*PAGES, *MORE, *DEEP, report, f"/incidents/{incident}", f"/actors?name={quote(actor)}"):
        told(path, "opened", [opened(tab, desk.address + path) for _ in range(times)])
    for path in ("/", "/map", "/timeline", "/actors", "/ledger", "/incidents"):
        told(f"{path} after a decision", "opened", [after(tab, desk, report, turn, path) for turn in range(times)])
    for key, selector in KEYS:
        told(
            f"key {key}",
            "answered",
            [pressed(tab, desk.address + next(fresh), turn % 3 + 1, key, selector) for turn in range(times)],
        )


def after(tab: Any, desk: Running, report: str, turn: int, path: str) -> float:
    """Open a page right after a record was rejected."""
    name = report.rpartition("/")[2]
    dossier = desk.book.dossier(name)
    figures = dossier.coding.figures if dossier else ()
    desk.book.decide("reject", (Ref(name, figures[turn % len(figures)].id),), "Mona", "for the measuring")
    return opened(tab, desk.address + path)


def pressed(tab: Any, address: str, down: int, key: str, selector: str) -> float:
    """Go so many records down a report and press a key."""
    tab.goto(address)
    for _ in range(down if key != "j" else 0):
        tab.keyboard.press("j")
    return float(tab.evaluate(ANSWERED, [key, selector]))


def opened(page: Any, address: str) -> float:
    """The milliseconds until a page is open."""
    page.goto(address, wait_until="domcontentloaded", timeout=300_000)
    return float(page.evaluate(OPENED))


def told(name: str, what: str, taken: list[float]) -> None:
    """Print the median, and the first and the slowest."""
    print(
        f"{name:<32} {what} in {statistics.median(taken):7.1f} ms at the median, first {taken[0]:8.1f}, slowest {max(taken):8.1f}",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main())
