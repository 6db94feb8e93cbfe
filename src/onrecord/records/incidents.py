"""What many reports yield together: incidents, the links that made them, findings and decisions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A record of one report: the report's id and the record's."""

    report: str
    record: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A named argument for (weight above 0) or against a link, in words a reviewer can check.

    The weight is a base-2 logarithm of a likelihood ratio (Fellegi and Sunter, 1969).
    """

    name: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two events that were compared: the sum of the reasons' weights, and what came of it.

    `verdict` ∈ same, different, unsure; `rule` tells whether the score or an analyst decided (`link.score`, `link.decision`).
    """

    one: Ref
    other: Ref
    score: float
    reasons: tuple[Reason, ...]
    verdict: str
    rule: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Events of one or several reports that are one happening.

    `edtf` and the place are the most exact that its events agree on; `sources` counts reports with near-copies of one
    story taken as one; `rivals` are the ids of incidents it may be the same as.
    """

    id: str
    type: str
    events: tuple[Ref, ...]
    edtf: str | None
    date_prec: int | None
    place: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    country: str | None
    sources: int
    rule: str
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up: the rule that fired, the records it is about and what it says of them.

    `severity` ∈ error, warning, note. The id hashes rule and records, so that a dismissal holds when checks run again.
    """

    id: str
    rule: str
    severity: str
    records: tuple[Ref, ...]
    words: str
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """An analyst's word on a record, a pair of events or a finding; appended, withdrawn by date, never overwritten.

    `verdict` ∈ same, different, unsure (a pair of events), accept, reject, edit (a record), dismiss (a finding).
    `change` holds the edited fields as JSON; times are ISO 8601 in UTC.
    """

    id: str
    verdict: str
    subject: tuple[Ref, ...]
    by: str
    at: str
    reason: str | None = None
    change: str | None = None
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
