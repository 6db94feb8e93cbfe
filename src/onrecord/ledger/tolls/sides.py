"""The dead of one side: by the figures that count them, else by what the dead are called beside their names."""

from collections import defaultdict

from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.count import counting, fresh
from onrecord.ledger.tolls.deeds import is_kind, is_past, told_dead
from onrecord.ledger.tolls.figures import ANYBODY, value, words_of
from onrecord.ledger.tolls.names import named_in
from onrecord.ledger.tolls.roles import role_named, role_of
from onrecord.records import Event, Figure

SIDES = ("official", "security", "insurgent")


def of_side(reading: Reading, side: str, trials: bool) -> int:
    """The dead of a side that is no civilian one."""
    events = [e for e in reading.events.values() if trials or not is_past(reading, e)]
    wholes = counting(reading, events, "killed", "killed")
    figures = fresh(reading, [*wholes, *_parts(reading, wholes, side)])
    sentences: dict[object, int] = defaultdict(int)
    for figure in figures:
        if role_of(reading, figure) == side:
            sentences[reading.sentence_span(figure.span)] += value(figure)
    if sentences:
        return max(sentences.values())
    if any(not ANYBODY.search(words_of(reading, f)) and f.whom_span for f in wholes):
        return 0  # who they were is told
    return sum(role_named(reading, who) == side for who in named_in(reading, events, "killed") or _called(reading, events))


def _parts(reading: Reading, wholes: list[Figure], side: str) -> list[Figure]:
    """The parts of people who are not all of a side that are of it: "six people, two soldiers among them"."""
    kept = {f.id: f for f in wholes}
    return [
        f
        for f in reading.figures.values()
        if f.measure == "killed" and f.part_of in kept and value(f) and role_of(reading, kept[f.part_of]) != side
    ]


def _called(reading: Reading, events: list[Event]) -> set[str]:
    """Those killed whom nobody names or counts: "the mayor was killed"."""
    done = [e for e in events if e.realis == "actual" and is_kind(reading, e, "killed")]
    return {who for e in done for who in e.to if who in reading.actors and who not in e.by} or told_dead(reading, events)
