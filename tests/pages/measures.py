"""How well pages are read: body, furniture left on, roles of blocks, title, writer and day."""

from collections import Counter
from collections.abc import Iterable
from statistics import mean

from bench.extraction import body, score
from tests.pages.pages import BODY, Page

from onrecord.read import read_html
from onrecord.records import Document

ALIKE = {
    "form": ("form", "link", "other"),
    "link": ("link", "form"),
    "other": ("other", "form", "dateline"),
    "credit": ("credit", "caption"),
}


def measures(pages: Iterable[Page]) -> dict[str, float]:
    """The share of each measure over all pages; `left on` is the share of pages with a line of furniture in their body."""
    read = [(page, read_html(page.html)) for page in pages]
    scores = [score(page.body, body(doc)) for page, doc in read]
    precision, recall = (mean(one[i] for one in scores) for i in (0, 1))
    roles = [right for page, doc in read for right in _roles(page, doc)]
    return {
        "body F1": 2 * precision * recall / (precision + recall),
        "left on": mean(bool(left_on(page, doc)) for page, doc in read),
        "roles": mean(roles),
        "title": mean(doc.title == page.title for page, doc in read),
        "byline": mean(doc.byline == page.byline for page, doc in read),
        "date": mean(doc.published == page.published for page, doc in read),
    }


def left_on(page: Page, doc: Document) -> list[str]:
    """The blocks of furniture that stand in the body as it was read."""
    lines = {" ".join(line.split()) for line in body(doc).splitlines()}
    known = {words for words, role in page.blocks if role in BODY}
    return [words for words, role in page.blocks if role not in BODY and words in lines and words not in known]


def _roles(page: Page, doc: Document) -> list[bool]:
    """Whether each block that is kept in the text carries the role it has, or one that serves the same."""
    kinds = {" ".join(doc.text[slice(*piece.span)].split()): piece.kind for piece in doc.furniture}
    often = Counter(words for words, _ in page.blocks)
    kept = [(words, role) for words, role in page.blocks if words in doc.text and often[words] == 1]
    return [_right(role, kinds.get(words)) for words, role in kept]


def _right(role: str, kind: str | None) -> bool:
    if role == "body":
        return kind is None
    return kind in ("other", None) if role == "heading" else kind in ALIKE.get(role, (role,))
