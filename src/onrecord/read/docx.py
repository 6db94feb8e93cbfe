"""DOCX files: the paragraphs of the document, read from the zip archive that it is, piece by piece."""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from lxml.etree import XMLSyntaxError, _Element, iterparse

from onrecord.errors import EmptyReport, OversizedReport, UnreadableFile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says a text box again for old programs
BODY = "word/document.xml"
MOST_XML = 200_000_000  # bytes unpacked; a report of 10 MB of words has less
MOST_WORDS = 10_000_000  # characters
LOCKED = 0x1  # bit of a zip member that is encrypted
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # a document locked with a password is packed in an old container


class _Bounded(io.RawIOBase):
    """A stream that ends in OversizedReport once too much was read from it."""

    def __init__(self, stream: io.BufferedIOBase, name: str) -> None:
        self.stream, self.name, self.left = stream, name, MOST_XML

    def read(self, size: int = -1) -> bytes:
        """The next bytes, never more than a megabyte."""
        piece = self.stream.read(min(size if size > 0 else 1_000_000, 1_000_000))
        self.left -= len(piece)
        if self.left < 0:
            raise OversizedReport(f"{self.name}: unpacks to over {MOST_XML:,} bytes; split it into reports, or save it as text")
        return piece


def docx_text(content: bytes, name: str) -> tuple[str, str | None]:
    """The words of a document, paragraphs separated by a blank line, and the paragraph marked as its title.

    UnreadableFile for one that is broken or locked, OversizedReport for one that unpacks to too much, EmptyReport without words.
    """
    blocks: list[str] = []
    title = None
    size = 0
    for words, style in _paragraphs(content, name):
        size += len(words)
        if size > MOST_WORDS:
            raise OversizedReport(f"{name}: has over {MOST_WORDS:,} characters; split it into reports")
        blocks.append(words)
        title = title or (words if style == "Title" else None)
    if not blocks:
        raise EmptyReport(f"{name}: the document holds no text; leave it out or give the report's words")
    return "\n\n".join(blocks), title


def _paragraphs(content: bytes, name: str) -> Iterator[tuple[str, str | None]]:
    """The words of each paragraph and its style."""
    if content.startswith(OLD_OFFICE):
        raise UnreadableFile(f"{name}: is locked with a password or an old office document; open it and save it anew as DOCX")
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            member = packed.getinfo(BODY)
            if member.flag_bits & LOCKED:
                raise UnreadableFile(f"{name}: is locked with a password; open it and save a copy without")
            with packed.open(member) as stream:
                yield from _parsed(_Bounded(stream, name))  # type: ignore[arg-type]
    except (BadZipFile, zlib.error, KeyError, XMLSyntaxError, NotImplementedError, EOFError, ValueError) as error:
        raise UnreadableFile(f"{name}: is no whole DOCX document ({str(error)[:200]}); open it and save it again") from None


def _parsed(stream: _Bounded) -> Iterator[tuple[str, str | None]]:
    """The paragraphs of the document's XML as they end; what was read is let go."""
    events = iterparse(stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False)
    hidden = 0
    for event, tag in events:
        if tag.tag == FALLBACK:
            hidden += 1 if event == "start" else -1
        elif event == "end" and tag.tag == f"{WORD}p":
            words = " ".join("".join(_pieces(tag)).split())
            style = tag.find(f"{WORD}pPr/{WORD}pStyle")
            if words and not hidden:
                yield words, None if style is None else style.get(f"{WORD}val")
            _let_go(tag)


def _pieces(paragraph: _Element) -> Iterator[str]:
    for tag in paragraph.iter(f"{WORD}t", f"{WORD}tab", f"{WORD}br", f"{WORD}cr", f"{WORD}noBreakHyphen"):
        yield (tag.text or "") if tag.tag == f"{WORD}t" else "-" if tag.tag == f"{WORD}noBreakHyphen" else " "


def _let_go(tag: _Element) -> None:
    """Empty a paragraph that was read, and drop those before it."""
    tag.clear()
    while tag.getprevious() is not None and (parent := tag.getparent()) is not None:
        del parent[0]
