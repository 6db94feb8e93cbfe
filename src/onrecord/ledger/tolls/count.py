"""How many: the figures, the names and the events of one kind, brought to one number."""

import re
from collections import defaultdict

from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.beside import is_joined_to_one, told_beside
from onrecord.ledger.tolls.deeds import (
    KILLING,
    TYPES,
    is_done,
    is_kind,
    is_outcome_death,
    is_past,
    is_taking,
    multiple,
    told_dead,
)
from onrecord.ledger.tolls.figures import ANYBODY, sum_of, value, words_of
from onrecord.ledger.tolls.hurt import beaten, called_hurt, named_hurt, own_hurt, shot_several, thrashed
from onrecord.ledger.tolls.killer import MURDER_SUICIDE, is_suicide, with_killer
from onrecord.ledger.tolls.lists import listed_dead
from onrecord.ledger.tolls.names import dead_of, named_in
from onrecord.ledger.tolls.pairs import pair_of
from onrecord.ledger.tolls.worded import is_worded
from onrecord.records import Event, Figure, Span

BESIDE = re.compile(r"\b(?:others?|more|another)\b", re.IGNORECASE)
TAKEN = re.compile(r"\b(?:abducted|kidnapped|hostages?|abductees?)\b", re.IGNORECASE)
RESCUE = re.compile(r"rescu", re.IGNORECASE)  # is the incident itself, the abduction an older one
SAID_TO_HOLD = frozenset(("asserts", "estimates", "confirms"))
FATES = frozenset(("killed", "wounded", "casualties", "captured", "missing", "freed"))
MEASURES = {
    "killed": "killed",
    "injured": "wounded",
    "arrested": "captured",
    "abducted": "captured",
    "surrendered": "captured",
    "missing": "missing",
    "freed": "freed",
}


def counted(reading: Reading, count: str, trials: bool, told: bool = True) -> int:
    """The number of one kind; `told` lets an event that names and counts nobody be one."""
    events = [e for e in reading.events.values() if trials or not is_past(reading, e)]
    dead = counted(reading, "killed", trials) if count == "injured" else 0
    figures = fresh(reading, counting(reading, events, MEASURES[count], count))
    together = {dead + value(f) for f in figures} if dead else set[int]()
    figures = [f for f in figures if _is_beside(reading, f) or value(f) not in together]
    found = _found(reading, events, figures, count, dead, told, trials)
    return found or int(told and not dead and _is_told(reading, events, count, trials))


def _found(reading: Reading, events: list[Event], figures: list[Figure], count: str, dead: int, told: bool, trials: bool) -> int:
    """Those counted, named and told of beside them."""
    named = named_in(reading, events, count) if not dead else set[str]()
    alone, others = _apart(reading, figures, named)
    named = dead_of(reading, named, alone)
    own = {who for who in named if any(who in e.by and set(e.to) - {who} for e in events if e.type in KILLING)}
    found = max(max(alone, len(named - own)) + others, told_beside(reading, events, figures, count) if not dead else 0)
    found = max(found, pair_of(reading, count, events, trials) if told else 0)
    if count == "killed":
        found = with_killer(reading, events, figures, max(found, listed_dead(reading, events, trials)), bool(own))
        found = max(found, multiple(reading, events), 2 * int(is_suicide(reading, events, MURDER_SUICIDE)))
    found = found or len(own) or (_of_victims(reading, events, count) if count in ("killed", "abducted") else 0)
    if count == "abducted" and not found:
        freed = counting(reading, [e for e in events if not RESCUE.match(reading.words(e.trigger))], "freed", "freed")
        taken = [f for f in freed if f.event and TAKEN.search(words_of(reading, f))]
        found = sum_of(reading, taken) or sum_of(reading, counting(reading, events, "missing", "missing"))
    return _hurt(reading, events, found, dead) if count == "injured" else found


def _hurt(reading: Reading, events: list[Event], found: int, dead: int) -> int:
    """Of those counted as hit, named as hurt and told of as beaten the most, less the dead."""
    found = max(found, sum_of(reading, counting(reading, events, "casualties", "injured")) - dead)
    found = max(found, len(named_hurt(reading)), called_hurt(reading)) + own_hurt(reading)
    found = max(found, shot_several(reading) - dead) or thrashed(reading)
    return found or (beaten(reading, events) if not dead else 0)


