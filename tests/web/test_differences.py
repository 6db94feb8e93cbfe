"""Settling what two coders differ on: each choice is what it says, and nothing is taken in silently."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect
from tests.web.conftest import Running, signed_in

from onrecord.project.decisions import reviewed_codings
from onrecord.project.desk import Desk
from onrecord.records import Coding
from onrecord.review import by_id
from onrecord.review.adding import selected


@pytest.fixture
def rita(desk: Running) -> Iterator[httpx.Client]:
    """The reviewer, signed in."""
    with signed_in(desk, "Rita") as client:
        yield client


@pytest.fixture
def coders(desk: Running) -> tuple[Desk, Desk, Coding]:
    """Two coders and the report they are given."""
    coding = next(c for e in desk.book.entries() if (c := desk.book.codings(e.id)[0]).report.name == "gao_wire")
    return Desk(desk.book, "Cora", True), Desk(desk.book, "Dan", True), coding


def finished(*coders: Desk, report: str) -> None:
    """All of them say that the report is done."""
    for coder in coders:
        coder.mark(report, "done")


def now(desk: Running, report: str) -> Coding:
    """The report in its reviewed state."""
    return next(coding for coding in reviewed_codings(desk.book) if coding.report.id == report)


def settle(rita: httpx.Client, report: str, record: str, who: str) -> int:
    """The reviewer's word; the status of the answer."""
    return rita.post(f"/differences/{report}/{record}", data={"who": who, "reason": "looked at it"}).status_code


@pytest.mark.parametrize(("who", "stays"), [("Cora", True), ("Dan", False)])
def test_a_record_that_one_coder_added(
    rita: httpx.Client, desk: Running, coders: tuple[Desk, Desk, Coding], who: str, stays: bool
) -> None:
    """Kept as the one has it, or dropped as the other has none."""
    cora, dan, coding = coders
    report = coding.report.id
    move = selected(coding, "figure", (coding.report.text.index("livestock"), coding.report.text.index("livestock") + 9))
    cora.make(report, [move])
    finished(cora, dan, report=report)
    page = rita.get(f"/differences/{report}").text
    assert "added it: keep it" in page and "has no such record: drop it" in page and "no such record</span>" in page
    assert settle(rita, report, move.record, who) == 204
    assert (move.record in by_id(now(desk, report))) is stays
    last = desk.book.decisions(report=report)[-1]
    assert (last.verdict, last.by, last.reason) == ("accept" if stays else "reject", "Rita", "looked at it")
    assert "Nothing is left to settle" in rita.get(f"/differences/{report}").text


def test_one_that_was_added_and_edited(rita: httpx.Client, desk: Running, coders: tuple[Desk, Desk, Coding]) -> None:
    """An added record that its coder edited afterwards is dropped or kept with the edit, as any other."""
    cora, dan, coding = coders
    report = coding.report.id
    move = selected(coding, "figure", (coding.report.text.index("livestock"), coding.report.text.index("livestock") + 9))
    cora.make(report, [move])
    cora.decide(report, [move.record], "edit", None, {"low": 7})
    finished(cora, dan, report=report)
    assert "edits it: low 7" in rita.get(f"/differences/{report}").text
    assert settle(rita, report, move.record, "Cora") == 204
    assert by_id(now(desk, report))[move.record].low == 7  # type: ignore[union-attr]


@pytest.mark.parametrize(("who", "low", "high"), [("Cora", 12, 15), ("Dan", 13, None), ("Eve", 12, None)])
def test_an_edit_that_was_not_chosen_does_not_stand(
    rita: httpx.Client, desk: Running, coders: tuple[Desk, Desk, Coding], who: str, low: int, high: int | None
) -> None:
    """The record becomes what the chosen coder left, whatever the others changed; left as it was, it is the program's again."""
    cora, dan, coding = coders
    report, figure = coding.report.id, coding.figures[0]
    assert (figure.low, figure.high) == (12, None)
    cora.decide(report, [figure.id], "edit", None, {"low": 12, "high": 15})
    dan.decide(report, [figure.id], "edit", None, {"low": 13})
    finished(cora, dan, Desk(desk.book, "Eve", True), report=report)
    assert settle(rita, report, figure.id, who) == 204
    settled = by_id(now(desk, report))[figure.id]
    assert (settled.low, settled.high) == (low, high)  # type: ignore[union-attr]


def test_what_cannot_be_settled(rita: httpx.Client, coders: tuple[Desk, Desk, Coding]) -> None:
    """Without a reason, without a coder, of a stranger, or a record they agree on: nothing is decided."""
    cora, dan, coding = coders
    report, (first, second) = coding.report.id, coding.figures[:2]
    cora.decide(report, [first.id], "reject", "counted twice")
    finished(cora, dan, report=report)
    assert rita.post(f"/differences/{report}/{first.id}", data={"who": "Cora", "reason": " "}).status_code == 400
    for record, who in ((first.id, ""), (first.id, "Mona"), (second.id, "Cora"), ("none", "Cora")):
        assert settle(rita, report, record, who) == 400


def test_both_spans_are_shown_and_keys_settle(tab: Any, desk: Running, coders: tuple[Desk, Desk, Coding]) -> None:
    """In the browser: the words of each coder in the text, one chosen, a reason typed, Enter."""
    cora, dan, coding = coders
    report, figure = coding.report.id, coding.figures[0]
    cora.decide(report, [figure.id], "edit", None, {"span": [figure.span[0], figure.span[1] + 7]})
    finished(cora, dan, report=report)
    tab.goto(f"{desk.address}/differences/{report}")
    words = coding.report.text[figure.span[0] : figure.span[1]]
    marks = tab.locator(".quote mark")
    assert marks.all_inner_texts() == [coding.report.text[figure.span[0] : figure.span[1] + 7], words]
    tab.locator("input[value='Cora']").focus()
    tab.keyboard.press("Space")
    tab.keyboard.press("Tab")
    tab.keyboard.type("the noun belongs to it")
    tab.keyboard.press("Enter")
    expect(tab.locator("text=Nothing is left to settle")).to_be_visible()
