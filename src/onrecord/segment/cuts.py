"""Where one sentence ends and the next begins, inside a paragraph.

Every stop is looked at once, with the word before it, the words after it and whether a quotation is open.
"""

import re
from collections.abc import Iterator

from onrecord.lexicon import index
from onrecord.records.layout import STARTERS, joins

QUOTES = "\"'”’»)\\]"
STOP = re.compile(rf"[.!?…]+(?P<close>[{QUOTES}]*)(?P<gap>\s*)(?=(?P<next>\S)|$)")
ITEM = re.compile(r"(?<=\S)\s?\*(?=\s?[A-Z0-9\"“])")
BEFORE = re.compile(r"[^\s\"“”‘(\[]*$")
NEXT_WORD = re.compile(r"[\"'`“‘«(\[]*([^\W_]{1,40}(?:[.'’-][^\W_]{1,40}){0,4})")
OPENERS = "\"'`“‘«(["
CUE_AFTER = re.compile(
    r"(?:[A-Z][\w.'’-]{1,40} |al-[A-Z][\w'’-]{1,40} |the |a |an ){1,5}"
    r"(?:said|says|asked|asks|told|added|wrote|cried|shouted|replied|demanded|wondered)\b"
)
BODIES = frozenset(("authorities", "officials", "police"))  # they open sentences, but also follow a country: "U.S. officials"
LOWER_NAME = re.compile(r"(?:al|el|as|ash|an|at|ar|ad|az|ez)-[A-Z]")  # "al-Hadi left."
INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june"
    " july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
    " est edt cst cdt mst mdt pst pdt gmt utc bst cet et ct pt eastern central mountain pacific local"
)
TIMELY = frozenset(_CALENDAR.split())
ADDRESS = re.compile(r"[/@]|www", re.IGNORECASE)


def cuts(text: str, start: int, stop: int) -> list[int]:
    """Offsets inside a stretch of prose at which a new sentence begins, in order."""
    found = set(joins(text, start, stop))
    found.update(_list_cuts(text, start, stop))
    found.update(_stop_cuts(text, start, stop))
    return sorted(at for at in found if start < at < stop)


def _list_cuts(text: str, start: int, stop: int) -> Iterator[int]:
    """Offsets of the starred entries of a list that is run together."""
    if text.count("*", start, stop) > 1:
        yield from (m.start() for m in ITEM.finditer(text, start, stop))


def _stop_cuts(text: str, start: int, stop: int) -> Iterator[int]:
    """Offsets after the stops that end a sentence."""
    begun, open_quote, seen = start, False, start
    for match in STOP.finditer(text, start, stop):
        open_quote ^= _quote_marks(text, seen, match.start()) % 2 == 1
        seen = match.start()
        end = _closed_at(text, match, open_quote)
        stray = open_quote and match["next"] == '"' and text[match.end() + 1 : match.end() + 2].isspace()
        if end < stop and not stray and _ends(text, begun, match, end):
            yield end
            begun = end


def _quote_marks(text: str, start: int, stop: int) -> int:
    """How many straight quotation marks stand in a span; a run of them (a doubled mark of a CSV cell) counts as one."""
    marks, at = 0, text.find('"', start, stop)
    while at >= 0:
        marks += 1
        while at < stop and text[at] == '"':
            at += 1
        at = text.find('"', at, stop)
    return marks


def _closed_at(text: str, match: re.Match[str], open_quote: bool) -> int:
    """Where a sentence would end: after the marks that close it; a straight mark glued to the next word may open one."""
    end = match.end("close")
    if match["gap"] or not match["next"] or not match["close"]:
        return end
    marks = match["close"]
    if marks[-1] == '"' and (not open_quote or (len(marks) > 1 and marks[-2] == '"')):
        return end - 1
    return end - 1 if marks[-1] == "'" and len(marks) == 1 and match["next"].isupper() else end


def _ends(text: str, begun: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop ends its sentence."""
    following = NEXT_WORD.match(text, match.end("close") if match["gap"] == "" else match.end("gap"))
    after = text[match.end() : match.end() + 1] if match["gap"] else text[end : end + 1]
    if after.islower():
        return bool(match["gap"]) and LOWER_NAME.match(text, match.end()) is not None
    if not after or not (after.isalnum() or after in OPENERS or after in "*¿¡-–—•"):
        return False
    word = following[1] if following else ""
    if word[:1].islower() and not LOWER_NAME.match(word):
        return False
    if not match["gap"]:
        return _glued_end(text, match, after)
    if any(c in "!?" for c in match[0]):
        return not (match["close"] and CUE_AFTER.match(text, match.end()))
    before = _word_before(text, max(begun, match.start() - 30), match.start())
    if match.start() - begun < 6 and not any(c.isalpha() for c in text[begun : match.start()]):
        return False
    return match["close"] not in ("", ")", "'") or _word_may_end(before, word, after)


def _glued_end(text: str, match: re.Match[str], after: str) -> bool:
    """Whether a stop with no space after it ends a sentence: not inside a number, an acronym or an address."""
    last = text[match.start() - 1 : match.start()]
    before = _word_before(text, max(0, match.start() - 40), match.start())
    acronym = len(before) > 1 and before.isalpha() and before.isupper() and text[match.end() + 1 : match.end() + 2].islower()
    if after in "-–—•" or not (last.islower() or last.isdigit() or last in ")]\"”’'%" or match["close"] or acronym):
        return False
    if last.isdigit() and after.isdigit():
        return False
    if ADDRESS.search(before) or before.lower() in index("abbreviations"):
        return False
    at = match.end()
    return after in OPENERS + "*¿¡" or (after.isupper() and not text[at + 1 : at + 2].isdigit()) or bool(match["close"])


def _word_before(text: str, floor: int, at: int) -> str:
    match = BEFORE.search(text, floor, at)
    return match[0] if match else ""


def _word_may_end(before: str, word: str, after: str) -> bool:
    """Whether a full stop after `before` can end a sentence that `word` would follow."""
    bare = before.lower().rsplit("-", 1)[-1] if "." not in before else before.lower()
    row = index("abbreviations").get(bare)
    opens = word.lower() in STARTERS and word.lower() not in BODIES
    if row is None:
        return opens or after in '"“' or INITIALS.fullmatch(before) is None or before.lower() in ("i",)
    if row["class"] == "title":
        return False
    if row["class"] == "number":
        return not (after.isdigit() or len(word) == 1) and not before.isupper() and opens
    if row["class"] == "month":
        return not after.isdigit()
    if row["class"] == "hour":
        return word.lower() not in TIMELY and not after.isdigit()
    return opens or after in '"“'
