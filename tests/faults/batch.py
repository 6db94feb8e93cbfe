"""A program that stores a batch of reports in a book, to be killed: `python -m tests.faults.batch BOOK COUNT`."""

import sys

from tests.books import coded

from onrecord.store import Book


def main() -> None:
    """Store COUNT reports with their bytes and print each one's number once it is kept."""
    place, count = sys.argv[1], int(sys.argv[2])
    with Book(place) as book:
        print("open", flush=True)  # noqa: T201
        for number in range(count):
            book.add(coded(number), f"page {number}".encode() * 50)
            print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
