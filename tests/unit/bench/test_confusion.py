"""Confusion tables: figures of two codings paired and counted."""

from collections import Counter

from bench.confusion import pairs, table

from onrecord.pipeline import code
from onrecord.read import read_text


def test_figures_are_paired_by_overlap() -> None:
    """A figure without a partner on either side stands alone."""
    ours = code(read_text("At least six people died and nine were wounded.")).figures
    gold = [{"span": list(ours[0].span), "bound": "exact"}, {"span": [40, 41], "bound": "vague"}]
    found = [(g["bound"] if g else None, f.bound if f else None) for g, f in pairs(gold, ours)]
    assert found == [("exact", "at_least"), ("vague", None), (None, "exact")]


def test_table_keeps_the_values_that_occur() -> None:
    """Rows and columns without a count are left out."""
    assert table(Counter({("exact", "about"): 2, ("exact", "none"): 1}), ("exact", "vague", "about")) == [
        "| | exact | about | none |",
        "|---|---:|---:|---:|",
        "| exact |  | 2 | 1 |",
        "| about |  |  |  |",
        "| none |  |  |  |",
    ]
