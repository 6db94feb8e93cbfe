"""What an event did to those it was done to, by its type and the words around its trigger; and which events are somebody's past."""

import re
from datetime import date

from onrecord.ledger.reading import Reading
from onrecord.records import Event
from onrecord.records.edtf import ends

KILLING = frozenset(("killing", "assassination", "execution"))
PEOPLE = frozenset(("person", "civilians", "unnamed"))
ARREST = frozenset(("arrest", "detention"))
VIOLENT = frozenset(("attack", "bombing", "shelling", "armed_clash", "airstrike", "crackdown", "suicide_bombing"))
TYPES = {"killed": KILLING, "arrested": ARREST, "abducted": frozenset(("abduction",)), "surrendered": frozenset(("surrender",))}
UNDONE = re.compile(r"\battempt\w*\b|\bnon-?fatal\b", re.IGNORECASE)
DEADLY = re.compile(r"\b(?:deadly(?! weapon)|to death|fatal\w*|dead|died|dies|killed|death)\b", re.IGNORECASE)
HURTING = re.compile(r"\b(?:sho[ot]\w*|stab\w*|wound\w*|injur\w*|hit|struck)\b", re.IGNORECASE)
HARMED = re.compile(r"\b(?:injur\w*|wound\w*|hurt)\b", re.IGNORECASE)
DONE = re.compile(
    r"kill(?:s|ed)?|shot dead|gunned down|behead\w*|\w+ to death|arrest(?:s|ed)|abduct(?:s|ed|ing)|kidnap(?:s|ped)|surrender(?:s|ed)",
    re.IGNORECASE,
)
MURDER_SUICIDE = re.compile(r"murder[-/ ]+suicide", re.IGNORECASE)
SUICIDE = re.compile(
    r"\b(?:and|then|before)\s+(?:\w+\s+){0,2}(?:himself|herself|self\b)|\bgun on (?:himself|herself)"
    r"|\b(?:took|taking) (?:his|her) own life",
    re.IGNORECASE,
)
TOLD_DEAD = re.compile(
    r"(?:(?!\band\b)[^.;]){0,90}?\b(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:\w+ly\s+|also\s+)?(?:killed|shot dead|dead)\b",
    re.IGNORECASE,
)  # "Ali Omar, a guard, was killed when a bomb went off"
PAST = re.compile(
    r"\b(?:involve\w*|role|hand|part|accused|wanted|convicted|charged|mastermind\w*|protest\w*|condole\w*|sentenced|suspect(?:ed|s)?|blamed"
    r"|responsible|connection|anniversary)\s+(?:in|of|with|for|against|behind|over|to|the)\b[^.;]*$",
    re.IGNORECASE,
)
AUX = re.compile(r"\b(?:was|were|is|are|been|being|has|have)\s+(?:\w+\s+)?$")
AFTER = re.compile(r"(?:\W+\w+){0,3}")
MONTH = 31
YEAR = 330


def is_kind(reading: Reading, event: Event, count: str) -> bool:
    """Whether an event kills, hurts, arrests or abducts whom it is done to."""
    text = reading.report.text
    words = text[max(0, event.trigger[0] - 30) : event.trigger[1]] + AFTER.match(text, event.trigger[1])[0]  # type: ignore[index]
    if is_taking(reading, event, count) if event.type in ARREST else event.type in TYPES.get(count, ()):
        return not UNDONE.search(words)
    if count == "injured" and event.type in VIOLENT and event.to and _only_hurts(reading, event):
        return True
    if count not in ("killed", "injured") or event.type not in ("attack", "crackdown"):
        return False
    deadly = bool(DEADLY.search(words)) and not UNDONE.search(words)
    return deadly if count == "killed" else not deadly and bool(HURTING.search(text, *event.trigger))


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


def is_suicide(reading: Reading, events: list[Event], words: re.Pattern[str]) -> bool:
    """Whether the killer killed himself too: "killed his wife, then himself"."""
    told = [e for e in events if e.realis == "actual" and (e.type in KILLING or e.type == "attack")]
    return any(words.search(reading.report.text, max(0, e.trigger[0] - 10), e.trigger[1] + 90) for e in told)


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
