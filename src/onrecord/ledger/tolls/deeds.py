"""What an event did to those it was done to, by its type and the words around its trigger; and which events are somebody's past."""

import re
from datetime import date

from onrecord.ledger.reading import Reading
from onrecord.records import Event, Span
from onrecord.records.edtf import ends

KILLING = frozenset(("killing", "assassination", "execution"))
PEOPLE = frozenset(("person", "civilians", "unnamed"))
ARREST = frozenset(("arrest", "detention"))
VIOLENT = frozenset(("attack", "bombing", "shelling", "armed_clash", "airstrike", "crackdown", "suicide_bombing"))
TYPES = {"killed": KILLING, "arrested": ARREST, "abducted": frozenset(("abduction",)), "surrendered": frozenset(("surrender",))}
UNDONE = re.compile(r"\b(?:attempt\w*|non-?fatal|near(?=[-\s]+fatal)|possibly|nearly|almost)\b", re.IGNORECASE)
DEADLY = re.compile(r"\b(?:deadly(?!\s+weapon)|to death|fatal\w*|dead|died|dies|killed|death)\b", re.IGNORECASE)
DYING = re.compile(
    r"\b(?:dead|deceased|succumb\w*|deadly|fatal\w*|die[sd]|kill\w*|deaths?|murder\w*|homicide|slay\w*|slain|gunned down|lost (?:his|her) life)\b",
    re.I,
)
HURTING = re.compile(r"\b(?:sho[ot]\w*|stab\w*|wound\w*|injur\w*|hit|struck)\b", re.IGNORECASE)
HARMED = re.compile(r"\b(?:injur\w*|wound\w*|hurt)\b", re.IGNORECASE)
DONE = re.compile(
    r"kill(?:s|ed)?|shot dead|gunned down|behead\w*|\w+ to death|arrest(?:s|ed)|abduct(?:s|ed|ing)|kidnap(?:s|ped)|surrender(?:s|ed)",
    re.IGNORECASE,
)
TOLD_DEAD = re.compile(
    r"(?:(?!\band\b)[^.;]){0,90}?\b(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:\w+ly\s+|also\s+|later\s+)?(?:pronounced\s+)?(?:killed|shot dead|dead)\b",
    re.IGNORECASE,
)  # "Ali Omar, a guard, was killed when a bomb went off"
MULTIPLE = re.compile(
    r"\b(?P<times>double|triple|quadruple)[- ](?:fatal\s+)?(?:murder|homicide|killing|slaying|fatal shooting)s?\b(?P<own>[-/ ]+suicide)?"
    r"|\bfatal\s+(?P<again>double|triple|quadruple)\s+shooting\b",
    re.IGNORECASE,
)
NTH = re.compile(
    r"\b(?P<nth>third|fourth|fifth|sixth|3rd|4th|5th|6th)\s+(?:\w+\s+)?(?:(?:victim|person|man|woman|teen\w*|student|officer|child)\b"
    r"(?:,[^.;]{0,80},)?(?:\s+(?:was|were)\s[^.;]{0,100}?\band)?\s+(?:has\s+|later\s+)*(?:dies|died|is dead|succumbed)|to die)\b",
    re.IGNORECASE,
)  # "a third person has died"
TIMES = {"double": 2, "triple": 3, "quadruple": 4, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6} | {
    f"{n}{th}": n for n, th in ((3, "rd"), (4, "th"), (5, "th"), (6, "th"))
}
PAST = re.compile(
    r"\b(?:involve\w*|role|hand|part|accused|wanted|convicted|charged|mastermind\w*|protest\w*|condole\w*|sentenced|suspect(?:ed|s)?|blamed"
    r"|responsible|connection|anniversary)\s+(?:in|of|with|for|against|behind|over|to|the)\b[^.;]*$",
    re.IGNORECASE,
)
AUX = re.compile(r"\b(?:was|were|is|are|been|being|has|have)\s+(?:\w+\s+)?$")
AFTER = re.compile(r"(?:\W+\w+){0,3}(?:\s+weapons?\b)?")
REACH = 600  # characters
MONTH = 31
YEAR = 330


