"""Many reports, one account: which events of different reports are one happening, and why.

    found = link(codings, decisions)
    found.incidents, found.links, found.copies

Pure functions of records: the same codings and decisions give the same incidents, ids and all (docs/decisions/0004-linking.md).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.link.accounts import Account, accounts
from onrecord.link.cluster import NEVER, clustered
from onrecord.link.comparison import Comparison, Pair
from onrecord.link.copies import Copy, Texts
from onrecord.link.decisions import ruling, splits
from onrecord.link.incident import incident
from onrecord.link.links import links, rivals
from onrecord.records import Coding, Decision, Incident, Link

__all__ = ["Copy", "Linked", "link", "silent"]

EVERY = 1000  # reports after which reading them is told
Watch = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found. `unheeded` are ids of decisions that newer ones contradict or whose events are gone."""

    incidents: tuple[Incident, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    unheeded: tuple[str, ...]
    reports: int
    accounts: int
    compared: int


def silent(stage: str, many: int) -> None:
    """Watch nothing."""


def link(codings: Iterable[Coding], decisions: Sequence[Decision] = (), watch: Watch = silent) -> Linked:
    """Gather the events of many codings, one of each report, into incidents.

    `decisions` are the analysts' verdicts on pairs of events; `watch` is told each stage as it begins and how much there is.
    """
    found, texts, many = _taken_in(codings, decisions, watch)
    watch("looking for copies", many)
    copies = texts.copies()
    watch("comparing accounts", len(found))
    comparison = Comparison(found)
    ruled = ruling(decisions, {ref: n for n, account in enumerate(found) for ref in account.events})
    scores = comparison.scores(comparison.pairs((*_copied(found, copies), *ruled.same, *ruled.apart)))
    scores |= dict.fromkeys(ruled.apart, NEVER)
    watch("gathering incidents", len(scores))
    groups = clustered(len(found), scores, ruled.same, comparison.weigh)
    home = [0] * len(found)
    for number, group in enumerate(groups):
        for member in group:
            home[member] = number
    kept = links(comparison, scores, home, ruled)
    return Linked(_incidents(found, groups, kept, copies), kept, tuple(copies), ruled.unheeded, many, len(found), len(scores))


def _taken_in(codings: Iterable[Coding], decisions: Sequence[Decision], watch: Watch) -> tuple[list[Account], Texts, int]:
    """The accounts and the texts of codings, which need not stay in memory, and how many there were."""
    split, texts, found, many = splits(decisions), Texts(), list[Account](), 0
    for coding in codings:
        found += accounts(coding, split.get(coding.report.id, ()))
        texts.add(coding.report.id, coding.report.text)
        many += 1
        if many % EVERY == 0:
            watch("reading codings", many)
    found.sort(key=lambda account: account.ref)
    return found, texts, many


def _copied(found: Sequence[Account], copies: Iterable[Copy]) -> list[Pair]:
    """The pairs of accounts that near-copies tell."""
    told: dict[str, list[int]] = {}
    for number, account in enumerate(found):
        told.setdefault(account.ref.report, []).append(number)
    pairs = ((a, b) for copy in copies for a in told.get(copy.one, ()) for b in told.get(copy.other, ()))
    return [(min(pair), max(pair)) for pair in pairs]


def _incidents(
    found: Sequence[Account], groups: Sequence[Sequence[int]], kept: Sequence[Link], copies: Iterable[Copy]
) -> tuple[Incident, ...]:
    """The incidents of groups of accounts, in order of their times."""
    twins = {frozenset((copy.one, copy.other)) for copy in copies}
    made = [incident([found[number] for number in group], twins) for group in groups]
    of = {ref: one.id for one in made for ref in one.events}
    open_ = rivals(kept, of)
    return tuple(sorted((replace(one, rivals=open_.get(one.id, ())) for one in made), key=lambda one: (one.edtf or "~", one.id)))
