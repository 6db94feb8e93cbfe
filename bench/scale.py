"""Linking many reports: processor time and memory, and how they grow.

    python -m bench.scale --data DIR [--codings FILE] [--sizes 2000,20000]

DIR holds docs.jsonl of the gun violence set. Its dev reports are coded once and repeated with other names and dates: each
round moves all days by some weeks and gives persons, places and the longer words of the text other spellings.
"""

import argparse
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bench.gva_reports import read_codings, read_known
from onrecord.link import link
from onrecord.records import Coding

DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEEKS = 3  # by which each round is later


def main(argv: list[str] | None = None) -> int:
    """Print a line a size, each measured in a process of its own; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--codings", type=Path, metavar="FILE", help="where codings are kept between runs")
    parser.add_argument("--sizes", default="2000,20000")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.one:
        measure(list(read_codings(read_known(options.data, "dev"), options.codings)), options.one)
        return 0
    kept = ["--codings", str(options.codings)] if options.codings else []
    for size in options.sizes.split(","):
        subprocess.run([sys.executable, "-m", "bench.scale", "--data", str(options.data), *kept, "--one", size], check=True)
    return 0


def measure(codings: Sequence[Coding], many: int) -> None:
    """Link so many reports and print what it took."""
    making = Making(repeated(codings, many))
    began = time.process_time()
    found = link(iter(making))
    took, peak = time.process_time() - began - making.took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{found.reports:>7} reports  {found.accounts:>7} accounts  {found.compared:>8} pairs  {len(found.incidents):>7} incidents"
        f"  {took:7.1f} s of processor time  {1000 * took / found.reports:5.2f} ms a report  peak {peak:,.0f} MB",
        flush=True,
    )


class Making:
    """Codings made one by one, and the seconds that took, which are not linking's."""

    def __init__(self, made: Iterator[Coding]) -> None:
        self.made = made
        self.took = 0.0

    def __iter__(self) -> Iterator[Coding]:
        while True:
            began = time.process_time()
            coding = next(self.made, None)
            self.took += time.process_time() - began
            if coding is None:
                return
            yield coding


def repeated(codings: Sequence[Coding], many: int) -> Iterator[Coding]:
    """So many codings, from some that are repeated with other names and dates."""
    for number in range(many):
        turn, at = divmod(number, len(codings))
        yield changed(codings[at], turn) if turn else codings[at]


def changed(coding: Coding, turn: int) -> Coding:
    """A coding with all days later and all names of persons and places, and the longer words, spelt otherwise."""
    report, mark = coding.report, _letters(turn)
    names = {word for one in (*coding.actors, *coding.places) for word in one.name.split() if word[:1].isupper()}

    def other(found: re.Match[str]) -> str:
        word = found[0]
        return word[:-2] + mark if word in names or len(word) > 4 else word

    return replace(
        coding,
        report=replace(
            report,
            id=f"{report.id}~{turn}",
            text=re.sub(r"\w{3,}", other, report.text),
            title=re.sub(r"\w{3,}", other, report.title or ""),
            published=_later(report.published, turn),
        ),
        actors=tuple(replace(one, name=re.sub(r"\w{3,}", other, one.name)) for one in coding.actors),
        places=tuple(replace(one, name=re.sub(r"\w{3,}", other, one.name)) for one in coding.places),
        times=tuple(replace(one, edtf=_later(one.edtf, turn)) for one in coding.times),
    )


def _letters(turn: int) -> str:
    """A number in letters, two of them or, from 676 on, three."""
    last, more = divmod(turn, 26), turn // 676
    return chr(ord("a") + last[1]) + chr(ord("a") + last[0] % 26) + (chr(ord("a") + more - 1) if more else "")


def _later(edtf: str | None, turn: int) -> str | None:
    def moved(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + timedelta(weeks=WEEKS * turn)).isoformat()

    return DAY.sub(moved, edtf) if edtf else edtf


if __name__ == "__main__":
    raise SystemExit(main())
