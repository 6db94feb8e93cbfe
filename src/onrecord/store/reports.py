"""Reports, the bytes they were read from, and their codings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, func, insert, select, true

from onrecord.errors import BookError, ForgottenReport
from onrecord.records import Coding, Report
from onrecord.store import log
from onrecord.store.encode import encoded, storable
from onrecord.store.index import put_words
from onrecord.store.tables import codings, originals, reports, tombstones

AGAIN = re.compile(r"\+again\d+$")  # ends the version of a coding that was made once more: dated A, then B, then A
GIVEN = "caller"  # who gave the day: an analyst, with the call


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a coding: the id its report is kept under, and whether anything was new."""

    report: str
    new_report: bool
    new_coding: bool
    renamed: bool  # another report with other words already had the id


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the book's contents: a report and its newest coding."""

    id: str
    name: str | None
    title: str | None
    outlet: str | None
    published: str | None
    statements: int
    figures: int
    events: int
    versions: tuple[str, ...]


def add(db: Connection, coding: Coding, raw: bytes | None, version: str | None = None, only_first: bool = False) -> Stored:
    """Store what is new of a report, its bytes and its coding, each with an entry in the log.

    `version` stands for that of the coding where more than the program's number tells codings apart; one that finds nothing
    new is not stored again. With `only_first`, the coding is stored only where the report has none. A report that comes under an id whose words differ is kept under `ID~2`, so nothing is lost; words that were erased
    on purpose are refused.
    """
    report, text_digest = coding.report, sha256(coding.report.text.encode("utf-8", "surrogatepass")).hexdigest()
    _refuse_forgotten(db, coding, text_digest)
    report_id, known = _place_for(db, report.id, text_digest)
    coding = replace(coding, report=replace(report, id=report_id))
    if not known:
        _add_report(db, coding, text_digest)
    _add_original(db, report_id, raw if raw is not None else report.text.encode("utf-8", "surrogatepass"), only_first=raw is None)
    version = version or coding.version
    made = not (_has_any(db, report_id) if only_first else _has_coding(db, coding, version))
    if made:
        _add_coding(db, coding, version)
    return Stored(report_id, not known, made, report_id != report.id)


def _refuse_forgotten(db: Connection, coding: Coding, text_digest: str) -> None:
    grave = db.execute(select(tombstones).where(tombstones.c.sha256 == text_digest)).first()
    if grave is not None:
        raise ForgottenReport(
            f"{coding.report.name or coding.report.id}: was erased from this book on {grave.at[:10]} ({grave.reason}) and is not"
            " taken in again; use another book if it has to be coded"
        )


def _place_for(db: Connection, wanted: str, text_digest: str) -> tuple[str, bool]:
    """The id a report is kept under, and whether its words are there already."""
    ours = (reports.c.id == wanted) | reports.c.id.startswith(f"{wanted}~", autoescape=True)
    same = db.execute(select(reports.c.id).where(reports.c.sha256 == text_digest, ours)).scalar()
    if same is not None:
        return same, True
    report_id, count = wanted, 2
    while _is_taken(db, report_id):
        report_id, count = f"{wanted}~{count}", count + 1
    return report_id, False


def _is_taken(db: Connection, report_id: str) -> bool:
    """Whether a report has the id, or had it before it was erased."""
    live = db.execute(select(reports.c.id).where(reports.c.id == report_id)).scalar()
    return (
        live is not None or db.execute(select(tombstones.c.report).where(tombstones.c.report == report_id)).scalar() is not None
    )


def _add_report(db: Connection, coding: Coding, text_digest: str) -> None:
    report = coding.report
    row: dict[str, object] = {
        "id": report.id,
        "name": _storable(report.name),
        "sha256": text_digest,
        "title": _storable(report.title),
        "outlet": _storable(report.outlet),
        "published": report.published,
        "language": report.language,
        "url": _storable(report.url),
        "text": storable(report.text),
        "added_at": log.now(),
    }
    row["entry"] = log.append(db, "report", report.id, log.digest_of(row.values()))
    db.execute(insert(reports).values(**row))


def _storable(words: str | None) -> str | None:
    return storable(words) if words is not None else None


def report_digest(row: Row[Any]) -> str:
    """The digest that the log holds of a report's row."""
    columns = ("id", "name", "sha256", "title", "outlet", "published", "language", "url", "text", "added_at")
    return log.digest_of(getattr(row, column) for column in columns)


def _add_original(db: Connection, report: str, raw: bytes, only_first: bool) -> None:
    """Keep the bytes unless they are there; with `only_first`, unless any are."""
    digest = log.digest_of_bytes(raw)
    same = true() if only_first else originals.c.sha256 == digest
    if db.execute(select(originals.c.sha256).where(originals.c.report == report, same).limit(1)).scalar() is None:
        put_original(db, report, raw, digest)


def put_original(db: Connection, report: str, raw: bytes, digest: str) -> None:
    """Store bytes of a report and tell the log; the entry's digest is the SHA-256 of the bytes."""
    entry = log.append(db, "original", report, digest)
    db.execute(insert(originals).values(report=report, sha256=digest, body=raw, entry=entry))


def _has_any(db: Connection, report: str) -> bool:
    return db.execute(select(codings.c.id).where(codings.c.report == report).limit(1)).scalar() is not None


