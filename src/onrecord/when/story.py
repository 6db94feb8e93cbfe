"""What a text has said of time so far: the day it has reached, the year that dates its months, and whether it tells history."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from onrecord.when import edtf
from onrecord.when.clause import Clause
from onrecord.when.edtf import Value
from onrecord.when.find import Core
from onrecord.when.grammar import weekdays

PASSAGE = 4_000  # characters within which a stated year dates the month-days after it
NEWS_PASSAGE = 600  # the same in a report that has a day of its own
HISTORY_YEARS = 5  # a history states at least so many dates with their year
FAR = 8  # years between a glance at another time and the story
HISTORY_SHARE = 0.6  # of them so many lie before the year of the report
STATED = ("iso", "day_month", "month_day", "month_year", "year", "years", "days_month", "month_days", "season")
REPORTED = ("weekday", "deictic", "this_part", "relative", "ago", "last_month", "past", "recent")


@dataclass(slots=True)
class Narrative:
    """What the text has said of time up to the core at hand."""

    anchor: date | None
    clause: Clause = field(init=False, repr=False)  # what is said around the core at hand
    history: bool = False  # the text tells of other years: its own dates anchor what follows, not the day it was published
    day: str | None = None  # the day the narrative has reached
    at: str | None = None  # the last time of any length
    main: str | None = None  # the first day it tells of
    fresh: bool = True  # no heading stands between that day and here
    year: int | None = None  # the last year stated with a month
    year_at: int = 0
    sentence_year: int | None = None  # a year stated in the sentence at hand
    outliers: frozenset[int] = frozenset()  # offsets of years far from those named before and after them
    quarter: str | None = None  # the last quarter or half of a year
    openings: list[tuple[Clause, str]] = field(default_factory=list)  # (what may have begun, the day)
    day_first: bool | None = None  # how the outlet writes 6/2/2017, once one date has shown it

    def move(self, core: Core, made: Value) -> None:
        """Take a value as the time the narrative has reached, and as a beginning; a day that stays open leaves none."""
        if core.rule in ("same_period", "recent", "past", "of_event", "since_then"):
            return
        if made.edtf is None:
            if core.rule in ("weekday", "deictic", "ago", "next_day", "later"):
                self.day = self.at = None
            return
        self.at = made.edtf
        self.quarter = made.edtf if core.rule == "quarter" else self.quarter
        if edtf.as_date(edtf.end_of(made.edtf)) and made.prec <= 2:
            self.day, self.fresh = edtf.end_of(made.edtf), True
            self.main = self.main or self.day
            if made.prec == 1:
                self.openings.append((self.clause, self.day))
        if self.history and made.edtf[:4].isdigit():
            self._keep_year(made.edtf, core)

    def begin(self, day: date) -> None:
        """Go on to a message of another day, which tells its own story from there."""
        self.anchor, self.day, self.at, self.main = day, None, None, None

    def opening(self, word: str) -> str | None:
        """The day on which the thing a word names last began, else the first day on which anything did."""
        begun = [(words, day) for clause, day in self.openings if (words := clause.begun)]
        named = [day for words, day in begun if word in words]
        return named[-1] if named else begun[0][1] if begun else None

    def _keep_year(self, value: str, core: Core) -> None:
        """In a history every dated mention sets the year and month that have been reached."""
        end = edtf.end_of(value)
        if core.rule in ("decade", "century", "years", "era", "short_year") or core.span[0] in self.outliers:
            return
        self.year, self.year_at = int(end[:4]), core.span[0]

    def state_year(self, year: int, core: Core) -> int:
        """A year written beside a month dates the months that follow."""
        self.year, self.year_at = year, core.span[0]
        return year

    def passage_year(self, core: Core, limit: int) -> int | None:
        """The year the passage has stated, None when that was too far back."""
        return self.year if self.year is not None and core.span[0] - self.year_at < limit else None

    def now(self) -> date | None:
        """The day that "last week" or "this year" is told from: that of the report, in a history the one reached."""
        if not self.history:
            return self.anchor
        return edtf.as_date(edtf.last_day(self.at)) if self.at and self.at[:4].isdigit() else None


def is_history(found: list[Core], anchor: date | None) -> bool:
    """Whether a text tells history: most years it states lie before the report's, and hardly a day is told from today."""
    years = [int(core.parts["year"]) for core in found if core.rule in STATED and "year" in core.parts]
    reported = sum(core.rule in REPORTED for core in found)
    if len(years) < HISTORY_YEARS or reported > 0.15 * len(found):
        return False
    past = [y for y in years if anchor is None or y < anchor.year]
    return len(past) >= HISTORY_SHARE * len(years)


def outliers(found: list[Core]) -> frozenset[int]:
    """Offsets of the years that are far from the year named before and the one named after: glances at other times."""
    years = [(core.span[0], int(core.parts["year"])) for core in found if core.rule in STATED and "year" in core.parts]
    out = []
    kept = years[0][1] if years else 0
    for (at, year), (_, after) in pairwise([*years, (0, years[-1][1] if years else 0)]):
        if abs(year - kept) > FAR and abs(year - after) > FAR:
            out.append(at)
        else:
            kept = year
    return frozenset(out)


def named_weekday(core: Core) -> int:
    """Monday 0 for the weekday of a core."""
    return weekdays()[core.word("weekday")]
