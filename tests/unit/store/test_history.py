"""The log and its proof; erasing a report."""

from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from tests.books import coded
from tests.unit.store.test_derived import BLAST, FALLS, RAID, SAME

from onrecord.errors import ForgottenReport, UsageError
from onrecord.records import Ref
from onrecord.store import Book, ExportRow

SECRET = "Their informer Zubaydullah was named to reporters near the bridge of Sirwan. {}"


def fill(book: Book) -> None:
    """A book with something of everything."""
    for number in (1, 2, 3):
        book.add(coded(number), f"page {number}".encode())
    book.decide("same", (Ref("r1", "e-1"), Ref("r2", "e-1")), "ann", "same bridge")
    book.withdraw(book.decide("reject", (Ref("r3", "e-1"),), "ann").id, "bob")
    book.replace_incidents([BLAST, RAID], [SAME])
    book.replace_findings([FALLS])
    book.record_export(
        "ledger", "ucdp", "/out/l.csv", "00", [ExportRow("r1/f-1", "11", ("r1",)), ExportRow("r3/f-1", "33", ("r3",))]
    )


def tamper(place: str, statement: str) -> None:
    """Change the book behind its back."""
    url = make_url(place).set(drivername="postgresql+psycopg") if "://" in place else f"sqlite:///{place}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_a_whole_book_has_no_flaw(book: Book) -> None:
    """Every kind of change is in the log, and all of it agrees."""
    fill(book)
    assert list(book.verify()) == []
    kinds = {entry.kind for entry in book.log()}
    assert kinds == {"schema", "report", "original", "coding", "decision", "withdrawal", "link", "check", "export"}


def test_each_entry_carries_the_hash_of_the_one_before(book: Book) -> None:
    """From the first, which carries none, to the last."""
    fill(book)
    entries = list(book.log())
    assert entries[0].previous == "0" * 64
    assert all(after.previous == before.hash for before, after in pairwise(entries))
    assert list(book.log(newest_first=True)) == entries[::-1]


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("update log set subject = 'r3' where seq = 6", "entry 6: was changed"),
        ("update log set at = '2001-01-01T00:00:00+00:00' where seq = 2", "entry 2: was changed"),
        ("update log set hash = digest where seq = 5", "entry 5: was changed"),
        ("delete from log where seq = 5", "entry 6: entry 5 is missing"),
        ("update log set previous = digest where seq = 8", "entry 8: does not carry"),
        ("update reports set published = '2016-01-01' where id = 'r2'", "entry 5: report r2 differs"),
        ("update reports set title = null where id = 'r1'", "entry 2: report r1 differs"),
        ("update reports set text = replace(text, 'four', 'five') where id = 'r3'", "entry 8: report r3 differs"),
        ("update originals set body = body || body where report = 'r2'", "entry 6: original r2 differs"),
        ("update originals set entry = 99 where report = 'r2'", "entry 6: original r2 is missing"),
        ("delete from originals where report = 'r3'", "entry 9: original r3 is missing"),
        ("update codings set figures = 9 where report = 'r1'", "entry 4: coding r1 differs"),
        ("update codings set version = '0.9' where report = 'r1'", "entry 4: coding r1 differs"),
        ("update words set body = 'other' where kind = 'event' and report = 'r2'", "entry 7: coding r2 differs"),
        ("delete from words where kind = 'event' and report = 'r2'", "entry 7: coding r2 differs"),
        ("update decisions set verdict = 'different' where id = 'd11'", "entry 11: decision d11 differs"),
        ("update decision_refs set record = 'e-2' where decision = 'd11' and position = 0", "entry 11: decision d11 differs"),
        ("update decisions set withdrawn_by = 'eve' where id = 'd12'", "entry 13: withdrawal d12 differs"),
        ("update decisions set withdrawn_at = null, withdrawal = null where id = 'd12'", "entry 13: withdrawal d12 is missing"),
        ("delete from links", "entry 14: incidents differ"),
        ("update links set score = 1", "is misplaced"),
        ("update incident_events set record = 'e-7' where report = 'r2'", "incident i-1: its events"),
        ("update finding_reports set report = 'r7' where report = 'r2'", "finding n-1: its reports"),
        ("update export_rows set digest = '12'", "entry 16: export e16 differs"),
        ("delete from export_reports where report = 'r3'", "entry 16: export e16 differs"),
        ("update exports set sha256 = '01'", "entry 16: export e16 differs"),
        (
            "insert into originals (report, sha256, body, entry) values ('r1', '00', (select body from originals limit 1), 3)",
            "original r1",
        ),
        (
            "insert into tombstones (report, sha256, reason, by, at, entry) values ('r1', '00', '', '', '', 2)",
            "forget r1 has no entry in the log",
        ),
    ],
)
def test_what_was_changed_is_named(book: Book, place: str, statement: str, says: str) -> None:
    """The first flaw that is about an entry is the first entry that no longer holds."""
    fill(book)
    tamper(place, statement)
    found = [f"entry {flaw.entry}: {flaw.words}" if flaw.entry else flaw.words for flaw in book.verify()]
    assert found
    assert any(says in words for words in found[:2]), found


