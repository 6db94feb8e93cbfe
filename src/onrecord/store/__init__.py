"""The book: reports, their codings and a full-text index, in one SQLite file (or any database SQLAlchemy reaches)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from onrecord.records import Coding, quote
from onrecord.store.schema import explained, open_engine
from onrecord.store.tables import codings, reports, words

__all__ = ["Book", "Entry", "Hit", "Stored"]


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where searched words were found; the found words stand between U+0002 and U+0003 in the snippet."""

    report: str
    title: str | None
    kind: str
    record: str
    snippet: str


class Book:
    """An open book. `Book(path)` makes it where there is none; use it as a context manager."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._engine = open_engine(where)

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise explained(self.where, error) from error

    def add(self, coding: Coding) -> Stored:
        """Store a report and its coding in one transaction; what is already there is not stored again.

        A report that comes under an id whose words differ is kept under `ID~2`, so nothing is lost.
        """
        report, digest = coding.report, _digest(coding)
        with self._transaction() as db:
            report_id, known = _place_for(db, report.id, digest)
            coding = replace(coding, report=replace(report, id=report_id))
            if not known:
                db.execute(insert(reports).values(_report_row(coding, digest)))
            made = not _has_coding(db, coding)
            if made:
                db.execute(insert(codings).values(_coding_row(coding)))
                db.execute(delete(words).where(words.c.report == report_id))
                db.execute(insert(words), _word_rows(coding))
        return Stored(report_id, not known, made, report_id != report.id)

    def find(self, wanted: str) -> list[str]:
        """Ids of the reports meant by an id, a name, or the start of an id: one when it is clear."""
        with self._transaction() as db:
            for condition in (reports.c.id == wanted, reports.c.name == wanted, reports.c.id.startswith(wanted, autoescape=True)):
                found = list(db.execute(select(reports.c.id).where(condition).order_by(reports.c.id)).scalars())
                if found:
                    return found
        return []

    def codings(self, report: str) -> list[Coding]:
        """All codings of a report, newest first."""
        with self._transaction() as db:
            rows = db.execute(select(codings.c.body).where(codings.c.report == report).order_by(codings.c.id.desc())).scalars()
            return [msgspec.json.decode(body, type=Coding) for body in rows]

    def entries(self) -> list[Entry]:
        """The book's contents in the order reports were added."""
        newest = select(func.max(codings.c.id)).group_by(codings.c.report)
        query = (
            select(reports, codings.c.statements, codings.c.figures, codings.c.events)
            .join(codings, codings.c.report == reports.c.id)
            .where(codings.c.id.in_(newest))
            .order_by(reports.c.added_at, reports.c.id)
        )
        with self._transaction() as db:
            versions: dict[str, list[str]] = {}
            for report, version in db.execute(select(codings.c.report, codings.c.version).order_by(codings.c.id)):
                versions.setdefault(report, []).append(version)
            return [
                Entry(
                    r.id,
                    r.name,
                    r.title,
                    r.outlet,
                    r.published,
                    r.statements,
                    r.figures,
                    r.events,
                    tuple(dict.fromkeys(versions[r.id])),
                )
                for r in db.execute(query)
            ]

    def search(self, wanted: str, limit: int = 50) -> list[Hit]:
        """Where all the words stand, in reports and records; best first. Any input is words, never a query language."""
        terms = " ".join('"' + word.replace('"', '""') + '"' for word in wanted.split())
        if not terms:
            return []
        query = text(
            "select w.report, r.title, w.kind, w.record, snippet(search, 0, char(2), char(3), '…', 16) as snippet "
            "from search join words w on w.id = search.rowid join reports r on r.id = w.report "
            "where search match :terms order by rank limit :most"
        )
        with self._transaction() as db:
            return [Hit(*row) for row in db.execute(query, {"terms": terms, "most": limit})]


def _digest(coding: Coding) -> str:
    return sha256(coding.report.text.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _place_for(db: Connection, wanted: str, digest: str) -> tuple[str, bool]:
    """The id a report is kept under, and whether its words are there already."""
    same = db.execute(
        select(reports.c.id).where(reports.c.sha256 == digest, (reports.c.id == wanted) | reports.c.id.startswith(f"{wanted}~"))
    ).scalar()
    if same is not None:
        return same, True
    report_id, count = wanted, 2
    while db.execute(select(reports.c.id).where(reports.c.id == report_id)).scalar() is not None:
        report_id, count = f"{wanted}~{count}", count + 1
    return report_id, False


def _has_coding(db: Connection, coding: Coding) -> bool:
    found = select(codings.c.id).where(
        codings.c.report == coding.report.id,
        codings.c.version == coding.version,
        codings.c.anchor == (coding.report.published or ""),
    )
    return db.execute(found).scalar() is not None


def _report_row(coding: Coding, digest: str) -> dict[str, object]:
    report = coding.report
    return {
        "id": report.id,
        "name": report.name,
        "sha256": digest,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published,
        "language": report.language,
        "url": report.url,
        "text": _storable(report.text),
        "added_at": _now(),
    }


def _storable(words_: str) -> str:
    """Text a database takes: lone surrogates and NULs replaced (the coding itself keeps the words as they are)."""
    return words_.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def _coding_row(coding: Coding) -> dict[str, object]:
    return {
        "report": coding.report.id,
        "version": coding.version,
        "anchor": coding.report.published or "",
        "coded_at": _now(),
        "statements": len(coding.statements),
        "figures": len(coding.figures),
        "events": len(coding.events),
        "body": msgspec.json.encode(coding),
    }


def _word_rows(coding: Coding) -> list[dict[str, str]]:
    """What the full-text index holds: the report, and each figure, statement and event in its words."""
    said, names = coding.report.text, {a.id: a.name for a in coding.actors}
    rows = [("report", coding.report.id, " ".join(filter(None, (coding.report.title, said))))]
    for fig in coding.figures:
        counted = quote(said, fig.whom_span) if fig.whom_span else ""
        rows.append(("figure", fig.id, " ".join((quote(said, fig.span), counted, fig.measure, names.get(fig.whom or "", "")))))
    for stated in coding.statements:
        spoken = " ".join(quote(said, span) for span in stated.content)
        rows.append(("statement", stated.id, " ".join((names.get(stated.source or "", ""), quote(said, stated.cue), spoken))))
    for happened in coding.events:
        who = " ".join(names[a] for a in (*happened.by, *happened.to) if a in names)
        rows.append(("event", happened.id, " ".join((happened.type.replace("_", " "), quote(said, happened.trigger), who))))
    return [{"report": coding.report.id, "kind": kind, "record": record, "body": _storable(body)} for kind, record, body in rows]
