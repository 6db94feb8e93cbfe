"""Figures of one thing that exclude one another: "at least 60" against "no more than 40"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.check.finding import finding, told
from onrecord.ledger import Account, Entry
from onrecord.records import Finding
from onrecord.records.edtf import ends

UNNAMED = "unnamed source"  # "reportedly" twice may be two sources


def bounds(account: Account) -> Iterator[Finding]:
    """Per thing counted, the highest low against the lowest high; one finding a thing, and one a speaker of it."""
    for (incident, *_), some in _things(account.entries).items():
        if (pair := _furthest(some)) is None:
            continue
        least, most = pair
        if least.voice == most.voice and least.ref.report == most.ref.report and least.speaker != UNNAMED:
            yield _disagreement("check.bounds.same_speaker", least, most, incident)
        elif least.voice != most.voice:
            yield _disagreement("check.bounds.disagree", least, most, incident)


def _things(entries: Iterable[Entry]) -> dict[tuple[str | None, ...], list[Entry]]:
    """The standing figures by what they count: a group in an incident, or a group in a place over a period."""
    things: dict[tuple[str | None, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        fig = entry.figure
        if not entry.holds or fig.part_of is not None or entry.superseded_by is not None or fig.measure == "other":
            continue
        if not fig.cumulative and entry.incident is not None:
            things[entry.incident, fig.measure, entry.who].append(entry)
        elif fig.cumulative and ends(entry.edtf)[0] is not None and entry.edtf:
            things[None, fig.measure, entry.who, entry.edtf, entry.place].append(entry)
    return things


def _furthest(some: list[Entry]) -> tuple[Entry, Entry] | None:
    """The figure with the highest low and the one with the lowest high, where the first lies above the second.

    Counts of one report's own list ("two guards … a driver") add up instead, so its voice is compared with others only.
    """
    lows = [e for e in some if e.figure.low is not None]
    highs = [e for e in some if e.figure.high is not None]
    if not lows or not highs:
        return None
    least, most = max(lows, key=lambda e: e.figure.low or 0), min(highs, key=lambda e: e.figure.high or 0)
    if (least.figure.low or 0) <= (most.figure.high or 0) or _listed(least, most):
        return None
    return least, most


def _listed(one: Entry, other: Entry) -> bool:
    """Whether both are counts of one voice in one report that name different people."""
    same = one.ref.report == other.ref.report and one.voice == other.voice
    return same and (one.counted.casefold() != other.counted.casefold() or not one.counted)


def _disagreement(rule: str, least: Entry, most: Entry, incident: str | None) -> Finding:
    return finding(rule, [least.ref, most.ref], f"{told(least)} against {told(most)}.", incident)
