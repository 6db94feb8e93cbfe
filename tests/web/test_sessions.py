"""How long a session is good, for whom, and how the person who started the desk gets in."""

import os
import pty
import re
import select
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.web.conftest import PASSWORD, Running, csrf_of, signed_in

from onrecord.errors import UsageError
from onrecord.store import Book
from onrecord.web import entry, people
from onrecord.web.peer import Peers, looked_up
from onrecord.web.people import add_person, person_of, remove_person


def test_another_role_holds_at_once(desk: Running) -> None:
    """A coder made a reader while at work can decide nothing more; made a reviewer, sees what others decided."""
    with signed_in(desk, "Cora") as cora:
        report = "/report/" + cora.get("/").text.split('href="/report/')[1].split('"')[0]
        record = cora.get(report).text.split('data-id="')[1].split('"')[0]
        with signed_in(desk, "Dan") as dan:
            assert dan.post(f"{report}/record/{record}/accept").status_code == 200
        assert 'class="verdict"' not in cora.get(report).text
        add_person(desk.book, "Cora", "reader", None, "Mona")
        assert cora.post(f"{report}/record/{record}/accept").status_code == 403
        add_person(desk.book, "Cora", "reviewer", None, "Mona")
        assert 'class="verdict"' in cora.get(report).text


@pytest.mark.parametrize("what", ["removed", "password"])
def test_a_session_ends_with_its_password(desk: Running, what: str) -> None:
    """Who was removed or has another password is out at the next request; others stay, and a new password lets in."""
    with signed_in(desk, "Cora") as cora, signed_in(desk, "Rita") as rita:
        assert cora.get("/checks").url.path == "/checks"
        if what == "removed":
            remove_person(desk.book, "Cora", "Mona")
        else:
            add_person(desk.book, "Cora", "coder", "another long password", "Mona")
        assert cora.get("/checks").url.path == "/sign-in"
        assert cora.post("/undo").status_code == 401
        assert rita.get("/checks").url.path == "/checks"
        again = cora.post("/sign-in", data={"person": "Cora", "password": PASSWORD}).status_code
        assert again == 403, "the old password still lets in"


def test_a_manager_removes_and_changes_people(manager: httpx.Client, desk: Running) -> None:
    """At the desk too: another role keeps the password, a removed person is no longer listed, a stranger is named."""
    assert manager.post("/coders/person", data={"name": "Cora", "role": "reader", "password": ""}).status_code == 204
    assert person_of(desk.book, "Cora") == {**people.people(desk.book)["Cora"], "role": "reader"}
    assert manager.post("/coders/removed", data={"name": "Cora"}).status_code == 204
    assert person_of(desk.book, "Cora") is None and "Cora" not in people.people(desk.book)
    assert manager.post("/coders/removed", data={"name": "Cora"}).status_code == 400
    with signed_in(desk, "Rita") as rita:
        assert rita.post("/coders/removed", data={"name": "Dan"}).status_code == 403


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "Ri\u200bta", "Rita\u202e", "Ri\nta", "Ri  ta", "\x00"])
def test_names_that_would_be_taken_for_others(book: Book, name: str) -> None:
    """A name of characters nobody sees cannot stand for a colleague in the history."""
    with pytest.raises(UsageError):
        add_person(book, name, "manager", PASSWORD, "Mona")


def test_passwords_that_will_not_do(book: Book) -> None:
    """Too short, too long, or none for a new person."""
    for password in ("short", "x" * 1001, None):
        with pytest.raises(UsageError):
            add_person(book, "Nora", "coder", password, "Mona")


def test_a_word_of_entry_is_good_once(desk: Running) -> None:
    """The first browser is in and may load the address again; any other one is told how to get another."""
    address, other = desk.entry, desk.entry
    with httpx.Client(follow_redirects=True) as first:
        assert first.get(address).url.path == "/"
        assert first.get(address).url.path == "/"
    late = httpx.get(address)
    assert late.status_code == 403 and "Press Enter" in late.text and "set-cookie" not in late.headers
    assert httpx.get(other).status_code == 403, "an address given out before stayed good"
    assert httpx.get(desk.entry).status_code == 303


