"""Errors of a command as one line on standard error and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.cli.common import fail
from onrecord.errors import OnrecordError, UsageError


@contextmanager
def failing() -> Iterator[None]:
    """End the program with 2 for a wrong call, 1 for a book or file that cannot be used."""
    try:
        yield
    except OnrecordError as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    except OSError as error:
        fail(f"{error.filename or 'output'}: {error.strerror or error}; choose another place to write to", 1)
