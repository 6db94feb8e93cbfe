"""Low, best and high of one incident: the standing figures of all its voices, combined by a profile."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.ledger.account import Happening
from onrecord.ledger.entries import Entry
from onrecord.ledger.profiles import Profile, Range, numbers
from onrecord.records import Ref

NEAR = 150  # characters between two counts that one clause lists ("a farmer and two guards")


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a profile makes of the figures of one thing; None where they leave a number open. `used` are its figures."""

    low: float | None
    best: float | None
    high: float | None
    used: tuple[Ref, ...]
    named: int = 0  # of them, persons counted by name


NOTHING = Estimate(None, None, None, ())


def estimate(happening: Happening, by: Profile, measure: str = "killed") -> Estimate:
    """The numbers of one incident: its standing figures, else its named dead."""
    found = combined(standing(happening.entries, measure), by)
    if found.used or measure != "killed" or by.steps["named"] != "one":
        return found
    count = len(happening.dead)
    return Estimate(count, None if by.steps["best"] == "none" else count, count, (), count) if count else NOTHING


def standing(entries: Iterable[Entry], measure: str) -> list[Entry]:
    """The figures that count: of this measure, held to be so, of the incident itself and not replaced by a later one."""
    return [e for e in entries if e.figure.measure == measure and e.holds and not e.figure.cumulative and e.superseded_by is None]


def combined(entries: Sequence[Entry], by: Profile) -> Estimate:
    """One estimate of several voices' figures of one thing; parts of a whole are left to the whole.

    Groups (civilians, an army, …) add up; a count of people in general holds the groups counted beside it, save those that
    a voice counts apart from it, and civilians who are all that another voice counts: they are its rival.
    """
    counted = [(e, found) for e in entries if e.figure.part_of is None and (found := numbers(e, by)) is not None]
    if not counted:
        return NOTHING
    groups: dict[str, list[tuple[Entry, Range]]] = defaultdict(list)
    rivals = _rivals([e for e, _ in counted])
    for entry, found in counted:
        groups["people" if entry.ref in rivals else entry.who].append((entry, found))
    general = _group(groups.pop("people"), by) if "people" in groups else None
    used = tuple(e.ref for e, _ in counted)
    apart = {who for who, some in groups.items() if any(_apart(e, entries) for e, _ in some)} if general else set()
    beside = [_group(some, by) for who, some in groups.items() if who in apart]
    held = [_group(some, by) for who, some in groups.items() if who not in apart]
    return _sum([_whole(general, held, used), *beside], used) if beside else _whole(general, held, used)


def _rivals(entries: Sequence[Entry]) -> set[Ref]:
    """Civilians beside others' people in general, by voices that count nobody else.

    "At least 45 civilians died, a commission said. A party put the dead at 50": one speaker's dead are no part of another's.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        groups[entry.voice].add(entry.who)
    if not any("people" in some for some in groups.values()):
        return set()
    return {e.ref for e in entries if groups[e.voice] == {"civilians"}}


def _apart(group: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a voice that counts a group and people in general shows that these do not hold the group.

    They are fewer ("nine people dead, 14 rebels killed"), or broken down in full without it.
    """
    same = [e for e in entries if e.ref.report == group.ref.report and e.voice == group.voice]
    general = [e for e in same if e.who == "people" and e.figure.part_of is None and e.figure.high is not None]
    return bool(general) and all(_leaves_out(e, [p for p in same if p.figure.part_of == e.ref.record], group) for e in general)


def _leaves_out(whole: Entry, parts: Sequence[Entry], group: Entry) -> bool:
    most = whole.figure.high or 0
    in_full = sum(p.figure.low or 0 for p in parts) >= most and all(p.who != group.who for p in parts)
    return (group.figure.low or 0) > most or (bool(parts) and in_full)


def _sum(some: Sequence[Estimate], used: tuple[Ref, ...]) -> Estimate:
    return Estimate(_added([p.low for p in some]), _added([p.best for p in some]), _added([p.high for p in some]), used)


def _whole(general: Estimate | None, parts: Sequence[Estimate], used: tuple[Ref, ...]) -> Estimate:
    added = _sum(parts, used)
    if general is None:
        return added
    if parts and general.high is not None and (added.low or 0) > general.high:  # the groups are more than the people
        return Estimate(general.low, general.best, added.high, used)
    return Estimate(general.low, general.best, general.high, used)


def _added(numbers_: Sequence[float | None]) -> float | None:
    return None if None in numbers_ else sum(n for n in numbers_ if n is not None)


def _group(entries: Sequence[tuple[Entry, Range]], by: Profile) -> Estimate:
    """What the voices make of one group: each voice's total, then the lowest, the best and the highest of them."""
    voices: dict[tuple[str, str], list[tuple[Entry, Range]]] = defaultdict(list)
    for entry, found in entries:
        voices[entry.voice, entry.ref.report].append((entry, found))
    totals: dict[str, Range] = {}
    for (voice, _), some in voices.items():
        total = _total(some)
        totals[voice] = _hull(totals[voice], total) if voice in totals else total
    ranges = list(totals.values())
    highs = [high for _, high in ranges]
    high = None if None in highs else max(h for h in highs if h is not None)
    return Estimate(min((low for low, _ in ranges if low is not None), default=0), _best(ranges, by), high, ())


def _total(given: Sequence[tuple[Entry, Range]]) -> Range:
    """What one voice's figures of one group in one report come to: their sum, or the largest where it holds the rest."""
    entries = [pair for number, pair in enumerate(given) if not any(_repeats(pair, known) for known in given[:number])]
    if len(entries) == 1:
        return entries[0][1]
    largest, found = max(entries, key=lambda pair: pair[1][1] or pair[1][0] or 0)
    rest = [(e, r) for e, r in entries if e.ref != largest.ref]
    if rest and _holds(found, [r for _, r in rest]) and not any(_listed(largest, e) for e, _ in rest):
        return found
    lows, highs = [low for _, (low, _) in entries if low is not None], [high for _, (_, high) in entries]
    return sum(lows) if lows else None, _added(highs)


def _repeats(later: tuple[Entry, Range], first: tuple[Entry, Range]) -> bool:
    """Whether a number is the one given before: "put the dead at 17: '17 bodies came in'"."""
    (one, found), (other, known) = later, first
    alike = one.counted.casefold() == other.counted.casefold() and not _listed(one, other)
    return found == known and ((one.general and other.general) or alike)


def _holds(whole: Range, parts: Sequence[Range]) -> bool:
    return (whole[1] or whole[0] or 0) >= sum(low or 0 for low, _ in parts)


def _listed(one: Entry, other: Entry) -> bool:
    """Whether two figures stand so close that they are items of one list."""
    return abs(one.figure.span[0] - other.figure.span[0]) < NEAR


def _hull(one: Range, other: Range) -> Range:
    """Undated figures of one voice in several reports: from the lower to the higher."""
    lows = [low for low in (one[0], other[0]) if low is not None]
    return min(lows, default=None), None if None in (one[1], other[1]) else max(one[1] or 0, other[1] or 0)


def _best(ranges: Sequence[Range], by: Profile) -> float | None:
    """The best number by the profile; a range speaks for its low, one that starts at nothing for its high."""
    known = [low or high or 0 for low, high in ranges]
    if by.steps["best"] == "none":
        return None
    if by.steps["best"] == "lowest":
        return min(known)
    most = Counter(known)
    return min(known, key=lambda n: (-most[n], n))
