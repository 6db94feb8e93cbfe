"""The command `compare`: our incidents beside rows that others coded."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console
from onrecord.cli.failing import failing

if TYPE_CHECKING:
    from onrecord.project.compare import Comparison


@app.command()
def compare(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file of UCDP GED or ACLED.")],
    profile: Annotated[str, typer.Option(help="How figures become numbers: ucdp, acled or min-max.")] = "ucdp",
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Match the rows of another dataset with the book's incidents and compare the dead; nothing of it enters the book."""
    from onrecord.project.compare import compare_book

    with failing():
        found = compare_book(book, path, profile)
    if as_json:
        for match in found.matches:
            typer.echo(json.dumps({"match": asdict(match)}, ensure_ascii=False, default=str))
        for row in found.only_theirs:
            typer.echo(json.dumps({"only_theirs": asdict(row)}, ensure_ascii=False, default=str))
        for incident in found.only_ours:
            typer.echo(json.dumps({"only_ours": incident}))
        return
    _print(found)


def _print(found: "Comparison") -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(
        "row", "incident", "when", "place", "theirs", "ours", "agrees", "score and reasons", box=None, header_style="dim"
    )
    for match in found.matches:
        row, ours = match.other, match.ours
        numbers = "/".join("–" if n is None else f"{n:g}" for n in (ours.low, ours.best, ours.high))
        why = f"{match.score:g}: " + "; ".join(f"{r.words} {r.weight:+g}" for r in match.reasons)
        theirs = f"{row.low:g}/{row.best:g}/{row.high:g}"
        cells = (row.id, match.incident, str(row.first), row.place, theirs, numbers, "yes" if match.agrees else "no", why)
        table.add_row(*(escape(cell) for cell in cells))
    console().print(table)
    typer.echo(
        f"{len(found.matches)} matched, {sum(m.agrees for m in found.matches)} with the dead in agreement; "
        f"{len(found.only_theirs)} rows only theirs, {len(found.only_ours)} deadly incidents only ours, {found.unread} rows unread"
    )
