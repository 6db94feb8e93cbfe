"""Pages that a browser saved whole in one file: the page itself, under the address it was saved from."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message
from hashlib import sha256
from itertools import islice

from onrecord.errors import UnreadableFile
from onrecord.read.content import read_bytes
from onrecord.read.source import Found, Source, within
from onrecord.records import report_id

PICTURES = 20  # times the limit of a report that a file may have with its pictures and styles
MOST_PARTS = 5_000
PAGES = ("text/html", "application/xhtml+xml")
BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)  # what the mail library trips over


def read_mhtml(source: Source) -> Found:
    """The document of a saved page; the limit on bytes is on the page without its pictures. UnreadableFile when it holds none."""
    with source.path.open("rb") as stream:
        content = within(stream.read(PICTURES * source.limit + 1), source.name, PICTURES * source.limit)
    page, url = _page(content, source.name)
    given = {**source.defaults, **({"url": url} if url else {})}
    called = re.sub(r"(?<=.)\.mht(?:ml)?$", "", source.path.name, flags=re.IGNORECASE)
    doc = read_bytes(within(page, source.name, source.limit), name=f"{source.name}.html", id=report_id(content), **given)
    yield replace(doc, name=called, sha256=sha256(content).hexdigest(), raw=content)


def _page(content: bytes, name: str) -> tuple[bytes, str | None]:
    """The bytes of the page that was saved and its address; frames, pictures and styles are passed over."""
    try:
        mail = message_from_bytes(content, policy=policy.compat32)
        parts = [part for part in islice(mail.walk(), MOST_PARTS) if part.get_content_type() in PAGES]
        address = str(mail["Snapshot-Content-Location"] or "").strip()
        part = next((part for part in parts if _address(part) == address), parts[0] if parts else None)
        words = None if part is None else part.get_payload(decode=True)
    except BROKEN as error:
        raise UnreadableFile(f"{name}: is a broken saved page ({type(error).__name__}); save it again") from None
    if part is None or not isinstance(words, bytes):
        raise UnreadableFile(f"{name}: holds no page; open it in a browser and save it as HTML")
    url = address or _address(part)
    return words, url if url.startswith(("http:", "https:")) else None


def _address(part: Message) -> str:
    """The address that a part was fetched from."""
    return "".join(str(part["Content-Location"] or "").split())
