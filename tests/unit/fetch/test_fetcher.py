"""Fetching from a server of our own: what is had, and everything that is refused."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest
from tests.site import Answer, Site, site

from onrecord.errors import FetchError
from onrecord.fetch import Fetcher, Limits
from onrecord.fetch.public import is_public

QUICK = Limits(size=1000, seconds=1.5, step=0.5, gap=0.0)
__all__ = ["site"]  # a fixture
PAGE = b"<html><body><p>Two guards were killed.</p></body></html>"


def fetched(site: Site, path: str, limits: Limits = QUICK) -> bytes:
    """The bytes of a path of the site, this machine being allowed."""
    with Fetcher(limits, allowed=lambda _: True) as fetcher:
        return fetcher.get(site.address + path).content


def test_a_page_is_had_as_it_was_sent(site: Site) -> None:
    """Its bytes, where it was found, its media type; the host learns who asks."""
    site.answers |= {"/a": (302, {"Location": "b?x=1"}, b""), "/b?x=1": (200, {}, PAGE)}
    with Fetcher(QUICK, allowed=lambda _: True) as fetcher:
        page = fetcher.get(site.address + "/a")
    assert (page.url, page.content, page.media) == (site.address + "/b?x=1", PAGE, "text/html")
    assert site.asked == ["/robots.txt", "/a", "/b?x=1"]
    assert all(agent.startswith("onrecord/") for agent in site.agents)


def test_a_packed_page_is_unpacked(site: Site) -> None:
    """A host may pack what it sends; a small packet that unpacks to more than the limit is refused."""
    site.answers["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    site.answers["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"0" * 50_000_000))
    site.answers["/odd"] = (200, {"Content-Encoding": "br"}, PAGE)
    assert fetched(site, "/a") == PAGE
    with pytest.raises(FetchError, match="over 1,000 bytes"):
        fetched(site, "/bomb")
    with pytest.raises(FetchError, match="packed as br"):
        fetched(site, "/odd")


def test_robots_are_obeyed(site: Site) -> None:
    """What robots.txt keeps from programs is not asked for, wildcards too; a host whose rules cannot be read is left alone."""
    site.answers |= {"/a": (200, {}, PAGE), "/b/c": (200, {}, PAGE)}
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /b/\nDisallow: /*.pdf$\n")
    assert fetched(site, "/a") == PAGE
    for path in ("/b/c", "/x.pdf"):
        with pytest.raises(FetchError, match=r"robots\.txt asks"):
            fetched(site, path)
    assert "/b/c" not in site.asked
    site.answers["/robots.txt"] = (503, {}, b"")
    with pytest.raises(FetchError, match="cannot be read"):
        fetched(site, "/a")
    site.answers["/robots.txt"] = (200, {}, b"User-agent: onrecord\nCrawl-delay: 900\n")
    with pytest.raises(FetchError, match="900 seconds"):
        fetched(site, "/a")


def test_hosts_are_not_hurried(site: Site) -> None:
    """Between two pages of a host lies the gap, or what robots.txt asks for."""
    site.answers |= {"/a": (200, {}, PAGE), "/b": (200, {}, PAGE)}
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 0.3\n")
    begun = time.monotonic()
    with Fetcher(QUICK, allowed=lambda _: True) as fetcher:
        fetcher.get(site.address + "/a")
        fetcher.get(site.address + "/b")
    assert time.monotonic() - begun >= 0.3
    assert site.asked.count("/robots.txt") == 1


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A body that comes byte by byte, for ever."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        return


REFUSED = [
    ("/big", (200, {}, b"x" * 1001), "over 1,000 bytes"),
    ("/none", (404, {}, b""), "answers 404"),
    ("/loop", (302, {"Location": "/loop"}, b""), "more than 5 times"),
    ("/file", (302, {"Location": "file:///etc/passwd"}, b""), "no web address"),
    ("/mute", lambda _: time.sleep(1), "longer than|could not be fetched"),
    ("/drip", drip, "took too long"),
]


@pytest.mark.parametrize(("path", "answer", "why"), REFUSED, ids=[path for path, _, _ in REFUSED])
def test_what_is_refused(site: Site, path: str, answer: Answer, why: str) -> None:
    """Each with its reason, in bounded time."""
    site.answers[path] = answer
    begun = time.monotonic()
    with pytest.raises(FetchError, match=why):
        fetched(site, path)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "http://a:b@example.org/", "http://x:99999/", "not one"]
)
def test_what_is_no_web_address(url: str) -> None:
    """Refused before anybody is asked."""
    with Fetcher(QUICK, allowed=lambda _: False) as fetcher, pytest.raises(FetchError, match=r"no web address|password"):
        fetcher.get(url)


def test_private_hosts_are_out_of_reach(site: Site) -> None:
    """This machine is refused by name, by number, and behind a redirect."""
    for url in (
        site.address,
        site.address.replace("127.0.0.1", "localhost"),
        site.address.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
    ):
        with Fetcher(QUICK) as fetcher, pytest.raises(FetchError, match="private network"):
            fetcher.get(url + "/a")
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "2002:0a00:0001::"],
)  # fmt: skip
def test_what_is_not_public(address: str) -> None:
    """Addresses of this machine, of local nets, of carriers, and those that only wrap one of them."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_what_is_public(address: str) -> None:
    """Addresses of the open network."""
    assert is_public(address)
