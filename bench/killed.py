"""A large batch whose workers and whose parent are killed: nothing may be lost or doubled.

    python -m bench.killed [--reports 5000] [--kills 100] [--jobs 2]

Short reports are coded into a new book with a worker that needs no model, so that the kills fall into reading, passing and
storing. Two of three SIGKILLs hit a worker, the third the parent, which is then started again on the same book, until all of
them are done and the batch has come to its end. Then the book must hold each report once, in order, with its bytes, and its
log must hold. Exit status 1 when something is wrong.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.kill import ROOT
from tests.faults.test_batch import children_of

from onrecord.store import Book


def main(argv: list[str] | None = None) -> int:
    """Print what was killed and what the book holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        inside, book, begun = Path(folder) / "reports", Path(folder) / "book.db", time.monotonic()
        inside.mkdir()
        for number in range(options.reports):
            (inside / f"r{number:06}.txt").write_text(f"Gunmen killed {number} guards near Azaz, police said.")
        workers, parents = run(book, inside, options.kills, options.jobs)
        wrong = damage(book, options.reports)
        taken = time.monotonic() - begun
    print(f"{options.reports:,} reports, {workers} workers and {parents} parents killed, {taken:.0f} s: {len(wrong)} flaws")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


def run(book: Path, folder: Path, kills: int, jobs: int) -> tuple[int, int]:
    """Code the folder with so many kills, then to its end; how many workers and parents were killed."""
    chance, left, workers, parents = random.Random(5), kills, 0, 0
    while True:
        command = [sys.executable, "-m", "tests.faults.coding", str(book), str(folder), str(jobs)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as batch:
            while batch.poll() is None and left:
                if not children_of(batch.pid):  # still starting: a kill now would hit nothing
                    time.sleep(0.02)
                    continue
                time.sleep(chance.uniform(0.05, 0.5))
                if chance.random() < 1 / 3:
                    batch.kill()
                    left, parents = left - 1, parents + 1
                    break
                left, workers = left - (hit := _kill_one(batch.pid, chance)), workers + hit
            ended = batch.wait()
        if ended == 0:
            if left:
                book_is_done = f"the batch was done before {left} of the kills; give more --reports"
                print(book_is_done, file=sys.stderr)
            return workers, parents


def _kill_one(parent: int, chance: random.Random) -> int:
    """Kill a child of the batch; 1 when there was one."""
    found = sorted(children_of(parent))
    if not found:
        return 0
    try:
        os.kill(chance.choice(found), signal.SIGKILL)
    except ProcessLookupError:
        return 0
    return 1


def damage(place: Path, reports: int) -> list[str]:
    """What is wrong with the book."""
    with Book(str(place)) as book:
        wrong = [flaw.words for flaw in book.verify()]
        names = [coding.report.name for coding in book.newest_codings()]
        missing = {f"r{number:06}" for number in range(reports)} - set(names)
        wrong += [f"{name} is missing" for name in sorted(missing)[:10]]
        if len(names) != len(set(names)) or len(names) != book.report_count():
            wrong.append("a report is doubled")
        if sum(entry.kind == "coding" for entry in book.log()) != len(names):
            wrong.append("a report was coded twice")
        return wrong


if __name__ == "__main__":
    raise SystemExit(main())
