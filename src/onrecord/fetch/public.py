"""Connections to public addresses only: a name is looked up once, and what was looked at is what is connected to."""

import ipaddress
import socket
import typing
from collections.abc import Callable, Iterable

import httpcore

from onrecord.errors import FetchError

SOCKET_OPTION = typing.Any


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open network: not this machine, a local net, or a reserved range."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return ip.is_global and not ip.is_multicast and (mapped is None or is_public(str(mapped)))


class PublicOnly(httpcore.NetworkBackend):
    """A network on which hosts that have any address that is not allowed cannot be reached."""

    def __init__(self, allowed: Callable[[str], bool] = is_public) -> None:
        self._allowed = allowed
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host. FetchError where its name leads to an address that is not allowed."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"its host is not known ({error})") from error
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(self._allowed(address) for address in addresses):
            raise FetchError("its host stands in a private network")
        return self._network.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        """Refused: a socket of this machine is no page."""
        raise FetchError("it is a socket of this machine")

    def sleep(self, seconds: float) -> None:
        """Wait before another try to connect."""
        self._network.sleep(seconds)
