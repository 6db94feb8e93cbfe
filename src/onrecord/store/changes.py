"""What changed in a book since an entry of its log, for whoever keeps something that is made of it."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.store import log as log_
from onrecord.store.tables import decision_refs, decisions, log

NEVER = (0, "")  # the position before the first entry


@dataclass(frozen=True, slots=True)
class Said:
    """That a decision on a record was made or withdrawn; for a finding `report` is "" and `record` its id."""

    report: str
    record: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed: reports that came, went or were coded, what was said, and whether the book was linked or checked.

    `position` is the number and hash of the log's newest entry.
    """

    position: tuple[int, str]
    reports: frozenset[str]
    said: frozenset[Said]
    linked: bool
    checked: bool


def since(db: Connection, position: tuple[int, str]) -> Changed | None:
    """What changed since a position of the log; None when the log has no such entry: it is another book, or cut off."""
    seq, hash_ = position
    if seq and db.execute(select(log.c.hash).where(log.c.seq == seq)).scalar() != hash_:
        return None
    head = log_.head(db)
    if head == position:
        return Changed(head, frozenset(), frozenset(), False, False)
    newer = log.c.seq > seq
    # Nothing is made distinct here: to do so SQLite would walk the whole log by its subjects.
    came = select(log.c.subject).where(newer, log.c.kind.in_(("report", "coding", "forget")))
    runs = set(db.execute(select(log.c.kind).where(newer, log.c.kind.in_(("link", "check")))).scalars())
    names = select(log.c.subject).where(newer, log.c.kind.in_(("decision", "withdrawal")))
    said = select(decision_refs.c.report, decision_refs.c.record, decisions.c.verdict).join(
        decisions, decisions.c.id == decision_refs.c.decision
    )
    said = said.where(decision_refs.c.decision.in_(names))
    return Changed(
        head,
        frozenset(db.execute(came).scalars()),
        frozenset(Said(*row) for row in db.execute(said)),
        "link" in runs,
        "check" in runs,
    )
