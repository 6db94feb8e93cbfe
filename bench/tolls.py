"""How many were killed, hurt, arrested or abducted in the incident a report tells of: one number from its records.

Benchmarks of counts want one integer a report; the records hold every figure with its bound, its parts and who gave it. The
integer is made in these steps, from the records and the words of their spans alone:

0. What stands in the first 900 characters is the incident; what stands later counts only where these tell of nobody.
1. A figure counts when its event is actual (or it has none), it is no running toll, no part of another figure, and has a
   number: `low`, or `high` where only that is given. Vague words have none. Events told as the past of somebody ("wanted for
   the killing of a guard", "the 2008 bombing") are no part of the incident unless the caller says that reports are of trials
   too: those dated more than a month before the report, and those whose trigger stands after words of guilt or protest.
2. Sentence after sentence tells the same number again: of each side (civilians, officials, security forces, insurgents) the sentence
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
8. Of the sides, officials, security forces and insurgents are counted by their figures, wholes or parts, or by the rank or office
   beside a name; civilians are those of the whole toll whom no other side claims.
9. A number of unknown people that only repeats that of an earlier sentence, or that is the dead and the hurt together, is left out.
10. Kin that one event was done to beside those counted ("a farmer and his son") come on top of them; an arrest by an armed group
   is an abduction; the missing count as abducted where nobody else is.
"""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date

from onrecord import lexicon
from onrecord.records import Actor, Coding, Event, Figure, Span

ANYBODY = re.compile(
    r"\b(?:people|persons?|men|victims?|individuals?|dead|bodies|body|casualties|fatalities|deaths?|injured|wounded)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)
LAST = re.compile(r"[A-Za-z]+(?=\W*$)")
PAST = re.compile(
    r"\b(?:involve\w*|role|hand|part|accused|wanted|convicted|charged|mastermind\w*|protest\w*|condole\w*|sentenced|suspect(?:ed|s)?|blamed"
    r"|responsible|connection|anniversary)\s+(?:in|of|with|for|against|behind|over|to|the)\b[^.;]*$",
    re.IGNORECASE,
)
LAST_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?(?:-(?P<day>\d\d))?[~?]?$")
STOP = re.compile(r"(?<!\b[A-Z])[.!?][\"”’)]*\s|\n\n")
MURDER_SUICIDE = re.compile(r"murder[-/ ]+suicide", re.IGNORECASE)
SUICIDE = re.compile(
    r"\b(?:and|then|before)\s+(?:\w+\s+){0,2}(?:himself|herself|self\b)|\bgun on (?:himself|herself)"
    r"|\b(?:took|taking) (?:his|her) own life",
    re.IGNORECASE,
)
UNDONE = re.compile(r"\battempt\w*\b|\bnon-?fatal\b", re.IGNORECASE)
DEADLY = re.compile(r"\b(?:deadly(?! weapon)|to death|fatal\w*|dead|died|dies|killed|death)\b", re.IGNORECASE)
HURTING = re.compile(r"\b(?:sho[ot]\w*|stab\w*|wound\w*|injur\w*|hit|struck)\b", re.IGNORECASE)
AFTER = re.compile(r"(?:\W+\w+){0,3}")
OFFICE = re.compile(
    r"\b(?:leaders?|sarpanch|panchayat|ward members?|committee members?|party|legislator|minister|politician|mayor|councillor|ruling|headman|chairman)\b",
    re.IGNORECASE,
)
HARMED = re.compile(r"\b(?:injur\w*|wound\w*|hurt)\b", re.IGNORECASE)
VIOLENT = frozenset(("attack", "bombing", "shelling", "armed_clash", "airstrike", "crackdown", "suicide_bombing"))
MONTH = 31
FATES = frozenset(("killed", "wounded", "casualties", "captured", "missing"))
YEAR = 330
OWNER = re.compile(r"\b(?:his|her|their)\s+(?:[\w-]+\s+){0,2}[\w-]+$", re.IGNORECASE)
KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|mother|father|brother|sister|niece|nephew|uncle|aunt|cousin|girlfriend|boyfriend|grand\w+)$",
    re.IGNORECASE,
)
HEAD = 900  # characters
KILLING = frozenset(("killing", "assassination", "execution"))
DONE = re.compile(
    r"kill(?:s|ed)?|shot dead|gunned down|behead\w*|\w+ to death|arrest(?:s|ed)|abduct(?:s|ed|ing)|kidnap(?:s|ped)|surrender(?:s|ed)",
    re.IGNORECASE,
)
TITLE = re.compile(r"[\w'’-]+,?\s+(?:identified as,?\s+)?$")
SERVING = re.compile(r"\b(?:police|army|force|battalion|CRPF)\b", re.IGNORECASE)
AUX = re.compile(r"\b(?:was|were|is|are|been|being|has|have)\s+(?:\w+\s+)?$")
ROLE = re.compile(
    r"(?:\s*\([^)]*\))?,\s*(?:an?|the)\s+[^.;,]*?(?=\s+(?:of|in|at|with|from|who|by|was|for|working|posted|standing)\b|[.;,])"
)
SIDES = {"state_force": "security", "armed_group": "insurgent"}
ARREST = frozenset(("arrest", "detention"))
TYPES = {"killed": KILLING, "arrested": ARREST, "abducted": frozenset(("abduction",)), "surrendered": frozenset(("surrender",))}
MEASURES = {
    "killed": "killed",
    "injured": "wounded",
    "arrested": "captured",
    "abducted": "captured",
    "surrendered": "captured",
    "missing": "missing",
}


