"""Whose program is at the other end of a connection within this machine.

A cookie for 127.0.0.1 goes to whatever answers there, on any port: to the server of another user of the machine too, if the
browser is led to it. A session is therefore good only for the user whose browser opened it. Linux tells; elsewhere nothing is
known and nothing is checked.
"""

import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from starlette.types import Scope

CONNECTIONS = Path("/proc/net/tcp")  # a line each: number, local and other address, state, ..., user in the eighth column
USER = 7


class Peers:
    """The user at the other end of each connection, looked up once: the server names a connection's client by one object."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, int | None]] = {}  # by port

    def uid_of(self, scope: Scope) -> int | None:
        """The user id of the client of a request, None when the system does not tell."""
        client, server = scope.get("client"), scope.get("server")
        if not client or not server:
            return None
        known = self._known.get(client[1])
        if known is None or known[0] is not client:
            known = self._known[client[1]] = (client, looked_up(client, server))
        return known[1]


def looked_up(client: Sequence[Any], server: Sequence[Any]) -> int | None:
    """The user id of the client's end of a connection, each end an address and a port; None when the system does not tell."""
    try:
        wanted = f" {_written(client)} {_written(server)} "
        with CONNECTIONS.open(encoding="ascii") as lines:
            return next((int(line.split()[USER]) for line in lines if wanted in line), None)
    except (OSError, ValueError):
        return None


def _written(end: Sequence[Any]) -> str:
    """An address and port as the system writes them."""
    return f"{int.from_bytes(socket.inet_aton(end[0]), sys.byteorder):08X}:{end[1]:04X}"
