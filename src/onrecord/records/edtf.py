"""EDTF values (ISO 8601-2) read as days: one interval to compare by, an unknown year among them, or the two ends as dates."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

LEAP = 2000  # stands in for an unknown year, so that 29 February exists
YEAR = 366
NEVER, EVER = 1, date.max.toordinal()
UNKNOWN = "XXXX"
PART = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF seasons of the northern year and their first months


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included, as proleptic ordinals; `yearless` when the year is unknown."""

    first: int
    last: int
    yearless: bool = False

    @property
    def width(self) -> int:
        """How many days it may have been."""
        return self.last - self.first + 1


@lru_cache(maxsize=20_000)
def days(edtf: str | None) -> Days | None:
    """The interval of an EDTF value, None for none or one that names no days."""
    if not edtf:
        return None
    start, _, end = edtf.partition("/")
    head, tail = _part(start), _part(end or start)
    if head is None and tail is None:
        return None
    first = head[0] if head else NEVER
    last = tail[1] if tail else EVER
    if head and tail and last < first and UNKNOWN in edtf:  # over the turn of an unknown year
        last += YEAR
    return Days(first, last, UNKNOWN in edtf) if first <= last else None


def ends(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and last day that a value allows; None where it is open or the year is unknown.

    >>> ends("2017-01")
    (datetime.date(2017, 1, 1), datetime.date(2017, 1, 31))
    """
    start, _, end = (edtf or "").partition("/")
    head, tail = (None if UNKNOWN in part else _part(part) for part in (start, end or start))
    return date.fromordinal(head[0]) if head else None, date.fromordinal(tail[1]) if tail else None


def closed(edtf: str | None, published: str | None) -> tuple[date | None, date | None]:
    """The same, an open end closed by the day of the report: what it tells had happened by then."""
    first, last = ends(edtf)
    if first and last is None and edtf is not None and edtf.endswith("/.."):
        last = ends(published)[1]
    return first, last


def precision(first: date, last: date) -> int:
    """UCDP `date_prec` of a span of days: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    length = (last - first).days + 1
    return next((prec for most, prec in ((1, 1), (6, 2), (7, 3), (31, 4)) if length <= most), 5)


def gap(one: Days, other: Days) -> int:
    """Days between two intervals, 0 when they meet; an unknown year is any year, so the nearest counts."""
    if not (one.yearless or other.yearless):
        return _between(one.first, one.last, other.first, other.last)
    loose, firm = (one, other) if one.yearless else (other, one)
    year = date.fromordinal(min(firm.first, EVER - YEAR)).year
    starts = (_in_year(loose.first, near) for near in (year - 1, year, year + 1) if near > 0)
    return min(_between(start, start + loose.width - 1, firm.first, firm.last) for start in starts)


def _part(edtf: str) -> tuple[int, int] | None:
    """First and last day of one end of an interval; None when it is open or the calendar has no such day."""
    found = PART.fullmatch(edtf)
    if not found or (found[1] == UNKNOWN and not found[2]):
        return None
    year = LEAP if found[1] == UNKNOWN else int(found[1])
    try:
        if found[3]:
            day = date(year, int(found[2]), int(found[3])).toordinal()
            return day, day
        return _months(year, int(found[2] or 0))
    except ValueError:
        return None


def _months(year: int, month: int) -> tuple[int, int]:
    """First and last day of a year (month 0), a month or a season. ValueError when the calendar has no such thing."""
    if not month:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    first = SEASONS.get(month, month)
    last = first + 2 if month in SEASONS else first
    start = date(year, first, 1).toordinal()
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return start, date(end_year, end_month, monthrange(end_year, end_month)[1]).toordinal()


def _in_year(day: int, year: int) -> int:
    """The same day of another year; 28 February stands in for the 29th where there is none."""
    then = date.fromordinal(day)
    return then.replace(year=year, day=min(then.day, monthrange(year, then.month)[1])).toordinal()


def _between(first: int, last: int, start: int, end: int) -> int:
    return max(0, start - last, first - end)
