"""Furniture run together with the prose: headings and captions with no space before the words that follow."""

import re

from onrecord.lexicon import index
from onrecord.read.marks import Marks
from onrecord.read.patterns import SENTENCE_END
from onrecord.records import Span
from onrecord.records.layout import joins

LONGEST = 220  # characters of a glued heading or caption
HEADING_WORDS = 7  # up to here a glued piece is a heading, above it a caption
OPENS = re.compile(r"['‘\"“]?[A-Z0-9]")
TITLE_WORDS = range(5, 22)
_SMALL = "a an the of in on at to for by and or nor but as vs with from into over after off out up via de del la el al y"
SMALL = frozenset(_SMALL.split())  # words that a title may write small


def mark_glued(text: str, blocks: list[Span], marks: Marks) -> None:
    """Label pieces that end in a join: title and standfirst at the head of the text, headings and captions below."""
    for number, block in enumerate(blocks):
        last, titled = block[0], False
        for at in joins(text, *block):
            start = _piece_start(text, max(last, marks.last_end(at)), at)
            last = at
            if start is None or not OPENS.match(text, start):
                continue
            kind = _kind(text[start:at], first=number == 0 and start == block[0], after_title=titled)
            titled = kind == "title"
            marks.add(text, (start, at), kind)


def _piece_start(text: str, floor: int, at: int) -> int | None:
    """Where the piece before a join starts; None when it is an open sentence of the prose."""
    if at - floor > LONGEST:
        floor, bounded = at - LONGEST, False
    else:
        bounded = True
    ends = [m.end() for m in SENTENCE_END.finditer(text, floor, at)]
    if not ends:
        return floor if bounded else None
    return ends[-1] if not text[ends[-1]].isspace() else None


def _kind(words: str, *, first: bool, after_title: bool) -> str:
    if first:
        return "title"
    return "other" if after_title or len(words.split()) <= HEADING_WORDS else "caption"


def inline_title(text: str, block: Span) -> Span | None:
    """The title printed as the first sentence of a paragraph ("Siege of the Old Town Ends. The last …")."""
    for match in SENTENCE_END.finditer(text, block[0], min(block[1], block[0] + LONGEST)):
        words = text[block[0] : match.end()].split()
        if len(words) > TITLE_WORDS[-1] or match.end() == block[1]:
            return None
        if len(words) in TITLE_WORDS:
            follows = text[match.end() : match.end() + 80]
            return (block[0], match.end()) if _is_title_case(words) and re.search(r"\b[a-z]{4}", follows) else None
    return None


def _is_title_case(words: list[str]) -> bool:
    """Whether every word but the small ones has a capital, in a line that is not all capitals."""
    bare = [word.strip("\"'“”‘’(),.:;?!–—-") for word in words]
    large = [w for w in bare if w and w not in SMALL]
    ends = words[-1].rstrip(".?!'\"’”").lower()
    named = index("abbreviations").get(ends, {}).get("class") == "title" or len(ends) < 3
    return len(large) > 3 and not named and all(w[0].isupper() or w[0].isdigit() for w in large) and not " ".join(words).isupper()
