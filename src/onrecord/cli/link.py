"""The commands of linking: link, incidents."""

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app
from onrecord.cli.common import BookOption, JsonOption, console, fail, print_json

if TYPE_CHECKING:
    from rich.progress import Progress

    from onrecord.link import Linked
    from onrecord.project.link import Telling, Whole
    from onrecord.records import Figure, Incident, Link, Place, Time


@app.command()
def link(book: BookOption = "onrecord.db", as_json: JsonOption = False) -> None:
    """Gather the events of all reports into incidents: those of different reports that are one happening.

    Near-copies of one story count as one source. What analysts decided on pairs of events is obeyed.
    """
    from onrecord.errors import BookError, UsageError
    from onrecord.project.link import link_book

    try:
        with _progress() as watch:
            found = link_book(book, watch)
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    if as_json:
        print_json(found.incidents)
    else:
        _tell(found)


def _progress() -> AbstractContextManager[Callable[[str, int], None] | None]:
    """Where the stages are told: a spinner in a terminal, nowhere else."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=Console(stderr=True))
    return _Stages(bar)


class _Stages(AbstractContextManager[Callable[[str, int], None] | None]):
    """A progress line that names the stage under way."""

    def __init__(self, bar: "Progress") -> None:
        self.bar = bar
        self.task = bar.add_task("opening the book")

    def __enter__(self) -> Callable[[str, int], None]:
        self.bar.start()
        return lambda stage, many: self.bar.update(self.task, description=f"{stage} ({many:,})")

    def __exit__(self, *_: object) -> None:
        self.bar.stop()


def _pairs(many: int) -> str:
    return "1 pair" if many == 1 else f"{many} pairs"


def _tell(found: "Linked") -> None:
    several = sum(len({ref.report for ref in one.events}) > 1 for one in found.incidents)
    copied = {report for copy in found.copies for report in (copy.one, copy.other)}
    typer.echo(f"{found.reports} reports, {found.accounts} accounts of happenings, {_pairs(found.compared)} compared")
    typer.echo(f"{len(found.incidents)} incidents, {several} of them told by several reports")
    typer.echo(f"{_pairs(len(found.copies))} of near-copies among {len(copied)} reports")
    for verdict in ("unsure", "different"):
        many = sum(link.verdict == verdict for link in found.links)
        if many:
            words = "may be one incident and stay apart" if verdict == "unsure" else "look alike but contradict each other"
            words = (
                words.replace("stay", "stays").replace("look", "looks").replace("contradict", "contradicts")
                if many == 1
                else words
            )
            typer.echo(f"{_pairs(many)} {words}")
    for decision in found.unheeded:
        typer.echo(f"onrecord: {decision}: not heeded, a newer decision or coding rules it out; withdraw it", err=True)


@app.command()
def incidents(
    incident: Annotated[str | None, typer.Argument(metavar="ID", help="Id of an incident, or the start of one.")] = None,
    book: BookOption = "onrecord.db",
    several: Annotated[bool, typer.Option("--several", help="Only those that several reports tell of.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the incidents of the book; with an ID, show its reports, figures side by side, and its links with their reasons."""
    from onrecord.errors import BookError, UsageError
    from onrecord.project import link as use

    try:
        if incident is not None:
            whole = use.whole_incident(book, incident)
            return print_json([whole]) if as_json else _show(whole)
        found = [one for one in use.incidents(book) if not several or len({ref.report for ref in one.events}) > 1]
    except (UsageError, BookError) as error:
        fail(str(error), 2 if isinstance(error, UsageError) else 1)
    return print_json(found) if as_json else _list(found)


def _list(found: "Sequence[Incident]") -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table("id", "type", "when", "where", "events", "reports", "sources", "may be", box=None)
    for one in found:
        reports = len({ref.report for ref in one.events})
        counts = (str(len(one.events)), str(reports), str(one.sources))
        cells = (one.id, _plain(one.type), one.edtf or "", one.place or "", *counts, " ".join(one.rivals))
        table.add_row(*(escape(cell) for cell in cells))
    console().print(table)


