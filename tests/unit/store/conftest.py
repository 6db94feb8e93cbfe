"""Every test that asks for `place` or `book` runs on SQLite and, where a server is named, on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.books import DATABASES, empty_place

from onrecord.store import Book


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a book can be made."""
    with empty_place(request.param, tmp_path) as where:
        yield where


@pytest.fixture
def book(place: str) -> Iterator[Book]:
    """An empty open book."""
    with Book(place) as opened:
        yield opened