def is_kind(reading: Reading, event: Event, count: str) -> bool:
    """Whether an event kills, hurts, arrests or abducts whom it is done to."""
    words = _around(reading, event.trigger)
    if is_taking(reading, event, count) if event.type in ARREST else event.type in TYPES.get(count, ()):
        return not UNDONE.search(words)
    if count == "injured" and event.type in VIOLENT and event.to and _only_hurts(reading, event):
        return True
    if count not in ("killed", "injured") or event.type not in ("attack", "crackdown"):
        return False
    deadly = bool(DEADLY.search(words)) and not UNDONE.search(words)
    if count == "killed":
        return deadly
    return not deadly and not is_outcome_death(reading, event) and bool(HURTING.search(reading.report.text, *event.trigger))


def _around(reading: Reading, span: Span) -> str:
    """The words of a trigger with some before it in its sentence and after it."""
    text, (start, end) = reading.report.text, span
    return text[max(reading.sentence_span(span)[0], start - 30) : end] + AFTER.match(text, end)[0]  # type: ignore[index]


def is_deadly(reading: Reading, span: Span) -> bool:
    """Whether a mention of a blow tells that somebody died of it, by its own words or by those around it."""
    words = _around(reading, span)
    return bool(DYING.search(reading.report.text, *span) or DEADLY.search(words)) and not UNDONE.search(words)


def is_outcome_death(reading: Reading, event: Event) -> bool:
    """Whether a later mention of a blow tells that somebody died of it: "was shot … was pronounced dead"."""
    return event.type in VIOLENT and any(is_deadly(reading, m) for m in event.mentions)


def _only_hurts(reading: Reading, event: Event) -> bool:
    """Whether the sentence of an event tells of wounds and of no death."""
    sentence = reading.sentence(event.trigger)
    return bool(HARMED.search(sentence)) and not DEADLY.search(sentence)


def is_taking(reading: Reading, event: Event, count: str) -> bool:
    """Whether an arrest counts as one: what armed groups call an arrest is an abduction."""
    groups = {who for who in event.by if who in reading.actors and reading.actors[who].kind == "armed_group"}
    return count == ("abducted" if groups else "arrested")


def is_done(reading: Reading, event: Event) -> bool:
    """Whether the words of an event say that somebody was killed or taken, though the records do not know whom."""
    return bool(DONE.fullmatch(reading.report.text, *event.trigger))


def told_dead(reading: Reading, events: list[Event]) -> set[str]:
    """Those struck by an event that tells of more, of whom the words after a mention say that they were killed."""
    struck = {who for e in events if e.realis == "actual" and e.type in VIOLENT for who in e.to if who in reading.actors}
    people = (reading.actors[who] for who in struck if reading.actors[who].kind in PEOPLE)
    return {a.id for a in people if any(TOLD_DEAD.match(reading.report.text, m[1]) for m in a.mentions)}


def multiple(reading: Reading, events: list[Event]) -> int:
    """The number that "double murder", "triple homicide" or "a third person has died" gives, a murderer's suicide with it; 0 for none."""
    text = reading.report.text
    told = [m for e in events if e.realis == "actual" and e.type in KILLING | VIOLENT for m in (e.trigger, *e.mentions)]
    found = [m for start, end in told if (m := MULTIPLE.search(text, max(0, start - 25), end + 20))]
    last = [m for start, end in told if (m := NTH.search(text, max(0, start - 160), end + 20))]
    numbers = [TIMES[(m["times"] or m["again"]).casefold()] + int(bool(m["own"])) for m in found]
    return max([*numbers, *(TIMES[m["nth"].casefold()] for m in last)], default=0)


def is_past(reading: Reading, event: Event) -> bool:
    """Whether an event belongs to somebody's past: told after words of guilt or protest, or dated a month before the report."""
    begin, text = max(0, event.trigger[0] - 60), reading.report.text
    if PAST.search(text, begin, event.trigger[0]) and not AUX.search(text, begin, event.trigger[0]):
        return True
    time = reading.times.get(event.time or "")
    told, published = ends(time.edtf)[1] if time else None, reading.report.published
    if time is None or told is None or published is None:
        return False
    stated = str(told.year) in text[slice(*time.span)]
    return (date.fromisoformat(published) - told).days > MONTH and (stated or not _is_next(told, date.fromisoformat(published)))


def _is_next(told: date, published: date) -> bool:
    """Whether a day a year back is one of the days just after the report, which then was written up later."""
    return YEAR < (published - told).days <= YEAR + 35
