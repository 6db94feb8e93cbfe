"""Find events and bind figures, times, places, actors and statements to them."""

from collections.abc import Sequence

from onrecord.records import Cast, Document, Event, Figure, Parse, Place, Statement, Time


def events(
    doc: Document,
    parse: Parse,
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
    figures: Sequence[Figure],
) -> tuple[Event, ...]:
    """The events of a document in the order of their triggers, each with the ids of its figures."""
    return ()


def bind(
    parse: Parse,
    figures: Sequence[Figure],
    happened: Sequence[Event],
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
) -> tuple[Figure, ...]:
    """The figures with their event, statement, time and place filled in."""
    return tuple(figures)
