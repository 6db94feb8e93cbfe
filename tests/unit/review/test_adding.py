"""Records added from words, split and merged: what `reviewed` makes of the moves."""

import json

import pytest

from onrecord.errors import UsageError
from onrecord.records import Actor, Coding, Decision, Figure, Ref, Report, quote
from onrecord.review import by_id, reviewed, unmatched
from onrecord.review.adding import Move, merged, selected, split
from onrecord.review.edtf import edtf_flaw
from onrecord.review.kinds import spans

TEXT = "Rebels killed 12 soldiers and 3 civilians in Gao. The insurgents denied it."


def at(words: str) -> tuple[int, int]:
    """Where words stand in the text."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def figure(name: str, words: str, whom: str | None) -> Figure:
    """A figure of the text."""
    return Figure(
        name, at(words), 12, 12, "exact", "killed", whom, None, "unknown", None, None, None, None, False, None, "test", (), None
    )


CODING = Coding(
    Report("r1", None, None, None, None, "2024-03-06", "en", TEXT, ()),
    actors=(
        Actor("a-1", "Rebels", "armed_group", (at("Rebels"),), "test"),
        Actor("a-2", "insurgents", "armed_group", (at("The insurgents"),), "test"),
    ),
    figures=(figure("f-1", "12 soldiers and 3 civilians", "a-2"),),
)


def after(moves: list[Move]) -> Coding:
    """The coding after the moves, as a desk decides them in one step."""
    made = (
        Decision(
            f"d{n}",
            m.verdict,
            (Ref("r1", m.record),),
            "ann",
            "2026-01-02",
            m.reason,
            json.dumps({**(m.change or {}), "step": "s"}),
        )
        for n, m in enumerate(moves)
    )
    return reviewed(CODING, made)


@pytest.mark.parametrize("kind", ["figure", "event", "statement", "time", "place", "actor"])
def test_words_become_a_record(kind: str) -> None:
    """A selection becomes a record of the kind at those words, blanks around it left out."""
    start, end = at("3 civilians")
    move = selected(CODING, kind, (start - 1, end + 1))
    new = by_id(after([move]))[move.record]
    assert type(new).__name__.casefold() == kind
    assert new.rule == "review.add"
    assert spans(new) == ((start, end),)


def test_a_number_in_the_words_is_the_figures() -> None:
    """Digits are taken as they stand; the rest is for the analyst."""
    new = after([selected(CODING, "figure", at("3 civilians"))]).figures[-1]
    assert (new.low, new.high, quote(TEXT, new.span)) == (3, 3, "3 civilians")


def test_a_split_leaves_both_halves() -> None:
    """The selection is a second record, the first keeps the words before it."""
    now = after(split(CODING, "f-1", at(" and 3 civilians")))
    assert [quote(TEXT, f.span).strip() for f in now.figures] == ["12 soldiers", "and 3 civilians"]
    assert now.figures[1].whom == "a-2"


def test_a_merge_leaves_one_that_all_name() -> None:
    """The kept actor has the mentions of both, and the figure that named the other names it."""
    now = after(merged(CODING, "a-1", ["a-2"]))
    assert [a.id for a in now.actors] == ["a-1"]
    assert len(now.actors[0].mentions) == 2
    assert now.figures[0].whom == "a-1"


def test_an_added_record_may_be_edited_and_rejected() -> None:
    """What was added is a record like any other, and is not taken for one that the coding lost."""
    move = selected(CODING, "figure", at("3 civilians"))
    edited = after([move, Move("edit", move.record, None, {"measure": "wounded"})])
    assert edited.figures[-1].measure == "wounded"
    assert len(after([move, Move("reject", move.record, "not one")]).figures) == 1
    made = Decision("d1", "add", (Ref("r1", move.record),), "ann", "2026-01-02", None, json.dumps(move.change))
    assert unmatched(CODING, [made]) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: selected(CODING, "figure", (5, 5)),
        lambda: selected(CODING, "figure", (0, 10_000)),
        lambda: selected(CODING, "nonsense", at("3 civilians")),
        lambda: split(CODING, "f-1", at("12 soldiers and 3 civilians")),
        lambda: split(CODING, "f-9", at("3 civilians")),
        lambda: merged(CODING, "a-1", ["f-1"]),
        lambda: merged(CODING, "a-1", ["a-1"]),
    ],
)
def test_what_cannot_be_is_refused(wrong: object) -> None:
    """No words, no such kind, nothing left, no such record, two kinds."""
    with pytest.raises(UsageError):
        wrong()  # type: ignore[operator]


@pytest.mark.parametrize(
    "value", ["2017", "2017-01", "2017-01-24", "2017-21", "XXXX-03-01", "201X", "2016-10/..", "../2016", "2016~", "2020-02-29"]
)
def test_edtf_values(value: str) -> None:
    """Days, months, seasons, years, unknown digits and intervals."""
    assert edtf_flaw(value) == ""


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "2017-13",
        "2017-02-30",
        "2019-02-29",
        "2017-1-2",
        "../..",
        "2017/2018/2019",
        "2018-01/2017-01",
        "24.1.2017",
    ],
)
def test_no_edtf_values(value: str) -> None:
    """Days the calendar lacks, other spellings, intervals that end before they begin."""
    assert edtf_flaw(value) != ""
