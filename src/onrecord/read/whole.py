"""A piece of a source, read whole: here, or in a worker that was given it."""

from dataclasses import replace

from onrecord.errors import ReportError
from onrecord.read.content import read_bytes, stem
from onrecord.read.fields import FIELDS, TEXTS, document, given
from onrecord.read.source import Piece, Raw, Unread
from onrecord.records import Document


def read_raw(raw: Raw) -> Document:
    """The document of bytes. ReportError when there is none in them."""
    if raw.record:
        stated = given(raw.content, raw.name, (*FIELDS, *TEXTS), raw.columns)
        return document(stated, raw.name, raw.stated, raw.content)
    doc = read_bytes(raw.content, name=raw.name, **raw.stated)
    return replace(doc, name=raw.called) if raw.called else doc


def name_of(piece: Document | Raw) -> str | None:
    """What the document of a piece will be called; None for a record, which may name itself."""
    if isinstance(piece, Document):
        return piece.name
    return None if piece.record else piece.called or stem(piece.name)


def whole(piece: Piece) -> Document | Unread:
    """The document of a piece, or why there is none."""
    if not isinstance(piece, Raw):
        return piece
    try:
        return read_raw(piece)
    except ReportError as error:
        return Unread(piece.name, error)
