"""Corpora coded by hand: where their reports lie, what they hash to, and how well the program codes them."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from gate.compare import Count, compare
from onrecord.pipeline import code
from onrecord.read import Unread, read_path
from onrecord.records import Document

REPORTS = Path(__file__).parent.parent / "tests" / "reports"


class Report(NamedTuple):
    """A report, its coding by hand, and the day it is to be coded with."""

    name: str
    path: Path
    expected: Path
    meta: Path

    @property
    def gold(self) -> dict[str, Any]:
        """The coding made by hand."""
        return _object(self.expected)

    @property
    def published(self) -> str | None:
        """The day of publication that the coder knew; None when the report is to be coded without one."""
        return _object(self.meta).get("published") if self.meta.is_file() else None


def _object(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def our_reports(folder: Path = REPORTS) -> list[Report]:
    """The reports of tests/reports, one a folder: report.txt or report.html, expected.json, meta.json."""
    paths = [path for path in sorted(folder.glob("*/report.*")) if (path.parent / "expected.json").is_file()]
    return [Report(p.parent.name, p, p.parent / "expected.json", p.parent / "meta.json") for p in paths]


def folder_reports(folder: Path) -> list[Report]:
    """The reports of a folder of NAME.txt, NAME.json and, where a day is known, NAME.meta.json."""
    paths = [path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".json").is_file()]
    return [Report(p.stem, p, p.with_suffix(".json"), p.with_suffix(".meta.json")) for p in paths]


def corpus_hash(reports: list[Report]) -> str:
    """SHA-256 of every report with its coding and its day, in order."""
    digest = sha256()
    for report in reports:
        for path in (report.path, report.expected, report.meta):
            content = path.read_bytes() if path.is_file() else b""
            digest.update(f"{report.name}|{len(content)}|".encode() + content)
    return digest.hexdigest()


def measured(reports: list[Report]) -> dict[str, Count]:
    """The program's counts by measure over all reports. ValueError when a report cannot be read."""
    total: dict[str, Count] = {}
    for _, counts in each(reports):
        for measure, count in counts.items():
            total[measure] = total.get(measure, Count(0, 0, 0)).plus(count)
    return total


def each(reports: list[Report]) -> Iterator[tuple[Report, dict[str, Count]]]:
    """Every report with the program's counts."""
    for report in reports:
        doc = document(report)
        yield report, compare(report.gold, msgspec.to_builtins(code(doc)), doc.text)


def document(report: Report) -> Document:
    """The report as read, with the day the coder knew. ValueError when it cannot be read."""
    doc = next(read_path(report.path, published=report.published))
    if isinstance(doc, Unread):
        raise ValueError(f"{report.path}: {doc.error}")
    return doc
