"""The desk: review in the browser, on this machine only."""

from onrecord.web.application import application
from onrecord.web.entry import Entry
from onrecord.web.serve import serve

__all__ = ["Entry", "application", "serve"]
