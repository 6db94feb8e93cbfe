"""Values of times told from the day of the report: "on Friday", "yesterday", "last week", "two years ago"."""

from datetime import date, timedelta

from onrecord.when import edtf
from onrecord.when.dates import SEASONS, latest_year, month_of
from onrecord.when.edtf import Value, valued
from onrecord.when.find import Core
from onrecord.when.story import Narrative, named_weekday

DAYS = {"day": 1, "night": 1, "morning": 1, "afternoon": 1, "evening": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
PREC = {"minute": 1, "hour": 1, "day": 1, "night": 1, "morning": 1, "afternoon": 1, "evening": 1, "weekend": 2, "week": 3}
PREC |= {"fortnight": 4, "month": 4}
FORWARD = ("next", "coming", "following", "this coming", "the next", "the following")
BACKWARD = ("last", "past", "previous", "preceding", "the previous", "this past")
BACK = {
    "yesterday": 1,
    "last night": 1,
    "last evening": 1,
    "tomorrow": -1,
    "the day before yesterday": 2,
    "the day after tomorrow": -2,
}
QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}


def open_value(unit: str) -> Value:
    """A value nothing anchors, with the precision its unit gives."""
    return Value(None, PREC.get(unit, 5))


def step_of(which: str) -> int:
    """-1, 0 or 1 units from now for "last", "this" and "next"."""
    return 1 if which in FORWARD else -1 if which in BACKWARD else 0


def calendar(now: date, unit: str, step: int) -> str:
    """EDTF of the calendar week, weekend, month, quarter, year or longer unit `step` units from the one that holds a day."""
    if unit in ("week", "weekend", "fortnight"):
        monday = now - timedelta(now.weekday()) + timedelta(7 * step)
        first = monday + timedelta(5 if unit == "weekend" else 0)
        return edtf.span(edtf.iso(first), edtf.iso(monday + timedelta(6)))
    if unit in ("month", "quarter"):
        size = MONTHS[unit]
        index = (now.year * 12 + now.month - 1) // size * size + step * size
        return edtf.months_of(f"{index // 12:04}", index % 12 + 1, index % 12 + size)
    if unit == "decade":
        return f"{now.year // 10 + step:03}X"
    return f"{now.year // 100 + step:02}XX" if unit == "century" else f"{now.year + step:04}"


def moved(now: date, number: int, unit: str) -> date:
    """The day some units after (before, for a negative number) a day."""
    if unit in ("minute", "hour"):
        return now + timedelta(round(number / 24) if unit == "hour" else 0)
    try:
        if unit in DAYS:
            return now + timedelta(number * DAYS[unit])
        index = now.year * 12 + now.month - 1 + number * MONTHS[unit]
        year, month, day = max(1, index // 12), index % 12 + 1, now.day
        while edtf.day(year, month, day) is None:
            day -= 1
        return date(year, month, day)
    except (ValueError, OverflowError):
        return date.min if number < 0 else date.max


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
    if step_of(which) > 0 or (story.future and not which):
        return _night(core, story.anchor + timedelta((7 - back) % 7 if not which and not back else 7 - back))
    return _night(core, story.anchor - timedelta(back or (7 if step_of(which) < 0 else 0)))


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


def part_of(value: str, part: str) -> str:
    """The early or late part of a month or year; any other value whole."""
    if part not in ("early", "late") or len(value) not in (4, 7) or not value[:4].isdigit():
        return value
    if len(value) == 7:
        return edtf.part_of_month(int(value[:4]), int(value[5:]), part)
    return edtf.months_of(value, 1, 4) if part == "early" else edtf.months_of(value, 9, 12)


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


def _season(core: Core, story: Narrative) -> Value | None:
    """A season with no year: the latest that has begun by now, the coming one when "next" or the tense says so."""
    number, which = SEASONS[core.word("season")], core.word("which")
    if story.history:
        year = story.sentence_year or story.year
        return Value(f"{year + (which == 'the next') if year else 'XXXX'}-{number}", 5)
    if story.anchor is None:
        return Value(f"XXXX-{number}" if which in ("", "the") else None, 5)
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[number]
    year = latest_year(story.anchor, begins, None, step_of(which) > 0 or (story.future and which in ("", "the")))
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
    year = now.year + step_of(whose) if whose else now.year - (first > now.month)
    return valued(edtf.months_of(f"{year:04}", first, first + size - 1))


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


def _the_quarter(core: Core, story: Narrative) -> Value | None:
    return valued(story.quarter) if story.quarter else None


def _the_weekend(core: Core, story: Narrative) -> Value:
    """The latest weekend that has begun; the coming one when the clause looks ahead."""
    now = story.now()
    if now is None:
        return Value(None, 2)
    step = 0 if story.future or now.weekday() >= 5 else -1
    return valued(calendar(now, "weekend", step))


def year_before(value: str, years: int = 1) -> str:
    """The same months some years before."""
    return "/".join(f"{int(end[:4]) - years:04}{end[4:]}" for end in value.split("/"))


def _year_ago(core: Core, story: Narrative) -> Value | None:
    now = story.now()
    if story.quarter and story.quarter[:4].isdigit():
        return valued(year_before(story.quarter))
    return Value(f"{now.year - 1:04}", 5) if now else Value(None, 5)


RULES = {
    "weekday": _weekday,
    "deictic": _deictic,
    "this_part": _deictic,
    "relative": _relative,
    "last_month": _last_month,
    "season_alone": _season,
    "quarter": _quarter,
    "ago": _ago,
    "past": _past,
    "recent": _recent,
    "year_ago": _year_ago,
    "the_quarter": _the_quarter,
    "the_weekend": _the_weekend,
}
