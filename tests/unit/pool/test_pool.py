"""The pool: order, deaths, hangs, back-pressure, and how it ends."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workers import shouting, stillborn

from onrecord.errors import WorkerError
from onrecord.pool import Lost, Task, in_workers


def tasks(*words: str) -> Iterator[Task[str]]:
    """A task of each of the words, with itself as its tag."""
    return (Task(word, word.encode()) for word in words)


def answers(*words: str, jobs: int = 2, seconds: float = 60) -> list[tuple[str, bytes | Lost | None]]:
    """What the pool makes of the words."""
    return list(in_workers(tasks(*words), shouting, jobs=jobs, patience=lambda size: seconds))


def children() -> set[int]:
    """Live worker processes of this one; the tracker of resources is none."""
    found = set()
    for folder in Path("/proc").iterdir():
        try:
            stat, line = (folder / "stat").read_text(), (folder / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        state, parent = stat.rpartition(")")[2].split()[:2]
        if int(parent) == os.getpid() and state != "Z" and b"spawn_main" in line:
            found.add(int(folder.name))
    return found


def test_answers_come_in_the_order_of_the_tasks() -> None:
    """A slow task holds the later ones back until it is done; what needs no work stands in its place."""
    words = ["slow 0", *(f"task {n}" for n in range(40))]
    mixed = [*tasks(*words), Task("nothing", None), *tasks("last")]
    found = list(in_workers(iter(mixed), shouting, jobs=2, patience=lambda size: 60))
    assert found == [*((word, word.upper().encode()) for word in words), ("nothing", None), ("last", b"LAST")]


def test_a_task_that_ends_its_worker_is_tried_twice_and_given_up(tmp_path: Path) -> None:
    """The tasks around it are done; one that failed by chance is done the second time."""
    words = ["a", "b", "die", "c", f"once {tmp_path / 'mark'}", "fail", "d", "e"]
    found = dict(answers(*words))
    assert list(found) == words
    assert found["die"] == Lost("ended its worker (signal SIGKILL)")
    assert found["fail"] == Lost("ended its worker (exit code 1)")
    assert all(found[word] == word.upper().encode() for word in words if word not in ("die", "fail"))


@pytest.mark.parametrize("word", ["hang", "stop"])
def test_a_task_that_takes_too_long_is_given_up(word: str) -> None:
    """A worker that sleeps or was stopped is ended, and no other task is lost to it."""
    found = answers("a", word, "b", "c", "d", seconds=0.5)
    assert [answer for _, answer in found] == [b"A", Lost("took longer than the time limit"), b"B", b"C", b"D"]


def test_workers_killed_at_any_moment_lose_nothing() -> None:
    """A worker is killed again and again from outside while the batch goes on."""
    words = [f"slow {n}" if n % 10 == 0 else f"task {n}" for n in range(60)]
    found = []
    for count, pair in enumerate(in_workers(tasks(*words), shouting, jobs=2, patience=lambda size: 60)):
        found.append(pair)
        if count % 20 == 5:
            os.kill(min(children()), signal.SIGKILL)
    assert found == [(word, word.upper().encode()) for word in words]
    assert children() == set()


def test_reading_does_not_run_ahead() -> None:
    """While nobody takes the answers, no more than a few tasks for each worker are read."""
    read = 0

    def counted() -> Iterator[Task[int]]:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield Task(number, b"x")

    found = in_workers(counted(), shouting, jobs=2, patience=lambda size: 60, ahead=4)
    for _ in range(50):
        next(found)
    time.sleep(0.2)
    assert read <= 50 + 2 * 4 + 1
    found.close()  # type: ignore[attr-defined]
    assert children() == set()


def test_large_tasks_pass_both_ways() -> None:
    """Messages larger than a pipe holds do not lock parent and worker against each other."""
    words = [f"{n} " + "x" * 3_000_000 for n in range(6)]
    assert [answer for _, answer in answers(*words)] == [word.upper().encode() for word in words]


def test_workers_that_do_not_start_are_told_of() -> None:
    """It is an error of the run, not of its tasks, and says what to do."""
    with pytest.raises(WorkerError, match=r"exit code 3.*--jobs 1"):
        list(in_workers(tasks("a", "b"), stillborn, jobs=2, patience=lambda size: 60))
    assert children() == set()
