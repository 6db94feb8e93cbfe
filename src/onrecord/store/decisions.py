"""Decisions of analysts: appended, withdrawn, never overwritten."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, select, update

from onrecord.errors import MovedError, UsageError
from onrecord.records import Decision, Ref
from onrecord.store import log
from onrecord.store.tables import decision_refs, decisions, reports

# How many records a verdict is said of; None for any number. A report as a whole is a record without a name.
SUBJECTS = {
    **dict.fromkeys(("same", "different", "unsure"), 2),
    **dict.fromkeys(("accept", "reject", "edit", "add", "flag", "note", "state", "vote", "triage"), 1),
    **dict.fromkeys(("dismiss", "person", "policy"), None),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is about to be made: everything but its name, its day and who makes it."""

    verdict: str
    subject: tuple[Ref, ...]
    reason: str | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest decision of some verdicts on a record that a person knew of, "" for none; `by` whose decisions they see, None for all."""

    subject: Ref
    decision: str
    verdicts: Collection[str]
    by: str | None = None


def is_one_of(verdicts: Collection[str]) -> ColumnElement[bool]:
    """Whether a decision has one of these verdicts; said so that it is looked for by its report, never by its verdict, of which there are many."""
    return func.coalesce(decisions.c.verdict, "").in_(sorted(verdicts))


def decide_all(db: Connection, drafts: Iterable[Draft], by: str, seen: Seen | None = None) -> tuple[Decision, ...]:
    """Append decisions of one step. MovedError when there is a newer one than was `seen`."""
    if seen is not None and (newest_ := _newest_on(db, seen)) != seen.decision:
        what = newest_ or "a withdrawal"
        raise MovedError(f"{seen.subject.record}: {what} came after what you saw; look at it and decide again")
    return tuple(decide(db, one.verdict, one.subject, by, one.reason, one.change) for one in drafts)


def _newest_on(db: Connection, seen: Seen) -> str:
    """The newest live decision of some verdicts on a record, "" for none."""
    query = (
        select(decisions.c.id)
        .join(decision_refs, decision_refs.c.decision == decisions.c.id)
        .where(decision_refs.c.report == seen.subject.report, decision_refs.c.record == seen.subject.record)
        .where(decision_refs.c.position == 0, decisions.c.withdrawn_at.is_(None), is_one_of(seen.verdicts))
    )
    if seen.by is not None:
        query = query.where(decisions.c.by == seen.by)
    return db.execute(query.order_by(decisions.c.entry.desc()).limit(1)).scalar() or ""


def decide(
    db: Connection, verdict: str, subject: Sequence[Ref], by: str, reason: str | None = None, change: str | None = None
) -> Decision:
    """Append a decision. UsageError for a verdict, a number of records or a report that there is not."""
    _check(db, verdict, subject)
    made = Decision(f"d{log.next_seq(db)}", verdict, tuple(subject), by, log.now(), reason, change)
    entry = log.append(db, "decision", made.id, _digest(made), made.at)
    db.execute(
        insert(decisions).values(
            id=made.id, verdict=verdict, by=by, at=made.at, reason=reason, change=change, withdrawn_at=None, entry=entry
        )
    )
    refs = [{"decision": made.id, "position": n, "report": r.report, "record": r.record} for n, r in enumerate(subject)]
    db.execute(insert(decision_refs), refs)
    return made


def _check(db: Connection, verdict: str, subject: Sequence[Ref]) -> None:
    if verdict not in SUBJECTS:
        raise UsageError(f"{verdict}: is no verdict; use one of {', '.join(SUBJECTS)}")
    wanted = SUBJECTS[verdict]
    if not subject or (wanted is not None and len(subject) != wanted):
        raise UsageError(f"{verdict}: is said of {wanted or 'one or more'} record(s), not of {len(subject)}; name them")
    for ref in subject:
        if ref.report and db.execute(select(reports.c.id).where(reports.c.id == ref.report)).scalar() is None:
            raise UsageError(f"{ref.report}: no such report in the book; `onrecord list` shows what there is")


def withdraw(db: Connection, decision: str, by: str) -> Decision:
    """Take a decision back; its row stays. UsageError when there is none of the name or it is withdrawn already."""
    row = db.execute(select(decisions).where(decisions.c.id == decision)).first()
    if row is None:
        raise UsageError(f"{decision}: no such decision; `onrecord decisions` shows what there is")
    if row.withdrawn_at is not None:
        raise UsageError(f"{decision}: was withdrawn on {row.withdrawn_at[:10]} by {row.withdrawn_by}; nothing is left to do")
    at = log.now()
    entry = log.append(db, "withdrawal", decision, log.digest_of((decision, by, at)), at)
    db.execute(update(decisions).where(decisions.c.id == decision).values(withdrawn_at=at, withdrawn_by=by, withdrawal=entry))
    return next(iter(listed(db, only=decision)))


def listed(
    db: Connection,
    verdict: str | None = None,
    live: bool = True,
    only: str | None = None,
    report: str | None = None,
    by: str | None = None,
    step: str | None = None,
) -> list[Decision]:
    """Decisions in the order they were made; with `live`, those not withdrawn.

    `only` is an id, `report` what they are about, `by` who made them, `step` a word of their change.
    """
    query = select(decisions).order_by(decisions.c.entry)
    if only is not None:
        query = query.where(decisions.c.id == only)
    elif live:
        query = query.where(decisions.c.withdrawn_at.is_(None))
    if report is not None:
        query = query.where(decisions.c.id.in_(select(decision_refs.c.decision).where(decision_refs.c.report == report)))
    for column, value in ((decisions.c.verdict, verdict), (decisions.c.by, by)):
        if value is not None:  # of one report the few decisions are read, never all of a person or a verdict
            query = query.where((column if report is None else func.coalesce(column, "")) == value)
    if step is not None:
        query = query.where(decisions.c.change.contains(step, autoescape=True))
    return _with_subjects(db, query)


def about(db: Connection, reports_: Collection[str], verdicts: Collection[str] | None = None) -> list[Decision]:
    """The live decisions on records of some reports, in the order they were made."""
    touching = select(decision_refs.c.decision).where(decision_refs.c.report.in_(reports_))
    query = select(decisions).where(decisions.c.withdrawn_at.is_(None), decisions.c.id.in_(touching))
    if verdicts is not None:
        query = query.where(is_one_of(verdicts))
    return _with_subjects(db, query.order_by(decisions.c.entry))


def dismissals(db: Connection, names: Collection[str]) -> list[Decision]:
    """The live dismissals of some findings, in the order they were made."""
    touching = select(decision_refs.c.decision).where(decision_refs.c.report == "", decision_refs.c.record.in_(names))
    stands = (is_one_of(("dismiss",)), decisions.c.withdrawn_at.is_(None), decisions.c.id.in_(touching))
    return _with_subjects(db, select(decisions).where(*stands).order_by(decisions.c.entry))


def _with_subjects(db: Connection, query: Select[Any]) -> list[Decision]:
    """The decisions of a query with what they are about."""
    ids = query.with_only_columns(decisions.c.id).order_by(None)
    refs = select(decision_refs).where(decision_refs.c.decision.in_(ids))
    subjects: dict[str, list[Ref]] = {}
    for row in db.execute(refs.order_by(decision_refs.c.decision, decision_refs.c.position)):
        subjects.setdefault(row.decision, []).append(Ref(row.report, row.record))
    return [as_decision(row, tuple(subjects.get(row.id, ()))) for row in db.execute(query)]


def newest(db: Connection, by: str) -> str | None:
    """The id of a person's newest decision that stands, accounts and policy aside: undo never takes back who may sign in."""
    stands = (decisions.c.by == by, decisions.c.withdrawn_at.is_(None), decisions.c.verdict.not_in(("person", "policy")))
    mine = select(decisions.c.id).where(*stands)
    return db.execute(mine.order_by(decisions.c.entry.desc()).limit(1)).scalar()


