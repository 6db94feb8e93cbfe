"""Where the outcomes of `code` go: standard output, a file a report, one page."""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.cli.common import console

if TYPE_CHECKING:
    from onrecord.project import Coded, Failed
    from onrecord.records import Coding

LONGEST_NAME = 200  # bytes; file systems take 255, a counter and the suffix included


@dataclass(slots=True)
class Output:
    """What was asked for, and what came so far: `failures`, and the addresses that were only `noted`."""

    as_json: bool
    json_dir: Path | None
    html: Path | None
    quiet: bool
    debug: bool
    failures: int = 0
    noted: int = 0
    _kept: "list[Coding]" = field(default_factory=list)
    _names: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Tell of a place that cannot be written to before the work, not after. OSError."""
        if self.json_dir is not None:
            self.json_dir.mkdir(parents=True, exist_ok=True)
        if self.html is not None:
            self.html.open("ab").close()

    def take(self, outcome: "Coded | Failed") -> None:
        """Put out one outcome, or count it."""
        from onrecord.errors import Unfetched
        from onrecord.project import Coded

        if isinstance(outcome, Coded):
            self._put_out(outcome)
        elif isinstance(outcome.error, Unfetched):
            self.noted += 1
        else:
            self.failures += 1
            _report_failure(outcome, self.debug)

    def finish(self) -> None:
        """Write the page, if one was asked for."""
        if self.html is not None:
            from onrecord.export.page import page

            self.html.write_text(page(self._kept), "utf-8", errors="replace")

    def _put_out(self, outcome: "Coded") -> None:
        """What a coded report prints or writes, and a word when it was left out or the book keeps it under another id."""
        from onrecord.export.manual import to_json

        coding = outcome.coding
        _remark(outcome)
        if self.json_dir is not None:
            (self.json_dir / f"{_file_name(coding, self._names)}.json").write_bytes(to_json(coding))
        if self.html is not None:
            self._kept.append(coding)
        if self.as_json:
            sys.stdout.buffer.write(to_json(coding) + b"\n")
            sys.stdout.buffer.flush()
        elif not (self.quiet or self.html is not None or self.json_dir is not None):
            from onrecord.cli.brief import brief

            brief(coding, console())


def _remark(outcome: "Coded") -> None:
    from onrecord.export.brief import CODED

    report = outcome.coding.report
    if report.language not in CODED:
        said = f"written in another language than English (“{report.language}”, ISO 639); kept, not coded"
        typer.echo(f"onrecord: {report.name or report.id}: {said}", err=True)
    if outcome.left_out is not None:
        said = f"tells of no organised violence ({outcome.left_out.score:g} of {outcome.left_out.needed:g}); kept, not coded"
        typer.echo(f"onrecord: {report.name or report.id}: {said}; --all codes it", err=True)
    if outcome.stored is not None and outcome.stored.renamed:
        typer.echo(f"onrecord: {report.id}: the book has other words under this id; kept as {outcome.stored.report}", err=True)


def _report_failure(outcome: "Failed", debug: bool) -> None:
    typer.echo(f"onrecord: {outcome.error}", err=True)
    if debug and outcome.error.__cause__ is not None:
        import traceback

        traceback.print_exception(outcome.error.__cause__)


def _file_name(coding: "Coding", names: set[str]) -> str:
    """A file name for a report that stays inside its folder and meets no other."""
    stem = re.sub(r"[^\w.~-]+", "_", coding.report.name or coding.report.id).strip(".")
    stem = stem.encode()[:LONGEST_NAME].decode("utf-8", "ignore") or coding.report.id
    name, count = stem, 2
    while name.casefold() in names:
        name, count = f"{stem}~{count}", count + 1
    names.add(name.casefold())
    return name