def _plain(kind: str) -> str:
    return kind.replace("_", " ")


def _show(whole: "Whole") -> None:
    """An incident: its head, what each report tells, the figures side by side, the links and why."""
    from rich.text import Text

    one, out = whole.incident, console()
    out.print(Text(f"{one.id}  {_plain(one.type)}", style="bold"))
    head = (one.edtf or "no day", one.place or "no place", f"{one.sources} source{'s' * (one.sources != 1)}")
    out.print(Text(" · ".join(head), style="dim"))
    out.print(_told(whole.tellings))
    out.print(_figures(whole.tellings))
    for heading, links in (("Held together by", whole.links), ("Kept apart from", whole.open)):
        if links:
            out.print(Text(f"\n{heading}", style="bold"))
        for pair in sorted(links, key=lambda pair: (-pair.score, pair.one, pair.other)):
            out.print(_link(pair))


def _told(tellings: "Sequence[Telling]") -> object:
    from rich.markup import escape
    from rich.table import Table

    table = Table("report", "outlet", "out", "event", "words", "type", "when", "where", box=None)
    for told in tellings:
        report, event = told.coding.report, told.event
        times: dict[str, Time] = {time.id: time for time in told.coding.times}
        places: dict[str, Place] = {place.id: place for place in told.coding.places}
        when, where = times.get(event.time or ""), places.get(event.place or "")
        words = " ".join(report.text[event.trigger[0] : event.trigger[1]].split())
        kind = _plain(event.type) + ("" if event.realis == "actual" else f" ({event.realis})")
        cells = (report.name or report.id, report.outlet or "", report.published or "", event.id, words, kind)
        table.add_row(*(escape(c) for c in (*cells, (when.edtf if when else "") or "", where.name if where else "")))
    return table


def _figures(tellings: "Sequence[Telling]") -> object:
    """The figures side by side: a row a measure and whom, a column a report."""
    from rich.markup import escape
    from rich.table import Table

    reports = list(dict.fromkeys(told.coding.report.id for told in tellings))
    rows: dict[str, dict[str, list[str]]] = {}
    for told in tellings:
        for fig in told.figures:
            row = rows.setdefault(fig.measure + (" (part)" if fig.part_of else ""), {})
            said = row.setdefault(told.coding.report.id, [])
            if (words := _number(told, fig)) not in said:
                said.append(words)
    names = {told.coding.report.id: told.coding.report.name or told.coding.report.id for told in tellings}
    table = Table("figures", *(escape(names[report]) for report in reports), box=None)
    for measure, by_report in sorted(rows.items()):
        table.add_row(measure, *(escape("; ".join(by_report.get(report, ()))) for report in reports))
    return table


def _number(told: "Telling", fig: "Figure") -> str:
    """A figure in its words, with what it counts and who says so."""
    from onrecord.ledger.reading import Reading

    reading = Reading(told.coding)
    who = ", via ".join(reading.chain(fig.statement)) or "the report"
    denied = "" if told.event.realis == "actual" else f", {told.event.realis}"
    return f"{reading.phrase(fig.span, fig.whom_span)} ({who}{denied})"


def _link(pair: "Link") -> object:
    """A link and its reasons, each with its weight."""
    from rich.text import Text

    score = f"{pair.score:+.1f}" if pair.rule != "link.decision" else "an analyst"
    text = Text(f"  {pair.one.report} {pair.one.record} – {pair.other.report} {pair.other.record}: {pair.verdict} ({score})\n")
    for reason in pair.reasons:
        text.append(f"    {reason.weight:+5.1f}  {reason.name:<24}{reason.words}\n", style="dim" if reason.weight < 0 else "")
    text.rstrip()
    return text
