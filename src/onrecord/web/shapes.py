"""What the JSON side takes and gives, as types; its description is made from them."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from msgspec import Meta

from onrecord.ledger import profiles
from onrecord.project.states import STATES
from onrecord.records import Coding, Finding

Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Limit = Annotated[int, Meta(ge=1, le=1000)]
From = Annotated[int, Meta(ge=0, le=2**53)]
Words = Annotated[str, Meta(max_length=200)]
Verdict = Literal["accept", "reject", "edit", "flag", "note", "state"]


@dataclass(frozen=True, slots=True)
class Nothing:
    """An operation that takes no values."""


@dataclass(frozen=True, slots=True)
class WhichReports:
    """Words of the title or name, an outlet, days of publication, a state, and which page of the answer."""

    words: Words = ""
    outlet: Words = ""
    since: Day | Literal[""] = ""
    until: Day | Literal[""] = ""
    state: Literal[STATES] | Literal[""] = ""  # type: ignore[valid-type]
    limit: Limit = 100
    offset: From = 0


@dataclass(frozen=True, slots=True)
class WhichFigures:
    """An incident, an actor, a measure, the profile whose totals are wanted, and how many lines at most."""

    incident: Words = ""
    actor: Words = ""
    measure: Words = ""
    profile: Literal[tuple(profiles())] = "ucdp"  # type: ignore[valid-type]
    limit: Limit = 1000


@dataclass(frozen=True, slots=True)
class WhichPage:
    """Which page of a list."""

    limit: Limit = 1000
    offset: From = 0


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list."""

    id: str
    name: str | None
    title: str | None
    outlet: str | None
    published: str | None
    statements: int
    figures: int
    events: int
    decided: int
    findings: int
    state: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of reports, and how many there are in all."""

    total: int
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewedReport:
    """A report with the decisions applied, its state and its open findings."""

    state: str
    coding: Coding
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to make on a record, or on the report as a whole where `record` is empty (note, state).

    `change` holds the fields of an edit, or {"state": …}. `seen` is the id of the newest decision on the record that the caller
    knows of, "" for none; where it is given and another has come since, the answer is 409 and nothing is decided.
    """

    verdict: Verdict
    record: Words = ""
    reason: str | None = None
    change: dict[str, Any] | None = None
    seen: Words | None = None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure of the ledger: where it stands, its words and numbers, who says so and what it is of."""

    report: str
    record: str
    incident: str | None
    words: str
    low: float | None
    high: float | None
    bound: str
    measure: str
    speaker: str | None
    outlet: str | None
    edtf: str | None
    superseded: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class TotalLine:
    """What the profile makes of an incident's figures of one measure."""

    incident: str
    measure: str
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures and totals."""

    total: int
    figures: tuple[FigureLine, ...]
    totals: tuple[TotalLine, ...]
