"""Run the migrations an older book lacks."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Bring a book's schema to the newest revision inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(files("onrecord.store") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
