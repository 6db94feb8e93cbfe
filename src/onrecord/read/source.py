"""What a reader is given, and what stands in the place of a report it could not read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import OversizedReport, ReportError, Unfetched, UnreadableFile
from onrecord.records import Document

LIMIT = 10_000_000  # bytes of one report


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or a part of one, that gave no document: what it is called and why."""

    name: str
    error: ReportError


@dataclass(frozen=True, slots=True)
class Address(Unread):
    """An address that a list names, with what the list says of its page; nobody has looked there yet."""

    url: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


def address(url: str, title: str | None = None, published: str | None = None, outlet: str | None = None) -> Address:
    """The address, not fetched."""
    error = Unfetched(f"{url}: is an address and was not fetched; run again with --fetch")
    return Address(url, error, url, title, published, outlet)


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one report that nobody has read yet, so that a worker may: `name` is what errors call it.

    `called` is the name its document gets when it is not the one that reading gives. `stated` are fields that the caller or
    a file beside it gives. `record` is true for a JSON object with the report's fields, whose names `columns` may change and
    whose missing ones `stated` fills in; anything else is the report's file itself.
    """

    name: str
    content: bytes
    stated: Mapping[str, str | None] = field(default_factory=dict)
    called: str | None = None
    record: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A file for a reader: where it is, the most bytes of one report in it, and what the caller says of its reports.

    `defaults` fills in fields (published, outlet) that the file does not give; `columns` names, for a field of the report,
    the column or key that holds it.
    """

    path: Path
    limit: int = LIMIT
    defaults: Mapping[str, str | None] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What errors call it."""
        return str(self.path)


Piece = Document | Raw | Unread
Found = Iterator[Piece]


def within(content: bytes, name: str, limit: int) -> bytes:
    """The bytes themselves; OversizedReport when there are more than the limit."""
    if len(content) > limit:
        raise OversizedReport(f"{name}: is over {limit:,} bytes; raise the limit with --limit, or split the file into reports")
    return content


def refused(path: Path, error: OSError) -> Unread:
    """A path the system does not open, in its own words."""
    reason = (error.strerror or "cannot be opened").lower()
    return Unread(str(path), UnreadableFile(f"{path}: {reason}; check that it exists and that you may read it"))
