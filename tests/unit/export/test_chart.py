"""Tolls over time as a chart."""

from xml.etree import ElementTree

from tests.making import raid

from onrecord.export.chart import OTHERS, lines, points, series, svg
from onrecord.ledger import Account


def test_the_chart_is_one_safe_svg() -> None:
    """Names are escaped, nothing is loaded, every figure has its title."""
    codings = [raid(speaker="<script>alert(1)</script> & co"), raid("r2", "at least nine", 9, None, "at_least", day="2017-05-01")]
    drawn = svg(points(Account(codings).entries), "Killed <over> time")
    tree = ElementTree.fromstring(drawn)
    titles = [t.text for t in tree.iter("{http://www.w3.org/2000/svg}title")]
    assert titles[0] == "Killed <over> time"
    assert "2017-05-09 <script>alert(1)</script> & co: six soldiers" in titles
    assert "<script" not in drawn
    assert "href" not in drawn


def test_open_ends_are_shown() -> None:
    """`>` is an open high, `<` an open low; a range has both ends."""
    given = (("at least six", 6, None, "at_least"), ("at most nine", None, 9, "at_most"), ("4 to 8", 4, 8, "between"))
    codings = [raid(f"r{n}", *figure, day=f"2017-05-0{n + 1}") for n, figure in enumerate(given)]
    least, most, between = lines(points(Account(codings).entries), 40)
    assert "●──>" in least
    assert "<──●" in most
    assert "├" in between
    assert "┤" in between


def test_few_speakers_have_a_colour() -> None:
    """The ninth speaker and those after are one series."""
    found = points(Account([raid(f"r{n}", speaker=f"Speaker {n}") for n in range(12)]).entries)
    assert len(series(found)) == 8
    assert series(found)[-1] == OTHERS
    assert "others" in svg(found, "x")


def test_an_empty_chart_is_still_a_chart() -> None:
    """No figure, no failure."""
    assert svg([], "nothing").endswith("</svg>\n")
    assert lines([]) == []
