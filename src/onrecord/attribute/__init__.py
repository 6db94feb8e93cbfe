"""Find statements: who said what, to whom, where, through which chain."""

from collections.abc import Sequence

from onrecord.records import Cast, Document, Parse, Statement, Time


def attribute(doc: Document, parse: Parse, cast: Cast, times: Sequence[Time] = ()) -> tuple[Statement, ...]:
    """The statements of a document in the order of their cues."""
    return ()
