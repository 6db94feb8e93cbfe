"""A desk served on a free port from a thread of this process."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn
from starlette.applications import Starlette

from onrecord.store import Book
from onrecord.web import application
from onrecord.web.serve import OPTIONS, listening


@dataclass
class Running:
    """A served desk: its address, its application, and its book."""

    address: str
    app: Starlette
    book: Book

    @property
    def entry(self) -> str:
        """An address that the program prints, each time another."""
        return f"{self.address}/enter?token={self.app.state.words.give()}"


@contextmanager
def serving(book: Book, owner: str) -> Iterator[Running]:
    """The desk on a book, until the block ends."""
    with listening(0) as door:
        port = door.getsockname()[1]
        app = application(book, owner, port)
        server = uvicorn.Server(uvicorn.Config(app, **{**OPTIONS, "log_level": "error"}))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        yield Running(address, app, book)
        server.should_exit = True
        thread.join(5)


def wait_for(address: str) -> None:
    """Wait until the desk answers, four seconds at most."""
    for _ in range(200):
        try:
            httpx.get(f"{address}/health")
            return
        except httpx.TransportError:
            time.sleep(0.02)
