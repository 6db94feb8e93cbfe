"""The ledger's table as Parquet, its numbers as numbers. Needs pyarrow (the extra `parquet`)."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow
from pyarrow import parquet

from onrecord.export import ledger
from onrecord.export.encodings import SURROGATE
from onrecord.export.formats import Encoding, Format, Row

NUMBERS = {
    "low": pyarrow.float64(),
    "high": pyarrow.float64(),
    "profile_low": pyarrow.float64(),
    "profile_high": pyarrow.float64(),
}
TYPES: dict[str, Any] = NUMBERS | {"date_prec": pyarrow.int8(), "cumulative": pyarrow.bool_()}


def _encode(rows: Iterable[Row], columns: Sequence[str], tags: Sequence[str]) -> bytes:
    schema = pyarrow.schema([(column, TYPES.get(column, pyarrow.string())) for column in columns])
    plain = [{column: _value(row.get(column)) for column in columns} for row in rows]
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(plain, schema=schema), out, compression="zstd")
    return out.getvalue()


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
    Encoding(_encode, _decode),
)
