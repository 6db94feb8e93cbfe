"""A desk on a book of samples: in the process for requests, on a port for the browser."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.web.browser import CHROMIUM, launched
from tests.web.sample import PASSWORD, sample
from tests.web.serving import Running, serving

from onrecord.project import code_paths
from onrecord.store import Book
from onrecord.web.people import add_person

ROOT = Path(__file__).parent.parent.parent
HOSTILE = """<html><body><h1>Raid <img src=x onerror="document.title='run'"></h1><p>Two men were killed in Basra on 3 May 2019, police said.
&lt;script&gt;document.title='run'&lt;/script&gt;</p><script>document.title='run'</script></body></html>"""


@pytest.fixture(scope="session")
def coded_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of three reports of one attack and a hostile page, coded once, with coders, a reviewer and a reader."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "hostile.html").write_text(HOSTILE)
    paths = [str(ROOT / "examples" / f"{name}.txt") for name in ("gao_wire", "gao_ministry", "gao_ngo")]
    list(code_paths([*paths, str(folder / "hostile.html")], book=str(folder / "book.db")))
    with Book(str(folder / "book.db")) as opened:
        for name, role in (("Cora", "coder"), ("Dan", "coder"), ("Rita", "reviewer"), ("Rolf", "reader")):
            add_person(opened, name, role, PASSWORD, "setup")
    return folder / "book.db"


@pytest.fixture(scope="session")
def full_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book on which every page has something to show; tests only look at it."""
    path = tmp_path_factory.mktemp("full") / "book.db"
    sample(path)
    return path


@pytest.fixture
def book(coded_book: Path, tmp_path: Path) -> Iterator[Book]:
    """A copy of the book for one test."""
    shutil.copy(coded_book, tmp_path / "book.db")
    with Book(str(tmp_path / "book.db")) as opened:
        yield opened


@pytest.fixture
def desk(book: Book) -> Iterator[Running]:
    """The desk, served."""
    with serving(book, "Mona") as running:
        yield running


@pytest.fixture(scope="session")
def fortress(coded_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A desk for tests that are refused, and leave the book as it is."""
    path = tmp_path_factory.mktemp("fortress") / "book.db"
    shutil.copy(coded_book, path)
    with Book(str(path)) as opened, serving(opened, "Mona") as running:
        yield running


@pytest.fixture
def manager(desk: Running) -> Iterator[httpx.Client]:
    """A signed-in client without a browser; changes carry the word against forged forms."""
    with httpx.Client(base_url=desk.address, follow_redirects=True, timeout=60) as client:
        client.get(desk.entry)
        client.headers["x-csrf-token"] = csrf_of(client)
        yield client


def csrf_of(client: httpx.Client) -> str:
    """The word that a signed-in page carries."""
    return client.get("/").text.split('X-CSRF-Token": "')[1].split('"')[0]


@contextmanager
def signed_in(desk: Running, name: str) -> Iterator[httpx.Client]:
    """A client for a person of the book."""
    with httpx.Client(base_url=desk.address, follow_redirects=True, timeout=60) as client:
        client.post("/sign-in", data={"person": name, "password": PASSWORD})
        client.headers["x-csrf-token"] = csrf_of(client)
        yield client


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser. Where the machine has no Chromium the tests say so and are skipped, unless CI is set."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine: install Debian's chromium to run the tests of the desk in a browser")
    with launched() as found:
        yield found


@pytest.fixture
def tab(chromium: Any, desk: Running) -> Iterator[Any]:
    """A page signed in as the manager. What it asks for elsewhere, and every error of its scripts, fails the test."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda said: page.troubles.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith((desk.address, "data:")) else page.troubles.append(asked.url))
    page.goto(desk.entry)
    yield page
    assert page.troubles == []
    context.close()
