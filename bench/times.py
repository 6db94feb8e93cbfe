"""What the benchmarks of time expressions share: the program's TIMEX3 rows, the speed beside dateparser, the score."""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from onrecord.parse import parse
from onrecord.records import Document
from onrecord.segment import segment
from onrecord.when.tag import tagged
from onrecord.when.timex import timexes

Rows = list[dict[str, Any]]
SAMPLE = 60_000  # characters dateparser is timed on; it is slow


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
    _speed(documents, seconds)
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
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N documents")
    return parser


def predictions(documents: Rows) -> tuple[Rows, float]:
    """A row of {id, timexes} for each document, and the seconds the tagger took beside the parser."""
    rows, seconds = [], 0.0
    for document in documents:
        doc = Document(id=document["id"], text=document["text"], published=(document.get("dct") or "")[:10] or None)
        tree = parse(doc, segment(doc))
        began = time.perf_counter()
        found = timexes(doc, tree)
        seconds += time.perf_counter() - began
        tagged_ = [{"start": t.span[0], "end": t.span[1], "type": t.type, "value": t.value} for t in found]
        rows.append({"id": doc.id, "timexes": tagged_})
    return rows, seconds


def _speed(documents: Rows, seconds: float) -> None:
    """Characters a second of the tagger with and without the parse it shares with the other stages, beside dateparser."""
    characters = sum(len(d["text"]) for d in documents)
    print(f"{len(documents)} documents, {characters:,} characters; tagging alone {characters / max(seconds, 1e-9):,.0f} a second")
    text = "\n\n".join(d["text"] for d in documents)[:SAMPLE]
    doc = Document(id="sample", text=text)
    began = time.perf_counter()
    tagged(doc, parse(doc, segment(doc)))
    print(f"parsing and tagging {len(text) / (time.perf_counter() - began):,.0f} a second")
    other = _dateparser_seconds(text)
    print("dateparser is not installed: skipped" if other is None else f"dateparser {len(text) / other:,.0f} a second")


def _dateparser_seconds(text: str) -> float | None:
    """Seconds dateparser takes to search a text, paragraph by paragraph; None when it is not installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    began = time.perf_counter()
    for paragraph in text.split("\n\n"):
        search_dates(paragraph, languages=["en"])
    return time.perf_counter() - began
