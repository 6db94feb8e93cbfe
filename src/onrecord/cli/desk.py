"""`onrecord desk` and `onrecord person`: the desk in the browser, and who may sign in to it."""

import getpass
import os
import shutil
import signal
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, fail

if TYPE_CHECKING:
    from onrecord.web import Entry


@app.command()
def desk(
    book: BookOption = "onrecord.db",
    port: Annotated[int, typer.Option(help="Port to serve on; 0 for any free one.", min=0, max=65535)] = 8765,
    name: Annotated[str | None, typer.Option("--as", metavar="NAME", help="Your name in the history.")] = None,
    browser: Annotated[bool, typer.Option(help="Open it in the browser.")] = True,
) -> None:
    """Review the book in the browser: opens the desk on this machine, for this machine only."""
    from onrecord.errors import BookError, UsageError
    from onrecord.web import serve

    def ready(entry: "Entry") -> None:
        typer.echo(f"The desk is open at {entry.link()}\nThe address is good once, for a quarter of an hour.")
        if sys.stdin is not None and sys.stdin.isatty():
            typer.echo("Press Enter for another, Ctrl+C to close the desk.")
            if hasattr(signal, "SIGTTIN"):
                signal.signal(signal.SIGTTIN, signal.SIG_IGN)  # in the background a read fails, and does not stop the desk
            Thread(target=_more, args=(entry, sys.stdin.fileno()), daemon=True).start()
        if browser:
            _open(str(entry.page()))

    try:
        serve(book, name or getpass.getuser(), port, ready)
    except UsageError as error:
        fail(str(error), 2)
    except BookError as error:
        fail(str(error), 1)


def _open(page: str) -> None:
    """Show a page of the disk in the browser, or nothing where there is none; the address stands in the terminal."""
    quiet = shutil.which("xdg-open")
    if quiet:
        subprocess.Popen([quiet, page], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    else:
        typer.launch(page)


def _more(entry: "Entry", keyboard: int) -> None:
    """Print another address at each press of Enter, until the window closes.

    Read from the descriptor: a thread that waits in `input` would hold up the end of the program.
    """
    try:
        while os.read(keyboard, 1024):
            typer.echo(entry.link())
    except OSError:  # the desk runs in the background now, or its window is gone
        return


@app.command()
def person(
    name: Annotated[str, typer.Argument(help="Name the person signs in with.")],
    role: Annotated[str, typer.Option(help="reader, coder, reviewer or manager.")] = "coder",
    remove: Annotated[bool, typer.Option("--remove", help="Let the person sign in no longer.")] = False,
    book: BookOption = "onrecord.db",
) -> None:
    """Let a person sign in to the desk, give one another role and password, or let one in no longer.

    It holds at once, for desks that are open too.
    """
    from onrecord.errors import BookError, UsageError
    from onrecord.store import Book
    from onrecord.web.people import add_person, remove_person

    password = None if remove else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        with Book(book) as keeper:
            if remove:
                remove_person(keeper, name, getpass.getuser())
            else:
                add_person(keeper, name, role, password, getpass.getuser())
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
