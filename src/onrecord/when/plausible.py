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
MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|of|by|from|and|to|between|during|early|late|mid|before|after|through|last|next|this|every)[\s-]+$",
    re.IGNORECASE,
)
DURATION_AFTER = re.compile(r"\s*-?(?:old|long|period|sentence|term|war|plan)\b", re.IGNORECASE)
AHEAD = frozenset(("will", "shall", "'ll", "’ll", "plan", "expect", "schedule", "due", "intend", "set"))


def is_time(text: str, parse: Parse, core: Core) -> bool:
    """Whether a core stands for a time here. What lies outside the parsed prose is none."""
    start, end = core.span
    if parse.sentence_at(start) is None:
        return False
    before = text[max(0, start - 20) : start]
    if core.rule == "year":
        return bool(YEAR_BEFORE.search(before) or _dated(parse, core)) and not NUMBER_AFTER.match(text, end)
    if core.rule == "month":
        written = text[start].isupper() and (MONTH_BEFORE.search(before) or _dated(parse, core))
        return bool(written) and not (text[start:end] in ("May", "March") and not MONTH_BEFORE.search(before))
    if core.rule in ("ago", "later", "past", "relative", "after_days"):
        return not DURATION_AFTER.match(text, end)
    if core.rule == "weekday":
        return text[start:end][-1:].isalpha() and any(c.isupper() for c in text[start:end])
    if core.rule == "clock":
        return _is_clock(text, core)
    if core.rule in ("day_month", "month_day"):
        return text[core.span[0]].isupper() or text[core.span[0]].isdigit() or text[start : start + 3].casefold() == "the"
    return True


def _dated(parse: Parse, core: Core) -> bool:
    """Whether the tagger takes the first word of a core for (part of) a date."""
    token = parse[parse.index_at(core.span[0])]
    return token.ent == "DATE"


def _is_clock(text: str, core: Core) -> bool:
    """A bare "9:20" must follow "at" or the like; "5.30" without a.m. or p.m. is a number unless it does."""
    words = text[core.span[0] : core.span[1]].casefold()
    if re.search(r"[ap]\.?m|midnight|noon|local time|gmt|utc", words):
        return True
    return words.startswith(("at ", "around ", "about ", "shortly", "just")) and ":" in words


def looks_ahead(parse: Parse, core: Core) -> bool:
    """Whether the clause around a time speaks of what is to come."""
    index = parse.index_at(core.span[0])
    if index < 0:
        return False
    for token in parse.ancestors(parse[index]):
        if token.pos in ("VERB", "AUX"):
            own = [token, *parse.kids(token, "aux", "auxpass")]
            return any(t.lemma in AHEAD or t.text.casefold() in AHEAD for t in own)
    return False
