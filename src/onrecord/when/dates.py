"""Values of times that are written out: days, months, seasons, years; a year that is not stated comes from around them."""

import re
from datetime import date

from onrecord.when import edtf
from onrecord.when.edtf import Value, valued
from onrecord.when.find import Core, amount
from onrecord.when.grammar import months
from onrecord.when.story import NEWS_PASSAGE, PASSAGE, Narrative

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SOON = 90
CENTURY = 50  # a two-digit year from here on is of the 1900s ("3 JAN 90")


def year_of(core: Core, story: Narrative, month: int, day: int | None) -> int | None:
    """The year of a month or day: its own, its sentence's, the passage's, or what the anchor gives; None when open."""
    if "year" in core.parts:
        return story.state_year(int(core.parts["year"]), core)
    if "short" in core.parts:
        return full_year(core.parts["short"])
    if story.sentence_year is not None and (day or story.history):
        return story.sentence_year
    if story.history:
        return story.year
    if story.anchor is None:
        return story.passage_year(core, PASSAGE) if day else None
    stated = story.passage_year(core, NEWS_PASSAGE)
    if stated is not None and day and stated != story.anchor.year:
        return stated
    soon = is_soon(story.anchor, month, day) and (story.clause.term or not story.clause.past)
    return latest_year(story.anchor, month, day, soon or story.clause.ahead)


def is_soon(anchor: date, month: int, day: int | None) -> bool:
    """Whether the next such day or month is at most SOON days away; then only a past tense puts it a year back."""
    year = latest_year(anchor, month, day, True)
    made = edtf.as_date(edtf.day(year, month, day or 1))
    return made is not None and 0 <= (made - anchor).days <= SOON


def full_year(short: str) -> int:
    """The year that two digits stand for."""
    return int(short) + (1900 if int(short) >= CENTURY else 2000)


def latest_year(anchor: date, month: int, day: int | None, future: bool) -> int:
    """Year of the latest such day not after the anchor (of the next one when the clause looks ahead)."""
    here = (month, day or 1) <= (anchor.month, anchor.day)
    if future:
        return anchor.year if not here or (month, day) == (anchor.month, anchor.day) else anchor.year + 1
    return anchor.year if here else anchor.year - 1


def month_of(core: Core) -> int:
    """The number of the month a core names."""
    return int(core.parts["m"]) if "m" in core.parts else months()[core.word("month", "month2")]


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _day(core: Core, story: Narrative) -> Value | None:
    month, number = month_of(core), _number(core.parts["day"])
    made = edtf.day(year_of(core, story, month, number), month, number)
    return Value(made, 1) if made else None


def _days(core: Core, story: Narrative) -> Value | None:
    first = _day(core, story)
    last = edtf.day(None, month_of(core), _number(core.parts["last"]))
    if first is None or first.edtf is None or last is None or first.edtf[4:] >= last[4:]:
        return None
    return valued(edtf.span(first.edtf, first.edtf[:4] + last[4:]))


def _numeric(core: Core, story: Narrative) -> Value | None:
    """A numeric date; where day and month could change places both readings are kept until the outlet's habit is known."""
    a, b, year = int(core.parts["a"]), int(core.parts["b"]), core.parts["year"]
    full = int(year) if len(year) == 4 else full_year(year)
    if len(year) == 2 and core.parts["sep"] != "/":
        return None
    day_first, month_first = edtf.day(full, b, a), edtf.day(full, a, b)
    if core.parts["sep"] == "." or story.day_first is True or month_first is None:
        return Value(day_first, 1) if day_first else None
    if story.day_first is False or day_first in (None, month_first):
        return Value(month_first, 1)
    return Value(None, 1, tuple(r for r in (day_first, month_first) if r))


def day_first(found: list[Core], anchor: date | None) -> bool | None:
    """How the outlet writes numeric dates: shown by a number over 12, or by the one reading that is the day of the report."""
    for core in found:
        if core.rule == "numeric" and core.parts["sep"] != ".":
            a, b = int(core.parts["a"]), int(core.parts["b"])
            if (a > 12) != (b > 12) and min(a, b) <= 12:
                return a > 12
            if anchor and a != b and core.parts["year"][-2:] == f"{anchor:%y}" and {a, b} == {anchor.day, anchor.month}:
                return a == anchor.day
    return None


def _month_alone(core: Core, story: Narrative) -> Value:
    month = month_of(core)
    return Value(f"{year_of(core, story, month, None) or 'XXXX'}-{month:02}", 4)


def _season(core: Core, story: Narrative) -> Value:
    if not story.history:
        return Value(f"{core.parts['year']}-{SEASONS[core.word('season')]}", 5)
    year = story.state_year(int(core.parts["year"]), core)
    return Value(f"{year}-{SEASONS[core.word('season')]}", 5)


def _years(core: Core, story: Narrative) -> Value | None:
    first, last = core.parts["year"], core.parts["last"]
    last = first[:2] + last if len(last) == 2 else last
    return Value(f"{first}/{last}", 5) if first < last else None


def _decade(core: Core, story: Narrative) -> Value:
    tens = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    return Value((core.parts.get("decade") or f"19{tens.index(core.word('tens')) + 2}") + "X", 5)


def _century(core: Core, story: Narrative) -> Value | None:
    from onrecord import lexicon

    word = core.word("century")
    number = int(re.sub(r"\D", "", word)) if word[0].isdigit() else int(lexicon.index("ordinals")[word]["value"])
    return Value(f"{number - 1:02}XX", 5) if not core.parts.get("era") and 0 < number < 23 else None


def _eras(core: Core, story: Narrative) -> Value | None:
    first, last = int(core.parts["bc"]), int(core.parts["last"])
    return Value(f"-{first - 1:04}/-{last - 1:04}", 5) if first > last > 1 else None


def _era(core: Core, story: Narrative) -> Value:
    """Years before our era are counted astronomically in EDTF: 264 BC is -0263."""
    if "bc" in core.parts:
        before = int(core.parts["bc"]) - 1
        return Value(f"-{before:04}" if before else "0000", 5)
    return Value(f"{int(core.word('ad', 'ad2')):04}", 5)


def _year_alone(core: Core, story: Narrative) -> Value:
    return Value(core.parts["year"], 5)


def _short_year(core: Core, story: Narrative) -> Value:
    short = int(core.parts["short"])
    around = story.year if story.history and story.year else None
    if around is not None:
        century = around // 100 * 100
        return Value(f"{century + short:04}", 5)
    return Value(f"{full_year(core.parts['short']):04}", 5)


def _year_words(core: Core, story: Narrative) -> Value | None:
    tens, teens = amount(core.word("tens")), {"eighteen": 18, "nineteen": 19, "twenty": 20}[core.word("teens")]
    return Value(f"{teens}{tens:02}", 5) if tens is not None and 10 <= tens < 100 else None


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
    "century": _century,
    "era": _era,
    "eras": _eras,
    "year": _year_alone,
    "short_year": _short_year,
    "year_words": _year_words,
}
