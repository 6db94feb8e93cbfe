"""Bytes of any kind a report comes in, made documents."""

import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from onrecord.read.decode import decode
from onrecord.read.text import read_text
from onrecord.records import Document, report_id

PAGES = (".html", ".htm", ".xhtml")
MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b", re.IGNORECASE)
LOOKED_AT = 2_000  # characters of the beginning that show whether it is a page


def read_bytes(
    content: bytes,
    *,
    name: str,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    section: str | None = None,
    url: str | None = None,
    published: str | None = None,
    published_rule: str | None = None,
    language: str | None = None,
) -> Document:
    """A document from the bytes of a text in any encoding we know, a page, a PDF or a DOCX file.

    `name` is the file's, errors start with it.

    The document's `name` is the file's stem; its id, when none is given, comes from the bytes. EmptyReport, BinaryReport
    or UndecodableReport when there is nothing to read.
    """
    text, own_title = _words(content, name)
    read = page_reader() if is_page(text, name) else read_text
    doc = read(
        text,
        id=id or report_id(content),
        title=title or own_title,
        outlet=outlet,
        byline=byline,
        section=section,
        url=url,
        published=published,
        name=name,
        language=language,
    )
    rule = (published_rule or "caller") if published else doc.published_rule
    return replace(doc, name=stem(name), sha256=sha256(content).hexdigest(), published_rule=rule, raw=content)


def _words(content: bytes, name: str) -> tuple[str, str | None]:
    """The text of a file, and the title that an office document marks as its own."""
    if name.lower().endswith(".pdf"):
        from onrecord.read.pdf import pdf_text

        return pdf_text(content, name), None
    if name.lower().endswith(".docx"):
        from onrecord.read.docx import docx_text

        return docx_text(content, name)
    return decode(content, name), None


def page_reader() -> Callable[..., Document]:
    """The reader of pages, imported when there is one: its libraries take longer to load than a report to code."""
    from onrecord.read.html import read_html

    return read_html


def is_page(text: str, name: str) -> bool:
    """Whether decoded text is HTML: by its file name, else by how it begins."""
    if name.lower().endswith(PAGES):
        return True
    head = text[:LOOKED_AT].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and MARKUP.search(head) is not None


def stem(name: str) -> str:
    """A file's name without folder and known suffix."""
    return re.sub(
        r"(?<=.)\.(?:txt|text|html?|xhtml|md|jsonl|pdf|docx)$",
        "",
        name.replace("\\", "/").rsplit("/", 1)[-1],
        flags=re.IGNORECASE,
    )
