"""Rows to bytes and back: CSV whose cells no spreadsheet runs, JSON lines, one JSON document."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

from onrecord.export.formats import Encoding, Row

FORMULA = re.compile("'*[\\s\u0000-\u001f]*[=+\\-@|%\t\r\n\uff1d\uff0b\uff0d\uff20]")
QUOTED = re.compile("'" + FORMULA.pattern)
SURROGATE = re.compile("[\ud800-\udfff]")


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before anything that begins like one. `plain` undoes it."""
    text = SURROGATE.sub("\ufffd", text)
    return f"'{text}" if FORMULA.match(text) else text


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


def _to_csv(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    if any(tags):
        writer.writerow(tags)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
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


def dumped(value: object) -> str:
    """JSON on one line, broken characters replaced."""
    return SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False))


def _to_lines(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> bytes:
    return "".join(dumped(row) + "\n" for row in rows).encode()


def _from_lines(content: bytes) -> list[Row]:
    return [json.loads(line) for line in content.split(b"\n") if line.strip()]


def document(head: Row, field: str) -> Encoding:
    """One JSON document: the members of `head`, and the rows under `field`."""

    def encode(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> bytes:
        opening = dumped({**head, field: []})[:-2]
        return (opening + "\n" + ",\n".join(map(dumped, rows)) + "\n]}\n").encode()

    def decode(content: bytes) -> list[Row]:
        rows: list[Row] = json.loads(content)[field]
        return rows

    return Encoding(encode, decode)


CSV = Encoding(_to_csv, _from_csv)
LINES = Encoding(_to_lines, _from_lines)
