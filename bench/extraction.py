"""How much of a page's own words is read, and how little else: the article-extraction benchmark of scrapinghub.

    python -m bench.extraction --data DIR
    python -m bench.extraction --data DIR --plain
    python -m bench.extraction --own

DIR/extraction holds ground-truth.json and html/ID.html.gz. F1 counts shingles of four words, as that benchmark does; the body is
the text that is read without what is labelled as furniture. trafilatura alone stands beside it, in the same run. `--plain` reads
the same pages as text pasted whole: every visible block, menus and all, with a blank line between. `--half` keeps to every
second page (`fit`: the rules were made on these) or to the others (`test`).

Neither that benchmark nor its description counts furniture. Three counts are printed, each the share of pages with at least one
such line in the body that was read:

    foreign    a line of five words or more, of whose different words fewer than three in ten stand anywhere in the gold body
               (trafilatura: 19 %, the figure that the target was set beside)
    no run     a line of four words or more without any run of four words of the gold body (or of three words, not in it)
    not found  a line of three words or more that does not stand word for word in the gold body; titles, standfirsts and faults of
               the gold (words run together, a paragraph left out) count as well

`--own` scores the forty pages of tests/pages: body, furniture left on, roles of blocks, title, writer and day.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import mean

import trafilatura

from onrecord.errors import ReportError
from onrecord.read import read_html, read_text
from onrecord.read.decode import decode
from onrecord.read.parts import parts
from onrecord.read.patterns import line_kind
from onrecord.records import Document

SIZE = 4
WORDS = re.compile(r"\w+")
PROSE = 8  # words of a stretch of text that is not labelled, from which it counts as a paragraph
LEFT, KNOWN = 5, 0.3  # words of a foreign line, and the share of them that the gold body knows
LINE = 3  # words of a line that is looked for word for word
COUNTS = ("foreign", "no run", "not found")


def main(argv: list[str] | None = None) -> int:
    """Print the table; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, metavar="DIR")
    parser.add_argument("--plain", action="store_true", help="read the pages as text pasted whole")
    parser.add_argument("--half", choices=("fit", "test"), help="every second page, or the others")
    parser.add_argument("--own", action="store_true", help="score the forty pages of tests/pages")
    parser.add_argument("--each", type=float, metavar="F1", help="print the pages below this F1")
    options = parser.parse_args(argv)
    if options.own or options.data is None:
        return show_own()
    folder = options.data / "extraction"
    gold = _half(json.loads((folder / "ground-truth.json").read_text("utf-8")), options.half)
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in gold}
    print(f"{'reader':14s} {'P':>6s} {'R':>6s} {'F1':>6s} {''.join(f'{name:>11s}' for name in COUNTS)} {'pages/s':>8s}")
    readers: dict[str, Callable[[bytes], str]] = {"onrecord": page_body, "trafilatura": alone}
    if options.plain:
        readers, pages = {"onrecord": text_body}, {key: visible(page).encode() for key, page in pages.items()}
    for name, reader in readers.items():
        reader(next(iter(pages.values())))
        began = time.process_time()
        texts = {key: reader(page) for key, page in pages.items()}
        took = time.process_time() - began
        scores = {key: score(gold[key]["articleBody"], texts[key]) for key in gold}
        precision, recall = (mean(s[i] for s in scores.values()) for i in (0, 1))
        left = [foreign_lines(gold[key]["articleBody"], texts[key]) for key in gold]
        shares = "".join(f"{100 * mean(bool(page[count]) for page in left):9.1f} %" for count in COUNTS)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:14s} {precision:6.3f} {recall:6.3f} {f1:6.3f} {shares} {len(gold) / took:8.1f}")
        if options.each and name == "onrecord":
            show_worst(scores, gold, texts, options.each)
    return 0


def _half(gold: dict[str, dict[str, str]], half: str | None) -> dict[str, dict[str, str]]:
    """Every second page in the order of their keys, 90 of them; or the others; or all."""
    fit = sorted(gold)[::2][:90]
    return {key: page for key, page in gold.items() if half is None or (key in fit) == (half == "fit")}


def show_own() -> int:
    """The measures of our own forty pages."""
    from tests.pages.measures import measures
    from tests.pages.pages import pages

    for name, share in measures(pages()).items():
        print(f"{name:10s} {share:6.3f}")
    return 0


def page_body(page: bytes) -> str:
    """The words of a page's report."""
    return _body(lambda: read_html(page))


def text_body(page: bytes) -> str:
    """The words of the report in a page pasted as text."""
    return _body(lambda: read_text(page.decode()))


def _body(read: Callable[[], Document]) -> str:
    try:
        return body(read())
    except ReportError:
        return ""


def visible(page: bytes) -> str:
    """Every visible block of a page, with a blank line between."""
    tree = trafilatura.load_html(decode(page, "page").replace("\0", ""))
    return "\n\n".join(part.words for part in parts(tree))


def body(doc: Document) -> str:
    """The words of a report that are not labelled as furniture; headings between its paragraphs count as body here."""
    pieces = sorted((piece.span, piece.kind) for piece in doc.furniture)
    first, last = _prose(doc.text, (span for span, _ in pieces))
    out, at = [], 0
    for (start, end), kind in pieces:
        if kind == "other" and first <= start < last and line_kind(doc.text[start:end]) != "other":
            continue
        out.append(doc.text[at:start])
        at = max(at, end)
    return "".join([*out, doc.text[at:]])


def _prose(text: str, spans: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Where the first paragraph that is not labelled begins and the last one ends."""
    free: list[tuple[int, int]] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        if len(text[at:start].split()) >= PROSE:
            free.append((at, start))
        at = max(at, end)
    return (free[0][0], free[-1][1]) if free else (0, 0)


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


def foreign_lines(gold: str, text: str) -> dict[str, list[str]]:
    """Lines of a text that the gold body does not hold, by each of the three counts."""
    known = WORDS.findall(gold.casefold())
    runs, single, whole = set(shingles(gold.casefold())), set(known), f" {' '.join(known)} "
    out: dict[str, list[str]] = {count: [] for count in COUNTS}
    for line in text.splitlines():
        words = WORDS.findall(line.casefold())
        if len(words) < LINE or f" {' '.join(words)} " in whole:
            continue
        out["not found"].append(line)
        if len(words) < SIZE or not any(run in runs for run in shingles(line.casefold())):
            out["no run"].append(line)
        if len(words) >= LEFT and len(set(words) & single) < KNOWN * len(set(words)):
            out["foreign"].append(line)
    return out


def show_worst(
    scores: dict[str, tuple[float, float]], gold: dict[str, dict[str, str]], texts: dict[str, str], below: float
) -> None:
    """The pages below an F1, worst first, with the lines that are left on."""
    f1 = {key: 2 * p * r / (p + r) if p + r else 0.0 for key, (p, r) in scores.items()}
    for key in sorted(f1, key=lambda key: f1[key]):
        if f1[key] < below:
            print(f"\n{key[:12]} P {scores[key][0]:.2f} R {scores[key][1]:.2f} {gold[key].get('url', '')}")
            print("\n".join(f"  + {line[:160]}" for line in foreign_lines(gold[key]["articleBody"], texts[key])["not found"][:8]))


if __name__ == "__main__":
    sys.exit(main())
