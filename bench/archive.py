"""Memory while a large web archive is read: its pages among pictures, as a crawler writes them.

    python -m bench.archive [--gigabytes 2] [--out DIR]

A WARC file of that size is written, of the sample page under changing addresses and of pictures that are noise, and read by
the program in a process of its own; its memory is told after each eighth of the file. DIR needs the room; it is emptied again.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.read import Unread, read_path

PAGE = Path(__file__).parent.parent / "examples" / "zamboanga_page.html"
PICTURES, PICTURE = 20, 90_000  # pictures beside a page, and bytes of each: what a news page fetches
PARTS = 8
RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
    "WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
)
HTTP = "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"


def main(argv: list[str] | None = None) -> int:
    """Write the archive, read it, print the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gigabytes", type=float, default=2.0)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the archive is written; the system's folder without it")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.read:
        watch(options.read)
        return 0
    with tempfile.TemporaryDirectory(dir=options.out) as folder:
        file = Path(folder) / "crawl.warc"
        pages = written(file, int(options.gigabytes * 1e9))
        print(f"{file.stat().st_size / 1e9:.2f} GB, {pages:,} pages", flush=True)
        return subprocess.run([sys.executable, "-m", "bench.archive", "--read", str(file)], check=False).returncode


def written(file: Path, size: int) -> int:
    """Write an archive of so many bytes; the number of its pages."""
    page = PAGE.read_bytes()
    pages = 0
    with file.open("wb") as out:
        while out.tell() < size:
            pages += 1
            out.write(record(f"https://news.example/{pages}", "text/html; charset=utf-8", page))
            for number in range(PICTURES):
                out.write(record(f"https://news.example/{pages}/{number}.jpg", "image/jpeg", os.urandom(PICTURE)))
    return pages


def record(url: str, kind: str, body: bytes) -> bytes:
    """One answer as a WARC record."""
    answer = HTTP.format(kind=kind, length=len(body)).encode() + body
    return RECORD.format(id=url, url=url, length=len(answer)).encode() + answer + b"\r\n\r\n"


def watch(file: Path) -> None:
    """Read an archive and print time, pages and memory after each part."""
    size, begun, part = file.stat().st_size, time.perf_counter(), 0
    pages = max(1, size // (PICTURES * PICTURE + PAGE.stat().st_size))
    for read, piece in enumerate(read_path(file), 1):
        if isinstance(piece, Unread):
            raise piece.error
        if read * PARTS // pages > part:
            part = read * PARTS // pages
            print(
                f"{read:8,} pages  {time.perf_counter() - begun:7.1f} s  {held():6.0f} MB  (most {held('HWM'):,.0f})", flush=True
            )


def held(which: str = "RSS") -> float:
    """Memory of this process in MB: held now, or the most so far (HWM)."""
    found = re.search(rf"Vm{which}:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
