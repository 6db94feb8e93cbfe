"""Parts against their wholes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.check.finding import finding, number, told
from onrecord.ledger import Account, Entry
from onrecord.records import Finding, Ref

PARTLY = re.compile(r"\b(?:includ|among|such as|other|rest\b|remain|most|mainly|mostly|at least)", re.IGNORECASE)


def parts(account: Account) -> Iterator[Finding]:
    """Breakdowns whose parts come to more than the whole can be, or all given exactly and to less."""
    broken: dict[Ref, list[Entry]] = defaultdict(list)
    for entry in account.entries:
        if entry.figure.part_of is not None:
            broken[Ref(entry.ref.report, entry.figure.part_of)].append(entry)
    for ref, some in broken.items():
        whole = account.entry(ref)
        if whole is not None and not _share(whole):
            yield from _compared(account, whole, [e for e in some if e.figure.measure == whole.figure.measure and not _share(e)])


def _share(entry: Entry) -> bool:
    """Whether a figure is a share ("half of them"), which no count can be compared with."""
    top = entry.figure.high if entry.figure.high is not None else entry.figure.low
    return top is not None and 0 < top < 1


def _compared(account: Account, whole: Entry, some: Sequence[Entry]) -> Iterator[Finding]:
    most = whole.figure.high
    lows = [e.figure.low or 0 for e in some]
    if not some or most is None:
        return
    refs = [whole.ref, *(e.ref for e in some)]
    listed = " and ".join(told(e) for e in some)
    if sum(lows) > most and len(some) > 1 and not _overlapping(some):
        yield finding(
            "check.parts.exceed", refs, f"{listed} come to {number(sum(lows))}, the whole is {told(whole)}.", whole.incident
        )
    elif max(lows) > most:
        yield finding("check.parts.exceed", refs, f"{listed} against the whole {told(whole)}.", whole.incident)
    elif _complete(account, whole, some) and sum(lows) < (whole.figure.low or 0):
        words = f"{listed} come to {number(sum(lows))}, the whole is {told(whole)}."
        yield finding("check.parts.disagree", refs, words, whole.incident)


def _overlapping(some: Sequence[Entry]) -> bool:
    """Parts by different speakers or cut in different ways ("two women", "three foreigners") may hold the same people."""
    return len({e.voice for e in some}) > 1 or len({e.figure.span[0] // 300 for e in some}) > 2


def _complete(account: Account, whole: Entry, some: Sequence[Entry]) -> bool:
    """Whether the text gives two or more exact parts right after an exact whole, as a breakdown that should be full.

    "Among them", "including" give some of the parts only.
    """
    text = account.readings[whole.ref.report].report.text
    if PARTLY.search(text, whole.figure.span[1], max(e.figure.span[0] for e in some)):
        return False
    near = all(0 < e.figure.span[0] - whole.figure.span[1] < 200 for e in some)
    return len(some) > 1 and near and all(e.figure.bound == "exact" for e in (whole, *some))
