"""First and last day of EDTF values."""

from datetime import date

import pytest

from onrecord.ledger.edtf import closed, days, precision
from onrecord.records import Report

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
    ("2017-02-30", None, None),
    ("0000-01-01", None, None),
    (None, None, None),
]


@pytest.mark.parametrize(("edtf", "first", "last"), CASES)
def test_days(edtf: str | None, first: date | None, last: date | None) -> None:
    """A value gives the days it allows; what is open or unknown stays so."""
    assert days(edtf) == (first, last)


def test_an_open_end_closes_with_the_report() -> None:
    """What a report tells had happened by the day it was published."""
    report = Report("r", None, None, None, None, "2017-02-06", "en", "", ())
    assert closed("2016-10-17/..", report) == (date(2016, 10, 17), date(2017, 2, 6))


@pytest.mark.parametrize(("last", "prec"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4)])
def test_precision(last: int, prec: int) -> None:
    """UCDP's steps: a day, two to six days, a week, up to a month."""
    assert precision(date(2017, 1, 1), date(2017, 1, last)) == prec
