"""Whether words are an EDTF value (ISO 8601-2, levels 0 and 1 with unspecified digits): a day, month, season, year or an interval."""

import re
from calendar import monthrange

DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?:T[0-9:]{5,8}Z?)?[~?%]?")
OPEN = ("", "..")


def edtf_flaw(value: str) -> str:
    """What is wrong with a value, "" when nothing is.

    >>> edtf_flaw("2017-02-30"), edtf_flaw("2016-10/.."), edtf_flaw("XXXX-03-01")
    ('2017-02 has no day 30', '', '')
    """
    ends = value.split("/")
    if len(ends) > 2:
        return "an interval has two ends"
    if len(ends) == 1:
        return _flaw(value)
    flaw = next((wrong for end in ends if end not in OPEN and (wrong := _flaw(end))), "")
    if flaw or all(end in OPEN for end in ends):
        return flaw or "an interval needs a known end"
    if not any(end in OPEN or "X" in end for end in ends) and ends[0][:10].rstrip("~?%") > ends[1].rstrip("~?%") + "~":
        return "it ends before it begins"
    return ""


def _flaw(date: str) -> str:
    found = DATE.fullmatch(date)
    if found is None:
        return f"{date or 'nothing'} is not a year, month or day"
    year, month, day = found.group("year", "month", "day")
    if month and "X" not in month and not (1 <= int(month) <= 12 or (21 <= int(month) <= 24 and not day)):
        return f"there is no month {month}"
    if day and "X" not in day and not 1 <= int(day) <= _longest(year, month):
        return f"{year}-{month} has no day {day}"
    return ""


def _longest(year: str, month: str) -> int:
    """The days of a month; of the longest it may be where digits are unknown."""
    if "X" in month:
        return 31
    return monthrange(2000 if "X" in year or year == "0000" else int(year), int(month))[1]
