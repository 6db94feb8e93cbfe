"""Two times joined to an interval ("from X to Y", "X–Y"), and intervals open at one end ("since X", "until Y")."""

import re
from dataclasses import replace
from datetime import date

from onrecord import lexicon
from onrecord.records import Parse
from onrecord.when import edtf
from onrecord.when.edtf import Value, valued
from onrecord.when.find import Core
from onrecord.when.modify import Found, widened

OPEN = re.compile(
    r"\b(?P<word>ever since|since|until|till|up until|not before|before|after|by|from|prior to|up to|as of|starting|beginning|through)\s+"
    r"(?:(?:at least|about|around|early|late|the|on|in|from)\s+){0,2}$",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince\s+(?P<between>[^.;,:()\n]{2,70})$", re.IGNORECASE)
BETWEEN = re.compile(
    r"\b(?P<word>(?:sometime\s+|anywhere\s+|somewhere\s+)?(?:between|from))\s+(?:about\s+|around\s+|the\s+)?$", re.IGNORECASE
)
EDGE = r"(?:the\s+(?:end|beginning|start|middle)\s+of\s+|late\s+|mid-?|early\s+|the\s+)?"
TO = re.compile(rf"\s*(?:to|until|till|through|up to|-|–|—)\s*{EDGE}", re.IGNORECASE)
AND = re.compile(rf"\s*(?:and)\s*{EDGE}", re.IGNORECASE)
ONWARDS = re.compile(r"\s+(?:onwards?|on)\b(?!\s+(?:the|a|an)\b)", re.IGNORECASE)
REACH = 90  # characters before a time in which the words that open it stand
WHEN = re.compile(r",?\s+when\b")
OR_BEFORE = frozenset(("until", "till", "before", "by", "prior to", "up to", "up until", "through"))
DATED = (
    "iso", "numeric", "day_month", "month_day", "month_year", "month", "season", "season_alone", "year", "years", "decade", "named", "last_month",
)  # fmt: skip
OPENED = (*DATED, "weekday", "deictic", "this_part", "relative", "next_day", "range", "days_month", "month_days", "ago", "within")
JOINED = (*DATED, "weekday", "deictic", "relative")
FROM = ("day_month", "month_day", "iso", "month_year", "weekday", "deictic")
ENDED = re.compile(r"\s*(?:to|until|till|through|-|–)\s", re.IGNORECASE)
BEGINNING = frozenset(("begin", "start", "launch", "open", "commence"))


def joined(text: str, parse: Parse, found: list[Found], anchor: date | None = None) -> list[Found]:
    """The expressions with pairs made intervals and open ends written out; what is open at its end lasts to the anchor."""
    out: list[Found] = []
    for here in found:
        pair = _pair(text, out[-1], here) if out else None
        if pair is not None:
            out[-1] = pair
        else:
            out.append(here)
    opened = [each for here in out for each in _with_clause(text, here, _opened(text, parse, here))]
    return [_measured(each, anchor) for each in opened]


def _measured(here: Found, anchor: date | None) -> Found:
    """The precision of "since Wednesday" is that of the days from then to the anchor."""
    value = here.value.edtf or ""
    start = edtf.as_date(edtf.first_day(value)) if value.endswith("/..") and value[:4].isdigit() else None
    if anchor is None or start is None or start >= anchor:
        return here
    return replace(here, value=replace(here.value, prec=edtf.precision(f"{edtf.iso(start)}/{edtf.iso(anchor)}")))


def _with_clause(text: str, here: Found, opened: Found) -> tuple[Found, ...]:
    """ "since 2007, when they fled": the open interval, and the time itself for the clause."""
    if opened.value != here.value and opened.core.rule.endswith((".since", ".until")) and WHEN.match(text, here.core.span[1]):
        return opened, here
    return (opened,)


def _pair(text: str, first: Found, second: Found) -> Found | None:
    """Two dates as one interval; None where they are two."""
    if first.core.rule not in JOINED or second.core.rule not in JOINED or first.core.span[1] > second.core.span[0]:
        return None
    lead = BETWEEN.search(text[max(0, first.core.span[0] - 30) : first.core.span[0]])
    word = lead["word"].casefold() if lead else ""
    to = TO.fullmatch(text, first.core.span[1], second.core.span[0])
    both = AND.fullmatch(text, first.core.span[1], second.core.span[0])
    years = first.core.rule == second.core.rule == "year"
    if not (to or (both and (word.endswith("between") or years))):
        return None
    value = _interval(first.value, second.value)
    if value is None or (both and not word and not _are_next(value)):
        return None
    start = first.core.span[0] - (len(lead[0]) if lead else 0)
    core = replace(first.core, span=(start, second.core.span[1]), rule="range")
    return Found(core, value, value)


def _interval(first: Value, second: Value) -> Value | None:
    """From the start of one value to the end of another; a start with no year takes that of the end."""
    if not first.edtf or not second.edtf:
        return Value(None, 2 if first.prec == second.prec == 1 else 5) if first.edtf == second.edtf else None
    start, end = edtf.start_of(first.edtf), edtf.end_of(second.edtf)
    if start.startswith("XXXX") and not end.startswith("XXXX"):
        start = end[:4] + start[4:]
    if end.startswith("XXXX") and not start.startswith("XXXX"):
        end = start[:4] + end[4:]
    if start > end and start[:4] == end[:4] and start[:4].isdigit():
        start = f"{int(start[:4]) - 1:04}{start[4:]}"
    elif start > end and end[:4].isdigit() and start[:4].isdigit() and f"{end[:4]}{start[4:]}" <= end:
        start = end[:4] + start[4:]
    return valued(edtf.span(start, end)) if start <= end else None


def _are_next(value: Value) -> bool:
    """Whether an interval holds two years that follow each other."""
    first, _, last = (value.edtf or "").partition("/")
    return first.isdigit() and last.isdigit() and int(last) - int(first) == 1


def _opened(text: str, parse: Parse, here: Found) -> Found:
    """An interval that is open at one end, with the words that open it."""
    core = here.core
    if core.rule not in OPENED:
        return here
    before = text[max(0, core.span[0] - REACH) : core.span[0]]
    found = OPEN.search(before)
    word = re.sub(r"\s+", " ", found["word"].casefold()) if found else ""
    if found is None and core.rule in OPENED and (since := SINCE.search(before)) and _is_start(parse, core, since["between"]):
        found, word = since, "since"
    if found is None or not _opens(text, parse, core, word) or ("clock" in core.parts and word in ("starting", "beginning")):
        return here
    wide = widened(core, before[found.start() :])
    if word == "from" and (on := ONWARDS.match(text, core.span[1])):
        wide = replace(wide, span=(wide.span[0], on.end()))
    if here.value.edtf is None:
        return replace(here, core=wide, value=replace(here.value, prec=5 if word.endswith("since") else here.value.prec))
    made = here.value.edtf
    start = edtf.first_day(made) if core.word("within2") in ("beginning", "start") else edtf.start_of(made)
    value = f"../{edtf.end_of(made)}" if word in OR_BEFORE else f"{start}/.."
    return Found(replace(wide, rule=f"{core.rule}.{word.split()[-1]}"), Value(value, 5, here.value.rivals), here.plain)


def _opens(text: str, parse: Parse, core: Core, word: str) -> bool:
    """Whether a preposition opens an interval here: not when the time only describes a noun ("after Friday's attack")."""
    if word.endswith("since") or word in ("until", "till", "up until", "up to"):
        return not _describes(text, parse, core)
    if word == "from":
        return ONWARDS.match(text, core.span[1]) is not None or (core.rule in FROM and not _is_origin(parse, core))
    if word in ("starting", "beginning", "through") and core.rule in ("year", "years"):
        return word != "through"
    return not _describes(text, parse, core)


def _is_origin(parse: Parse, core: Core) -> bool:
    """Whether "from" tells where words or pictures come from ("video from 3 May") or an end follows ("from 3 May to …")."""
    token = parse.token_at(core.span[0])
    if token is None:
        return False
    above = next((t for t in parse.ancestors(token) if t.end <= core.span[0] and t.lemma != "from"), None)
    before = parse[token.i - 2] if token.i >= 2 else None
    source = any(t is not None and t.lemma in lexicon.words("dated_things") for t in (above, before))
    return source or _describes(parse.text, parse, core) or ENDED.match(parse.text, core.span[1]) is not None


def _describes(text: str, parse: Parse, core: Core) -> bool:
    """Whether a time stands before the noun it describes: "Friday's attack", "the 11 September attacks"."""
    if text[core.span[1] : core.span[1] + 2] in ("'s", "’s"):
        return True
    last = parse.token_at(core.span[1] - 1)
    if last is None:
        return False
    head = parse.head(last)
    return last.dep in ("compound", "nmod", "amod", "poss", "nummod") and head.start >= core.span[1]


def _is_start(parse: Parse, core: Core, between: str) -> bool:
    """Whether "since" and a time are joined by a happening that began then, not by a clause of its own verb."""
    tokens = parse.tokens_in((core.span[0] - len(between), core.span[0]))
    verbs = [t for t in tokens if t.pos == "VERB" and t.dep not in ("amod", "acl", "compound")]
    later = [t for t in verbs if not (t.dep == "xcomp" and parse.head(t).lemma in BEGINNING)]
    return all(t.lemma in BEGINNING for t in later) and len(later) <= 1 and not any(t.tag in ("VBZ", "MD") for t in tokens)
