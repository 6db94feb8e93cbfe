"""History: original bytes, the log, decisions, incidents, findings, exports; PostgreSQL gets its full-text index."""

import json
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

from onrecord.store import index, log, reports
from onrecord.store import tables as t
from onrecord.store.schema import POSTGRES_SEARCH, log_schema

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEW = (
    t.log,
    t.originals,
    t.tombstones,
    t.decisions,
    t.decision_refs,
    t.incidents,
    t.incident_events,
    t.links,
    t.findings,
    t.finding_reports,
    t.exports,
    t.export_rows,
    t.export_reports,
)


def upgrade() -> None:
    """Make the new tables and begin the log with an entry for all that is there."""
    db = op.get_bind()
    op.add_column("reports", sa.Column("entry", sa.Integer))
    op.add_column("codings", sa.Column("indexed", sa.String))
    op.add_column("codings", sa.Column("entry", sa.Integer))
    op.create_index("reports_entry", "reports", ["entry"])
    op.create_index("reports_sha256", "reports", ["sha256"])
    op.create_index("codings_entry", "codings", ["entry"])
    t.metadata.create_all(db, tables=list(NEW))
    for report in db.execute(sa.select(t.reports.c.id).order_by(t.reports.c.added_at, t.reports.c.id)).scalars().all():
        _log_report(db, report)
    if db.dialect.name == "postgresql":
        _index(db)
    log_schema(db)


def _log_report(db: sa.Connection, report: str) -> None:
    """Entries for a report, its bytes where they are known, and its codings."""
    row = db.execute(sa.select(t.reports).where(t.reports.c.id == report)).one()
    entry = log.append(db, "report", report, reports.report_digest(row))
    db.execute(sa.update(t.reports).where(t.reports.c.id == report).values(entry=entry))
    rows = db.execute(sa.select(t.codings).where(t.codings.c.report == report).order_by(t.codings.c.id)).all()
    for position, coding in enumerate(rows):
        if position == 0:
            _keep_bytes(db, report, coding.body)
        _log_coding(db, coding.id, index.stored_digest(db, report) if position == len(rows) - 1 else "")


def _keep_bytes(db: sa.Connection, report: str, body: bytes) -> None:
    """The first schema kept no bytes; where those of the text have the hash of the file read, they are its bytes."""
    head = json.loads(body)["report"]
    raw = head["text"].encode("utf-8", "surrogatepass")
    if sha256(raw).hexdigest() == head.get("sha256"):
        reports.put_original(db, report, raw, head["sha256"])


def _log_coding(db: sa.Connection, coding: int, indexed: str) -> None:
    db.execute(sa.update(t.codings).where(t.codings.c.id == coding).values(indexed=indexed))
    row = db.execute(sa.select(t.codings).where(t.codings.c.id == coding)).one()
    entry = log.append(db, "coding", row.report, reports.coding_digest(row))
    db.execute(sa.update(t.codings).where(t.codings.c.id == coding).values(entry=entry))


def _index(db: sa.Connection) -> None:
    """Fill the searched column from the words that are there."""
    for statement in POSTGRES_SEARCH:
        op.execute(statement)
    fill = sa.text("update words set tokens = to_tsvector('simple', :folded) where id = :id")
    for row in db.execute(sa.select(t.words.c.id, t.words.c.body)).all():
        db.execute(fill, {"folded": index.folded(row.body), "id": row.id})


def downgrade() -> None:
    """Drop the history; only what the first schema held is left."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("words_tokens", "words")
        op.drop_column("words", "tokens")
    for table in reversed(NEW):
        op.drop_table(table.name)
    op.drop_index("codings_entry", "codings")
    for name in ("reports_sha256", "reports_entry"):
        op.drop_index(name, "reports")
    for column in ("entry", "indexed"):
        op.drop_column("codings", column)
    op.drop_column("reports", "entry")
