"""Faults at length: `python -m bench.faults [--kills 100] [--batch 200] [--flips 5000]`. Exits with 1 when a book was hurt unseen.

The tests do the same with fewer moments and bytes. Reports are stored with codings prepared by hand, so that the moments fall
into the storing and not into the parsing.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.books import SERVER, coded, empty_place
from tests.faults.kill import ROOT, damage, killed, moments
from tests.faults.test_faults import contents, is_found
from tests.unit.store.test_history import fill

from onrecord.errors import BookError
from onrecord.store import Book


def whole_batch(place: str, count: int) -> float:
    """Seconds that the batch takes when nobody kills it."""
    begun = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "tests.faults.batch", place, str(count)], cwd=ROOT, stdout=subprocess.DEVNULL, check=True
    )
    return time.monotonic() - begun


def kills(database: str, number: int, count: int) -> list[str]:
    """Kill a batch at random moments, each time on a new book, then run it to its end on that book; what is wrong afterwards."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        with empty_place(database, Path(folder)) as place:
            longest = whole_batch(place, count)
        stored = []
        for moment, after in enumerate(moments(number, longest)):
            with tempfile.TemporaryDirectory() as own, empty_place(database, Path(own)) as place:
                said = killed(place, count, after)
                stored.append(said)
                wrong.extend(f"moment {moment}: {words}" for words in damage(place, said, count))
                whole_batch(place, count)
                wrong.extend(f"moment {moment}, run to its end: {words}" for words in damage(place, count, count))
    print(
        f"{database}: killed at {number} moments with {min(stored)} to {max(stored)} of {count} reports stored: {len(wrong)} flaws"
    )
    return wrong


def flips(number: int) -> list[str]:
    """Flip random bytes of a book's file, one at a time: a flip that changes what the book says must be found."""
    with tempfile.TemporaryDirectory() as folder:
        whole, hurt = Path(folder) / "whole.db", Path(folder) / "hurt.db"
        with Book(str(whole)) as book:
            fill(book)
        before, original, chance = contents(whole), whole.read_bytes(), random.Random(11)
        found, missed = 0, []
        for _ in range(number):
            at = chance.randrange(len(original))
            flipped = bytearray(original)
            flipped[at] ^= 1 << chance.randrange(8)
            hurt.write_bytes(flipped)
            if is_found(hurt):
                found += 1
            elif contents(hurt) != before:
                missed.append(f"byte {at} was flipped unseen")
            for left in Path(folder).glob("hurt.db*"):
                left.unlink()
    print(
        f"flips: {number} in {len(original):,} bytes, {found} found, {len(missed)} changed the book unseen, the rest changed nothing"
    )
    return missed


def full_disk() -> list[str]:
    """Fill a file system of one megabyte; the book on it must stay readable. Needs the right to mount one."""
    with tempfile.TemporaryDirectory() as small:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], capture_output=True, check=False).returncode:
            print("full disk: no file system can be mounted here; the tests limit the size of the file instead")
            return []
        try:
            return _fill_disk(Path(small) / "book.db")
        finally:
            subprocess.run(["umount", small], check=True)


def _fill_disk(place: Path) -> list[str]:
    refused = ""
    with Book(str(place)) as book:
        for number in range(1000):
            try:
                book.add(coded(number), b"x" * 20_000)
            except BookError as error:
                refused = str(error)
                break
    with Book(str(place)) as book:
        kept, wrong = book.report_count(), [flaw.words for flaw in book.verify()]
    print(f"full disk: {kept} reports stored and readable, then: {refused}")
    return wrong if refused and kept else [*wrong, "the disk never filled"]


def main() -> None:
    """Run all of it on SQLite and, where a server is named, the kills on PostgreSQL."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--batch", type=int, default=200)
    options.add_argument("--flips", type=int, default=5000)
    given = options.parse_args()
    wrong = kills("sqlite", given.kills, given.batch)
    if os.environ.get(SERVER):
        wrong += kills("postgresql", given.kills, given.batch)
    wrong += flips(given.flips) + full_disk()
    print(*wrong, sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
