"""Bring records that an analyst decided on into a coding that no longer has them."""

from collections.abc import Collection, Iterable, Iterator

from onrecord.records import Coding, Event, Figure, overlap
from onrecord.review.kinds import FIELDS, Record, by_id, every, references, repointed, spans, with_records, without


def carried(coding: Coding, wanted: Iterable[str], decided: Collection[str], older: Iterable[Coding]) -> Coding:
    """The coding with the `wanted` records, taken from the newest of the older codings that has them.

    A record of the coding that overlaps one brought in, is of its kind and is not `decided` on is left out for it.
    """
    there = by_id(coding)
    missing = [record for record in wanted if record not in there]
    for earlier in older if missing else ():
        had = by_id(earlier)
        for name in [name for name in missing if name in had]:
            coding = _with(coding, had[name], had, decided)
            missing.remove(name)
        if not missing:
            break
    return coding


def _with(coding: Coding, record: Record, had: dict[str, Record], decided: Collection[str]) -> Coding:
    """The coding with a record and those it refers to."""
    replaced = {other.id: record.id for other in every(coding) if other.id not in decided and _stands_for(other, record)}
    coding = without(repointed(coding, replaced), replaced)
    present = by_id(coding)
    for brought in _closure(record, had):
        if brought.id not in present:
            field = FIELDS[type(brought)]
            coding = with_records(coding, {field: (*getattr(coding, field), brought)})
    return without(coding, {held for one in every(coding) for held in references(one)} - by_id(coding).keys())


def _stands_for(other: Record, record: Record) -> bool:
    same = type(other) is type(record) and other.id != record.id
    return same and any(overlap(one, two) for one in spans(other) for two in spans(record))


def _closure(record: Record, had: dict[str, Record]) -> Iterator[Record]:
    """A record and the actors, places, times and statements it refers to, near or far."""
    waiting, seen = [record], {record.id}
    while waiting:
        one = waiting.pop()
        yield one
        for held in references(one):
            if held in had and held not in seen and not isinstance(had[held], Figure | Event):
                seen.add(held)
                waiting.append(had[held])
