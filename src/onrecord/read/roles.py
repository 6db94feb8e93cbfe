"""What a page's own markup gives away of its blocks: names of classes, wholes of links, lists of links after the report."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from lxml.html import HtmlElement

from onrecord.lexicon import rows
from onrecord.read.choose import Chosen, is_prose
from onrecord.read.parts import Part

Blocks = list[tuple[str, str | None]]  # the words of a block, and the kind of furniture that its markup gives away
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
LISTING = re.compile(r"(?:category|tag|type|status|format|has|postid|page|paged|single)[-_]")  # what a report is filed under
STOPPED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
SHARE = 0.1  # of a report's prose: a tag that holds more of it is no frame of furniture
RUNNING = 25  # words of running prose, which a weak name of a class does not outweigh
HEADING_WORDS = 14  # a heading with more words and a full stop is the report's first paragraph in large type
FOLLOWING = 3  # paragraphs after a standfirst, which says what they say; a stub may have nothing else
TEASERS = 3  # summaries of other reports that stand in frames of one kind
TEASER_TAGS = 6  # in such a frame
WHOLE = 0.95  # of a block that is a link
LINK_WORDS = 4  # a link of fewer words may be an address or a note mark
LISTED = 0.35  # of a page's blocks: with more links than that it is a list of links itself
DEEPEST = 8  # tags around a part that are looked at
TAGS = {"figcaption": "caption", "address": "byline", "footer": "other", "nav": "form", "aside": "link", "form": "form"}
HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def roles(found: Chosen, titles: frozenset[str]) -> Blocks:
    """The blocks of a report with the kinds that the markup gives away; `titles` are the page's own titles in small letters."""
    known = [part for _, part in found if part is not None]
    prose = [part for part in known if is_prose(part)] or known
    whole = sum(len(part.words) for part in prose) or 1
    held = _held(prose, whole)
    kinds = [None if part is None else _kind(words, part, held, len(part.words) / whole) for words, part in found]
    _mark_titles(found, kinds, titles)
    _mark_standfirst(found, kinds)
    _mark_teasers(found, kinds, held)
    _mark_links(found, kinds)
    _mark_end(found, kinds)
    return [(words, kind) for (words, _), kind in zip(found, kinds, strict=True)]


def _held(prose: Sequence[Part], whole: int) -> dict[HtmlElement, float]:
    """The share of the report's prose that each tag holds."""
    sizes: Counter[HtmlElement] = Counter()
    for part in prose:
        for tag in _around(part.tag):
            sizes[tag] += len(part.words)
    return {tag: size / whole for tag, size in sizes.items()}


def _around(tag: HtmlElement | None) -> Iterator[HtmlElement]:
    """A tag and what stands around it, from the inside."""
    while tag is not None:
        yield tag
        tag = tag.getparent()


def _kind(words: str, part: Part, held: dict[HtmlElement, float], own: float) -> str | None:
    """The kind that a name of a tag or class gives a block, the innermost first; `own` is the block's own share of the prose."""
    running = is_prose(part) and len(words.split()) >= RUNNING
    for number, tag in enumerate(_around(part.tag)):
        if held.get(tag, 0) - own > SHARE or number == DEEPEST:
            break
        if tag.tag in TAGS and not (running and tag.tag == "aside"):
            return TAGS[tag.tag]
        found = _named(tag.get("class") or "", tag.get("id") or "", tag.get("itemprop") or "")
        if found and not (running and found[1] == "short"):
            return found[0]
    return "other" if part.tag.tag in HEADS and is_heading(words) else None


@lru_cache(maxsize=4096)
def _named(*names: str) -> tuple[str, str] | None:
    """The kind and reach of the first row of the table that the names of a tag match."""
    for name in " ".join(names).split():
        if LISTING.match(name):
            continue
        plain = " ".join(CAMEL.sub(" ", name).split()).lower()
        if plain and (match := _pattern()[0].search(plain)) and match.lastindex:
            return _pattern()[1][match.lastindex - 1]
    return None


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    found = rows("page_marks")
    return re.compile("|".join(rf"(\b(?:{row['pattern']})\b)" for row in found)), tuple((r["kind"], r["reach"]) for r in found)


def is_heading(words: str) -> bool:
    """Whether the words of a heading are short, or do not end like a sentence."""
    return len(words.split()) <= HEADING_WORDS or STOPPED.search(words[-8:]) is None


def _mark_titles(found: Chosen, kinds: list[str | None], titles: frozenset[str]) -> None:
    """Mark the blocks that repeat a title of the page, wherever they stand."""
    for i, (words, _) in enumerate(found):
        if words.casefold() in titles:
            kinds[i] = "title"


def _mark_standfirst(found: Chosen, kinds: list[str | None]) -> None:
    """Mark the headings before the first paragraph, also whole sentences in large type, where a report of some length follows."""
    paragraphs = [i for i, (_, part) in enumerate(found) if part is not None and part.tag.tag not in HEADS and is_prose(part)]
    if len(paragraphs) >= FOLLOWING:
        for i, (_, part) in enumerate(found[: paragraphs[0]]):
            if kinds[i] is None and part is not None and part.tag.tag in HEADS:
                kinds[i] = "other"


def _mark_teasers(found: Chosen, kinds: list[str | None], held: dict[HtmlElement, float]) -> None:
    """Mark the summaries under linked headlines: alike, several, each alone with its link in a small frame."""
    frames: dict[HtmlElement, list[int]] = {}
    for i, (_, part) in enumerate(found):
        frame = None if part is None else part.tag.getparent()
        if frame is not None and 0 < held.get(frame, 0) < SHARE and len(frame) <= TEASER_TAGS:
            frames.setdefault(frame, []).append(i)
    alike: dict[tuple[str, str | None], list[int]] = {}
    for frame, inside in frames.items():
        if len(inside) <= 2 and _has_headline(frame):
            alike.setdefault((frame.tag, frame.get("class")), []).extend(inside)
    for inside in alike.values():
        if len({found[i][0] for i in inside}) >= TEASERS:
            for i in inside:
                kinds[i] = kinds[i] or "link"


def _has_headline(frame: HtmlElement) -> bool:
    """Whether a frame holds a link to another page, of the length of a headline, alone in its heading or block."""
    away = (link for link in frame.iter("a") if not (link.get("href") or "#").startswith("#"))
    links = ((link, " ".join(link.text_content().split())) for link in away)
    return any(
        len(words.split()) >= LINK_WORDS
        and (up := link.getparent()) is not None
        and up.text_content().strip() == link.text_content().strip()
        for link, words in links
    )


def _mark_links(found: Chosen, kinds: list[str | None]) -> None:
    """Mark the blocks that are a link as a whole, on a page that is no list of links."""
    whole = [i for i, (words, part) in enumerate(found) if part is not None and _is_link(words, part)]
    if len(whole) <= LISTED * len(found):
        for i in whole:
            kinds[i] = kinds[i] if kinds[i] not in (None, "other") else "link"


def _is_link(words: str, part: Part) -> bool:
    return part.link >= WHOLE and len(words.split()) >= LINK_WORDS


def _mark_end(found: Chosen, kinds: list[str | None]) -> None:
    """Mark the links and headings after the last paragraph: nothing of the report follows them."""
    for i in reversed(range(len(found))):
        words, part = found[i]
        if kinds[i] is not None:
            continue
        if part is None or part.link <= 1 - WHOLE or is_prose(part) or len(words.split()) < 2:
            return
        if part.link < 0.5:
            return
        kinds[i] = "link"
