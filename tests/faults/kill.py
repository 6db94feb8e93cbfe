"""Kill a program with a batch in hand, and look at what its book holds."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from onrecord.store import Book

ROOT = Path(__file__).parents[2]


def killed(place: str, count: int, after: float) -> int:
    """Run the batch and kill it so many seconds after the book is open; how many reports it said were kept."""
    command = [sys.executable, "-m", "tests.faults.batch", place, str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as batch:
        assert batch.stdout is not None
        batch.stdout.readline()
        time.sleep(after)
        batch.send_signal(signal.SIGKILL)
        return len(batch.stdout.read().split())


def damage(place: str, said: int, count: int) -> list[str]:
    """What is wrong with a book after a kill: reports lost, doubled or half there, a chain that does not hold."""
    with Book(place) as book:
        ids = [coding.report.id for coding in book.newest_codings()]
        wrong = [flaw.words for flaw in book.verify()]
        if len(ids) != len(set(ids)) or len(ids) != book.report_count():
            wrong.append("a report is doubled or has no coding")
        if ids != [f"r{number}" for number in range(len(ids))] or len(ids) > count:
            wrong.append("reports of the batch are missing between others")
        if len(ids) < said:
            wrong.append(f"{said - len(ids)} reports that were said to be kept are lost")
        wrong.extend(f"{name} lost its bytes" for name in ids if book.report_bytes(name) is None)
        return wrong


def moments(number: int, longest: float, seed: int = 1) -> list[float]:
    """Random times to kill at, the same in every run."""
    chance = random.Random(seed)
    return [chance.uniform(0, longest) for _ in range(number)]
