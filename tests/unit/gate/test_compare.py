"""The comparer counts as section 4 of the manual says."""

from copy import deepcopy
from typing import Any

import pytest
from gate.compare import Count, compare

TEXT = "Police said at least 12 people, four of them children, were killed in Sirte on Monday. The army shelled Hun."
#       0      7    12          24          36               53          63     69       77        87
WHOLE = {
    "actors": [
        {"id": "a1", "name": "Sirte police", "kind": "state_force"},
        {"id": "a2", "name": "people", "kind": "civilians"},
        {"id": "a3", "name": "army", "kind": "state_force"},
    ],
    "places": [{"id": "p1", "name": "Sirte", "mentions": [[71, 76]], "lat": 31.2, "lon": 16.6, "where_prec": 1}],
    "times": [{"id": "t1", "span": [77, 86], "edtf": "2020-06-01", "date_prec": 1}],
    "statements": [{"id": "s1", "source": "a1", "content": [[12, 86]], "mode": "indirect", "attitude": "asserts", "via": []}],
    "figures": [
        {
            "id": "f1",
            "span": [12, 23],
            "low": 12,
            "high": None,
            "bound": "at_least",
            "measure": "killed",
            "whom": "a2",
            "whom_span": [24, 30],
            "status": "unknown",
            "time": "t1",
            "statement": "s1",
            "part_of": None,
        },
        {
            "id": "f2",
            "span": [32, 36],
            "low": 4,
            "high": 4,
            "bound": "exact",
            "measure": "killed",
            "whom": "a2",
            "whom_span": [45, 53],
            "status": "civilian",
            "time": "t1",
            "statement": "s1",
            "part_of": "f1",
        },
    ],
    "events": [
        {
            "id": "e1",
            "type": "killing",
            "trigger": [60, 66],
            "by": [],
            "to": ["a2"],
            "time": "t1",
            "place": "p1",
            "realis": "actual",
            "statement": "s1",
            "figures": ["f1", "f2"],
        },
        {"id": "e2", "type": "shelling", "trigger": [97, 104], "by": ["a3"], "to": [], "realis": "actual", "figures": []},
    ],
}
FULL = {
    "statement_span": (1, 1, 1),
    "statement": (1, 1, 1),
    "figure": (2, 2, 2),
    "figure_full": (2, 2, 2),
    "part_of": (1, 1, 1),
    "event": (2, 2, 2),
    "event_roles": (2, 2, 2),
    "time": (1, 1, 1),
    "place": (1, 1, 1),
    "mode": (1, 1, 1),
    "attitude": (1, 1, 1),
    "via": (1, 1, 1),
    "status": (2, 2, 2),
    "cumulative": (2, 2, 2),
    "figure_time": (2, 2, 2),
    "realis": (2, 2, 2),
    "event_time": (2, 2, 2),
    "event_place": (2, 2, 2),
}

