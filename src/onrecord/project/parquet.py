"""The Parquet file of a shard: a row for each report, with its coding or why there is none. Needs pyarrow (the extra `dask`)."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import UnreadableFile, UsageError

SUFFIX = ".parquet"
ROWS = 64  # reports in memory at a time
COLUMNS = ("report", "name", "size", "coding", "original", "error")
LATER = ("address",)  # columns that files of earlier versions lack


def write_rows(file: Path, rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Write rows to a Parquet file, giving each out as it is written."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    kinds = {"size": pyarrow.int64(), "coding": pyarrow.large_binary(), "original": pyarrow.large_binary()}
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in (*COLUMNS, *LATER)])
    with ParquetWriter(file, schema, compression="zstd") as writer:
        while some := list(islice(rows, ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(some, schema=schema))
            yield from some


def read_rows(file: Path) -> Iterator[dict[str, Any]]:
    """The rows of a shard's file. UnreadableFile when it is none, or not whole; UsageError without pyarrow."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise UsageError(f"{file}: needs pyarrow; install it with pip install 'onrecord[dask]'") from None
    try:
        table = ParquetFile(file)
        held = set(table.schema_arrow.names)
        if set(COLUMNS) - held:
            raise UnreadableFile(f"{file}: holds no codings; name a folder that `onrecord code --engine dask` wrote")
        for batch in table.iter_batches(ROWS, columns=[*COLUMNS, *(name for name in LATER if name in held)]):
            yield from batch.to_pylist()
    except (ArrowException, OSError) as error:
        raise UnreadableFile(
            f"{file}: is no whole Parquet file ({str(error).splitlines()[0]}); delete it and code again"
        ) from None
