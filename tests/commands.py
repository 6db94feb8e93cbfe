"""The command line, run inside a test."""

import sys

from onrecord.cli import main


def run(*words: str) -> int:
    """Exit status of the command line `onrecord WORDS…`."""
    old, sys.argv = sys.argv, ["onrecord", *words]
    try:
        main()
    except SystemExit as left:
        return int(left.code or 0)
    finally:
        sys.argv = old
    return 0
