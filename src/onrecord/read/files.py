"""Files and folders, made documents; a bad file is reported in its place and the others go on."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OversizedReport, ReportError, UnreadableFile
from onrecord.read.content import read_bytes
from onrecord.read.dates import check_date
from onrecord.read.jsonl import given, objects, read_line
from onrecord.records import Document

LIMIT = 10_000_000  # bytes of one report
SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".jsonl", ""))
SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or a line of one, that gave no document: what it is called and why."""

    name: str
    error: ReportError


def read_path(
    path: Path, *, limit: int = LIMIT, published: str | None = None, outlet: str | None = None
) -> Iterator[Document | Unread]:
    """The documents of a file or folder, in the order of their names; an `Unread` stands for each that could not be read.

    A folder is searched through for .txt, .html, .htm, .md and .jsonl files and files without a suffix; hidden files and
    sidecars (`NAME.meta.json`) are no reports. `published` and `outlet` fill in where neither sidecar nor line gives them;
    UsageError when `published` is no date.
    """
    defaults = {"published": check_date(published) if published else None, "outlet": outlet}
    for file in _files(path):
        if isinstance(file, Unread):
            yield file
        else:
            yield from _read_file(file, limit, defaults)


def size_of(path: Path) -> int:
    """Bytes of the files that `read_path` would read; what cannot be looked at counts nothing."""
    total = 0
    for file in _files(path):
        with suppress(OSError):
            total += file.stat().st_size if isinstance(file, Path) else 0
    return total


def read_stream(
    stream: BinaryIO, *, name: str = "stdin", limit: int = LIMIT, published: str | None = None
) -> Iterator[Document | Unread]:
    """The document in a binary stream such as standard input, under the name it is given."""
    rule = {"published": check_date(published) if published else None}
    content = stream.read(limit + 1)
    try:
        yield read_bytes(_within(content, name, limit), name=name, **rule)
    except ReportError as error:
        yield Unread(name, error)


def _files(path: Path) -> Iterator[Path | Unread]:
    """The report files under a path, sorted; folders that cannot be opened are told of."""
    try:
        if not path.is_dir():
            yield path
            return
        inside = sorted(path.iterdir())
    except OSError as error:
        yield _refused(path, error)
        return
    for entry in inside:
        if entry.name.startswith(".") or entry.name.endswith(SIDECAR):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link may lead back up
                yield from _files(entry)
        elif entry.suffix.lower() in SUFFIXES:
            yield entry


def _refused(path: Path, error: OSError) -> Unread:
    reason = (error.strerror or "cannot be opened").lower()
    return Unread(str(path), UnreadableFile(f"{path}: {reason}; check that it exists and that you may read it"))


def _read_file(path: Path, limit: int, defaults: dict[str, str | None]) -> Iterator[Document | Unread]:
    """The document of a file, or those of the lines of a JSONL file."""
    try:
        if path.suffix.lower() == ".jsonl":
            yield from _read_lines(path, limit, defaults)
        else:
            yield _read_one(path, limit, defaults)
    except OSError as error:
        yield _refused(path, error)
    except ReportError as error:
        yield Unread(str(path), error)


def _read_one(path: Path, limit: int, defaults: dict[str, str | None]) -> Document:
    """The document of one file with what its sidecar says."""
    if not path.is_file():
        raise UnreadableFile(f"{path}: {'not a plain file' if path.exists() else 'no such file'}; check its name")
    with path.open("rb") as stream:
        content = _within(stream.read(limit + 1), str(path), limit)
    stated = _sidecar(path)
    rule = "sidecar" if stated.get("published") else None
    return read_bytes(content, name=str(path), published_rule=rule, **{**defaults, **stated})


def _within(content: bytes, name: str, limit: int) -> bytes:
    if len(content) > limit:
        raise OversizedReport(f"{name}: is over {limit:,} bytes; raise the limit with --limit, or split the file into reports")
    return content


def _sidecar(path: Path) -> dict[str, str]:
    """What `NAME.meta.json` says of a file, by `NAME.txt` or by `NAME`; null values are not given."""
    for beside in (path.with_name(path.name + SIDECAR), path.with_suffix(SIDECAR)):
        if beside.is_file():
            return given(beside.read_bytes(), str(beside), ("title", "outlet", "byline", "section", "url", "published"))
    return {}


def _read_lines(path: Path, limit: int, defaults: dict[str, str | None]) -> Iterator[Document | Unread]:
    """The documents of a JSONL file, one a line."""
    with path.open("rb") as stream:
        for number, line in objects(stream, limit):
            name = f"{path}:{number}"
            try:
                yield read_line(_within(line, name, limit), name, defaults)
            except ReportError as error:
                yield Unread(name, error)
