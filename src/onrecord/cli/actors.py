"""The commands of actors: actors add, actor."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail, print_json
from onrecord.cli.failing import failing

actors = typer.Typer(help="Add armed groups, forces and bodies to the project.", no_args_is_help=True)
app.add_typer(actors, name="actors")


@actors.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A TSV or CSV file with a header, one body a line.")],
    book: BookOption = "onrecord.db",
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=COLUMN", help="Which column holds name, kind, country, aliases or parent.")
    ] = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="Kind of rows without one: armed_group, state_force, …")] = "",
    country: Annotated[str, typer.Option(metavar="XX", help="ISO code for rows without a country.")] = "",
) -> None:
    """Add a table of bodies to the project: it is kept beside the book, and coding knows them from then on."""
    from onrecord.project.actors import actors_file, add_actors

    columns = dict(pair.partition("=")[::2] for pair in column or ())
    with failing():
        count = add_actors(book, file, columns, kind, country)
    typer.echo(f"{count} {'actor' if count == 1 else 'actors'} added to {actors_file(book)}")


@actors.callback()
def _actors() -> None:
    """Keep `add` a command of its own."""


@app.command()
def actor(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="An actor as a report names it.")],
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Explain what an actor's name is taken for: the body, its kind, country, parent body and sector, and the row it comes from."""
    from onrecord.project.actors import explain_actor

    with failing():
        found = explain_actor(book, phrase)
    if as_json:
        print_json([found])
        return
    if found.rule == "actors.identify.none":
        fail(f"{phrase}: nothing in the tables tells who that is; add it with `onrecord actors add FILE`", 1)
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, show_header=False)
    told = {
        "name": found.name,
        "kind": found.kind,
        "country": found.country,
        "part of": found.parent,
        "sector": found.sector,
        "also called": ", ".join(found.aliases),
        "table": found.table,
        "rule": found.rule,
    }
    for name, value in told.items():
        table.add_row(name, escape(value or "–"))
    console().print(table)
