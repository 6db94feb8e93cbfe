"""Decisions: appended, withdrawn, never overwritten."""

import pytest
from tests.books import coded, recoded

from onrecord.errors import MovedError, UsageError
from onrecord.records import Finding, Ref
from onrecord.store import Book, Changed, Draft, Said, Seen

EVENT, OTHER = Ref("r1", "e-1"), Ref("r2", "e-1")


@pytest.fixture(autouse=True)
def filled(book: Book) -> None:
    """Two reports to decide on."""
    for number in (1, 2):
        book.add(coded(number))


def test_a_decision_comes_back_as_it_was_made(book: Book) -> None:
    """With its subject in order, its reason and its change."""
    made = book.decide("same", (OTHER, EVENT), "ann", "both name the bridge")
    edit = book.decide("edit", (Ref("r1", "f-1"),), "bob", change='{"low": 5}')
    assert book.decisions() == [made, edit]
    assert book.decisions("same") == [made]
    assert made.subject == (OTHER, EVENT)
    assert (edit.change, edit.reason, edit.by) == ('{"low": 5}', None, "bob")


def test_a_withdrawn_decision_stays_in_the_book(book: Book) -> None:
    """It no longer lives, and says who took it back and when."""
    made = book.decide("reject", (EVENT,), "ann")
    gone = book.withdraw(made.id, "bob")
    assert book.decisions() == []
    assert book.decisions(live=False) == [gone]
    assert gone.withdrawn_by == "bob"
    assert gone.withdrawn_at is not None
    assert [entry.kind for entry in book.log(made.id)] == ["decision", "withdrawal"]
    assert list(book.verify()) == []


def test_decisions_outlive_recoding_and_linking(book: Book) -> None:
    """A newer version of the program, and a new run of link, leave them alone."""
    made = book.decide("different", (EVENT, OTHER), "ann")
    book.add(recoded(coded(1), "2.0"))
    book.replace_incidents([], [])
    assert book.decisions() == [made]


@pytest.mark.parametrize(
    ("verdict", "subject", "says"),
    [
        ("perhaps", (EVENT,), "is no verdict"),
        ("same", (EVENT,), "of 2 record"),
        ("accept", (EVENT, OTHER), "of 1 record"),
        ("dismiss", (), "of one or more"),
        ("accept", (Ref("r9", "e-1"),), "no such report"),
    ],
)
def test_what_cannot_be_decided_is_refused(book: Book, verdict: str, subject: tuple[Ref, ...], says: str) -> None:
    """A wrong verdict, number of records or report leaves no trace."""
    with pytest.raises(UsageError, match=says):
        book.decide(verdict, subject, "ann")
    assert book.decisions(live=False) == []
    assert all(entry.kind != "decision" for entry in book.log())


def test_a_decision_is_withdrawn_once(book: Book) -> None:
    """An unknown decision, or one that is withdrawn, cannot be withdrawn."""
    made = book.decide("accept", (EVENT,), "ann")
    book.withdraw(made.id, "ann")
    with pytest.raises(UsageError, match="was withdrawn"):
        book.withdraw(made.id, "bob")
    with pytest.raises(UsageError, match="no such decision"):
        book.withdraw("d99", "bob")


def test_a_finding_is_dismissed_by_its_id(book: Book) -> None:
    """A finding belongs to no report: its Ref has none."""
    assert book.decide("dismiss", (Ref("", "n-1"),), "ann", "two different days").subject == (Ref("", "n-1"),)


def test_a_step_is_made_as_a_whole_or_not_at_all(book: Book) -> None:
    """One that names a report that is not there leaves no decision of the others."""
    fig = Ref("r1", "f-1")
    with pytest.raises(UsageError, match="no such report"):
        book.decide_all([Draft("accept", (fig,)), Draft("accept", (Ref("r9", "f-1"),))], "ann")
    assert book.decisions(live=False) == []
    made = book.decide_all([Draft("accept", (fig,)), Draft("flag", (EVENT,), "look")], "ann")
    assert book.decisions() == list(made)
    assert [one.withdrawn_by for one in book.withdraw_all([one.id for one in made], "bob")] == ["bob", "bob"]
    assert list(book.verify()) == []


def test_what_stands_instead_of_another_takes_it_back_in_the_same_step(book: Book) -> None:
    """At no time are both there, or neither."""
    yes = book.decide("vote", (EVENT,), "ann", change='{"right": "yes"}')
    (no,) = book.decide_all([Draft("vote", (EVENT,), None, '{"right": "no"}')], "ann", instead_of=[yes.id])
    assert book.decisions() == [no]
    with pytest.raises(UsageError, match="was withdrawn"):
        book.decide_all([Draft("vote", (EVENT,))], "ann", instead_of=[yes.id])
    assert book.decisions() == [no]


def test_who_was_slower_is_told(book: Book) -> None:
    """What was seen is compared with what is there while nobody else can write; a coder who works blind is compared with themselves."""
    worth = ("accept", "reject", "edit")
    first = book.decide("accept", (EVENT,), "ann")
    with pytest.raises(MovedError, match=first.id):
        book.decide_all([Draft("reject", (EVENT,), "no")], "bob", Seen(EVENT, "", worth))
    assert book.decide_all([Draft("reject", (EVENT,), "no")], "bob", Seen(EVENT, "", worth, "bob"))
    book.decide("note", (EVENT,), "ann", "a note is no verdict")
    newest = book.decisions("reject")[-1].id
    assert book.decide_all([Draft("accept", (EVENT,))], "ann", Seen(EVENT, newest, worth))


def test_a_dossier_is_all_of_a_report_at_once(book: Book) -> None:
    """Its newest coding, its live decisions in their order, the findings that nobody dismissed."""
    book.add(recoded(coded(1), "2.0"))
    made = [
        book.decide("accept", (EVENT,), "ann"),
        book.decide("same", (OTHER, EVENT), "ann"),
        book.decide("flag", (EVENT,), "bob"),
    ]
    book.withdraw(book.decide("reject", (EVENT,), "ann", "no").id, "ann")
    book.replace_findings(
        [Finding("k-1", "check.bounds", "error", (EVENT,), "x"), Finding("k-2", "check.bounds", "note", (EVENT,), "y")]
    )
    book.decide("dismiss", (Ref("", "k-1"),), "ann", "seen")
    found = book.dossier("r1")
    assert found is not None
    assert (found.coding.version, found.versions) == ("2.0", 2)
    assert list(found.decisions) == made
    assert [finding.id for finding in found.findings] == ["k-2"]
    assert book.codings("r1", 1) == book.codings("r1")[1:]
    assert book.dossier("r9") is None
    both = list(book.dossiers(["r2", "r1"], ("accept", "flag")))
    assert [(one.coding.report.id, len(one.decisions)) for one in both] == [("r1", 2), ("r2", 0)]


def test_what_changed_is_told_from_an_entry_on(book: Book) -> None:
    """Reports by their ids, decisions by what they are about; a log without the entry is of another book."""
    at = book.position()
    assert book.since(at) == Changed(at, frozenset(), frozenset(), False, False)
    made = book.decide("accept", (EVENT,), "ann")
    book.withdraw(made.id, "ann")
    book.add(coded(3))
    book.replace_findings([])
    changed = book.since(at)
    assert changed is not None
    assert changed.reports == {"r3"}
    assert changed.said == {Said("r1", "e-1", "accept")}
    assert (changed.linked, changed.checked, changed.position) == (False, True, book.position())
    assert book.since((at[0], "another hash")) is None
    assert book.since((10_000, "none")) is None
