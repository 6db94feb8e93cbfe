"""Reports, bytes, codings and the words that find them."""

from dataclasses import replace

import pytest
from tests.books import coded, recoded

from onrecord.records import Coding
from onrecord.store import Book

RAW = b"<p>Gunmen shot dead at least four guards \x00\xff</p>"


def test_the_same_bytes_are_one_report_and_one_coding(book: Book) -> None:
    """Storing twice changes nothing, and the log has nothing new to say."""
    first, second = book.add(coded(), RAW), book.add(coded(), RAW)
    assert (first.new_report, first.new_coding) == (True, True)
    assert (second.new_report, second.new_coding) == (False, False)
    assert [entry.kind for entry in book.log()] == ["schema", "report", "original", "coding"]


def test_a_newer_version_stands_beside_the_old(book: Book) -> None:
    """Both codings are kept, the newest first, and the contents name both versions."""
    book.add(coded(), RAW)
    added = book.add(recoded(coded(), "2.0"), RAW)
    assert (added.new_report, added.new_coding) == (False, True)
    assert [coding.version for coding in book.codings("r1")] == ["2.0", "1.0"]
    assert book.entries()[0].versions == ("1.0", "2.0")


def test_a_date_given_later_is_another_coding(book: Book) -> None:
    """The anchor of relative dates belongs to the coding."""
    book.add(coded(published=None))
    assert book.add(coded()).new_coding
    assert len(book.codings("r1")) == 2


def test_the_last_day_given_is_the_newest(book: Book) -> None:
    """A day that an analyst gives is coded again unless it is the newest; one that the file gives changes nothing."""
    days = ("2017-02-06", "2018-03-01", "2017-02-06", "2017-02-06")
    made = [book.add(given(day)).new_coding for day in days]
    assert made == [True, True, True, False]
    assert not book.add(coded(published="2018-03-01")).new_coding
    assert [c.report.published for c in book.codings("r1")] == ["2017-02-06", "2018-03-01", "2017-02-06"]
    assert book.entries()[0].versions == ("1.0",)
    assert (book.day_given(coded(published=None).report), book.day_given(coded(2).report)) == ("2017-02-06", None)
    assert list(book.verify()) == []


def given(day: str) -> Coding:
    """The coding of a report to which an analyst gave a day."""
    coding = coded(published=day)
    return replace(coding, report=replace(coding.report, published_rule="caller"))


def test_other_words_under_a_taken_id_are_kept_beside(book: Book) -> None:
    """A second report of the same id becomes ID~2, and stays it when it comes again."""
    other = coded(words="Two guards were hurt, officials in the town of Azaz said yesterday morning. {}")
    book.add(coded())
    assert book.add(other).report == "r1~2"
    again = book.add(other)
    assert (again.report, again.new_report, again.new_coding, again.renamed) == ("r1~2", False, False, True)


def test_bytes_come_back_as_they_were_read(book: Book) -> None:
    """NULs and bytes that are no text are kept; other bytes of the same words are kept too, the first ones first."""
    book.add(coded(), RAW)
    book.add(coded(), b"other")
    assert book.report_bytes("r1") == RAW
    assert book.report_bytes("r9") is None
    assert [entry.kind for entry in book.log()].count("original") == 2


def test_newest_codings_come_one_a_report(book: Book) -> None:
    """In the order the reports were added, each in its newest version; the book can be written to meanwhile."""
    for number in (3, 1, 2):
        book.add(coded(number))
    book.add(recoded(coded(1), "2.0"))
    newest = book.newest_codings()
    assert next(newest).report.id == "r3"
    book.add(coded(4))
    assert [(coding.report.id, coding.version) for coding in newest] == [("r1", "2.0"), ("r2", "1.0")]
    assert book.report_count() == 4


def test_many_newest_codings_stream(book: Book) -> None:
    """More than are fetched at once."""
    for number in range(120):
        book.add(coded(number))
    assert [coding.report.id for coding in book.newest_codings()] == [f"r{number}" for number in range(120)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("guards azaz", True),
        ("GUARDS", True),
        ("medic", True),  # without its accent
        ("Médic", True),
        ("four-guards", True),  # parts side by side
        ("guards-four", False),
        ("guards aleppo", False),
        ('"', False),
        ("guard*", False),
        ("azaz OR aleppo", False),
        ("", False),
        ("'); drop table words; --", False),
    ],
)
def test_search_takes_any_input_for_words(book: Book, wanted: str, found: bool) -> None:
    """All words must be there, in any case, with or without accents; marks mean nothing."""
    book.add(coded())
    assert any(hit.kind == "report" for hit in book.search(wanted)) == found


def test_hits_mark_the_words_found(book: Book) -> None:
    """The snippet has the found word between U+0002 and U+0003."""
    book.add(coded())
    hit = next(hit for hit in book.search("guards") if hit.kind == "report")
    assert "\x02guards\x03" in hit.snippet
    assert (hit.report, hit.title) == ("r1", "Raid")


def test_search_finds_the_words_of_the_newest_coding_once(book: Book) -> None:
    """A second coding replaces the index of the first."""
    book.add(coded())
    book.add(recoded(coded(), "2.0"))
    assert [hit.kind for hit in book.search("guards")].count("report") == 1


def test_a_book_long_report_is_found_to_its_end(book: Book) -> None:
    """A report of megabytes is indexed in pieces."""
    words = "{} " + " ".join(f"word{number}" for number in range(150_000)) + " finis"
    book.add(coded(words=words))
    assert {hit.report for hit in book.search("finis word149999")} == {"r1"}
    assert list(book.verify()) == []


def test_a_report_is_found_by_id_name_or_beginning(book: Book) -> None:
    """An exact id wins over the beginning of others."""
    for number in (1, 10, 11):
        book.add(coded(number))
    assert book.find("r1") == ["r1"]
    assert book.find("raid11") == ["r11"]
    assert book.find("r") == ["r1", "r10", "r11"]
    assert book.find("%") == []


def test_half_surrogates_and_nuls_are_stored(book: Book) -> None:
    """A text no database takes as it is comes back as it was in the coding."""
    coding = coded(words="Guards \ud800 and \x00 were shot dead near the town of Azaz on Friday, said a médic. {}")
    book.add(coding)
    assert book.report_bytes("r1") == coding.report.text.encode("utf-8", "surrogatepass")
    assert book.search("azaz")
    assert list(book.verify()) == []
