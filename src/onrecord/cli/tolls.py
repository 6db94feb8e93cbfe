"""The command `tolls`: one row a report."""

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console
from onrecord.cli.failing import failing

if TYPE_CHECKING:
    from onrecord.project.tolls import Line


@app.command()
def tolls(
    trials: Annotated[
        bool, typer.Option("--trials", help="Count what is told as somebody's past, as reports of trials do.")
    ] = False,
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Show what the incident of each report came to: killed, injured, arrested, abducted, surrendered, and the dead by side.

    One integer each, as a coder of incidents writes it down: the low of a bound, no vague words, no running totals.
    """
    from onrecord.project.tolls import book_tolls

    with failing():
        found = book_tolls(book, trials)
    for line in found if as_json else ():
        typer.echo(json.dumps({"report": line.report.id, **asdict(line.toll)}))
    if not as_json:
        _print(found)


def _print(found: "tuple[Line, ...]") -> None:
    from rich.markup import escape
    from rich.table import Table

    from onrecord.ledger import Toll

    names = [field.name for field in fields(Toll)]
    table = Table("report", "published", *names, box=None, header_style="dim")
    for line in found:
        numbers = (str(number) if number else "" for number in asdict(line.toll).values())
        table.add_row(escape(line.report.name or line.report.title or line.report.id), line.report.published or "", *numbers)
    console().print(table)
