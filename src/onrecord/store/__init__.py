"""The book: reports, their codings and all that is made of them, in one SQLite file or a PostgreSQL database."""

from onrecord.store.addresses import NotedAddress
from onrecord.store.arrivals import Arrival
from onrecord.store.book import Book
from onrecord.store.changes import NEVER, Changed, Said
from onrecord.store.decisions import Draft, Seen
from onrecord.store.dossiers import Dossier
from onrecord.store.exports import Export, ExportRow
from onrecord.store.forget import Forgotten
from onrecord.store.index import Hit
from onrecord.store.log import LogEntry
from onrecord.store.queues import Listed, Wanted
from onrecord.store.reports import Entry, Stored
from onrecord.store.triage import Triaged
from onrecord.store.verify import Flaw

__all__ = [
    "NEVER",
    "Arrival",
    "Book",
    "Changed",
    "Dossier",
    "Draft",
    "Entry",
    "Export",
    "ExportRow",
    "Flaw",
    "Forgotten",
    "Hit",
    "Listed",
    "LogEntry",
    "NotedAddress",
    "Said",
    "Seen",
    "Stored",
    "Triaged",
    "Wanted",
]
