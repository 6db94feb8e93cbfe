"""Figures found by an actor's name, in the ledger and on the desk."""

from contextlib import closing
from pathlib import Path

import pytest
from tests.making import raid

from onrecord.project import overview
from onrecord.project.figures import Wanted, book_ledger, is_named
from onrecord.project.summing import Summing
from onrecord.store import Book

NAMES = [
    # (asked for, a name in a report, whether it is meant)
    ("Al Shabaab", "al-Shabaab", True),
    ("al shabab", "Al Shabaab militants", True),
    ("March 23 Movement", "M23", True),
    ("M23", "March 23 Movement", True),
    ("M23", "M23 rebels", True),
    ("Israeli army", "Israel Defense Forces", True),
    ("IDF", "Israeli army", True),
    ("SOHR", "Syrian Observatory for Human Rights", True),
    ("UN", "United Nations", True),
    ("UN", "U.N. peacekeepers", True),
    ("UN", "UN Security Council", False),
    ("UN", "unknown gunmen", False),
    ("IS", "crisis team", False),
    ("governor", "The Governor of Taiz", True),
    ("Córdoba", "mayor of Cordoba", True),
]


@pytest.mark.parametrize(("wanted", "name", "expected"), NAMES)
def test_a_body_is_meant_by_any_of_its_names(wanted: str, name: str, expected: bool) -> None:
    """Its full name, an alias or an acronym, however it is spelled; other words are looked for in the name."""
    assert is_named(wanted, name) is expected


@pytest.mark.parametrize("wanted", ["M23", "March 23 Movement", "m23"])
def test_the_desk_finds_what_the_ledger_finds(tmp_path: Path, wanted: str) -> None:
    """By the name and by the alias, whichever the report has."""
    place = str(tmp_path / "onrecord.db")
    with Book(place) as book:
        book.add(raid("r1", counted="M23 fighters"))
        book.add(raid("r2", "nine", 9, 9, speaker="The March 23 Movement"))
        book.add(raid("r3", "two", 2, 2))
        assert len(book_ledger(place, Wanted(actor=wanted)).lines) == 2
        with closing(Summing(book)) as summing:
            summing.ready()
            assert overview.figures(summing, Wanted(actor=wanted), "ucdp", None).found == 2
