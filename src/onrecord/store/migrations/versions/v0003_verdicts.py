"""Decisions are found by their verdict and by who made them without reading all of them."""

from alembic import op

from onrecord.store import tables as t
from onrecord.store.schema import log_schema

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NEW = ("decisions_by", "decisions_verdict")


def upgrade() -> None:
    """Make the indices; a book that comes from the first schema has them already."""
    db = op.get_bind()
    for index in t.decisions.indexes:
        if index.name in NEW:
            index.create(db, checkfirst=True)
    log_schema(db)


def downgrade() -> None:
    """Drop the indices."""
    for name in NEW:
        op.drop_index(name, "decisions")
