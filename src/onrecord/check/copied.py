"""Copied figures: many outlets, one speaker."""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.check.finding import finding, told
from onrecord.ledger import Account, Entry
from onrecord.records import Finding

OUTLETS = 2  # how many outlets printing one figure make it worth a note


def copied(account: Account) -> Iterator[Finding]:
    """Per incident and number, the outlets that print it, when everything they have comes from one speaker."""
    printed: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in account.entries:
        fig = entry.figure
        if entry.incident is not None and entry.holds and fig.bound != "vague" and (fig.low or fig.high):
            printed[entry.incident, fig.measure, fig.low, fig.high, entry.who].append(entry)
    for some in printed.values():
        outlets = {e.outlet or e.ref.report for e in some}
        speakers = {e.speaker for e in some}
        if len(outlets) >= OUTLETS and len(speakers) == 1 and None not in speakers and "unnamed source" not in speakers:
            first = min(some, key=lambda e: (e.given_on or "9", e.ref))
            words = f"{len(outlets)} outlets print {told(first)}: {', '.join(sorted(outlets))}."
            yield finding("check.copied", [e.ref for e in some], words, first.incident)
