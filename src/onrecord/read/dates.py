"""Dates of publication: checked when a caller gives one, read from a dateline when none is given."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.errors import UsageError
from onrecord.lexicon import rows

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTHS = {row["word"]: int(row["number"]) for table in ("months", "foreign_months") for row in rows(table)}
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH = rf"(?P<month>(?:{NAMES})\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}})\.?"
DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?{MONTH},?\s+(?:del?\s+)?(?P<year>\d{{4}}|\d{{2}})\b", re.IGNORECASE
)
MONTH_FIRST = re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
NUMBERS = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
DOTTED = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![\d.])")
STROKES = re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])")
SLASHED = re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4})(?![\d/])")
MESSAGE = re.compile(
    rf"^(?:[A-Z] )?(?P<day>\d{{2}})\d{{4}}Z\s+{MONTH}\s+(?P<year>\d{{4}}|\d{{2}})\b", re.MULTILINE | re.IGNORECASE
)
PERIOD = re.compile(rf"\b\d{{1,2}}(?:\s+{MONTH.replace('month', 'from')})?\s*(?:-|–|to)\s*(?=\d{{1,2}}\s)", re.IGNORECASE)
HEAD = 400  # characters in which a message's date-time group stands
EARLIEST, LATEST = 1000, 2999  # years of publication
STAMP = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d\b|\d{3}\b)")
CENTURY = 50  # a two-digit year from here on is of the 1900s ("3 JAN 90")


def check_date(text: str) -> str:
    """The date itself when it is a real day written YYYY-MM-DD; UsageError otherwise ("2017-02-30", "6/2/2017", "0017-02-06")."""
    if not ISO.fullmatch(text):
        raise UsageError(f"date {text!r}: not of the form YYYY-MM-DD; write 2017-02-06 for 6 February 2017")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"date {text!r}: no such day in the calendar; give a date that exists") from None
    if not EARLIEST <= day.year <= LATEST:  # relative dates must stay inside the calendar
        raise UsageError(f"date {text!r}: its year is not between {EARLIEST} and {LATEST}; give the day of publication")
    return day.isoformat()


def stated_date(words: str) -> str | None:
    """The one full date in a dateline or date line as YYYY-MM-DD; None without a year: no year is ever guessed."""
    for form in (NUMBERS, DAY_FIRST, MONTH_FIRST, DOTTED):
        if match := form.search(words):
            return _iso(match["year"], match["month"], match["day"])
    if match := SLASHED.search(words):
        return _slashed(match["a"], match["b"], match["year"])
    return None


def latest_stamped(stamps: Sequence[str]) -> str | None:
    """The latest day of stamps that one program wrote; where one has a number over 12, that tells the day's place in all."""
    strokes = [m for words in stamps if (m := STROKES.search(words))]
    day_first, month_first = (any(int(m[part]) > 12 for m in strokes) for part in ("a", "b"))
    days = [stated_date(words) for words in stamps]
    if day_first != month_first:
        days += [_iso(m["year"], *((m["b"], m["a"]) if day_first else (m["a"], m["b"]))) for m in strokes]
    return max(filter(None, days), default=None)


def message_date(text: str) -> str | None:
    """The day of the date-time group at the head of a cable or a message: "121530Z FEB 91" is 1991-02-12."""
    match = MESSAGE.search(text, 0, HEAD)
    return _iso(match["year"], match["month"], match["day"]) if match else None


def period_end(title: str) -> str | None:
    """The last day of the period a title says the report covers: "Flash Update (1-7 August 2022)"; None for any other date."""
    match = PERIOD.search(title)
    return stated_date(title[match.end() :]) if match else None


def day_in(words: str) -> str | None:
    """The day of a time stamp ("2017-02-06T10:30:00Z", "20170206103000") or of a full date in words; None without one."""
    stamp = STAMP.match(words)
    return _iso(*stamp.groups()) if stamp else stated_date(words)


def _slashed(a: str, b: str, year: str) -> str | None:
    """A date with strokes, only where day and month cannot change places: "25/2/2017", "6/6/2017"; never "6/2/2017"."""
    readings = {_iso(year, b, a), _iso(year, a, b)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _iso(year: str, month: str, day: str) -> str | None:
    word = month.lower()
    number = int(month) if month.isdigit() else MONTHS.get(word) or MONTHS[word[:3]]
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < CENTURY else 1900)
    try:
        return date(full, number, int(day)).isoformat()
    except ValueError:
        return None
