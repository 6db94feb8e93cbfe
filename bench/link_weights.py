"""Fit the weights of linking to pairs of reports whose incidents are known, drawn towards the judged ones.

    python -m bench.link_weights --data DIR [--pull 10] [--write]

DIR holds docs.jsonl of the gun violence set; its train split is coded (or read from `--codings`), candidate pairs are compared
and a logistic regression is fitted to the levels of the comparisons, each weight pulled towards the judged one as if by
`--pull` observations. Prints the table; `--write` puts it in place. Only weights leave the data.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.gva_reports import Known, main_account, read_codings, read_known
from onrecord.lexicon import rows
from onrecord.link.accounts import accounts
from onrecord.link.compare import Levels
from onrecord.link.comparison import Comparison
from onrecord.link.weigh import weights

TABLE = Path(__file__).parent.parent / "src/onrecord/lexicon/tables/link_weights.tsv"
HELD = (
    "type.",
    "time.unknown",
    "time.other_period",
    "actors.",
    "text.few",
    "people.none",
    "passage.none",
)  # as judged: the set knows one kind of event and hardly a body
# that acts; what nothing is shared of says as little as its absence
FIRM = 1e6
ROUNDS = 80


def main(argv: list[str] | None = None) -> int:
    """Fit and print the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--codings", type=Path, metavar="FILE", help="where codings are kept between runs")
    parser.add_argument("--pull", type=float, default=10.0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(argv)
    known = read_known(options.data, "train")
    compared, same = labelled(known, options.codings)
    judged = weights("judged")
    names = list(judged)
    pull = np.array([FIRM if f"{reason}.{level}".startswith(HELD) else options.pull for reason, level in names])
    fitted = fit(design(compared, names), same, np.array([judged[name] for name in names]), pull)
    put(dict(zip(names, fitted.round(2).tolist(), strict=True)), TABLE if options.write else None)
    print(f"{len(same)} pairs, {int(same.sum())} of one incident")
    return 0


def labelled(known: Known, kept: Path | None) -> tuple[list[Levels], NDArray[np.float64]]:
    """The compared pairs of main accounts, and whether each is of one incident."""
    found = [told for coding in read_codings(known, kept) for told in accounts(coding)]
    chief = {account.ref for account in main_account(found).values()}
    comparison = Comparison(sorted(found, key=lambda account: account.ref))
    pairs = [(a, b) for a, b in comparison.pairs() if {comparison.found[a].ref, comparison.found[b].ref} <= chief]
    incident = {ref: known.incident[ref.report] for ref in chief}
    same = [incident[comparison.found[a].ref] == incident[comparison.found[b].ref] for a, b in pairs]
    return [comparison.levels(*pair) for pair in pairs], np.array(same, np.float64)


def design(compared: list[Levels], names: list[tuple[str, str]]) -> NDArray[np.float64]:
    """One row a pair, one column a level (1 where the pair has it) and the prior."""
    column = {name: number for number, name in enumerate(names)}
    out = np.zeros((len(compared), len(names)))
    for row, levels in enumerate(compared):
        out[row, [column[pair] for pair in levels.items()] + [column["prior", ""]]] = 1
    return out


def fit(
    x: NDArray[np.float64], same: NDArray[np.float64], judged: NDArray[np.float64], pull: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weights in bits: Newton's method on the likelihood with a normal prior around the judged weights."""
    start = judged * np.log(2)
    w = start.copy()
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-(x @ w)))
        slope = x.T @ (p - same) + pull * (w - start)
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(pull)
        stride = np.linalg.solve(bend, slope)
        w -= stride / max(1.0, float(np.abs(stride).max()))  # never far at once, where the curve is flat
    return w / np.log(2)


def put(fitted: dict[tuple[str, str], float], target: Path | None) -> None:
    """Print the table with the fitted weights, and write it when a target is given."""
    comments = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
    lines = [*comments, "\t".join(rows("link_weights")[0])]
    for row in rows("link_weights"):
        lines.append("\t".join({**row, "weight": f"{fitted[row['reason'], row['level']]:g}"}.values()))
    print("\n".join(lines))
    if target:
        target.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
