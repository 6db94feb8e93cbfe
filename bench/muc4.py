"""Who did what to whom in the messages of MUC-4: templates made of our records, scored by the scorer named.

    python -m bench.muc4 --data DIR --scorer FILE [--split dev] [--limit N] [--out FILE]

DIR/muc4/simple holds SPLIT.jsonl (docid, text, templates). A template has the type of the incident, the individuals and the
organisation that did it, what was hit, who was hurt, and the weapon. The scorer may need packages of its own (NumPy, SciPy).
"""

import argparse
import importlib.util
import json
import random
import sys
from pathlib import Path
from typing import Any

from bench.muc4_templates import Template, templates
from onrecord.pipeline import code
from onrecord.read import read_text

ROUNDS = 200  # resamples for the interval


def main(argv: list[str] | None = None) -> int:
    """Print the scores; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--scorer", type=Path, required=True, metavar="FILE", help="muc4.py: gtt_tf and ceaf_ree")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N messages")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the templates here")
    options = parser.parse_args(argv)
    lines = (options.data / "muc4" / "simple" / f"{options.split}.jsonl").read_text("utf-8").splitlines()[: options.limit]
    gold = [json.loads(line) for line in lines]
    pred = {message["docid"]: templates(code(read_text(message["text"]))) for message in gold}
    if options.out:
        rows = (json.dumps({"docid": key, "templates": found}) for key, found in pred.items())
        options.out.write_text("\n".join(rows) + "\n", "utf-8")
    report(scorer_of(options.scorer), pred, gold)
    return 0


def scorer_of(path: Path) -> Any:
    """The scorer in a Python file."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no Python file; name the scorer with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(scorer: Any, pred: dict[str, list[Template]], gold: list[dict[str, Any]]) -> None:
    """Print both scores by role, and their intervals from messages drawn again with replacement."""
    for name, score in (("CEAF-REE", _ree), ("GTT-TF", _gtt)):
        for role, row in score(scorer, pred, gold).items():
            print(f"{name} {role:14s} P {row['P']:5.1f} R {row['R']:5.1f} F1 {row['F1']:5.1f}  {row['n']}")
        draw = random.Random(4)
        runs = sorted(score(scorer, pred, draw.choices(gold, k=len(gold)))["micro"]["F1"] for _ in range(ROUNDS))
        print(f"{name} 95 % interval {runs[int(0.025 * ROUNDS)]:.1f}-{runs[int(0.975 * ROUNDS) - 1]:.1f}")


def _gtt(scorer: Any, pred: dict[str, list[Template]], gold: list[dict[str, Any]]) -> Any:
    keyed = {f"{n}": message for n, message in enumerate(gold)}
    return scorer.gtt_tf({k: pred[m["docid"]] for k, m in keyed.items()}, {k: m["templates"] for k, m in keyed.items()})


def _ree(scorer: Any, pred: dict[str, list[Template]], gold: list[dict[str, Any]]) -> Any:
    keyed = {f"{n}": message for n, message in enumerate(gold)}
    ours = {k: scorer.union(pred[m["docid"]]) for k, m in keyed.items()}
    return scorer.ceaf_ree(ours, {k: m["entities"] for k, m in keyed.items()})


if __name__ == "__main__":
    sys.exit(main())
