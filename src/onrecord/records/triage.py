"""What is said of a report before it is coded."""

from dataclasses import dataclass

from onrecord.records.incidents import Reason


@dataclass(frozen=True, slots=True)
class Triage:
    """Whether a report tells of organised violence, and which report it repeats; `reasons` are the words and rules that decided.

    `relevance` ∈ relevant, irrelevant: its `score` is the sum of the reasons' weights, `needed` what a report of its length
    needs. `background` is true when violence is told in passing only. `repeats` is the id of an earlier report, `kind` ∈ exact,
    copy, update says how, `share` how much of the shorter one's wording both have.
    """

    report: str
    relevance: str
    background: bool
    score: float
    needed: float
    reasons: tuple[Reason, ...] = ()
    repeats: str | None = None
    kind: str | None = None
    share: float | None = None
