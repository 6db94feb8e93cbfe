"""Files and folders, made documents; a bad file is reported in its place and the others go on."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import ReportError, UnreadableFile
from onrecord.read.content import PAGES, read_bytes
from onrecord.read.dates import check_date
from onrecord.read.fields import given
from onrecord.read.readers import reader_of, suffix_of
from onrecord.read.source import LIMIT, Found, Raw, Source, Unread, refused, within
from onrecord.read.whole import whole
from onrecord.records import Document

SIDECAR = ".meta.json"
BESIDE = "_files"  # the folder of a saved page's pictures, scripts and frames: "Name.html" has "Name_files"


def read_path(
    path: Path,
    *,
    limit: int = LIMIT,
    published: str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Document | Unread]:
    """The documents of a file or folder, in the order of their names; an `Unread` stands for each that could not be read.

    A folder is searched through for files that some reader knows and files without a suffix; hidden files, sidecars
    (`NAME.meta.json`) and the parts of saved pages (`NAME_files`) are no reports. `published` and `outlet` fill in where
    neither sidecar nor line gives them; `columns` says which column or key of a table holds a field. UsageError when
    `published` is no date.
    """
    yield from map(whole, pieces(path, limit=limit, published=published, outlet=outlet, columns=columns))


def pieces(
    path: Path,
    *,
    limit: int = LIMIT,
    published: str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Found:
    """What `read_path` reads, most of it unread yet: whoever works on a report reads it (`whole`)."""
    defaults = {"published": check_date(published) if published else None, "outlet": outlet}
    for file in files_of(path):
        if isinstance(file, Unread):
            yield file
        else:
            yield from _read(Source(file, limit, defaults, columns or {}))


def size_of(path: Path) -> int:
    """Bytes of the files that `read_path` would read; what cannot be looked at counts nothing."""
    total = 0
    for file in files_of(path):
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
        yield read_bytes(within(content, name, limit), name=name, **rule)
    except ReportError as error:
        yield Unread(name, error)


def read_file(source: Source) -> Found:
    """The bytes of a file that holds one report, with what its sidecar says."""
    path = source.path
    with path.open("rb") as stream:
        content = within(stream.read(source.limit + 1), source.name, source.limit)
    stated = _sidecar(path)
    rule = "sidecar" if stated.get("published") else None
    yield Raw(source.name, content, {"published_rule": rule, **source.defaults, **stated})


def files_of(path: Path) -> Iterator[Path | Unread]:
    """The report files under a path, sorted; folders that cannot be opened are told of."""
    try:
        if not path.is_dir():
            yield path
            return
        inside = sorted(path.iterdir())
    except OSError as error:
        yield refused(path, error)
        return
    saved = {entry.stem + BESIDE for entry in inside if entry.suffix.lower() in PAGES}
    for entry in inside:
        if entry.name.startswith(".") or entry.name.endswith(SIDECAR):
            continue
        if entry.is_dir():
            if not entry.is_symlink() and entry.name not in saved:  # a link may lead back up
                yield from files_of(entry)
        elif suffix_of(entry) is not None:
            yield entry


def _read(source: Source) -> Found:
    """What a file's reader finds; its error stands for the file."""
    path = source.path
    try:
        if not path.is_file():
            raise UnreadableFile(f"{path}: {'not a plain file' if path.exists() else 'no such file'}; check its name")
        yield from reader_of(path)(source)
    except OSError as error:
        yield refused(path, error)
    except ReportError as error:
        yield Unread(source.name, error)


def _sidecar(path: Path) -> dict[str, str]:
    """What `NAME.meta.json` says of a file, by `NAME.txt` or by `NAME`; null values are not given."""
    for beside in (path.with_name(path.name + SIDECAR), path.with_suffix(SIDECAR)):
        if beside.is_file():
            return given(
                beside.read_bytes(), str(beside), ("title", "outlet", "byline", "section", "url", "published", "language")
            )
    return {}
