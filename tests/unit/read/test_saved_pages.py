"""Pages saved whole by a browser, PDF files that take any time, and pages made to hold a reader up."""

import time
from pathlib import Path

import pytest
from tests.unit.read.test_documents import RAID, a_pdf

from onrecord.errors import UnreadableFile
from onrecord.read import Unread, pdf, read_bytes, read_html, read_path

PROSE = "<p>Two people were killed in a raid on a market in Testville on Monday, officials said in a statement.</p>"
SAVED = """From: <Saved by Example>
Snapshot-Content-Location: {address}
Subject: =?utf-8?Q?Raid=20kills=20two?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="edge"

--edge
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/frame

<html><body><p>Buy a bicycle now.</p></body></html>
--edge
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/raid

<html><head><meta charset=3D"utf-8"><title>Raid</title></head><body><h1>Raid kills two=E2=80=94a=
gain</h1><article>{prose}</article></body></html>
--edge
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.org/a.png

AAAA
--edge--
"""


def saved(folder: Path, text: str, name: str = "Raid on market.mhtml") -> Path:
    """A file with these words."""
    (folder / name).write_bytes(text.replace("\n", "\r\n").encode("ascii"))
    return folder / name


@pytest.mark.parametrize("name", ["raid.mhtml", "raid.MHT"])
def test_a_saved_page_is_read_without_its_frames(tmp_path: Path, name: str) -> None:
    """The page that was saved is the report, under its address; frames and pictures are passed over."""
    path = saved(tmp_path, SAVED.format(address="https://example.org/raid", prose=PROSE * 2), name)
    (doc,) = read_path(path)
    assert not isinstance(doc, Unread)
    assert (doc.name, doc.title, doc.url) == ("raid", "Raid kills two—again", "https://example.org/raid")
    assert "market in Testville" in doc.text and "bicycle" not in doc.text
    assert doc.raw == path.read_bytes()


def test_a_saved_page_without_a_page(tmp_path: Path) -> None:
    """A file that holds no page is named."""
    (found,) = read_path(saved(tmp_path, "Content-Type: image/png\n\nAAAA\n"))
    assert isinstance(found, Unread) and str(found.error).startswith(str(tmp_path)) and "holds no page" in str(found.error)


def test_a_pdf_that_takes_too_long_is_named_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is ended with the process that reads; the file is named, and the next one gets a new process."""
    with monkeypatch.context() as patched:
        patched.setattr(pdf, "SECONDS", 0)
        with pytest.raises(UnreadableFile, match=r"^slow\.pdf: takes over 0 seconds to read"):
            read_bytes(a_pdf(*[RAID] * 500), name="slow.pdf")
    assert "The army had attacked" in read_bytes(a_pdf(RAID), name="next.pdf").text


@pytest.mark.parametrize(
    "page",
    [
        PROSE + "<script>var a = '" + "x<p>" * 700_000 + "'</script>" + PROSE,
        "<script type='application/ld+json'>" + '{"a":[' * 90_000 + "</script>" + PROSE,
        ("<script type='application/ld+json'>[" + '{"@type":"Thing"},' * 60 + "{}]</script>") * 900 + PROSE,
        "<table>" + "<tr><td>Name one<td>34<td>Testville" * 4_000 + "</table>" + PROSE * 5,
        "<p>Two men.</p>" * 8_000 + PROSE * 5,
        PROSE * 40_000,
    ],
    ids=["script", "deep JSON-LD", "many JSON-LD", "table", "same words", "long"],
)
def test_large_pages_are_read_in_bounded_time(page: str) -> None:
    """Huge scripts, JSON-LD without end, long tables and the same words thousands of times do not hold the reader up."""
    began = time.process_time()
    assert "market in Testville" in read_html(page).text
    assert time.process_time() - began < 10


def test_a_wrong_charset_is_not_believed() -> None:
    """A page in UTF-8 that declares another encoding is read as what it is; one in Windows-1251 as it declares."""
    for declared, codec in (("iso-8859-1", "utf-8"), ("windows-1251", "windows-1251"), ("no-such-code", "utf-8")):
        head = f"<html><head><meta charset='{declared}'><title>Рейд на рынок</title></head><body>"
        doc = read_html(f"{head}<p>Два человека погибли в субботу, сообщила полиция города.</p></body></html>".encode(codec))
        assert doc.title == "Рейд на рынок" and "сообщила полиция" in doc.text
