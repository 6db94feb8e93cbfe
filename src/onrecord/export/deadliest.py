"""The event of an incident that cost the most lives: of several that were told together, its sides and its type are the incident's."""

from collections import Counter

from onrecord.ledger import Happening
from onrecord.ledger.estimates import standing
from onrecord.records import Event, Ref


def actual(happening: Happening) -> list[tuple[Ref, Event]]:
    """The events that are said to have happened."""
    return [(ref, event) for ref, event in happening.events if event.realis == "actual"]


def deaths_of(happening: Happening) -> Counter[Ref]:
    """The dead counted by event, of those that have any: the largest number given for it."""
    most: Counter[Ref] = Counter()
    for entry in standing(happening.entries, "killed"):
        if entry.event is not None:
            ref = Ref(entry.ref.report, entry.event.id)
            most[ref] = max(most[ref], int(entry.figure.high or entry.figure.low or 0))
    return +most


def deadliest(happening: Happening) -> tuple[Ref, Event] | None:
    """The event with the most dead; None where nobody counted any of one event."""
    dead = deaths_of(happening)
    counted = [(ref, event) for ref, event in actual(happening) if ref in dead]
    return max(counted, key=lambda told: dead[told[0]], default=None)
