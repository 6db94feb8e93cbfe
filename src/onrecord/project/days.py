"""The day that a user gives as that of publication."""

from datetime import date, timedelta

from onrecord.errors import UsageError
from onrecord.read import check_date


def publication_day(text: str) -> str:
    """The day as written; UsageError when it is no day of the calendar or still to come."""
    day = check_date(text)
    if day > (date.today() + timedelta(days=1)).isoformat():  # somewhere it is tomorrow already
        raise UsageError(f"date {day}: is still to come; give the day the report was published")
    return day
