"""Bytes and pages in, documents out."""

from onrecord.records import Document, report_id


def read_text(
    text: str, *, id: str | None = None, title: str | None = None, outlet: str | None = None, published: str | None = None
) -> Document:
    """A document from text that is already decoded; its canonical text is the text itself without a byte-order mark."""
    text = text.removeprefix("\ufeff")
    return Document(
        id=id or report_id(text.encode("utf-8", "surrogatepass")), text=text, title=title, outlet=outlet, published=published
    )
