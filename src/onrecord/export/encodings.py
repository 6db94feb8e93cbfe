"""Rows to bytes and back: CSV whose cells no spreadsheet runs, JSON lines, one JSON document."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.export.formats import Encoding, Row

FORMULA = re.compile("'*[\\s\u0000-\u001f]*[=+\\-@|%\t\r\n\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
QUOTED = re.compile("'" + FORMULA.pattern)
SURROGATE = re.compile("[\ud800-\udfff]")


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before anything that begins like one but is no plain number.

    `plain` undoes it.
    """
    text = SURROGATE.sub("\ufffd", text)
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def plain(cell: str) -> str:
    """The text of a defused cell."""
    return cell[1:] if QUOTED.match(cell) else cell


def cell(value: object) -> str:
    """A value as the text of a cell: None is empty, whole numbers have no point, truth is 1 or 0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value) if isinstance(value, int) else defused(str(value))


def _to_csv(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> Iterator[bytes]:
    yield _line(columns)
    if any(tags):
        yield _line(tags)
    for row in rows:
        yield _line([cell(row.get(column)) for column in columns])


def _line(cells: Sequence[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def _from_csv(content: bytes) -> list[Row]:
    csv.field_size_limit(2**31 - 1)
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    header = next(lines, [])
    rows = [line for line in lines if line]
    if rows and _is_hxl(rows[0]):
        rows = rows[1:]
    return [{column: plain(text) for column, text in zip(header, line, strict=False)} for line in rows]


def _is_hxl(line: Sequence[str]) -> bool:
    """An HXL row has tags and nothing else."""
    return any(line) and all(text.startswith("#") for text in line if text)


def dumped(value: object) -> bytes:
    """JSON on one line, UTF-8, broken characters replaced."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False)).encode()


def _to_lines(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> Iterator[bytes]:
    return (dumped(row) + b"\n" for row in rows)


def _from_lines(content: bytes) -> list[Row]:
    return [msgspec.json.decode(line) for line in content.split(b"\n") if line.strip()]


def document(head: Row, field: str) -> Encoding:
    """One JSON document: the members of `head`, and the rows under `field`."""

    def write(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> Iterator[bytes]:
        yield dumped({**head, field: []})[:-2] + b"\n"
        for number, row in enumerate(rows):
            yield (b",\n" if number else b"") + dumped(row)
        yield b"\n]}\n"

    def decode(content: bytes) -> list[Row]:
        rows: list[Row] = msgspec.json.decode(content)[field]
        return rows

    return Encoding(write, decode)


CSV = Encoding(_to_csv, _from_csv)
LINES = Encoding(_to_lines, _from_lines)
