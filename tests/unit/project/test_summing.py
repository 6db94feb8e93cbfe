"""The summary says what an account of the whole book says, whatever was decided since."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.books import DATABASES, empty_place
from tests.making import raid

from onrecord.check import check
from onrecord.project import figures as whole
from onrecord.project import overview
from onrecord.project.account import account_of
from onrecord.project.figures import Wanted
from onrecord.project.link import link_all
from onrecord.project.summing import Summing
from onrecord.records import Coding, Ref
from onrecord.store import Book
from onrecord.store.summary import Asked, ask

SPEAKERS = ("The governor", "A medic", "The army")


@pytest.fixture(params=DATABASES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """A book of nine raids, two or three reports of each."""
    with empty_place(request.param, tmp_path) as where, Book(where) as opened:
        for number in range(9):
            opened.add(report(number))
        yield opened


@pytest.fixture
def summing(book: Book) -> Iterator[Summing]:
    """The summary of the book."""
    made = Summing(book)
    yield made
    made.close()


def report(number: int) -> Coding:
    """A raid on one of four days, told by one of three speakers in one of two outlets a day or more later."""
    day = f"2017-05-{9 + number % 4:02}"
    made = raid(
        f"r{number}",
        f"{number + 1}",
        number + 1,
        number + 1,
        speaker=SPEAKERS[number % 3],
        outlet=("Wire", "Post")[number % 2],
        published=f"2017-06-{1 + number % 28:02}",
        day=day,
    )
    at = made.report.text.index("were killed")
    beside = replace(made.figures[0], id="f1", span=(at, at + 4), measure="wounded", event=None)  # of the incident told beside it
    return replace(made, figures=(*made.figures, beside))


def linked(book: Book) -> None:
    """Link the book and check it."""
    link_all(book)
    book.replace_findings(check(account_of(book)))


def agrees(summing: Summing) -> None:
    """Every list of the summary is that of the account."""
    assert summing.ready() is None
    account = account_of(summing.book)
    with summing.summary.reading() as db:
        total, held = ask.incidents(db, "", 1000, 0)
        placed, _ = ask.spots(db, 1000)
        actors = ask.actors(db, "", 1000, 0)
        named = {"incidents": ask.all_incidents(db, 1000, 0), "sentences": [ask.sentence(db, e.ref) for e in account.entries]}
    assert total == len(account.incidents)
    assert [one.incident for one in held] == sorted(account.incidents, key=lambda i: (i.edtf or "~", i.id))
    assert {i.id: i for i in named["incidents"]} == {i.id: i for i in account.incidents}
    assert placed == sum(one.lat is not None for one in account.incidents)
    assert named["sentences"] == [account.sentence(e.ref) for e in account.entries]
    counted = Counter((a.name, a.kind) for r in account.readings.values() for a in r.coding.actors)
    assert {(name, kind): many for name, kind, many in actors[1]} == counted
    for wanted in (Wanted(), Wanted(actor="gov"), Wanted(actor="Northern Rebels"), Wanted(measure="wounded")):
        assert in_order(overview.figures(summing, wanted, "ucdp", None)) == in_order(whole.ledger(account, wanted))
    for one in account.incidents:
        mine = overview.figures(summing, Wanted(incident=one.id), "ucdp", None)
        assert mine == whole.ledger(account, Wanted(incident=one.id))


def in_order(ledger: whole.Ledger) -> whole.Ledger:
    """The ledger with its totals by incident; the summary gives them in the order of its lines."""
    return replace(ledger, totals=tuple(sorted(ledger.totals, key=lambda t: (t.incident.id, t.measure))))


def test_it_agrees_from_the_start(summing: Summing) -> None:
    """Of a book that was never linked, and once it was."""
    agrees(summing)
    linked(summing.book)
    agrees(summing)


@pytest.mark.parametrize("seed", range(6))
def test_it_agrees_after_whatever_was_decided(summing: Summing, seed: int) -> None:
    """Records rejected, edited, taken back; reports added and erased; the book linked anew: all of it shows at once."""
    chance, book = random.Random(seed), summing.book
    linked(book)
    for step in range(12):
        change(book, chance, step)
        agrees(summing)


def change(book: Book, chance: random.Random, step: int) -> None:
    """One change of the book, by chance."""
    reports = [entry.id for entry in book.entries()]
    name, kind = (
        chance.choice(reports),
        chance.choice(("reject", "edit", "dated", "planned", "withdraw", "add", "forget", "link")),
    )
    if kind == "reject":
        book.decide("reject", (Ref(name, chance.choice(("f0", "e0", "a1"))),), "ann", "no")
    elif kind == "edit":
        book.decide("edit", (Ref(name, "f0"),), "ann", None, '{"low": 3.0, "high": 90.0}')
    elif kind == "dated":
        book.decide("edit", (Ref(name, "t0"),), "ann", None, '{"edtf": "2017-05-10"}')
    elif kind == "planned":
        book.decide("edit", (Ref(name, "e0"),), "ann", None, '{"realis": "planned"}')
    elif kind == "withdraw" and (live := book.decisions()):
        book.withdraw(chance.choice(live).id, "ann")
    elif kind == "add":
        book.add(report(20 + step))
    elif kind == "forget" and len(reports) > 4:
        book.forget(name, "asked to", "ann")
    elif kind == "link":
        linked(book)


def test_a_page_is_told_what_is_left_of_a_large_book(summing: Summing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is too much to wait for, what was decided shows all the same, and the rest comes beside it."""
    monkeypatch.setattr("onrecord.project.summing.FEW", 2)
    monkeypatch.setattr("onrecord.project.summing.REST", 0.0)
    begun = summing.ready()
    assert begun is not None
    assert (begun.total, begun.nothing) == (9, False)
    until_ready(summing)
    book = summing.book
    with summing._lock:  # the thread is kept out, as if it were busy
        for number in range(30, 36):
            book.add(report(number))
        book.decide("edit", (Ref("r7", "f0"),), "ann", None, '{"low": 3.0, "high": 90.0}')
        left = summing._brought_up()
        assert left is not None
        assert left.reports == 6
        with summing.summary.reading() as db:
            (entry,) = ask.figures(db, Asked(measure="killed", reports=("r7",)), None).entries
        assert entry.figure.high == 90
    until_ready(summing)
    agrees(summing)


