"""A report may be coded again as it was before: dated A, then B, then A once more leaves three codings, A the newest."""

import sqlalchemy as sa
from alembic import op

from onrecord.store import tables as t
from onrecord.store.schema import log_schema

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = ("report", "version", "anchor")
NAME = "codings_report_version_anchor_key"  # as PostgreSQL calls the constraint


def upgrade() -> None:
    """Drop the rule that a report has one coding a version and day; an index finds them."""
    db = op.get_bind()
    if db.dialect.name == "postgresql":
        op.drop_constraint(NAME, "codings")
        op.create_index("codings_report", "codings", list(KEY))
    else:
        _made_anew(db, t.codings)
    log_schema(db)


def _made_anew(db: sa.Connection, table: sa.Table) -> None:
    """SQLite drops no constraint: the rows go into a new table of the name."""
    columns = ", ".join(column.name for column in table.columns)
    for index in sa.inspect(db).get_indexes("codings"):
        op.drop_index(str(index["name"]), "codings")
    op.rename_table("codings", "codings_before")
    table.create(db)
    op.execute(f"insert into codings ({columns}) select {columns} from codings_before order by id")
    op.drop_table("codings_before")


def downgrade() -> None:
    """Keep the newest coding of each version and day, and the rule that there is one."""
    db = op.get_bind()
    newest = sa.select(sa.func.max(t.codings.c.id)).group_by(*(t.codings.c[name] for name in KEY))
    op.execute(sa.delete(t.codings).where(t.codings.c.id.not_in(newest)))
    if db.dialect.name == "postgresql":
        op.drop_index("codings_report", "codings")
        op.create_unique_constraint(NAME, "codings", list(KEY))
        return
    before = sa.MetaData()
    t.reports.to_metadata(before)
    columns = [column._copy() for column in t.codings.columns]
    _made_anew(db, sa.Table("codings", before, *columns, sa.UniqueConstraint(*KEY), sa.Index("codings_entry", "entry")))
