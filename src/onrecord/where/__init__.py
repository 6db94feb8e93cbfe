"""Find places and resolve them to coordinates with UCDP `where_prec`."""

from onrecord.records import Document, Parse, Place


def where(doc: Document, parse: Parse) -> tuple[Place, ...]:
    """The places of a document in the order of their first mention."""
    return ()
