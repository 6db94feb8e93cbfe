"""The records of the coding manual and the views on a text that the stages pass to one another.

Plain frozen dataclasses; standard library only. Every `Span` is half-open, `[start, end)`, in Unicode code points of the
report's canonical text.
"""

from onrecord.records.coding import (
    ARMED,
    Actor,
    Coding,
    Document,
    Event,
    Figure,
    Furniture,
    Place,
    Report,
    Statement,
    Time,
)
from onrecord.records.ids import record_id, report_id
from onrecord.records.incidents import Decision, Finding, Incident, Link, Reason, Ref
from onrecord.records.mentions import Cast, Mention
from onrecord.records.parse import Parse, Sentence, Token
from onrecord.records.partial import PartialParse
from onrecord.records.spans import Span, covers, overlap, quote
from onrecord.records.spread import Spread
from onrecord.records.triage import Triage

__all__ = [
    "ARMED",
    "Actor",
    "Cast",
    "Coding",
    "Decision",
    "Document",
    "Event",
    "Figure",
    "Finding",
    "Furniture",
    "Incident",
    "Link",
    "Mention",
    "Parse",
    "PartialParse",
    "Place",
    "Reason",
    "Ref",
    "Report",
    "Sentence",
    "Span",
    "Spread",
    "Statement",
    "Time",
    "Token",
    "Triage",
    "covers",
    "overlap",
    "quote",
    "record_id",
    "report_id",
]
