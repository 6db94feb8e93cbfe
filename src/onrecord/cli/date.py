"""The command that gives a stored report its day: date."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, fail

if TYPE_CHECKING:
    from onrecord.project.dating import Redated

OLD = "1900"  # years before it are most often slips


@app.command()
def date(
    report: Annotated[str, typer.Argument(metavar="ID", help="Id of a report, the start of one, or its name.")],
    published: Annotated[str, typer.Argument(metavar="DATE", help="Day the report was published (YYYY-MM-DD).")],
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Give a stored report the day it was published: it is coded again, every time resolved from that day.

    The coding made before stays in the book (`onrecord show --all`). Prints the times whose value changed.
    """
    from onrecord.errors import BookError, OnrecordError, UsageError
    from onrecord.project.dating import date_report

    try:
        dated = date_report(book, report, published)
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    except OnrecordError as error:
        fail(str(error), 1)
    if as_json:
        from onrecord.export.manual import to_json

        sys.stdout.buffer.write(to_json(dated.coding) + b"\n")
    else:
        _tell(dated)


def _times(many: int) -> str:
    return "1 time has" if many == 1 else f"{many} times have"


def _tell(dated: "Redated") -> None:
    """What the new day changed."""
    day = dated.coding.report.published or ""
    if day < OLD:
        typer.echo(f"onrecord: {day} is before any report of today's kind; check the year", err=True)
    if not dated.stored.new_coding:
        typer.echo(f"{dated.stored.report}: the book already has a coding by this version with {day}; nothing was added")
        return
    typer.echo(f"{dated.stored.report}: coded again as published on {day}; {_times(len(dated.moved))} another value")
    for time in dated.moved:
        typer.echo(f"  {' '.join(time.words.split())}: {time.before or 'open'} → {time.after or 'open'}")
