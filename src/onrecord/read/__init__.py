"""Bytes, pages, files and folders in, documents out."""

from onrecord.read.content import read_bytes
from onrecord.read.dates import check_date
from onrecord.read.files import Unread, read_path, read_stream
from onrecord.read.html import read_html
from onrecord.read.text import read_text

__all__ = ["Unread", "check_date", "read_bytes", "read_html", "read_path", "read_stream", "read_text"]
