"""A process kept at hand for files that may take any time: asked one file at a time, ended when one takes too long."""

import json
import os
import subprocess
import sys
from atexit import register
from threading import Event, Lock, Timer
from typing import IO, Any

READER = "onrecord.read.pdfium"
TRIES = 2  # a process that went away between two files is started anew once


class _Aside:
    """The process, started when it is first asked, and anew after it was ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._lock = Lock()

    def ask(self, limits: dict[str, int], content: bytes, seconds: float) -> dict[str, Any]:
        """Its reply, or the fault that it gave none."""
        with self._lock:
            for _ in range(TRIES):
                reply = self._asked(limits, content, seconds)
                if reply.get("fault") != "died":
                    break
        return reply

    def _asked(self, limits: dict[str, int], content: bytes, seconds: float) -> dict[str, Any]:
        process = self._started()
        late = Event()
        timer = Timer(seconds, _end_late, (process, late))
        timer.daemon = True
        timer.start()
        try:
            reply = _exchange(process, json.dumps({**limits, "size": len(content)}).encode() + b"\n" + content)
        finally:
            timer.cancel()
        if reply is None:
            self.end()
            return {"fault": "slow" if late.is_set() else "died"}
        return reply

    def _started(self) -> "subprocess.Popen[bytes]":
        """The process; one that a forked parent started is left alone."""
        if self._process is None or self._owner != os.getpid():
            path = os.pathsep.join(part for part in sys.path if part)
            self._process = subprocess.Popen(
                [sys.executable, "-m", READER],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )
            self._owner = os.getpid()
        return self._process

    def end(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                _close(pipe)


def _end_late(process: "subprocess.Popen[bytes]", late: Event) -> None:
    """End a process whose time is over."""
    late.set()
    process.kill()


def _exchange(process: "subprocess.Popen[bytes]", asked: bytes) -> dict[str, Any] | None:
    """What the process answers; None when it ended instead."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(asked)
        process.stdin.flush()
        line = process.stdout.readline()
        return dict(json.loads(line)) if line.endswith(b"\n") else None
    except OSError:
        return None


def _close(pipe: IO[bytes] | None) -> None:
    """Close a pipe whose other end may be gone."""
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        return


_aside = _Aside()
asked = _aside.ask
register(_aside.end)
