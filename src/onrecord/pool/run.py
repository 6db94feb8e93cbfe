"""One run of the pool: read a little ahead, keep the workers busy, put out the answers in order."""

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from onrecord.errors import WorkerError
from onrecord.pool.hand import Hand, Slot
from onrecord.pool.worker import Work

T = TypeVar("T")
AHEAD = 16  # tasks for each worker that are read, worked on, or wait for an earlier one
MOST_HELD = 100_000_000  # bytes of all of them
TRIES = 2  # of a task whose worker dies or takes too long
STILLBORN = 3  # workers in a row that end before they are ready


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """What the caller gets back with the answer, and the bytes for a worker; None when there is nothing to work on."""

    tag: T
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that was given up, and what became of its workers."""

    reason: str


def in_workers(
    tasks: Iterable[Task[T]],
    make: Callable[[], Work],
    *,
    jobs: int,
    patience: Callable[[int], float],
    ahead: int = AHEAD,
) -> Iterator[tuple[T, bytes | Lost | None]]:
    """The tag and answer of each task, in the order of the tasks; None for a task without a payload.

    `make` must be picklable and is called once in each worker. `patience` gives the seconds that a task of so many bytes may
    take. Tasks are read as they are needed: no more than `ahead` for each worker are in memory. WorkerError when workers
    cannot be started.
    """
    run = _Run(make, jobs, patience, ahead)
    try:
        for slot in run.over(iter(tasks)):
            yield slot.tag, slot.answer  # type: ignore[misc]
    finally:
        run.end()


class _Run:
    def __init__(self, make: Callable[[], Work], jobs: int, patience: Callable[[int], float], ahead: int) -> None:
        self._make = make
        self._jobs = jobs
        self._patience = patience
        self._ahead = ahead * jobs
        self._window: deque[Slot] = deque()  # in order: what was read and is not yet put out
        self._todo: deque[Slot] = deque()  # what no worker has
        self._hands: list[Hand] = []
        self._held = 0  # bytes of the window
        self._stillborn = 0

    def over(self, tasks: Iterator[Task[T]]) -> Iterator[Slot]:
        """The finished tasks in order."""
        ended = False
        while True:
            while self._window and self._window[0].done:
                slot = self._window.popleft()
                self._held -= slot.weight
                yield slot
            wanted = not ended and self._has_room()
            if wanted:
                ended = not self._read(tasks)
            if ended and not self._window:
                return
            self._give_out()
            self._listen(idle=not wanted or (ended and bool(self._window)))

    def _has_room(self) -> bool:
        return len(self._todo) < self._jobs and len(self._window) < self._ahead and self._held < MOST_HELD

    def _read(self, tasks: Iterator[Task[T]]) -> bool:
        """Take in one more task; False when there is none."""
        task = next(tasks, None)
        if task is None:
            return False
        slot = Slot(task.tag, task.payload, done=task.payload is None)
        self._window.append(slot)
        self._held += slot.weight
        if not slot.done:
            self._todo.append(slot)
        return True

    def _give_out(self) -> None:
        """Give what waits to the idlest workers, and start a worker when all have their hands full."""
        while self._todo:
            takers = sorted((h for h in self._hands if h.takes(self._todo[0])), key=lambda h: len(h.tasks))
            if not takers:
                break
            slot = self._todo.popleft()
            if not takers[0].give(slot):
                self._todo.appendleft(slot)
                self._replace(takers[0], late=False)
        starting = sum(not hand.is_ready for hand in self._hands)
        if len(self._hands) < self._jobs and starting < len(self._todo):
            self._hands.append(Hand(self._make, self._patience))

    def _listen(self, idle: bool) -> None:
        """Hear the workers; with `idle`, wait until one of them speaks, ends, or runs out of time."""
        soonest = min((hand.left() for hand in self._hands), default=0.0)
        timeout = None if math.isinf(soonest) else max(0.0, soonest)
        speaking = set(wait([hand.connection for hand in self._hands], timeout if idle else 0))
        for hand in list(self._hands):
            if hand.connection in speaking:
                self._hear(hand)
            elif hand.left() <= 0:
                self._replace(hand, late=True)

    def _hear(self, hand: Hand) -> None:
        before = sum(slot.weight for slot in hand.tasks)
        try:
            slot = hand.hear()
        except (EOFError, OSError):
            self._replace(hand, late=False)
            return
        self._stillborn = 0
        if slot is not None:
            self._held += slot.weight + sum(other.weight for other in hand.tasks) - before

    def _replace(self, hand: Hand, late: bool) -> None:
        """Part with a worker: the task it was at is tried again or given up, the one behind it goes back."""
        self._hands.remove(hand)
        how = hand.end()
        self._stillborn += not hand.is_ready
        if self._stillborn >= STILLBORN:
            raise WorkerError(f"workers end before they are ready ({how}); see the messages above, or run again with --jobs 1")
        tasks = list(hand.tasks)
        if tasks:
            self._blame(tasks[0], "took longer than the time limit" if late else f"ended its worker ({how})")
        self._todo.extendleft(slot for slot in reversed(tasks) if not slot.done)

    def _blame(self, slot: Slot, reason: str) -> None:
        slot.losses += 1
        if slot.losses >= TRIES:
            self._held -= slot.weight
            slot.answer, slot.payload, slot.done = Lost(reason), None, True

    def end(self) -> None:
        """End all workers."""
        while self._hands:
            self._hands.pop().end()