def until_ready(summing: Summing) -> None:
    """Wait until nothing is left, ten seconds at most."""
    for _ in range(200):
        if summing.ready() is None:
            return
        time.sleep(0.05)
    raise AssertionError("the summary was not brought up to date")


def test_another_book_is_summed_up_anew(tmp_path: Path) -> None:
    """A summary that lies beside a book it was not made of is not believed."""
    with Book(str(tmp_path / "one.db")) as one:
        one.add(report(1))
        first = Summing(one)
        agrees(first)
        first.close()
    (tmp_path / "one.db-desk").rename(tmp_path / "two.db-desk")
    with Book(str(tmp_path / "two.db")) as two:
        two.add(report(2))
        two.add(report(3))
        second = Summing(two)
        agrees(second)
        second.close()


def test_a_damaged_summary_is_made_again(tmp_path: Path) -> None:
    """It is worth nothing, so nothing is asked."""
    (tmp_path / "one.db-desk").write_bytes(b"no database" * 1000)
    with Book(str(tmp_path / "one.db")) as one:
        one.add(report(1))
        made = Summing(one)
        agrees(made)
        made.close()


def test_erasing_a_report_leaves_nothing_of_it_beside_the_book(tmp_path: Path) -> None:
    """The summary's file holds none of its words once the report is forgotten, the desk open or not."""
    path = tmp_path / "one.db"
    with Book(str(path)) as one:
        one.add(report(1))
        one.add(report(2))
        made = Summing(one)
        agrees(made)
        one.forget("r1", "asked to", "ann")
        kept = b"".join(file.read_bytes() for file in tmp_path.glob("one.db-desk*"))
        assert b"medic" not in kept.lower()
        agrees(made)
        made.close()
