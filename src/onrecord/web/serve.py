"""Serve the desk on the loopback address."""

import socket
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn

from onrecord.errors import UsageError
from onrecord.store import Book
from onrecord.web.application import application
from onrecord.web.entry import Entry

ADDRESS = "127.0.0.1"
OPTIONS: dict[str, Any] = {
    "log_level": "warning",
    "access_log": False,
    "server_header": False,
    "proxy_headers": False,  # who asks is who is connected, whatever the request says
    "ws": "none",
    "timeout_graceful_shutdown": 3,
}


def serve(book: str, owner: str, port: int, ready: Callable[[Entry], None]) -> None:
    """Serve a book until interrupted; `ready` is given the way in. UsageError when the port is taken."""
    with Book(book) as keeper, listening(port) as door, TemporaryDirectory(prefix="onrecord-") as folder:
        bound = door.getsockname()[1]
        app = application(keeper, owner, bound)
        app.state.summing.wake()  # a large book takes a while to sum up; begin at once
        ready(Entry(f"http://{ADDRESS}:{bound}", app.state.words, Path(folder)))
        uvicorn.Server(uvicorn.Config(app, **OPTIONS)).run(sockets=[door])


def listening(port: int) -> socket.socket:
    """A socket on a port of this machine, 0 for any free one."""
    opened = socket.socket(proto=socket.IPPROTO_TCP)  # named, so that asyncio sends at once and no answer waits 40 ms for an ACK
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((ADDRESS, port))
    except OSError as error:
        opened.close()
        raise UsageError(f"port {port}: {error.strerror}; choose another with --port, or 0 for any free one") from None
    return opened
