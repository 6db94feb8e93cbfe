"""What stands before a core narrows its value: "early", "mid-", "the end of", "the first half of"; clock times join their date."""

import re
from dataclasses import dataclass, replace

from onrecord.when import edtf
from onrecord.when.edtf import Value, valued
from onrecord.when.find import Core, amount

PART = re.compile(
    r"\b(?P<part>early|mid|middle|late|the beginning of|the start of|the middle of|the end of|the close of|beginning of|end of|year-end)"
    r"(?:\s+in|\s+part\s+of)?[\s-]*$",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"\bthe (?P<which>first|second|last|third|fourth) (?:(?P<number>\w+) )?(?P<unit>half|quarter|months?|weeks?|days?) of\s+$",
    re.IGNORECASE,
)
HOURS = re.compile(
    r"\b(?:on|in|by|during|early in|late in)\s+the\s+(?:early\s+|late\s+)?(?P<part>morning|afternoon|evening)(?:\s+hours)?\s+of\s+$",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"\b(?:(?:early|late|later|earlier)\s+)?(?:on|in the early hours of|in the late hours of)\s+$"
    r"|\b(?:early|late|later|earlier)\s+$",
    re.IGNORECASE,
)
NIGHT = re.compile(r"\b(?:on\s+|during\s+|overnight on\s+)?the night of\s+$", re.IGNORECASE)
THIRDS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late", "the beginning of": "early", "the start of": "early"}
THIRDS |= {"beginning of": "early", "the middle of": "mid", "the end of": "late", "end of": "late", "the close of": "late"}
ENDS = frozenset(("the end of", "end of", "the close of"))
STARTS = frozenset(("the beginning of", "the start of", "beginning of"))
PARTED = ("month_year", "month", "year", "last_month", "season", "decade", "relative")
DAYS = ("weekday", "deictic", "day_month", "month_day", "iso")
CLOCKED = re.compile(r",?\s+(?:on\s+|of\s+)?|\s*,\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: its core, its value, and the calendar value of the core alone."""

    core: Core
    value: Value
    plain: Value


def modified(text: str, core: Core, made: Value) -> Found:
    """A core with the words before it that narrow it."""
    before = text[max(0, core.span[0] - 40) : core.span[0]]
    if core.rule in ("month_year", "month", "year", "relative") and (share := SHARE.search(before)):
        return Found(widened(core, share[0]), _share(share, made), made)
    if core.rule in PARTED and (part := PART.search(before)):
        return Found(widened(core, part[0]), _part(re.sub(r"\s+", " ", part["part"].casefold()), made), made)
    if core.rule in DAYS and (night := NIGHT.search(before)):
        return Found(replace(widened(core, night[0]), parts={**core.parts, "part": "night"}), _through_night(made), made)
    if core.rule in DAYS and (hours := HOURS.search(before)):
        return Found(replace(widened(core, hours[0]), parts={**core.parts, "part": hours["part"]}), made, made)
    if core.rule in DAYS[:2] and (lead := LEAD.search(before)):
        return Found(widened(core, lead[0]), made, made)
    return Found(core, made, made)


def widened(core: Core, words: str) -> Core:
    """A core with so many words before it taken in."""
    return replace(core, span=(core.span[0] - len(words), core.span[1]))


def _through_night(made: Value) -> Value:
    """A night reaches into the next day."""
    after = edtf.shifted(made.edtf, 1) if made.edtf else None
    return valued(f"{made.edtf}/{after}") if after else made


def _part(part: str, made: Value) -> Value:
    """A part of a month (thirds) or of a year (thirds; "the end of 2014" is its December)."""
    third, value = THIRDS.get(part), made.edtf or ""
    if third is None or not value or "/" in value or not value[:4].replace("XXXX", "2000").isdigit():
        return made
    if len(value) == 7 and value[5:7] < "13":
        year = None if value.startswith("XXXX") else int(value[:4])
        return Value(edtf.part_of_month(year, int(value[5:]), third), 4)
    if len(value) != 4:
        return made
    if part in ENDS or part in STARTS:
        return Value(f"{value}-{'12' if part in ENDS else '01'}", 4)
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[third]
    return valued(edtf.months_of(value, first, last))


def _share(share: re.Match[str], made: Value) -> Value:
    """ "the second half of 2008", "the first five months of this year", "the last week of May"."""
    unit, which, value = share["unit"].casefold().rstrip("s"), share["which"].casefold(), made.edtf or "XXXX"
    nth = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}[which]
    number = amount((share["number"] or "one").casefold()) or 1
    if len(value) == 7 and value[5:7] < "13" and unit in ("week", "day", "half"):
        return _days_of_month(value, nth, number * {"week": 7, "day": 1, "half": 15}[unit])
    size = {"half": 6, "quarter": 3, "month": number}.get(unit, 0)
    first = 13 - size if nth == -1 else nth * size + 1
    if len(value) != 4 or not size or not 1 <= first <= 13 - size:
        return made
    return valued(edtf.months_of(value, first, first + size - 1))


def _days_of_month(month: str, nth: int, size: int) -> Value:
    last = int(edtf.last_day(month)[8:])
    first = last - size + 1 if nth == -1 else nth * size + 1
    end = last if size == 15 and nth == 1 else min(first + size - 1, last)
    return valued(edtf.span(f"{month}-{max(first, 1):02}", f"{month}-{end:02}")) if first <= end else Value(month, 4)


def with_clocks(text: str, found: list[Found]) -> list[Found]:
    """Clock times that stand right beside a date are one expression with it: "10 a.m. Nov. 29, 2016", "Friday at noon"."""
    out: list[Found] = []
    for here in found:
        last = out[-1] if out else None
        if last and "clock" in (last.core.rule, here.core.rule) and _is_beside(text, last.core, here.core):
            clock, dated = (last, here) if last.core.rule == "clock" else (here, last)
            if dated.core.rule in DAYS:
                parts = {**clock.core.parts, **dated.core.parts, "clock": "yes"}
                core = replace(dated.core, span=(last.core.span[0], here.core.span[1]), parts=parts)
                out[-1] = replace(dated, core=core)
                continue
        out.append(here)
    return out


def _is_beside(text: str, first: Core, second: Core) -> bool:
    return CLOCKED.fullmatch(text, first.span[1], second.span[0]) is not None and first.rule != second.rule
