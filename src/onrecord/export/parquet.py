"""The ledger's table as Parquet, its numbers as numbers. Needs pyarrow (the extra `parquet`)."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import pyarrow
from pyarrow import parquet

from onrecord.export import ledger
from onrecord.export.encodings import SURROGATE
from onrecord.export.formats import Encoding, Format, Row

AT_ONCE = 20_000  # rows in memory at a time
NUMBERS = {
    "low": pyarrow.float64(),
    "high": pyarrow.float64(),
    "profile_low": pyarrow.float64(),
    "profile_high": pyarrow.float64(),
}
TYPES: dict[str, Any] = NUMBERS | {"date_prec": pyarrow.int8(), "cumulative": pyarrow.bool_()}


def _write(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> Iterator[bytes]:
    schema = pyarrow.schema([(column, TYPES.get(column, pyarrow.string())) for column in columns])
    out, remaining = io.BytesIO(), iter(rows)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(remaining, AT_ONCE)):
            plain = [{column: _value(row.get(column)) for column in columns} for row in batch]
            writer.write_table(pyarrow.Table.from_pylist(plain, schema=schema))
    yield out.getvalue()


def _value(value: object) -> object:
    return SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _decode(content: bytes) -> list[Row]:
    rows: list[Row] = parquet.read_table(io.BytesIO(content)).to_pylist()
    return rows


FORMAT = Format(
    "parquet",
    ".parquet",
    "The ledger's table as Parquet (extra `parquet`).",
    ledger.COLUMNS,
    ledger.rows,
    ledger.key,
    Encoding(_write, _decode),
)
