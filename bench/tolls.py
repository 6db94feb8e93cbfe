"""How many were killed, hurt, arrested or abducted in the incident a report tells of: one number from its records.

Benchmarks of counts want one integer a report; the records hold every figure with its bound, its parts and who gave it. The
integer is made in these steps, and from records alone:

1. A figure counts when its event is actual (or it has none), it is no running toll, no part of another figure, and has a
   number: `low`, or `high` where only that is given. Vague words have none. Events told as the past of somebody ("wanted for
   the killing of a guard", "the 2008 bombing") are no part of the incident: those dated more than a month before the report,
   and those whose trigger stands after words of guilt or protest.
2. Sentence after sentence tells the same number again: of each side (civilians, security forces, insurgents, others) the
   sentence with the largest sum counts.
3. The sides add up ("two soldiers", "a boy"), unless a figure of just "people" is larger than their sum.
4. A named person done to by an event of the kind is one more when "others" are counted beside him; else the larger of the
   two numbers counts, since a victim who is counted is often named as well.
"""

import re
from collections import defaultdict
from datetime import date

from onrecord.records import Coding, Event, Figure, Span

ANYBODY = re.compile(
    r"\b(?:people|persons?|victims?|individuals?|dead|bodies|body|casualties|fatalities|deaths?|injured|wounded)\b", re.I
)
BESIDE = re.compile(r"\b(?:others?|more|another)\b", re.I)
PAST = re.compile(
    r"\b(?:involve\w*|role|hand|part|accused|wanted|convicted|charged|mastermind\w*|protest\w*|condole\w*|sentenced|suspected|blamed|responsible|connection|anniversary)"
    r"\s+(?:in|of|with|for|against|behind|over|to)\b[^.;]*$",
    re.IGNORECASE,
)
LAST_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?(?:-(?P<day>\d\d))?[~?]?$")
MONTH = 31
STOP = re.compile(r"(?<!\b[A-Z])[.!?][\"”’)]*\s|\n\n")
LAST = re.compile(r"[A-Za-z]+(?=\W*$)")
KILLING = frozenset(("killing", "assassination", "execution"))
ARREST = frozenset(("arrest", "detention"))
TYPES = {"killed": KILLING, "arrested": ARREST, "abducted": frozenset(("abduction",)), "surrendered": frozenset(("surrender",))}
MEASURES = {"killed": "killed", "injured": "wounded", "arrested": "captured", "abducted": "captured", "surrendered": "captured"}


def toll(coding: Coding, count: str, side: str | None = None) -> int:
    """The number of those killed, injured, arrested, abducted or surrendered; of one side only when it is given.

    `side` ∈ civilian, security, insurgent: by the kind of the actor counted; whoever is known as neither fights is a civilian.
    """
    figures = _counting(coding, count)
    named = _named(coding, count) if side is None or (side == "civilian" and not figures) else set[str]()
    figures = [f for f in figures if side is None or _side(coding, f) == side]
    beside = [f for f in figures if BESIDE.search(_words(coding, f))]
    counted = _sum(coding, [f for f in figures if f not in beside])
    found = max(counted, len(named)) + _sum(coding, beside)
    return found or (int(_is_told(coding, count)) if side is None else 0)


def _is_told(coding: Coding, count: str) -> bool:
    """Whether an actual event of the kind was done to somebody: step 5."""
    return any(e.type in TYPES.get(count, ()) and e.realis == "actual" and e.to for e in _incident(coding))


def _counting(coding: Coding, count: str) -> list[Figure]:
    """The figures of a kind of count that may count: step 1."""
    events = {e.id: e for e in _incident(coding)}
    past = {f for e in coding.events if e.id not in events for f in e.figures}
    return [
        f
        for f in coding.figures
        if f.measure == MEASURES[count]
        and f.id not in past
        and not f.cumulative
        and f.part_of is None
        and _value(f)
        and _is_of(count, events.get(f.event or ""))
    ]


def _incident(coding: Coding) -> list[Event]:
    """The events but those of somebody's past."""
    times = {t.id: t.edtf for t in coding.times}
    return [e for e in coding.events if not _is_past(coding, e.trigger, times.get(e.time or ""))]


def _is_past(coding: Coding, trigger: Span, edtf: str | None) -> bool:
    if PAST.search(coding.report.text, max(0, trigger[0] - 60), trigger[0]):
        return True
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
    sides: dict[str, dict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    anybody = 0
    for figure in figures:
        words = _words(coding, figure).casefold()
        if ANYBODY.search(words) or figure.whom_span is None:
            anybody = max(anybody, _value(figure))
            continue
        noun = LAST.search(words)
        told = sides[_side(coding, figure)][_sentence(coding, figure)]
        told[noun[0] if noun else ""] = told.get(noun[0] if noun else "", 0) + _value(figure)
    return max(anybody, sum(max(sum(told.values()) for told in by_sentence.values()) for by_sentence in sides.values()))


def _sentence(coding: Coding, figure: Figure) -> int:
    """Where the sentence of a figure ends."""
    found = STOP.search(coding.report.text, figure.span[1])
    return found.start() if found else len(coding.report.text)


def _named(coding: Coding, count: str) -> set[str]:
    """The named persons to whom an actual event of the kind was done."""
    people = {a.id for a in coding.actors if a.kind == "person"}
    types = TYPES.get(count, frozenset())
    return {who for e in _incident(coding) if e.type in types and e.realis == "actual" for who in e.to if who in people}
