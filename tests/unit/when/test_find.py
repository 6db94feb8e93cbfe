"""Times are found in a text of any case, at the places they have in it."""

import re

import pytest

from onrecord.when.find import cores
from onrecord.when.grammar import patterns


def test_the_shapes_are_written_in_small_letters() -> None:
    """A capital in one would never be found."""
    plain = {rule: re.sub(r"\(\?P|\\[A-Z]", "", shape.pattern) for rule, shape in patterns()}
    assert [rule for rule, shape in plain.items() if shape != shape.lower()] == []


@pytest.mark.parametrize("text", ["In İzmir on 3 MAY 2016", "in ızmir on 3 may 2016", "IN IZMIR ON 3 May 2016"])
def test_parts_are_those_of_the_text(text: str) -> None:
    """A letter that would become two in small letters moves nothing."""
    (core,) = cores(text)
    assert text[slice(*core.span)].casefold() == "3 may 2016"
    assert core.parts == {"day": "3", "month": text.split()[4], "year": "2016"}
