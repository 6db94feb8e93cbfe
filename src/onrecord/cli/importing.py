"""The command `import-codings`."""

from typing import Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption
from onrecord.cli.failing import failing
from onrecord.cli.progress import ended_by_term


@app.command("import-codings")
def import_codings(
    folders: Annotated[
        list[str], typer.Argument(metavar="DIR...", help="Folders, or single files, that `code --engine dask` wrote.")
    ],
    book: BookOption = "onrecord.db",
) -> None:
    """Take codings that a cluster made into the book; what it has already is left as it is.

    A report that failed, or a file that is not whole, is named on standard error, the others go on, and the exit code is 1.
    """
    from onrecord.errors import Unfetched
    from onrecord.project import Coded
    from onrecord.project.importing import import_codings as imported

    new = known = failed = noted = 0
    with failing(), ended_by_term():
        for outcome in imported(folders, book):
            if not isinstance(outcome, Coded) and isinstance(outcome.error, Unfetched):
                noted += 1
            elif not isinstance(outcome, Coded):
                failed += 1
                typer.echo(f"onrecord: {outcome.error}", err=True)
            elif outcome.stored is not None and outcome.stored.new_coding:
                new += 1
            else:
                known += 1
    typer.echo(f"{new:,} codings taken in, {known:,} were in the book, {failed:,} failed")
    if noted:
        typer.echo(f"onrecord: {noted:,} addresses are in the book and were not fetched; code their lists with --fetch", err=True)
    if failed:
        raise typer.Exit(1)
