"""Find the cores of time expressions in the text: dates, weekdays, "yesterday", "last week", "four days later"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Core:
    """The core of a time expression: its span, the rule that found it and its parts by name."""

    span: Span
    rule: str
    parts: dict[str, str]


@cache
def months() -> dict[str, int]:
    """Month numbers by lower-case name and abbreviation, with and without a full stop."""
    return {w: int(row["number"]) for row in lexicon.rows("months") for w in (row["word"], row["word"] + ".")}


@cache
def weekdays() -> dict[str, int]:
    """Weekday numbers (Monday 0) by lower-case name."""
    return {row["word"]: int(row["number"]) for row in lexicon.rows("weekdays")}


@cache
def numbers() -> dict[str, int]:
    """Small numbers by word."""
    return {row["word"]: int(row["value"]) for row in lexicon.rows("small_numbers")}


def _either(words: Iterator[str] | list[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


PART = r"(?:morning|afternoon|evening|night|noon|midday|dawn|dusk|lunchtime|midnight)"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
UNIT = r"(?P<unit>minute|hour|day|night|week|weekend|fortnight|month|year|decade)s?"
DASH = r"\s*(?:-|–|—|to|and|through|until|till)\s*"


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules and their expressions, in the order they are tried; a longer match beats a shorter one."""
    month = _either(list(months()))
    weekday = _either(list(weekdays()))
    number = rf"(?P<number>\d{{1,4}}|{_either(list(numbers()))}|several|a few|few|a couple of|couple of|a|an)"
    a_day = rf"(?:the\s+)?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{month})"
    rules = {
        "iso": r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)(?:T[\d:.]+Z?)?(?!\d)",
        "numeric": r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4})(?![\d/])",
        "day_month": rf"{a_day}(?:,?\s+(?P<year>{YEAR})|\s+(?P<short>\d\d)(?=\s*(?:--|—|-|\[)))?(?!\w)",
        "month_day": rf"(?P<month>{month})\s+(?P<day>{DAY})(?!\d|,\d)(?:\s*,?\s+(?P<year>{YEAR}))?(?!\w)",
        "days_month": rf"(?P<day>{DAY}){DASH}(?P<last>{DAY})\s+(?:of\s+)?(?P<month>{month})(?:,?\s+(?P<year>{YEAR}))?(?!\w)",
        "month_days": rf"(?P<month>{month})\s+(?P<day>{DAY}){DASH}(?P<last>{DAY})(?!\d|,\d)(?:\s*,?\s+(?P<year>{YEAR}))?(?!\w)",
        "month_year": rf"(?P<month>{month}),?\s+(?:of\s+)?(?P<year>{YEAR})(?!\w)",
        "month": rf"(?P<month>{month})(?![\w-])",
        "season": rf"(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<year>{YEAR}))(?!\w)",
        "years": rf"(?P<year>{YEAR})\s?[-–]\s?(?P<last>{YEAR}|\d\d)(?!\w)",
        "decade": r"(?:the\s+)?(?P<decade>(?:1[89]|20)\d)0s",
        "year": rf"(?P<year>{YEAR})(?![\w,]\d|\w|[-–]\d)",
        "weekday": rf"(?:(?P<which>last|next|this|this past|the previous|the following)\s+)?(?P<weekday>{weekday})(?!\w)(?:\s+{PART})?",
        "deictic": rf"(?P<word>today|tonight|yesterday|tomorrow|overnight|the day before yesterday)(?!\w)(?:\s+{PART})?",
        "this_part": r"(?P<word>this morning|this afternoon|this evening|last night|last evening)(?!\w)",
        "running_part": r"(?:early|late)\s+(?:into|in)\s+the\s+(?P<word>night|morning|evening)|the early hours(?: of the (?:morning|day))?",
        "relative": r"(?:(?P<within>earlier|later|early|late)\s+)?(?P<which>this|last|next|the past|the previous|past)\s+"
        r"(?P<unit>week|weekend|month|year)(?!\w)",
        "last_month": rf"(?P<which>last|next|this)\s+(?P<month>{month})(?!\w)",
        "ago": rf"(?:(?P<bound>less than|more than|over|about|around|nearly|almost|just over)\s+)?{number}\s+{UNIT}\s+(?:ago|back)(?!\w)",
        "past": rf"(?:(?:over|in|during|for|within)\s+)?the\s+(?P<which>past|last|previous|preceding|next|coming)\s+(?:{number}(?:-plus)?\s+)?"
        rf"{UNIT}(?!\w)",
        "recent": r"(?:in|over|during)?\s*recent\s+(?P<unit>day|week|month|year|decade)s",
        "later": rf"{number}\s+(?:more\s+)?{UNIT}\s+(?P<way>later|earlier|afterwards?|after that|before that|previously)(?!\w)",
        "after_days": rf"(?P<way>after)\s+{number}\s+(?:more\s+)?(?P<unit>day|week|month)s?(?=\s+of\b)",
        "next_day": r"(?:on\s+)?the\s+(?P<which>next|following|same|previous)\s+(?P<unit>day|morning|night|evening|week|month|year)(?!\w)"
        r"|the day (?P<way>after|before)(?!\s+yesterday)",
        "clock": r"(?:(?:around|about|shortly before|shortly after|just before|just after|at)\s+)?(?:\d{1,2}[:.]\d\d(?!\d)(?:\s*[ap]\.?m\b\.?)?|"
        r"\d{1,2}\s*[ap]\.?m\b\.?|midnight|noon)(?:\s+(?:local time|GMT|UTC))?",
        "same_period": r"(?:over|during|in)?\s*(?:this|that|the same) period",
    }
    return tuple((rule, re.compile(rf"(?<![\w$€£])(?:{pattern})", re.IGNORECASE)) for rule, pattern in rules.items())


def cores(text: str) -> list[Core]:
    """The cores in a text in order, none overlapping another: the leftmost and longest wins, then the earlier rule."""
    found = [
        (m.start(), -m.end(), order, Core(m.span(), rule, {k: v for k, v in m.groupdict().items() if v}))
        for order, (rule, pattern) in enumerate(patterns())
        for m in pattern.finditer(text)
        if m.end() > m.start()
    ]
    out: list[Core] = []
    for start, _, _, core in sorted(found, key=lambda f: f[:3]):
        if not out or start >= out[-1].span[1]:
            out.append(core)
    return out
