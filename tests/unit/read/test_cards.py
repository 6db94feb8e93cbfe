"""What leads to other reports on a page, and what only looks so."""

import pytest

from onrecord.read import read_html

RAID = "Two people were killed in a raid on a market in Testville on Monday, officials said in a statement."
ARMY = "The army said on Tuesday that two companies had been sent to the town to find those behind the raid."
CALM = "The mayor asked all who live near the old market to stay at home until the soldiers had left the town."
BODY = f"<p>{RAID}</p><p>{ARMY}</p><p>{CALM}</p>"
LONG = BODY + "".join(f"<p>On day {n} of the raid, {ARMY[4:]} {CALM}</p>" for n in range(1, 4))
TEASERS = (
    "A bridge that was shut for two years is open again.",
    "The harvest is the best in ten years, farmers said.",
    "The old school has a new roof and a new head.",
)
LINK = "<a href='/news/{}'>What the town did next this year</a>"


def kinds(markup: str) -> dict[str, str]:
    """The words of each piece of furniture in a page with this article, and its kind."""
    doc = read_html(f"<html><body><article><h1>Raid kills two in Testville</h1>{markup}</article></body></html>")
    return {doc.text[slice(*piece.span)]: piece.kind for piece in doc.furniture}


def body(markup: str) -> list[str]:
    """The paragraphs of the page that are no furniture."""
    doc = read_html(f"<html><body><article><h1>Raid kills two in Testville</h1>{markup}</article></body></html>")
    hidden = {doc.text[slice(*piece.span)] for piece in doc.furniture}
    return [words for words in doc.text.split("\n\n") if words not in hidden]


@pytest.mark.parametrize("heading", ["<h3>Related articles</h3>", "<h3 class='related-title'>Zum Weiterlesen</h3>"])
def test_cards_under_a_heading_of_links(heading: str) -> None:
    """Cards that follow a heading of links are links with all that is in them, whatever their length."""
    cards = "".join(f"<div class='card'><h4>{LINK.format(n)}</h4><p>{words}</p></div>" for n, words in enumerate(TEASERS))
    assert body(f"{BODY}<div>{heading}{cards}</div>") == [RAID, ARMY, CALM]


def test_paragraphs_after_a_heading_of_links() -> None:
    """The report that goes on after a box of links is no card, also where its paragraphs are built like one."""
    paragraphs = "".join(f"<div>{words}</div>" for words in (ARMY, CALM))
    assert body(f"<p>{RAID}</p><h3>Related articles</h3><ul><li>{LINK.format(1)}</li></ul>{paragraphs}") == [RAID, ARMY, CALM]


def test_summaries_beside_their_links() -> None:
    """Summaries that stand in one block with their linked headlines are links."""
    rows = "".join(f"<div class='row'>{LINK.format(n)} <img src='dot.gif'> {words}</div>" for n, words in enumerate(TEASERS))
    assert len(body(f"{LONG}<div>{rows}</div>")) == 6 == len(body(LONG))


def test_paragraphs_that_open_with_a_link() -> None:
    """A paragraph whose first words are a link stays in the report."""
    rows = "".join(f"<p>{LINK.format(n)}, and {words[0].lower()}{words[1:]}</p>" for n, words in enumerate(TEASERS))
    assert len(body(BODY + rows)) == 6


def test_a_heading_that_is_a_link() -> None:
    """A heading between paragraphs that leads to another report is a link, not a heading of this one."""
    found = kinds(f"<p>{RAID}</p><h3>Related post: Two held after raid</h3><p>{ARMY}</p><p>{CALM}</p>")
    assert found["Related post: Two held after raid"] == "link"


def test_a_standfirst_by_its_name() -> None:
    """A heading named a standfirst is one before a single paragraph; without the name a stub keeps it."""
    first = "Ten were hurt when the market burned. It was the third raid in a week."
    assert first in kinds(f"<h2 class='sub-head'>{first}</h2><p>{RAID}</p>")
    assert first in body(f"<h2>{first}</h2><p>{RAID}</p>")