def test_a_decision_put_back_after_withdrawal_is_found(book: Book, place: str) -> None:
    """A decision that lives again although the log says that it was withdrawn."""
    fill(book)
    tamper(place, "update decisions set withdrawn_at = null where id = 'd12'")
    assert [flaw.entry for flaw in book.verify()] == [13]


def test_forget_leaves_a_tombstone_and_a_whole_chain(book: Book) -> None:
    """Bytes, text, index, codings, decisions, incidents and findings of the report go; the others' stay."""
    fill(book)
    before = list(book.log())
    gone = book.forget("r1", "names a source", "ann")
    assert (gone.decisions, gone.incidents, gone.findings) == (1, 1, 1)
    assert [export.format for export in gone.exports] == ["ledger"]
    assert book.find("r1") == []
    assert book.codings("r1") == []
    assert book.report_bytes("r1") is None
    assert {hit.report for hit in book.search("guards")} == {"r2", "r3"}
    assert list(book.incidents()) == [RAID]
    assert [made.id for made in book.decisions(live=False)] == ["d12"]
    assert list(book.log())[: len(before)] == before
    assert "forget" in [entry.kind for entry in book.log("r1")]
    assert list(book.verify()) == []


def test_forgotten_words_are_not_taken_in_again(book: Book) -> None:
    """Not under the old id, nor under another; other words under its id are another report."""
    book.add(coded())
    book.forget("r1", "asked to", "ann")
    with pytest.raises(ForgottenReport, match="asked to"):
        book.add(coded())
    other = coded(words="Two guards were hurt, officials in the town of Azaz said yesterday morning. {}")
    assert book.add(other).report == "r1~2"
    assert list(book.verify()) == []


def test_forget_runs_again_and_refuses_what_is_unknown(book: Book) -> None:
    """A second run makes sure of the file; an unknown report is told of."""
    book.add(coded())
    book.forget("r1", "asked to", "ann")
    assert book.forget("r1", "asked to", "ann").decisions == 0
    assert [entry.kind for entry in book.log()].count("forget") == 1
    with pytest.raises(UsageError, match="no such report"):
        book.forget("r9", "asked to", "ann")


def test_no_byte_of_a_forgotten_report_is_left_in_the_file(tmp_path: Path) -> None:
    """Neither in the book nor in files beside it, whatever the case of the letters in the index."""
    with Book(str(tmp_path / "book.db")) as book:
        for number in range(30):
            book.add(coded(number))
        book.add(coded(99, words=SECRET), b"<b>Zubaydullah</b>" * 2000)
        book.decide("edit", (Ref("r99", "a-1"),), "ann", "Zubaydullah is his name", '{"name": "Zubaydullah"}')
        book.forget("r99", "names an informer", "ann")
        for file in tmp_path.iterdir():
            assert b"zubaydullah" not in file.read_bytes().lower()
        assert {hit.report for hit in book.search("guards")} == {f"r{number}" for number in range(30)}
    assert b"zubaydullah" not in (tmp_path / "book.db").read_bytes().lower()
