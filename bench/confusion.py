"""Confusion tables of figures: what the coders wrote against what the program reads, by bound and by measure.

    python -m bench.confusion [--data DIR]

DIR is a folder of NAME.txt, NAME.json and NAME.meta.json coded by hand after the manual; without it our own reports are read.
A figure is paired with the one of the other coding that shares most of its span; "none" is a figure without a partner.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gate.corpus import document, folder_reports, our_reports

from onrecord.pipeline import code
from onrecord.records import Figure, overlap

BOUNDS = ("exact", "at_least", "more_than", "at_most", "fewer_than", "about", "between", "vague")
MEASURES = (
    "killed", "wounded", "casualties", "missing", "captured", "freed", "displaced", "recruited", "strength", "destroyed",
    "attacks", "territory", "territory_share", "other",
)  # fmt: skip
NONE = "none"
Pair = tuple[dict[str, Any] | None, Figure | None]


def main(argv: list[str] | None = None) -> int:
    """Print both tables; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, metavar="DIR", help="a folder of reports coded by hand; our own without it")
    folder = parser.parse_args(argv).data
    reports = folder_reports(folder) if folder else our_reports()
    found = [pair for report in reports for pair in pairs(report.gold["figures"], code(document(report)).figures)]
    for field, values in (("bound", BOUNDS), ("measure", MEASURES)):
        counted = Counter((gold[field] if gold else NONE, getattr(ours, field) if ours else NONE) for gold, ours in found)
        print("\n".join([f"{field}: coded by hand (rows), by the program (columns)", *table(counted, values), ""]))
    return 0


def pairs(gold: Sequence[dict[str, Any]], ours: Sequence[Figure]) -> list[Pair]:
    """Figures of both codings paired one to one, largest overlap first; those without a partner alone."""
    shared = [
        (overlap((g["span"][0], g["span"][1]), f.span), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(ours)
        if f.span[0] < g["span"][1] and g["span"][0] < f.span[1]
    ]
    partner: dict[int, int] = {}
    for _, i, j in sorted(shared, key=lambda row: (-row[0], row[1], row[2])):
        if i not in partner and j not in partner.values():
            partner[i] = j
    both: list[Pair] = [(gold[i], ours[j]) for i, j in partner.items()]
    missed: list[Pair] = [(g, None) for i, g in enumerate(gold) if i not in partner]
    return both + missed + [(None, f) for j, f in enumerate(ours) if j not in partner.values()]


def table(counted: Counter[tuple[str, str]], values: Sequence[str]) -> list[str]:
    """A Markdown table of counts, rows and columns that have any."""
    kept = [v for v in (*values, NONE) if any(v in pair for pair in counted)]
    lines = ["| | " + " | ".join(kept) + " |", "|---|" + "---:|" * len(kept)]
    return lines + [f"| {row} | " + " | ".join(str(counted[row, col] or "") for col in kept) + " |" for row in kept]


if __name__ == "__main__":
    raise SystemExit(main())
