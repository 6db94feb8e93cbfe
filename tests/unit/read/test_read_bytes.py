"""Bytes in every encoding we know, and the plain refusals."""

import codecs
import gzip

import pytest

from onrecord.errors import BinaryReport, EmptyReport, UndecodableReport
from onrecord.read import read_bytes

WORDS = "Ten people – among them José Müller – were killed near Kraków, officials said.\n"
ARABIC = "قتل عشرة أشخاص في هجوم على قرية قرب الموصل، حسب مصدر أمني.\n"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (WORDS.encode(), WORDS),
        (codecs.BOM_UTF8 + WORDS.encode(), WORDS),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), WORDS),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), WORDS),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), WORDS),
        (WORDS.encode("utf-16-le"), WORDS),
        (WORDS.encode("utf-16-be"), WORDS),
        (WORDS.encode("utf-32-le"), WORDS),
        (ARABIC.encode("utf-16-le"), ARABIC),
        (ARABIC.encode("cp1256"), ARABIC),
        ("José said: “Ten died.”".encode("cp1252"), "José said: “Ten died.”"),
        ("Le café de la Gare a été touché.".encode("latin-1"), "Le café de la Gare a été touché."),
        (b"\r\nTen died.\r\nTwo lived.\r\n", "\r\nTen died.\r\nTwo lived.\r\n"),
    ],
)
def test_encodings(content: bytes, text: str) -> None:
    """Text comes out code point for code point in each encoding, line ends and all, without a byte-order mark."""
    assert read_bytes(content, name="a.txt").text == text


def test_a_few_bad_bytes_stay() -> None:
    """Broken UTF-8 is read, and each bad byte kept as U+FFFD, when most of it is UTF-8."""
    doc = read_bytes("Müller, José and Łukasz left.".encode() + b" \xff Ten died.", name="a.txt")
    assert doc.text == "Müller, José and Łukasz left. \ufffd Ten died."


def test_a_cut_character_stays() -> None:
    """A file cut in the middle of its last character is still UTF-8."""
    assert read_bytes("Ten died near Kraków – then".encode() + b"\xe2\x80", name="a").text.endswith("then\ufffd")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyReport),
        (b" \r\n\t", EmptyReport),
        (codecs.BOM_UTF8, EmptyReport),
        (b"%PDF-1.7 ...", BinaryReport),
        (b"PK\x03\x04 ...", BinaryReport),
        (b"\x89PNG\r\n", BinaryReport),
        (gzip.compress(b"Ten died."), BinaryReport),
        (b"Ten\x00died\x00\x00\x00in it", BinaryReport),
        (bytes(range(1, 32)) * 20, BinaryReport),
        ("Десять человек погибли при нападении на деревню".encode("cp1251"), UndecodableReport),
    ],
)
def test_refusals(content: bytes, error: type[Exception]) -> None:
    """What is no text is refused by its kind, in words that start with the file's name and end with what to do."""
    with pytest.raises(error, match=r"^reports/a\.txt: .+[;] \w+"):
        read_bytes(content, name="reports/a.txt")


def test_identity() -> None:
    """The id and hash come from the bytes, the name is the file's stem."""
    doc = read_bytes(b"Ten died in the raid on Monday.", name="reports/raid.v2.txt")
    again = read_bytes(b"Ten died in the raid on Monday.", name="other.txt")
    assert doc.name == "raid.v2"
    assert doc.sha256 is not None and len(doc.sha256) == 64
    assert (doc.id, doc.sha256) == (again.id, again.sha256)


def test_pages_are_told_from_text() -> None:
    """HTML is known by its suffix or by how it begins; a text that speaks of tags is text."""
    page = b"<!doctype html><html><body><p>Ten people died in the raid on Monday, officials said.</p></body></html>"
    assert read_bytes(page, name="a").text.startswith("Ten people")
    assert read_bytes(b"Ten <b>people</b> died in it.", name="a.html").text == "Ten people died in it."
    assert read_bytes(b"The tag <p> opens a paragraph.", name="a.txt").text == "The tag <p> opens a paragraph."


def test_a_declared_encoding_is_used() -> None:
    """A page that declares Windows-1251 is read as that."""
    page = '<html><head><meta charset="windows-1251"></head><body><p>Десять человек погибли.</p></body></html>'
    assert read_bytes(page.encode("cp1251"), name="a.html").text == "Десять человек погибли."
