"""The command line. Everything heavy is imported when a command needs it, so that help and version come at once."""

import os
import sys

from onrecord.cli import (
    actors,
    addresses,
    check,
    compare,
    date,
    decisions,
    desk,
    export,
    figures,
    gazetteer,
    history,
    importing,
    link,
    tolls,
    triage,
)
from onrecord.cli.app import app

COMMANDS = (
    date,
    figures,
    tolls,
    check,
    export,
    compare,
    decisions,
    history,
    link,
    actors,
    addresses,
    gazetteer,
    importing,
    desk,
    triage,
)  # modules that add commands to the app


def main() -> None:
    """Run the program; a reader that closes the pipe or a key that breaks off ends it quietly."""
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except KeyboardInterrupt:
        sys.exit(130)
