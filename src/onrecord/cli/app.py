"""The commands: code, show, list, search."""

import re
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.cluster import code_on_engine
from onrecord.cli.common import BookOption, JsonOption
from onrecord.cli.common import console as _console
from onrecord.cli.common import fail as _fail
from onrecord.cli.common import print_json as _print_json
from onrecord.cli.failing import failing
from onrecord.cli.output import Output
from onrecord.cli.progress import ended_by_term, shown
from onrecord.version import VERSION

app = typer.Typer(
    name="onrecord",
    help="Read conflict news and keep who said what, the figures as given, and the events, each with its sentence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
MANY = (
    ".jsonl",
    ".csv",
    ".tsv",
    ".parquet",
    ".mbox",
    ".warc",
    ".warc.gz",
    ".wacz",
    ".rss",
    ".atom",
    ".xml",
)  # files of several reports
UNITS = {"": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000}


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {VERSION}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


def size(words: str) -> int:
    """Bytes from "10MB", "500 kB" or a plain number. BadParameter for anything else."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([kmg]?b?)\s*", words.casefold())
    unit = found[2] if found else ""
    if found is None or (unit + "b" not in UNITS and unit not in UNITS):
        raise typer.BadParameter(f"{words!r} is no size; write a number of bytes or something like 10MB")
    return int(float(found[1]) * UNITS.get(unit, UNITS.get(unit + "b", 1)))


@app.command()
def code(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Day the reports were published (YYYY-MM-DD).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line and report.")] = False,
    json_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Write NAME.json for each report.")] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write one self-contained page.")] = None,
    book: BookOption = "onrecord.db",
    no_book: Annotated[bool, typer.Option("--no-book", help="Store nothing.")] = False,
    limit: Annotated[str, typer.Option(metavar="SIZE", help="Refuse reports larger than this.")] = "10MB",
    columns: Annotated[
        str | None,
        typer.Option("--map", metavar="FIELD=COLUMN,…", help="What a table calls a field: text=body,published=date."),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(help="Processes that code; all cores without it, one for a handful of reports.", min=1)
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Code also the reports that triage finds to tell of no organised violence.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no briefs.")] = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch the pages of addresses that a list names; obeys robots.txt, public hosts only.")
    ] = False,
    engine: Annotated[
        str | None, typer.Option(metavar="ENGINE", help="dask: code on a cluster into --out, for `onrecord import-codings`.")
    ] = None,
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Address of the cluster's scheduler.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder for the cluster's Parquet files.")] = None,
    shard: Annotated[str, typer.Option(metavar="SIZE", help="Files that one machine of the cluster takes at a time.")] = "4MB",
    debug: Annotated[bool, typer.Option(help="Print the traceback of a failure inside the program.")] = False,
) -> None:
    """Code reports: read, find what is claimed, store it in the book, show a brief.

    A report that tells of no organised violence is stored and marked but not coded, unless --all is given (see `triage`).

    A report that cannot be read or coded is named on standard error, the others go on, and the exit code is 1. Broken off and
    run again, it takes what the book has of the same bytes, day and version from there and codes the rest.
    """
    if engine is not None or scheduler is not None or out is not None:
        code_on_engine(engine, scheduler, out, paths, published, size(limit), columns, book, size(shard))
        return
    from onrecord.project import code_paths
    from onrecord.read import columns_of

    output = Output(as_json, json_dir, html, quiet, debug)
    with failing():
        output.begin()
        found = code_paths(
            paths,
            book=None if no_book else book,
            published=published,
            limit=size(limit),
            columns=columns_of(columns) if columns else None,
            jobs=jobs,
            fetch=fetch,
            every=every,
        )
        with ended_by_term(), closing(found):
            for outcome in shown(found, paths) if _are_many(paths) else found:
                output.take(outcome)
        output.finish()
    if output.noted:
        where = "not recorded (--no-book)" if no_book else f"recorded in {book}"
        typer.echo(f"onrecord: {output.noted:,} addresses are {where} and were not fetched; run again with --fetch", err=True)
    if output.failures:
        raise typer.Exit(1)


def _are_many(paths: list[str]) -> bool:
    return len(paths) > 1 or any(Path(p).is_dir() or p.lower().endswith(MANY) for p in paths)


@app.command()
def show(
    report: Annotated[str, typer.Argument(metavar="ID", help="Id of a report, the start of one, or its name.")],
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
    every: Annotated[bool, typer.Option("--all", help="Show every coding, newest first.")] = False,
    as_reviewed: Annotated[bool, typer.Option("--reviewed", help="Show it with the decisions of analysts applied.")] = False,
) -> None:
    """Show a report of the book: its newest coding, all of them, or its reviewed state."""
    from onrecord.cli.brief import brief
    from onrecord.errors import BookError, UsageError
    from onrecord.export.manual import to_json
    from onrecord.project import report_codings
    from onrecord.project.decisions import reviewed_report

    try:
        codings = [reviewed_report(book, report)] if as_reviewed else report_codings(book, report)
    except (UsageError, BookError) as error:
        _fail(str(error), 2 if isinstance(error, UsageError) else 1)
    for coding in codings if every else codings[:1]:
        if as_json:
            sys.stdout.buffer.write(to_json(coding) + b"\n")
        else:
            brief(coding, _console())


@app.command(name="list")
def list_(book: BookOption = "onrecord.db", as_json: JsonOption = False) -> None:
    """List the reports of the book."""
    from onrecord.errors import BookError, UsageError
    from onrecord.project import contents

    try:
        entries = contents(book)
    except (UsageError, BookError) as error:
        _fail(str(error), 2 if isinstance(error, UsageError) else 1)
    if as_json:
        _print_json(entries)
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table("id", "name", "title", "outlet", "date", "statements", "figures", "events", "coded by", box=None)
    for entry in entries:
        counts = (str(entry.statements), str(entry.figures), str(entry.events))
        cells = (
            entry.id,
            entry.name or "",
            entry.title or "",
            entry.outlet or "",
            entry.published or "no date",
            *counts,
            ", ".join(entry.versions),
        )
        table.add_row(*(escape(cell) for cell in cells))
    _console().print(table)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words that all have to be there.")],
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
    limit: Annotated[int, typer.Option(help="Most hits to show.", min=1)] = 50,
) -> None:
    """Search the texts and records of the book."""
    from onrecord.errors import BookError, UsageError
    from onrecord.project import find_words

    try:
        hits = find_words(book, " ".join(words), limit)
    except (UsageError, BookError) as error:
        _fail(str(error), 2 if isinstance(error, UsageError) else 1)
    if as_json:
        _print_json(hits)
        return
    from rich.text import Text

    console = _console()
    for hit in hits:
        line = Text.assemble((hit.report, "cyan"), " ", (hit.kind, "dim"), " ", (f"{hit.record}  ", "dim"))
        for piece in re.split("(\x02[^\x03]*\x03)", " ".join(hit.snippet.split())):
            line.append(piece.strip("\x02\x03"), style="bold" if piece.startswith("\x02") else "")
        console.print(line)
    if not hits:
        typer.echo("nothing found", err=True)