def test_a_word_of_entry_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a quarter of an hour a word lets nobody in."""
    words = entry.Words()
    word, began = words.give(), time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: began + entry.LASTS + 1)
    assert not words.take(word)


def test_the_page_for_the_browser_is_private_and_leads_in(desk: Running, tmp_path: Path, chromium: Any) -> None:
    """Only its owner can read the page; opened from the disk it leads in, once, and a reload stays in."""
    path = entry.Entry(desk.address, desk.app.state.words, tmp_path).page()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    context = chromium.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector(".who")
    assert page.url == f"{desk.address}/"
    page.reload()
    assert page.locator(".who").inner_text() == "Mona"
    context.close()
    other = chromium.new_context()
    page = other.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("text=Press Enter")
    other.close()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[tuple[Any, int]]:
    """`onrecord desk` in a terminal, with a browser that notes what it was started with."""
    note = tmp_path / "opened"
    fake = tmp_path / "xdg-open"
    fake.write_text(f'#!/bin/sh\nprintf "%s" "$*" > {note}.part; mv {note}.part {note}\n')
    fake.chmod(0o755)
    keyboard, there = pty.openpty()
    start = [sys.executable, "-c", "from onrecord.cli import main; main()", "desk", "--as", "Mona"]
    words = [*start, "--book", str(tmp_path / "new.db"), "--port", "0"]
    settings = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    with (
        Book(str(tmp_path / "new.db")),
        subprocess.Popen(words, stdin=there, stdout=there, stderr=there, env=settings) as running,
    ):
        os.close(there)
        yield note, keyboard
        running.terminate()
    os.close(keyboard)


def told(keyboard: int, wanted: str) -> str:
    """What the terminal shows, once it shows what is wanted."""
    shown = ""
    while not re.search(wanted, shown):
        assert select.select([keyboard], [], [], 60)[0], shown
        shown += os.read(keyboard, 4096).decode()
    return re.search(wanted, shown)[0]  # type: ignore[index]


def test_the_command_line_of_the_browser_tells_nothing(terminal: tuple[Path, int]) -> None:
    """The browser is started with a private page, not with the word; Enter in the terminal prints another address."""
    note, keyboard = terminal
    link = r"http://127.0.0.1:\d+/enter\?token=[\w-]+(?=\s)"
    first = re.findall(link, told(keyboard, rf"{link}[^$]*Ctrl"))[0]
    while not note.exists():
        time.sleep(0.05)
    opened = note.read_text()
    assert "token" not in opened and "http" not in opened and opened.endswith(".html")
    assert stat.S_IMODE(Path(opened).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(opened).parent.stat().st_mode) == 0o700
    os.write(keyboard, b"\n")
    second = told(keyboard, link)
    assert httpx.get(second).status_code == 303
    assert httpx.get(first).status_code == 403


def test_a_cookie_is_no_good_to_another_user(desk: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session opened by one user of the machine is none for a program of another, though it sends the very cookie."""
    uid = [1000]
    monkeypatch.setattr(Peers, "uid_of", lambda *_: uid[0])
    with httpx.Client(base_url=desk.address, follow_redirects=True) as client:
        client.get(desk.entry)
        word = csrf_of(client)
        for other in (1001, None):
            uid[0] = other
            assert client.get("/checks").url.path == "/sign-in"
            assert client.post("/undo", headers={"x-csrf-token": word}).status_code == 401
        uid[0] = 1000
        assert client.get("/checks").url.path == "/checks"


def test_the_user_of_a_connection_is_known() -> None:
    """Linux tells whose program is connected; of a connection that is not there it tells nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        ends = client.getsockname(), server.getsockname()
        assert looked_up(*ends) == os.getuid()
        assert looked_up(ends[1], ("127.0.0.1", 1)) is None
        assert looked_up(("::1", 9), ends[1]) is None
        assert Peers().uid_of({"client": ends[0], "server": ends[1]}) == os.getuid()
        assert Peers().uid_of({}) is None
