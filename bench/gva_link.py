"""Linking on the gun violence set: reports gathered by incident, without the set's own incidents, cities or dates.

    python -m bench.gva_link --data DIR [--split dev] [--codings FILE] [--out FILE]

DIR holds docs.jsonl. A report goes where the account goes that most reports share. Prints pair precision, recall and F1,
the share of wrong merges, and B-cubed; `--out` writes {doc_id, cluster} a line for another scorer.
"""

import argparse
import json
import time
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from bench.gva_reports import Known, read_codings, read_known
from onrecord.link import Linked, link
from onrecord.records import Incident


def main(argv: list[str] | None = None) -> int:
    """Print the scores; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--codings", type=Path, metavar="FILE", help="where codings are kept between runs")
    parser.add_argument("--out", type=Path, metavar="FILE")
    options = parser.parse_args(argv)
    known = read_known(options.data, options.split)
    codings = list(read_codings(known, options.codings))
    began = time.perf_counter()
    found = link(codings)
    print(f"{found.reports} reports linked in {time.perf_counter() - began:.1f} s, {found.compared} pairs compared")
    filed = {report: one.id for report, one in filed_under(found).items()}
    report(known, filed)
    if options.out:
        options.out.write_text("".join(json.dumps({"doc_id": d, "cluster": c}) + "\n" for d, c in sorted(filed.items())))
    return 0


def filed_under(found: Linked) -> dict[str, Incident]:
    """By report, the violent incident of it that most reports tell of; the earliest told of equals."""
    told = {one.id: {ref.report for ref in one.events} for one in found.incidents}
    out: dict[str, Incident] = {}
    for one in sorted(found.incidents, key=lambda one: (-len(told[one.id]), one.date_prec or 9, one.id)):
        if one.type not in ASIDE:
            for name in sorted(told[one.id]):
                out.setdefault(name, one)
    return out


ASIDE = frozenset(
    ("arrest", "detention", "release", "threat", "displacement", "surrender", "deployment", "agreement", "aid", "other")
)


def report(known: Known, filed: Mapping[str, str]) -> None:
    """Print the scores of a filing."""
    names = sorted(known.incident)
    right = {name: known.incident[name] for name in names}
    ours = {name: filed.get(name, name) for name in names}
    gold, made = _pairs(right), _pairs(ours)
    hits = len(gold & made)
    precision, recall = hits / max(1, len(made)), hits / len(gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"pairs    precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  wrong merges {1 - precision:.3f}")
    p, r = _b_cubed(ours, right), _b_cubed(right, ours)
    print(f"B-cubed  precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / (p + r):.3f}")


def _pairs(filing: Mapping[str, str]) -> set[tuple[str, str]]:
    return {pair for group in _groups(filing).values() for pair in combinations(sorted(group), 2)}


def _groups(filing: Mapping[str, str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for name, group in filing.items():
        out.setdefault(group, set()).add(name)
    return out


def _b_cubed(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """Mean share of a report's group in `one` that is in its group in `other`."""
    ours, theirs = _groups(one), _groups(other)
    return sum(len(ours[one[n]] & theirs[other[n]]) / len(ours[one[n]]) for n in one) / len(one)


if __name__ == "__main__":
    raise SystemExit(main())
