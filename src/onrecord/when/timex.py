"""The same tagger for benchmarks: TIMEX3 types and values, with durations, references ("now") and sets. None of it is recorded."""

import re
from datetime import date

from onrecord.records import Document, Parse
from onrecord.when import edtf
from onrecord.when.edtf import Value
from onrecord.when.extras import Timex, extras, length
from onrecord.when.find import Core
from onrecord.when.grammar import DASH
from onrecord.when.modify import Found
from onrecord.when.story import is_history, named_weekday
from onrecord.when.tag import tagged

SEASON = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
PART = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "lunchtime": "MI",
    "tonight": "NI",
}
PART |= {
    "this morning": "MO",
    "this afternoon": "AF",
    "this evening": "EV",
    "last night": "NI",
    "last evening": "EV",
    "overnight": "NI",
}
SPLIT = re.compile(DASH, re.IGNORECASE)


def timexes(doc: Document, parse: Parse) -> list[Timex]:
    """The time expressions of a document with their TIMEX3 values, none overlapping another."""
    anchor = date.fromisoformat(doc.published) if doc.published else None
    dated = tagged(doc, parse)
    history = is_history([here.core for here in dated], anchor)
    found = [made for here in dated for made in _made(doc.text, here)]
    return sorted(_without_overlaps(found, extras(doc.text, history)), key=lambda t: t.span)


def _made(text: str, here: Found) -> list[Timex]:
    """One expression, or the two that TIMEX3 has in "1915-16" and "5-9 March"."""
    core, ends = here.core, (here.plain.edtf or "").split("/")
    dash = (
        SPLIT.search(text, core.span[0] + 1, core.span[1]) if core.rule in ("years", "days_month", "month_days", "eras") else None
    )
    if dash is None or len(ends) != 2:
        made = _timex(here)
        return [made] if made else []
    if core.rule == "eras":
        ends = [f"BC{int(core.parts[name]):04}" for name in ("bc", "last")]
    return [Timex((core.span[0], dash.start()), "DATE", ends[0]), Timex((dash.end(), core.span[1]), "DATE", ends[1])]


def _without_overlaps(found: list[Timex], more: list[Timex]) -> list[Timex]:
    """The first list, and what of the second stands where the first has nothing."""
    taken = {at for t in found for at in range(*t.span)}
    out = list(found)
    for extra in sorted(more, key=lambda t: (t.span[0] - t.span[1], t.span)):
        if taken.isdisjoint(range(*extra.span)):
            taken.update(range(*extra.span))
            out.append(extra)
    return out


def _timex(here: Found) -> Timex | None:
    """The TIMEX3 form of a dated expression; None where TIMEX3 has no such thing."""
    core, value = here.core, here.plain
    if core.rule in ("past", "after_days", "recent") or (core.rule.startswith("days_after") and not here.plain.rivals):
        return _stretch(core)
    if core.rule in ("same_period", "of_event", "since_then"):
        return None
    plain = _value(value, core)
    if plain is None:
        return _unanchored(core)
    return _at_hour(core, plain)


def _stretch(core: Core) -> Timex | None:
    """ "the past two years" is a length in TIMEX3."""
    if core.rule == "recent":
        return Timex(core.span, "DURATION", length(None, core.unit))
    return Timex(core.span, "DURATION", length(core.count if "number" in core.parts else 1, core.unit))


def _unanchored(core: Core) -> Timex | None:
    """What a relative time without an anchor comes to."""
    unit, way = core.unit, core.word("way", "which")
    if core.rule in ("later", "bare_later", "ago"):
        if core.rule == "ago" or way in ("earlier", "before that", "previously"):
            return Timex(core.span, "DATE", "PAST_REF")
        return Timex(core.span, "DATE", "FUTURE_REF" if unit in ("week", "month", "year", "decade") else "XXXX-XX-XX")
    if core.rule == "weekday":
        return Timex(core.span, "DATE", f"XXXX-WXX-{named_weekday(core) + 1}")
    day = unit in ("", "day", "morning", "afternoon", "evening", "night")
    return Timex(core.span, "DATE", "XXXX-XX-XX" if day else "XXXX-XX" if unit == "month" else "XXXX")


def _value(made: Value, core: Core) -> str | None:
    """A calendar value in TIMEX3's way of writing."""
    value = (made.edtf or (made.rivals[-1] if made.rivals else "")).replace("~", "")
    if not value:
        return None
    if core.rule in ("within", "relative", "next_day") and core.unit in ("year", "month"):
        value = value[: 4 if core.unit == "year" else 7]
    if core.rule == "era":
        return f"BC{int(core.parts['bc']):04}" if "bc" in core.parts else value
    if "/" in value:
        return _interval(value)
    if core.rule in ("ago", "later") and core.unit in ("week", "fortnight") and len(value) == 10 and "X" not in value:
        return _week(value)
    if len(value) == 7 and value[5:] in SEASON:
        return f"{value[:4]}-{SEASON[value[5:]]}"
    return value.rstrip("X") if core.rule in ("decade", "century") or value.endswith("X") else value


def _interval(value: str) -> str:
    """An interval as the week, weekend, quarter or half it is, else its start."""
    start, end = value.split("/")
    first, last = edtf.as_date(start), edtf.as_date(end)
    if len(start) == 7 and len(end) == 7:
        kind, size = ("Q", 3) if int(end[5:]) - int(start[5:]) == 2 else ("H", 6)
        return f"{start[:4]}-{kind}{(int(start[5:]) - 1) // size + 1}"
    if first and last and (last - first).days == 6 and first.weekday() == 0:
        return _week(start)
    if first and last and (last - first).days == 1 and first.weekday() == 5:
        return _week(start) + "-WE"
    if (first and start.endswith("-01")) or (len(end) == 10 and start[5:] == "01-01"):
        return start[:4] if start[5:] == "01-01" else start[:7]
    return start


def _week(day: str) -> str:
    base = edtf.as_date(day)
    return "{}-W{:02}".format(*base.isocalendar()[:2]) if base else day


def _at_hour(core: Core, value: str) -> Timex:
    """A day with the hour or part of the day its words give is a TIME."""
    hour, half = core.word("hour", "hour2", "military"), core.word("half", "half2")
    part = PART.get(core.word("part"), PART.get(core.word("word"), ""))
    if core.rule == "next_day" and core.unit in PART:
        part = PART[core.unit]
    named = {"midnight": "24:00", "noon": "12:00", "midday": "12:00"}.get(core.word("named", "part"), "")
    if hour and len(value) == 10:
        number_ = int(hour[:2]) % 12 + 12 if half == "p" else int(hour[:2])
        minutes = core.word("minute") or (hour[2:] if len(hour) == 4 else "") or "00"
        return Timex(core.span, "TIME", f"{value}T{number_:02}:{minutes}")
    if (named or part) and len(value) == 10:
        return Timex(core.span, "TIME", f"{value}T{named or part}")
    return Timex(core.span, "DATE", value)
