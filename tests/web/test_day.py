"""A day at the desk in a real browser, with the keyboard."""

from typing import Any

from playwright.sync_api import expect
from tests.web.conftest import PASSWORD, Running, signed_in

ON_SCREEN = """() => { const panel = document.querySelector('.records').getBoundingClientRect();
return [...document.querySelectorAll('article.record')].filter((node) => { const line = node.querySelector('header').getBoundingClientRect();
return line.top >= Math.max(0, panel.top) && line.bottom <= Math.min(innerHeight, panel.bottom); }).map((node) => node.dataset.id); }"""


def open_report(tab: Any, words: str) -> None:
    """Go to a report by its title."""
    tab.click(f"a[data-row]:has-text('{words}')")
    tab.wait_for_selector(".report")


def press(tab: Any, key: str) -> None:
    """A key, and the time its change takes."""
    tab.keyboard.press(key)
    tab.wait_for_load_state("networkidle")


def verdicts(desk: Running) -> list[str]:
    """The verdicts on records that stand."""
    return [d.verdict for d in desk.book.decisions() if d.verdict in ("accept", "reject", "edit")]


def test_review_with_keys_only(tab: Any, desk: Running) -> None:
    """j selects, a accepts, x rejects with a reason, e edits, u takes back, U takes again; each is in the book at once."""
    open_report(tab, "Market attack in northern Mali")
    press(tab, "j")
    press(tab, "a")
    expect(tab.locator("article.lit .verdict")).to_have_text("accepted")
    press(tab, "j")
    press(tab, "x")
    expect(tab.locator("form.edit input[name='reason']")).to_be_focused()
    tab.keyboard.type("counted twice")
    press(tab, "Enter")
    expect(tab.locator("article[data-verdict='reject']")).to_have_count(1)
    press(tab, "j")
    press(tab, "e")
    expect(tab.locator("form.edit input").first).to_be_focused()
    assert verdicts(desk) == ["accept", "reject"]
    press(tab, "Escape")
    expect(tab.locator("form.edit")).to_have_count(0)
    press(tab, "u")
    expect(tab.locator("article[data-verdict='reject']")).to_have_count(0)
    assert verdicts(desk) == ["accept"]
    press(tab, "U")
    expect(tab.locator("article[data-verdict='reject']")).to_have_count(1)
    assert verdicts(desk) == ["accept", "reject"]


def test_an_edit_shows_and_stands(tab: Any, desk: Running) -> None:
    """A number edited at the desk is the report's reviewed number."""
    open_report(tab, "Market attack in northern Mali")
    tab.click("article.record[data-kind='figure'] h3 >> nth=0")
    press(tab, "e")
    expect(tab.locator("form.edit input").first).to_be_focused()
    tab.fill("form.edit input[name='low']", "13")
    press(tab, "Enter")
    expect(tab.locator("article[data-verdict='edit']")).to_contain_text("13")
    assert [d.change for d in desk.book.decisions("edit")] == ['{"low": 13.0}']


def test_accepting_all_is_one_step(tab: Any, desk: Running) -> None:
    """A accepts what is open, unflagged and on the screen, and shows the next; one u takes all of it back."""
    open_report(tab, "Market attack in northern Mali")
    tab.click("article.record h3 >> nth=0")
    press(tab, "f")
    tab.wait_for_selector(".flag")
    shown = tab.evaluate(ON_SCREEN)
    flagged = tab.locator("article:has(.flag)").evaluate_all("(all) => all.map((one) => one.dataset.id)")
    press(tab, "A")
    tab.wait_for_selector("article[data-verdict='accept']")
    accepted = [d.subject[0].record for d in desk.book.decisions() if d.verdict == "accept"]
    assert sorted(accepted) == sorted(set(shown) - set(flagged))
    assert 5 < len(accepted) < tab.locator("article.record").count()
    expect(tab.locator("article[data-plain] >> nth=0")).to_be_in_viewport()
    press(tab, "u")
    expect(tab.locator("article[data-verdict='accept']")).to_have_count(0)
    assert verdicts(desk) == []


