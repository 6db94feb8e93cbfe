"""A batch whose workers and parent are killed: nothing is lost, doubled or half there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.faults.kill import ROOT
from tests.unit.pool.test_pool import children
from tests.workers import quick_coder

from onrecord.project import Coded, Failed, code_paths
from onrecord.store import Book

COUNT = 150
APART = 12  # reports between two kills: as many as are under way


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reports."""
    inside = tmp_path / "reports"
    inside.mkdir()
    for number in range(COUNT):
        (inside / f"r{number:03}.txt").write_text(f"Gunmen killed {number} guards near Azaz, police said.")
    return inside


def start(place: Path, folder: Path) -> "subprocess.Popen[str]":
    """The batch in a process of its own."""
    command = [sys.executable, "-m", "tests.faults.coding", str(place), str(folder), "2"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kept(place: Path) -> list[str | None]:
    """Names of the book's reports; its log must hold."""
    with Book(str(place)) as book:
        assert list(book.verify()) == []
        names = [coding.report.name for coding in book.newest_codings()]
        assert len(names) == book.report_count()
        assert sum(entry.kind == "coding" for entry in book.log()) == len(names)
        return names


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_parent_that_is_ended_leaves_a_book_to_go_on_with(tmp_path: Path, folder: Path, how: signal.Signals) -> None:
    """What it said was kept stands, its workers are gone, and the next run takes up where it stopped."""
    place, names = tmp_path / "book.db", [f"r{number:03}" for number in range(COUNT)]
    with start(place, folder) as batch:
        assert batch.stdout is not None and batch.stderr is not None
        said = [batch.stdout.readline().split()[0] for _ in range(5)]
        workers = children_of(batch.pid)
        batch.send_signal(how)
        said += [line.split()[0] for line in batch.stdout.read().splitlines() if line.strip()]
    assert workers
    assert gone(workers)
    held = kept(place)
    assert held == names[: len(held)]
    assert len(said) <= len(held) < COUNT
    with start(place, folder) as again:
        out, err = again.communicate()
    lines = [line.split() for line in out.splitlines()]
    assert [line[0] for line in lines] == names, err
    assert [line[0] for line in lines if line[1:] == ["known"]] == held
    assert kept(place) == names


def children_of(pid: int) -> set[int]:
    """The processes that a process started."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = stat.read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if int(parent) == pid:
            found.add(int(stat.parent.name))
    return found


def gone(workers: set[int]) -> bool:
    """Whether the processes end within some seconds."""
    for _ in range(100):
        if not any(alive(pid) for pid in workers):
            return True
        time.sleep(0.1)
    return False


def alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_killed_workers_cost_no_report(tmp_path: Path, folder: Path) -> None:
    """Workers are killed at random moments; every report is in the book once, in the order of the folder.

    Some reports come between two kills, so that none is killed twice, which would leave it out.
    """
    chance, out, last = random.Random(3), list[object](), 0
    for outcome in code_paths([str(folder)], book=str(tmp_path / "book.db"), jobs=2, make=quick_coder):
        out.append(outcome)
        if len(out) - last > APART and chance.random() < 0.1 and (workers := sorted(children())):
            os.kill(chance.choice(workers), signal.SIGKILL)
            last = len(out)
    assert all(isinstance(outcome, Coded) for outcome in out)
    assert kept(tmp_path / "book.db") == [f"r{number:03}" for number in range(COUNT)]


def test_a_report_that_ends_or_keeps_its_worker_fails_by_its_name(tmp_path: Path, folder: Path) -> None:
    """The others are stored; run again, only the bad ones are tried."""
    (folder / "r010.txt").write_text("die of this report")
    (folder / "r020.txt").write_text("hang on this report")
    book = str(tmp_path / "book.db")
    for known in (False, True):
        out = list(code_paths([str(folder)], book=book, jobs=2, make=quick_coder, patience=0.5))
        failed = [outcome for outcome in out if isinstance(outcome, Failed)]
        assert [outcome.name for outcome in failed] == ["r010", "r020"]
        assert [outcome.error.code for outcome in failed] == ["quarantined", "quarantined"]
        assert str(failed[0].error).startswith("r010: ended its worker (signal SIGKILL), twice")
        assert all(outcome.known is known for outcome in out if isinstance(outcome, Coded))
        assert len(kept(tmp_path / "book.db")) == COUNT - 2
