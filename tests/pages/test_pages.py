"""Forty pages of invented news, as twelve kinds of site build them: each measure has a floor."""

import pytest
from tests.pages.measures import measures
from tests.pages.pages import pages

FLOORS = {"body F1": 0.98, "roles": 0.97, "title": 1.0, "byline": 0.95, "date": 1.0}
MOST_LEFT_ON = 0.05  # pages with a line of furniture in their body


@pytest.fixture(scope="module")
def found() -> dict[str, float]:
    """The measures of all forty."""
    return measures(pages())


def test_there_are_forty_pages_of_twelve_kinds() -> None:
    """Every page has a story of its own and blocks with roles."""
    every = list(pages())
    assert len(every) == 40 and len({page.title for page in every}) == 40
    assert len({page.name.split("-")[0] for page in every}) == 12
    assert all(len(page.blocks) >= 8 for page in every)


@pytest.mark.parametrize("measure", FLOORS)
def test_pages_are_read_well(found: dict[str, float], measure: str) -> None:
    """Body, roles, title, writer and day stay at or above what they reached."""
    assert found[measure] >= FLOORS[measure]


def test_little_furniture_is_left_on(found: dict[str, float]) -> None:
    """On hardly any page a line of furniture is left in the body."""
    assert found["left on"] <= MOST_LEFT_ON
