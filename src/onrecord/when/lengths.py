"""Values of seasons, quarters and counted lengths told from the day of the report: "last summer", "two years ago", "the past three days"."""

from datetime import timedelta

from onrecord.when import edtf
from onrecord.when.calendars import MONTHS, PREC, moved, open_value, step_of, year_before
from onrecord.when.dates import SEASONS, latest_year
from onrecord.when.edtf import Value, valued
from onrecord.when.find import Core
from onrecord.when.story import Narrative

QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}


def _season(core: Core, story: Narrative) -> Value | None:
    """A season with no year: the latest that has begun by now, the coming one when "next" or the tense says so."""
    number, which = SEASONS[core.word("season")], core.word("which")
    if story.history:
        year = story.sentence_year or story.year
        return Value(f"{year + (which == 'the next') if year else 'XXXX'}-{number}", 5)
    if story.anchor is None:
        return Value(f"XXXX-{number}" if which in ("", "the") else None, 5)
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[number]
    year = latest_year(story.anchor, begins, None, step_of(which) > 0 or (which in ("", "the") and story.clause.ahead))
    inside = (story.anchor.month - begins) % 12 < 3
    if which == "this" and not inside:
        year = story.anchor.year
    return Value(f"{year - (which == 'last' and inside)}-{number}", 5)


def _quarter(core: Core, story: Narrative) -> Value:
    """A quarter or half of a year; with no year named the latest that has ended by now."""
    quarter = core.word("kind") == "quarter"
    size, nth = (3 if quarter else 6), QUARTERS[core.word("nth")]
    first = (13 - size) if nth == -1 else nth * size + 1
    if first > 12:
        return Value(None, 5)
    stated, whose, now = core.word("year", "year2"), core.word("whose", "whose2"), story.now()
    if stated:
        return valued(edtf.months_of(stated, first, first + size - 1))
    if now is None:
        return valued(edtf.months_of("XXXX", first, first + size - 1)) if not whose else Value(None, 5)
    year = now.year + step_of(whose) if whose else now.year - (first > now.month) - ("ago" in core.parts)
    return valued(edtf.months_of(f"{year:04}", first, first + size - 1))


def _the_quarter(core: Core, story: Narrative) -> Value | None:
    return valued(story.quarter) if story.quarter else None


def _ago(core: Core, story: Narrative) -> Value:
    """So many days ago is that day, weeks ago about that day, months and years ago that month and year."""
    number, unit, bound, now = core.count, core.unit, core.word("bound"), story.now()
    if now is None or number is None:
        return open_value(unit)
    if unit == "year" and number == 1 and story.quarter and not bound and story.quarter[:4] == str(now.year):
        return valued(year_before(story.quarter))
    then = moved(now, -number, unit)
    if bound in ("less than", "just under"):
        return valued(edtf.span(edtf.iso(then), edtf.iso(now)))
    if unit in MONTHS:
        size = {"month": 7, "quarter": 7, "year": 4, "decade": 3, "century": 3}[unit]
        return Value(edtf.iso(then)[:size] + ("X" if size == 3 else ""), 4 if size == 7 else 5)
    about = "~" if unit in ("week", "fortnight") or bound else ""
    return Value(edtf.iso(then) + about, PREC[unit] if about else 1)


def _past(core: Core, story: Narrative) -> Value:
    """ "over the past two years", "in the last 24 hours": from so long before the anchor to the anchor."""
    unit, now = core.unit, story.now()
    number = core.count if "number" in core.parts else 1
    if now is None or number is None:
        return Value(None, _length(unit, number))
    other = moved(now, number if step_of(core.word("which", "which2")) > 0 else -number, unit)
    if other == now:
        other = now - timedelta(1) if unit == "hour" else now
    return valued(edtf.span(*(edtf.iso(d) for d in sorted((other, now)))))


def _length(unit: str, number: int | None) -> int:
    """Precision of a stretch of so many units."""
    if unit in ("minute", "hour", "day", "night"):
        return 2 if number is None or number < 7 or unit == "hour" else 3 if number == 7 else 4
    if unit in ("week", "month") and number == 1:
        return PREC[unit]
    return 4 if unit == "week" and number is not None and number <= 4 else 5


def _recent(core: Core, story: Narrative) -> Value:
    return Value(None, 5 if core.unit != "day" else 2)


def _year_ago(core: Core, story: Narrative) -> Value | None:
    now = story.now()
    if story.quarter and story.quarter[:4].isdigit():
        return valued(year_before(story.quarter))
    return Value(f"{now.year - 1:04}", 5) if now else Value(None, 5)


RULES = {
    "season_alone": _season,
    "quarter": _quarter,
    "the_quarter": _the_quarter,
    "ago": _ago,
    "past": _past,
    "recent": _recent,
    "year_ago": _year_ago,
}
