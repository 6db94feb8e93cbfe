"""Incidents, links and findings: each run replaces the last, and all of it is in the log."""

from contextlib import suppress
from dataclasses import replace

from onrecord.records import Finding, Incident, Link, Reason, Ref
from onrecord.store import Book

ONE, OTHER, FAR = Ref("r1", "e-1"), Ref("r2", "e-1"), Ref("r3", "e-1")
BLAST = Incident("i-1", "bombing", (ONE, OTHER), "2017-02-03", 1, "Azaz", 36.58, 37.04, 1, "SY", 2, "link.score")
RAID = replace(BLAST, id="i-2", events=(FAR,), place=None, lat=None, lon=None)
SAME = Link(
    ONE, OTHER, 6.5, (Reason("day", 4.0, "both on 2017-02-03"), Reason("place", 2.5, "both in Azaz")), "same", "link.score"
)
APART = Link(ONE, FAR, -3.25, (Reason("place", -3.25, "Azaz and Basra"),), "different", "link.score")
FALLS = Finding("n-1", "check.toll_falls", "warning", (Ref("r1", "f-1"), Ref("r2", "f-1")), "12, then 9", "i-1")


def test_incidents_and_links_come_back_as_they_were(book: Book) -> None:
    """All fields, in the order of ids; the links of an incident are those between its events."""
    book.replace_incidents([RAID, BLAST], [SAME, APART])
    assert list(book.incidents()) == [BLAST, RAID]
    assert list(book.links()) == [SAME, APART]
    assert list(book.links("i-1")) == [SAME]
    assert list(book.links("i-2")) == []


def test_a_run_replaces_the_last_one(book: Book) -> None:
    """Nothing of the last run is left but its entry in the log."""
    book.replace_incidents([RAID, BLAST], [SAME, APART])
    book.replace_incidents([RAID], [])
    assert list(book.incidents()) == [RAID]
    assert list(book.links()) == []
    assert [entry.kind for entry in book.log()] == ["schema", "link", "link"]
    assert list(book.verify()) == []


def test_a_run_that_breaks_off_leaves_the_last_one(book: Book) -> None:
    """The new incidents are stored in one transaction."""

    def breaking():  # type: ignore[no-untyped-def]
        yield RAID
        raise KeyboardInterrupt

    book.replace_incidents([BLAST], [SAME])
    with suppress(KeyboardInterrupt):
        book.replace_incidents(breaking(), [])
    assert list(book.incidents()) == [BLAST]
    assert list(book.verify()) == []


def test_thousands_are_stored_as_they_come(book: Book) -> None:
    """More than are written at once, given by a generator."""
    many = (replace(RAID, id=f"i-{number:05}", events=(Ref(f"r{number}", "e-1"),)) for number in range(1800))
    book.replace_incidents(many, (replace(APART, other=Ref(f"r{number}", "e-1")) for number in range(1800)))
    assert len(list(book.incidents())) == len(list(book.links())) == 1800
    assert list(book.verify()) == []


def test_findings_come_back_and_are_replaced(book: Book) -> None:
    """Findings are kept as incidents are."""
    book.replace_findings([FALLS])
    assert list(book.findings()) == [FALLS]
    book.replace_findings([])
    assert list(book.findings()) == []
    assert [entry.kind for entry in book.log()] == ["schema", "check", "check"]
    assert list(book.verify()) == []


def test_the_links_of_an_incident_are_those_from_or_to_its_events(book: Book) -> None:
    """Each once, in the order of their keys, however few are wanted; of an event that stands alone too."""
    one, two, three = (Ref(f"r{number}", "e-1") for number in (1, 2, 3))
    kept = [Link(a, b, 1.0, (), "same", "link.score") for a, b in ((one, two), (one, three), (two, three))]
    both = Incident("i-1", "attack", (one, two), None, None, None, None, None, None, None, 2, "link")
    book.replace_incidents([both], kept)
    assert book.links_of(both, 10) == (3, kept)
    assert book.links_of(both, 1) == (3, kept[:1])
    alone = Incident("i-3", "attack", (three,), None, None, None, None, None, None, None, 1, "ledger.alone")
    assert book.links_of(alone, 10) == (2, kept[1:])
    assert sorted(book.members()) == [("r1", "e-1", "i-1"), ("r2", "e-1", "i-1")]
