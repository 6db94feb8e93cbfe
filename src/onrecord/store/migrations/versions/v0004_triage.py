"""Triage: what is said of reports before coding, the keys of their texts, and the keys of what was coded."""

from alembic import op

from onrecord.store import tables as t
from onrecord.store.schema import log_schema

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NEW = (t.triage, t.sketches, t.taken)


def upgrade() -> None:
    """Make the new tables; reports that are there are triaged when they are coded again."""
    t.metadata.create_all(op.get_bind(), tables=list(NEW))
    log_schema(op.get_bind())


def downgrade() -> None:
    """Drop them."""
    for table in reversed(NEW):
        op.drop_table(table.name)
