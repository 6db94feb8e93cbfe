"""Print a report's brief in the terminal."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from onrecord.export.brief import Brief, EventRow, FigureRow, OpenRow, StatementRow
from onrecord.export.brief import brief as rows_of
from onrecord.records import Coding


def brief(coding: Coding, console: Console) -> None:
    """Head, figures, statements by speaker, events in order of time, and what was left open and why."""
    found = rows_of(coding)
    _head(found, coding, console)
    for heading, part in (
        (f"Figures ({len(found.figures)})", _figures(found.figures)),
        (f"Events ({len(found.events)}), in order of time", _events(found.events)),
    ):
        console.print(Text(f"\n{heading}", style="bold"))
        console.print(part if part.row_count else "  none")
    _statements(found, console)
    _open(found.left_open, console)


def _head(found: Brief, coding: Coding, console: Console) -> None:
    console.rule(style="dim")
    console.print(Text(found.title, style="bold"))
    console.print(Text(" · ".join(filter(None, (found.outlet, found.date, coding.report.id))), style="dim"))


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=True, header_style="dim", padding=(0, 1))
    for column in columns:
        number = column in ("sentence", "low–high")
        table.add_column(column, justify="right" if number else "left", no_wrap=column == "low–high", overflow="fold")
    return table


def _figures(rows: tuple[FigureRow, ...]) -> Table:
    table = _table("figure", "low–high", "what and whom", "who says so", "when", "where", "sentence")
    for row in rows:
        whole = f" (part of {row.part_of})" if row.part_of else ""
        what = f"{row.what}: {row.whom}{whole}" if row.whom else row.what + whole
        cells = (row.words, row.numbers, what, row.who_says, row.when, row.where, str(row.sentence or ""))
        table.add_row(*(escape(cell) for cell in cells))
    return table


def _events(rows: tuple[EventRow, ...]) -> Table:
    table = _table("when", "event", "by", "to", "where", "who says so", "sentence")
    for row in rows:
        realis = "" if row.realis == "actual" else f" [{row.realis}]"
        event = f"{row.type}{realis} “{row.words}”"
        cells = (row.when or "–", event, row.by or "–", row.to or "–", row.where or "–", row.who_says, str(row.sentence or ""))
        table.add_row(*(escape(cell) for cell in cells))
    return table


def _statements(found: Brief, console: Console) -> None:
    count = sum(len(rows) for _, rows in found.statements)
    console.print(Text(f"\nStatements ({count}), by speaker", style="bold"))
    for who, rows in found.statements:
        console.print(Text(f"  {who}", style="cyan"))
        for row in rows:
            console.print(_statement(row), soft_wrap=False)
    if not found.statements:
        console.print("  none")


def _statement(row: StatementRow) -> Text:
    line = Text("    – ")
    line.append(row.words)
    line.append(f"  ({row.cue}; {row.notes}; sentence {row.sentence or '–'})", style="dim")
    return line


def _open(rows: tuple[OpenRow, ...], console: Console) -> None:
    console.print(Text(f"\nLeft open ({len(rows)})", style="bold"))
    for row in rows:
        line = Text(f"  {row.words}: ")
        line.append(f"{row.why} (sentence {row.sentence or '–'})", style="dim")
        console.print(line)
    if not rows:
        console.print("  nothing")
