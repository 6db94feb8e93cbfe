"""Linking, checking and exporting many reports: processor time and memory, and how they grow.

    python -m bench.scale --data DIR [--codings FILE] [--sizes 2000,20000]

DIR holds docs.jsonl of the gun violence set. Its dev reports are coded once and repeated with other names and dates: each
round moves all days by some weeks and gives persons, places and the longer words of the text other spellings. They are stored
in a book, and each command runs on it in a process of its own.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bench.gva_reports import read_codings, read_known
from onrecord.records import Coding
from onrecord.store import Book

DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEEKS = 3  # by which each round is later
COMMANDS = {
    "link": ("link",),
    "check": ("check",),
    "figures": ("figures", "--json"),
    "export ledger": ("export", "ledger"),
    "export ucdp-ged": ("export", "ucdp-ged"),
    "export jsonl": ("export", "jsonl"),
}
RUN = "from onrecord.cli import main; main()"
DONE = (0, 1)  # `check` exits with 1 when it found something


def main(argv: list[str] | None = None) -> int:
    """Print a line a size and command; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--codings", type=Path, metavar="FILE", help="where codings are kept between runs")
    parser.add_argument("--sizes", default="2000,20000")
    options = parser.parse_args(argv)
    codings = list(read_codings(read_known(options.data, "dev"), options.codings))
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            place = Path(folder) / f"{size}.db"
            with Book(str(place)) as book:
                for coding in repeated(codings, size):
                    book.add(coding)
            measure(place, size)
    return 0


def measure(place: Path, size: int) -> None:
    """Run every command on a book and print what it took."""
    for name, words in COMMANDS.items():
        began = time.monotonic()
        running = subprocess.Popen(
            [sys.executable, "-c", RUN, *words, "--book", place.name], cwd=place.parent, stdout=subprocess.DEVNULL
        )
        _, status, used = os.wait4(running.pid, 0)
        if os.waitstatus_to_exitcode(status) not in DONE:
            raise SystemExit(f"onrecord {name} failed on {size} reports")
        took = used.ru_utime + used.ru_stime
        print(
            f"{size:>7} reports  {name:<16} {took:7.1f} s of processor time  {1000 * took / size:6.2f} ms a report"
            f"  {time.monotonic() - began:7.1f} s in all  peak {used.ru_maxrss / 1024:,.0f} MB",
            flush=True,
        )


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
