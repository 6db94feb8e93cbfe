"""Lists of addresses: sheets of the Auto Archiver, files of GDELT, tables with nothing but addresses."""

import zipfile
from pathlib import Path

import pytest

from onrecord.read import Unread, read_path
from onrecord.read.source import Address
from onrecord.records import Document

WORDS = "Gunmen killed at least nine guards in Gao on Friday, police said."
SHEET = (
    "Link,Archive status,Archive location,Upload title,Upload timestamp,Text content\n"
    "https://example.org/a,wayback: success,https://archive.example/a,Raid in Gao,2024-03-06T10:00:00+00:00,\n"
    f'https://example.org/b,telegram: success,s3://b,,2024-03-07T09:00:00+00:00,"{WORDS}"\n'
)


def line(columns: int, cells: dict[int, str]) -> str:
    """A line of a GDELT file."""
    return "\t".join(cells.get(i, "") for i in range(columns))


def test_a_sheet_of_the_auto_archiver(tmp_path: Path) -> None:
    """A row with the post's words is a report, one without is an address."""
    (tmp_path / "sheet.csv").write_text(SHEET)
    address, report = read_path(tmp_path)
    assert isinstance(address, Address)
    assert (address.url, address.title, address.published) == ("https://example.org/a", "Raid in Gao", "2024-03-06")
    assert isinstance(report, Document)
    assert (report.text, report.url, report.published) == (WORDS, "https://example.org/b", "2024-03-07")


GDELT = [
    ("x.export.CSV", 61, {60: "https://example.org/a"}, None),
    ("x.mentions.CSV", 16, {3: "1", 4: "example.org", 5: "https://example.org/a"}, "example.org"),
    ("x.gkg.csv", 27, {2: "1", 3: "example.org", 4: "https://example.org/a"}, "example.org"),
]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("name", "columns", "cells", "outlet"), GDELT, ids=[name for name, *_ in GDELT])
def test_files_of_gdelt(tmp_path: Path, name: str, columns: int, cells: dict[int, str], outlet: str | None, packed: bool) -> None:
    """Each address once, zipped as they come or not; broadcasts have none; a line of another make is named."""
    at = max(cells)
    others = {**cells, at: "BBC Monitoring/5"}
    content = "\n".join([line(columns, cells), line(columns, cells), line(columns, others), "no such line", ""])
    if packed:
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as out:
            out.writestr(name, content)
    else:
        (tmp_path / name).write_text(content)
    address, odd = read_path(tmp_path)
    assert isinstance(address, Address) and (address.url, address.outlet) == ("https://example.org/a", outlet)
    assert isinstance(odd, Unread) and f":4: has 1 columns, not {columns}" in str(odd.error)


def test_a_broken_zip_file_is_named(tmp_path: Path) -> None:
    """It stands for itself and the next file is read."""
    (tmp_path / "a.export.CSV.zip").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "b.txt").write_text(WORDS)
    broken, report = read_path(tmp_path)
    assert isinstance(broken, Unread) and "no whole zip file" in str(broken.error)
    assert isinstance(report, Document)


def test_a_table_of_addresses(tmp_path: Path) -> None:
    """A column of addresses is enough; another name of it is said with a mapping."""
    (tmp_path / "a.csv").write_text("url,title\nhttps://example.org/a,Raid\n")
    (address,) = read_path(tmp_path)
    assert isinstance(address, Address) and address.title == "Raid"
    (tmp_path / "a.csv").write_text("where,title\nhttps://example.org/b,Raid\n")
    (address,) = read_path(tmp_path, columns={"url": "where"})
    assert isinstance(address, Address) and address.url == "https://example.org/b"