def toll(coding: Coding, count: str, side: str | None = None, trials: bool = False) -> int:
    """The number of those killed, injured, arrested, abducted or surrendered; of one side only when it is given.

    `side` ∈ civilian, official, security, insurgent: by the kind of the actor counted; whoever is not known to fight or to hold
    an office is a civilian.
    `trials` keeps the events of somebody's past: reports of a trial tell of the crime.
    """
    head = replace(
        coding,
        figures=tuple(f for f in coding.figures if f.span[0] < HEAD),
        events=tuple(e for e in coding.events if e.trigger[0] < HEAD),
    )
    if side is None:
        return _toll(head, count, trials) or _toll(coding, count, trials, told=False)
    whole = head if (total := _toll(head, count, trials)) else coding
    total = total or _toll(coding, count, trials, told=False)
    if side != "civilian":
        return min(_of_side(whole, count, side, trials), total)
    return max(0, total - sum(_of_side(whole, count, other, trials) for other in ("official", "security", "insurgent")))


def _kin(coding: Coding, events: list[Event], figures: list[Figure], count: str, counted: int) -> int:
    """Those counted with the kin that one event was done to beside them: "a farmer and his son were killed"."""
    kin = {a.id for a in coding.actors if a.kind != "person" and _is_kin(coding, a)} - {f.whom for f in figures}
    of = {f.event for f in figures}
    done = [e for e in events if e.realis == "actual" and (e.id in of or _is_kind(coding, e, count))]
    return max((len(kin & set(e.to)) + (counted if e.id in of else 0) for e in done), default=0)


def _is_kin(coding: Coding, actor: Actor) -> bool:
    """Whether somebody is named as a relative of somebody: "his son", not "a father"."""
    text = coding.report.text
    return bool(KIN.search(actor.name)) and any(OWNER.search(text, max(0, m[0] - 30), m[1]) for m in actor.mentions)


def _of_victims(coding: Coding, events: list[Event], count: str) -> int:
    """How many those were that an event was done to, where they were counted for something else: "abducted six men and killed them"."""
    hit = {who for e in events if e.realis == "actual" and _is_kind(coding, e, count) for who in e.to}
    other = FATES - {MEASURES[count]}
    return max((_value(f) for f in coding.figures if f.whom in hit and f.measure in other and not f.cumulative), default=0)


def _of_side(coding: Coding, count: str, side: str, trials: bool) -> int:
    """Those of a side that is no civilian one: by figures, whole or part, else by name."""
    events = [e for e in coding.events if trials or not _is_past(coding, e)]
    wholes = _counting(coding, events, MEASURES[count], count)
    kept = {f.id: f for f in wholes}
    parts = [
        f
        for f in coding.figures
        if f.measure == MEASURES[count] and f.part_of in kept and _value(f) and _side(coding, kept[f.part_of]) != side
    ]
    sentences: dict[int, int] = defaultdict(int)
    for figure in _fresh(coding, [*wholes, *parts]):
        if _side(coding, figure) == side:
            sentences[_sentence(coding, figure.span)] += _value(figure)
    if sentences or wholes:
        return max(sentences.values(), default=0)
    return sum(_side_of(coding, who) == side for who in _named(coding, events, count))


