"""Bytes and pages in, documents out."""

from onrecord.read.dates import check_date
from onrecord.read.text import read_text

__all__ = ["check_date", "read_text"]
