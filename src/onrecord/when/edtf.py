"""Days, months and spans of days as EDTF (ISO 8601-2) values; an unknown year is written `XXXX`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

LEAP = 2000  # stands in for an unknown year, so that 29 February exists
DATE = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Value:
    """What a time expression means: an EDTF value (None when nothing anchors it) and its UCDP `date_prec`."""

    edtf: str | None
    prec: int
    rivals: tuple[str, ...] = ()


def day(year: int | None, month: int, number: int) -> str | None:
    """EDTF of a day, None when the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(year or LEAP, month)[1]:
        return None
    return f"{_year(year)}-{month:02}-{number:02}"


def _year(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04}"


def iso(moment: date) -> str:
    """EDTF of a calendar day."""
    return moment.isoformat()


def span(start: str, end: str) -> str:
    """EDTF of an interval; a day when both ends are the same."""
    return start if start == end else f"{start}/{end}"


def part_of_month(year: int | None, month: int, part: str) -> str:
    """EDTF of "early" (days 1–10), "mid" (11–20) or "late" (21–end) in a month."""
    last = monthrange(year or LEAP, month)[1] if year or month != 2 else 28
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}[part]
    return f"{_year(year)}-{month:02}-{first:02}/{_year(year)}-{month:02}-{end:02}"


def start_of(edtf: str) -> str:
    """Where a value starts: the value itself unless it is an interval."""
    return edtf.split("/")[0]


def end_of(edtf: str) -> str:
    """Where a value ends."""
    return edtf.split("/")[-1]


def as_date(edtf: str | None) -> date | None:
    """The calendar day of a day value (LEAP for an unknown year), None for anything coarser."""
    found = DATE.fullmatch((edtf or "").rstrip("~"))
    if not found:
        return None
    return date(LEAP if found[1] == "XXXX" else int(found[1]), int(found[2]), int(found[3]))


def shifted(edtf: str, days: int) -> str | None:
    """A day value moved by some days; an unknown year stays unknown."""
    base = as_date(edtf)
    if base is None:
        return None
    moved = iso(base + timedelta(days))
    return "XXXX" + moved[4:] if edtf.startswith("XXXX") else moved


def months_of(year: str, first: int, last: int) -> str:
    """EDTF of the months `first` to `last` of a year, the month itself when they are the same."""
    return span(f"{year}-{first:02}", f"{year}-{last:02}")


def first_day(edtf: str) -> str:
    """The first day of a value as a day value."""
    start = _season_months(start_of(edtf).rstrip("~?"))[0]
    return start + {4: "-01-01", 7: "-01"}.get(len(start), "")


def _season_months(edtf: str) -> tuple[str, str]:
    """The first and last month of a season within its year; any other value twice."""
    if len(edtf) != 7 or edtf[5:] < "21":
        return edtf, edtf
    first = {"21": 3, "22": 6, "23": 9, "24": 12}.get(edtf[5:], 1)
    return f"{edtf[:4]}-{first:02}", f"{edtf[:4]}-{min(first + 2, 12):02}"


def last_day(edtf: str) -> str:
    """The last day of a value as a day value."""
    end = _season_months(end_of(edtf).rstrip("~?"))[1]
    if len(end) == 7:
        return f"{end}-{monthrange(int(end[:4]) if end[:4].isdigit() else LEAP, int(end[5:]))[1]:02}"
    return end + ("-12-31" if len(end) == 4 else "")


def valued(edtf: str, *rivals: str) -> Value:
    """A value with the precision its length gives it."""
    return Value(edtf, precision(edtf), rivals)


def precision(edtf: str) -> int:
    """UCDP `date_prec` of a value: 1 day, 2 two to six days, 3 a week, 4 a month or 8–30 days, 5 longer."""
    if ".." in edtf or edtf.startswith("-"):
        return 5
    edtf = edtf.replace("~", "")
    if "/" not in edtf:
        return {10: 1, 7: 4}.get(len(edtf), 5) if int(edtf[5:7] or 0) < 20 else 5
    first, last = (as_date(end) for end in (first_day(edtf), last_day(edtf)))
    if first is None or last is None:
        return 5
    days = (last - first).days + 1
    return 2 if days <= 6 else 3 if days == 7 else 4 if days <= 31 else 5
