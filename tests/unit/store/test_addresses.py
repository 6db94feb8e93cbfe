"""Addresses of lists, recorded many at a time, and the mode of a new book."""

from pathlib import Path

from tests.books import coded

from onrecord.store import Book, NotedAddress

URLS = [f"https://paper.example/{n}" for n in range(1_200)]


def test_many_addresses_are_noted_once_and_in_their_order(book: Book) -> None:
    """Those that are there or stand twice in the list are not recorded again, and the chain of the log holds."""
    book.add(coded())
    book.note_addresses([NotedAddress(URLS[3], title="before")])
    assert book.note_addresses([NotedAddress(url) for url in (*URLS, URLS[5])]) == len(URLS) - 1
    noted = book.addresses()
    assert [one.url for one in noted] == [URLS[3], *URLS[:3], *URLS[4:]]
    assert noted[0].title == "before"
    assert list(book.verify()) == []


def test_a_new_book_is_its_owners_alone(tmp_path: Path) -> None:
    """Whatever the umask, nobody else may read it; a book that is there keeps its mode."""
    place = tmp_path / "new.book"
    with Book(str(place)):
        assert place.stat().st_mode & 0o777 == 0o600
    place.chmod(0o640)
    with Book(str(place)):
        assert place.stat().st_mode & 0o777 == 0o640
