"""Running totals: they do not fall, and no incident inside them comes to more."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.check.finding import finding, number, told
from onrecord.ledger import Account, Entry, Happening, estimate, profile
from onrecord.records import Finding, Ref
from onrecord.records.edtf import closed, ends

COUNTRY = 6  # where_prec
MEASURES = ("killed", "wounded", "captured", "freed", "displaced")


def tolls(account: Account) -> Iterator[Finding]:
    """Tolls that fall, and tolls below the incidents they span."""
    running = [e for e in account.entries if e.figure.cumulative and e.holds and e.figure.measure in MEASURES]
    yield from _falling(running)
    yield from _exceeded(account, [e for e in running if e.figure.high is not None])


def _falling(running: Iterable[Entry]) -> Iterator[Finding]:
    """One speaker's totals of one thing since one day, in the order they were given."""
    series: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in running:
        start = ends(entry.edtf)[0]
        if start is not None and entry.given_on and entry.speaker != "unnamed source":
            series[entry.voice, entry.figure.measure, entry.who, entry.place, start].append(entry)
    for some in series.values():
        for before, after in pairwise(sorted(some, key=lambda e: e.given_on)):
            least, most = before.figure.low, after.figure.high
            if after.given_on > before.given_on and least is not None and most is not None and most < least:
                yield finding("check.toll.falls", [before.ref, after.ref], f"First {told(before)}, then {told(after)}.")


@dataclass(frozen=True, slots=True)
class _Counted:
    """An incident's low in one measure, with its days, country and figures."""

    first: date
    last: date
    country: str | None
    place: str | None
    who: frozenset[str]
    low: float
    used: tuple[Ref, ...]


def _exceeded(account: Account, ceilings: Sequence[Entry]) -> Iterator[Finding]:
    for measure in {e.figure.measure for e in ceilings}:
        counted = sorted(_counted(account, measure), key=lambda c: c.first)
        starts = [c.first for c in counted]
        for toll in (e for e in ceilings if e.figure.measure == measure):
            first, last = closed(toll.edtf, account.readings[toll.ref.report].report.published)
            if first is None or last is None or (toll.place is None and toll.country is None):
                continue
            inside = counted[bisect_left(starts, first) : bisect_right(starts, last)]
            yield from _above(toll, [c for c in inside if c.last <= last and _within(c, toll)])


def _counted(account: Account, measure: str) -> Iterator[_Counted]:
    cautious = profile("min-max")
    for happening in account.happenings():
        first, last = ends(happening.incident.edtf)
        if first is None or last is None:
            continue
        total = estimate(happening, cautious, measure)
        if total.low and total.used:
            yield _Counted(
                first,
                last,
                happening.incident.country,
                happening.incident.place,
                _who(happening, measure),
                total.low,
                total.used,
            )


def _who(happening: Happening, measure: str) -> frozenset[str]:
    return frozenset(e.who for e in happening.entries if e.figure.measure == measure and not e.figure.cumulative)


def _within(counted: _Counted, toll: Entry) -> bool:
    """Whether an incident is of the toll's place and of the people it counts."""
    same_place = counted.place == toll.place or toll.place is None or toll.place_prec == COUNTRY
    same_country = toll.country is None or counted.country == toll.country
    return same_place and same_country and (toll.who == "people" or counted.who == {toll.who})


def _above(toll: Entry, inside: Sequence[_Counted]) -> Iterator[Finding]:
    total = sum(c.low for c in inside)
    if toll.figure.high is not None and total > toll.figure.high and len(inside) > 0:
        refs = [toll.ref, *(ref for c in inside for ref in c.used)]
        words = f"{len(inside)} incident(s) come to at least {number(total)}, the toll is {told(toll)}."
        yield finding("check.toll.exceeded", refs, words)