def last_on(db: Connection, verdict: str, ref: Ref) -> Decision | None:
    """The newest decision of a kind that stands on one subject; quick however many decisions there are."""
    there = (decision_refs.c.report == ref.report, decision_refs.c.record == ref.record)
    stands = (decisions.c.verdict == verdict, decisions.c.withdrawn_at.is_(None))
    query = select(decisions).join(decision_refs, decision_refs.c.decision == decisions.c.id).where(*there, *stands)
    row = db.execute(query.order_by(decisions.c.entry.desc()).limit(1)).first()
    return as_decision(row, (ref,)) if row is not None else None


def others_decided(db: Connection, person: str, verdicts: Collection[str]) -> bool:
    """Whether anybody else has made a decision of these kinds that stands."""
    there = (decisions.c.verdict.in_(verdicts), decisions.c.by != person, decisions.c.withdrawn_at.is_(None))
    return db.execute(select(decisions.c.id).where(*there).limit(1)).first() is not None


def as_decision(row: Row[Any], subject: tuple[Ref, ...]) -> Decision:
    """A row with its subjects as a record."""
    return Decision(row.id, row.verdict, subject, row.by, row.at, row.reason, row.change, row.withdrawn_at, row.withdrawn_by)


def _digest(made: Decision) -> str:
    refs = [[ref.report, ref.record] for ref in made.subject]
    return log.digest_of((made.id, made.verdict, refs, made.by, made.at, made.reason, made.change))


def decision_digest(db: Connection, row: Row[Any]) -> str:
    """The digest that the log holds of a decision's row and its subjects."""
    refs = select(decision_refs).where(decision_refs.c.decision == row.id).order_by(decision_refs.c.position)
    subject = tuple(Ref(ref.report, ref.record) for ref in db.execute(refs))
    return _digest(as_decision(row, subject))


def withdrawal_digest(row: Row[Any]) -> str:
    """The digest that the log holds of a withdrawal."""
    return log.digest_of((row.id, row.withdrawn_by, row.withdrawn_at))
