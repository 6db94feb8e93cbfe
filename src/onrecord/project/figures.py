"""The ledger of a book: figures side by side, and the numbers a profile makes of each incident."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.actors.names import bodies, fold
from onrecord.errors import UsageError
from onrecord.ledger import Account, Entry, Estimate, Happening, estimate, profile
from onrecord.ledger.abstracts import named, start_of
from onrecord.project.account import opened
from onrecord.project.actors import use_added_actors
from onrecord.records import Incident
from onrecord.review.change import ALLOWED


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures: those of an incident (its id or the start of it), an actor counted, doing it or speaking, a measure."""

    incident: str | None = None
    actor: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A figure and the sentence it stands in."""

    entry: Entry
    sentence: str


@dataclass(frozen=True, slots=True)
class Total:
    """What a profile makes of one incident's figures of a measure."""

    incident: Incident
    measure: str
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures that were asked for, and the totals of their incidents."""

    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    found: int = 0  # figures in all, where only some are listed


def book_ledger(book: str, wanted: Wanted, by: str = "ucdp") -> Ledger:
    """The ledger of a book. BookError when there is no such book; UsageError when there is no such profile or measure, or an incident is not there or not clear."""
    profile(by)
    measures = ALLOWED["measure"]
    if wanted.measure and wanted.measure not in measures:
        raise UsageError(f"{wanted.measure}: no such measure; there are {', '.join(measures)}")
    use_added_actors(book)
    with opened(book) as (_, account):
        return ledger(account, wanted, by)


def ledger(account: Account, wanted: Wanted, by: str = "ucdp", most: int | None = None) -> Ledger:
    """The figures of an account that are wanted, in the order of what they tell of, and their incidents' totals; `most` lines at most."""
    incident = _meant(account, wanted.incident) if wanted.incident else None
    found = [e for e in account.entries if _is_wanted(e, account, wanted, incident)]
    found.sort(key=lambda e: (start_of(e), e.incident or "", e.figure.measure, e.given_on, e.ref.report, e.figure.span))
    shown = found[:most]
    lines = tuple(Line(e, account.sentence(e.ref)) for e in shown)
    return Ledger(lines, tuple(_totals(account, shown, by, incident, wanted.measure)), len(found))


def _meant(account: Account, wanted: str) -> str:
    found = [i.id for i in account.incidents if i.id.startswith(wanted)]
    exact = [i for i in found if i == wanted]
    if len(exact or found) != 1:
        why = f"could be {', '.join(found[:5])}; give more of it" if found else "no such incident; `onrecord figures` shows them"
        raise UsageError(f"{wanted}: {why}")
    return (exact or found)[0]


def _is_wanted(entry: Entry, account: Account, wanted: Wanted, incident: str | None) -> bool:
    if incident is not None and entry.incident != incident:
        return False
    if wanted.measure and entry.figure.measure != wanted.measure:
        return False
    if wanted.actor is None:
        return True
    return any(is_named(wanted.actor, name) for name in named(account.readings[entry.ref.report], entry))


def is_named(wanted: str, name: str) -> bool:
    """Whether a name is one of the known body that words name, or says that it is of it ("M23 fighters"); else, holds the words."""
    folded, known = fold(name), known_as(wanted)
    if not known:
        return fold(wanted) in folded
    if folded in bodies():
        return folded in known  # "UN Security Council" is another body than the UN
    return any(f" {each} " in f" {folded} " for each in known)


@lexicon.from_rows
@cache
def known_as(wanted: str) -> frozenset[str]:
    """Every folded name and alias of the known body that words name; empty where they name none."""
    body = bodies().get(fold(wanted))
    return frozenset(name for name, known in bodies().items() if known == body) if body else frozenset()


def _totals(account: Account, found: Sequence[Entry], by: str, incident: str | None, measure: str | None) -> Iterator[Total]:
    return totals(account.happenings(), measures_of(found, incident, measure), by)


def measures_of(found: Sequence[Entry], incident: str | None, measure: str | None) -> dict[str, dict[str, None]]:
    """The measures by incident that figures were found of; the named dead too where an incident was asked for."""
    measures: dict[str, dict[str, None]] = {incident: {measure or "killed": None}} if incident else {}
    for entry in found:
        if entry.incident is not None and not entry.figure.cumulative:
            measures.setdefault(entry.incident, {})[entry.figure.measure] = None
    return measures


def totals(happenings: Iterable[Happening], measures: dict[str, dict[str, None]], by: str) -> Iterator[Total]:
    """A total for each incident and measure that is asked for."""
    numbers = profile(by)
    for happening in happenings:
        for name in measures.get(happening.incident.id, ()):
            total = estimate(happening, numbers, name)
            if total.used or total.named:
                yield Total(happening.incident, name, total)