# (what is changed: kind, number, field, value) and the measures that it changes
CHANGES = [
    (("actors", 0, "name", "the POLICE of Sirte"), {}),
    (("actors", 0, "name", "mayor"), {"statement": (0, 1, 1), "figure_full": (0, 2, 2)}),
    (("actors", 1, "name", "crowd"), {"event_roles": (1, 2, 2)}),
    (("statements", 0, "content", [[12, 53]]), {}),
    (("statements", 0, "content", [[12, 47]]), {"statement_span": (0, 1, 1), "statement": (0, 1, 1)} | dict.fromkeys(("mode", "attitude", "via"), (0, 0, 0))),
    (("statements", 0, "mode", "direct"), {"mode": (0, 1, 1)}),
    (("statements", 0, "attitude", "denies"), {"attitude": (0, 1, 1)}),
    (("statements", 0, "via", ["s9"]), {"via": (0, 1, 1)}),
    (("statements", 0, "source", None), {"statement": (0, 1, 1), "figure_full": (0, 2, 2)}),
    (("figures", 0, "span", [21, 23]), {}),
    (("figures", 0, "low", 12.0000001), {}),
    (("figures", 0, "low", 13), {"figure": (1, 2, 2), "figure_full": (1, 2, 2)} | dict.fromkeys(("status", "cumulative", "figure_time"), (1, 1, 1))),
    (("figures", 0, "bound", "more_than"), {"figure": (1, 2, 2), "figure_full": (1, 2, 2)} | dict.fromkeys(("status", "cumulative", "figure_time"), (1, 1, 1))),
    (("figures", 0, "measure", "wounded"), {"figure_full": (1, 2, 2)}),
    (("figures", 0, "whom", None), {}),
    (("figures", 0, "whom_span", None), {}),
    (("figures", 0, "statement", None), {"figure_full": (1, 2, 2)}),
    (("figures", 0, "cumulative", True), {"cumulative": (1, 2, 2)}),
    (("figures", 1, "status", "combatant"), {"status": (1, 2, 2)}),
    (("figures", 1, "time", None), {"figure_time": (1, 2, 2)}),
    (("figures", 1, "part_of", None), {"part_of": (0, 1, 0)}),
    (("events", 0, "trigger", [0, 6]), {}),
    (("events", 0, "trigger", [91, 95]), {"event": (1, 2, 2), "event_roles": (1, 2, 2)} | dict.fromkeys(("realis", "event_time", "event_place"), (1, 1, 1))),
    (("events", 0, "type", "attack"), {"event": (1, 2, 2), "event_roles": (1, 2, 2)} | dict.fromkeys(("realis", "event_time", "event_place"), (1, 1, 1))),
    (("events", 0, "realis", "denied"), {"realis": (1, 2, 2)}),
    (("events", 0, "place", None), {"event_place": (1, 2, 2)}),
    (("events", 1, "time", "t1"), {"event_time": (1, 2, 2)}),
    (("events", 1, "by", []), {"event_roles": (1, 2, 1)}),
    (("events", 1, "to", ["a3"]), {"event_roles": (2, 2, 3)}),
    (("times", 0, "edtf", None), {"time": (0, 1, 1), "figure_time": (0, 2, 2), "event_time": (1, 2, 2)}),
    (("times", 0, "span", [80, 86]), {}),
    (("places", 0, "lat", 31.4), {}),
    (("places", 0, "lat", 31.5), {"place": (0, 1, 1)}),
    (("places", 0, "lat", None), {"place": (0, 1, 0)}),
    (("places", 0, "mentions", [[0, 6]]), {"place": (0, 1, 1)}),
]  # fmt: skip


def changed(kind: str, number: int, field: str, value: Any) -> dict[str, Any]:
    """The coding with one field of one record changed."""
    coding: dict[str, Any] = deepcopy(WHOLE)
    coding[kind][number][field] = value
    return coding


def test_a_coding_agrees_with_itself() -> None:
    """Every record of a coding matches itself, in every measure."""
    assert compare(WHOLE, WHOLE, TEXT) == FULL


@pytest.mark.parametrize(("change", "fall"), CHANGES)
def test_a_difference_shows_in_its_own_measures_only(change: tuple[str, int, str, Any], fall: dict[str, Any]) -> None:
    """Each way of differing counts in the measures the manual names for it, and in no other."""
    assert compare(WHOLE, changed(*change), TEXT) == FULL | fall


def test_nothing_coded_finds_nothing() -> None:
    """An empty coding has all there is to find, and nothing right or given."""
    counts = compare(WHOLE, {}, TEXT)
    assert all(count.right == count.given == 0 for count in counts.values())
    assert counts["figure"].gold == 2


def test_wide_places_match_by_name() -> None:
    """From where_prec 4 on the name decides: two points for one province are one place."""
    province = changed("places", 0, "where_prec", 4)
    assert compare(province, changed("places", 0, "lat", 33.0), TEXT)["place"] == (1, 1, 1)


def test_no_record_matches_twice() -> None:
    """A statement given twice is right once."""
    twice: dict[str, Any] = deepcopy(WHOLE)
    twice["statements"].append({**twice["statements"][0], "id": "s2"})
    assert compare(WHOLE, twice, TEXT)["statement"] == (1, 1, 2)


def test_precision_recall_and_f1() -> None:
    """Six right of eight given and twelve to find; nothing given has no precision and no F1."""
    count = Count(4, 8, 5).plus(Count(2, 4, 3))
    assert (count.precision, count.recall, count.f1) == (0.75, 0.5, 0.6)
    assert Count(0, 3, 0).f1 == 0.0
