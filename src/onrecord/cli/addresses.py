"""The command `addresses`."""

from typing import Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail, print_json


@app.command()
def addresses(
    book: BookOption = "onrecord.db",
    state: Annotated[str | None, typer.Option(metavar="STATE", help="Only those noted, fetched or refused.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the addresses that lists named: whether they were fetched, when, and why not."""
    from onrecord.errors import BookError, UsageError
    from onrecord.project.fetching import noted_addresses

    try:
        found = noted_addresses(book, state)
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    if as_json:
        print_json(found)
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table("state", "address", "title", "fetched", "why not", box=None)
    for one in found:
        table.add_row(*(escape(cell or "") for cell in (one.state, one.url, one.title, one.fetched_at, one.reason)))
    console().print(table)