def _fresh(coding: Coding, figures: list[Figure]) -> list[Figure]:
    """The figures without those of unknown people that only say the number of an earlier sentence again."""
    out: list[Figure] = []
    for figure in figures:
        again = [
            f for f in out if _value(f) == _value(figure) > 1 and _sentence(coding, f.span) != _sentence(coding, figure.span)
        ]
        if not again or (figure.status != "unknown" and not ANYBODY.search(_words(coding, figure))):
            out.append(figure)
    return out


def _side_of(coding: Coding, who: str) -> str:
    """The side of a named person, by the office or rank beside the name."""
    if _holds_office(coding, who):
        return "official"
    text = coding.report.text
    for start, end in next(a.mentions for a in coding.actors if a.id == who):
        title, role = TITLE.search(text, max(0, start - 40), start), ROLE.match(text, end)
        kinds = [_kind_of(words) for words in (title and title[0], text[start:end].split()[0], role and role[0]) if words]
        if side := next((SIDES[k] for k in kinds if k in SIDES), None):
            return side
    return "civilian"


def _kind_of(words: str) -> str:
    """The kind of actor that the last noun for people names; "" when there is none."""
    people, statuses = lexicon.index("people"), lexicon.index("statuses")
    for word in reversed(re.findall(r"[a-z]+", words.casefold())):
        row = people.get(word) or people.get(word.removesuffix("s"))
        if row and row["kind"] not in SIDES and (fights := statuses.get(word)) and fights["status"] == "combatant":
            return "state_force" if SERVING.search(words) else "armed_group"
        if row:
            return row["kind"]
    return ""


def _toll(coding: Coding, count: str, trials: bool, told: bool = True) -> int:
    """Steps 1 to 7; `told` allows step 5."""
    events = [e for e in coding.events if trials or not _is_past(coding, e)]
    figures = _fresh(coding, _counting(coding, events, MEASURES[count], count))
    dead = _toll(coding, "killed", trials) if count == "injured" else 0
    figures = [f for f in figures if not dead or _value(f) not in {dead + _value(g) for g in figures}]
    named = _named(coding, events, count) if not dead else set[str]()
    beside = [f for f in figures if BESIDE.search(_words(coding, f))]
    plain = {_sentence(coding, f.span) for f in figures if f not in beside}
    beside = [f for f in beside if _sentence(coding, f.span) not in plain]
    alone = [f for f in figures if f not in beside]
    told_again = {_value(f) for f in alone}
    counted = _sum(coding, alone)
    others = _sum(coding, [f for f in beside if _value(f) not in told_again or _value(f) == 1])
    own = {who for who in named if any(who in e.by and set(e.to) - {who} for e in events if e.type in KILLING)}
    found = max(counted, len(named - own)) + others
    if count == "killed" and found:
        found += int(bool(own) or _is_suicide(coding, events, SUICIDE))
        found = max(found, 2 * int(_is_suicide(coding, events, MURDER_SUICIDE)))
    found = max(found, _kin(coding, events, figures, count, counted + others))
    found = found or len(own) or (_of_victims(coding, events, count) if count == "killed" else 0)
    if count == "abducted" and not found:
        found = _sum(coding, _counting(coding, events, "missing", "missing"))
    if count == "injured":
        found = max(found, _sum(coding, _counting(coding, events, "casualties", count)) - dead)
    return found or int(told and not dead and _is_told(coding, events, count, trials))


def _is_suicide(coding: Coding, events: list[Event], words: re.Pattern[str]) -> bool:
    """Whether the killer killed himself too: step 7."""
    told = [e for e in events if e.realis == "actual" and (e.type in KILLING or e.type == "attack")]
    return any(words.search(coding.report.text, max(0, e.trigger[0] - 10), e.trigger[1] + 90) for e in told)


def _is_told(coding: Coding, events: list[Event], count: str, trials: bool) -> bool:
    """Whether an actual event of the kind was done to somebody, in reports of trials to anybody: step 5."""
    told = {f.event for f in coding.figures if f.measure == MEASURES[count]}
    return any(
        e.realis == "actual" and e.id not in told and (e.to or trials or _is_done(coding, e)) and _is_kind(coding, e, count)
        for e in events
    )


def _is_done(coding: Coding, event: Event) -> bool:
    """Whether the words of an event say that somebody was killed or taken, though the records do not know whom."""
    return bool(DONE.fullmatch(coding.report.text, *event.trigger))


