"""Web pages, made documents."""

from collections.abc import Iterator

from lxml.etree import LxmlError, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from onrecord.errors import EmptyReport
from onrecord.read.choose import chosen
from onrecord.read.decode import decode
from onrecord.read.furniture import labelled
from onrecord.read.language import language_of
from onrecord.read.metadata import PageHead, page_head
from onrecord.read.parts import parts
from onrecord.read.roles import Blocks, roles
from onrecord.read.tags import needs_plain_reading, plain_blocks, plain_title
from onrecord.records import Document, Furniture, report_id

ROWS = frozenset(("body", "div", "p", "head", "list", "item", "table", "row", "quote", "code", "lb"))


def read_html(
    html: str | bytes,
    *,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    section: str | None = None,
    url: str | None = None,
    published: str | None = None,
    name: str | None = None,
    language: str | None = None,
) -> Document:
    """A document from a page: its prose in blocks with a blank line between, never a script or style.

    What the caller does not give is read from the page's metadata, then from the furniture of its text. EmptyReport when
    the page holds no text. A page nested or grown beyond any tree is read tag by tag.
    """
    markup = decode(html, name or "page") if isinstance(html, bytes) else html
    blocks, head = _page(markup.replace("\0", ""), url)
    if not blocks:
        raise EmptyReport(f"{name or 'page'}: the page holds no text; give the report's own page, or its words as text")
    text, known = _joined(blocks, title or head.title)
    page = labelled(text, known, titled=(title or head.title) is not None)
    stated = published or head.published or page.published
    return Document(
        id=id or report_id(html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass")),
        text=text,
        language=language or language_of(text),
        title=title or head.title or page.title,
        outlet=outlet or head.outlet or page.outlet,
        byline=byline or head.byline or page.byline,
        section=section or head.section or page.section,
        published=stated,
        url=url,
        furniture=page.furniture,
        name=name,
        published_rule=("caller" if published else "page" if head.published else "dateline") if stated else None,
    )


def _page(markup: str, url: str | None) -> tuple[Blocks, PageHead]:
    """The blocks of a page and what it says about itself."""
    tree = None if needs_plain_reading(markup) else _tree(markup)
    if tree is None:
        return [(words, None) for words in plain_blocks(markup)], PageHead(title=plain_title(markup))
    head = page_head(tree, url)
    found = chosen(parts(_body(tree)), _extracted(tree))
    if not found:
        return [(words, None) for words in plain_blocks(markup)], head
    return roles(found, _titles(tree, head)), head


def _body(tree: HtmlElement) -> HtmlElement:
    body = tree.find("body")
    return tree if body is None else body


def _titles(tree: HtmlElement, head: PageHead) -> frozenset[str]:
    """The page's titles in small letters: its title, its headings of the first rank."""
    found = {" ".join(tag.text_content().split()).casefold() for tag in tree.iter("h1")}
    return frozenset(found | {head.title.casefold()} if head.title else found)


def _tree(markup: str) -> HtmlElement | None:
    try:
        return load_html(markup)
    except (LxmlError, ValueError):
        return None


def _extracted(tree: HtmlElement) -> list[str]:
    """The blocks of a page's report as trafilatura finds them."""
    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=False)
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError):
        return []  # the library stumbles over some broken pages; they are read tag by tag
    body = getattr(found, "body", None)
    return [] if body is None else list(_rows(body))


def _rows(body: HtmlElement) -> Iterator[str]:
    """The words of each row of an extracted body, also those outside any row."""
    pieces: list[str] = []
    for event, tag in iterwalk(body, events=("start", "end")):
        if tag.tag in ROWS:
            yield from _lines("".join(pieces))
            pieces = []
        pieces.append((tag.text if event == "start" else (" " * (tag.tag == "cell")) + (tag.tail or "")) or "")
    yield from _lines("".join(pieces))


def _lines(words: str) -> Iterator[str]:
    """A row with its white space evened out; nothing for an empty one."""
    if bare := " ".join(words.split()):
        yield bare


def _joined(blocks: Blocks, title: str | None) -> tuple[str, list[Furniture]]:
    """The text of a page and the furniture that its markup gave away; a block that repeats the title is the title."""
    pieces: list[str] = []
    known: list[Furniture] = []
    at = 0
    for words, kind in blocks:
        if title and words.casefold() == title.casefold():
            kind = "title"
        if kind is not None:
            known.append(Furniture((at, at + len(words)), kind))
        pieces.append(words)
        at += len(words) + 2
    return "\n\n".join(pieces), known