def test_words_and_records_lead_to_each_other(tab: Any) -> None:
    """A click on a word lights its record, a click on a record its words."""
    open_report(tab, "Market attack in northern Mali")
    tab.click(".text span[data-kinds~='figure'] >> nth=0")
    assert tab.locator("article.record.lit").get_attribute("data-kind") == "figure"
    tab.click("article.record[data-kind='event'] h3 >> nth=0")
    assert tab.locator(".text span.lit").count() >= 1


def test_hostile_markup_does_not_run(tab: Any) -> None:
    """A report's scripts and handlers are words on the page."""
    open_report(tab, "Raid")
    tab.wait_for_timeout(200)
    assert tab.title() != "run"


def test_add_review_second_coder_settle_link_export(tab: Any, desk: Running) -> None:
    """The whole day: a report comes in, two coders work blind, a reviewer settles, the book is linked and exported."""
    tab.goto(f"{desk.address}/add")
    tab.fill(
        "textarea[name='text']",
        "GAO - At least 14 people were killed in an attack on a market in Gao on Wednesday, a nurse said.",
    )
    tab.fill("input[name='published']", "2024-03-07")
    tab.click("button.main")
    tab.click(".outcomes a")
    tab.wait_for_selector(".report")
    name = tab.locator(".report").get_attribute("data-report")
    record = tab.locator("article[data-kind='figure']").first.get_attribute("data-id")
    address = f"/report/{name}"
    for who, what in (("Cora", "accept"), ("Dan", "reject")):
        with signed_in(desk, who) as coder:
            shown = coder.get(address).text
            assert 'class="verdict"' not in shown, "a coder sees what the other decided"
            assert coder.post(f"{address}/record/{record}/{what}", data={"reason": "doubtful"}).status_code == 200
            assert coder.post(f"{address}/state", data={"state": "done"}).status_code == 200
    tab.goto(f"{desk.address}/?state=disagreement")
    assert tab.locator("tbody tr").count() == 1
    tab.goto(f"{desk.address}/coders")
    assert "κ" in tab.content()
    tab.click(f"a[href='/differences/{name}']")
    expect(tab.locator(".quote mark").first).to_contain_text("At least 14")
    tab.check("input[value='Cora']")
    tab.fill("input[name='reason']", "the nurse is named in the report")
    tab.click("button:has-text('Settle')")
    tab.wait_for_selector("text=Nothing is left to settle")
    tab.goto(f"{desk.address}/incidents")
    tab.click("button:has-text('Link the book anew')")
    tab.wait_for_url("**/incidents")
    tab.wait_for_load_state("networkidle")
    with tab.expect_download() as download:
        tab.goto(f"{desk.address}/exports")
        tab.click("button.main")
    assert "at least 14" in download.value.path().read_text("utf-8").casefold()


WHOLE_BOOK = (
    "/incidents",
    "/map",
    "/timeline",
    "/actors",
    "/ledger",
    "/checks",
    "/api/incidents",
    "/api/findings",
    "/api/figures",
)


def test_a_coder_is_blind_on_pages_over_the_whole_book(desk: Running) -> None:
    """They are open until somebody else has decided; then not to a coder, and still to a reviewer."""
    with signed_in(desk, "Cora") as cora, signed_in(desk, "Dan") as dan, signed_in(desk, "Rita") as rita:
        report = dan.get("/api/reports").json()["reports"][0]["id"]
        figure = dan.get(f"/api/reports/{report}").json()["coding"]["figures"][0]["id"]
        assert cora.post(f"/report/{report}/record/{figure}/reject", data={"reason": "doubtful"}).status_code == 200
        for path in WHOLE_BOOK:
            assert [who.get(path).status_code for who in (cora, dan, rita)] == [200, 403, 200], path
        assert "blind" in dan.get("/ledger").text


def test_sign_in_with_a_password(chromium: Any, desk: Running) -> None:
    """A person of the book signs in with name and password, and is named on the page."""
    page = chromium.new_page()
    page.goto(desk.address)
    page.fill("input[name='person']", "Rita")
    page.fill("input[name='password']", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".who")
    assert page.locator(".who").inner_text() == "Rita"
    page.close()
