"""Reports in tables, one a row: CSV and Parquet."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from onrecord.errors import BadRecord, ReportError, UnreadableFile
from onrecord.read.addresses import listing
from onrecord.read.decode import decode
from onrecord.read.fields import FIELDS, TEXTS, checked
from onrecord.read.source import Found, Raw, Source, Unread, address, within

SAMPLE = 65_536  # bytes that show encoding and delimiter
DELIMITERS = ",;\t|"
BATCH = 32  # rows of a Parquet file in memory at a time
READ = (*FIELDS, *TEXTS)


def read_csv(source: Source) -> Found:
    """The documents of a CSV or TSV file with a head line, one a row; rows are counted from 1, the head line aside."""
    csv.field_size_limit(max(source.limit, SAMPLE))
    with source.path.open("rb") as stream:
        sample = stream.read(SAMPLE)
        codec = _codec(sample, source.name)
        stream.seek(0)
        lines = io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="")
        first = lines.readline(SAMPLE)
        head = next(csv.reader([first], delimiter=(cut := _delimiter(first))), [])
        source = listing(source, head)
        _check_head([name.strip() for name in head], source)
        rows = csv.reader(_bounded(lines, source), delimiter=cut)
        for number, row in _numbered(rows, source):
            yield row if isinstance(row, Unread) else _row(dict(zip(map(str.strip, head), row, strict=False)), number, source)


def read_parquet(source: Source) -> Found:
    """The documents of a Parquet file, one a row, a few rows in memory at a time."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise UnreadableFile(f"{source.name}: needs pyarrow; install it with pip install 'onrecord[parquet]'") from None
    try:
        table = ParquetFile(source.path, thrift_string_size_limit=SAMPLE * 16)
        head = table.schema_arrow.names
        _check_head(head, source)
        wanted = [name for name in head if name in {source.columns.get(field, field) for field in READ}]
        number = 0
        for batch in table.iter_batches(BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _row({name: _plain(value) for name, value in row.items()}, number, source)
    except (ArrowException, OSError) as error:
        raise UnreadableFile(f"{source.name}: is no whole Parquet file ({_line(error)}); write or fetch it again") from None


def _plain(value: Any) -> Any:
    """A cell as JSON would give it: days and times as ISO strings."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200]


def _codec(sample: bytes, name: str) -> str:
    """The encoding of a table, by its first bytes."""
    decode(sample, name)  # refuses what is no text
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if sample.startswith(mark):
            return codec
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8" if error.start >= len(sample) - 3 else "cp1252"
    return "utf-8"


def _delimiter(first: str) -> str:
    """The delimiter that parts a head line into most columns."""
    return max(DELIMITERS, key=first.count)


def _check_head(head: Sequence[str], source: Source) -> None:
    """BadRecord when no column holds the words, or one that was named is not there."""
    missing = [column for column in source.columns.values() if column not in head]
    if missing or not {source.columns.get(kind, kind) for kind in (*TEXTS, "url")} & set(head):
        lacks = f"no column {missing[0]!r}" if missing else "no column text, html or url"
        raise BadRecord(
            f"{source.name}: has {lacks}, but {', '.join(head)[:300]}; say which holds what with --map text=COLUMN,published=COLUMN"
        )


def _bounded(lines: io.TextIOWrapper, source: Source) -> Iterator[str]:
    """The lines of a table; one longer than any report may be comes cut, a little too long."""
    while line := lines.readline(source.limit + 1):
        rest = line
        while len(rest) > source.limit and not rest.endswith("\n"):
            rest = lines.readline(source.limit + 1)
        yield line


def _numbered(rows: Iterator[list[str]], source: Source) -> Iterator[tuple[int, list[str] | Unread]]:
    """The rows that are not blank with their numbers; a row that is none is told of."""
    number = 0
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            name = f"{source.name}:{number}"
            yield number, Unread(name, BadRecord(f"{name}: is no row ({error}); look for a quote mark that is never closed"))
            continue
        if row is None:
            return
        if row:
            yield number, row


def _row(row: Mapping[str, Any], number: int, source: Source) -> Any:
    """The fields of a row, or why there are none."""
    name = f"{source.name}:{number}"
    try:
        raw = within(msgspec.json.encode(row), name, source.limit)
        if _is_address(row, source):
            stated = checked(row, name, READ, source.columns)
            return address(stated["url"], stated.get("title"), stated.get("published"), stated.get("outlet"))
        return Raw(name, raw, source.defaults, record=True, columns=source.columns)
    except ReportError as error:
        return Unread(name, error)


def _is_address(row: Mapping[str, Any], source: Source) -> bool:
    """Whether a row names a page and holds no words of it."""
    url, *words = (row.get(source.columns.get(field, field)) for field in ("url", *TEXTS))
    return (
        isinstance(url, str)
        and url.startswith(("http://", "https://"))
        and not any(isinstance(w, str) and w.strip() for w in words)
    )
