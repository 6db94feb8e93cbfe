"""Named days: fixed ones, those that hang on Easter or on a weekday, and those of the Islamic year."""

from datetime import date, timedelta

from onrecord import lexicon
from onrecord.when import edtf
from onrecord.when.dates import latest_year, year_of
from onrecord.when.edtf import Value, valued
from onrecord.when.find import Core
from onrecord.when.story import Narrative

EPOCH = 227_013  # proleptic day number of the day before 1 Muharram of the year 1 (tabular calendar)


def _festival(core: Core, story: Narrative) -> Value | None:
    """The day of a festival in the year its words or the anchor give; XXXX for a fixed one when none is known."""
    reckoning = _reckoning(core.word("name"))
    if "-" in reckoning[:3] and reckoning[0].isdigit():
        month, day = (int(part) for part in reckoning.split("-"))
        return Value(edtf.day(year_of(core, story, month, day), month, day), 1)
    year = int(core.parts["year"]) if "year" in core.parts else _year(reckoning, story)
    return _held(reckoning, year) if year is not None else Value(None, 2)


def _reckoning(name: str) -> str:
    return next(row["reckoning"] for row in lexicon.rows("named_days") if row["name"].casefold() == name)


def _year(reckoning: str, story: Narrative) -> int | None:
    """The year of the latest such festival not after the anchor (the next one when the clause looks ahead)."""
    if story.sentence_year is not None or story.history:
        return story.sentence_year or story.year
    if story.anchor is None:
        return None
    day = edtf.as_date(edtf.first_day(_held(reckoning, story.anchor.year).edtf or ""))
    return latest_year(story.anchor, day.month, day.day, story.clause.ahead) if day else None


def _held(reckoning: str, year: int) -> Value:
    """When a festival falls in a year."""
    kind, *numbers = reckoning.split()
    if kind == "easter":
        return valued(edtf.iso(easter(year) + timedelta(int(numbers[0]))))
    if kind == "nth":
        return valued(edtf.iso(nth_weekday(year, *(int(n) for n in numbers))))
    month, first, last = (int(n) for n in numbers)
    start = islamic_day(year, month, first)
    end = start + timedelta(last - first)
    return Value("/".join(dict.fromkeys((edtf.iso(start) + "~", edtf.iso(end) + "~"))), 2 if first == last else 4)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th (-1: the last) weekday of a month."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def islamic_day(year: int, month: int, day: int) -> date:
    """The first day in a Gregorian year that is the given day of the Islamic calendar, by its arithmetic form."""
    lunar = int((year - 622) * 33 / 32)
    for candidate in range(max(lunar - 1, 1), lunar + 4):
        made = date.fromordinal(EPOCH + (candidate - 1) * 354 + (3 + 11 * candidate) // 30 + (month - 1) * 29 + month // 2 + day)
        if made.year == year:
            return made
    return date(year, 1, 1)


RULES = {"named": _festival}
