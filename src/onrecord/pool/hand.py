"""The parent's side of one worker: start it, give it tasks, hear its answers, end it."""

import os
import signal
import socket
import struct
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

from onrecord.pool.worker import READY, Work, serve

STARTING = 120.0  # seconds a worker may take to load what it needs
STUCK = 20  # seconds that one message may take on its way to or from a worker
SMALL = 30_000  # bytes of a task that surely fits into the pipe while the worker is busy with another
ENDING = 2.0  # seconds between asking a worker to end and ending it


@dataclass(slots=True, eq=False)
class Slot:
    """A task on its way: what it weighs, how often it cost a worker, and its answer when there is one."""

    tag: object
    payload: bytes | None
    losses: int = 0
    answer: object = None
    done: bool = False

    @property
    def weight(self) -> int:
        """Bytes held for it."""
        return len(self.payload or b"") + (len(self.answer) if isinstance(self.answer, bytes) else 0)


class Hand:
    """A worker and the tasks it was given: the first one is being worked on."""

    def __init__(self, make: Callable[[], Work], patience: Callable[[int], float]) -> None:
        here, there = get_context("spawn").Pipe()
        self.connection: Connection[bytes, bytes] = here
        self.tasks: deque[Slot] = deque()
        self.is_ready = False
        self._patience = patience
        self._since = time.monotonic()
        _limit_waiting(here)
        self._process = get_context("spawn").Process(target=serve, args=(there, make), daemon=True)
        with _keys_held_back():
            self._process.start()
        there.close()

    @property
    def pid(self) -> int | None:
        """The worker's process id."""
        return self._process.pid

    def takes(self, slot: Slot) -> bool:
        """Whether it can be given a task: it is idle, or busy with a small one and can keep a small one in its pipe."""
        both_small = all(len(held.payload or b"") <= SMALL for held in (slot, *self.tasks))
        return self.is_ready and (not self.tasks or (len(self.tasks) == 1 and both_small and not slot.losses))

    def give(self, slot: Slot) -> bool:
        """Hand a task over; False when the worker is gone."""
        try:
            self.connection.send_bytes(slot.payload or b"")
        except OSError:
            return False
        if not self.tasks:
            self._since = time.monotonic()
        self.tasks.append(slot)
        return True

    def hear(self) -> Slot | None:
        """Take one message: the task it answers, or None when the worker says it is ready. OSError or EOFError when it is gone."""
        message = self.connection.recv_bytes()
        self._since = time.monotonic()
        if not self.is_ready:
            if message != READY:
                raise EOFError
            self.is_ready = True
            return None
        slot = self.tasks.popleft()
        slot.answer, slot.payload, slot.done = message, None, True
        return slot

    def left(self) -> float:
        """Seconds until its patience is over; infinite while it is idle."""
        if self.is_ready and not self.tasks:
            return float("inf")
        allowed = self._patience(len(self.tasks[0].payload or b"")) if self.tasks else STARTING
        return self._since + allowed - time.monotonic()

    def end(self) -> str:
        """End the worker, gently first; how it ended."""
        self.connection.close()
        self._process.join(0 if self.tasks or not self.is_ready else ENDING / 4)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(ENDING)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code = self._process.exitcode or 0
        self._process.close()
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _limit_waiting(connection: "Connection[bytes, bytes]") -> None:
    """Let no message wait for ever: a worker that was stopped half-way through one is as good as dead."""
    if os.name == "posix":
        with socket.socket(fileno=os.dup(connection.fileno())) as pipe:
            for limit in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
                pipe.setsockopt(socket.SOL_SOCKET, limit, struct.pack("ll", STUCK, 0))


@contextmanager
def _keys_held_back() -> Iterator[None]:
    """Start a process that Ctrl+C does not reach: the terminal sends it to all, and the parent decides."""
    if os.name != "posix":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
