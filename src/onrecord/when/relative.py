"""Values of times told from the day of the report: "on Friday", "yesterday", "last week", "over the weekend"."""

from datetime import date, timedelta

from onrecord.when import edtf
from onrecord.when.calendars import calendar, open_value, part_of, step_of
from onrecord.when.dates import latest_year, month_of
from onrecord.when.edtf import Value, valued
from onrecord.when.find import Core
from onrecord.when.story import Narrative, named_weekday

BACK = {
    "yesterday": 1,
    "last night": 1,
    "last evening": 1,
    "tomorrow": -1,
    "the day before yesterday": 2,
    "the day after tomorrow": -2,
}


def _weekday(core: Core, story: Narrative) -> Value:
    """A weekday: the latest not after the anchor, the coming one when the clause looks ahead."""
    if story.history:
        return _told_weekday(core, story)
    if story.anchor is None:
        return Value(None, 2 if core.word("which").startswith("overnight") else 1)
    which, week = core.word("which"), core.word("week")
    number = named_weekday(core)
    if week:
        monday = story.anchor - timedelta(story.anchor.weekday())
        return _night(core, monday + timedelta(7 * step_of(week.split()[0]) + number))
    back = (story.anchor.weekday() - number) % 7
    if step_of(which) > 0 or (back and not which and _is_ahead(story)):
        return _night(core, story.anchor + timedelta(7 - back))
    return _night(core, story.anchor - timedelta(back or (7 if step_of(which) < 0 else 0)))


def _is_ahead(story: Narrative) -> bool:
    """Whether a weekday is the coming one: its clause looks ahead, or it is a term not told of in the past."""
    return story.clause.ahead or (story.clause.term and not story.clause.past)


def _night(core: Core, day: date) -> Value:
    """A weekday's day; overnight it reaches into the next one."""
    if core.word("which").startswith("overnight"):
        return valued(edtf.span(edtf.iso(day), edtf.iso(day + timedelta(1))))
    return Value(edtf.iso(day), 1)


def _told_weekday(core: Core, story: Narrative) -> Value:
    """In a history, the first such weekday after the day it has reached."""
    reached = edtf.as_date(story.day)
    if reached is None or story.day is None or story.day.startswith("XXXX"):
        return Value(None, 1)
    return Value(edtf.iso(reached + timedelta((named_weekday(core) - reached.weekday()) % 7)), 1)


def _deictic(core: Core, story: Narrative) -> Value:
    word = core.word("word")
    if story.anchor is None or story.history:
        return Value(None, 2 if word == "overnight" else 1)
    if word == "overnight":
        return valued(edtf.span(edtf.iso(story.anchor - timedelta(1)), edtf.iso(story.anchor)))
    return Value(edtf.iso(story.anchor - timedelta(BACK.get(word, 0))), 1)


def _relative(core: Core, story: Narrative) -> Value:
    """ "last week", "this month", "earlier this year": calendar weeks run Monday to Sunday."""
    now = story.now()
    if now is None:
        return open_value(core.unit)
    step, within = step_of(core.word("which")), core.word("within")
    made = calendar(now, core.unit, step)
    if step == 0 and within in ("earlier", "later") and not story.history:
        ends = (edtf.first_day(made), edtf.iso(now)) if within == "earlier" else (edtf.iso(now), edtf.last_day(made))
        return valued(edtf.span(*ends))
    return valued(part_of(made, within))


def _last_month(core: Core, story: Narrative) -> Value:
    month, now = month_of(core), story.now()
    day = core.parts.get("day")
    if now is None:
        return Value(None, 1 if day else 4)
    if "month2" in core.parts:
        step = {"last": -1, "next": 1, "the previous": -1, "the following": 1}.get(core.word("which2"), 0)
        year = now.year + step
        number = int("".join(c for c in day if c.isdigit())) if day else None
        made = edtf.day(year, month, number) if number else f"{year:04}-{month:02}"
        return valued(made) if made else Value(None, 1)
    which = core.word("which")
    year = now.year if which == "this" else latest_year(now, month, None, step_of(which) > 0)
    if which == "last" and month == now.month:
        year -= 1
    return Value(f"{year:04}-{month:02}", 4)


def _the_weekend(core: Core, story: Narrative) -> Value:
    """The latest weekend that has begun; the coming one when the clause looks ahead."""
    now = story.now()
    if now is None:
        return Value(None, 2)
    step = 0 if now.weekday() >= 5 or story.clause.ahead else -1
    return valued(calendar(now, "weekend", step))


RULES = {
    "weekday": _weekday,
    "deictic": _deictic,
    "this_part": _deictic,
    "relative": _relative,
    "last_month": _last_month,
    "the_weekend": _the_weekend,
}
