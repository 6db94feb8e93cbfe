"""What the desk refuses: other hosts, other origins, forged forms, wrong people, and paths that lead out."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from tests.web.conftest import PASSWORD, Running, csrf_of, signed_in

from onrecord.errors import UsageError
from onrecord.web import people

CHANGES = (
    "/undo",
    "/add",
    "/incidents",
    "/checks",
    "/coders/person",
    "/report/x/note",
    "/report/x/record/y/accept",
    "/pair/same",
)
PAGES = (
    "/",
    "/add",
    "/incidents",
    "/map",
    "/timeline",
    "/actors",
    "/ledger",
    "/checks",
    "/exports",
    "/coders",
    "/search?q=gao",
    "/api/incidents",
)


def first_record(client: httpx.Client) -> tuple[str, str]:
    """The address of a record of the first report, and its report's."""
    report = client.get("/").text.split('href="/report/')[1].split('"')[0]
    record = client.get(f"/report/{report}").text.split('data-id="')[1].split('"')[0]
    return f"/report/{report}/record/{record}", f"/report/{report}"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_without_signing_in(desk: Running, path: str) -> None:
    """Every page leads to the sign-in page; the JSON side says 401."""
    answer = httpx.get(desk.address + path)
    assert answer.status_code == (401 if path.startswith("/api/") else 303)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_and_carries_the_policy(manager: httpx.Client, path: str) -> None:
    """Signed in, each page opens, and nothing but our own files may run in it."""
    answer = manager.get(path)
    assert answer.status_code == 200
    assert "default-src 'none'; script-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_another_host_is_refused(desk: Running) -> None:
    """A name that was made to point at this machine gets nothing, token or not."""
    for host in ("evil.example", "127.0.0.1", f"localhost.evil.example:{desk.address.rsplit(':', 1)[1]}"):
        assert httpx.get(desk.entry, headers={"host": host}).status_code == 400


@pytest.mark.parametrize("path", CHANGES)
def test_a_forged_form_is_refused(manager: httpx.Client, path: str) -> None:
    """A change without the word, with a wrong one, or from another page is refused, whatever it asks for."""
    del manager.headers["x-csrf-token"]
    assert manager.post(path).status_code == 403
    assert manager.post(path, headers={"x-csrf-token": "wrong"}).status_code == 403
    word = {"x-csrf-token": csrf_of(manager)}
    assert manager.post(path, headers={**word, "origin": "http://evil.example"}).status_code == 403
    assert manager.post(path, headers={**word, "sec-fetch-site": "cross-site"}).status_code == 403


def test_the_token_is_needed(desk: Running) -> None:
    """A wrong token signs nobody in."""
    assert httpx.get(f"{desk.address}/enter?token=wrong").status_code == 403
    assert httpx.get(f"{desk.address}/enter").status_code == 403


def test_the_cookie_is_out_of_reach(desk: Running) -> None:
    """No script and no other site gets the session's cookie."""
    cookie = httpx.get(desk.entry).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


def test_a_reader_changes_nothing(desk: Running) -> None:
    """A reader sees reports and has no way to decide, add, link, export or manage."""
    with signed_in(desk, "Rolf") as reader:
        record, report = first_record(reader)
        assert 'data-key="a"' not in reader.get(report).text
        for path in (
            f"{record}/accept",
            f"{report}/note",
            "/add",
            "/incidents",
            "/checks",
            "/undo",
            "/coders/person",
            "/pair/same",
        ):
            assert reader.post(path, data={"reason": "x"}).status_code == 403
        assert reader.get("/download").status_code == 403
        assert reader.get("/add").status_code == 403
    assert not [d for d in desk.book.decisions() if d.verdict != "person"]


def test_a_coder_manages_nothing(desk: Running) -> None:
    """A coder decides on records, and neither links, settles differences, exports nor adds people."""
    with signed_in(desk, "Cora") as coder:
        record, report = first_record(coder)
        assert coder.post(f"{record}/accept").status_code == 200
        for path in ("/incidents", "/checks", "/coders/person", "/pair/same", f"{report.replace('report', 'differences')}/x"):
            assert coder.post(path).status_code == 403
        assert coder.get("/download").status_code == 403


def test_too_many_wrong_passwords(desk: Running) -> None:
    """After five wrong passwords even the right one has to wait; other people do not."""
    with httpx.Client(base_url=desk.address) as client:
        tries = [client.post("/sign-in", data={"person": "Cora", "password": "wrong"}).status_code for _ in range(5)]
        assert tries == [403] * 5
        assert client.post("/sign-in", data={"person": "Cora", "password": PASSWORD}).status_code == 429
        assert client.post("/sign-in", data={"person": "Rita", "password": PASSWORD}).status_code == 303


@pytest.mark.parametrize(
    "path", ["/static/../guard.py", "/static/%2e%2e/guard.py", "/static/..%2f..%2fstore/book.py", "/report/..%2f..%2fetc"]
)
def test_paths_lead_nowhere_else(manager: httpx.Client, path: str) -> None:
    """No path reads a file outside the static ones or a report that is not there."""
    answer = manager.get(path)
    assert answer.status_code in (400, 404)
    assert "class Guard" not in answer.text and "class Book" not in answer.text


def test_passwords_are_not_kept(desk: Running) -> None:
    """The book holds a salted hash, never a password."""
    kept = [d.change or "" for d in desk.book.decisions("person")]
    assert kept and not [change for change in kept if PASSWORD in change]
    assert people.people(desk.book)["Cora"]["secret"] != people.people(desk.book)["Dan"]["secret"]


def test_markup_in_a_report_is_shown_and_never_obeyed(manager: httpx.Client) -> None:
    """The hostile page's markup stands in the desk as text."""
    page = manager.get("/").text
    name = next(part.split('"')[0] for part in page.split('href="/report/')[1:] if "Raid" in part[:400])
    shown = manager.get(f"/report/{name}").text
    assert "&lt;script&gt;" in shown
    assert "<script>document" not in shown and "<img" not in shown


def test_errors_are_words(manager: httpx.Client) -> None:
    """A record, report or page that is not there is said to be missing; nothing shows a traceback."""
    record, report = first_record(manager)
    for path, status in (("/report/none", 400), ("/nowhere", 404), (f"{report}/record/none/edit", 404), ("/incidents/none", 404)):
        answer = manager.get(path)
        assert answer.status_code == status
        assert "Traceback" not in answer.text
    assert manager.post(f"{record}/reject").status_code == 400
    assert manager.post(f"{record}/nonsense").status_code == 404
    assert manager.post(f"{record}/note", data={"reason": "x" * 1501}).status_code == 400


def test_undo_never_takes_back_an_account(desk: Running) -> None:
    """Whoever added people and presses undo keeps them able to sign in."""
    people.add_person(desk.book, "Nora", "reader", PASSWORD, "Cora")
    with signed_in(desk, "Cora") as coder:
        assert coder.post("/undo").status_code == 204
    assert "Nora" in people.people(desk.book)


def test_wrong_passwords_at_once_all_count(desk: Running) -> None:
    """Tries are counted before they are looked at: of twenty at once, five are answered."""
    door = people.Door(desk.book)

    def attempt(_: int) -> str:
        try:
            return str(door.entry_of("Cora", "wrong"))
        except UsageError:
            return "wait"

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(attempt, range(20)))
    assert answers.count("None") == 5
