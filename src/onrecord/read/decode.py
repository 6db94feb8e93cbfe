"""Bytes to text: the encodings that reports come in, and plain words for what is no text at all."""

import codecs
import re
import unicodedata
from collections.abc import Callable

from onrecord.errors import BinaryReport, EmptyReport, UndecodableReport

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"SQLite format 3": "a database",
    b"{\\rtf": "an RTF document",
}
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
SAMPLE = 65_536  # bytes looked at to tell an encoding
HIGH = re.compile(rb"[\x80-\xff]+")
UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # bytes that Windows-1252 leaves open
CONTROLS = dict.fromkeys([*range(9), *range(14, 28), 127])
MIXED = 0.02  # share of control characters above which a file is no text


def decode(content: bytes, name: str) -> str:
    """The text of some bytes, a byte-order mark left out; bad bytes in UTF-8 stay as U+FFFD.

    EmptyReport, BinaryReport or UndecodableReport when there is nothing to read; the message starts with `name`.
    """
    text = _decoded(content, name)
    if not text.strip(" \t\r\n\x0b\x0c\x00\ufeff\u00a0\u2028\u2029"):
        raise EmptyReport(f"{name}: holds no text; leave it out or give a file with the report's words")
    head = text[:SAMPLE]
    if len(head) - len(head.translate(CONTROLS)) > MIXED * len(head):
        raise BinaryReport(f"{name}: is not text (control characters throughout); give the report as text or HTML")
    return text


def _decoded(content: bytes, name: str) -> str:
    for mark, codec in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    for magic, what in MAGIC.items():
        if content.startswith(magic):
            raise BinaryReport(f"{name}: is {what}, not text; save the report as text or HTML and give that")
    if b"\0" in content[:SAMPLE]:
        return _wide(content, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _narrow(content, name, error)


def _wide(content: bytes, name: str) -> str:
    """Text in UTF-16 or UTF-32 without a mark: its zero bytes stand in a pattern that no picture or program has."""
    sample = content[: SAMPLE // 4 * 4]
    share = [sample[i::4].count(0) / max(1, len(sample[i::4])) for i in range(4)]
    checks: tuple[tuple[str, Callable[[list[float]], bool]], ...] = (
        ("utf-32-le", lambda s: min(s[2:]) > 0.95 and s[0] < 0.05),
        ("utf-32-be", lambda s: min(s[:2]) > 0.95 and s[3] < 0.05),
        ("utf-16-le", lambda s: min(s[1], s[3]) > 0.1 and max(s[0], s[2]) < 0.02),
        ("utf-16-be", lambda s: min(s[0], s[2]) > 0.1 and max(s[1], s[3]) < 0.02),
    )
    for codec, fits in checks:
        if fits(share):
            return content.decode(codec, "replace")
    raise BinaryReport(f"{name}: is not text (zero bytes); give the report as text or HTML")


def _narrow(content: bytes, name: str, error: UnicodeDecodeError) -> str:
    """Text that is not valid UTF-8: UTF-8 with a few bad bytes, what a page declares, Arabic or western Windows text."""
    mended = content.decode("utf-8", "replace")
    bad = mended.count("\ufffd")
    cut_off = error.start >= len(content) - 3 and error.reason.startswith("unexpected end")
    if cut_off or sum(c > "\x7f" for c in mended) - bad >= bad:
        return mended
    declared = DECLARED.search(content[:4096])
    codec = _known(declared[1].decode("ascii")) if declared else None
    if codec is not None:
        return content.decode(codec, "replace")
    runs = HIGH.findall(content[: 4 * SAMPLE])
    joined = sum(len(run) for run in runs if len(run) > 1)
    if joined <= 0.5 * sum(map(len, runs)):
        if len(UNDEFINED.findall(content)) > 0.01 * len(content):
            raise UndecodableReport(f"{name}: is in no encoding that could be recognised; save it as UTF-8")
        return content.decode("cp1252", "replace")
    if _is_arabic(b"".join(runs).decode("cp1256", "replace")):
        return content.decode("cp1256", "replace")
    raise UndecodableReport(f"{name}: is in no encoding that could be recognised; save it as UTF-8")


def _known(codec: str) -> str | None:
    """The name Python has for a declared text encoding; UTF-8 is left out, it was tried before."""
    try:
        found = codecs.lookup(codec)
    except LookupError:
        return None
    return found.name if found.name not in ("utf-8", "utf-8-sig") and found._is_text_encoding else None


def _is_arabic(text: str) -> bool:
    """Whether nearly all letters are Arabic."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum("ARABIC" in unicodedata.name(c, "") for c in letters) > 0.85 * len(letters)
