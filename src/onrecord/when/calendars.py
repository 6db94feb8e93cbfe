"""Moving on the calendar: the week, month or year before or after a day, so many units on, parts of months and years."""

from datetime import date, timedelta

from onrecord.when import edtf
from onrecord.when.edtf import Value

DAYS = {"day": 1, "night": 1, "morning": 1, "afternoon": 1, "evening": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
PREC = {"minute": 1, "hour": 1, "day": 1, "night": 1, "morning": 1, "afternoon": 1, "evening": 1, "weekend": 2, "week": 3}
PREC |= {"fortnight": 4, "month": 4}
FORWARD = ("next", "coming", "following", "this coming", "the next", "the following")
BACKWARD = ("last", "past", "previous", "preceding", "the previous", "this past")


def open_value(unit: str) -> Value:
    """A value nothing anchors, with the precision its unit gives."""
    return Value(None, PREC.get(unit, 5))


def step_of(which: str) -> int:
    """-1, 0 or 1 units from now for "last", "this" and "next"."""
    return 1 if which in FORWARD else -1 if which in BACKWARD else 0


def calendar(now: date, unit: str, step: int) -> str:
    """EDTF of the calendar week, weekend, month, quarter, year or longer unit `step` units from the one that holds a day."""
    if unit in ("week", "weekend", "fortnight"):
        monday = now - timedelta(now.weekday()) + timedelta(7 * step)
        first = monday + timedelta(5 if unit == "weekend" else 0)
        return edtf.span(edtf.iso(first), edtf.iso(monday + timedelta(6)))
    if unit in ("month", "quarter"):
        size = MONTHS[unit]
        index = (now.year * 12 + now.month - 1) // size * size + step * size
        return edtf.months_of(f"{index // 12:04}", index % 12 + 1, index % 12 + size)
    if unit == "decade":
        return f"{now.year // 10 + step:03}X"
    return f"{now.year // 100 + step:02}XX" if unit == "century" else f"{now.year + step:04}"


def moved(now: date, number: int, unit: str) -> date:
    """The day some units after (before, for a negative number) a day."""
    if unit in ("minute", "hour"):
        return now + timedelta(round(number / 24) if unit == "hour" else 0)
    try:
        if unit in DAYS:
            return now + timedelta(number * DAYS[unit])
        index = now.year * 12 + now.month - 1 + number * MONTHS[unit]
        year, month, day = max(1, index // 12), index % 12 + 1, now.day
        while edtf.day(year, month, day) is None:
            day -= 1
        return date(year, month, day)
    except (ValueError, OverflowError):
        return date.min if number < 0 else date.max


def part_of(value: str, part: str) -> str:
    """The early or late part of a month or year; any other value whole."""
    if part not in ("early", "late") or len(value) not in (4, 7) or not value[:4].isdigit():
        return value
    if len(value) == 7:
        return edtf.part_of_month(int(value[:4]), int(value[5:]), part)
    return edtf.months_of(value, 1, 4) if part == "early" else edtf.months_of(value, 9, 12)


def year_before(value: str, years: int = 1) -> str:
    """The same months some years before; of an unknown year they stay unknown."""
    if not value[:4].isdigit():
        return value
    return "/".join(f"{int(end[:4]) - years:04}{end[4:]}" for end in value.split("/"))
