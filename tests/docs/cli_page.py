"""The page of the command line, made from the commands themselves."""

import re

import click
import typer
from tests.docs.console import ROOT
from typer.cli import get_docs_for_click

from onrecord.cli.app import app

PAGE = ROOT / "docs" / "cli.md"


def cli_page() -> str:
    """Every command with its arguments and options, in Markdown."""
    command = typer.main.get_command(app)
    text = get_docs_for_click(
        obj=command, ctx=click.Context(command, info_name="onrecord"), name="onrecord", title="The commands"
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
