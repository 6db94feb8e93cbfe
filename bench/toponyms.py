"""Names of places with their points: what the adapters of GeoVirus and TR-News share."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.parse import parse
from onrecord.read import read_text
from onrecord.segment import segment
from onrecord.where import toponyms


def predicted(row: dict[str, Any], demonyms: bool) -> dict[str, Any]:
    """The names of places of one report: acting countries always, demonyms when the corpus marks them."""
    doc = read_text(row["text"])
    found = toponyms(doc, parse(doc, segment(doc)), demonyms=demonyms)
    spans = ({"start": a, "end": b, "lat": p.lat, "lon": p.lon} for p in found for a, b in p.mentions)
    return {"id": row["id"], "toponyms": list(spans)}


def rows(file: Path, demonyms: bool) -> Iterator[str]:
    """The predictions for a file of reports, one line of JSON each."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.dumps(predicted(json.loads(line), demonyms)) + "\n"


def run(name: str, about: str | None, demonyms: bool, argv: list[str] | None) -> int:
    """Write the predictions for DIR/`name`/dev.jsonl and run the scorer on them."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--scorer", type=Path, metavar="FILE", help="a scorer called with the gold file and ours")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the predictions go")
    parser.add_argument("--manual", action="store_true", help="leave demonyms out, as the manual does")
    options = parser.parse_args(argv)
    gold = options.data / name / "dev.jsonl"
    out = options.out or Path(tempfile.mkdtemp()) / f"{name}.jsonl"
    with out.open("w", encoding="utf-8") as file:
        file.writelines(rows(gold, demonyms and not options.manual))
    print(f"predictions in {out}")
    if options.scorer is not None:
        return subprocess.run([sys.executable, str(options.scorer), str(gold), str(out)], check=False).returncode
    return 0
