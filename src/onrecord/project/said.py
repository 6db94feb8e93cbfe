"""What people said of the relevance of reports."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.store import Book


def said_by_hand(keeper: "Book") -> dict[str, str]:
    """By report, what a person said last: relevant or irrelevant."""
    said = {}
    for made in keeper.decisions("triage"):
        said[made.subject[0].report] = str(json.loads(made.change or "{}").get("relevance", "relevant"))
    return said
