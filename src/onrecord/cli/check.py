"""The command `check`: what does not add up."""

import getpass
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail
from onrecord.cli.failing import failing

if TYPE_CHECKING:
    from onrecord.project.checks import Checked

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@app.command()
def check(
    dismiss: Annotated[str | None, typer.Option(metavar="ID", help="Dismiss this finding; give a --reason.")] = None,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why it is dismissed.")] = "",
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who dismisses it (default: your login).")] = None,
    every: Annotated[bool, typer.Option("--all", help="Show dismissed findings as well.")] = False,
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Find what does not add up: parts, tolls, bounds, dates and places that cannot be, copied figures.

    The exit code is 1 when an error stands that nobody dismissed.
    """
    from onrecord.project.checks import check_book
    from onrecord.project.checks import dismiss as dismissing

    with failing():
        if dismiss is not None:
            made = dismissing(book, dismiss, reason, by or getpass.getuser())
            typer.echo(f"{made.subject[0].record}: dismissed ({made.id})")
            return
        if reason:
            fail("--reason goes with --dismiss ID", 2)
        found = check_book(book)
    shown = [c for c in found if every or c.dismissal is None]
    for checked in shown:
        if as_json:
            typer.echo(json.dumps(asdict(checked), ensure_ascii=False))
        else:
            _print(checked)
    if not shown:
        typer.echo("nothing found", err=True)
    if any(c.finding.severity == "error" and c.dismissal is None for c in found):
        raise typer.Exit(1)


def _print(checked: "Checked") -> None:
    from rich.text import Text

    finding, out = checked.finding, console()
    head = Text.assemble((finding.severity, COLOURS[finding.severity]), "  ", (finding.id, "dim"), "  ", (finding.rule, "bold"))
    out.print(head)
    out.print(Text(f"  {finding.words}"))
    for sentence in checked.sentences[:4]:
        out.print(Text(f"  – {sentence}", style="dim"))
    if checked.dismissal is not None:
        out.print(Text(f"  dismissed by {checked.dismissal.by}: {checked.dismissal.reason}", style="green"))
