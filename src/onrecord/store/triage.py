"""What triage said of reports, and the search for the report that one repeats."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from onrecord.records import Reason, Triage
from onrecord.store import log
from onrecord.store.encode import encoded
from onrecord.store.tables import reports, sketches, triage
from onrecord.triage import repeat_of, runs

LIKELY = 8  # reports with most keys in common that are compared word by word
KEPT = 0.9  # share of a text's wording in another from which on its own keys find nothing new


@dataclass(frozen=True, slots=True)
class Triaged:
    """A report in the list of triage: its head, and what was said of it last."""

    id: str
    name: str | None
    title: str | None
    outlet: str | None
    published: str | None
    triage: Triage


def put_triage(db: Connection, said: Triage, text: str, keys: Collection[int]) -> Triage:
    """Store what was said of a report, with the report that it repeats, unless the same was said of it last."""
    before = newest(db, said.report)
    if before is not None and before.repeats is not None:
        said = replace(said, repeats=before.repeats, kind=before.kind, share=before.share, reasons=_with(said, before))
    elif before is None:
        said = _placed(db, said, text, keys)
    if said != before:
        _add(db, said)
    return said


def _with(said: Triage, before: Triage) -> tuple[Reason, ...]:
    return (*said.reasons, *(reason for reason in before.reasons if reason.name == "triage.repeats"))


def _placed(db: Connection, said: Triage, text: str, keys: Collection[int]) -> Triage:
    """The record with the earlier report that this one repeats, if there is one; its own keys find later ones."""
    found = runs(text)
    best: tuple[float, str, str] | None = None
    for other, words in _likely(db, said.report, keys):
        repeat = repeat_of(runs(words), found)
        if repeat is not None and (best is None or repeat.share > best[0]):
            best = (repeat.share, other, repeat.kind)
    if best is None or best[0] < KEPT or best[2] == "update":
        _add_keys(db, said.report, keys)
    if best is None:
        return said
    share, other, kind = best
    why = Reason("triage.repeats", 0.0, f"{share:.0%} of the shorter one's wording is that of {other} ({kind})")
    return replace(said, repeats=other, kind=kind, share=round(share, 3), reasons=(*said.reasons, why))


def _likely(db: Connection, report: str, keys: Collection[int]) -> list[tuple[str, str]]:
    """Ids and words of the other reports that share most keys, those that came first before others."""
    if not keys:
        return []
    shared = (
        select(sketches.c.report, func.count().label("many"))
        .where(sketches.c.key.in_(sorted(keys)), sketches.c.report != report)
        .group_by(sketches.c.report)
        .subquery()
    )
    query = select(reports.c.id, reports.c.text).join(shared, shared.c.report == reports.c.id)
    rows = db.execute(query.order_by(shared.c.many.desc(), reports.c.entry).limit(LIKELY))
    return [(row.id, row.text) for row in rows]


def _add_keys(db: Connection, report: str, keys: Collection[int]) -> None:
    if keys:
        db.execute(insert(sketches), [{"key": key, "report": report} for key in sorted(keys)])


def _add(db: Connection, said: Triage) -> None:
    body = encoded(said)
    entry = log.append(db, "triage", said.report, triage_digest_of(said.report, body))
    row = {"report": said.report, "relevance": said.relevance, "background": int(said.background)}
    db.execute(insert(triage).values(**row, repeats=said.repeats, kind=said.kind, body=body, entry=entry))


def triage_digest_of(report: str, body: bytes) -> str:
    """The digest that the log holds of a record of triage."""
    return log.digest_of((report, log.digest_of_bytes(body)))


def triage_digest(row: Row[Any]) -> str:
    """The digest of a row; another when its columns are not those of its record."""
    said = msgspec.json.decode(row.body, type=Triage)
    columns = (said.report, said.relevance, int(said.background), said.repeats, said.kind)
    if columns != (row.report, row.relevance, row.background, row.repeats, row.kind):
        return "columns differ from the record"
    return triage_digest_of(row.report, row.body)


def newest(db: Connection, report: str) -> Triage | None:
    """What was said of a report last."""
    body = db.execute(select(triage.c.body).where(triage.c.report == report).order_by(triage.c.id.desc()).limit(1)).scalar()
    return msgspec.json.decode(body, type=Triage) if body is not None else None


def fits(which: str) -> ColumnElement[bool]:
    """The condition on rows of triage that a word asks for: relevant, irrelevant, background, repeats."""
    if which == "background":
        return triage.c.background == 1
    return triage.c.repeats.is_not(None) if which == "repeats" else triage.c.relevance == which


def reports_that(which: str) -> ColumnElement[bool]:
    """The condition on reports whose newest triage fits a word."""
    last = select(func.max(triage.c.id)).group_by(triage.c.report)
    return reports.c.id.in_(select(triage.c.report).where(triage.c.id.in_(last), fits(which)))


def listed(db: Connection, which: str | None, report: str | None = None) -> list[Triaged]:
    """The reports that were triaged, those that fit a word, in the order they were added; or the one with an id."""
    last = select(func.max(triage.c.id)).group_by(triage.c.report)
    columns = (reports.c.id, reports.c.name, reports.c.title, reports.c.outlet, reports.c.published, triage.c.body)
    query = select(*columns).join(triage, triage.c.report == reports.c.id).where(triage.c.id.in_(last))
    if which is not None:
        query = query.where(fits(which))
    if report is not None:
        query = query.where(reports.c.id == report)
    return [
        Triaged(row.id, row.name, row.title, row.outlet, row.published, msgspec.json.decode(row.body, type=Triage))
        for row in db.execute(query.order_by(reports.c.entry))
    ]
