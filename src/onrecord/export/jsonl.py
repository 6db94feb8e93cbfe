"""Codings after the coding manual, one JSON object a report and line."""

import json
from collections.abc import Iterator

from onrecord.export.encodings import LINES
from onrecord.export.formats import Format, Left, Row
from onrecord.export.manual import to_json
from onrecord.ledger import Account, Profile


def rows(account: Account, by: Profile, left: Left) -> Iterator[Row]:
    """The codings in the order of the account. No profile touches them: records hold no numbers but the report's."""
    for reading in account.readings.values():
        yield json.loads(to_json(reading.coding))


def key(found: Row) -> str:
    """A coding is called by its report's id."""
    head = found["report"]
    return str(head["id"]) if isinstance(head, dict) else ""


FORMAT = Format("jsonl", ".jsonl", "Codings after the coding manual, a report a line (JSON).", (), rows, key, LINES)
