"""Exports: the file's hash, and what each row was."""

from onrecord.store import Book, ExportRow


def test_rows_of_an_export_come_back_by_key(book: Book) -> None:
    """Keys and digests in the order of the keys, so that two exports can be read side by side."""
    rows = (ExportRow(f"k{number:04}", f"{number}", (f"r{number % 3}",)) for number in reversed(range(2500)))
    made = book.record_export("ledger", "ucdp", "/out/ledger.csv", "ab" * 32, rows)
    assert (made.rows, made.format, made.profile, made.path) == (2500, "ledger", "ucdp", "/out/ledger.csv")
    assert [row.key for row in book.export_rows(made.id)] == [f"k{number:04}" for number in range(2500)]
    assert book.exports() == [made]
    assert list(book.verify()) == []


def test_exports_are_listed_in_their_order(book: Book) -> None:
    """Each has an id of its own, also where nothing but the time differs; an empty one is one too."""
    made = [book.record_export("jsonl", None, None, "00", ()) for _ in range(12)]
    assert book.exports() == made
    assert len({one.id for one in made}) == 12
