"""Adding, splitting, merging, rivals, votes, two people at once, and a person's own keys, in the browser."""

import json
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.web.conftest import Running, signed_in
from tests.web.reviewer import SETTLED

from onrecord.records import Ref
from onrecord.review.kinds import every
from onrecord.review.rivals import candidates

SELECT = """(words) => { const text = document.querySelector('.text'); const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
for (let node; (node = walker.nextNode());) { const at = node.data.indexOf(words); if (at < 0) continue;
const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + words.length);
getSelection().removeAllRanges(); getSelection().addRange(range); return true; } return false; }"""

SELECT_IN = """([record, words]) => { const piece = [...document.querySelectorAll('.text span[data-ids]')]
.find((one) => one.dataset.ids.split(' ').includes(record) && one.textContent.includes(words));
const node = piece.firstChild, at = node.data.indexOf(words), range = document.createRange();
range.setStart(node, at); range.setEnd(node, at + words.length);
getSelection().removeAllRanges(); getSelection().addRange(range); return true; }"""


@pytest.fixture
def report(tab: Any) -> str:
    """The id of the report that is open."""
    tab.click("a[data-row]:has-text('Market attack in northern Mali')")
    tab.wait_for_selector(".report")
    return str(tab.locator(".report").get_attribute("data-report"))


def press(tab: Any, key: str) -> None:
    """A key, and the time its change takes."""
    tab.keyboard.press(key)
    tab.wait_for_load_state("networkidle")


def test_selected_words_become_a_record(tab: Any, desk: Running, report: str) -> None:
    """Words are selected, one key makes them a figure, its form opens; one undo takes it back."""
    assert tab.evaluate(SELECT, "livestock")
    press(tab, "F")
    expect(tab.locator("article.lit form.edit")).to_be_visible()
    expect(tab.locator("article.lit .verdict")).to_have_text("added")
    assert [d.verdict for d in desk.book.decisions(report=report)] == ["add"]
    tab.keyboard.press("Escape")
    press(tab, "u")
    expect(tab.locator("article[data-verdict='add']")).to_have_count(0)


def test_two_actors_become_one_in_one_step(tab: Any, desk: Running, report: str) -> None:
    """m on one, m on the other: the first goes into the second, and one undo brings both back."""
    actors = tab.locator("article[data-kind='actor']")
    before = actors.count()
    actors.nth(0).locator("h3").click()
    press(tab, "m")
    actors.nth(1).locator("h3").click()
    press(tab, "m")
    expect(tab.locator("article[data-kind='actor'][data-verdict='reject']")).to_have_count(1)
    press(tab, "u")
    expect(tab.locator("article[data-kind='actor'][data-verdict='reject']")).to_have_count(0)
    assert tab.locator("article[data-kind='actor']").count() == before
    assert desk.book.decisions(report=report) == []


def test_words_are_split_off(tab: Any, desk: Running, report: str) -> None:
    """Words of a statement are selected, Z makes them a statement of their own, and the first keeps the rest; one u undoes both."""
    said = max(desk.book.codings(report)[0].statements, key=lambda s: s.content[0][1] - s.content[0][0])
    start, end = said.content[0]
    words = desk.book.codings(report)[0].report.text[start:end]
    tab.locator(f"#r-{said.id} h3").click()
    before = tab.locator("article[data-kind='statement']").count()
    chosen = words.split(" ", 1)[0]
    assert tab.evaluate(SELECT_IN, [said.id, chosen])
    press(tab, "Z")
    expect(tab.locator("article[data-verdict='add']")).to_have_count(1)
    assert tab.locator("article[data-kind='statement']").count() == before + 1
    expect(tab.locator("article.lit dd").first).to_have_text(chosen)
    assert sorted(d.verdict for d in desk.book.decisions(report=report)) == ["add", "edit"]
    press(tab, "u")
    expect(tab.locator("article[data-verdict='add'], article[data-verdict='edit']")).to_have_count(0)
    assert desk.book.decisions(report=report) == []


