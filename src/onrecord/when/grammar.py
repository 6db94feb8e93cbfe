"""The shapes of time expressions: one named expression a rule, built from the lexicon's months, weekdays, numbers and named days.

They are written for a text in small letters, in which they are found in half the time that disregarding case takes.
"""

import re
from collections.abc import Iterable
from functools import cache

from onrecord import lexicon

MONTH_NAMES = tuple(row["word"] for row in lexicon.rows("months") if len(row["word"]) > 2)
PART = r"(?P<part>morning|afternoon|evening|night|noon|midday|dawn|dusk|lunchtime|midnight)"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
UNITS = r"minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie"
UNIT = rf"(?P<unit>{UNITS})s?"
DASH = r"\s*(?:-|–|—|to|and|through|until|till)\s*"
ABOUT = r"(?P<bound>less than|more than|over|about|around|nearly|almost|just over|just under|at least|some|roughly|approximately)"
NTH = r"(?P<nth>first|second|third|fourth|last|final)"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
BC = r"(?:bce?|b\.c\.?)"
CLOCK_LEAD = r"(?:around|about|shortly before|shortly after|just before|just after|at)\s+(?:about\s+|around\s+)?"
CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?!\d))(?:\s*(?P<half>[ap])\.?m\b\.?)?|(?P<hour2>\d{1,2})\s*(?P<half2>[ap])\.?m\b\.?"
    r"|(?P<military>[012]\d[0-5]\d)(?=\s*(?:hours|hrs|local time|gmt|utc|[a-z]st\b))|(?P<named>midnight|noon|midday))"
)
OF_A_TIME = (
    rf"\s+of\s+(?:(?:this|last|the)\s+)?(?:\d|year|month|{'|'.join(MONTH_NAMES)})"  # "the last week of May" is a part of May
)
LIGHT = r"(?:dawn|dusk|daybreak|sunrise|sunset|nightfall|noon|midnight|midday)"
ZONE = r"(?:\s+(?:hours|hrs))?(?:\s+(?:local time|gmt|utc|[a-z][sd]t\b))?(?:\s+\([^()]{2,20}(?:gmt|utc)\))?"


@cache
def months() -> dict[str, int]:
    """Month numbers by lower-case name and abbreviation; an abbreviation also with a full stop."""
    words = {row["word"]: int(row["number"]) for row in lexicon.rows("months")}
    return words | {word + ".": number for word, number in words.items() if (len(word) == 3 and word != "may") or word == "sept"}


@cache
def weekdays() -> dict[str, int]:
    """Weekday numbers (Monday 0) by lower-case name."""
    return {row["word"]: int(row["number"]) for row in lexicon.rows("weekdays")}


@cache
def numbers() -> dict[str, int]:
    """Small numbers by word."""
    return {row["word"]: int(row["value"]) for row in lexicon.rows("small_numbers")}


def either(words: Iterable[str]) -> str:
    """An expression that matches any of the words in small letters, longest first."""
    return "|".join(sorted((re.escape(w.lower()).replace(r"\ ", r"\s+") for w in words), key=len, reverse=True))


