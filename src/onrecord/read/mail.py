"""Mail: a message in a file, or many in an mbox; the words of each and the readable files attached to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256
from itertools import islice
from typing import BinaryIO

from onrecord.errors import EmptyReport, OversizedReport, ReportError, UnreadableFile
from onrecord.read.content import page_reader, read_bytes
from onrecord.read.source import Found, Source, Unread, within
from onrecord.read.text import read_text
from onrecord.records import Document, report_id

MOST_PARTS = 500  # of one message
ATTACHED = (".txt", ".html", ".htm", ".pdf", ".docx")
QUIET = ("image/", "audio/", "video/", "text/calendar", "application/pgp", "application/pkcs7", "message/", "multipart/")
FROM = re.compile(rb"From \S")
ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)  # what the mail library trips over


def read_eml(source: Source) -> Found:
    """The document of a message, then those of the text, HTML, PDF and DOCX files attached to it."""
    with source.path.open("rb") as stream:
        content = within(stream.read(source.limit + 1), source.name, source.limit)
    yield from _message(content, source.name, source)


def read_mbox(source: Source) -> Found:
    """The documents of the messages of an mbox file, one message in memory at a time."""
    with source.path.open("rb") as stream:
        for number, content in enumerate(_messages(stream, source.limit), 1):
            name = f"{source.name}:{number}"
            try:
                yield from _message(within(content, name, source.limit), name, source)
            except ReportError as error:
                yield Unread(name, error)


def _messages(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The messages of an mbox; one over the limit comes cut, a little too long."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := stream.readline(limit + 1):
        if blank and FROM.match(line):
            if begun and lines:
                yield ESCAPED.sub(rb"\1", b"".join(lines))
            lines, size, begun = [], 0, True
        elif size <= limit:
            lines.append(line)
            size += len(line)
        blank = not line.strip()
    if lines:
        yield ESCAPED.sub(rb"\1", b"".join(lines))


def _message(content: bytes, name: str, source: Source) -> Found:
    """What one message holds. UnreadableFile when its parts cannot be told apart."""
    try:
        mail = message_from_bytes(content, policy=policy.default)
        parts = list(islice(mail.walk(), MOST_PARTS + 1))
        stated = _head(mail)
    except BROKEN as error:
        raise UnreadableFile(f"{name}: is broken mail ({type(error).__name__}: {error}); save the message again") from None
    if len(parts) > MOST_PARTS:
        raise OversizedReport(f"{name}: has more than {MOST_PARTS} parts; save its words as text")
    if not mail.keys():
        raise UnreadableFile(f"{name}: is no mail, it has no head; rename it to .txt if it is text")
    body, attached = _sorted(parts)
    if body is not None or not attached:
        yield _body(body, stated, content, name, source)
    for number, part in enumerate(attached, 1):
        yield from _attachment(part, number, name, stated, source)


def _head(mail: EmailMessage) -> dict[str, str | None]:
    """Subject, sender and day as the head of a message gives them; a head too broken to read gives nothing."""
    name, address = parseaddr(_field(mail, "From") or "")
    try:
        day = parsedate_to_datetime(_field(mail, "Date") or "").date().isoformat()
    except BROKEN:
        day = None
    return {"title": _field(mail, "Subject"), "byline": name or address or None, "published": day}


def _field(mail: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(mail[name] or "").split()) or None
    except BROKEN:
        return None


def _sorted(parts: list[EmailMessage]) -> tuple[EmailMessage | None, list[EmailMessage]]:
    """The part that holds the message's words, plain text before HTML, and the attached files."""
    leaves = [part for part in parts if not part.is_multipart()]
    attached = [part for part in leaves if part.get_filename() or part.get_content_disposition() == "attachment"]
    inline = [part for part in leaves if part not in attached]
    texts = [p for kind in ("text/plain", "text/html") for p in inline if p.get_content_type() == kind and _words(p).strip()]
    files = [p for p in attached if not p.get_content_type().startswith(QUIET)]
    return (texts[0] if texts else None), files


def _words(part: EmailMessage) -> str:
    """The decoded words of a part."""
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    try:
        return content.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _body(part: EmailMessage | None, stated: dict[str, str | None], content: bytes, name: str, source: Source) -> Document:
    if part is None:
        raise EmptyReport(f"{name}: the message holds no words; leave it out or give what it sent")
    read = page_reader() if part.get_content_type() == "text/html" else read_text
    words = _words(part)
    words = words if part.get_content_type() == "text/html" else words.replace("\r\n", "\n")
    known = {field: words for field, words in stated.items() if words}
    doc = read(words, **{"id": report_id(content), **source.defaults, **known, "name": name})
    rule = "file" if stated["published"] else doc.published_rule
    return replace(doc, name=_called(name), sha256=sha256(content).hexdigest(), published_rule=rule, raw=content)


def _called(name: str) -> str:
    """A message's name without folders and suffix."""
    return re.sub(r"(?<=.)\.eml$", "", name.rsplit("/", 1)[-1], flags=re.IGNORECASE)


def _attachment(part: EmailMessage, number: int, name: str, stated: dict[str, str | None], source: Source) -> Found:
    """The document of an attached file, under the message's day."""
    file = re.sub(r"[\\/\s]+", "_", part.get_filename() or str(number))
    called = f"{name}/{file}"
    try:
        if not file.lower().endswith(ATTACHED):
            kinds = ", ".join(ATTACHED)
            raise UnreadableFile(f"{called}: is {part.get_content_type()}, none of {kinds}; save it apart and give that")
        content = part.get_payload(decode=True)
        content = within(content if isinstance(content, bytes) else b"", called, source.limit)
        rule = "file" if stated["published"] else None
        given = {**source.defaults, **({"published": stated["published"]} if stated["published"] else {})}
        yield read_bytes(content, name=called, published_rule=rule, **given)
    except ReportError as error:
        yield Unread(called, error)
