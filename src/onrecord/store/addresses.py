"""Addresses that lists name: recorded once, and what came of fetching them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from onrecord.store import log
from onrecord.store.encode import storable
from onrecord.store.tables import addresses, originals

TOGETHER = 500  # addresses recorded in one statement
NOTED, FETCHED, REFUSED = "noted", "fetched", "refused"


@dataclass(frozen=True, slots=True)
class NotedAddress:
    """An address, the list it came from, what the list says of it, and its state: noted, fetched or refused with the reason.

    `sha256` is the digest of the bytes that were fetched, by which their report is found.
    """

    url: str
    list: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    state: str = NOTED
    reason: str | None = None
    sha256: str | None = None
    fetched_at: str | None = None


def note(db: Connection, found: Iterable[NotedAddress]) -> int:
    """Record addresses that are not there yet, many in one statement; how many."""
    new, ahead = 0, iter(found)
    while some := {key_of(one.url): one for one in reversed(tuple(islice(ahead, TOGETHER)))}:
        there = set(db.execute(select(addresses.c.id).where(addresses.c.id.in_(some))).scalars())
        rows = {key: _row(one) for key, one in reversed(some.items()) if key not in there}
        entries = log.append_all(db, "address", [(key, log.digest_of(row.values())) for key, row in rows.items()])
        if rows:
            made = zip(rows.items(), entries, strict=True)
            db.execute(insert(addresses), [{"id": key, **row, "entry": entry, "state": NOTED} for (key, row), entry in made])
        new += len(rows)
    return new


def _row(one: NotedAddress) -> dict[str, str | None]:
    told = (one.url, one.list, one.title, one.published, one.outlet)
    return dict(zip(("url", "list", "title", "published", "outlet"), map(_kept, told), strict=True))


def key_of(url: str) -> str:
    """What an address is found and logged by: the log holds no words of it."""
    return log.digest_of((url,))[:32]


def _kept(words: str | None) -> str | None:
    return None if words is None else storable(words)


def settle(db: Connection, url: str, sha256: str | None, reason: str | None = None) -> None:
    """Record what came of fetching an address: the digest of its bytes, or why there are none."""
    state, key = FETCHED if sha256 is not None else REFUSED, key_of(url)
    row = {"state": state, "reason": _kept(reason), "sha256": sha256, "fetched_at": log.now()}
    entry = log.append(db, "fetch", key, log.digest_of(row.values()))
    db.execute(update(addresses).where(addresses.c.id == key).values(**row, fetch_entry=entry))


def state_of(db: Connection, url: str) -> str | None:
    """The state of an address; None when it is not recorded. Fetched is only what the book has the bytes of."""
    row = db.execute(select(addresses.c.state, addresses.c.sha256).where(addresses.c.id == key_of(url))).first()
    if row is None or row.state != FETCHED:
        return row.state if row is not None else None
    kept = db.execute(select(originals.c.report).where(originals.c.sha256 == row.sha256).limit(1)).first()
    return FETCHED if kept is not None else NOTED


def listed(db: Connection, state: str | None = None) -> Iterator[NotedAddress]:
    """The addresses in the order they were recorded, or those of one state."""
    query = select(addresses).order_by(addresses.c.entry)
    if state is not None:
        query = query.where(addresses.c.state == state)
    for row in db.execute(query):
        yield NotedAddress(
            row.url, row.list, row.title, row.published, row.outlet, row.state, row.reason, row.sha256, row.fetched_at
        )


def erase(db: Connection, digests: Iterable[str]) -> None:
    """Erase the addresses that bytes with these digests were fetched from."""
    for digest in digests:
        for key in db.execute(select(addresses.c.id).where(addresses.c.sha256 == digest)).scalars().all():
            db.execute(delete(addresses).where(addresses.c.id == key))
            log.append(db, "erasure", key, log.digest_of((key,)))


def address_digest(row: Row[Any]) -> str:
    """The digest that the entry of an address must carry."""
    return log.digest_of((row.url, row.list, row.title, row.published, row.outlet))


def fetch_digest(row: Row[Any], entry: log.LogEntry) -> str:
    """The digest that the entry of a fetch must carry; of one that another followed nothing is left but the entry."""
    if row.fetch_entry is not None and row.fetch_entry > entry.seq:
        return entry.digest
    return log.digest_of((row.state, row.reason, row.sha256, row.fetched_at))
