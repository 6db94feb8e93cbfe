"""The commands of the book's history: verify, log, forget."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail, print_json
from onrecord.cli.decisions import ByOption

if TYPE_CHECKING:
    from onrecord.project.erasing import Erasure
    from onrecord.project.history import Proof
    from onrecord.store import Forgotten

SHOWN = 20  # flaws in words; --json prints all


@app.command()
def verify(
    book: BookOption = "onrecord.db",
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A hash printed by an earlier run, which the log must still have.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Prove the book: recompute the log's chain and the digest of every report, coding, decision and export.

    Prints the hash of the last entry to note down elsewhere; exits with 1 and names the first broken entry when something differs.
    """
    from onrecord.errors import BookError, UsageError
    from onrecord.project import history

    try:
        proof = history.verify(book, head)
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    if as_json:
        print_json([proof])
    else:
        _tell(proof)
    if proof.flaws:
        raise typer.Exit(1)


def _tell(proof: "Proof") -> None:
    if not proof.flaws:
        typer.echo(f"{proof.entries} entries, all whole; the last one's hash is {proof.head or 'none yet'}")
        return
    for flaw in proof.flaws[:SHOWN]:
        typer.echo(f"entry {flaw.entry}: {flaw.words}" if flaw.entry is not None else flaw.words)
    if len(proof.flaws) > SHOWN:
        typer.echo(f"and {len(proof.flaws) - SHOWN} more; --json prints them")
    typer.echo("onrecord: the book is not what was stored; restore it from a backup", err=True)


@app.command()
def log(
    about: Annotated[
        str | None, typer.Argument(metavar="ID", help="Only what became of this report, decision or export.")
    ] = None,
    book: BookOption = "onrecord.db",
    limit: Annotated[int, typer.Option(help="Most entries to show.", min=1)] = 50,
    as_json: JsonOption = False,
) -> None:
    """Show the log of the book, newest entry first."""
    from onrecord.errors import BookError, UsageError
    from onrecord.project import history

    try:
        entries = list(history.log_entries(book, about, limit))
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    if as_json:
        print_json(entries)
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table("entry", "at", "what", "of", "digest", "hash", box=None)
    for entry in entries:
        table.add_row(str(entry.seq), entry.at[:19], entry.kind, escape(entry.subject), entry.digest[:12], entry.hash[:12])
    console().print(table)


@app.command()
def forget(
    report: Annotated[str, typer.Argument(metavar="ID", help="Id of a report, the start of one, or its name.")],
    reason: Annotated[str, typer.Option(help="Why it is erased; the tombstone keeps it.")],
    by: ByOption = "",
    book: BookOption = "onrecord.db",
) -> None:
    """Erase a report for good: its bytes, words, codings, and the incidents and findings it was part of.

    The log stays whole and a tombstone says who erased it and why; the same words are not taken in again. Export files that
    drew on it go too when they are as the book wrote them; others are named, and the exit code is 1 while one is there.
    """
    from onrecord.cli.decisions import analyst
    from onrecord.errors import BookError, UsageError
    from onrecord.project import history

    try:
        gone, files = history.forget(book, report, reason, analyst(by))
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    _tell_gone(gone)
    for file in files:
        _tell_file(file)
    if any(file.kind == "file-kept" for file in files):
        raise typer.Exit(1)


def _tell_file(file: "Erasure") -> None:
    """What became of an export's file."""
    if file.kind == "file-erased":
        typer.echo(f"export {file.export}: {file.path} erased; export again for a table without the report")
    elif file.kind == "file-missing":
        typer.echo(f"export {file.export}: no file {file.path} here; delete it where it was moved or copied to")
    else:
        typer.echo(f"onrecord: NOT ERASED: {file.path} (export {file.export}): {file.why}; delete it by hand", err=True)


def _tell_gone(gone: "Forgotten") -> None:
    typer.echo(f"{gone.report}: erased, with {gone.decisions} decisions, {gone.incidents} incidents, {gone.findings} findings")
    if gone.incidents or gone.findings:
        typer.echo("run link and check again to group what is left")
