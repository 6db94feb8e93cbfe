"""What the words of one figure say: its number, what it counts, whether that is just anybody."""

import re

from onrecord.ledger.reading import Reading
from onrecord.records import Figure

ANYBODY = re.compile(
    r"\b(?:people|persons?|men|victims?|individuals?|dead|bodies|body|casualties|fatalities|deaths?|injured|wounded)\b",
    re.IGNORECASE,
)


def value(figure: Figure) -> int:
    """The number a figure counts with: its low, or its high where only that is given; "more than 50" counts as the 50 it says."""
    number = figure.low if figure.low is not None else figure.high
    number = number - 1 if number and figure.bound == "more_than" else number
    return int(number) if number is not None and number >= 1 else 0


def words_of(reading: Reading, figure: Figure) -> str:
    """The words of a figure with those of its noun."""
    start, end = figure.span
    return reading.report.text[start : max(end, figure.whom_span[1]) if figure.whom_span else end]


def head_noun(reading: Reading, figure: Figure) -> str:
    """The noun that a figure counts, as the text has it: "guards" of "security guards of the bank"; "" for a bare number."""
    words = reading.words(figure.whom_span).casefold().split(" of ")[0].split()
    return words[-1] if words else ""
