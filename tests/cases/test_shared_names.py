"""Names that bodies of several countries bear: whose it is comes from the report, and stays open where that does not tell."""

import pytest

from onrecord.actors.identify import identify
from onrecord.actors.names import fold
from onrecord.lexicon import rows
from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Actor


def named(text: str, words: str) -> list[Actor]:
    """The actors of a text whose name ends in some words, in order."""
    found = [a for a in code(read_text(text)).actors if a.name.endswith(words)]
    return sorted(found, key=lambda a: a.mentions[0])


@pytest.mark.parametrize("row", rows("shared_names"), ids=lambda row: row["name"])
def test_row(row: dict[str, str]) -> None:
    """A name of the table alone is of no country; in a report it is of the report's."""
    assert identify(row["name"].title()).country is None
    told = [a for a in code(read_text(row["example"])).actors if fold(a.name) == row["name"]]
    assert [a.country for a in told] == ["PE"] * len(told)


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("KABUL, 6 May 2017 (Wire) — The Interior Ministry said two rebels were killed in Herat.", "Interior Ministry", ["AF"]),
        ("The Federal Police shot two men in Tijuana, Mexico.", "Federal Police", ["MX"]),
        ("The Federal Police retook a street in Mosul.", "Federal Police", ["IQ"]),
        ("In Sudan, the Interior Ministry said ten died. In Chad, the Interior Ministry said two died.", "Interior Ministry", ["SD", "TD"]),
        ("The Venezuelan National Guard fired on the post. The National Guard left.", "National Guard", ["VE"]),
        ("Chad's army met Sudan's army. Chad's Ministry of Defence gave a toll.", "Ministry of Defence", ["TD"]),
        ("The Senate agreed to send tanks to Georgia.", "Senate", [None]),
        ("The Foreign Ministry said two of its envoys were killed in Chad.", "Foreign Ministry", [None]),
        ("The Peruvian police fired on a crowd. The Navy said two died.", "Navy", ["PE"]),
        ("LIMA, Peru — The Senate voted to send two ships to Chile.", "Senate", ["PE"]),
        ("The Federal Police shot two men.", "Federal Police", [None]),
        ("The Iraqi army fired on the post.", "Federal Police", []),
    ],
)  # fmt: skip
def test_country(text: str, words: str, countries: list[str | None]) -> None:
    """The country stated with a name, else the only one of its sentence, else that of the report; never that of a listed one."""
    assert [a.country for a in named(text, words)] == countries


def test_rivals() -> None:
    """Where a report speaks of several countries, all are kept, and the name is nobody's it has named before."""
    text = "Ukraine's National Guard fired on the post. The Venezuelan National Guard was silent. The National Guard left."
    assert [(a.country, a.rivals) for a in named(text, "National Guard")] == [("UA", ()), ("VE", ()), (None, ("UA", "VE"))]


def test_named_with_its_country() -> None:
    """A name that says whose it is needs no report."""
    assert identify("Ukraine's National Guard").country == "UA"
