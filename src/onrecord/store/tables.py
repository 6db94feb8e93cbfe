"""The book's tables."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

REVISION = "0001"  # the newest migration; a new book starts here
APPLICATION_ID = 0x6F6E7263  # "onrc", in the header of every SQLite book

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String),
    Column("sha256", String, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", String),
    Column("language", String),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("added_at", String, nullable=False),
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
    UniqueConstraint("report", "version", "anchor"),
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
