"""Markup read tag by tag, for pages that no tree can be built from: nested too deep, too long, or broken beyond repair."""

import re
from html import unescape

_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
_SELF_CLOSING = "p li dt dd tr td th option thead tbody tfoot colgroup"
SELF_CLOSING = frozenset(_SELF_CLOSING.split())
_INLINE = "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u wbr kbd var ins del"
INLINE = frozenset(_INLINE.split())
SKIPPED = ("script", "style", "noscript", "template", "svg", "textarea", "select", "iframe", "nav", "footer", "head", "button")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*>|<!--|<![^<>]*>|<\?[^<>]*>")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
SMALL = {code: code + 32 for code in range(65, 91)}  # str.lower would change the length of some pages
TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,1000})</title", re.IGNORECASE)
DEEPEST = 200  # libxml2 gives up at 256
MOST_TAGS = 100_000
MOST_ENTRIES = 4_000  # of lists; trafilatura takes time in the square of their number
MOST_ATTRIBUTES = 2_000  # of one tag; a tree is built in the square of their number
LONGEST = 4_000_000  # characters; a page above it is read tag by tag


def needs_plain_reading(html: str) -> bool:
    """Whether a page is too long or nested too deep for a tree."""
    if len(html) > LONGEST:
        return True
    depth, count, entries = 0, 0, 0
    for match in TAG.finditer(html):
        name = (match[2] or "").lower()
        count += 1
        entries += name == "li" and not match[1]
        if entries > MOST_ENTRIES:
            return True
        if match.end() - match.start() > MOST_ATTRIBUTES and len(QUOTED.sub("", match[0]).split()) > MOST_ATTRIBUTES:
            return True
        if not name or name in VOID or name in SELF_CLOSING or match[0].endswith("/>"):
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST or count > MOST_TAGS:
            return True
    return False


def plain_title(html: str) -> str | None:
    """What stands in the title tag."""
    match = TITLE.search(html[:LONGEST])
    return " ".join(unescape(match[1]).split()) or None if match else None


def plain_blocks(html: str) -> list[str]:
    """The words of a page block by block, without scripts, styles, menus and forms; linear in the length of the page."""
    lower = html.translate(SMALL)
    pieces: list[str] = []
    at = 0
    absent: set[str] = set()
    while (match := TAG.search(html, at)) is not None:
        pieces.append(html[at : match.start()])
        name = (match[2] or "").lower()
        at = match.end()
        if match[0] == "<!--":
            at = _after(lower, "-->", at, absent)
        elif name in SKIPPED and not match[1]:
            at = _after(lower, f"</{name}", at, absent)
            pieces.append("\n\n")
        elif name not in INLINE:
            pieces.append("\n\n")
    pieces.append(html[at:])
    return [words for block in "".join(pieces).split("\n\n") if (words := " ".join(unescape(block).split()))]


def _after(lower: str, mark: str, at: int, absent: set[str]) -> int:
    """Where to go on after a part to skip; a part that is never closed hides a script to the end, anything else nothing."""
    found = -1 if mark in absent else lower.find(mark, at)
    if found >= 0:
        return max(found + len(mark), lower.find(">", found) + 1)
    absent.add(mark)
    return len(lower) if mark in ("</script", "</style") else at
