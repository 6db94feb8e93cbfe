"""Values of times told from the time the narrative has reached: "four days later", "the next day", "at 9:20"."""

from datetime import timedelta

from onrecord.when import edtf
from onrecord.when.dates import SEASONS
from onrecord.when.edtf import Value, precision, valued
from onrecord.when.find import Core
from onrecord.when.relative import DAYS, MONTHS, calendar, moved, open_value, part_of, year_before
from onrecord.when.story import Narrative

EARLIER = ("earlier", "before that", "previously", "before")


def counted(start: str | None, number: int | None, unit: str) -> Value:
    """The time some units after (before, for a negative number) a day or a coarser value."""
    if start is None or number is None or start.startswith("-"):
        return open_value(unit)
    if unit in ("minute", "hour"):
        return Value(start, 1) if len(start) == 10 else open_value(unit)
    if unit in DAYS and len(start) == 10:
        return Value(edtf.shifted(start, number * DAYS[unit]), 1)
    if unit in MONTHS and start[:4].isdigit():
        return _by_months(start, number, unit)
    return open_value(unit)


def _by_months(start: str, number: int, unit: str) -> Value:
    if unit == "month" and len(start) < 7:
        return open_value(unit)
    base = edtf.as_date(edtf.first_day(start) if start[5:7] < "13" else start[:4] + "-01-01")
    if base is None:
        return open_value(unit)
    then = edtf.iso(moved(base, number, unit))
    return Value(then[:7], 4) if unit in ("month", "quarter") else Value(then[:4], 5)


def _later(core: Core, story: Narrative) -> Value:
    """ "four days later", "two weeks earlier": counted from what the narrative has reached."""
    sign = -1 if core.word("way") in EARLIER else 1
    number = core.count
    if core.unit == "year" and number == 1 and sign == -1 and story.quarter and story.at and "/" in story.at:
        return valued(year_before(story.quarter))
    start = story.day if core.unit in DAYS or core.unit in ("minute", "hour") else story.at
    return counted(edtf.end_of(start) if start else None, sign * number if number is not None else None, core.unit)


def _days_after(core: Core, story: Narrative) -> Value:
    """ "two hours after the blast": the same day; with longer units it hangs on what follows, which may be no date."""
    if core.unit in ("minute", "hour") and story.day:
        return Value(story.day, 1)
    sign = -1 if core.word("way") == "before" else 1
    reading = counted(story.day, sign * core.count, core.unit).edtf if core.count is not None else None
    return Value(None, open_value(core.unit).prec, (reading,) if reading else ())


def _bare_later(core: Core, story: Narrative) -> Value:
    if core.unit == "hour" and story.day:
        return Value(story.day, 1)
    return open_value(core.unit)


def _next_day(core: Core, story: Narrative) -> Value:
    """ "the next day", "that same week", "the year before": beside what the narrative has reached."""
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(
        core.word("which", "way", "way2"), 0
    )
    unit, day = core.unit or "day", edtf.as_date(story.day)
    if unit in ("year", "month"):
        return _calendar_step(core, story, unit, step)
    if story.day is None:
        return open_value(unit)
    if unit in ("week", "weekend"):
        known = day is not None and not story.day.startswith("XXXX")
        return valued(calendar(day, unit, step)) if known and day else open_value(unit)
    return Value(edtf.shifted(story.day, step), 1)


def _calendar_step(core: Core, story: Narrative, unit: str, step: int) -> Value:
    """The year or month `step` away from the one reached."""
    at = edtf.end_of(story.at) if story.at else ""
    if not at[:4].isdigit() or (unit == "month" and not at[5:7].isdigit()) or (unit == "month" and at[5:7] > "12"):
        return open_value(unit)
    base = edtf.as_date(f"{at[:4]}-{at[5:7] if unit == 'month' else '01'}-01")
    return valued(part_of(calendar(base, unit, step), core.word("within"))) if base else open_value(unit)


def _within(core: Core, story: Narrative) -> Value:
    """ "the end of the year", "late in the month", "early in the summer": a part of the unit reached."""
    unit, within = core.unit, core.word("within", "within2")
    now = edtf.end_of(story.at) if story.history and story.at else edtf.iso(story.anchor) if story.anchor else ""
    if unit in SEASONS:
        return Value(f"{now[:4] or 'XXXX'}-{SEASONS[unit]}", 5)
    base = edtf.as_date(edtf.first_day(now[:7] if now[5:7] < "13" else now[:4])) if now[:4].isdigit() else None
    if base is None or (unit == "month" and len(now) < 7):
        return open_value(unit)
    if unit in ("day", "week"):
        return valued(now if unit == "day" else calendar(edtf.as_date(now) or base, "week", 0))
    made = calendar(base, unit, 0)
    if unit == "year" and within in ("end", "close", ""):
        return Value(f"{made}-12", 4)
    return valued(part_of(made, {"end": "late", "close": "late", "beginning": "early", "start": "early"}.get(within, within)))


def _running_part(core: Core, story: Narrative) -> Value:
    """ "late into the night", "the early hours": the night or morning the narrative has reached."""
    if story.day is None:
        return Value(None, 1)
    if core.word("word") == "night":
        return Value(edtf.span(story.day, edtf.shifted(story.day, 1) or story.day), 2)
    return Value(story.day, 1)


def _clock(core: Core, story: Narrative) -> Value:
    """A time of day: the day the narrative has reached; after a heading, or before any day, the day the report tells of."""
    if story.day and story.fresh:
        return Value(story.day, 1)
    if story.main:
        return Value(story.main, 1)
    return Value(edtf.iso(story.anchor) if story.anchor and story.at is None and not story.history else None, 1)


def _same_period(core: Core, story: Narrative) -> Value | None:
    """The period just named; the same months of another year when one is given."""
    if story.at is None:
        return None
    year = int(core.parts["year"]) if "year" in core.parts else None
    if year is None and "before" in core.parts:
        year = int(story.at[:4]) - 1 if story.at[:4].isdigit() else None
    at = "/".join(f"{year:04}{end[4:]}" for end in story.at.split("/")) if year is not None else story.at
    return Value(at, precision(at))


def _of_event(core: Core, story: Narrative) -> Value | None:
    """ "since the start of the operation", "the first week of the siege": from the day the text says it began."""
    opening = story.opening(core.word("event"))
    begun = edtf.as_date(opening)
    if begun is None or opening is None:
        return Value(None, 5) if "since" in core.parts else None
    if "since" in core.parts:
        return Value(f"{opening}/..", 5)
    if "which" in core.parts:
        return Value(opening, 1)
    number = core.count if "number" in core.parts else 1
    if number is None or opening.startswith("XXXX"):
        return Value(None, 5)
    return valued(edtf.span(opening, edtf.iso(moved(begun, number, core.unit) - timedelta(1))))


RULES = {
    "later": _later,
    "after_days": _later,
    "days_after": _days_after,
    "bare_later": _bare_later,
    "next_day": _next_day,
    "within": _within,
    "running_part": _running_part,
    "clock": _clock,
    "same_period": _same_period,
    "of_event": _of_event,
}
