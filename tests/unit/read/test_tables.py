"""CSV, Parquet and JSONL with columns of any name."""

import json
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest

from onrecord.errors import UsageError
from onrecord.read import Unread, columns_of, read_path
from onrecord.records import Document

MAP = {"text": "body", "published": "date", "outlet": "source"}


def found(path: Path, **options: object) -> tuple[list[Document], list[str]]:
    """The documents of a path and its errors."""
    both = list(read_path(path, **options))  # type: ignore[arg-type]
    return [d for d in both if isinstance(d, Document)], [str(u.error) for u in both if isinstance(u, Unread)]


@pytest.mark.parametrize("cut", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv(tmp_path: Path, cut: str, codec: str) -> None:
    """Delimiter and encoding are found, quoted cells hold line ends, blank rows are passed over, columns are mapped."""
    rows = [
        ["id", "body", "date", "source"],
        ["7", '"Ten died,\nan élder said; ""no"" more."', "2017-02-06T10:00:00Z", "Wire"],
        ["8", "Six died.", "6 May 2016", ""],
    ]
    (tmp_path / "a.csv").write_bytes("\r\n\r\n".join(cut.join(row) for row in rows).encode(codec))
    docs, errors = found(tmp_path, columns=MAP)
    assert errors == []
    assert [(d.name, d.text, d.published, d.outlet, d.published_rule) for d in docs] == [
        ("7", 'Ten died,\nan élder said; "no" more.', "2017-02-06", "Wire", "sidecar"),
        ("8", "Six died.", "2016-05-06", None, "sidecar"),
    ]


def test_rows_that_cannot_be_read(tmp_path: Path) -> None:
    """An empty text, a day that can be read two ways and a row that is too long are named; the others are read."""
    rows = ["text,published", "Ten died.,2017-02-06", ",2017-02-06", "Six died.,6/2/2017", "x" * 300 + ",", "Two died.,"]
    (tmp_path / "a.csv").write_text("\n".join(rows))
    docs, errors = found(tmp_path, limit=200, columns={"published": "published"})
    assert [d.text for d in docs] == ["Ten died.", "Two died."]
    assert [error.split(": ")[0] for error in errors] == [f"{tmp_path / 'a.csv'}:{n}" for n in (2, 3, 4)]


def test_a_quote_that_is_never_closed(tmp_path: Path) -> None:
    """A row that runs on to the end is told of, in bounded memory."""
    (tmp_path / "a.csv").write_text('text\nTen died.\n"' + "Six died.\n" * 20_000)
    docs, errors = found(tmp_path, limit=1_000)
    assert docs[0].text == "Ten died." and "never closed" in errors[0]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (None, "no column text, html or url, but a, b"),
        ({"text": "body"}, "no column 'body'"),
        ({"text": "a", "id": "c"}, "no column 'c'"),
    ],
)
def test_columns_that_are_not_there(tmp_path: Path, columns: dict[str, str] | None, told: str) -> None:
    """A table without the words' column is told of once, with the columns it has and how to map them."""
    (tmp_path / "a.csv").write_text("a,b\n1,2\n3,4\n")
    docs, (error,) = found(tmp_path, columns=columns)
    assert docs == [] and told in error and "--map" in error


def test_a_parquet_file(tmp_path: Path) -> None:
    """Rows are reports; days and times are read as such; a row without words is named."""
    table = pa.table({
        "body": ["Ten died.", None, "Six died."],
        "date": [datetime(2017, 2, 6, 10), datetime(2017, 2, 6), None],
        "source": ["Wire", None, "Paper"],
        "other": [1, 2, 3],
    })  # fmt: skip
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    docs, errors = found(tmp_path, columns=MAP)
    assert [(d.text, d.published, d.outlet) for d in docs] == [("Ten died.", "2017-02-06", "Wire"), ("Six died.", None, "Paper")]
    assert len(errors) == 1 and f"{tmp_path / 'a.parquet'}:2" in errors[0]


def test_a_day_column(tmp_path: Path) -> None:
    """A column of days needs no mapping."""
    pyarrow.parquet.write_table(pa.table({"text": ["Ten died."], "published": [date(2017, 2, 6)]}), tmp_path / "a.parquet")
    assert found(tmp_path)[0][0].published == "2017-02-06"


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"x" * 500 + b"PAR1", b"no table"])
def test_a_broken_parquet_file(tmp_path: Path, content: bytes) -> None:
    """A file that is no whole Parquet is told of."""
    (tmp_path / "a.parquet").write_bytes(content)
    docs, (error,) = found(tmp_path)
    assert docs == [] and "no whole Parquet" in error


def test_jsonl_with_other_keys(tmp_path: Path) -> None:
    """Keys are mapped like columns; without a mapping a time stamp is no day."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "body": "Ten died.", "date": "20170206T101500Z", "source": "Wire"}))
    docs, _ = found(tmp_path, columns=MAP)
    assert [(d.text, d.published, d.outlet) for d in docs] == [("Ten died.", "2017-02-06", "Wire")]


def test_a_language_given(tmp_path: Path) -> None:
    """A line may say its language."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Ten died.", "language": "fr"}))
    assert found(tmp_path)[0][0].language == "fr"


def test_columns_of() -> None:
    """The option's words name field and column; an unknown field is an error of the call."""
    assert columns_of("text=body, published=Date of issue") == {"text": "body", "published": "Date of issue"}
    for words in ("body", "text=", "words=body", ""):
        with pytest.raises(UsageError, match="FIELD=COLUMN"):
            columns_of(words)
