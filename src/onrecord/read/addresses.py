"""Lists of addresses: the sheets of Bellingcat's Auto Archiver, and the event, mention and GKG files of GDELT 2.0.

Sources: the column names of the Auto Archiver's documentation; GDELT's codebooks "Event" (V2.0), "GKG" (V2.1). An address is not
its page: what a list tells of a page (a title, a day) is kept, and the page is read when somebody has it fetched.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TextIO

from onrecord.errors import BadRecord, UnreadableFile
from onrecord.read.source import Found, Source, Unread, address

ARCHIVED = {"url": "link", "title": "upload title", "published": "upload timestamp", "text": "text content"}
MARK = "archive status"  # a column that only the Auto Archiver's sheets have
WEB = "1"  # MentionType and SourceCollectionIdentifier of pages; others are broadcasts and documents without an address
LONGEST = 1_000_000  # characters of a line


def listing(source: Source, head: Sequence[str]) -> Source:
    """The source of an Auto Archiver sheet with its columns mapped; any other as it is."""
    by_name = {name.strip().casefold(): name.strip() for name in head}
    if MARK not in by_name or "link" not in by_name or source.columns:
        return source
    return replace(source, columns={field: by_name[name] for field, name in ARCHIVED.items() if name in by_name})


def read_events(source: Source) -> Found:
    """The addresses of a GDELT 2.0 event file (61 columns, the address last)."""
    yield from _addresses(source, 61, {"url": 60})


def read_mentions(source: Source) -> Found:
    """The addresses of a GDELT 2.0 mentions file (16 columns)."""
    yield from _addresses(source, 16, {"kind": 3, "outlet": 4, "url": 5})


def read_gkg(source: Source) -> Found:
    """The addresses of a GDELT 2.1 knowledge-graph file (27 columns)."""
    yield from _addresses(source, 27, {"kind": 2, "outlet": 3, "url": 4})


def _addresses(source: Source, columns: int, at: Mapping[str, int]) -> Found:
    """Each address of a file once; a line that is none of its kind is told of."""
    seen: set[str] = set()
    with _lines(source) as lines:
        for number, line in enumerate(iter(lambda: lines.readline(LONGEST), ""), 1):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) != columns:
                name = f"{source.name}:{number}"
                yield Unread(
                    name, BadRecord(f"{name}: has {len(cells)} columns, not {columns}; is it a GDELT 2.0 file of this name?")
                )
                continue
            url = cells[at["url"]].strip()
            is_page = "kind" not in at or cells[at["kind"]] == WEB
            if is_page and url.startswith(("http://", "https://")) and url not in seen:
                seen.add(url)
                yield address(url, outlet=cells[at["outlet"]].strip() or None if "outlet" in at else None)


@contextmanager
def _lines(source: Source) -> Iterator[TextIO]:
    """The lines of a file, or of the one file in a zip file."""
    if source.path.suffix.casefold() != ".zip":
        with source.path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
            yield lines
        return
    try:
        with zipfile.ZipFile(source.path) as packed:
            inside = [entry for entry in packed.infolist() if not entry.is_dir()]
            if len(inside) != 1:
                raise UnreadableFile(f"{source.name}: holds {len(inside)} files, not one; unpack it and name the one to read")
            with packed.open(inside[0]) as raw:
                yield io.TextIOWrapper(raw, "utf-8", errors="replace", newline="\n")
    except (zipfile.BadZipFile, RuntimeError, EOFError) as error:
        raise UnreadableFile(f"{source.name}: is no whole zip file ({error}); fetch it again") from None
