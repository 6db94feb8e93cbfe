"""Web pages, made documents."""

from collections.abc import Iterator

from lxml.etree import LxmlError, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from onrecord.errors import EmptyReport
from onrecord.read.decode import decode
from onrecord.read.furniture import labelled
from onrecord.read.language import language_of
from onrecord.read.metadata import PageHead, page_head
from onrecord.read.tags import needs_plain_reading, plain_blocks, plain_title
from onrecord.records import Document, Furniture, report_id

Blocks = list[tuple[str, str | None]]  # the words of a block, and the kind of furniture that its markup gives away
ROWS = frozenset(("body", "div", "p", "head", "list", "item", "table", "row", "quote", "code", "lb"))
PARTS = ("p", "li", "blockquote", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "td")
NEAR = 1_000  # characters that may stand between two paragraphs of a page, in none of its paragraphs
HEADING_WORDS = 14  # a heading with more words and a full stop is the report's first paragraph in large type


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
    page = labelled(text, known)
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
    captions = {w for tag in tree.iter("figcaption") if (w := " ".join(tag.text_content().split()))}
    blocks = _extracted(markup)
    if not blocks:
        return [(words, None) for words in plain_blocks(markup)], head
    if len(blocks) == 1:
        blocks = [(words, None) for words in _parted(blocks[0][0], tree)]
    return [(words, "caption" if words in captions else kind) for words, kind in blocks], head


def _parted(run: str, tree: HtmlElement) -> list[str]:
    """The paragraphs of a short page, which trafilatura gives as one run of words."""
    out: list[str] = []
    at = 0
    for tag in tree.iter(*PARTS):
        words = " ".join(tag.text_content().split())
        found = run.find(words, at, at + len(words) + NEAR) if words else -1
        if found >= 0:
            out += [run[at:found], words]
            at = found + len(words)
    return [bare for words in [*out, run[at:]] if (bare := words.strip())]


def _tree(markup: str) -> HtmlElement | None:
    try:
        return load_html(markup)
    except (LxmlError, ValueError):
        return None


def _extracted(markup: str) -> Blocks:
    """The blocks of a page's report as trafilatura finds them."""
    try:
        found = bare_extraction(markup, include_comments=False, with_metadata=False)
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError):
        return []  # the library stumbles over some broken pages; they are read tag by tag
    body = getattr(found, "body", None)
    return [] if body is None else list(_rows(body))


def _rows(body: HtmlElement) -> Iterator[tuple[str, str | None]]:
    """The words of each row of an extracted body, also those outside any row; headings are known for what they are."""
    pieces: list[str] = []
    heading = False
    for event, tag in iterwalk(body, events=("start", "end")):
        if tag.tag in ROWS:
            yield from _lines("".join(pieces), heading)
            pieces, heading = [], tag.tag == "head" and event == "start"
        pieces.append((tag.text if event == "start" else (" " * (tag.tag == "cell")) + (tag.tail or "")) or "")
    yield from _lines("".join(pieces), heading)


def _lines(words: str, heading: bool) -> Iterator[tuple[str, str | None]]:
    """A row with its white space evened out; nothing for an empty one."""
    if bare := " ".join(words.split()):
        yield bare, "other" if heading and _is_heading(bare) else None


def _is_heading(words: str) -> bool:
    return len(words.split()) <= HEADING_WORDS or words[-1] not in '.!?"”'


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
