"""How far a batch is: reports, their rate and the time left; and how a batch ends early."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

    from onrecord.project import Coded, Failed

TERMINATED = 128 + signal.SIGTERM


@contextmanager
def ended_by_term() -> Iterator[None]:
    """Let SIGTERM end the program as an error does, so that workers are ended and the book is closed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def leave(*_: object) -> None:
        sys.exit(TERMINATED)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def shown(found: "Iterator[Coded | Failed]", paths: list[str]) -> "Iterator[Coded | Failed]":
    """The outcomes, told of on a terminal's standard error while they come."""
    if not sys.stderr.isatty():
        yield from found
        return
    from onrecord.project import total_size

    pace = Pace(total_size(paths))
    with _bar() as progress:
        task = progress.add_task("coding", total=pace.total)
        for outcome in found:
            pace.count(outcome.size, known=getattr(outcome, "known", False))
            progress.update(task, completed=pace.seen, description=pace.words())
            yield outcome


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("coding"), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


class Pace:
    """What was done so far, and how long the rest will take at the pace of what was coded; known reports take no time."""

    def __init__(self, total: int | None) -> None:
        self.total = total  # bytes
        self.seen = 0
        self._known = 0
        self._reports = 0
        self._known_reports = 0
        self._begun = time.monotonic()

    def count(self, size: int, known: bool) -> None:
        """One more report of so many bytes."""
        self.seen += size
        self._reports += 1
        if known:
            self._known += size
            self._known_reports += 1

    def left(self) -> float | None:
        """Seconds that are left; None while there is nothing to tell by."""
        coded, elapsed = self.seen - self._known, time.monotonic() - self._begun
        if self.total is None or not coded:
            return None
        return max(0, self.total - self.seen) * elapsed / coded

    def words(self) -> str:
        """Reports, their rate and the time left."""
        elapsed = max(time.monotonic() - self._begun, 1e-9)
        rate = (self._reports - self._known_reports) / elapsed
        out = [f"{self._reports:,} reports", f"{rate:.1f} a second"]
        if self._known_reports:
            out.append(f"{self._known_reports:,} were in the book")
        left = self.left()
        if left is not None:
            minutes, seconds = divmod(round(left), 60)
            out.append(f"{minutes // 60}:{minutes % 60:02}:{seconds:02} left")
        return ", ".join(out)
