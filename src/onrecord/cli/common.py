"""What the commands share: options, output, and how a failure ends one."""

import os
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console

BookOption = Annotated[str, typer.Option("--book", envvar="ONRECORD_BOOK", help="The book: an SQLite file, or a database URL.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
WIDTH = 140  # columns where the output is no terminal


def fail(message: str, status: int) -> NoReturn:
    """Say why on standard error and leave with a status."""
    typer.echo(f"onrecord: {message}", err=True)
    raise typer.Exit(status)


def console() -> "Console":
    """Where tables are printed: as wide as the terminal, or fixed where there is none."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console()
    columns = os.environ.get("COLUMNS", "")
    return Console(width=int(columns) if columns.isdecimal() and int(columns) > 40 else WIDTH, highlight=False)


def print_json(rows: object) -> None:
    """Rows as JSON, one a line."""
    import json
    from dataclasses import asdict

    for row in rows:  # type: ignore[attr-defined]
        typer.echo(json.dumps(asdict(row), ensure_ascii=False).replace("\\u0002", "").replace("\\u0003", ""))
