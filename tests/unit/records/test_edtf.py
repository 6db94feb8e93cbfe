"""EDTF values as days."""

from datetime import date

import pytest

from onrecord.records.edtf import closed, days, ends, gap, precision

CASES = [
    ("2017-01-24", date(2017, 1, 24), date(2017, 1, 24)),
    ("2017-02", date(2017, 2, 1), date(2017, 2, 28)),
    ("2016", date(2016, 1, 1), date(2016, 12, 31)),
    ("2015-22", date(2015, 6, 1), date(2015, 8, 31)),
    ("2015-24", date(2015, 12, 1), date(2016, 2, 29)),
    ("2017-01-15~", date(2017, 1, 15), date(2017, 1, 15)),
    ("2016-10-17/2017-01-15", date(2016, 10, 17), date(2017, 1, 15)),
    ("2016-10-17/..", date(2016, 10, 17), None),
    ("../2016-11-11", None, date(2016, 11, 11)),
    ("XXXX-01-24", None, None),
    ("2017-05-09/2017-05-03", date(2017, 5, 9), date(2017, 5, 3)),
    ("2017-02-30", None, None),
    ("0000-01-01", None, None),
    (None, None, None),
]
GAPS = [
    ("2017-01-24", "2017-01-24", 0),
    ("2017-01", "2017-02-03", 3),
    ("2017-01-15/..", "2019", 0),
    ("XXXX-12-30", "2017-01-02", 3),
    ("XXXX-12-30/XXXX-01-02", "2016-12-31", 0),
    ("XXXX-02-29", "2017-02-28", 0),
    ("2016-24", "2017-02-01", 0),
]


@pytest.mark.parametrize(("edtf", "first", "last"), CASES)
def test_ends(edtf: str | None, first: date | None, last: date | None) -> None:
    """A value gives the days it allows; what is open or unknown stays so."""
    assert ends(edtf) == (first, last)


@pytest.mark.parametrize(("one", "other", "between"), GAPS)
def test_gap(one: str, other: str, between: int) -> None:
    """Days between two values of any precision, the nearest year where one gives none."""
    first, second = days(one), days(other)
    assert first is not None
    assert second is not None
    assert gap(first, second) == gap(second, first) == between


@pytest.mark.parametrize("edtf", [None, "", "..", "XXXX", "2017-05-09/2017-05-03", "last week"])
def test_no_days(edtf: str | None) -> None:
    """A value that names no days, or ends before it begins, is no interval."""
    assert days(edtf) is None


def test_an_open_end_closes_with_the_report() -> None:
    """What a report tells had happened by the day it was published."""
    assert closed("2016-10-17/..", "2017-02-06") == (date(2016, 10, 17), date(2017, 2, 6))
    assert closed("2016-10-17/..", None) == (date(2016, 10, 17), None)


@pytest.mark.parametrize(("last", "prec"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4)])
def test_precision(last: int, prec: int) -> None:
    """UCDP's steps: a day, two to six days, a week, up to a month."""
    assert precision(date(2017, 1, 1), date(2017, 1, last)) == prec
