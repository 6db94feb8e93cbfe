"""What stands around a core changes its value: "since", "until", "between … and", "early", "the end of", "the first half of"."""

import re
from dataclasses import replace
from datetime import date

from onrecord.when import edtf
from onrecord.when.edtf import Value
from onrecord.when.find import Core, numbers

PART = re.compile(
    r"(?P<part>early|mid|late|the beginning of|the start of|the middle of|the end of|beginning of|end of)(?:\s+in)?[\s-]*$",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"the (?P<which>first|second|last|third|fourth) (?:(?P<number>\w+) )?(?P<unit>half|quarter|months?|weeks?|days?) of\s+$",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?P<word>since|until|till|before|after|by|from|prior to|up to|as of|starting|beginning)\s+(?:(?:at least|about|around|early|the|on)\s+)?$",
    re.IGNORECASE,
)
BEGAN = re.compile(r"\b(?P<word>since)\s+[^.;,:()\n]{2,70}?(?:\b(?:began|started|begun|in|on)\s+)?$", re.IGNORECASE)
LEAD = re.compile(r"\b(?:(?:early|late)\s+)?(?:on|in the early hours of|in the late hours of|in)\s+$", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?P<word>between|from|sometime between|anywhere between)\s+$", re.IGNORECASE)
JOINT = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*(?:the end of |late |mid-|early |the beginning of )?", re.IGNORECASE)
TO = frozenset(("until", "till", "before", "by", "prior to", "up to"))
SPAN_OF = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "the beginning of": "early",
    "the start of": "early",
    "beginning of": "early",
}
SPAN_OF |= {"the middle of": "mid", "the end of": "late", "end of": "late"}
DATED = ("iso", "numeric", "day_month", "month_day", "month_year", "month", "season", "year", "years", "decade")
CLOCKED = re.compile(r"(?:,?\s+(?:on\s+)?|\s*,\s*)", re.IGNORECASE)


def combined(text: str, found: list[tuple[Core, Value]], anchor: date | None) -> list[tuple[Core, Value]]:
    """The cores with their modifiers taken in, and ranges and clock times joined to the dates they belong to."""
    return _ranges(text, _clocks(text, [_modified(text, core, made) for core, made in found]), anchor)


def _modified(text: str, core: Core, made: Value) -> tuple[Core, Value]:
    before = text[max(0, core.span[0] - 40) : core.span[0]]
    if core.rule in ("month_year", "month", "year", "relative") and (share := SHARE.search(before)):
        return _widened(core, share[0]), _share(share, made)
    if core.rule in ("month_year", "month", "year") and (part := PART.search(before)):
        return _widened(core, part[0]), _part(part["part"].casefold(), made)
    if core.rule in ("weekday", "deictic") and (lead := LEAD.search(before)):
        return _widened(core, lead[0]), made
    return core, made


def _widened(core: Core, words: str) -> Core:
    return replace(core, span=(core.span[0] - len(words), core.span[1]))


def _part(part: str, made: Value) -> Value:
    """A part of a month (thirds) or of a year (thirds; "the end of 2014" is its December)."""
    if made.edtf is None:
        return made
    third = SPAN_OF[part]
    if len(made.edtf) == 7:
        year = None if made.edtf.startswith("XXXX") else int(made.edtf[:4])
        value = edtf.part_of_month(year, int(made.edtf[5:]), third)
        return Value(value, 4)
    if part in ("the end of", "end of"):
        return Value(f"{made.edtf}-12", 4)
    if part in ("the beginning of", "the start of", "beginning of"):
        return Value(f"{made.edtf}-01", 4)
    first, last = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}[third]
    return Value(f"{made.edtf}-{first}/{made.edtf}-{last}", 5)


def _share(share: re.Match[str], made: Value) -> Value:
    """ "the second half of 2008", "the first five months of this year"."""
    unit, which, year = share["unit"].casefold(), share["which"].casefold(), made.edtf or "XXXX"
    nth = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}[which]
    if len(year) != 4:
        return made
    size = 6 if unit == "half" else 3
    if unit.startswith("month"):
        size = numbers().get((share["number"] or "one").casefold(), 1)
    elif unit not in ("half", "quarter"):
        return made
    first = 13 - size if nth == -1 else nth * size + 1
    return Value(f"{year}-{first:02}/{year}-{first + size - 1:02}", 5)


def _clocks(text: str, found: list[tuple[Core, Value]]) -> list[tuple[Core, Value]]:
    """Clock times that stand right before a date are one expression with it: "10 a.m. Nov. 29, 2016"."""
    out: list[tuple[Core, Value]] = []
    for core, made in found:
        if (
            out
            and out[-1][0].rule == "clock"
            and CLOCKED.fullmatch(text, out[-1][0].span[1], core.span[0])
            and core.rule != "clock"
        ):
            first = out.pop()[0]
            core = replace(core, span=(first.span[0], core.span[1]))
        out.append((core, made))
    return out


def _ranges(text: str, found: list[tuple[Core, Value]], anchor: date | None) -> list[tuple[Core, Value]]:
    """ "between X and Y", "from X to Y", "since X", "until Y"."""
    out: list[tuple[Core, Value]] = []
    i = 0
    while i < len(found):
        core, made = found[i]
        before = text[max(0, core.span[0] - 90) : core.span[0]]
        pair = found[i + 1] if i + 1 < len(found) else None
        joined = _joined(text, core, made, pair, before)
        if joined:
            out.append(joined)
            i += 2
            continue
        out.append(_opened(core, made, before))
        i += 1
    return out


def _joined(text: str, core: Core, made: Value, pair: tuple[Core, Value] | None, before: str) -> tuple[Core, Value] | None:
    """Two dates as one interval."""
    if pair is None or core.rule not in DATED or pair[0].rule not in DATED or not made.edtf or not pair[1].edtf:
        return None
    lead = BETWEEN.search(before)
    if not JOINT.fullmatch(text, core.span[1], pair[0].span[0]) or not lead:
        return None
    start, end = edtf.start_of(made.edtf), edtf.end_of(pair[1].edtf)
    if start.startswith("XXXX") and not end.startswith("XXXX"):
        start = end[:4] + start[4:]
    value = edtf.span(start, end)
    return replace(core, span=(core.span[0] - len(lead[0]), pair[0].span[1]), rule="range"), Value(value, edtf.precision(value))


def _opened(core: Core, made: Value, before: str) -> tuple[Core, Value]:
    """An interval that is open at one end."""
    if core.rule not in (*DATED, "weekday", "deictic", "relative", "last_month"):
        return core, made
    found = OPEN.search(before)
    word = found["word"].casefold() if found else ""
    if word in ("from", "after", "by", "starting", "beginning", "as of") and core.rule not in (
        ("year", "month_year", "month", "season") if word == "by" else ()
    ):
        return core, made
    if found is None and core.rule in DATED and (began := BEGAN.search(before)):
        found, word = began, "since"
    if found is None:
        return core, made
    wide = _widened(core, before[found.start() :])
    if made.edtf is None:
        return wide, made
    value = f"../{edtf.end_of(made.edtf)}" if word in TO else f"{edtf.start_of(made.edtf)}/.."
    return replace(wide, rule=f"{core.rule}.{word.split()[0]}"), Value(value, 5, made.rivals)
