"""How much of a page's own words is read, and how little else: the article-extraction benchmark of scrapinghub.

    python -m bench.extraction --data DIR

DIR/extraction holds ground-truth.json and html/ID.html.gz. F1 counts shingles of four words, as that benchmark does; the body is
the text that is read without what is labelled as furniture. trafilatura alone stands beside it, in the same run.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import trafilatura

from onrecord.errors import ReportError
from onrecord.read import read_html

SIZE = 4
WORDS = re.compile(r"\w+")
LEFT = 3  # words of a line that is nowhere in the body, from which it counts as left on


def main(argv: list[str] | None = None) -> int:
    """Print the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--each", type=float, metavar="F1", help="print the pages below this F1")
    options = parser.parse_args(argv)
    folder = options.data / "extraction"
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in gold}
    print(f"{'reader':14s} {'P':>6s} {'R':>6s} {'F1':>6s} {'furniture left on':>18s} {'pages/s':>8s}")
    readers: dict[str, Callable[[bytes], str]] = {"onrecord": body, "trafilatura": alone}
    for name, reader in readers.items():
        began = time.perf_counter()
        texts = {key: reader(page) for key, page in pages.items()}
        took = time.perf_counter() - began
        scores = {key: score(gold[key]["articleBody"], texts[key]) for key in gold}
        precision, recall = (mean(s[i] for s in scores.values()) for i in (0, 1))
        left = mean(bool(foreign_lines(gold[key]["articleBody"], texts[key])) for key in gold)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:14s} {precision:6.3f} {recall:6.3f} {f1:6.3f} {100 * left:16.1f} % {len(gold) / took:8.1f}")
        if options.each and name == "onrecord":
            show_worst(scores, gold, texts, options.each)
    return 0


def body(page: bytes) -> str:
    """The words of a page that are not labelled as furniture; headings between its paragraphs count as body here."""
    try:
        doc = read_html(page)
    except ReportError:
        return ""
    out, at = [], 0
    for start, end in sorted(f.span for f in doc.furniture if f.kind != "other"):
        out.append(doc.text[at:start])
        at = max(at, end)
    return "".join([*out, doc.text[at:]])


def alone(page: bytes) -> str:
    """What trafilatura extracts by itself."""
    return trafilatura.extract(page, include_comments=False) or ""


def score(gold: str, text: str) -> tuple[float, float]:
    """Precision and recall of one page's shingles."""
    one, other = shingles(gold), shingles(text)
    common = sum((one & other).values())
    if not other:
        return (0.0, 0.0) if one else (1.0, 1.0)
    return common / sum(other.values()), common / sum(one.values()) if one else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of four words stands in a text; a shorter text is one run."""
    words = WORDS.findall(text)
    return Counter(tuple(words[i : i + SIZE]) for i in range(max(1, len(words) - SIZE + 1))) if words else Counter()


def foreign_lines(gold: str, text: str) -> list[str]:
    """Lines of a text that the gold body does not hold."""
    known = " ".join(WORDS.findall(gold.casefold()))
    lines = ((line, WORDS.findall(line.casefold())) for line in text.splitlines())
    return [line for line, words in lines if len(words) >= LEFT and " ".join(words) not in known]


def show_worst(
    scores: dict[str, tuple[float, float]], gold: dict[str, dict[str, str]], texts: dict[str, str], below: float
) -> None:
    """The pages below an F1, worst first, with the lines that are left on."""
    f1 = {key: 2 * p * r / (p + r) if p + r else 0.0 for key, (p, r) in scores.items()}
    for key in sorted(f1, key=lambda key: f1[key]):
        if f1[key] < below:
            print(f"\n{key[:12]} P {scores[key][0]:.2f} R {scores[key][1]:.2f} {gold[key].get('url', '')}")
            print("\n".join(f"  + {line[:160]}" for line in foreign_lines(gold[key]["articleBody"], texts[key])[:8]))


if __name__ == "__main__":
    sys.exit(main())
