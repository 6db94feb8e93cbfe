"""What the words of figures say: their number, what they count, whether that is just anybody, and their sum by sides."""

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord import lexicon
from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.roles import role_of
from onrecord.records import Figure

HEAD = 900  # characters of a report that tell the incident itself
REACH = 1800  # characters in which it may add who was hurt and who has died of it
ANYBODY = re.compile(
    r"\b(?:people|persons?|men|victims?|individuals?|dead|bodies|body|casualties|fatalities|deaths?|injured|wounded)\b",
    re.IGNORECASE,
)
BESIDES = frozenset(
    ("assistant", "companion", "courier", "helper", "member", "roommate", "teammate", "classmate")
)  # who has done things with another


def is_somebody(noun: str) -> bool:
    """Whether a noun is one for a person: "wife", "guard"; not "dog", "shop"."""
    word = noun.casefold()
    known = [BESIDES, lexicon.words("kin"), *(lexicon.index(name) for name in ("people", "statuses", "sides"))]
    return any(form in words for words in known for form in (word, word.removesuffix("s")))


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


def sum_of(reading: Reading, figures: Sequence[Figure]) -> int:
    """Of each side the sentence with the largest sum, the sides together; or a larger number of just people."""
    sides: dict[str, dict[object, int]] = defaultdict(lambda: defaultdict(int))
    anybody = 0
    called: dict[str, str] = {}  # "four security guards", later "three guards": of one side
    for figure in figures:
        if ANYBODY.search(words_of(reading, figure)) or figure.whom_span is None:
            anybody = max(anybody, value(figure))
        else:
            side = called.setdefault(head_noun(reading, figure), role_of(reading, figure))
            sides[side][reading.sentence_span(figure.span)] += value(figure)
    return max(anybody, sum(max(told.values()) for told in sides.values()))
