"""The attribute ruler that remembers finds what spaCy's own finds."""

from pathlib import Path

import pytest
from spacy.pipeline import AttributeRuler

from onrecord.parse import model

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.txt"))
ODD = (
    "There are 12 dead, and there's a fire; it got worse than it gets.",
    "He said that that was it: they  had\n\n\nhad enough, if only they'd asked whether to go.",
    "",
)


@pytest.mark.parametrize("text", [*(path.read_text("utf-8") for path in EXAMPLES), *ODD])
def test_same_matches_first_time_and_remembered(text: str) -> None:
    """Whether a kind of token is new or known, the matches are those of spaCy, in the same order."""
    ruler = model().get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    doc = model()(text)
    expected = AttributeRuler.match(ruler, doc)
    assert ruler.match(doc) == expected
    assert ruler.match(doc) == expected
    assert expected or not text
