"""The records of a coding whatever their kind: go through them, replace them, leave some out."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from onrecord.records import Actor, Coding, Event, Figure, Place, Span, Statement, Time

Record: TypeAlias = Actor | Place | Time | Statement | Figure | Event

FIELDS: Mapping[type, str] = {
    Actor: "actors",
    Place: "places",
    Time: "times",
    Statement: "statements",
    Figure: "figures",
    Event: "events",
}
KINDS = tuple(FIELDS.values())
# Fields that hold ids of other records of the coding: one id or none, and tuples of ids.
ONE: Mapping[type, tuple[str, ...]] = {
    Actor: ("parent",),
    Statement: ("source", "said"),
    Figure: ("whom", "time", "place", "statement", "part_of", "event"),
    Event: ("time", "place", "statement"),
}
MANY: Mapping[type, tuple[str, ...]] = {Statement: ("via", "rivals"), Event: ("by", "to", "figures")}


def every(coding: Coding) -> Iterator[Record]:
    """All records of a coding."""
    for kind in KINDS:
        yield from getattr(coding, kind)


def by_id(coding: Coding) -> dict[str, Record]:
    """All records of a coding by their ids."""
    return {record.id: record for record in every(coding)}


def with_records(coding: Coding, records: Mapping[str, tuple[Record, ...]]) -> Coding:
    """The coding with other records in some of its fields; each field is given records of its kind."""
    return replace(coding, **records)  # type: ignore[arg-type]


def mapped(coding: Coding, change: Callable[[Record], Record]) -> Coding:
    """The coding with every record replaced by what `change` makes of it."""
    return with_records(coding, {kind: tuple(change(record) for record in getattr(coding, kind)) for kind in KINDS})


def without(coding: Coding, gone: Collection[str]) -> Coding:
    """The coding without some records and without references to them."""
    if not gone:
        return coding
    kept = {kind: tuple(record for record in getattr(coding, kind) if record.id not in gone) for kind in KINDS}
    return repointed(with_records(coding, kept), dict.fromkeys(gone))


def repointed(coding: Coding, ids: Mapping[str, str | None]) -> Coding:
    """The coding with references to some ids made references to others, or to none."""
    return mapped(coding, lambda record: _repointed(record, ids))


def _repointed(record: Record, ids: Mapping[str, str | None]) -> Record:
    new: dict[str, object] = {}
    for field in ONE.get(type(record), ()):
        if getattr(record, field) in ids:
            new[field] = ids[getattr(record, field)]
    for field in MANY.get(type(record), ()):
        if any(held in ids for held in getattr(record, field)):
            new[field] = tuple(dict.fromkeys(to for held in getattr(record, field) if (to := ids.get(held, held)) is not None))
    return replace(record, **new) if new else record  # type: ignore[arg-type]


def references(record: Record) -> tuple[str, ...]:
    """The ids of the records that one refers to."""
    one = (getattr(record, field) for field in ONE.get(type(record), ()))
    many = (held for field in MANY.get(type(record), ()) for held in getattr(record, field))
    return tuple(held for held in (*one, *many) if held is not None)


def spans(record: Record) -> tuple[Span, ...]:
    """The spans by which a record is recognised."""
    match record:
        case Actor() | Place():
            return record.mentions
        case Statement():
            return record.content
        case Event():
            return (record.trigger,)
        case Time() | Figure():
            return (record.span,)