@cache
def number() -> str:
    """An expression for a small number in digits or words, or a vague one ("several")."""
    words = either(numbers())
    vague = "several|a few|few|a couple of|couple of|many|some|a dozen|half a"
    return rf"(?P<number>\d{{1,4}}|(?:{words})(?:[\s-](?:{words}))?|{vague}|a|an|another)"


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules and their expressions, in the order they are tried; a longer match beats a shorter one."""
    rules = {**_dates(), **_periods(), **_anchored(), **_chained()}
    return tuple((rule, re.compile(rf"(?<![\w$€£])(?:{pattern})")) for rule, pattern in rules.items())


def _dates() -> dict[str, str]:
    """Days that are written out."""
    month, weekday = either(months()), either(weekdays())
    lead = rf"(?:(?:{weekday})(?:\s+(?P<part>morning|afternoon|evening|night))?,?\s+(?:the\s+)?)?"
    year = rf"(?:\s*,?\s+(?:of\s+)?(?P<year>{YEAR}))?(?!\w)"
    return {
        "iso": r"(?P<year>\d{4})(?P<s>[-/])(?P<m>\d\d)(?P=s)(?P<day>\d\d)(?:t[\d:.]+z?)?(?!\d)",
        "numeric": r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)",
        "day_month": rf"{lead}(?:the\s+)?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{month})"
        rf"(?:,?\s+(?P<year>{YEAR})|\s+(?P<short>\d\d)(?=\s*(?:--|—|-|\[)))?(?!\w)",
        "month_day": rf"{lead}(?P<month>{month})\s+(?:the\s+)?(?P<day>{DAY})(?!\d|,\d|[:.]\d){year}",
        "days_month": rf"(?:the\s+)?(?P<day>{DAY}){DASH}(?:the\s+)?(?P<last>{DAY})\s+(?:of\s+)?(?P<month>{month}){year}",
        "month_days": rf"(?P<month>{month})\s+(?P<day>{DAY}){DASH}(?P<last>{DAY})(?!\d|,\d){year}",
        "named": rf"(?P<name>{either(lexicon.words('named_days', 'name'))})(?:,?\s+(?:in\s+|of\s+)?(?P<year>{YEAR}))?(?!\w)",
    }


def _periods() -> dict[str, str]:
    """Months, seasons, quarters, years and longer, written out."""
    month = either(months())
    teens, tens = "|".join(("eighteen", "nineteen", "twenty")), either(numbers())
    return {
        "month_year": rf"(?P<month>{month}),?\s+(?:of\s+|in\s+)?(?P<year>{YEAR})(?!\w)",
        "month": rf"(?P<month>{month})(?![\w-])",
        "season": rf"(?:the\s+)?{SEASON}(?:\s+(?:of\s+|in\s+)?(?P<year>{YEAR}))(?:[-–/](?:{YEAR}|\d\d))?(?!\w)",
        "season_alone": rf"(?:(?P<which>last|next|this|this past|this coming|that|the previous|the following|the next|the same|the)\s+)?{SEASON}(?!\w)",
        "quarter": rf"(?:the\s+)?(?:(?P<whose>last|this|next)\s+year['’]s\s+|(?P<year>{YEAR})\s+)?(?P<ago>year[\s-](?:ago|earlier)\s+)?(?:fiscal[\s-]+)?{NTH}[\s-]+(?P<kind>quarter|half)"
        rf"(?:\s+of\s+(?:(?:the\s+)?(?:fiscal\s+)?(?P<year2>{YEAR})|(?P<whose2>this|last|next) year))?(?!\w)",
        "years": rf"(?P<year>{YEAR})\s?[-–/]\s?(?P<last>{YEAR}|\d\d)(?!\w)",
        "decade": r"(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d)0['’]?s(?!\w)|the\s+(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?!\w)",
        "century": rf"(?:the\s+)?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{either(lexicon.words('ordinals'))})[\s-]century(?P<era>\s+bc\b)?",
        "eras": rf"(?P<bc>\d{{1,4}})(?:\s?{BC})?(?:\s?[-–]\s?|\sto\s)(?P<last>\d{{1,4}})\s?{BC}(?!\w)",
        "era": rf"(?P<bc>\d{{1,4}})\s?{BC}(?!\w)|ad\s+(?P<ad>\d{{1,4}})|(?P<ad2>\d{{3,4}})\s(?:ad|ce)(?!\w)",
        "year": rf"(?:the\s+year\s+)?(?P<year>{YEAR})(?![\w,]\d|\w|[-–]\d)",
        "short_year": r"['’](?P<short>\d\d)(?!\w|['’])",
        "year_words": rf"(?P<teens>{teens})[\s-](?P<tens>(?:{tens})(?:[\s-](?:{tens}))?)(?!\w)",
    }


def _anchored() -> dict[str, str]:
    """What is told from the day of the report."""
    month, weekday = either(months()), either(weekdays())
    which = "last|next|this|this past|this coming|coming|the previous|the following|the next|that"
    return {
        "weekday": rf"(?:(?P<which>{which}|overnight(?: on)?)\s+)?(?P<weekday>{weekday})(?!\w)(?:\s+{PART})?(?P<week>\s+(?:last|this|next)\s+week)?",
        "deictic": rf"(?P<word>today|tonight|yesterday|tomorrow|overnight|the day before yesterday|the day after tomorrow)(?!\w)(?:\s+{PART})?",
        "this_part": r"(?P<word>this morning|this afternoon|this evening|last night|last evening)(?!\w)",
        "relative": r"(?:(?P<within>earlier|later|early|late)\s+)?(?:the\s+)?(?P<which>this|last|next|past|previous|the current|current|this past|coming)\s+"
        r"(?:fiscal\s+)?(?P<unit>week|weekend|month|quarter|year|decade|century)(?!\w)",
        "last_month": rf"(?P<which>last|next|this|this past|this coming)\s+(?P<month>{month})(?!\w)|(?P<month2>{month})(?:\s+(?P<day>{DAY}))?,?\s+(?:of\s+)?(?P<which2>this|last|next|that|the same|the following|the previous)\s+year",
        "ago": rf"(?:{ABOUT}\s+)?{number()}\s+{UNIT}(?:\s+or\s+so)?\s+(?:ago|back)(?!\w)(?:\s+(?P<ago_word>today|yesterday))?",
        "past": rf"(?:(?:over|in|during|for|within)\s+)?(?:at least\s+)?the\s+(?P<which>past|last|previous|preceding|next|following|coming)\s+{number()}(?:-plus)?\s+{UNIT}(?!\w|{OF_A_TIME})"
        r"|(?:(?:over|in|during|for|within)\s+)?the\s+(?P<which2>past|last|coming)\s+(?P<unit2>day|week|weekend|month|quarter|year|decade|century)(?!\w)",
        "recent": r"(?:(?:in|over|during)\s+)?(?P<which>recent|past|coming)\s+(?P<unit>day|week|month|quarter|year|decade)s",
        "year_ago": r"(?:the\s+)?(?:comparable\s+)?year[\s-](?:ago|earlier)(?:\s+(?:period|quarter))?(?!\w)",
        "the_quarter": r"the\s+(?:latest\s+|current\s+)?(?:quarter|(?:latest|current)\s+period)(?!\w)(?!\s+(?:of|century|mile|final))",
        "the_weekend": r"(?:over|during|at)\s+the\s+weekend(?!\w)",
    }


def _chained() -> dict[str, str]:
    """What is told from the day the narrative has reached."""
    return {
        "running_part": r"(?:early|late)\s+(?:into|in)\s+the\s+(?P<word>night|morning|evening)|the early hours(?:\s+of\s+the\s+(?:morning|day)|(?!\s+of\b))",
        "later": rf"(?:{ABOUT}\s+)?{number()}\s+(?:more\s+)?{UNIT}\s+(?P<way>later|earlier|afterwards?|after that|before that|previously)(?!\w)",
        "bare_later": r"(?P<unit>hour|day|week|month|year|decade)s\s+(?P<way>later|earlier)(?!\w)",
        "after_days": rf"(?P<way>after)\s+{number()}\s+(?:more\s+)?{UNIT}(?=\s+of\b)",
        "days_after": rf"(?:just\s+)?(?:{ABOUT}\s+)?{number()}\s+{UNIT}\s+(?P<way>after|before|into|following)(?!\w)",
        "next_day": r"(?:on\s+)?(?:the\s+(?:very\s+)?|that\s+)(?P<which>next|following|same|previous|preceding)\s+(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|year)(?!\w)"
        r"|the\s+(?:(?P<unit2>week|month|year)\s+(?P<way>after|before)(?=\s*[,.;:)\n])|day\s+(?P<way2>after|before)(?!\s+(?:yesterday|tomorrow)|\w))"
        r"|(?:on\s+|(?P<within>later|earlier|early|late|late in|early in)\s+)?(?P<that>that)\s+(?:very\s+)?(?P<unit3>day|morning|afternoon|evening|night|week|weekend|month|year)(?!\w)",
        "within": r"(?:(?P<within>early|late|later|earlier)\s+in|(?:by\s+|at\s+|towards?\s+|until\s+)?the\s+(?P<within2>end|beginning|start|middle|close|latter part|rest)\s+of)\s+"
        r"(?:the|that|this|the same|that same|the following|the next)\s+(?P<unit>day|week|month|year|spring|summer|autumn|fall|winter)(?!\w)|(?P<unit2>year)(?:-|\s|['’]s\s)end(?!\w)",
        "since_then": r"(?:ever\s+)?since\s+then(?!\w)",
        "clock": rf"(?:{CLOCK_LEAD})?{CLOCK}{ZONE}|(?:{CLOCK_LEAD}|(?:before|after|until)\s+){LIGHT}(?!\w)",
        "same_period": rf"(?:(?:over|during|in)\s+)?(?:this|that|the same|the corresponding|the comparable) period"
        rf"(?:\s+(?:in|of)\s+(?P<year>{YEAR})|\s+(?P<before>last year|a year (?:earlier|ago|before)|(?:of |in )?the (?:previous|preceding) year))?(?!\w)",
        "of_event": rf"(?:(?P<since>since)\s+)?(?:the\s+)?(?:(?P<which>start|beginning|outbreak|launch|onset)|(?:first|opening)\s+(?:{number()}\s+)?{UNIT})"
        rf"\s+of\s+(?:the|this|their|its)\s+(?:\w+\s+)?(?P<event>{either(lexicon.words('campaigns'))})(?!\w)",
    }
