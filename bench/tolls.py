"""How many were killed, hurt, arrested or abducted in the incident a report tells of: one number from its records.

Benchmarks of counts want one integer a report; the records hold every figure with its bound, its parts and who gave it. The
integer is made in these steps, from the records and the words of their spans alone:

0. What stands in the first 900 characters is the incident; what stands later counts only where these tell of nobody.
1. A figure counts when its event is actual (or it has none), it is no running toll, no part of another figure, and has a
   number: `low`, or `high` where only that is given. Vague words have none. Events told as the past of somebody ("wanted for
   the killing of a guard", "the 2008 bombing") are no part of the incident unless the caller says that reports are of trials
   too: those dated more than a month before the report, and those whose trigger stands after words of guilt or protest.
2. Sentence after sentence tells the same number again: of each side (civilians, security forces, insurgents) the sentence
   with the largest sum counts.
3. The sides add up ("two soldiers", "a boy"), unless a figure of just "people" is larger than their sum.
4. Persons named as done to by an event of the kind are counted beside: "others" come on top of them, else the larger of the
   two numbers counts, since a victim who is counted is often named as well. An event that shoots or stabs somebody kills
   when its words say so ("shot to death", "fatally") and else hurts.
5. With nobody counted and nobody named, an actual event of the kind that was done to somebody is one (in reports of trials
   also one done to nobody named: "charged with murder").
6. Those "shot" of whom no more is told (`casualties`) are hurt, less those that were killed; where somebody died, only
   figures tell who was hurt beside, since the dead were shot too.
7. A killer who dies by his own hand is one more ("killed his wife, then himself", "murder-suicide").
"""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date

from onrecord.records import Coding, Event, Figure, Span

ANYBODY = re.compile(
    r"\b(?:people|persons?|victims?|individuals?|dead|bodies|body|casualties|fatalities|deaths?|injured|wounded)\b", re.IGNORECASE
)
BESIDE = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)
LAST = re.compile(r"[A-Za-z]+(?=\W*$)")
PAST = re.compile(
    r"\b(?:involve\w*|role|hand|part|accused|wanted|convicted|charged|mastermind\w*|protest\w*|condole\w*|sentenced|suspected|blamed"
    r"|responsible|connection|anniversary)\s+(?:in|of|with|for|against|behind|over|to)\b[^.;]*$",
    re.IGNORECASE,
)
LAST_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?(?:-(?P<day>\d\d))?[~?]?$")
STOP = re.compile(r"(?<!\b[A-Z])[.!?][\"”’)]*\s|\n\n")
SUICIDE = re.compile(
    r"murder[-/ ]+suicide|\b(?:kill\w*|and|then|gun on|before|shot|shooting|turned \w+ on|his own life|her own life)\s+(?:himself|herself|self\b)"
    r"|\b(?:took|taking) (?:his|her) own life",
    re.IGNORECASE,
)
UNDONE = re.compile(r"\battempt\w*\b|\bnon-?fatal\b", re.IGNORECASE)
DEADLY = re.compile(r"\b(?:deadly(?! weapon)|to death|fatal\w*|dead|died|dies|killed|death)\b", re.IGNORECASE)
HURTING = re.compile(r"\b(?:sho[ot]\w*|stab\w*|wound\w*|injur\w*|hit|struck)\b", re.IGNORECASE)
AFTER = re.compile(r"(?:\W+\w+){0,3}")
MONTH = 31
HEAD = 900  # characters
KILLING = frozenset(("killing", "assassination", "execution"))
ARREST = frozenset(("arrest", "detention"))
TYPES = {"killed": KILLING, "arrested": ARREST, "abducted": frozenset(("abduction",)), "surrendered": frozenset(("surrender",))}
MEASURES = {"killed": "killed", "injured": "wounded", "arrested": "captured", "abducted": "captured", "surrendered": "captured"}


def toll(coding: Coding, count: str, side: str | None = None, trials: bool = False) -> int:
    """The number of those killed, injured, arrested, abducted or surrendered; of one side only when it is given.

    `side` ∈ civilian, security, insurgent: by the kind of the actor counted; whoever is not known to fight is a civilian.
    `trials` keeps the events of somebody's past: reports of a trial tell of the crime.
    """
    head = replace(
        coding,
        figures=tuple(f for f in coding.figures if f.span[0] < HEAD),
        events=tuple(e for e in coding.events if e.trigger[0] < HEAD),
    )
    return _toll(head, count, side, trials) or _toll(coding, count, side, trials, told=False)


def _toll(coding: Coding, count: str, side: str | None, trials: bool, told: bool = True) -> int:
    """Steps 1 to 7; `told` allows step 5."""
    events = [e for e in coding.events if trials or not _is_past(coding, e)]
    figures = _counting(coding, events, MEASURES[count], count)
    dead = _toll(coding, "killed", None, trials) if count == "injured" else 0
    names = (side is None or (side == "civilian" and not figures)) and not dead
    named = _named(coding, events, count) if names else set[str]()
    figures = [f for f in figures if side is None or _side(coding, f) == side]
    beside = [f for f in figures if BESIDE.search(_words(coding, f))]
    counted = _sum(coding, [f for f in figures if f not in beside])
    own = {who for who in named if any(who in e.by for e in events if e.type in KILLING or e.type == "attack")}
    found = max(counted, len(named - own)) + _sum(coding, beside)
    if count == "killed" and found:
        found += int(bool(own) or (side is None and _is_suicide(coding, events)))
    found = found or len(own)
    if count == "injured":
        found = max(found, _sum(coding, _counting(coding, events, "casualties", count)) - dead)
    return found or int(told and side is None and not dead and _is_told(coding, events, count, trials))


