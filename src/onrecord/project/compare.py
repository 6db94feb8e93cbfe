"""Compare a book with rows that others coded (UCDP GED, ACLED): matched by day, place and type, never merged into it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from onrecord.check.impossible import kilometres
from onrecord.export.countries import country_name
from onrecord.export.setting import Setting, settings
from onrecord.ledger import Account, Estimate, Happening, estimate, profile
from onrecord.project.account import opened
from onrecord.project.others import Other, read_rows
from onrecord.records import Reason

DAYS = 3  # most days between two accounts of one incident
REACH = {1: 25.0, 2: 50.0, 3: 100.0, 4: 250.0, 5: 250.0}  # kilometres by where_prec; coarser ones match by country
SAME = 3.0  # sum of weights from which a row and an incident are taken for the same


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the incident that is its best match: the reasons, their sum, and how the dead compare."""

    other: Other
    incident: str
    score: float
    reasons: tuple[Reason, ...]
    ours: Estimate
    agrees: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows matched, rows we have nothing for, incidents with deaths that no row tells of, and rows that could not be read."""

    matches: tuple[Match, ...]
    only_theirs: tuple[Other, ...]
    only_ours: tuple[str, ...]
    unread: int


def compare_book(book: str, path: Path, by: str = "ucdp") -> Comparison:
    """Compare a book with a CSV file. UsageError when there is no such file, or it is neither GED's nor ACLED's."""
    rows, unread = read_rows(path)
    with opened(book) as (_, account):
        return compare(account, rows, by, unread)


@dataclass(frozen=True, slots=True)
class _Ours:
    happening: Happening
    setting: Setting
    first: date
    last: date
    total: Estimate


def compare(account: Account, rows: Sequence[Other], by: str = "ucdp", unread: int = 0) -> Comparison:
    """Each row with its best incident, one to one, the surest pairs first."""
    ours = list(_dated(account, by))
    scored = sorted(_scored(account, rows, ours), key=lambda m: (-m.score, m.other.id, m.incident))
    matches: list[Match] = []
    taken: set[str] = set()
    for match in scored:
        if match.other.id not in taken and match.incident not in taken:
            taken |= {match.other.id, match.incident}
            matches.append(match)
    deadly = (o.happening.incident.id for o in ours if (o.total.high or o.total.low or 0) > 0)
    lone = tuple(r for r in rows if r.id not in taken)
    return Comparison(tuple(matches), lone, tuple(i for i in deadly if i not in taken), unread)


def _dated(account: Account, by: str) -> Iterator[_Ours]:
    numbers = profile(by)
    for happening, setting in settings(account, account.happenings()):
        if setting.first and setting.last and any(event.realis == "actual" for _, event in happening.events):
            yield _Ours(happening, setting, setting.first, setting.last, estimate(happening, numbers))


def _scored(account: Account, rows: Iterable[Other], ours: Sequence[_Ours]) -> Iterator[Match]:
    """Pairs that are near in time and place; incidents are looked up by day, so that long files stay quick."""
    by_day: dict[date, list[_Ours]] = {}
    for mine in ours:
        for number in range(min((mine.last - mine.first).days, 31) + 1):
            by_day.setdefault(mine.first + timedelta(number), []).append(mine)
    for row in rows:
        near = {
            mine.happening.incident.id: mine
            for number in range(-DAYS, min((row.last - row.first).days, 31) + DAYS + 1)
            for mine in by_day.get(row.first + timedelta(number), ())
        }
        for mine in near.values():
            reasons = tuple(filter(None, (_day(row, mine), _place(row, mine), _who(account, row, mine), _dead(row, mine))))
            score = sum(reason.weight for reason in reasons)
            if score >= SAME:
                yield Match(row, mine.happening.incident.id, round(score, 2), reasons, mine.total, _agrees(row, mine.total))


def _day(row: Other, mine: _Ours) -> Reason:
    apart = max((mine.first - row.last).days, (row.first - mine.last).days, 0)
    words = "days overlap" if apart == 0 else f"{apart} day(s) apart"
    return Reason("day", 2.0 - 1.5 * apart, words)


def _place(row: Other, mine: _Ours) -> Reason:
    point = mine.setting.point
    coarsest = max(row.where_prec, mine.setting.where_prec or 7)
    if point is None or row.lat is None or row.lon is None or coarsest not in REACH:
        same = row.country.split(" (")[0].casefold() == country_name(mine.setting.country).casefold()
        return Reason("country", 0.5 if same else -5.0, "same country" if same else "another country")
    far = kilometres(point, (row.lat, row.lon))
    near = far <= REACH[coarsest]
    return Reason("place", (2.5 if coarsest <= 2 else 1.0) if near else -5.0, f"{far:.0f} km apart")


def _who(account: Account, row: Other, mine: _Ours) -> Reason | None:
    ours = {
        word
        for ref, event in mine.happening.events
        for actor in (*event.by, *event.to)
        for word in _names(account.readings[ref.report].name(actor))
    }
    theirs = {word for side in row.sides for word in _names(side)}
    shared = ours & theirs
    return Reason("actors", 1.5, f"both name {', '.join(sorted(shared))}") if shared else None


def _names(name: str) -> set[str]:
    plain = name.casefold().replace("islamic state of iraq and the levant", "is isil").replace("islamic state", "is isil")
    return {word for word in plain.replace("(", " ").replace(")", " ").split() if word not in COMMON}


COMMON = frozenset("the of and in a government forces military police group civilians armed unidentified state".split())


def _dead(row: Other, mine: _Ours) -> Reason | None:
    if mine.total.low is None and mine.total.high is None:
        return None
    same = _agrees(row, mine.total)
    return Reason(
        "dead", 1.5 if same and row.best else 0.5 if same else -1.0, "ranges overlap" if same else "ranges do not overlap"
    )


def _agrees(row: Other, total: Estimate) -> bool:
    high = total.high if total.high is not None else float("inf")
    return (total.low or 0) <= row.high and row.low <= high
