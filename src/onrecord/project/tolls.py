"""The tolls of a book: what each report's incident came to."""

from dataclasses import dataclass

from onrecord.ledger import Toll
from onrecord.ledger import tolls as of_coding
from onrecord.project.account import opened
from onrecord.records import Report


@dataclass(frozen=True, slots=True)
class Line:
    """A report with the toll of its incident."""

    report: Report
    toll: Toll


def book_tolls(book: str, trials: bool = False) -> tuple[Line, ...]:
    """A line for each report of a book; `trials` counts what is told as somebody's past. UsageError when there is no such book."""
    with opened(book) as (_, account):
        return tuple(Line(r.report, of_coding(r.coding, trials)) for r in account.readings.values())
