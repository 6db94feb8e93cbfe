"""PDF and DOCX files made by the tests: paragraphs out, locked and broken files told."""

import io
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import EmptyReport, OversizedReport, ReportError, UnreadableFile
from onrecord.read import Unread, docx, pdf, read_bytes, read_path
from onrecord.records import Document

RAID = [
    "Ten people were killed in a raid near the river on Monday, officials of the province",
    "said. The army had attacked a camp of the rebels in the north of the country a day be-",
    "fore.",
    "A spokesman denied the report.",
]


def a_pdf(*pages: list[str], extra: bytes = b"") -> bytes:
    """A PDF with a page of lines each."""
    made = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T*\n" for line in lines)
        stream = f"BT /F1 9 Tf 12 TL 40 780 Td\n{shown}ET".encode("latin-1")
        made.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        made.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(made)
        )
        kids.append(b"%d 0 R" % len(made))
    made[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(made, 1))
    return out + b"trailer << /Root 1 0 R /Size %d %s >>\n%%%%EOF" % (len(made) + 1, extra)


def a_docx(body: str, name: str = "word/document.xml") -> bytes:
    """A DOCX with a body of XML."""
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, f'<?xml version="1.0"?><w:document {spaces}><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def paragraph(words: str, style: str = "") -> str:
    """A paragraph in two runs."""
    marked = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    half = len(words) // 2
    return f"<w:p>{marked}<w:r><w:t>{words[:half]}</w:t></w:r><w:r><w:t>{words[half:]}</w:t></w:r></w:p>"


def told(content: bytes, name: str) -> ReportError:
    """The error of bytes that cannot be read."""
    with pytest.raises(ReportError) as caught:
        read_bytes(content, name=name)
    assert str(caught.value).startswith(name)
    return caught.value


def test_lines_of_a_pdf_become_paragraphs() -> None:
    """Lines run together, a word broken at a line's end is mended, a short last line ends its paragraph."""
    doc = read_bytes(a_pdf(RAID), name="folder/raid.pdf", published="2017-02-06")
    assert doc.text.split("\n\n") == [" ".join(RAID[:3]).replace("be- fore", "before"), RAID[3]]
    assert (doc.name, doc.published, doc.raw) == ("raid", "2017-02-06", a_pdf(RAID))


def test_running_heads_and_page_numbers() -> None:
    """Lines that open or close several pages and page numbers are left out; a sentence goes on over the page."""
    pages = [["Human Rights Monitor, March 2017", RAID[0], RAID[1], f"Page {n} of 4"] for n in range(1, 5)]
    words = read_bytes(a_pdf(*pages), name="a.pdf").text
    assert "Monitor" not in words and "Page" not in words
    assert "camp of the rebels" in words


def test_pdfs_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked, a broken, a scanned and an endless PDF each get an error that says what to do."""
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]" % (b"x" * 32, b"y" * 32)
    assert "locked with a password" in str(told(a_pdf(RAID, extra=locked), "a.pdf"))
    assert isinstance(told(b"%PDF-1.4 and nothing more", "a.pdf"), UnreadableFile)
    assert isinstance(told(b"no pdf", "a.pdf"), UnreadableFile)
    assert "text recognition" in str(told(a_pdf([]), "a.pdf"))
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    assert isinstance(told(a_pdf(RAID, RAID, RAID), "a.pdf"), OversizedReport)


def test_paragraphs_of_a_docx() -> None:
    """Paragraphs are blocks, also those of tables; what is deleted is not there, a text box is read once; the title is known."""
    box = f"<mc:AlternateContent><mc:Choice>{paragraph('A box.')}</mc:Choice><mc:Fallback>{paragraph('A box.')}</mc:Fallback></mc:AlternateContent>"
    body = (
        paragraph("Raid kills ten", "Title")
        + paragraph("Ten people were killed &amp; six wounded.")
        + "<w:p/>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('Dead')}</w:tc><w:tc>{paragraph('10')}</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:delText>Never said.</w:delText></w:r><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t></w:r></w:p>"
        + f"<w:p><w:r>{box}</w:r></w:p>"
    )
    doc = read_bytes(a_docx(body), name="raid.docx")
    blocks = doc.text.split("\n\n")
    assert blocks == ["Raid kills ten", "Ten people were killed & six wounded.", "Dead", "10", "A B", "A box."]
    assert (doc.title, doc.name) == ("Raid kills ten", "raid")


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"PK\x03\x04 broken", UnreadableFile, "no whole DOCX"),
        (b"words", UnreadableFile, "no whole DOCX"),
        (b"\xd0\xcf\x11\xe0 old", UnreadableFile, "locked"),
        (a_docx("", "word/other.xml"), UnreadableFile, "no whole DOCX"),
        (a_docx("<w:p>"), UnreadableFile, "no whole DOCX"),
        (a_docx("<w:p/>"), EmptyReport, "holds no text"),
        (a_docx(paragraph("a" * 11_000_000)), OversizedReport, "split it"),
    ],
)
def test_docx_files_that_cannot_be_read(content: bytes, error: type[ReportError], words: str) -> None:
    """A broken, a locked, an empty and a swelling document each get an error that says what to do."""
    found = told(content, "a.docx")
    assert isinstance(found, error) and words in str(found)


def test_a_docx_that_unpacks_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip bomb is stopped while it unpacks."""
    monkeypatch.setattr(docx, "MOST_XML", 3_000_000)
    assert "unpacks to over" in str(told(a_docx("<w:p/>" * 1_000_000), "a.docx"))


def test_entities_are_not_followed() -> None:
    """An external or nested entity in a document brings in nothing."""
    body = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        packed.writestr(
            "word/document.xml", f'{body}<w:document xmlns:w="{space}"><w:p><w:r><w:t>Ten died.&b;</w:t></w:r></w:p></w:document>'
        )
    assert read_bytes(out.getvalue(), name="a.docx").text == "Ten died."


def test_a_folder_of_documents(tmp_path: Path) -> None:
    """PDF and DOCX files are found in folders, with their sidecars; a locked one does not stop the next."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.docx").write_bytes(a_docx(paragraph("Ten people were killed.")))
    (tmp_path / "b.meta.json").write_text('{"published": "2017-02-06"}')
    bad, good = read_path(tmp_path)
    assert isinstance(bad, Unread) and isinstance(good, Document)
    assert (good.published, good.published_rule) == ("2017-02-06", "sidecar")
