"""The commands of places: gazetteer add, place."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail, print_json

if TYPE_CHECKING:
    from onrecord.project.gazetteer import Explained

SHOWN = 10  # readings in words; --json prints all
gazetteer = typer.Typer(help="Add places of other gazetteers to the project.", no_args_is_help=True)
app.add_typer(gazetteer, name="gazetteer")


@gazetteer.command()
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A GeoNames dump (.txt, .zip), or a TSV or CSV file with a header.")
    ],
    book: BookOption = "onrecord.db",
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=COLUMN", help="Which column holds name, names, lat, lon, country, population, kind or id."),
    ] = None,
    country: Annotated[str, typer.Option(metavar="XX", help="ISO code for rows without a country.")] = "",
) -> None:
    """Add a gazetteer's places to the project: they are kept beside the book, and coding uses them from then on."""
    from onrecord.errors import UsageError
    from onrecord.project.gazetteer import add_gazetteer, gazetteer_file

    columns = dict(pair.partition("=")[::2] for pair in column or ())
    try:
        added = add_gazetteer(book, file, columns, country)
    except UsageError as error:
        fail(str(error), 2)
    known = f", {added.known} were there already" if added.known else ""
    typer.echo(f"{added.new} {'place' if added.new == 1 else 'places'} added to {gazetteer_file(book)}{known}")
    if added.skipped:
        rows = "1 row was" if added.skipped == 1 else f"{added.skipped} rows were"
        typer.echo(f"onrecord: {rows} left out: no name, or no point with lat -90 to 90 and lon -180 to 180", err=True)


@gazetteer.callback()
def _gazetteer() -> None:
    """Keep `add` a command of its own."""


@app.command()
def place(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of a place.")],
    near: Annotated[str | None, typer.Option(metavar="PLACE", help="Another place that the report names.")] = None,
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Explain what a name is taken for: the places it may be, their scores and the reasons."""
    from onrecord.errors import UsageError
    from onrecord.project.gazetteer import explain_place

    try:
        found = explain_place(book, name, near)
    except UsageError as error:
        fail(str(error), 2)
    if not found.readings:
        fail(f"{name}: no such place is known; add a gazetteer that has it with `onrecord gazetteer add`", 1)
    if as_json:
        print_json(found.readings)
    else:
        _tell(found)


def _tell(found: "Explained") -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(
        "score", "place", "kind", "where_prec", "point", f"km from {found.near}" if found.near else "", "reasons", box=None
    )
    for reading in found.readings[:SHOWN]:
        at = reading.place
        point = f"{at.lat:.3f}, {at.lon:.3f}" if at.lat is not None and at.lon is not None else "none"
        why = "; ".join(f"{words} {weight:+.1f}" for words, weight in reading.reasons)
        cells = (f"{reading.score:.1f}", f"{at.name}, {at.country}", at.kind, str(at.prec), point, f"{reading.km or ''}", why)
        table.add_row(*(escape(cell) for cell in cells))
    console().print(table)
