"""The command `triage`: what was said of reports before coding, and how to say otherwise."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail, print_json
from onrecord.cli.decisions import ByOption, analyst
from onrecord.cli.failing import failing

if TYPE_CHECKING:
    from onrecord.project.triage import Said


@app.command()
def triage(
    report: Annotated[str | None, typer.Argument(metavar="[ID]", help="A report: its reasons one by one.")] = None,
    only: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only those that are relevant, irrelevant, background or repeats.")
    ] = None,
    set_: Annotated[
        str | None,
        typer.Option("--set", metavar="RELEVANCE", help="Say that the report is relevant or irrelevant; give a --reason."),
    ] = None,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    by: ByOption = "",
    book: BookOption = "onrecord.db",
    as_json: JsonOption = False,
) -> None:
    """Show which reports tell of organised violence, which only as background, and which repeat another; with the reasons.

    What is irrelevant is in the book and marked, without records; `code --all` codes it, and so does `--set relevant`.
    """
    from onrecord.project import triage as use

    with failing():
        if set_ is not None:
            if report is None:
                fail("--set needs the report it is said of: onrecord triage ID --set relevant --reason WHY", 2)
            made = use.say(book, report, set_, reason, analyst(by))
            typer.echo(f"{made.id}: {made.subject[0].report} is {set_}, says {made.by}")
            return
        said = use.triage_of_book(book, only) if report is None else [use.said_of(book, report)]
    if as_json:
        print_json(said)
    elif report is not None:
        _tell(said[0])
    else:
        _list(said)


def _list(said: "list[Said]") -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table("id", "name", "relevance", "score", "background", "repeats", "because", box=None)
    for one in said:
        held = one.report.triage
        repeats = f"{held.repeats} ({held.kind})" if held.repeats else ""
        because = "; ".join(why.words for why in sorted(held.reasons, key=lambda why: -why.weight)[:2])
        relevance = f"{one.relevance} (by hand)" if one.by_hand else one.relevance
        score = f"{held.score:g} of {held.needed:g}"
        cells = (one.report.id, one.report.name or "", relevance, score, "yes" if held.background else "", repeats, because)
        table.add_row(*(escape(cell) for cell in cells))
    console().print(table)


def _tell(one: "Said") -> None:
    held = one.report.triage
    typer.echo(f"{one.report.id}: {one.relevance}{' (by hand)' if one.by_hand else ''}, {held.score:g} of {held.needed:g} needed")
    for why in held.reasons:
        typer.echo(f"  {why.weight:4.1f}  {why.name.removeprefix('triage.'):<18}{why.words}")
