"""The side of a worker: takes one task after the other until nobody asks any more."""

import os
import threading
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import Connection

Work = Callable[[bytes], bytes]
READY = b"ready"


def serve(connection: "Connection[bytes, bytes]", make: Callable[[], Work]) -> None:
    """Make the function, say so, and answer each task with what it gives; an error of its own ends the worker."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work = make()
    connection.send_bytes(READY)
    while True:
        try:
            task = connection.recv_bytes()
        except (EOFError, OSError):
            return
        connection.send_bytes(work(task))


def _end_with_parent() -> None:
    """Leave at once when the parent was killed: nobody wants the task in hand any more."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
