"""The comma that news leaves out after a time at the head of a clause: "On 3 May gunmen killed …", "Since January police have …".

Without it the parser reads "3 May gunmen" as three gunmen and "January police" as one body.
"""

import re
from functools import cache

from onrecord.lexicon import rows

OF = r"(?:(?:early|late|mid-?|the\s+(?:night|evening|morning|afternoon|day|start|beginning|end)\s+of)\s+)"
HEAD = r"(?:^\W*|\b(?:that|and|but|when|where|said|after)\s+|[;:]\s+)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[89]|20)\d\d"
CLOCK = r"\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?|\s+(?:hours|hrs|local\s+time|GMT))"
PART = r"(?:\s+(?:morning|night|evening|afternoon|noon))?"
WITH_TIME = frozenset(  # words that go on with the time, or that the parser sets off from it by itself
    "a an and ago against am are as at before but by day during each every for from gmt had has have he her his i in is it its "
    "last local may midnight morning night next no noon of on only onward onwards or our prayers she some that the their there these they this those "
    "through till to until utc was we were when where which while will with would year years".split()
)


def missing_commas(text: str) -> tuple[int, ...]:
    """Where a sentence lacks such a comma: the offsets of the white space that it would stand before."""
    if not any(c.isdigit() for c in text) and _named().search(text) is None:
        return ()
    found = (m for m in _opening().finditer(text) if m["next"].casefold() not in WITH_TIME)
    return tuple(m.start("gap") for m in found if _named().fullmatch(m["next"]) is None)


@cache
def _named() -> re.Pattern[str]:
    """A month or weekday."""
    return re.compile(rf"\b(?:{_words('months')}|{_words('weekdays')})\b")


@cache
def _opening() -> re.Pattern[str]:
    """A time at the head of a clause, the single space after it (`gap`) and the word that follows (`next`)."""
    month, weekday = rf"(?:{_words('months')})\b\.?", rf"(?:{_words('weekdays')})\b"
    date = rf"(?:{DAY}(?:\s*[-–]\s*{DAY})?\s+{month}(?:,?\s+{YEAR}\b)?|{month}\s+{DAY}\b(?:,?\s+{YEAR}\b)?)"
    day = rf"(?:{weekday}{PART}(?:\s+{date}|,\s+{date},?)?|{date})"
    alone = rf"(?:{month}(?:\s+{YEAR}\b)?|{YEAR}\b)"
    on = rf"(?i:(?:early\s+|late\s+|later\s+|overnight\s+)?(?:on|by|since)\s+{OF}*){day}"
    at = rf"(?i:(?:at|by|since|around|about)\s+(?:(?:about|around)\s+)?){CLOCK}(?:\s+(?:on\s+)?{day})?"
    within = rf"(?i:(?:in|since)\s+{OF}*){alone}|(?i:(?:in|at|since)\s+{OF}+){date}"
    return re.compile(rf"{HEAD}(?:{on}|{at}|{within})(?P<gap>[ ])(?P<next>[A-Za-z]+|\d[\d,.]*)(?![\w%])")


def _words(table: str) -> str:
    return "|".join(sorted({row["word"].capitalize() for row in rows(table) if len(row["word"]) > 2}, key=len, reverse=True))
