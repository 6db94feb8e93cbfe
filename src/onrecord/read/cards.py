"""What leads to other reports: summaries under linked headlines, and the cards that stand under a heading of links."""

from collections.abc import Collection, Iterator

from lxml.html import HtmlElement

from onrecord.read.choose import Chosen, is_prose
from onrecord.read.names import named
from onrecord.read.patterns import is_list_heading

Held = dict[HtmlElement, float]  # the share of the report's prose that each tag holds
SHARE = 0.1  # of a report's prose: a tag that holds more of it is no frame of a summary
TEASERS = 3  # summaries of other reports that stand in frames of one kind
TEASER_TAGS = 6  # in such a frame
LINK_WORDS = 4  # a link of fewer words may be an address or a note mark
LARGEST = 0.5  # of a report's prose: a card that holds more of it is the report
HEADING_TAGS = 3  # in a heading that is no heading by its tag
HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CARDS = frozenset(("article", "section", "div", "ul", "ol", "dl", "table", "aside", "figure", "a"))


def mark_teasers(found: Chosen, kinds: list[str | None], held: Held) -> None:
    """Mark the summaries under linked headlines: alike, several, each alone with its link in a small frame."""
    frames: dict[HtmlElement, list[int]] = {}
    for i, (words, part) in enumerate(found):
        if part is None:
            continue
        frame = part.tag if _is_card(part.tag, words) else part.tag.getparent()
        if frame is not None and 0 < held.get(frame, 0) < SHARE and len(frame) <= TEASER_TAGS:
            frames.setdefault(frame, []).append(i)
    alike: dict[tuple[str, str | None], list[int]] = {}
    for frame, inside in frames.items():
        if len(inside) <= 2 and (_has_headline(frame) or _is_card(frame, found[inside[0]][0])):
            alike.setdefault((frame.tag, frame.get("class")), []).extend(inside)
    for inside in alike.values():
        if len({found[i][0] for i in inside}) >= TEASERS:
            for i in inside:
                kinds[i] = kinds[i] or "link"


def _has_headline(frame: HtmlElement) -> bool:
    """Whether a frame holds a link to another page, of the length of a headline, around its heading or alone in its block."""
    return any(
        next(link.iter(*HEADS), None) is not None
        or ((up := link.getparent()) is not None and up.text_content().strip() == link.text_content().strip())
        for link in _headlines(frame.iter("a"))
    )


def _is_card(tag: HtmlElement, words: str) -> bool:
    """Whether a tag holds a linked headline beside these words, which stand apart from it."""
    return any(" ".join(link.text_content().split()) not in words for link in _headlines(tag.iterchildren("a")))


def _headlines(links: Iterator[HtmlElement]) -> Iterator[HtmlElement]:
    """The links that go to another page and have the length of a headline."""
    away = (link for link in links if not (link.get("href") or "#").startswith("#"))
    return (link for link in away if len(link.text_content().split()) >= LINK_WORDS)


def mark_cards(found: Chosen, kinds: list[str | None], held: Held) -> None:
    """Mark what stands under a heading of links, card by card, and articles inside it, where the report's prose stands before."""
    under: dict[HtmlElement, Collection[HtmlElement]] = {}
    begun = False
    for i, (_, part) in enumerate(found):
        if part is None:
            continue
        tag = part.tag
        while begun and tag is not None and (up := tag.getparent()) is not None and held.get(tag, 0) < LARGEST:
            if up not in under:
                under[up] = frozenset(_under_heading(up, held))
            if tag in under[up] or _is_inner_article(tag):
                kinds[i] = kinds[i] or "link"
                break
            tag = up
        begun = begun or (kinds[i] is None and is_prose(part))


def _is_inner_article(tag: HtmlElement) -> bool:
    """Whether a tag is an article of one paragraph inside another, with a linked headline of its own; posts of a live page have none."""
    inside = tag.tag == "article" and next(tag.iterancestors("article"), None) is not None
    return inside and len(tag.findall(".//p")) <= 1 and next(tag.iter("h1", "time"), None) is None and _has_headline(tag)


def _under_heading(frame: HtmlElement, held: Held) -> Iterator[HtmlElement]:
    """The cards with a linked headline that follow a heading of links in a frame, up to the next heading or paragraph."""
    under = False
    for tag in frame.iterchildren("*"):
        if tag.tag in CARDS and under:
            if _has_headline(tag) and next(tag.iter("h1"), None) is None:
                yield tag
        else:
            under = tag not in held and _heads_links(tag)


def _heads_links(tag: HtmlElement) -> bool:
    """Whether a tag is a heading of links by its words, or by its name."""
    if tag.tag not in HEADS and len(tag) > HEADING_TAGS:
        return False
    words = " ".join(tag.text_content().split())
    if not words or len(words) > 60:
        return False
    by_name = tag.tag in HEADS and named(tag.get("class") or "", tag.get("id") or "", "")
    return is_list_heading(words) or bool(by_name and by_name[0] == "link")