def _is_suicide(coding: Coding, events: list[Event]) -> bool:
    """Whether the killer killed himself too: step 7."""
    told = [e for e in events if e.realis == "actual" and (e.type in KILLING or e.type == "attack")]
    return any(SUICIDE.search(coding.report.text, e.trigger[0], e.trigger[1] + 90) for e in told)


def _is_told(coding: Coding, events: list[Event], count: str, trials: bool) -> bool:
    """Whether an actual event of the kind was done to somebody, in reports of trials to anybody: step 5."""
    told = {f.event for f in coding.figures if f.measure == MEASURES[count] and _value(f)}
    return any(e.realis == "actual" and e.id not in told and (e.to or trials) and _is_kind(coding, e, count) for e in events)


def _is_kind(coding: Coding, event: Event, count: str) -> bool:
    """Whether an event kills, hurts, arrests or abducts whom it is done to."""
    text = coding.report.text
    words = text[max(0, event.trigger[0] - 20) : event.trigger[1]] + AFTER.match(text, event.trigger[1])[0]  # type: ignore[index]
    if event.type in TYPES.get(count, ()):
        return not UNDONE.search(words)
    if count not in ("killed", "injured") or event.type not in ("attack", "crackdown"):
        return False
    deadly = bool(DEADLY.search(words)) and not UNDONE.search(words)
    return deadly if count == "killed" else not deadly and bool(HURTING.search(text, *event.trigger))


def _counting(coding: Coding, kept: list[Event], measure: str, count: str) -> list[Figure]:
    """The figures of a measure that may count: step 1."""
    events = {e.id: e for e in kept}
    past = {f for e in coding.events if e.id not in events for f in e.figures}
    return [
        f
        for f in coding.figures
        if f.measure == measure
        and f.id not in past
        and not f.cumulative
        and f.part_of is None
        and _value(f)
        and _is_of(count, events.get(f.event or ""))
    ]


def _is_past(coding: Coding, event: Event) -> bool:
    """Whether an event belongs to somebody's past."""
    if PAST.search(coding.report.text, max(0, event.trigger[0] - 60), event.trigger[0]):
        return True
    edtf = next((t.edtf for t in coding.times if t.id == event.time), None)
    day, published = LAST_DAY.search(edtf or ""), coding.report.published
    if day is None or published is None:
        return False
    told = date(int(day["year"]), int(day["month"] or 12), int(day["day"] or 28))
    return (date.fromisoformat(published) - told).days > MONTH


def _is_of(count: str, event: Event | None) -> bool:
    """Whether an event is actual and of the kind of count; captives without an event are taken as arrested."""
    if event is None:
        return count not in ("abducted", "surrendered")
    if event.realis != "actual":
        return False
    if MEASURES[count] != "captured":
        return True
    kind = next((c for c in ("abducted", "surrendered") if event.type in TYPES[c]), "arrested")
    return kind == count


def _side(coding: Coding, figure: Figure) -> str:
    """The side of those counted."""
    kind = next((a.kind for a in coding.actors if a.id == figure.whom), "")
    if figure.status == "combatant" or kind in ("armed_group", "state_force", "coalition"):
        return "security" if kind in ("state_force", "coalition") else "insurgent"
    return "civilian"


def _value(figure: Figure) -> int:
    number = figure.low if figure.low is not None else figure.high
    return int(number) if number is not None and number >= 1 else 0


def _words(coding: Coding, figure: Figure) -> str:
    """The words of a figure with those of its noun."""
    start, end = figure.span
    return coding.report.text[start : max(end, figure.whom_span[1]) if figure.whom_span else end]


def _sum(coding: Coding, figures: list[Figure]) -> int:
    """Steps 2 and 3."""
    sides: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    anybody = 0
    for figure in figures:
        if ANYBODY.search(_words(coding, figure)) or figure.whom_span is None:
            anybody = max(anybody, _value(figure))
        else:
            sides[_side(coding, figure)][_sentence(coding, figure.span)] += _value(figure)
    return max(anybody, sum(max(told.values()) for told in sides.values()))


def _sentence(coding: Coding, span: Span) -> int:
    """Where the sentence of a span ends."""
    found = STOP.search(coding.report.text, span[1])
    return found.start() if found else len(coding.report.text)


def _named(coding: Coding, events: list[Event], count: str) -> set[str]:
    """The named persons to whom an actual event of the kind was done: step 4."""
    people = {a.id for a in coding.actors if a.kind == "person"}
    done = {who for e in events if e.realis == "actual" and _is_kind(coding, e, count) for who in e.to if who in people}
    return done - _named(coding, events, "killed") if count == "injured" else done
