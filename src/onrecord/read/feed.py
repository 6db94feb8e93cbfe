"""RSS and Atom feeds saved to a file, one report an entry."""

import re
from contextlib import suppress
from dataclasses import replace
from email.utils import parsedate_to_datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from onrecord.errors import BadRecord, EmptyReport, ReportError
from onrecord.read.dates import day_in
from onrecord.read.source import Found, Source, Unread, within
from onrecord.read.tags import plain_blocks
from onrecord.read.text import read_text
from onrecord.records import Document, report_id

FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)  # no feed declares any; a file that does is made to swell
LOOKED_AT = 4_096


def read_feed(source: Source) -> Found:
    """The documents of a feed's entries, each with its title, day, author and address."""
    with source.path.open("rb") as stream:
        content = within(stream.read(source.limit + 1), source.name, source.limit)
    plain = content[:LOOKED_AT].replace(b"\0", b"")
    if not FEED.search(plain) or ENTITY.search(plain):
        raise BadRecord(f"{source.name}: is no RSS or Atom feed; rename it to .html or .txt if it is a page or text")
    feed = _parsed(content, source.name)
    outlet = _field(feed.feed, "title")
    for number, entry in enumerate(feed.entries, 1):
        name = f"{source.name}:{number}"
        try:
            yield _document(entry, outlet, name, source)
        except ReportError as error:
            yield Unread(name, error)
    if not feed.entries:
        raise EmptyReport(f"{source.name}: the feed has no entry that can be read; fetch it again or leave it out")
    if feed.bozo and "SAX" in type(feed.bozo_exception).__name__:
        words = (
            f"{source.name}: breaks off or is no valid XML ({feed.bozo_exception}); what stands before was read, fetch it again"
        )
        raise BadRecord(words)


def _parsed(content: bytes, name: str) -> Any:
    import feedparser

    try:
        return feedparser.parse(BytesIO(content))  # a stream: the library would fetch or open what looks like an address
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise BadRecord(f"{name}: is a broken feed ({type(error).__name__}: {error}); fetch it again") from None


def _document(entry: Any, outlet: str | None, name: str, source: Source) -> Document:
    """The document of one entry: the words of its content, else of its summary."""
    contents = [found.get("value") or "" for found in entry.get("content", ())]
    markup = max((*contents, entry.get("summary") or ""), key=len)
    words = "\n\n".join(plain_blocks(markup))
    if not words:
        raise EmptyReport(f"{name}: the entry holds no words; give the page at {entry.get('link') or 'its address'}")
    day = _day(entry)
    stated = {"title": _field(entry, "title"), "byline": _field(entry, "author"), "url": _field(entry, "link"), "outlet": outlet}
    known = {field: words for field, words in {**stated, "published": day}.items() if words}
    raw = words.encode("utf-8", "surrogatepass")
    id = report_id(f"{entry.get('id') or name}\n".encode("utf-8", "surrogatepass") + raw)
    doc = read_text(words, id=id, **{**source.defaults, **known, "name": name})
    rule = "file" if day else doc.published_rule
    return replace(doc, sha256=sha256(raw).hexdigest(), published_rule=rule, raw=raw)


def _field(found: Any, name: str) -> str | None:
    return " ".join(re.sub(r"<[^<>]*>", " ", str(found.get(name) or "")).split()) or None


def _day(entry: Any) -> str | None:
    """The day an entry was published, as its own clock has it."""
    stamp = str(entry.get("published") or entry.get("updated") or "")
    with suppress(ValueError, TypeError, IndexError):
        return parsedate_to_datetime(stamp).date().isoformat()
    return day_in(stamp)
