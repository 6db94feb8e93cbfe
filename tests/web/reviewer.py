"""An analyst at the desk who finds every record right, and counts the keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.check import check
from onrecord.project import code_paths
from onrecord.project.account import account_of
from onrecord.project.link import link_all
from onrecord.store import Book

MOST = 200  # keys after which a report is given up
SETTLED = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')"


def coded(folder: Path, path: Path) -> None:
    """A book of a folder of texts, linked and checked, so that the checks have fired."""
    list(code_paths([str(folder)], book=str(path)))
    with Book(str(path)) as book:
        link_all(book)
        book.replace_findings(check(account_of(book)))


def largest(book: Book, most: int) -> list[str]:
    """The ids of the reports with most text."""
    return sorted((e.id for e in book.entries()), key=lambda name: -len(book.codings(name)[0].report.text))[:most]


def keys(page: Any) -> Iterator[str]:
    """What the analyst presses next: A while plain records are open, Enter for each other one, Enter when all are decided."""
    while page.locator("article[data-plain]").count():
        yield "A"
    while page.locator("article.record[data-verdict='']").count():
        yield "Enter"
    yield "Enter"


def reviewed(page: Any, address: str) -> list[str]:
    """The keys pressed from the opening of a report until it is done and the next page is open."""
    page.goto(address)
    pressed = []
    for key in keys(page):
        pressed.append(key)
        before = page.locator("article.record[data-verdict='']").count()
        page.keyboard.press(key)
        if not before:
            page.wait_for_url(lambda url: not url.startswith(address))
        else:
            page.wait_for_function(SETTLED)
            page.wait_for_function(
                "(before) => document.querySelectorAll(\"article.record[data-verdict='']\").length < before || !!document.querySelector('.lit')",
                arg=before,
            )
        if len(pressed) == MOST:
            break
    return pressed