def _apart(reading: Reading, figures: list[Figure], named: set[str]) -> tuple[int, int]:
    """The sum of those counted, and of the "others" that come on top of whom the report counted or named before them."""
    plain = {reading.sentence_span(f.span) for f in figures if not _is_beside(reading, f)}
    beside = [f for f in figures if reading.sentence_span(f.span) not in plain]
    alone = [f for f in figures if reading.sentence_span(f.span) in plain]
    told_again = {value(f) for f in alone}
    others = [f for f in beside if value(f) not in told_again or value(f) == 1]
    if not others:
        return sum_of(reading, alone), 0
    before = [f for f in alone if f.span < others[0].span]
    if not before and not any(reading.actors[who].mentions[0] < others[0].span for who in named):
        return sum_of(reading, [*alone, *others]) + int(not alone and is_joined_to_one(reading, others[0])), 0
    if before and is_joined_to_one(reading, others[0]):
        return sum_of(reading, alone), 0  # "Three are dead. He shot Ana Ruiz and another woman"
    last = [f for f in before if reading.sentence_span(f.span) == reading.sentence_span(before[-1].span)]
    total, more = sum_of(reading, alone), sum_of(reading, others)
    return total, more if sum_of(reading, last) + more > total or not last else 0  # "three dead … one died … two more died"


def _is_beside(reading: Reading, figure: Figure) -> bool:
    """Whether those counted are told of as others than those before."""
    return BESIDE.search(words_of(reading, figure)) is not None


def counting(reading: Reading, kept: list[Event], measure: str, count: str) -> list[Figure]:
    """The figures of a measure that may count."""
    events = {e.id: e for e in kept}
    past = {f for e in reading.events.values() if e.id not in events for f in e.figures}
    replaced = {f.supersedes for f in reading.figures.values() if f.measure == measure}
    return [
        f
        for f in reading.figures.values()
        if f.measure == measure
        and f.id not in past
        and f.id not in replaced
        and not f.cumulative
        and not _is_within(reading, f)
        and value(f)
        and _is_held(reading, f)
        and _is_of(reading, count, events.get(f.event or ""))
    ]


def _is_held(reading: Reading, figure: Figure) -> bool:
    """Whether somebody says it is so: not denied, asked or threatened."""
    said = reading.statements.get(figure.statement or "")
    return said is None or said.attitude in SAID_TO_HOLD


def _is_within(reading: Reading, figure: Figure) -> bool:
    """Whether a whole of the same fate holds a figure; "three of them" killed of nine abducted stand alone."""
    whole = reading.figures.get(figure.part_of or "")
    return whole is not None and whole.measure in (figure.measure, *(() if figure.measure == "killed" else ("wounded",)))


def _is_of(reading: Reading, count: str, event: Event | None) -> bool:
    """Whether an event is actual and of the kind of count; captives without an event are taken as arrested."""
    if event is None:
        return count not in ("abducted", "surrendered")
    if event.realis != "actual":
        return False
    if MEASURES[count] != "captured":
        return True
    if event.type in TYPES["arrested"]:
        return is_taking(reading, event, count)
    return count == next((c for c in ("abducted", "surrendered") if event.type in TYPES[c]), "arrested")


def fresh(reading: Reading, figures: list[Figure]) -> list[Figure]:
    """The figures without those of unknown people that only say the number of an earlier sentence again."""
    out: list[Figure] = []
    told: dict[int, set[Span]] = defaultdict(set)  # the sentences that have given a number
    for figure in figures:
        sentences, here = told[value(figure)], reading.sentence_span(figure.span)
        elsewhere = len(sentences) > (0 if _is_all(reading, figure) else here in sentences)
        again = value(figure) > 1 and elsewhere
        words = words_of(reading, figure)
        if not again or (
            not _is_all(reading, figure) and figure.status != "unknown" and not ANYBODY.search(words) and not BESIDE.search(words)
        ):
            out.append(figure)
            sentences.add(here)
    return out


def _is_all(reading: Reading, figure: Figure) -> bool:
    """Whether a bare number sums up those told of before it: "three women … all three died"."""
    start = figure.span[0]
    return reading.report.text[max(0, start - 4) : start].casefold() == "all "


def _of_victims(reading: Reading, events: list[Event], count: str) -> int:
    """How many those were that an event was done to, where they were counted for something else: "abducted six men and killed them"."""
    hit = {who for e in events if e.realis == "actual" and is_kind(reading, e, count) for who in e.to}
    other = FATES - {MEASURES[count]}
    figures = reading.figures.values()
    return max((value(f) for f in figures if f.whom in hit and f.measure in other and not f.cumulative), default=0)


def _is_told(reading: Reading, events: list[Event], count: str, trials: bool) -> bool:
    """Whether an actual event of the kind was done to somebody, in reports of trials to anybody."""
    told = {f.event for f in reading.figures.values() if f.measure == MEASURES[count]}
    kept = [e for e in events if e.realis == "actual" and e.id not in told]
    if count == "killed" and (told_dead(reading, kept) or any(is_outcome_death(reading, e) for e in kept)):
        return True  # "the leader of the band is killed in an exchange of fire"
    if count == "killed" and is_worded(reading, trials):
        return True
    return any((e.to or trials or is_done(reading, e)) and is_kind(reading, e, count) for e in kept)
