"""What an outsider, a reader, and whoever writes a report, a name or a note might try, and what comes of it."""

import socket
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect
from tests.web.conftest import PASSWORD, Running, csrf_of, signed_in

from onrecord.web.application import application
from onrecord.web.people import add_person

BODIES = (
    b"reason=%00",
    b"reason=%ff%fe",
    b"reason=%ed%a0%80",
    b"records=" + b"x+" * 5000,
    b"seen=x&seen=y",
    b"=&&&=",
    b"start=-1&end=9e9&words=x",
    "start=٣&end=٤&words=x".encode(),
)
ADDRESSES = (
    "/?from=99999999999999999999999",
    "/?from=٣",
    "/?state=%00&words=%00",
    "/?since=x&until=%ff",
    "/search?q=%00",
    '/search?q="*(NEAR',
    "/search?q=" + "x" * 10_000,
    "/actors?name=%00",
    "/ledger?measure=<script>&profile=../x&actor=%ff",
    "/incidents?words=%00",
    "/chart.svg?measure=%00",
    "/download?format=../../etc/passwd",
    "/download?format=ledger&profile=../x",
    "/download?format=%00",
    "/report/%0d%0aset-cookie:x=y",
    "/differences/%0d%0ax",
    "/incidents/%00",
)
SCRIPT = "\"'><img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>{{7*7}}"


def raw(desk: Running, request: bytes) -> bytes:
    """The beginning of what the desk answers to bytes as they are."""
    host, port = desk.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 10) as line:
        line.sendall(request.replace(b"HOST", f"{host}:{port}".encode()))
        line.settimeout(10)
        try:
            return line.recv(4096)
        except ConnectionResetError:
            return b""


@pytest.mark.parametrize(
    "path",
    [
        b"/enter/../checks",
        b"/enter%3f/../checks",
        b"/static/../checks",
        b"/static/%2e%2e/checks",
        b"/static/..%2fchecks",
        b"//checks",
        b"/./checks",
        b"/checks/",
        b"/CHECKS",
        b"/health/../checks",
        b"/sign-in%00/../checks",
        b"http://127.0.0.1/checks",
        b"/%2e%2e/%2e%2e/etc/passwd",
        b"/static//etc/passwd",
        b"/static/vendor/../../guard.py",
        b"/checks;/enter",
        b"/checks?/static/",
        b"/checks#/static/",
    ],
)
def test_no_path_leads_around_the_guard(fortress: Running, path: bytes) -> None:
    """However a path is written, a stranger is sent to sign in or told that there is nothing."""
    answer = raw(fortress, b"GET " + path + b" HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")
    assert answer.split(b" ", 2)[1] in (b"303", b"307", b"400", b"404"), answer
    assert b"<h1>Checks" not in answer and b"root:" not in answer and b"class Guard" not in answer


@pytest.mark.parametrize(
    "headers",
    [
        b"Host: evil.example\r\n",
        b"Host: 127.0.0.1\r\n",
        b"Host: HOST@evil.example\r\n",
        b"Host: HOST.evil.example\r\n",
        b"Host: evil.example\r\nX-Forwarded-Host: HOST\r\n",
        b"Host: HOST, evil.example\r\n",
        b"",
    ],
)
def test_no_other_host_is_answered(fortress: Running, headers: bytes) -> None:
    """Names that point here, ports left out, hosts forwarded or missing: nothing is answered but a refusal."""
    answer = raw(fortress, b"GET /sign-in HTTP/1.1\r\n" + headers + b"Connection: close\r\n\r\n")
    assert answer.split(b" ", 2)[1] == b"400" and b"<form" not in answer


