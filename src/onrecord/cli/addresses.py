"""The command `addresses`."""

from typing import Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, print_json
from onrecord.cli.failing import failing


@app.command()
def addresses(
    book: BookOption = "onrecord.db",
    state: Annotated[str | None, typer.Option(metavar="STATE", help="Only those noted, fetched or refused.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the addresses that lists named: whether they were fetched, when, and why not."""
    from onrecord.project.fetching import noted_addresses

    with failing():
        found = noted_addresses(book, state)
    if as_json:
        print_json(found)
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table("state", "address", "title", "fetched", "why not", box=None)
    for one in found:
        table.add_row(*(escape(cell or "") for cell in (one.state, one.url, one.title, one.fetched_at, one.reason)))
    console().print(table)
