"""Cells that no spreadsheet runs, and files that read back as they were written."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.encodings import CSV, FORMULA, LINES, NUMBER, cell, defused, document, plain

DANGEROUS = [
    "=1+1",
    "+1-1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\n=cmd|' /C calc'!A0",
    "＝1+1",
    "'=1",
    "''=1",
    "|x",
    "%0A",
]


def test_dangerous_cells() -> None:
    """Everything a spreadsheet takes for a formula gets an apostrophe, which reading takes away again."""
    for text in DANGEROUS:
        assert defused(text) == f"'{text}"
        assert plain(defused(text)) == text


def test_harmless_cells_stay() -> None:
    """Words, names with an apostrophe and numbers below zero are left as they are."""
    for text in ("at least six", "'Ain al-Arab", "-73.125", "6", "", "Taiz = Ta'izz"):
        assert defused(text) == text


@given(st.text())
def test_any_text_survives_and_runs_nowhere(text: str) -> None:
    """Whatever a report says comes back from a CSV file, and no cell begins like a formula."""
    content = b"".join(CSV.write([{"a": text, "b": "x"}], ("a", "b"), ()))
    assert CSV.decode(content) == [{"a": text, "b": "x"}]
    written = defused(text)
    assert NUMBER.fullmatch(written) or written.startswith("'") or not FORMULA.match(written)


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.text() | st.integers(-(2**53), 2**53) | st.none(), min_size=1)))
def test_json_comes_back(rows: list[dict[str, object]]) -> None:
    """JSON lines and documents hold any row."""
    assert LINES.decode(b"".join(LINES.write(rows, (), ()))) == rows
    whole = document({"type": "x"}, "rows")
    assert whole.decode(b"".join(whole.write(rows, (), ()))) == rows


def test_an_hxl_row_is_no_data() -> None:
    """The tags stand second and are left out when the file is read."""
    content = b"".join(CSV.write([{"a": "1", "b": "x"}], ("a", "b"), ("#date", "")))
    assert content.split(b"\r\n")[1] == b"#date,"
    assert CSV.decode(content) == [{"a": "1", "b": "x"}]


def test_values_of_cells() -> None:
    """None is empty, whole numbers have no point, truth is 1 or 0, broken characters are replaced."""
    cells = [cell(v) for v in (None, 6.0, 0.8, True, False, "a\ud800b")]
    assert cells == ["", "6", "0.8", "1", "0", "a\ufffdb"]