@pytest.mark.parametrize(
    "origin",
    ["null", "http://evil.example", "https://{host}", "ftp://{host}", "http://{host}.evil.example", "http://127.0.0.1:1"],
)
def test_no_other_origin_signs_in_or_changes(fortress: Running, origin: str) -> None:
    """A form of another page neither signs the browser in as somebody nor changes anything, cookie and word or not."""
    headers = {"origin": origin.format(host=fortress.address.removeprefix("http://"))}
    tried = httpx.post(f"{fortress.address}/sign-in", data={"person": "Cora", "password": PASSWORD}, headers=headers)
    assert tried.status_code == 403 and "set-cookie" not in tried.headers
    with signed_in(fortress, "Cora") as cora:
        assert cora.post("/undo", headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_do_nothing(fortress: Running, method: str) -> None:
    """There is nothing at the desk that another method does."""
    with signed_in(fortress, "Rita") as rita:
        assert rita.request(method, "/checks").status_code in (400, 404, 405)


def test_a_word_in_the_body_or_address_is_none(fortress: Running) -> None:
    """The word against forged forms counts in its header only, where a form cannot put it."""
    with signed_in(fortress, "Cora") as cora:
        word = cora.headers.pop("x-csrf-token")
        assert cora.post(f"/undo?x-csrf-token={word}", data={"x-csrf-token": word, "csrf": word}).status_code == 403


@pytest.mark.parametrize("path", ["/sign-in", "/enter", "/undo", "/report/x/note", "/api/reports/x/decisions"])
def test_bodies_that_are_too_large(fortress: Running, path: str) -> None:
    """More than the desk takes is refused by what it says of its length, and cut off where it says nothing."""
    with signed_in(fortress, "Cora") as cora:
        assert cora.post(path, content=b"x" * 1_100_000).status_code == 413

        def endless() -> Iterator[bytes]:
            for _ in range(200):
                yield b"x" * 10_000

        headers = {"content-type": "application/x-www-form-urlencoded"}
        answer = cora.post(path, content=endless(), headers=headers)
        assert answer.status_code in (404, 413) or path == "/undo", "it was read to the end"


def test_odd_bodies_are_answered_in_words(manager: httpx.Client) -> None:
    """Nothing that is sent makes the desk fail: it is done, or refused in words."""
    report = "/report/" + manager.get("/").text.split('href="/report/')[1].split('"')[0]
    record = manager.get(report).text.split('data-id="')[1].split('"')[0]
    headers = {"content-type": "application/x-www-form-urlencoded"}
    paths = [f"{report}/{what}" for what in ("note", "state", "accept-all", "select/figure", "select/%00")]
    paths += [f"{report}/record/{record}/{what}" for what in ("accept", "reject", "edit", "note", "split", "merge", "rival")]
    paths += ["/add", "/coders/policy", "/coders/person", "/pair/same", "/checks/x", "/differences/x/y", "/sign-in", "/enter"]
    for path, body in product(paths, BODIES):
        answer = manager.post(path, content=body, headers=headers)
        assert answer.status_code < 500, (path, answer.text)
        assert "Traceback" not in answer.text


def test_odd_addresses_are_answered_in_words(manager: httpx.Client) -> None:
    """Nothing in an address makes the desk fail, reads a file, or gets into the answer's headers or markup."""
    for path in ADDRESSES:
        answer = manager.get(path)
        assert answer.status_code < 500, (path, answer.text)
        assert "<script>" not in answer.text.replace("<script src", "") and "root:" not in answer.text
        assert "x=y" not in answer.headers.get("set-cookie", "")


def test_no_markup_of_anybody_runs(tab: Any, desk: Running, manager: httpx.Client, tmp_path: Path) -> None:
    """In a report, its title, outlet and file name, in names, notes, reasons, the policy and searches it is shown as it stands."""
    name = "\"><img src=x onerror=document.title='run'>.txt"
    fields = {"title": SCRIPT, "outlet": SCRIPT, "url": f"javascript:{SCRIPT}", "published": "2024-03-07"}
    text = f"GAO - At least 14 people were killed in Gao on Wednesday, {SCRIPT} said. {SCRIPT} killed nine soldiers."
    manager.post("/add", data={**fields, "text": text}, files={"files": (name, text.encode())})
    add_person(desk.book, SCRIPT[:60], "coder", PASSWORD, "Mona")
    manager.post("/coders/policy", data={"policy": SCRIPT})
    reports = [entry.id for entry in desk.book.entries()][-2:]
    for report in reports:
        manager.post(f"/report/{report}/note", data={"reason": SCRIPT})
        coding = desk.book.codings(report)[0]
        for record in [*coding.figures, *coding.actors]:
            manager.post(f"/report/{report}/record/{record.id}/reject", data={"reason": SCRIPT})
            manager.post(f"/report/{report}/record/{record.id}/note", data={"reason": SCRIPT})
    paths = ["/", "/incidents", "/map", "/timeline", "/actors", "/ledger", "/checks", "/coders", "/search?q=onerror"]
    for path in [*paths, *(f"/report/{report}" for report in reports), f"/?words={SCRIPT}", f"/actors?name={SCRIPT}"]:
        tab.goto(desk.address + path)
        assert "run" not in tab.title().split(), path
        assert tab.locator("main img[src='x'], main script").count() == 0, path


def test_what_is_downloaded_is_never_shown(manager: httpx.Client) -> None:
    """A download is kept, not opened: its name and type are ours, and a page among them may run nothing here."""
    for fmt in ("ledger", "page", "jsonld", "geojson"):
        answer = manager.get(f"/download?format={fmt}")
        if answer.status_code == 200:
            assert answer.headers["content-disposition"].startswith(f'attachment; filename="onrecord-{fmt}')
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "default-src 'none'" in answer.headers["content-security-policy"]
    drawing = manager.get("/chart.svg?measure=</title><script>alert(1)</script>")
    assert "<script>" not in drawing.text and "default-src 'none'" in drawing.headers["content-security-policy"]


def test_nothing_is_left_after_signing_out(tab: Any, desk: Running) -> None:
    """Signed out, the browser shows no page again: neither by going back nor by asking for it."""
    tab.click("a[data-row] >> nth=0")
    tab.wait_for_selector(".report")
    address = tab.url
    tab.click("button:has-text('Sign out')")
    tab.wait_for_url("**/sign-in")
    tab.go_back()
    expect(tab.locator("input[name='person']")).to_be_visible()
    tab.goto(address)
    expect(tab.locator("input[name='person']")).to_be_visible()
    assert tab.context.cookies() == []


def test_two_desks_keep_their_people_apart(fortress: Running) -> None:
    """The cookie carries the port: what one desk says to the browser signs nobody out of another."""
    cookie = httpx.get(fortress.entry).headers["set-cookie"].lower()
    port = fortress.address.rsplit(":", 1)[1]
    assert cookie.startswith(f"onrecord-{port}=")
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie and "domain" not in cookie
    assert application(fortress.book, "Mona", 1).state.cookie == "onrecord-1"


def test_no_websocket(fortress: Running) -> None:
    """There is no way in beside the requests."""
    asked = b"GET /checks HTTP/1.1\r\nHost: HOST\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    answer = raw(fortress, asked + b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    assert answer.split(b" ", 2)[1] in (b"303", b"403")


def test_a_reader_gets_nothing_done_by_any_door(desk: Running) -> None:
    """Every way to change something, page or JSON, with every right header: a reader is refused and the book is as it was."""
    with signed_in(desk, "Rolf") as rolf:
        report = rolf.get("/").text.split('href="/report/')[1].split('"')[0]
        record = rolf.get(f"/report/{report}").text.split('data-id="')[1].split('"')[0]
        before = next(iter(desk.book.log(newest_first=True))).hash
        tried = set()
        for route in desk.app.routes:
            if "POST" not in (getattr(route, "methods", None) or ()) or route.path in ("/sign-in", "/enter", "/sign-out"):
                continue
            path = route.path
            for part, value in (
                ("report", report),
                ("record", record),
                ("what", "accept"),
                ("kind", "figure"),
                ("verdict", "same"),
            ):
                path = path.replace("{" + part + "}", value)
            answer = rolf.post(path, data={"reason": "x", "state": "done"}, headers={"origin": desk.address})
            assert answer.status_code == 403, path
            tried.add(path)
        for what in ("edit", "reject", "note"):
            assert rolf.get(f"/report/{report}/record/{record}/{what}").status_code == 403
        assert len(tried) > 15 and next(iter(desk.book.log(newest_first=True))).hash == before


def test_words_of_one_session_are_no_good_in_another(desk: Running) -> None:
    """A word against forged forms belongs to its session; signing in again opens a new one and ends the old."""
    with signed_in(desk, "Cora") as cora, signed_in(desk, "Dan") as dan:
        assert dan.post("/undo", headers={"x-csrf-token": cora.headers["x-csrf-token"]}).status_code == 403
        old = dict(cora.cookies)
        cora.post("/sign-in", data={"person": "Cora", "password": PASSWORD})
        assert csrf_of(cora) != cora.headers["x-csrf-token"]
        assert httpx.get(f"{desk.address}/checks", cookies=old).status_code == 303
