"""First and last day of an EDTF value."""

import re
from calendar import monthrange
from datetime import date

from onrecord.records import Report

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # months, northern half of the globe
PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")


def days(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and last day a value allows; None where it is open or the year is unknown.

    >>> days("2017-01")
    (datetime.date(2017, 1, 1), datetime.date(2017, 1, 31))
    """
    if not edtf:
        return None, None
    start, _, end = edtf.partition("/")
    return _days(start)[0], _days(end or start)[1]


def closed(edtf: str | None, report: Report) -> tuple[date | None, date | None]:
    """The same, an open end closed by the day of the report: what it tells had happened by then."""
    first, last = days(edtf)
    if first and last is None and edtf is not None and edtf.endswith("/.."):
        last = days(report.published)[1]
    return first, last


def _days(value: str) -> tuple[date | None, date | None]:
    found = PART.fullmatch(value)
    if found is None:
        return None, None
    year, month, day = (int(g) if g else 0 for g in found.groups())
    try:
        return _span(year, month, day)
    except ValueError:  # year 0000 or a day the calendar lacks
        return None, None


def _span(year: int, month: int, day: int) -> tuple[date, date]:
    if day:
        return date(year, month, day), date(year, month, day)
    if month in SEASONS:
        first, last = SEASONS[month]
        end = year + (last < first)
        return date(year, first, 1), date(end, last, monthrange(end, last)[1])
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def precision(first: date, last: date) -> int:
    """UCDP `date_prec` of a span of days: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    length = (last - first).days + 1
    return next((prec for most, prec in ((1, 1), (6, 2), (7, 3), (31, 4)) if length <= most), 5)
