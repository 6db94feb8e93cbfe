"""PolNeAR: political news with every attribution marked as source, cue and content.

    python -m bench.polnear --data DIR [--split dev] [--all] [--out FILE] [--scorer FILE] [--peer textacy]

DIR holds polnear/SPLIT.jsonl, one document a line with `id`, `text` and, for the tables, `quotes`. The predictions are written
as JSON Lines of {id, quotes: [{source_spans, cue_spans, content_spans}]}. With --all the adapter also gives what only PolNeAR
counts as an attribution (mental states, sides taken, plans, noun cues, the author's "I"); the program's records never do.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bench import peers
from bench.attribution_table import table
from onrecord.actors import actors
from onrecord.attribute import attribute
from onrecord.attribute.quotations import Quoted, quotations
from onrecord.lexicon import Row
from onrecord.parse import parse
from onrecord.read import read_text
from onrecord.records import Statement
from onrecord.segment import segment

CUES = Path(__file__).with_name("polnear_cues.tsv")
RELATIVE = re.compile(r"\W*(who|which|that)\b[^,;]*$")
LONG = 40  # characters between a source and the cue of its relative clause


def main(argv: list[str] | None = None) -> int:
    """Code the split, write the predictions, print the tables and the score or how to get it."""
    options = _parser().parse_args(argv)
    gold = options.data / "polnear" / f"{options.split}.jsonl"
    documents = [json.loads(line) for line in gold.read_text("utf-8").splitlines()][: options.limit]
    peer = peers.find(options.peer) if options.peer else None
    if options.peer and peer is None:
        print(f"{options.peer} is not installed: skipped (pip install {options.peer})")
        return 0
    rows = [{"id": d["id"], "quotes": peer(d["text"]) if peer else coded(d["text"], options.all)} for d in documents]
    out = options.out or Path(f"polnear-{options.split}.jsonl")
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    print(table(documents, rows))
    _score(gold, out, options.scorer)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.polnear", description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder that holds polnear/")
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--all", action="store_true", help="also give what only PolNeAR counts: mental states, plans, noun cues")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the predictions go (default polnear-SPLIT.jsonl)")
    parser.add_argument("--scorer", type=Path, metavar="FILE", help="attribution scorer to run on them")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N documents")
    parser.add_argument("--peer", choices=peers.NAMES, help="run this tool instead of the program")
    return parser


def _score(gold: Path, out: Path, scorer: Path | None) -> None:
    """Run the scorer on all contents and on their quoted parts, or say how."""
    for more in ((), ("--direct",)):
        if scorer is None:
            print("to score:", "python SCORER", gold, out, *more)
        else:
            print("quoted parts only" if more else "all attributions")
            sys.stdout.flush()
            subprocess.run([sys.executable, str(scorer), str(gold), str(out), *more], check=True)


@cache
def cues() -> tuple[Row, ...]:
    """Cue rows that only PolNeAR wants."""
    lines = [line.split("\t") for line in CUES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(dict(zip(lines[0], cells, strict=True)) for cells in lines[1:])


def coded(text: str, everything: bool = False) -> list[dict[str, Any]]:
    """The attributions of a text as the corpus writes them."""
    doc = read_text(text)
    tree = parse(doc, segment(doc))
    statements = attribute(doc, tree, actors(doc, tree), more=cues() if everything else (), first_person=everything)
    return list(written(doc.text, statements))


def written(text: str, statements: tuple[Statement, ...]) -> Iterator[dict[str, Any]]:
    """Statements in the corpus's form. It marks nothing inside a quotation, and "who" as the source of a relative clause."""
    quoted = Quoted(quotations(text))
    for s in statements:
        if quoted.at(s.cue[0]) is None:
            yield {
                "source_spans": [_source(text, s.source_span, s.cue[0])] if s.source_span else [],
                "cue_spans": [s.cue],
                "content_spans": s.content,
                "rule": s.rule,
            }


def _source(text: str, span: tuple[int, int], cue: int) -> tuple[int, int]:
    """The source, or the relative pronoun between it and the cue of the same clause."""
    between = text[span[1] : cue] if span[1] <= cue < span[1] + LONG else ""
    found = RELATIVE.match(between)
    return (span[1] + found.start(1), span[1] + found.end(1)) if found else span


if __name__ == "__main__":
    sys.exit(main())
