"""Bytes, pages, files and folders in, documents out."""

from typing import TYPE_CHECKING

from onrecord.read.content import page_reader, read_bytes
from onrecord.read.dates import check_date
from onrecord.read.fields import columns_of
from onrecord.read.files import files_of, pieces, read_path, read_stream, size_of
from onrecord.read.source import Piece, Raw, Source, Unread
from onrecord.read.text import read_text
from onrecord.read.whole import name_of, read_raw, whole

if TYPE_CHECKING:
    from onrecord.read.html import read_html as read_html

__all__ = [
    "Piece",
    "Raw",
    "Source",
    "Unread",
    "check_date",
    "columns_of",
    "files_of",
    "name_of",
    "pieces",
    "read_bytes",
    "read_html",
    "read_path",
    "read_raw",
    "read_stream",
    "read_text",
    "size_of",
    "whole",
]


def __getattr__(name: str) -> object:
    """`read_html`, whose libraries are imported only when a page is read."""
    if name == "read_html":
        return page_reader()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
