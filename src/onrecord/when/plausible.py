"""What looks like a time but is none: a "May" that is a verb, a year that is a number, a weekday in a name."""

import re
from collections.abc import Iterable, Mapping

from onrecord import lexicon
from onrecord.records import Parse, Token
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
TERM_BEFORE = re.compile(
    r"\b(?:by|until|till|through|to|from)\s+(?:early\s+|mid-|late\s+)?$", re.IGNORECASE
)  # a term may lie ahead
SINCE_BEFORE = re.compile(
    r"\bsince\s+(?:(?:the\s+)?(?:start|beginning|end|middle)\s+of\s+|early\s+|late\s+|mid-?|the\s+)?$", re.IGNORECASE
)
DURATION_AFTER = re.compile(r"\s*-?(?:old|long|period|sentence|term|war|plan)\b", re.IGNORECASE)
SEASON_BEFORE = re.compile(
    r"\b(?:in|during|by|since|until|early|late|mid|over|through|throughout|before|that)[\s-]+$", re.IGNORECASE
)
BEGINNING = frozenset(("begin", "start", "launch", "commence", "open", "kick"))


def is_time(text: str, parse: Parse, core: Core) -> bool:
    """Whether a core stands for a time here. What lies outside the parsed prose is none."""
    start, end = core.span
    if parse.sentence_at(start) is None:
        return False
    before = text[max(0, start - 20) : start]
    if core.rule in ("weekday", "month", "season_alone", "day_month", "month_day") and EVERY.search(before):
        return False
    if core.rule in ("year", "month"):
        told = told_by_words(text, core)
        return _dated(parse, core) if told is None else told
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


def told_by_words(text: str, core: Core) -> bool | None:
    """Whether a bare year or month is a time by the words around it; None where only the tagger can tell. True of any other core."""
    start, end = core.span
    before = text[max(0, start - 20) : start]
    if core.rule == "year":
        if NUMBER_AFTER.match(text, end) or NUMBERED.search(before):
            return False
        return True if YEAR_BEFORE.search(before) else None
    if core.rule == "month":
        if not text[start].isupper():
            return False
        return True if MONTH_BEFORE.search(before) else False if text[start:end] in ("May", "March") else None
    return True


def _dated(parse: Parse, core: Core) -> bool:
    """Whether the tagger takes the first word of a core for (part of) a date."""
    token = parse.token_at(core.span[0])
    return token is not None and token.ent == "DATE"


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


def looks_ahead(parse: Parse, core: Core) -> bool:
    """Whether the clause around a time speaks of what is to come."""
    ahead = lexicon.index("ahead")
    verb = _verb_above(parse, core)
    if verb is None:
        return _hangs_on(parse, core, ahead)
    own = [verb, *parse.kids(verb, "aux", "auxpass", "acomp"), *(_governors(parse, verb) if verb.tag == "VB" else ())]
    if any(ahead.get(t.lemma, ahead.get(t.text.casefold(), {})).get("kind") == "any" and t.tag != "VBD" for t in own):
        return True
    present = verb.tag in ("VBZ", "VBP") and ahead.get(verb.lemma, {}).get("kind") == "schedule"
    return present or _hangs_on(parse, core, ahead)


def tells_past(parse: Parse, core: Core) -> bool:
    """Whether the clause around a time is in a past tense or the perfect, or the time is that since which something holds."""
    if SINCE_BEFORE.search(parse.text, max(0, core.span[0] - 30), core.span[0]):
        return True
    verb = _verb_above(parse, core)
    if verb is None:
        return False
    helpers = parse.kids(verb, "aux", "auxpass")
    perfect = any(t.lemma == "have" for t in helpers) and not is_term(parse, core)  # "has been closed until Sunday"
    return (verb.tag == "VBN" and (perfect or not helpers)) or any(t.tag == "VBD" for t in (verb, *helpers))


def is_term(parse: Parse, core: Core) -> bool:
    """Whether a time is a term set: "until Sunday", "by 3 May", "a truce from 3 May"."""
    return TERM_BEFORE.search(parse.text, max(0, core.span[0] - 20), core.span[0]) is not None


def _governors(parse: Parse, verb: Token) -> list[Token]:
    """What an infinitive hangs on, with its auxiliaries: "is scheduled to close"."""
    head = parse.head(verb)
    return (
        [head, *parse.kids(head, "aux", "acomp")] if head.i != verb.i and verb.dep in ("xcomp", "ccomp", "advcl", "acl") else []
    )


def _hangs_on(parse: Parse, core: Core, ahead: Mapping[str, lexicon.Row]) -> bool:
    """Whether a time hangs on a word such as "due" or "effective"."""
    return any(ahead.get(t.lemma, {}).get("kind") == "any" for t in _above(parse, core) if t.pos in ("ADJ", "NOUN"))


def what_begins(parse: Parse, core: Core) -> frozenset[str]:
    """What the clause around a time says began: the verb and its nouns; empty when nothing began."""
    verb = next((t for t in _above(parse, core) if t.lemma in BEGINNING and t.pos == "VERB"), None)
    return frozenset((verb.lemma, *(k.lemma for k in parse.kids(verb)))) if verb else frozenset()


def _verb_above(parse: Parse, core: Core) -> Token | None:
    return next((token for token in _above(parse, core) if token.pos in ("VERB", "AUX")), None)


def _above(parse: Parse, core: Core) -> Iterable[Token]:
    """The governors of a core's first word, nearest first; none where its sentence was not parsed."""
    token = parse.token_at(core.span[0])
    return parse.ancestors(token) if token else ()
