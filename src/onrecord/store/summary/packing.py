"""Records as the summary keeps them: JSON, deflated with the names of their fields known beforehand."""

import zlib
from dataclasses import dataclass, fields
from typing import TypeVar

import msgspec

from onrecord.ledger import Entry
from onrecord.records import Event, Figure, Incident, Ref, Report
from onrecord.store.encode import encoded

T = TypeVar("T")
KNOWN = ",".join(
    f'"{field.name}":null' for kind in (Report, Incident, Ref, Figure, Event, Entry) for field in fields(kind)
).encode()
FAST = 1  # of the levels of deflation


@dataclass(frozen=True, slots=True)
class Quoted:
    """A figure and its sentence."""

    entry: Entry
    sentence: str


def packed(record: object) -> bytes:
    """A record as bytes."""
    deflating = zlib.compressobj(FAST, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=KNOWN)
    return deflating.compress(encoded(record)) + deflating.flush()


def unpacked(body: bytes, kind: type[T]) -> T:
    """The record that was packed."""
    return msgspec.json.decode(zlib.decompressobj(-zlib.MAX_WBITS, zdict=KNOWN).decompress(body), type=kind)
