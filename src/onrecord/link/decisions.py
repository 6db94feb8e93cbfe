"""What analysts decided on pairs of events, turned into what linking must and must not do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.records import Decision, Ref

VERDICTS = ("same", "different", "unsure")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Pairs of accounts that must be together, and those that must stay apart with the verdict that says so.

    `unheeded` are the ids of decisions that newer ones contradict, or whose events the codings no longer have.
    """

    same: tuple[Pair, ...]
    apart: dict[Pair, str]
    unheeded: tuple[str, ...]


def on_pairs(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions on pairs of events that hold, the newest first."""
    held = [d for d in decisions if d.verdict in VERDICTS and d.withdrawn_at is None and len(d.subject) == 2]
    return sorted(held, key=lambda d: (d.at, d.id), reverse=True)


def splits(decisions: Iterable[Decision]) -> dict[str, set[frozenset[str]]]:
    """By report, the pairs of its own events that must not be taken as one happening."""
    out: dict[str, set[frozenset[str]]] = {}
    newest: set[frozenset[Ref]] = set()
    for decision in on_pairs(decisions):
        one, other = decision.subject
        if frozenset(decision.subject) not in newest and decision.verdict != "same" and one.report == other.report:
            out.setdefault(one.report, set()).add(frozenset((one.record, other.record)))
        newest.add(frozenset(decision.subject))
    return out


def ruling(decisions: Iterable[Decision], account: Mapping[Ref, int]) -> Ruling:
    """The ruling on accounts, given the account of each event. What a newer decision settled stays settled."""
    home = {number: {number} for number in account.values()}
    same: list[Pair] = []
    apart: dict[Pair, str] = {}
    unheeded: list[str] = []
    for decision in on_pairs(decisions):
        one, other = (account.get(ref) for ref in decision.subject)
        if one is None or other is None or not _rule(decision.verdict, one, other, home, same, apart):
            unheeded.append(decision.id)
    return Ruling(tuple(same), apart, tuple(unheeded))


def _rule(verdict: str, one: int, other: int, home: dict[int, set[int]], same: list[Pair], apart: dict[Pair, str]) -> bool:
    """Add a verdict; False when what was settled before does not allow it."""
    together = home[one] is home[other]
    if verdict != "same":
        if not together:
            apart.setdefault(_pair(one, other), verdict)
        return not together and apart[_pair(one, other)] == verdict
    if any(_pair(a, b) in apart for a in home[one] for b in home[other]):
        return False
    if not together:
        same.append(_pair(one, other))
        home[one] |= home[other]
        for number in home[other]:
            home[number] = home[one]
    return True


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
