"""Web archives: the pages and documents in WARC and WACZ files, one record in memory at a time."""

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from onrecord.errors import BadRecord, ReportError, UnreadableFile
from onrecord.read.source import Found, Raw, Source, Unread, within

KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
WINDOWS = {"gzip": 47, "x-gzip": 47, "deflate": 15}  # zlib's window bits: 47 takes gzip and zlib heads alike
FETCHED = 200  # status of an answer that brought the page
ARCHIVES = (".warc", ".warc.gz")
LOCKED = 0x1  # bit of a zip member that is encrypted
STARTS = (b"WARC/", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18")  # plain, gzip, zstd, lz4


def read_warc(source: Source) -> Found:
    """The documents of the pages, texts and PDF files in a WARC file; scripts, pictures and failed fetches are no reports."""
    with source.path.open("rb") as stream:
        yield from _archive(stream, source.name, source)


def read_wacz(source: Source) -> Found:
    """The documents of the WARC files in a WACZ file."""
    try:
        with ZipFile(source.path) as packed:
            members = [member for member in packed.infolist() if member.filename.lower().endswith(ARCHIVES)]
            if not members:
                raise BadRecord(f"{source.name}: holds no WARC file; give the archive itself or its pages")
            for member in members:
                yield from _member(packed, member.filename, source)
    except (BadZipFile, NotImplementedError) as error:
        raise UnreadableFile(f"{source.name}: is no whole WACZ file ({error}); fetch or export it again") from None


def _member(packed: ZipFile, file: str, source: Source) -> Found:
    """The documents of one WARC file in a WACZ file."""
    name = f"{source.name}/{file}"
    try:
        if packed.getinfo(file).flag_bits & LOCKED:
            raise UnreadableFile(f"{name}: is locked with a password; unpack it and give what is inside")
        with packed.open(file) as stream:
            yield from _archive(stream, name, source)  # type: ignore[arg-type]
    except (BadZipFile, zlib.error, EOFError) as error:
        yield Unread(name, UnreadableFile(f"{name}: is broken ({error}); what stands before was read, export it again"))
    except ReportError as error:
        yield Unread(name, error)


def _archive(stream: BinaryIO, name: str, source: Source) -> Found:
    """The documents of a stream of records; what breaks off is told after what stands before it."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    if not stream.read(4).startswith(tuple(mark[:4] for mark in STARTS)):
        raise BadRecord(f"{name}: is no WARC file; give the archive that the crawler wrote")
    stream.seek(0)
    records = ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="transfer")
    number = 0
    try:
        for record in records:
            number += 1
            yield from _record(record, f"{name}:{number}", source)
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        raise UnreadableFile(f"{name}: breaks off after record {number} ({error}); what stands before was read") from None


def _record(record: Any, name: str, source: Source) -> Iterator[Any]:
    """The document of a record, or why there is none; nothing for what is no report."""
    suffix = KINDS.get(_kind(record))
    if suffix is None or (record.http_headers is not None and record.http_headers.status_code != FETCHED):
        return
    address = record.headers.get("WARC-Target-URI") or ""
    called = f"{name} {address}".strip()
    try:
        content = within(_unpacked(_payload(record, called, source.limit), record, called, source.limit), called, source.limit)
        yield Raw(called + suffix, content, {**source.defaults, "url": address or None}, called=address or called)
    except ReportError as error:
        yield Unread(called, error)


def _payload(record: Any, name: str, limit: int) -> bytes:
    """What the record holds, as it was sent."""
    promised = record.content_length
    content = bytes(record.reader.read(limit + 1))
    chunked = record.http_headers is not None and record.http_headers.get("Transfer-Encoding")
    if len(content) < min(promised, limit) and not chunked:
        raise UnreadableFile(f"{name}: is cut off after {len(content):,} of {promised:,} bytes; fetch the archive again")
    return within(content, name, limit)


def _unpacked(content: bytes, record: Any, name: str, limit: int) -> bytes:
    """The payload without the compression it was sent with, at most one byte over the limit."""
    coding = (record.http_headers.get("Content-Encoding") or "").strip().lower() if record.http_headers is not None else ""
    if coding in ("", "identity"):
        return content
    if coding == "br":
        return _brotli(content, name, limit)
    if coding not in WINDOWS:
        raise BadRecord(f"{name}: was sent compressed as {coding!r}, which is not read; fetch it again uncompressed")
    raw_deflate = coding == "deflate" and content[:1] != b"\x78"
    try:
        return zlib.decompressobj(-15 if raw_deflate else WINDOWS[coding]).decompress(content, limit + 1)
    except zlib.error as error:
        raise BadRecord(f"{name}: its compression is broken ({error}); fetch it again") from None


def _brotli(content: bytes, name: str, limit: int) -> bytes:
    """Brotli as servers send it; it is read where the library is installed, piece by piece."""
    try:
        from brotli import Decompressor
        from brotli import error as broken
    except ImportError:
        raise BadRecord(f"{name}: was sent compressed as 'br'; install what reads it with pip install brotli") from None
    try:
        unpacker = Decompressor()
        out = unpacker.process(content, output_buffer_limit=limit + 1)
        while len(out) <= limit and not unpacker.can_accept_more_data() and not unpacker.is_finished():
            out += unpacker.process(b"", output_buffer_limit=limit + 1)
    except (broken, TypeError) as error:
        raise BadRecord(f"{name}: its compression is broken ({error}); fetch it again") from None
    return bytes(out)


def _kind(record: Any) -> str:
    """The media type of a record's payload."""
    stated = record.http_content_type if record.http_headers is not None else record.headers.get("Content-Type")
    return (stated or "").partition(";")[0].strip().lower()
