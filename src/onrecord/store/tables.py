"""The book's tables."""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0005"  # the newest migration; a new book starts here
APPLICATION_ID = 0x6F6E7263  # "onrc", in the header of every SQLite book

metadata = MetaData()

# Every change is a row; the hash of a row covers the row before it, and `digest` stands for what was changed.
log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    Index("log_subject", "subject"),
)

# In the tables below `entry` is the `seq` of the log entry that a row came with.
reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String),
    Column("sha256", String, nullable=False),  # of the text
    Column("title", Text),
    Column("outlet", Text),
    Column("published", String),
    Column("language", String),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("added_at", String, nullable=False),
    Column("entry", Integer),
    Index("reports_entry", "entry"),
    Index("reports_sha256", "sha256"),
)

originals = Table(
    "originals",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # the bytes as they were read
    Column("entry", Integer, nullable=False),
    Index("originals_entry", "entry"),
)

codings = Table(
    "codings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("version", String, nullable=False),
    Column("anchor", String, nullable=False),  # the day relative dates were counted from, "" for none
    Column("coded_at", String, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the coding as JSON
    Column("indexed", String),  # digest of the words that the full-text index took from it
    Column("entry", Integer),
    UniqueConstraint("report", "version", "anchor"),
    Index("codings_entry", "entry"),
)

words = Table(
    "words",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("kind", String, nullable=False),  # report, figure, statement, event
    Column("record", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("words_report", "report"),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("report", String, primary_key=True),
    Column("sha256", String, nullable=False),  # of the erased text, so that it is not taken in again
    Column("reason", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("entry", Integer, nullable=False),
    Index("tombstones_sha256", "sha256"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text),
    Column("change", Text),
    Column("withdrawn_at", String),
    Column("withdrawn_by", String),
    Column("entry", Integer, nullable=False),
    Column("withdrawal", Integer),  # the log entry of the withdrawal
    Index("decisions_entry", "entry"),
    Index("decisions_verdict", "verdict", "entry"),
    Index("decisions_by", "by", "entry"),
)

decision_refs = Table(
    "decision_refs",
    metadata,
    Column("decision", String, ForeignKey("decisions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report", String, nullable=False),
    Column("record", String, nullable=False),
    Index("decision_refs_record", "report", "record"),
)

# What was said of a report before coding; the newest row of a report counts, a changed one is added.
triage = Table(
    "triage",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("relevance", String, nullable=False),  # relevant, irrelevant
    Column("background", Integer, nullable=False),  # 1 when violence is told in passing only
    Column("repeats", String),  # the earlier report that this one repeats
    Column("kind", String),  # exact, copy, update
    Column("body", LargeBinary, nullable=False),  # the record as JSON
    Column("entry", Integer, nullable=False),
    Index("triage_report", "report"),
    Index("triage_entry", "entry"),
)

# The keys by which reports that repeat one another are found.
sketches = Table(
    "sketches",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Index("sketches_report", "report"),
)

# Which coding bytes of a report gave under which rules, so that they are not coded again.
taken = Table(
    "taken",
    metadata,
    Column("key", String, primary_key=True),
    Column("coding", Integer, ForeignKey("codings.id"), nullable=False),
    Column("report", String, nullable=False),  # the id that the report came under
    Index("taken_coding", "coding"),
)

# What `link` and `check` yield is replaced as a whole; the newest entry of the log holds its digest.
incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # the incident as JSON
)

incident_events = Table(
    "incident_events",
    metadata,
    Column("report", String, primary_key=True),
    Column("record", String, primary_key=True),
    Column("incident", String, ForeignKey("incidents.id"), nullable=False),
    Index("incident_events_incident", "incident"),
)

links = Table(
    "links",
    metadata,
    Column("one_report", String, primary_key=True),
    Column("one_record", String, primary_key=True),
    Column("other_report", String, primary_key=True),
    Column("other_record", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the link as JSON
    Index("links_other", "other_report", "other_record"),
)

findings = Table(
    "findings",
    metadata,
    Column("id", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # the finding as JSON
)

finding_reports = Table(
    "finding_reports",
    metadata,
    Column("finding", String, ForeignKey("findings.id"), primary_key=True),
    Column("report", String, primary_key=True),
    Index("finding_reports_report", "report"),
)

exports = Table(
    "exports",
    metadata,
    Column("id", String, primary_key=True),
    Column("format", String, nullable=False),
    Column("profile", String),
    Column("path", Text),
    Column("at", String, nullable=False),
    Column("sha256", String, nullable=False),  # of the file written
    Column("rows", Integer, nullable=False),
    Column("entry", Integer, nullable=False),
)

export_rows = Table(
    "export_rows",
    metadata,
    Column("export", String, ForeignKey("exports.id"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("digest", String, nullable=False),
)

export_reports = Table(
    "export_reports",
    metadata,
    Column("export", String, ForeignKey("exports.id"), primary_key=True),
    Column("report", String, primary_key=True),
    Index("export_reports_report", "report"),
)

# Addresses that lists name, and what came of fetching them; `entry` stands for the first part, `fetch_entry` for the second.
addresses = Table(
    "addresses",
    metadata,
    Column("id", String, primary_key=True),  # digest of the address
    Column("url", Text, nullable=False),
    Column("list", Text),
    Column("title", Text),
    Column("published", String),
    Column("outlet", Text),
    Column("entry", Integer),
    Column("state", String, nullable=False),
    Column("reason", Text),
    Column("sha256", String),
    Column("fetched_at", String),
    Column("fetch_entry", Integer),
    Index("addresses_state", "state"),
    Index("addresses_sha256", "sha256"),
)
