"""The commands `export` and `validate`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption
from onrecord.cli.failing import failing


@app.command()
def export(
    format: Annotated[
        str,
        typer.Argument(metavar="FORMAT", help="ledger, ucdp-ged, acled, geojson, jsonl, jsonld, parquet, ftm, or a plugin's."),
    ],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write (default: FORMAT and its suffix).")] = None,
    profile: Annotated[str, typer.Option(help="How figures become numbers: ucdp, acled or min-max.")] = "ucdp",
    public: Annotated[
        bool, typer.Option("--public", help="Withhold names and words of unofficial sources and victims; coarsen places.")
    ] = False,
    hxl: Annotated[bool, typer.Option("--hxl", help="Write HXL tags as the second row.")] = False,
    since: Annotated[
        str | None,
        typer.Option(metavar="EXPORT", help="Also write the rows added, changed and deleted since this file or export."),
    ] = None,
    book: BookOption = "onrecord.db",
) -> None:
    """Export the book, with a method card beside the file: FILE.card.md.

    With --public, FILE.withheld.jsonl logs what is lacking. With --since, FILE-added, FILE-changed and FILE-deleted hold the
    rows that changed.
    """
    from onrecord.export.formats import format_named
    from onrecord.project.exports import export_book

    with failing():
        path = out or Path(f"{format}{format_named(format).suffix}")
        made = export_book(book, format, path, profile, public=public, hxl=hxl, since=since)
    changed = ", ".join(f"{count} {kind}" for kind, count in made.written.changes.items())
    typer.echo(f"{path}: {made.written.rows} rows, kept as {made.id}" + (f" ({changed})" if changed else ""))
    for why, count in made.written.left.items():
        typer.echo(f"  left out: {count} ({why})", err=True)


@app.command()
def validate(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file with UCDP GED's columns.")], as_json: JsonOption = False
) -> None:
    """Check a UCDP GED table by its own rules: sums, order, dates, sides, sources, grid cells.

    The exit code is 1 when a row breaks a rule; warnings leave it 0.
    """
    from onrecord.project.exports import validated

    with failing():
        found = validated(path)
    for each in found:
        line = (
            json.dumps(asdict(each), ensure_ascii=False) if as_json else f"{each.severity}  {each.id}  {each.rule}  {each.words}"
        )
        typer.echo(line)
    if not found:
        typer.echo("no row breaks a rule", err=True)
    if any(each.severity == "error" for each in found):
        raise typer.Exit(1)
