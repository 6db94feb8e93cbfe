"""Reports coded by hand after the coding manual: how many of their statements are found, by mode, cue and speaker.

    python -m bench.statements --gold DIR [--peer textacy]

DIR holds NAME.txt, NAME.json and, where the day is known, NAME.meta.json. A peer that only marks words is compared by them.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from gate.corpus import Report, document, folder_reports

from bench import peers
from bench.attribution_table import table
from onrecord.pipeline import code


def main(argv: list[str] | None = None) -> int:
    """Code the reports and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.statements", description=__doc__.split("\n")[0])
    parser.add_argument("--gold", type=Path, required=True, metavar="DIR", help="folder of reports coded by hand")
    parser.add_argument("--peer", choices=peers.NAMES, help="run this tool instead of the program")
    options = parser.parse_args(argv)
    peer = peers.find(options.peer) if options.peer else None
    if options.peer and peer is None:
        print(f"{options.peer} is not installed: skipped (pip install {options.peer})")
        return 0
    reports = folder_reports(options.gold)
    given = [{"quotes": peer(document(r).text) if peer else list(_quotes(_coded(r), True))} for r in reports]
    gold = [{"text": document(r).text, "quotes": list(_quotes(r.gold, peer is None))} for r in reports]
    print(table(gold, given, share=0.5))
    return 0


def _coded(report: Report) -> dict[str, Any]:
    """The program's coding of a report as JSON objects."""
    coding: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(code(document(report))))
    return coding


def _quotes(coding: dict[str, Any], named: bool) -> Iterator[dict[str, Any]]:
    """The statements of a coding in the form of the table, with the name of the speaker when it is to be compared."""
    names = {a["id"]: a["name"] for a in coding.get("actors", [])}
    for s in coding.get("statements", []):
        quote = {
            "source_spans": [s["source_span"]] if s.get("source_span") else [],
            "cue_spans": [s["cue"]] if s.get("cue") else [],
            "content_spans": s["content"],
            "mode": s["mode"],
        }
        yield {**quote, "speaker": names.get(s["source"])} if named else quote


if __name__ == "__main__":
    sys.exit(main())
