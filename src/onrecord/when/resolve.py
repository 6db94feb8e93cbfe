"""Give each core its value: from its own words, the day the report was published, or the times named before it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.when import edtf
from onrecord.when.edtf import Value
from onrecord.when.find import Core, months, numbers, weekdays

DAYS = {"day": 1, "night": 1, "morning": 1, "evening": 1, "week": 7, "weekend": 7, "fortnight": 14}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNIT_PREC = {
    "minute": 1,
    "hour": 1,
    "day": 1,
    "night": 1,
    "week": 3,
    "weekend": 2,
    "fortnight": 4,
    "month": 4,
    "year": 5,
    "decade": 5,
}
CARRIED = 4_000  # characters within which a stated year dates the month-days after it


@dataclass(slots=True)
class Narrative:
    """What the text has said of time so far."""

    anchor: date | None
    running: str | None = None  # the day the narrative has reached
    year: int | None = None  # the last year stated with a month
    year_at: int = 0
    sentence_year: int | None = None  # a year stated in the sentence at hand
    future: bool = False  # the clause speaks of what is to come


def value(core: Core, story: Narrative) -> Value | None:
    """The value of a core; None when it is no time after all."""
    made = RULES[core.rule](core, story)
    if made and made.edtf and core.rule not in ("clock", "same_period"):
        if len(edtf.end_of(made.edtf)) == 10 and ".." not in made.edtf:
            story.running = edtf.end_of(made.edtf)
        elif len(made.edtf) in (4, 7):
            story.running = made.edtf
    return made


def _number(core: Core) -> int | None:
    word = core.parts.get("number", "").casefold()
    return int(word) if word.isdigit() else numbers().get(word, 1 if word in ("a", "an") else None)


def _known_year(core: Core, story: Narrative, month: int, day: int | None) -> int | None:
    """The year of a month or month-day: its own, its sentence's, the passage's, or what the anchor gives."""
    if "year" in core.parts:
        story.year, story.year_at = int(core.parts["year"]), core.span[0]
        return story.year
    if "short" in core.parts:
        return 1900 + int(core.parts["short"]) if int(core.parts["short"]) > 30 else 2000 + int(core.parts["short"])
    if story.anchor is None:
        if day is None:
            return None
        carried = story.year if story.year and core.span[0] - story.year_at < CARRIED else None
        return story.sentence_year or carried
    if story.year and story.year != story.anchor.year and day and core.span[0] - story.year_at < CARRIED:
        return story.year
    return _latest_year(story.anchor, month, day, story.future)


def _latest_year(anchor: date, month: int, day: int | None, future: bool) -> int:
    """Year of the latest such day not after the anchor (of the next one when the clause looks ahead)."""
    here = (month, day or 1) <= (anchor.month, anchor.day)
    if future:
        return anchor.year if not here or (month, day) == (anchor.month, anchor.day) else anchor.year + 1
    return anchor.year if here else anchor.year - 1


def _day(core: Core, story: Narrative) -> Value | None:
    month, number = _month(core), int(re.sub(r"\D", "", core.parts["day"]))
    made = edtf.day(_known_year(core, story, month, number), month, number)
    return Value(made, 1) if made else None


def _month(core: Core) -> int:
    return int(core.parts["m"]) if "m" in core.parts else months()[core.parts["month"].casefold()]


def _days(core: Core, story: Narrative) -> Value | None:
    first = _day(core, story)
    last = edtf.day(None, _month(core), int(re.sub(r"\D", "", core.parts["last"])))
    if first is None or first.edtf is None or last is None:
        return None
    made = edtf.span(first.edtf, first.edtf[:4] + last[4:])
    return Value(made, edtf.precision(made))


def _numeric(core: Core, story: Narrative) -> Value | None:
    """A numeric date; where day and month could change places both readings are kept as rivals."""
    a, b, year = int(core.parts["a"]), int(core.parts["b"]), int(core.parts["year"])
    readings = [r for r in (edtf.day(year, b, a), edtf.day(year, a, b)) if r]
    if not readings:
        return None
    if len(set(readings)) == 1 or core.parts["sep"] == ".":
        return Value(readings[0], 1)
    return Value(None, 1, tuple(readings))


def _month_alone(core: Core, story: Narrative) -> Value | None:
    month = _month(core)
    year = _known_year(core, story, month, None)
    return Value(f"{year or 'XXXX'}-{month:02}", 4)


def _last_month(core: Core, story: Narrative) -> Value:
    month, which = _month(core), core.parts["which"].casefold()
    if story.anchor is None:
        return Value(None, 4)
    year = _latest_year(story.anchor, month, None, which == "next")
    if which == "last" and month == story.anchor.month:
        year -= 1
    return Value(f"{year}-{month:02}", 4)


def _season(core: Core, story: Narrative) -> Value:
    return Value(f"{core.parts['year']}-{SEASONS[core.parts['season'].casefold()]}", 5)


def _years(core: Core, story: Narrative) -> Value:
    first, last = core.parts["year"], core.parts["last"]
    return Value(f"{first}/{first[:2] + last if len(last) == 2 else last}", 5)


def _decade(core: Core, story: Narrative) -> Value:
    return Value(core.parts["decade"] + "X", 5)


def _year_alone(core: Core, story: Narrative) -> Value:
    return Value(core.parts["year"], 5)


def _weekday(core: Core, story: Narrative) -> Value:
    """A weekday: the latest not after the anchor, the coming one when the clause looks ahead."""
    if story.anchor is None:
        return Value(None, 1)
    which = core.parts.get("which", "").casefold()
    back = (story.anchor.weekday() - weekdays()[core.parts["weekday"].casefold()]) % 7
    if which in ("next", "the following") or (story.future and not which):
        return Value(edtf.iso(story.anchor + timedelta((7 - back) or 7)), 1)
    if which == "last" and back == 0:
        back = 7
    return Value(edtf.iso(story.anchor - timedelta(back)), 1)


def _deictic(core: Core, story: Narrative) -> Value:
    word = core.parts["word"].casefold()
    if story.anchor is None:
        return Value(None, 2 if word == "overnight" else 1)
    if word == "overnight":
        return Value(edtf.span(edtf.iso(story.anchor - timedelta(1)), edtf.iso(story.anchor)), 2)
    back = {"yesterday": 1, "last night": 1, "last evening": 1, "tomorrow": -1, "the day before yesterday": 2}.get(word, 0)
    return Value(edtf.iso(story.anchor - timedelta(back)), 1)


def _running_part(core: Core, story: Narrative) -> Value:
    """ "late into the night", "the early hours": the night or morning the narrative has reached."""
    word = core.parts.get("word", "morning").casefold()
    running = story.running if story.running and len(story.running) == 10 else None
    if running is None:
        return Value(None, 1)
    if word == "night":
        return Value(edtf.span(running, edtf.shifted(running, 1) or running), 2)
    return Value(running, 1)


def _relative(core: Core, story: Narrative) -> Value:
    """ "last week", "this month", "earlier this year": calendar weeks run Monday to Sunday."""
    which, unit, within = core.parts["which"].casefold(), core.parts["unit"].casefold(), core.parts.get("within", "").casefold()
    if story.anchor is None:
        return Value(None, UNIT_PREC[unit])
    step = {"last": -1, "the past": -1, "past": -1, "the previous": -1, "next": 1}.get(which, 0)
    made = _calendar(story.anchor, unit, step)
    if within == "earlier" and step == 0:
        made = edtf.span(_first_day(made), edtf.iso(story.anchor))
    return Value(made, edtf.precision(made))


def _calendar(anchor: date, unit: str, step: int) -> str:
    """EDTF of the calendar week, weekend, month or year `step` units from the anchor's."""
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        first = monday if unit == "week" else monday + timedelta(5)
        return edtf.span(edtf.iso(first), edtf.iso(monday + timedelta(6)))
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 + step
        return f"{index // 12:04}-{index % 12 + 1:02}"
    return f"{anchor.year + step:04}"


