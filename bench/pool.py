"""Coding a batch with one process and with several: reports a second, memory, and how both grow.

    python -m bench.pool [--texts DIR] [--reports 200] [--rounds 3] [--jobs 2] [--grow 1000,5000]

Texts are the sample reports, or the .txt files of a folder, repeated with changed words. One job and several are run in turns,
each run in a process of its own that codes into a new book, and the best of the rounds is compared: other programs on the
machine weigh on both. Seconds count from the fortieth report to the last; what it takes to get there is told beside it.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from multiprocessing import active_children
from pathlib import Path

from onrecord.project import Coded, code_paths

EXAMPLES = Path(__file__).parent.parent / "examples"
WARM = 40  # reports before which no time is taken: models load, and reports come out some at a time
TARGET = 1.7  # times one job, with two jobs on two cores
WORD = re.compile(r"[A-Z][a-z]{4,}")
WORDS = re.compile(r"\w+|[^\w\s]")


def main(argv: list[str] | None = None) -> int:
    """Print the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=EXAMPLES, metavar="DIR", help="a folder of .txt reports")
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--grow", default="", metavar="SIZES", help="numbers of reports to compare memory at")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.one:
        print(json.dumps(measured(options.one, options.jobs)))
        return 0
    texts = [path.read_text("utf-8", "replace") for path in sorted(options.texts.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        compare(texts, options.reports, options.rounds, options.jobs, Path(folder))
        for size in filter(None, options.grow.split(",")):
            tell(f"{options.jobs} jobs, {int(size):,} reports", run(written(texts, int(size), Path(folder))[0], options.jobs))
    return 0


def compare(texts: Sequence[str], many: int, rounds: int, jobs: int, folder: Path) -> None:
    """Code the same reports with one job and with several, in turns."""
    batch, tokens = written(texts, many, folder)
    print(f"{many} reports, {tokens:,} tokens, {batch.stat().st_size:,} bytes; best of {rounds} rounds")
    taken: dict[int, list[dict[str, float]]] = {1: [], jobs: []}
    for _ in range(rounds):
        for number, runs in taken.items():
            runs.append(run(batch, number))
    best = {number: min(runs, key=lambda one: one["seconds"]) for number, runs in taken.items()}
    for number, one in best.items():
        tell(f"{number} job{'s' * (number > 1)}", one, tokens)
    gain = best[1]["seconds"] / best[jobs]["seconds"]
    work = min(one["cpu"] for one in taken[1]) / min(one["cpu"] for one in taken[jobs])
    print(f"{jobs} jobs are {gain:.2f} times as fast as one (target on two cores: {TARGET});")
    print(f"by processor time, which other programs do not weigh on, {jobs * work:.2f} times on {jobs} cores of their own")


def tell(name: str, one: dict[str, float], tokens: int = 0) -> None:
    """A line of figures."""
    rates = f"{one['reports'] / one['seconds']:6.1f} reports/s" + (f" {tokens / one['seconds']:7,.0f} tokens/s" if tokens else "")
    memory = f"peak {one['parent']:,.0f} MB parent, {one['worker']:,.0f} MB largest worker"
    print(
        f"{name:<22}{one['seconds']:7.1f} s {rates}  {one['cpu']:6.1f} s of processor time  start {one['start']:.1f} s  {memory}"
    )


def run(batch: Path, jobs: int) -> dict[str, float]:
    """Measure one run in a process of its own."""
    command = [sys.executable, "-m", "bench.pool", "--one", str(batch), "--jobs", str(jobs)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return found


def measured(batch: Path, jobs: int) -> dict[str, float]:
    """Code the batch into a new book: wall and processor time after the first reports, time before, and memory in MB."""
    begun, count, at = time.perf_counter(), 0, (0.0, 0.0)
    with tempfile.TemporaryDirectory() as folder:
        for outcome in code_paths([str(batch)], book=str(Path(folder) / "book.db"), jobs=jobs):
            count += isinstance(outcome, Coded)
            at = (time.perf_counter(), spent())
            if count == WARM:
                first = at
    memory = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "reports": count - WARM,
        "seconds": at[0] - first[0],
        "cpu": at[1] - first[1],
        "start": first[0] - begun,
        "parent": memory[0],
        "worker": memory[1],
    }


def spent() -> float:
    """Seconds of processor time of this process and of its workers, those that ended among them."""
    ticks = 0
    for worker in active_children():
        stat = Path(f"/proc/{worker.pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(stat[11]) + int(stat[12])
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def written(texts: Sequence[str], many: int, folder: Path) -> tuple[Path, int]:
    """A file of so many reports, one a line, and the number of their tokens."""
    batch, tokens = folder / f"{many}.jsonl", 0
    with batch.open("w", encoding="utf-8") as out:
        for number, text in enumerate(repeated(texts, many)):
            tokens += len(WORDS.findall(text)) if number >= WARM else 0
            out.write(json.dumps({"id": f"r{number}", "text": text}) + "\n")
    return batch, tokens


def repeated(texts: Sequence[str], many: int) -> Iterator[str]:
    """So many texts, from some that are repeated with other names: each round ends their longer words otherwise."""
    for number in range(many):
        turn, at = divmod(number, len(texts))
        mark = "".join(chr(ord("a") + turn // 26**place % 26) for place in range(3))
        yield WORD.sub(lambda found, mark=mark: found[0][:-2] + mark, texts[at]) if turn else texts[at]  # type: ignore[misc]


if __name__ == "__main__":
    raise SystemExit(main())
