"""`onrecord desk` and `onrecord person`: the desk in the browser, and who may sign in to it."""

import getpass
from typing import Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, fail


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

    def ready(address: str) -> None:
        typer.echo(f"The desk is open at {address}\nPress Ctrl+C to close it.")
        if browser:
            typer.launch(address)

    try:
        serve(book, name or getpass.getuser(), port, ready)
    except UsageError as error:
        fail(str(error), 2)
    except BookError as error:
        fail(str(error), 1)


@app.command()
def person(
    name: Annotated[str, typer.Argument(help="Name the person signs in with.")],
    role: Annotated[str, typer.Option(help="reader, coder, reviewer or manager.")] = "coder",
    book: BookOption = "onrecord.db",
) -> None:
    """Let a person sign in to the desk, or give one another role and password."""
    from onrecord.errors import BookError, UsageError
    from onrecord.store import Book
    from onrecord.web.people import add_person

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        with Book(book) as keeper:
            add_person(keeper, name, role, password, getpass.getuser())
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
