"""The commands of review: decide, withdraw, decisions."""

import os
from typing import Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail, print_json

ByOption = Annotated[
    str, typer.Option(metavar="NAME", envvar="ONRECORD_ANALYST", help="Who decides; else the name you are logged in with.")
]


def analyst(named: str) -> str:
    """The name a decision is kept under: the one given, else that of the login."""
    import getpass

    try:
        return named.strip() or getpass.getuser()
    except (OSError, KeyError):
        return f"user {os.getuid()}"


@app.command()
def decide(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="Id of a report, the start of one, or its name; or a verdict on two events.")
    ],
    record: Annotated[str, typer.Argument(metavar="RECORD", help="Id of one of its records, or of the first event.")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="accept, reject or edit; or the id of the second event.")],
    change: Annotated[
        str | None, typer.Option("--set", metavar="JSON", help='The fields an edit sets, such as {"low": 12}.')
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
    by: ByOption = "",
    book: BookOption = "onrecord.db",
) -> None:
    """Accept, reject or edit a record: `decide REPORT RECORD accept`. Or say whether two events of different reports are one
    happening: `decide same EVENT EVENT`, `different` or `unsure`; the next `link` obeys.

    The decision stands when the report is coded again, until it is withdrawn.
    """
    from onrecord.errors import BookError, UsageError
    from onrecord.project import decisions as use
    from onrecord.project.link import ON_PAIRS, decide_pair

    try:
        if report in ON_PAIRS and change is None:
            made = decide_pair(book, report, record, verdict, analyst(by), reason)
        else:
            made = use.decide(book, report, record, verdict, analyst(by), reason, change)
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    about = " and ".join(f"{ref.record} of {ref.report}" for ref in made.subject)
    typer.echo(f"{made.id}: {made.verdict} {about}, by {made.by}")


@app.command()
def withdraw(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Id of a decision.")],
    by: ByOption = "",
    book: BookOption = "onrecord.db",
) -> None:
    """Take a decision back. It stays in the book with the day it was withdrawn."""
    from onrecord.errors import BookError, UsageError
    from onrecord.project import decisions as use

    try:
        made = use.withdraw(book, decision, analyst(by))
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    typer.echo(f"{made.id}: withdrawn by {made.withdrawn_by}")


@app.command()
def decisions(
    book: BookOption = "onrecord.db",
    every: Annotated[bool, typer.Option("--all", help="Also those that were withdrawn.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the decisions of analysts."""
    from onrecord.errors import BookError, UsageError
    from onrecord.project import decisions as use

    try:
        made = use.decisions(book, live=not every)
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    if as_json:
        print_json(made)
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table("id", "verdict", "on", "by", "at", "reason", "withdrawn", box=None)
    for one in made:
        about = "  ".join(f"{ref.report} {ref.record}".strip() for ref in one.subject)
        cells = (one.id, one.verdict, about, one.by, one.at[:16], one.reason or one.change or "", (one.withdrawn_at or "")[:16])
        table.add_row(*(escape(cell) for cell in cells))
    console().print(table)
