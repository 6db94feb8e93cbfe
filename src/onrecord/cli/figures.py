"""The command `figures`: the ledger."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console
from onrecord.cli.failing import failing

if TYPE_CHECKING:
    from rich.table import Table

    from onrecord.project.figures import Ledger, Line


WIDE = 180  # columns of a terminal that has room for the sentences as well


@app.command()
def figures(
    incident: Annotated[str | None, typer.Option(metavar="ID", help="Only figures of this incident.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only where this actor is counted, acts or speaks.")] = None,
    measure: Annotated[str | None, typer.Option(metavar="MEASURE", help="Only this measure (killed, wounded, …).")] = None,
    profile: Annotated[str, typer.Option(help="How figures become numbers: ucdp, acled or min-max.")] = "ucdp",
    chart: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the toll over time as an SVG file.")] = None,
    plot: Annotated[bool, typer.Option("--plot", help="Draw the toll over time here.")] = False,
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Show every figure side by side: bound, speaker, chain, outlet, date, and whether a later one replaced it."""
    from onrecord.export.chart import lines, points, svg
    from onrecord.project.exports import export_chart
    from onrecord.project.figures import Wanted, book_ledger

    with failing():
        found = book_ledger(book, Wanted(incident, actor, measure), profile)
        drawn = points(line.entry for line in found.lines)
        if chart is not None:
            drawn_on = {line.entry.ref.report for line in found.lines}
            export_chart(book, svg(drawn, _title(incident, actor, measure)), chart, drawn_on)
    if as_json:
        _print_json(found)
    elif plot:
        for line in lines(drawn):
            typer.echo(line)
    else:
        _print(found, profile)


def _title(*wanted: str | None) -> str:
    return "Figures over time" + "".join(f", {each}" for each in wanted if each)


def _print(found: "Ledger", profile: str) -> None:
    out = console()
    out.print(_figures(found.lines, out.width))
    if found.totals:
        out.print()
        out.print(_totals(found, profile))
    if not found.lines:
        typer.echo("no figures", err=True)


def _figures(found: "tuple[Line, ...]", width: int) -> "Table":
    from rich.markup import escape
    from rich.table import Table

    headings = "incident", "when", "measure", "figure", "low–high", "who says so", "outlet", "given", "stands"
    wide = width >= WIDE
    table = Table(*headings, *(["sentence"] if wide else []), box=None, header_style="dim")
    for line in found:
        entry, fig = line.entry, line.entry.figure
        bounds = "–".join("…" if n is None else f"{n:,g}" for n in (fig.low, fig.high))
        cells = (
            entry.incident or ("toll" if fig.cumulative else ""),
            entry.edtf or "",
            fig.measure,
            entry.phrase,
            f"{bounds} {fig.bound.replace('_', ' ')}",
            ", via ".join(entry.chain) or "the report",
            entry.outlet or entry.ref.report,
            entry.given_on,
            entry.stands,
        )
        table.add_row(*(escape(cell) for cell in cells), *([escape(line.sentence)] if wide else []))
    return table


def _totals(found: "Ledger", profile: str) -> "Table":
    from rich.markup import escape
    from rich.table import Table

    table = Table("incident", "type", "when", "where", "measure", "low", "best", "high", box=None, title=f"by profile {profile}")
    for total in found.totals:
        numbers = ("open" if n is None else f"{n:,g}" for n in (total.estimate.low, total.estimate.best, total.estimate.high))
        about = total.incident
        cells = (about.id, about.type.replace("_", " "), about.edtf or "", about.place or "", total.measure, *numbers)
        table.add_row(*(escape(cell) for cell in cells))
    return table


def _print_json(found: "Ledger") -> None:
    import msgspec

    for line in found.lines:
        typer.echo(json.dumps({"figure": msgspec.to_builtins(line.entry), "sentence": line.sentence}, ensure_ascii=False))
    for total in found.totals:
        typer.echo(json.dumps({"total": msgspec.to_builtins(total)}, ensure_ascii=False))