@pytest.mark.parametrize("where", ["card", "form"])
def test_a_number_takes_a_rival(tab: Any, desk: Running, where: str) -> None:
    """A record's other reading stands under it; 1 takes it, from the record as from its form, and u gives it back."""
    report, record, change = next(
        (entry.id, one.id, found[0][1])
        for entry in desk.book.entries()
        for one in every(desk.book.codings(entry.id)[0])
        if (found := candidates(desk.book.codings(entry.id)[0], one))
    )
    tab.goto(f"{desk.address}/report/{report}#r-{record}")
    card = tab.locator(f"#r-{record}")
    expect(card.locator("[aria-label='Rivals'] kbd").first).to_have_text("1")
    if where == "form":
        press(tab, "e")
        expect(card.locator("form.edit")).to_be_visible()
        card.locator("form.edit select, form.edit [data-rival]").first.focus()
    press(tab, "1")
    expect(tab.locator(f"#r-{record} .verdict")).to_have_text("edited")
    assert [json.loads(d.change or "") for d in desk.book.decisions("edit", report=report)] == [change]
    tab.locator(f"#r-{record}").focus()
    press(tab, "u")
    expect(tab.locator(f"#r-{record} .verdict")).to_have_count(0)


def test_figures_are_merged(tab: Any, desk: Running, report: str) -> None:
    """m on a figure and m on another leaves the second; m on one of another kind starts anew, and Esc forgets the mark."""
    figures = tab.locator("article[data-kind='figure']")
    first, second = (figures.nth(n).get_attribute("data-id") for n in (0, 1))
    figures.nth(0).locator("h3").click()
    press(tab, "m")
    expect(tab.locator(".record.held")).to_have_count(1)
    press(tab, "Escape")
    expect(tab.locator(".record.held")).to_have_count(0)
    press(tab, "m")
    tab.locator("article[data-kind='place'] h3").first.click()
    press(tab, "m")
    assert tab.locator(".record.held").get_attribute("data-kind") == "place"
    for name in (first, second):
        tab.locator(f"#r-{name} h3").click()
        press(tab, "m")
    expect(tab.locator(f"#r-{first}")).to_have_attribute("data-verdict", "reject")
    expect(tab.locator(f"#r-{second}")).not_to_have_attribute("data-verdict", "reject")


def test_who_comes_second_gets_a_choice(tab: Any, desk: Running, report: str) -> None:
    """Rita rejects what is open on Mona's screen: Mona's word is not lost, and counts when she says so again."""
    record = tab.locator("article.record").first.get_attribute("data-id")
    with signed_in(desk, "Rita") as rita:
        rita.post(f"/report/{report}/record/{record}/reject", data={"reason": "counted twice", "seen": ""})
    press(tab, "j")
    press(tab, "a")
    clash = tab.locator("article.lit .clash")
    expect(clash).to_contain_text("Rita")
    assert [d.by for d in desk.book.decisions(report=report)] == ["Rita"]
    clash.locator("button.main").click()
    expect(tab.locator(f"#r-{record} .verdict")).to_have_text("accepted")
    assert [d.verdict for d in desk.book.decisions(report=report)] == ["reject", "accept"]


def test_a_vote_is_given_changed_and_taken_back(tab: Any, desk: Running, report: str) -> None:
    """+ says right, - says not, the same again takes it back; a vote decides nothing."""
    press(tab, "j")
    for key, left in (("+", ["yes"]), ("-", ["no"]), ("-", [])):
        press(tab, key)
        tab.wait_for_function(SETTLED)
        said = [d.change or "" for d in desk.book.decisions("vote", report=report)]
        assert [word for word in ("yes", "no") if any(word in change for change in said)] == left
    expect(tab.locator("article.lit .verdict")).to_have_count(0)