def _first_day(value: str) -> str:
    start = edtf.start_of(value)
    return start + {4: "-01-01", 7: "-01"}.get(len(start), "")


def _back(anchor: date, number: int, unit: str) -> date:
    """The day some units before (after, for a negative number) the anchor."""
    if unit in ("minute", "hour"):
        return anchor - timedelta(round(number / 24) if unit == "hour" else 0)
    if unit in DAYS:
        return anchor - timedelta(number * DAYS[unit])
    span = number * {"month": 1, "year": 12, "decade": 120}[unit]
    index = anchor.year * 12 + anchor.month - 1 - span
    year, month = max(1, index // 12), index % 12 + 1
    while (made := edtf.day(year, month, anchor.day)) is None:
        anchor -= timedelta(1)
    return date.fromisoformat(made)


def _ago(core: Core, story: Narrative) -> Value:
    number, unit, bound = _number(core), core.parts["unit"].casefold(), core.parts.get("bound", "").casefold()
    if story.anchor is None or number is None:
        return Value(None, UNIT_PREC[unit])
    then = _back(story.anchor, number, unit)
    if bound == "less than":
        made = edtf.span(edtf.iso(then), edtf.iso(story.anchor))
        return Value(made, edtf.precision(made))
    if unit in ("year", "decade"):
        return Value(f"{then.year:04}", 5)
    return Value(
        f"{then.year:04}-{then.month:02}" if unit == "month" else edtf.iso(then), UNIT_PREC[unit] if unit != "week" else 1
    )


def _past(core: Core, story: Narrative) -> Value:
    """ "over the past two years", "in the last 24 hours": from so long before the anchor to the anchor."""
    unit, number = core.parts["unit"].casefold(), _number(core)
    which = core.parts["which"].casefold()
    if "number" not in core.parts:
        number = 1
    prec = 2 if unit in ("hour", "day") else UNIT_PREC[unit] if number == 1 else 5 if unit in ("month", "year") else 4
    if story.anchor is None or number is None:
        return Value(None, prec)
    other = _back(story.anchor, -number if which in ("next", "coming") else number, unit)
    first, last = sorted((other, story.anchor))
    made = edtf.span(edtf.iso(first), edtf.iso(last))
    return Value(made, edtf.precision(made))


def _recent(core: Core, story: Narrative) -> Value:
    return Value(None, 5 if core.parts["unit"].casefold() != "day" else 2)


def _later(core: Core, story: Narrative) -> Value:
    """ "four days later", "two weeks earlier": counted from the day the narrative has reached."""
    unit, number = core.parts["unit"].casefold(), _number(core)
    if unit in ("minute", "hour"):
        number, unit = 0, "day"
    if number is None or story.running is None:
        return Value(None, UNIT_PREC[unit])
    sign = -1 if core.parts["way"].casefold() in ("earlier", "before that", "previously") else 1
    if unit in DAYS and len(story.running) == 10:
        return Value(edtf.shifted(story.running, sign * number * DAYS[unit]), 1)
    if unit == "year" and story.running[:4].isdigit():
        return Value(f"{int(story.running[:4]) + sign * number:04}", 5)
    return Value(None, UNIT_PREC[unit])


def _next_day(core: Core, story: Narrative) -> Value:
    """ "the next day", "the following week": beside the day the narrative has reached."""
    which = core.parts.get("which", core.parts.get("way", "")).casefold()
    unit = core.parts.get("unit", "day").casefold()
    step = {"same": 0, "previous": -1, "before": -1}.get(which, 1)
    if story.running is None:
        return Value(None, UNIT_PREC.get(unit, 1))
    if unit == "year" and story.running[:4].isdigit():
        return Value(f"{int(story.running[:4]) + step:04}", 5)
    if len(story.running) != 10 or unit in ("month", "year"):
        return Value(None, UNIT_PREC.get(unit, 1))
    if unit == "week":
        base = edtf.as_date(story.running)
        made = _calendar(base, "week", step) if base and story.running[:4] != "XXXX" else None
        return Value(made, 3)
    return Value(edtf.shifted(story.running, step), 1)


def _clock(core: Core, story: Narrative) -> Value:
    """A time of day: the day the narrative has reached, else the day of the report."""
    if story.running and len(story.running) == 10:
        return Value(story.running, 1)
    return Value(edtf.iso(story.anchor) if story.anchor and story.running is None else None, 1)


def _same_period(core: Core, story: Narrative) -> Value | None:
    return Value(story.running, edtf.precision(story.running)) if story.running else None


RULES = {
    "iso": _day,
    "numeric": _numeric,
    "day_month": _day,
    "month_day": _day,
    "days_month": _days,
    "month_days": _days,
    "month_year": _month_alone,
    "month": _month_alone,
    "season": _season,
    "years": _years,
    "decade": _decade,
    "year": _year_alone,
    "weekday": _weekday,
    "deictic": _deictic,
    "this_part": _deictic,
    "running_part": _running_part,
    "relative": _relative,
    "last_month": _last_month,
    "ago": _ago,
    "past": _past,
    "recent": _recent,
    "later": _later,
    "after_days": _later,
    "next_day": _next_day,
    "clock": _clock,
    "same_period": _same_period,
}
