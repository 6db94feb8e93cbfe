"""Get the bytes of an address, or say why not."""

import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpcore
from protego import Protego

from onrecord.errors import FetchError
from onrecord.fetch.public import PublicOnly, is_public
from onrecord.version import VERSION

AGENT = f"onrecord/{VERSION} (reads news pages that an analyst listed; obeys robots.txt)"
NAME = "onrecord"  # what robots.txt calls us
REDIRECTS = (301, 302, 303, 307, 308)
TURNS = 5  # redirects that are followed
ROBOTS_SIZE = 500_000  # bytes of robots.txt that are read (RFC 9309 asks for at least 500 KiB)
LONGEST_GAP = 30.0  # seconds between two pages of a host that robots.txt may ask for; with more, the host is left alone
ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1"
HEADERS = [("User-Agent", AGENT), ("Accept", ACCEPT)]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a page, seconds for all of it, seconds for each step, seconds between two requests to a host."""

    size: int = 10_000_000
    seconds: float = 60.0
    step: float = 15.0
    gap: float = 1.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: where it was found in the end, its bytes as they were sent, and its media type."""

    url: str
    content: bytes
    media: str


@dataclass(slots=True)
class _Host:
    """What is known of a host: its rules (None when it has none) and when it was last asked."""

    robots: Protego | None = None
    refuses: str = ""
    asked: float = field(default=-1e9)


class Fetcher:
    """Fetches pages one after the other and keeps what hosts allow. Use it as a context manager.

    `allowed` says which IP addresses may be connected to; only tests need another than public ones.
    """

    def __init__(self, limits: Limits | None = None, allowed: Callable[[str], bool] = is_public) -> None:
        self._limits = limits or Limits()
        self._hosts: dict[str, _Host] = {}
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(), network_backend=PublicOnly(allowed), max_connections=4
        )

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()

    def get(self, url: str) -> Fetched:
        """The page at an address, redirects followed. FetchError, which says why, when it cannot or may not be had."""
        until = time.monotonic() + self._limits.seconds
        for _ in range(TURNS + 1):
            self._check(url)
            status, headers, content = self._ask(url, self._limits.size, until)
            if status not in REDIRECTS:
                break
            url = urljoin(url, headers.get("location", ""))
        else:
            raise FetchError(f"it leads from one address to another more than {TURNS} times")
        if status != 200:
            raise FetchError(f"its host answers {status}")
        return Fetched(url, content, headers.get("content-type", "").partition(";")[0].strip().casefold())

    def _check(self, url: str) -> None:
        """FetchError for what is no web address, or one that its host's robots.txt keeps from us."""
        parts = _parts(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._hosts:
            self._hosts[origin] = host = _Host()
            host.robots, host.refuses = self._rules(origin)
        host = self._hosts[origin]
        if host.refuses:
            raise FetchError(host.refuses)
        gap = self._limits.gap
        if host.robots is not None:
            if not host.robots.can_fetch(url, NAME):
                raise FetchError("its host's robots.txt asks programs to leave it alone")
            gap = max(gap, host.robots.crawl_delay(NAME) or 0)
        if gap > LONGEST_GAP:
            raise FetchError(f"its host asks for {gap:.0f} seconds between two pages")
        time.sleep(max(0.0, host.asked + gap - time.monotonic()))
        host.asked = time.monotonic()

    def _rules(self, origin: str) -> tuple[Protego | None, str]:
        """A host's robots.txt after RFC 9309: none when it has none; a host whose rules cannot be read is left alone."""
        url = origin + "/robots.txt"
        until = time.monotonic() + self._limits.seconds
        for _ in range(TURNS + 1):
            try:
                status, headers, content = self._ask(url, ROBOTS_SIZE, until, cut=True)
            except FetchError as error:
                return None, str(error)
            if status not in REDIRECTS:
                break
            url = urljoin(url, headers.get("location", ""))
        if status == 200:
            return Protego.parse(content.decode("utf-8", "replace")), ""
        return None, "" if 300 <= status < 500 else f"its host's robots.txt cannot be read (it answers {status}); try again later"

    def _ask(self, url: str, most: int, until: float, cut: bool = False) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and bytes of one request. With `cut`, what is too long is cut instead of refused."""
        _parts(url)
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), self._limits.step)
        try:
            with self._pool.stream("GET", url, headers=HEADERS, extensions={"timeout": timeout}) as answer:
                headers = {name.decode("latin-1").casefold(): value.decode("latin-1") for name, value in answer.headers}
                if answer.status != 200:
                    return answer.status, headers, b""
                return 200, headers, b"".join(_within(_plain(answer.iter_stream(), headers), most, until, cut))
        except httpcore.TimeoutException as error:
            raise FetchError(f"its host took longer than {self._limits.step:.0f} seconds to answer") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, zlib.error, OSError, ValueError) as error:
            raise FetchError(f"it could not be fetched ({str(error) or type(error).__name__})") from error


def _parts(url: str):  # type: ignore[no-untyped-def]
    """The parts of a web address. FetchError for anything else."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise FetchError(f"it is no web address ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("it is no web address (http or https)")
    if parts.username is not None:
        raise FetchError("it has a password in it")
    return parts


def _plain(pieces: Iterator[bytes], headers: dict[str, str]) -> Iterator[bytes]:
    """The bytes of a body, unpacked in small steps where a host packed them unasked."""
    packing = headers.get("content-encoding", "identity").strip().casefold()
    if packing in ("identity", ""):
        yield from pieces
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"it is packed as {packing}")
    unpacking = zlib.decompressobj(32 + zlib.MAX_WBITS)
    for piece in pieces:
        while piece:
            yield unpacking.decompress(piece, 1 << 16)
            piece = unpacking.unconsumed_tail


def _within(pieces: Iterator[bytes], most: int, until: float, cut: bool) -> Iterator[bytes]:
    """The pieces of a body as long as they are in the limits of size and time."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if time.monotonic() > until:
            raise FetchError("it took too long")
        if size > most:
            if cut:
                yield piece[: len(piece) - (size - most)]
                return
            raise FetchError(f"it is over {most:,} bytes; raise the limit with --limit")
        yield piece
