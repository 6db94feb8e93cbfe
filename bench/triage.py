"""Triage on texts of known class: how many reports of violence it keeps, and how many others it leaves out.

    python -m bench.triage --data DIR [--gold DIR] [--misses]

DIR holds the folders of the public sets (satp, muc4, gva, timebank, wikiwars, polnear, extraction), `--gold` reports as .txt.
Reports of violence are the incident summaries, the wire reports that have a template, the reports of gun violence, war histories
and what was judged so among news pages and news programmes; others are financial and political news and the pages judged to
tell of something else. Pages that could be either way (a crime, a threat) are left out, and so is what is not in English.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import ReportError
from onrecord.read import read_text
from onrecord.triage import relevance

Texts = Iterator[tuple[str, str, str | None]]  # a name, the words, the title
VIOLENT_PAGES = (17, 49, 62, 66, 80, 112, 151, 159)  # by their place in the order of names
EITHER_PAGES = (9, 26, 51, 57, 59, 74, 81, 83, 90, 104, 139, 141, 152, 153, 158, 161, 162)
VIOLENT_NEWS = (
    "APW19980213.1380 APW19980219.0476 APW19980227.0487 APW19980227.0489 APW19980301.0720 APW19980308.0201 APW19980322.0749"
    " AP900815-0044 AP900816-0139 CNN19980213.2130.0155 PRI19980216.2000.0170 PRI19980306.2000.1675 VOA19980303.1600.0917"
    " WSJ900813-0157 WSJ910225-0066"
).split()
OTHER_NEWS = (
    "ABC19980108.1830.0711 ABC19980304.1830.1636 APW19980213.1310 APW19980213.1320 APW19980227.0468 APW19980227.0494"
    " APW19980418.0210 APW19980501.0480 APW19980626.0364 CNN19980126.1600.1104 NYT19980206.0460 NYT19980206.0466"
    " PRI19980115.2000.0186 PRI19980121.2000.2591 PRI19980205.2000.1998 PRI19980213.2000.0313 PRI19980303.2000.2550"
    " SJMN91-06338157 VOA19980303.1600.2745 VOA19980305.1800.2603 VOA19980331.1700.1533"
).split()


def main(argv: list[str] | None = None) -> int:
    """Print recall by set and in all, and precision; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--gold", type=Path, metavar="DIR")
    parser.add_argument("--misses", action="store_true", help="print the reports of violence that would be left out")
    options = parser.parse_args(argv)
    kept, wanted = 0, 0
    for name, texts in violent(options.data, options.gold):
        out = [(which, found) for which, words, title in texts if (found := judged(words, title)) is not None]
        missed = [(which, found) for which, found in out if found.relevance != "relevant"]
        kept, wanted = kept + len(out) - len(missed), wanted + len(out)
        print(f"{name:<22} {len(out):>6} reports   recall {1 - len(missed) / max(1, len(out)):.4f}")
        for which, found in missed if options.misses else ():
            print(f"    {which}: {found.score} of {found.needed}")
    wrong = 0
    for name, texts in others(options.data):
        out = [(which, found) for which, words, title in texts if (found := judged(words, title)) is not None]
        held = sum(found.relevance == "relevant" for _, found in out)
        past = sum(found.background for _, found in out)
        wrong += held
        print(f"{name:<22} {len(out):>6} others    left out {1 - held / max(1, len(out)):.3f}  kept as background {past}")
    print(f"recall {kept / wanted:.4f} of {wanted:,} reports; precision on all of these {kept / (kept + wrong):.4f}")
    return 0


def judged(words: str, title: str | None):  # type: ignore[no-untyped-def]
    """The relevance of a text; None for one that is empty or not English."""
    try:
        doc = read_text(words, title=title)
    except ReportError:
        return None
    return relevance(doc) if doc.language == "en" else None


def violent(data: Path, gold: Path | None) -> Iterator[tuple[str, Texts]]:
    """The sets of reports of violence that are there."""
    if gold is not None:
        yield "gold", ((path.stem, path.read_text("utf-8", "replace"), None) for path in sorted(gold.glob("*.txt")))
    yield (
        "samples",
        ((p.stem, p.read_text("utf-8"), None) for p in sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))),
    )
    yield "incident summaries", lines(data / "satp/dev.jsonl", "id", "text")
    muc = [one for part in ("dev", "train") for one in rows(data / f"muc4/simple/{part}.jsonl") if one.get("templates")]
    yield "wire, with template", ((one["docid"], one["doctext"], None) for one in muc)
    yield "gun violence", lines(data / "gva/docs.jsonl", "doc_id", "text", "title")
    yield "war histories", lines(data / "wikiwars/dev.jsonl", "id", "text")
    yield "pages judged violent", ((n, t, None) for at, (n, t) in enumerate(pages(data)) if at in VIOLENT_PAGES)
    yield "news judged violent", (one for one in lines(data / "timebank/dev.jsonl", "id", "text") if one[0] in VIOLENT_NEWS)


def others(data: Path) -> Iterator[tuple[str, Texts]]:
    """The sets of other news."""
    neither = (*VIOLENT_PAGES, *EITHER_PAGES)
    yield "pages judged other", ((n, t, None) for at, (n, t) in enumerate(pages(data)) if at not in neither)
    news = list(lines(data / "timebank/dev.jsonl", "id", "text"))
    yield "finance, other news", (one for one in news if one[0].startswith("wsj") or one[0] in OTHER_NEWS)
    yield "politics", lines(data / "polnear/dev.jsonl", "id", "text")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The objects of a JSONL file; none when there is no such file."""
    if path.exists():
        with path.open("r", encoding="utf-8") as stream:
            yield from map(json.loads, stream)


def lines(path: Path, name: str, words: str, title: str | None = None) -> Texts:
    """Names, words and titles of a JSONL file."""
    for one in rows(path):
        yield one[name], one[words] or "", one[title] if title else None


def pages(data: Path) -> list[tuple[str, str]]:
    """The bodies of saved news pages in the order of their names, each as one paragraph."""
    path = data / "extraction/ground-truth.json"
    found = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return [(name, " ".join(one["articleBody"].split())) for name, one in sorted(found.items())]


if __name__ == "__main__":
    raise SystemExit(main())
