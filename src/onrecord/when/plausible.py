"""What looks like a time but is none: a "May" that is a verb, a year that is a number, a weekday in a name."""

import re

from onrecord.records import Parse
from onrecord.when.find import Core

YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|of|by|from|and|to|between|during|early|late|mid|before|after|through|year|summer|winter|end|around|about|circa|for)"
    r"[\s-]+|[(,/]\s*|^|\n)$",
    re.IGNORECASE,
)
NUMBER_AFTER = re.compile(
    r"\s+(?:people|men|women|block|soldiers|troops|civilians|fighters|homes|houses|families|km|kilomet|met|miles|dollars|children|"
    r"strikes|others|resolution|wounded|dead|killed)",
    re.IGNORECASE,
)
NUMBERED = re.compile(  # what bears a number: "Hill 1402", "Resolution 1701"
    r"\b(?:point|hill|height|route|road|highway|resolution|building|block|flight|room|unit|article|section|order|no\.|number)\s+$",
    re.IGNORECASE,
)
AFTER_SHORT = re.compile(r",?\s+(?:\d|[A-Z])")  # an abbreviated weekday stands before its date
EVERY = re.compile(r"\b(?:every|each)\s+(?:other\s+)?$", re.IGNORECASE)
MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|of|by|from|and|to|between|during|early|late|mid|before|after|through|last|next|this|for)[\s-]+$",
    re.IGNORECASE,
)
DURATION_AFTER = re.compile(r"\s*-?(?:old|long|period|sentence|term|war|plan)\b", re.IGNORECASE)
SEASON_BEFORE = re.compile(
    r"\b(?:in|during|by|since|until|early|late|mid|over|through|throughout|before|that)[\s-]+$", re.IGNORECASE
)


def is_time(text: str, parse: Parse, core: Core) -> bool:
    """Whether a core stands for a time here. What lies outside the parsed prose is none."""
    start, end = core.span
    if parse.sentence_at(start) is None:
        return False
    before = text[max(0, start - 20) : start]
    if core.rule in ("weekday", "month", "season_alone", "day_month", "month_day") and EVERY.search(before):
        return False
    if core.rule == "year":
        return _is_year(text, parse, core)
    if core.rule == "month":
        return _is_month(text, parse, core)
    if core.rule in ("ago", "later", "past", "relative", "after_days", "days_after"):
        return not DURATION_AFTER.match(text, end)
    if core.rule == "season_alone":
        return _is_season(text, core)
    if core.rule == "short_year":
        return bool(YEAR_BEFORE.search(before)) and not NUMBER_AFTER.match(text, end)
    if core.rule == "weekday":
        return any(c.isupper() for c in text[start:end]) and (text[end - 1].isalpha() or AFTER_SHORT.match(text, end) is not None)
    if core.rule == "clock":
        return _is_clock(text, core)
    if core.rule in ("day_month", "month_day"):
        return text[core.span[0]].isupper() or text[core.span[0]].isdigit() or text[start : start + 3].casefold() == "the"
    return True


def _is_year(text: str, parse: Parse, core: Core) -> bool:
    """Four digits are a year by the words around them, else where the tagger takes them for (part of) a date."""
    start, end = core.span
    before = text[max(0, start - 20) : start]
    if NUMBER_AFTER.match(text, end) or NUMBERED.search(before):
        return False
    return YEAR_BEFORE.search(before) is not None or parse.label_at(start) == "DATE"


def _is_month(text: str, parse: Parse, core: Core) -> bool:
    """The name of a month is one by the words before it, else where the tagger takes it for a date; "May" and "March" never then."""
    start, end = core.span
    if not text[start].isupper():
        return False
    if MONTH_BEFORE.search(text[max(0, start - 20) : start]):
        return True
    return text[start:end] not in ("May", "March") and parse.label_at(start) == "DATE"


def _is_clock(text: str, core: Core) -> bool:
    """A bare "9:20" must follow "at" or the like; "5.30" without a.m. or p.m. is a number unless it does."""
    words = text[core.span[0] : core.span[1]].casefold()
    if re.search(r"[ap]\.?m|midnight|noon|midday|dawn|dusk|break|sun|nightfall|local time|gmt|utc|hours|hrs|[a-z][sd]t$", words):
        return True
    return words.startswith(("at ", "around ", "about ", "shortly", "just")) and ":" in words


def _is_season(text: str, core: Core) -> bool:
    """A season with no year must follow "last", "in the" or the like; "spring" may be water and "fall" a defeat."""
    if core.word("which") in ("last", "next", "this", "this past", "this coming", "the previous", "the following", "the next"):
        return True
    before = text[max(0, core.span[0] - 20) : core.span[0]]
    after = re.match(r"\s+(?:of\b(?!\s+(?:that|the same|this|last|next))|from|into|back|offensive)", text[core.span[1] :][:30])
    return SEASON_BEFORE.search(before) is not None and not (after and core.word("season") == "fall")
