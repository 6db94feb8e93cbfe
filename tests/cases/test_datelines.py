"""Datelines: their words, the day they give, and who issued the report."""

import pytest

from onrecord.lexicon import rows
from onrecord.read import read_text
from onrecord.records import Document

BODY = "Ten people were killed in a raid on the old bridge on Monday, officials said. The army left the town."
DATED = "2017-02-06"


def kinds(doc: Document) -> list[tuple[str, str]]:
    """The words and kind of each piece of furniture."""
    return [(doc.text[slice(*f.span)], f.kind) for f in doc.furniture]


@pytest.mark.parametrize(
    ("dateline", "published", "outlet"),
    [
        ("MOSUL, Iraq, Feb. 6 (Wire) —", None, "Wire"),
        ("MOSUL, Iraq, Feb. 6, 2017 (Wire) —", DATED, "Wire"),
        ("BEIRUT, 6 February 2017 (Wire) –", DATED, "Wire"),
        ("SANAA, Monday, Feb. 6, 2017 —", DATED, None),
        ("SANAA, Feb. 6, 2017 /Newswire/ --", DATED, "Newswire"),
        ("Baghdad, Feb 6 (Wire)", None, "Wire"),
        ("Mosul (CityNews.com)", None, "CityNews.com"),
        ("BOGOTÁ, 6 de febrero de 2017 (Agencia) -", DATED, "Agencia"),
        ("BOGOTA, 6 feb (Agencia) -", None, "Agencia"),
        ("PARIS, 6 février 2017 (Agence) -", DATED, "Agence"),
        ("BERLIN, 6. Februar 2017 (Agentur) -", DATED, "Agentur"),
        ("KABUL, 06.02.2017 (Wire) -", DATED, "Wire"),
        ("MOSUL, 2017-02-06 (Wire) —", DATED, "Wire"),
        ("MOSUL, 25/2/2017 (Wire) —", "2017-02-25", "Wire"),
        ("MOSUL, 6/2/2017 (Wire) —", None, "Wire"),
        ("[Mosul, 6 Feb 2017]", DATED, None),
        ("February 6, 2017, Mosul —", DATED, None),
    ],
)
def test_dateline(dateline: str, published: str | None, outlet: str | None) -> None:
    """A dateline is furniture and gives the day and the agency; a day that could be two, or has no year, is not taken."""
    doc = read_text(f"{dateline} {BODY}")
    assert kinds(doc)[0] == (dateline, "dateline")
    assert (doc.published, doc.outlet) == (published, outlet)


@pytest.mark.parametrize(
    ("head", "published", "rule"),
    [
        ("06.02.2017", DATED, "dateline"),
        ("R 061530Z FEB 17\nFM EMBASSY KABUL", DATED, "message"),
        ("061530Z FEB 91", "1991-02-06", "message"),
        ("YEMEN: Flash Update (1-6 February 2017)", DATED, "title"),
        ("Weekly Situation Report, 28 January to 6 February 2017", DATED, "title"),
        ("Ten killed in the raid of 6 February 2017", None, None),
        ("061530 men of the north", None, None),
    ],
)
def test_day_at_the_head(head: str, published: str | None, rule: str | None) -> None:
    """A line that is a day, a message's date-time group and the period in a title date the report, by a rule of its own."""
    doc = read_text(f"{head}\n\n{BODY}")
    assert (doc.published, doc.published_rule) == (published, rule)


@pytest.mark.parametrize("start", ["On 6 February 2017 - the day of the raid - ten fell.", "6 February 2017 – two posts fell."])
def test_no_dateline(start: str) -> None:
    """A date at the head of a sentence or of an entry in a list of days is no dateline."""
    assert "dateline" not in [kind for _, kind in kinds(read_text(f"{start} {BODY}"))]


@pytest.mark.parametrize("row", rows("foreign_months"), ids=lambda row: f"{row['language']}-{row['word']}")
def test_foreign_month(row: dict[str, str]) -> None:
    """Every month of the table dates its example."""
    assert read_text(f"{row['example']} {BODY}").published == f"2016-{int(row['number']):02}-03"
