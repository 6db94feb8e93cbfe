"""Find time expressions and give each its EDTF value and UCDP precision."""

from onrecord.records import Document, Parse, Time


def when(doc: Document, parse: Parse) -> tuple[Time, ...]:
    """The times of a document in the order of the text."""
    return ()