def _is_kind(coding: Coding, event: Event, count: str) -> bool:
    """Whether an event kills, hurts, arrests or abducts whom it is done to."""
    text = coding.report.text
    words = text[max(0, event.trigger[0] - 30) : event.trigger[1]] + AFTER.match(text, event.trigger[1])[0]  # type: ignore[index]
    if _is_taking(coding, event, count) if event.type in ARREST else event.type in TYPES.get(count, ()):
        return not UNDONE.search(words)
    if count == "injured" and event.type in VIOLENT and event.to:
        sentence = text[_begin(text, event.trigger) : _sentence(coding, event.trigger)]
        if HARMED.search(sentence) and not DEADLY.search(sentence):
            return True
    if count not in ("killed", "injured") or event.type not in ("attack", "crackdown"):
        return False
    deadly = bool(DEADLY.search(words)) and not UNDONE.search(words)
    return deadly if count == "killed" else not deadly and bool(HURTING.search(text, *event.trigger))


def _is_taking(coding: Coding, event: Event, count: str) -> bool:
    """Whether an arrest counts as one: what armed groups call an arrest is an abduction."""
    groups = {a.id for a in coding.actors if a.kind == "armed_group"}
    return count == ("abducted" if groups & set(event.by) else "arrested")


def _begin(text: str, span: Span) -> int:
    """Where the sentence of a span begins."""
    return max((m.end() for m in STOP.finditer(text, max(0, span[0] - 400), span[0])), default=max(0, span[0] - 400))


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
        and not _is_within(coding, f)
        and _value(f)
        and _is_of(coding, count, events.get(f.event or ""))
    ]


def _is_within(coding: Coding, figure: Figure) -> bool:
    """Whether a whole of the same fate holds a figure; "three of them" killed of nine abducted stand alone."""
    whole = next((f for f in coding.figures if f.id == figure.part_of), None)
    return whole is not None and whole.measure in (figure.measure, "casualties", "wounded")


def _is_past(coding: Coding, event: Event) -> bool:
    """Whether an event belongs to somebody's past."""
    begin, text = max(0, event.trigger[0] - 60), coding.report.text
    if PAST.search(text, begin, event.trigger[0]) and not AUX.search(text, begin, event.trigger[0]):
        return True
    time = next((t for t in coding.times if t.id == event.time), None)
    day, published = LAST_DAY.search(time.edtf or "") if time else None, coding.report.published
    if time is None or day is None or published is None:
        return False
    told = date(int(day["year"]), int(day["month"] or 12), int(day["day"] or 28))
    stated = day["year"] in text[slice(*time.span)]
    return (date.fromisoformat(published) - told).days > MONTH and (stated or not _is_next(told, date.fromisoformat(published)))


def _is_next(told: date, published: date) -> bool:
    """Whether a day a year back is one of the days just after the report, which then was written up later."""
    return YEAR < (published - told).days <= YEAR + 35


def _is_of(coding: Coding, count: str, event: Event | None) -> bool:
    """Whether an event is actual and of the kind of count; captives without an event are taken as arrested."""
    if event is None:
        return count not in ("abducted", "surrendered")
    if event.realis != "actual":
        return False
    if MEASURES[count] != "captured":
        return True
    if event.type in ARREST:
        return _is_taking(coding, event, count)
    return count == next((c for c in ("abducted", "surrendered") if event.type in TYPES[c]), "arrested")


def _side(coding: Coding, figure: Figure) -> str:
    """The side of those counted."""
    if figure.status == "civilian":
        return "official" if OFFICE.search(coding.report.text, figure.span[1], figure.span[1] + 70) else "civilian"
    kind = next((a.kind for a in coding.actors if a.id == figure.whom), "")
    kind = kind if kind in ("armed_group", "state_force", "coalition") else _kind_of(_words(coding, figure))
    if OFFICE.search(coding.report.text, figure.span[1], figure.span[1] + 70) and figure.status != "combatant":
        return "official"
    if figure.status == "combatant" or kind in ("armed_group", "state_force", "coalition"):
        return "security" if kind in ("state_force", "coalition") else "insurgent"
    return "civilian"


def _holds_office(coding: Coding, who: str) -> bool:
    """Whether the words after a name say that the person leads or stands for a party."""
    mentions = next(a.mentions for a in coding.actors if a.id == who)
    return any(OFFICE.search(coding.report.text, m[1], m[1] + 70) for m in mentions)


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
