"""Relevance: every row of its tables is at work in its example, and what is irrelevant needs no reader to see it."""

import pytest

from onrecord.lexicon import rows
from onrecord.records import Document, Triage
from onrecord.triage import relevance
from onrecord.triage.words import forms, found_words

TITLE = "Title: "
MARKET = (
    "The company said on Tuesday that it will open forty shops next year. Sales rose by six percent in the third quarter, and"
    " the board expects them to rise further as new lines come to the shops. Shares gained two dollars. The chief executive,"
    " who joined the company in May, told investors that the plan for the spring is nearly ready."
)
MUSEUM = (
    "The town opened its museum of weaving on Sunday. Looms from three centuries stand in the old mill, and pupils may try them."
    " The mayor cut the ribbon, and the choir sang. The curator spoke of a century of trade with the ports, of dyes and of wool,"
    " and of the families who had worked here. One room tells of the civil war, when rebels burned the first mill down; the"
    " anniversary is kept every year with a walk along the river."
)


def said(words: str, title: str | None = None, language: str = "en") -> Triage:
    """What triage says of a text."""
    return relevance(Document("r", words, title=title, language=language))


@pytest.mark.parametrize("row", rows("triage_words"), ids=lambda row: f"{row['class']}-{row['word']}")
def test_a_word_is_found_in_its_example(row: dict[str, str]) -> None:
    """The example of a word holds it, under its class."""
    found = {(one.word, one.kind) for one in found_words(row["example"])}
    assert any((form, row["class"]) in found for form in forms(row["word"]))


@pytest.mark.parametrize("row", rows("triage_rules"), ids=lambda row: row["rule"])
def test_a_rule_fires_on_its_example(row: dict[str, str]) -> None:
    """The example of a rule is one that it speaks for, with its weight."""
    titled = row["example"].startswith(TITLE)
    made = said("Nothing else.", row["example"][len(TITLE) :]) if titled else said(row["example"])
    weights = {reason.name: reason.weight for reason in made.reasons}
    assert weights[f"triage.{row['rule']}"] >= float(row["weight"])


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Gunmen killed two guards.", "relevant"),
        ("Police arrested four members of the outfit with two pistols.", "relevant"),
        ("A body was found in the forest.", "relevant"),  # little is said: never left out
        (MARKET, "irrelevant"),
        ("The choir sang.", "irrelevant"),
    ],
)
def test_relevance(words: str, wanted: str) -> None:
    """Short or long, a report of violence is kept; one that tells of none is not."""
    assert said(words).relevance == wanted


def test_another_language_is_never_left_out() -> None:
    """What cannot be judged is relevant, and says why."""
    made = said("Der Chor sang.", language="de")
    assert (made.relevance, made.reasons[0].name) == ("relevant", "triage.language")


def test_background_only() -> None:
    """Violence that is told late and as something long past is the background; told first, it is not."""
    assert said(MUSEUM).background
    assert not said(f"Rebels attacked the mill and killed two guards. {MUSEUM}").background


def test_longer_reports_need_more() -> None:
    """One word of violence among very many says little."""
    assert said(f"The firm was hit by a strike. {MARKET * 12}").needed > said(MARKET).needed


@pytest.mark.parametrize(
    "sentence", ["Soldiers massacred forty villagers at dawn.", "Gunmen shot dead four pupils near the ford."]
)
@pytest.mark.parametrize("before", [0, 150, 299])
def test_one_passage_speaks_for_a_long_report(sentence: str, before: int) -> None:
    """However long the rest, and wherever the sentence stands; the rest alone, or single words far apart, do not pass."""
    long = [MARKET] * 300
    assert said(" ".join(long)).relevance == "irrelevant"
    told = said(" ".join([*long[:before], sentence, *long[before:]]))
    assert told.relevance == "relevant"
    apart = said(" ".join([*long[:100], "A soldier spoke.", *long[:100], "It was killed off.", *long[:100]]))
    assert apart.relevance == "irrelevant"
