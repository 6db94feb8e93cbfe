"""The rows of the brief say what the records say."""

import pytest

from onrecord.export.brief import Brief, brief, numbers, shortened
from onrecord.records import Actor, Coding, Event, Figure, Place, Report, Statement, Time

TEXT = "Residents told the governor that at least 12 people died in Hun in May. The governor repeated it. Some fled."
#       0                                33       42        52    59  64   71 73


def figure(low: float | None, high: float | None, bound: str = "exact", measure: str = "killed", **more: object) -> Figure:
    """A figure with what the test is about."""
    fields = {"time": None, "place": None, "statement": None, "part_of": None, "cumulative": False, "event": None, **more}
    return Figure("f1", (33, 44), low, high, bound, measure, None, (45, 51), "unknown", rule="test", **fields)  # type: ignore[arg-type]


@pytest.fixture
def chained() -> Brief:
    """The brief of a report in which the governor passes on what residents say."""
    coding = Coding(
        report=Report("r1", None, None, None, None, None, "en", TEXT, ()),
        actors=(
            Actor("a1", "residents", "civilians", ((0, 9),), "test"),
            Actor("a2", "the governor", "person", ((15, 27),), "test"),
        ),
        places=(
            Place("p1", "Hun", ((60, 63),), 29.1, 15.9, 1, "test", "LY"),
            Place("p2", "Zork", ((60, 63),), None, None, 2, "test"),
        ),
        times=(Time("t1", (67, 70), "XXXX-05", 4, "test"), Time("t2", (0, 9), None, 5, "test")),
        statements=(
            Statement("s1", "a1", (0, 9), (10, 14), ((33, 70),), "indirect", "asserts", None, "the governor", None, (), "test"),
            Statement("s2", "a2", (72, 84), (85, 93), ((0, 70),), "indirect", "asserts", None, None, None, ("s1",), "test"),
            Statement(
                "s3", None, None, (98, 102), ((98, 107),), "indirect", "asserts", None, None, None, (), "test", ("a1", "a2")
            ),
        ),
        figures=(figure(12, None, "at_least", time="t1", place="p1", statement="s1", event="e1"),),
        events=(
            Event("e2", "displacement", (103, 107), (), (), None, None, "actual", None, (), None, "test"),
            Event("e1", "killing", (52, 56), (), ("a1",), "t1", "p1", "actual", "s1", ("f1",), None, "test"),
        ),
    )
    return brief(coding)


def test_chain_of_speakers_is_named(chained: Brief) -> None:
    """Who says so is the innermost speaker and whoever passes it on."""
    assert chained.figures[0].who_says == "residents, via the governor"


def test_figure_row(chained: Brief) -> None:
    """Words, numbers, precision of day and place stand in a figure's row."""
    (row,) = chained.figures
    assert (row.words, row.numbers, row.whom) == ("at least 12", "12–…", "people")
    assert (row.when, row.where, row.sentence) == ("XXXX-05 (month)", "Hun (exact place)", 1)


def test_undated_events_come_last(chained: Brief) -> None:
    """Events stand in order of time, those without one at the end; what no statement holds the report says itself."""
    assert [(row.type, row.who_says) for row in chained.events] == [
        ("killing", "residents, via the governor"),
        ("displacement", "the report"),
    ]


def test_what_is_left_open_is_told_why(chained: Brief) -> None:
    """A year not given, a time nothing dates, a place not found and an unclear speaker are listed with the reason."""
    assert {(row.words, row.why) for row in chained.left_open} == {
        ("May", "the year is not given"),
        ("Residents", "nothing dates it"),
        ("Hun", "not in the gazetteer"),
        ("Some", "the speaker may be residents, the governor"),
    }


def test_no_day_is_said(chained: Brief) -> None:
    """A report without a day says that years are unknown."""
    assert chained.date == "no date: years unknown"


@pytest.mark.parametrize(
    ("fig", "shown"),
    [
        (figure(12, 12), "12"),
        (figure(3300, None, "at_least"), "3,300–…"),
        (figure(None, 2500, "at_most"), "…–2,500"),
        (figure(50, 60, "between"), "50–60"),
        (figure(None, None, "vague"), "no number"),
        (figure(0.8, 0.8, measure="territory_share"), "0.8"),
        (figure(0, 0), "0"),
    ],
)
def test_numbers(fig: Figure, shown: str) -> None:
    """An open end stays open and a share stays a fraction."""
    assert numbers(fig) == shown


def test_long_words_are_cut_at_a_space() -> None:
    """A quotation too long for a row ends in an ellipsis."""
    assert shortened("one two three", 8) == "one two …"
    assert shortened("one two three", 13) == "one two three"
