"""What the benchmarks of counts share: rows coded one by one, answers written, the scorer run over them."""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.pipeline import code
from onrecord.read import read_text
from onrecord.records import Coding

Row = dict[str, Any]
Answer = dict[str, int]


def options(doc: str | None, argv: list[str] | None) -> argparse.Namespace:
    """The command line of an adapter."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder of the data set")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the answers there, one JSON object a line")
    parser.add_argument("--scorer", type=Path, metavar="FILE", help="a counts.py to run over gold and answers")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="so many rows, drawn by a fixed seed; 0 for all")
    return parser.parse_args(argv)


def rows(path: Path, sample: int, keep: Callable[[Row], bool] = lambda row: True) -> list[Row]:
    """The rows of a JSONL file that are kept, or a sample of them."""
    found = [row for line in path.read_text("utf-8").splitlines() if line.strip() and keep(row := json.loads(line))]
    return random.Random(7).sample(found, sample) if 0 < sample < len(found) else found


def coded(text: str, published: str | None) -> Coding:
    """The coding of a text of a known day."""
    return code(replace(read_text(text), published=published))


def answers(found: list[Row], key: str, answer: Callable[[Row], Answer]) -> Iterator[Row]:
    """One answer a row, under the row's id."""
    for row in found:
        yield {key: row[key], **answer(row)}


def score(scorer: Path, gold: list[Row], given: list[Row], key: str, fields: dict[str, str]) -> None:
    """Run the scorer for each field of the gold (with the field that answers it) and print what it says."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("gold.jsonl", "answers.jsonl")]
        for path, lines in zip(paths, (gold, given), strict=True):
            path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        for field, answered in fields.items():
            command = [
                sys.executable,
                str(scorer),
                *map(str, paths),
                "--id",
                key,
                "--gold-field",
                field,
                "--pred-field",
                answered,
            ]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            print(f"{field}\n{told}", end="")
            wrong = [a for row, a in zip(gold, given, strict=True) if row.get(field) == 0 and a[answered] > 0]
            zeros = sum(row.get(field) == 0 for row in gold)
            print(f"false alarms {len(wrong)} of {zeros}: {100 * len(wrong) / max(zeros, 1):.1f} %\n")


def run(given: argparse.Namespace, gold: list[Row], key: str, answer: Callable[[Row], Answer], fields: dict[str, str]) -> int:
    """Answer all rows, write and score as asked; exit status 0."""
    told = list(answers(gold, key, answer))
    if given.out:
        given.out.write_text("".join(json.dumps(row) + "\n" for row in told), "utf-8")
    if given.scorer:
        score(given.scorer, gold, told, key, fields)
    return 0
