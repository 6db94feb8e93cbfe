"""Addresses that lists name, and what came of fetching them."""

from alembic import op

from onrecord.store import tables as t
from onrecord.store.schema import log_schema

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    db = op.get_bind()
    t.addresses.create(db, checkfirst=True)
    log_schema(db)


def downgrade() -> None:
    """Drop it."""
    op.drop_table("addresses")
