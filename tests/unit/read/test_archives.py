"""WARC and WACZ: pages in, what is broken is told, memory stays flat."""

import gzip
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.read import Unread, read_path
from onrecord.records import Document

PAGE = (
    b"<html><head><title>Raid kills ten</title></head><body><article><h1>Raid kills ten</h1>"
    b"<p>Ten people were killed in a raid near the river on Monday, officials said.</p>"
    b"<p>The army said that it had attacked a camp of the rebels in the north.</p></article></body></html>"
)


def record(number: int, body: bytes = PAGE, *, kind: str = "text/html", status: str = "200 OK", coding: str = "") -> bytes:
    """A response record; `coding` names the compression of its body."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n" + (f"Content-Encoding: {coding}\r\n" if coding else "")
    http = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    warc = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}\r\n"
    return f"{warc}Content-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def outcomes(path: Path) -> list[str]:
    """For each record read its address, for each unread its error."""
    return [str(f.error) if isinstance(f, Unread) else f.url or "" for f in read_path(path)]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_warc(tmp_path: Path, packed: bool) -> None:
    """Pages fetched are documents with title, address and words; pictures and failed fetches are passed over."""
    parts = [
        record(1),
        record(2, b"\x89PNG", kind="image/png"),
        record(3, status="404 Not Found"),
        record(4, gzip.compress(PAGE), coding="gzip"),
    ]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(part) if packed else part for part in parts))
    docs = [doc for doc in read_path(path) if isinstance(doc, Document)]
    assert [(doc.url, doc.title) for doc in docs] == [
        ("http://example.org/1", "Raid kills ten"),
        ("http://example.org/4", "Raid kills ten"),
    ]
    assert "Ten people were killed" in docs[1].text
    assert outcomes(path) == ["http://example.org/1", "http://example.org/4"]


BOMB = gzip.compress(b"a" * 50_000_000)


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (record(2, BOMB, coding="gzip"), "is over 10,000,000 bytes"),
        (record(2, b"no gzip at all", coding="gzip"), "its compression is broken"),
        (record(2, b"x", coding="zstd"), "sent compressed as 'zstd'"),
        (record(2, b""), "holds no text"),
    ],
)
def test_a_bad_record_does_not_stop_the_others(tmp_path: Path, bad: bytes, told: str) -> None:
    """A zip bomb, a broken or an unknown compression and an empty page are named with file, number and address."""
    path = tmp_path / "a.warc"
    path.write_bytes(record(1) + bad + record(3))
    first, error, last = outcomes(path)
    assert (first, last) == ("http://example.org/1", "http://example.org/3")
    assert error.startswith(f"{path}:2 http://example.org/2") and told in error


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (record(1) + record(2)[:-100], "is cut off after"),
        (gzip.compress(record(1)) + gzip.compress(record(2))[:-60], "is cut off after"),
        (gzip.compress(record(1)) + b"rubbish" * 50, "breaks off after record 1"),
        (record(1) + b"\0" * 500, "breaks off after record 1"),
    ],
)
def test_a_broken_archive(tmp_path: Path, content: bytes, told: str) -> None:
    """What stands before the break is read, the break is told."""
    path = tmp_path / ("a.warc.gz" if content[:2] == b"\x1f\x8b" else "a.warc")
    path.write_bytes(content)
    first, error = outcomes(path)
    assert first == "http://example.org/1" and told in error and error.startswith(str(path))


def test_no_warc(tmp_path: Path) -> None:
    """A file that is no archive at all is told so."""
    (tmp_path / "a.warc").write_bytes(b"hello")
    assert ["is no WARC file" in told for told in outcomes(tmp_path)] == [True]


def test_a_wacz(tmp_path: Path) -> None:
    """The archives inside are read in their order; a broken one does not stop the next."""
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr("archive/a.warc.gz", gzip.compress(record(1)))
        packed.writestr("archive/b.warc.gz", b"no archive")
        packed.writestr("archive/c.warc", record(3))
    first, error, last = outcomes(tmp_path / "a.wacz")
    assert (first, last) == ("http://example.org/1", "http://example.org/3")
    assert "a.wacz/archive/b.warc.gz: is no WARC file" in error


@pytest.mark.parametrize(("content", "told"), [(b"PK\x03\x04 broken", "is no whole WACZ"), (b"", "is no whole WACZ")])
def test_a_broken_wacz(tmp_path: Path, content: bytes, told: str) -> None:
    """A WACZ that cannot be opened is told of."""
    (tmp_path / "a.wacz").write_bytes(content)
    assert [told in error for error in outcomes(tmp_path)] == [True]


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    """Ten times the records take no more memory: each is let go before the next is read."""

    def peak(count: int) -> int:
        path = tmp_path / f"{count}.warc"
        with path.open("wb") as out:
            out.writelines(_large(count))
        tracemalloc.start()
        for found in read_path(path):
            assert isinstance(found, Document)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1)
    assert peak(30) < 1.3 * peak(3)


def _large(count: int) -> Iterator[bytes]:
    for number in range(count):
        yield record(number, b"The army killed ten rebels in the north of the country. " * 2_000, kind="text/plain")
