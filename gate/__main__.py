"""`python -m gate`: codes the corpora, prints how well, and fails where a measure is below its floor."""

import argparse
import sys
from pathlib import Path
from typing import Any

from gate import floors
from gate.compare import KINDS, SHARES, Count
from gate.corpus import Report, corpus_hash, each, folder_reports, measured, our_reports


def main(argv: list[str] | None = None) -> int:
    """Exit status: 0 when every measure holds its floor, 1 when one does not."""
    options = _parser().parse_args(argv)
    if options.lower and not options.reason:
        print("--lower needs --reason TEXT: say why the measure may fall")
        return 2
    kept = floors.load()
    wrong = 0
    for name, reports in _corpora(options.gold).items():
        wrong += _check(name, reports, kept, options)
    if options.lift or options.lower:
        floors.save(kept)
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gate", description=__doc__)
    parser.add_argument(
        "--gold", type=Path, metavar="DIR", help="another corpus: a folder of NAME.txt, NAME.json, NAME.meta.json"
    )
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is measured now")
    parser.add_argument(
        "--lower", metavar="MEASURE", help="set this floor to what is measured now; CORPUS:MEASURE for one corpus"
    )
    parser.add_argument("--reason", metavar="TEXT", help="why the measure may fall; kept in the file")
    parser.add_argument("--each", action="store_true", help="print every report too")
    return parser


def _corpora(gold: Path | None) -> dict[str, list[Report]]:
    """The reports of each corpus that is at hand."""
    corpora = {"reports": our_reports()}
    if gold and gold.is_dir():
        corpora["gold"] = folder_reports(gold)
    elif gold:
        print(f"gold: skipped, there is no folder {gold}\n")
    return corpora


def _check(name: str, reports: list[Report], kept: dict[str, Any], options: argparse.Namespace) -> int:
    """Measure one corpus, change its floors where asked, print it; the number of failures."""
    if options.each:
        _print_each(reports)
    counts = measured(reports)
    now, sha256 = floors.percentages(counts), corpus_hash(reports)
    corpus, _, measure = (options.lower or "").rpartition(":")
    if measure in now and corpus in ("", name) and name in kept:
        kept[name] = floors.lowered(kept[name], measure, now, options.reason)
    if options.lift:
        kept[name] = floors.raised(kept.get(name, {}), sha256, now)
    wrong = floors.failures(kept.get(name, {}), sha256, now)
    _print_table(name, len(reports), counts, now, kept.get(name, {}).get("floors", {}))
    for line in wrong:
        print(f"FAIL {name}: {line}")
    print()
    return len(wrong)


def _print_table(name: str, size: int, counts: dict[str, Count], now: dict[str, float], kept: dict[str, float]) -> None:
    print(f"{name}: {size} reports")
    print(f"{'record':15s} {'P':>6s} {'R':>6s} {'F1':>6s} {'floor':>6s}  coded by hand  by the program")
    for kind in KINDS:
        count = counts[kind]
        row = f"{kind:15s} {100 * count.precision:6.1f} {100 * count.recall:6.1f} {now[kind]:6.1f} {kept.get(kind, 0):6.1f}"
        print(f"{row}  {count.gold:13d}  {count.given:14d}")
    print(f"{'right among matched records (%)':31s} {'floor':>11s}")
    for kind in SHARES:
        print(f"{kind:15s} {'':13s} {now[kind]:6.1f} {kept.get(kind, 0):6.1f}  of {counts[kind].gold}")


def _print_each(reports: list[Report]) -> None:
    for report, counts in each(reports):
        print(f"{report.name:24s}", " ".join(f"{kind} {100 * counts[kind].f1:.0f}" for kind in KINDS))
    print()


if __name__ == "__main__":
    sys.exit(main())
