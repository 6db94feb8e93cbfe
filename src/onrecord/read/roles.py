"""What a page's own markup gives away of its blocks: names of classes, wholes of links, lists of links after the report."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from onrecord.read.cards import HEADS, LINK_WORDS, mark_cards, mark_teasers
from onrecord.read.choose import Chosen, is_prose
from onrecord.read.names import named
from onrecord.read.parts import Part
from onrecord.read.patterns import line_kind

Blocks = list[tuple[str, str | None]]  # the words of a block, and the kind of furniture that its markup gives away
STOPPED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
SHARE = 0.1  # of a report's prose: a tag that holds more of it is no frame of furniture
RUNNING = 25  # words of running prose, which a weak name of a class does not outweigh
HEADING_WORDS = 14  # a heading with more words and a full stop is the report's first paragraph in large type
FOLLOWING = 3  # paragraphs after a standfirst, which says what they say; a stub may have nothing else
STANDFIRST = re.compile(r"(?i)stand-?first|sub-?head|sub-?title|\b(?:deck?|dek)\b|strapline")
WHOLE = 0.95  # of a block that is a link
LISTED = 0.35  # of a page's blocks: with more links than that it is a list of links itself
DEEPEST = 8  # tags around a part that are looked at
TAGS = {"figcaption": "caption", "address": "byline", "footer": "other", "nav": "form", "aside": "link", "form": "form"}


def roles(found: Chosen, titles: frozenset[str]) -> Blocks:
    """The blocks of a report with the kinds that the markup gives away; `titles` are the page's own titles in small letters."""
    known = [part for _, part in found if part is not None]
    prose = [part for part in known if is_prose(part)] or known
    whole = sum(len(part.words) for part in prose) or 1
    held = _held(prose, whole)
    kinds = [None if part is None else _kind(words, part, held, len(part.words) / whole) for words, part in found]
    _mark_titles(found, kinds, titles)
    _mark_standfirst(found, kinds)
    mark_teasers(found, kinds, held)
    mark_cards(found, kinds, held)
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
        found = named(tag.get("class") or "", tag.get("id") or "", tag.get("itemprop") or "")
        if found and not (running and found[1] == "short"):
            return found[0]
    return line_kind(words) or "other" if part.tag.tag in HEADS and is_heading(words) else None


def is_heading(words: str) -> bool:
    """Whether the words of a heading are short, or do not end like a sentence."""
    return len(words.split()) <= HEADING_WORDS or STOPPED.search(words[-8:]) is None


def _mark_titles(found: Chosen, kinds: list[str | None], titles: frozenset[str]) -> None:
    """Mark the blocks that repeat a title of the page, wherever they stand."""
    for i, (words, _) in enumerate(found):
        if words.casefold() in titles:
            kinds[i] = "title"


def _mark_standfirst(found: Chosen, kinds: list[str | None]) -> None:
    """Mark the headings before the first paragraph, also whole sentences in large type, where a report of some length follows.

    A block that is named a standfirst is one where any paragraph follows.
    """
    paragraphs = [i for i, (_, part) in enumerate(found) if part is not None and part.tag.tag not in HEADS and is_prose(part)]
    for i, (_, part) in enumerate(found[: paragraphs[0]] if paragraphs else ()):
        if kinds[i] is not None or part is None or part.tag.tag not in HEADS:
            continue
        if len(paragraphs) >= FOLLOWING or STANDFIRST.search(part.tag.get("class") or ""):
            kinds[i] = "other"


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