def test_keys_of_ones_own(tab: Any, desk: Running, report: str) -> None:
    """A key given to accept accepts, and the old one does nothing; a report's text stays closed where that is wished."""
    tab.goto(f"{desk.address}/settings")
    tab.fill("input.key[data-default='a']", "w")
    tab.check("input[name='veil']")
    tab.click("button.main")
    expect(tab.locator("#told")).to_have_text("Saved.")
    tab.goto(f"{desk.address}/report/{report}")
    if tab.locator(".text[data-graphic]").count():
        expect(tab.locator(".text")).to_be_hidden()
        tab.click("[data-unveil]")
    expect(tab.locator(".text")).to_be_visible()
    press(tab, "j")
    press(tab, "a")
    expect(tab.locator("article[data-verdict='accept']")).to_have_count(0)
    press(tab, "w")
    expect(tab.locator("article[data-verdict='accept']")).to_have_count(1)


def test_a_filter_is_saved(tab: Any, desk: Running) -> None:
    """A filter stands as a button on the list until it is forgotten."""
    tab.goto(f"{desk.address}/?words=Market")
    tab.click("[data-save-filter]")
    tab.goto(desk.address)
    tab.click("[data-saved] a:has-text('Market')")
    expect(tab.locator("tbody tr")).to_have_count(1)
    tab.click("[data-saved] .forget")
    expect(tab.locator("[data-saved] a")).to_have_count(0)


def test_pairs_are_judged_with_keys(tab: Any, desk: Running) -> None:
    """On an incident j goes to the next link, n says different; the next linking obeys."""
    tab.goto(f"{desk.address}/incidents")
    tab.click("button:has-text('Link the book anew')")
    tab.wait_for_load_state("networkidle")
    incident = max(desk.book.incidents(), key=lambda one: len(one.events))
    tab.goto(f"{desk.address}/incidents/{incident.id}")
    pairs = tab.locator("article.pair").count()
    assert pairs
    for _ in range(60):
        press(tab, "j")
        if tab.locator("article.pair:focus").count():
            break
    tab.keyboard.press("n")
    expect(tab.locator("article.pair.lit .outcome")).to_contain_text("different")
    assert [d.verdict for d in desk.book.decisions() if d.verdict in ("same", "different", "unsure")] == ["different"]


def test_a_note_is_counted_and_stands(tab: Any, desk: Running, report: str) -> None:
    """The counter tells the characters, at most 1,500; the note stands with the name; the manager's policy stands above."""
    desk.book.decide("policy", (Ref("", "policy"),), "Mona", "Name no victims.")
    tab.reload()
    expect(tab.locator(".notes")).to_contain_text("Name no victims.")
    note = tab.locator(".notes textarea")
    note.fill("x" * 1600)
    expect(tab.locator(".notes .count")).to_have_text("1500 of 1500")
    note.fill("The agency corrected the age.")
    tab.click("button:has-text('Add note')")
    expect(tab.locator(".notes .said")).to_contain_text("Mona")
    press(tab, "j")
    press(tab, "c")
    expect(tab.locator("form.edit input[name='reason']")).to_be_focused()
    tab.keyboard.type("Look at the next sentence.")
    press(tab, "Enter")
    expect(tab.locator("article.lit .said")).to_contain_text("Look at the next sentence.")
    assert len(desk.book.decisions("note", report=report)) == 2


def test_several_files_are_added_one_by_one(tab: Any, desk: Running) -> None:
    """Each file has its outcome, a bad one its reason, and the bar tells that all were sent; text from right to left is shown so."""
    texts = {
        "one.txt": "Two men were killed in Basra, police said.",
        "empty.txt": "  ",
        "rtl.txt": "قُتل ثلاثة جنود قرب الموصل. Al-Qaeda claimed it.",
    }
    tab.goto(f"{desk.address}/add")
    given = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in texts.items()]
    tab.set_input_files("input[name='files']", given)
    tab.click("button.main")
    expect(tab.locator(".batch span")).to_have_text("3 of 3 files", timeout=60_000)
    expect(tab.locator(".outcomes li")).to_have_count(3)
    expect(tab.locator(".outcomes li.error")).to_have_count(1)
    tab.click(".outcomes a:has-text('rtl')")
    assert tab.locator(".text").evaluate("(node) => getComputedStyle(node).direction") == "rtl"
    tab.troubles = [words for words in tab.troubles if "400" not in words]