def _has_coding(db: Connection, coding: Coding, version: str) -> bool:
    """Whether the book has a coding of this version and day, or one of the day whose records are the very same.

    A day that an analyst gives must be the newest coding's: dated A, then B, then A again, a report is published on A.
    """
    ours = codings.c.report == coding.report.id
    same_day = [ours, codings.c.anchor == (coding.report.published or "")]
    if coding.report.published_rule == GIVEN:
        same_day.append(codings.c.id == select(func.max(codings.c.id)).where(ours).scalar_subquery())
    if any(AGAIN.sub("", other) == version for other in db.execute(select(codings.c.version).where(*same_day)).scalars()):
        return True
    if version == coding.version:
        return False
    newest = select(codings.c.body, codings.c.version).where(*same_day).order_by(codings.c.id.desc()).limit(1)
    row = db.execute(newest).first()
    return row is not None and plain(row.version) == row.version.partition("+")[0] and row.body == encoded(coding)


def day_given(db: Connection, report: Report) -> str | None:
    """The day that somebody gave a report that is kept with these words, where its newest coding has it; else None."""
    report_id, there = _place_for(db, report.id, sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest())
    newest = select(codings.c.id).where(codings.c.report == report_id).order_by(codings.c.id.desc()).limit(1).scalar_subquery()
    day = db.execute(select(codings.c.anchor).where(codings.c.id == newest)).scalar() if there else None
    if not day or day == report.published:
        return None
    row = db.execute(select(codings.c.report, codings.c.body).where(codings.c.id == newest)).one()
    return day if decoded(row.report, row.body).report.published_rule == GIVEN else None


def _add_coding(db: Connection, coding: Coding, version: str) -> None:
    row = {
        "report": coding.report.id,
        "version": _numbered(db, coding, version),
        "anchor": coding.report.published or "",
        "coded_at": log.now(),
        "statements": len(coding.statements),
        "figures": len(coding.figures),
        "events": len(coding.events),
        "body": encoded(coding),
        "indexed": put_words(db, coding),
    }
    entry = log.append(db, "coding", coding.report.id, _coding_digest(row))
    db.execute(insert(codings).values(**row, entry=entry))


def _numbered(db: Connection, coding: Coding, version: str) -> str:
    """The version, with a number behind it where the report was coded under it and with this day before."""
    same_day = (codings.c.report == coding.report.id, codings.c.anchor == (coding.report.published or ""))
    found = select(codings.c.version).where(*same_day, codings.c.version.startswith(version, autoescape=True))
    before = sum(AGAIN.sub("", other) == version for other in db.execute(found).scalars())
    return f"{version}+again{before + 1}" if before else version


def _coding_digest(row: dict[str, object]) -> str:
    return log.digest_of(log.digest_of_bytes(value) if isinstance(value, bytes) else value for value in row.values())


def coding_digest(row: Row[Any]) -> str:
    """The digest that the log holds of a coding's row."""
    columns = ("report", "version", "anchor", "coded_at", "statements", "figures", "events", "body", "indexed")
    return _coding_digest({column: getattr(row, column) for column in columns})


def find(db: Connection, wanted: str) -> list[str]:
    """Ids of the reports meant by an id, a name, or the start of an id: one when it is clear."""
    for condition in (reports.c.id == wanted, reports.c.name == wanted, reports.c.id.startswith(wanted, autoescape=True)):
        found = list(db.execute(select(reports.c.id).where(condition).order_by(reports.c.id)).scalars())
        if found:
            return found
    return []


def codings_of(db: Connection, report: str, skipped: int = 0) -> list[Coding]:
    """All codings of a report, newest first, without the `skipped` newest."""
    query = select(codings.c.report, codings.c.body).where(codings.c.report == report).order_by(codings.c.id.desc())
    return [decoded(row.report, row.body) for row in db.execute(query.offset(skipped))]


def newest_codings(db: Connection) -> Iterator[Coding]:
    """The newest coding of each report, in the order the reports were added; a few at a time are in memory."""
    query = select(codings.c.report, codings.c.body).join(reports).where(codings.c.id.in_(_newest())).order_by(reports.c.entry)
    for row in db.execute(query.execution_options(yield_per=50)):
        yield decoded(row.report, row.body)


def _newest() -> Select[int]:
    return select(func.max(codings.c.id)).group_by(codings.c.report)


def decoded(report: str, body: bytes) -> Coding:
    """A coding as it is stored. BookError when it is damaged."""
    try:
        return msgspec.json.decode(body, type=Coding)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BookError(f"{report}: its coding is damaged ({error}); `onrecord verify` shows what else is") from error


def entries(db: Connection) -> list[Entry]:
    """The book's contents in the order reports were added."""
    query = (
        select(reports, codings.c.anchor, codings.c.statements, codings.c.figures, codings.c.events)
        .join(codings, codings.c.report == reports.c.id)
        .where(codings.c.id.in_(_newest()))
        .order_by(reports.c.entry)
    )
    versions: dict[str, list[str]] = {}
    for report, version in db.execute(select(codings.c.report, codings.c.version).order_by(codings.c.id)):
        versions.setdefault(report, []).append(plain(version))
    return [
        Entry(
            row.id,
            row.name,
            row.title,
            row.outlet,
            row.anchor or None,
            row.statements,
            row.figures,
            row.events,
            tuple(dict.fromkeys(versions[row.id])),
        )
        for row in db.execute(query)
    ]


def plain(version: str) -> str:
    """The program's version without the digest of the rules; a coding that was left out says so."""
    number, plus, rest = version.partition("+")
    return f"{number} (left out)" if plus and "/" in rest else number


def count(db: Connection) -> int:
    """How many reports the book holds."""
    return db.execute(select(func.count()).select_from(reports)).scalar_one()


def original(db: Connection, report: str) -> bytes | None:
    """The bytes a report was read from, those read first; None when the book never had them."""
    query = select(originals.c.body).where(originals.c.report == report).order_by(originals.c.entry).limit(1)
    body = db.execute(query).scalar()
    return bytes(body) if body is not None else None
