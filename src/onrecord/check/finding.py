"""A finding made of its rule, its records and their words."""

from collections.abc import Sequence
from hashlib import sha256

from onrecord import lexicon
from onrecord.ledger import Entry
from onrecord.records import Finding, Ref


def finding(rule: str, records: Sequence[Ref], words: str, incident: str | None = None) -> Finding:
    """A finding of a rule; its id hashes rule and records, so that a dismissal holds when checks run again."""
    row = lexicon.index("checks", "rule")[rule]
    kept = tuple(sorted(set(records)))
    stem = sha256("|".join([rule, *(f"{r.report}#{r.record}" for r in kept)]).encode()).hexdigest()[:12]
    return Finding(f"k-{stem}", rule, row["severity"], kept, f"{row['words']} {words}", incident)


def told(entry: Entry) -> str:
    """A figure as a finding names it: its words, who gave it, where it was printed and when."""
    who = ", via ".join(entry.chain) or "the report itself"
    where = ", ".join(filter(None, (entry.outlet, entry.given_on)))
    what = "" if entry.figure.measure in entry.phrase else f" {entry.figure.measure}"
    return f"“{entry.phrase}”{what} ({who}{f'; {where}' if where else ''})"


def number(value: float | None) -> str:
    """A number in words of a finding, without a point where it is whole."""
    return "open" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"
