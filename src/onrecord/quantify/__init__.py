"""Find figures: how many, of whom, and what happened to them."""

from onrecord.records import Cast, Document, Figure, Parse


def quantify(doc: Document, parse: Parse, cast: Cast) -> tuple[Figure, ...]:
    """The figures of a document in the order of the text; time, place, statement and event are bound later."""
    return ()
