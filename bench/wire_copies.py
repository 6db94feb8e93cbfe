"""Near-copies: how many changed copies of a story are found, and how many pairs found are none.

    python -m bench.wire_copies --data DIR [--split dev]

DIR holds docs.jsonl of the gun violence set. Of one report an incident, copies are made as papers make them: cut to the first half or
to parts, under another heading, with other days, set in other paragraphs, with the paper's own words around them. All
originals and copies are searched together; a pair counts as right when both come from one original.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from bench.gva_reports import read_known
from onrecord.link.copies import Texts
from onrecord.triage import Repeat, repeat_of, runs, sketch

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORTEST = 120  # words of an original


def main(argv: list[str] | None = None) -> int:
    """Print recall and precision; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--split", default="dev")
    options = parser.parse_args(argv)
    known = read_known(options.data, options.split)
    firsts = {known.incident[doc.id]: doc for doc in reversed(known.documents) if len(doc.text.split()) >= SHORTEST}
    stories = {doc.id: doc.text for doc in firsts.values()}
    own_words = " ".join(next(iter(stories.values())).split()[:60])
    texts, origin, texts_of = Texts(), dict[str, str](), dict[str, str]()
    for number, (name, text) in enumerate(sorted(stories.items())):
        draw = random.Random(number)
        for kind, change in {"original": str, **CHANGES(draw, own_words)}.items():
            texts_of[f"{name} {kind}"] = change(text)
            texts.add(f"{name} {kind}", texts_of[f"{name} {kind}"])
            origin[f"{name} {kind}"] = name
    began = time.perf_counter()
    report(texts, origin, len(stories))
    as_they_come(texts_of, origin)
    print(f"{len(origin)} texts searched in {time.perf_counter() - began:.1f} s")
    return 0


def CHANGES(draw: random.Random, own: str) -> dict[str, Callable[[str], str]]:  # noqa: N802
    """The ways of one paper to change a story."""
    return {
        "cut": lambda text: " ".join(text.split()[: len(text.split()) // 2]),
        "parts": lambda text: "\n\n".join(part for part in text.split("\n\n") if draw.random() < 0.7),
        "headed": lambda text: f"{' '.join(draw.sample(text.split(), 9))}\n\n{text}",
        "dated": lambda text: re.sub("|".join(DAYS), lambda _: draw.choice(DAYS), text),
        "paragraphs": lambda text: re.sub(r"\s+", " ", text).replace(". ", ".\n\n"),
        "framed": lambda text: f"{own}\n\n{' '.join(text.split()[: len(text.split()) * 2 // 3])}",
    }


def report(texts: Texts, origin: dict[str, str], stories: int) -> None:
    """Print what was found, by kind of change and in all."""
    found = {frozenset((copy.one, copy.other)) for copy in texts.copies()}
    by_story: dict[str, list[str]] = {}
    for name, story in origin.items():
        by_story.setdefault(story, []).append(name)
    wanted = {frozenset(pair) for names in by_story.values() for pair in combinations(names, 2)}
    for kind in sorted({name.split()[1] for name in origin} - {"original"}):
        pairs = {frozenset((f"{story} original", f"{story} {kind}")) for story in by_story}
        print(f"{kind:<12} found {len(pairs & found) / len(pairs):.3f}")
    right = len(wanted & found)
    print(f"all pairs    recall {right / len(wanted):.3f}  precision {right / max(1, len(found)):.3f}  ({stories} stories)")


def as_they_come(texts_of: dict[str, str], origin: dict[str, str]) -> None:
    """Print what triage finds when the texts come one after the other: each that repeats a known one should say so."""
    found, known = dict[str, str](), dict[str, frozenset[int]]()
    by_key: dict[int, list[str]] = {}
    for name in random.Random(1).sample(sorted(texts_of), len(texts_of)):
        mine = runs(texts_of[name])
        shared = Counter(other for key in sketch(mine) for other in by_key.get(key, ()))
        best = max(((repeat_of(known[other], mine), other) for other, _ in shared.most_common(8)), key=_share, default=None)
        if best is not None and best[0] is not None:
            found[name] = best[1]
        known[name] = mine
        for key in sketch(mine):
            by_key.setdefault(key, []).append(name)
    again = len(origin) - len(set(origin.values()))
    right = sum(origin[one] == origin[other] for one, other in found.items())
    print(
        f"one by one   recall {right / again:.3f}  precision {right / max(1, len(found)):.3f}  (of {again} that repeat another)"
    )


def _share(pair: tuple[Repeat | None, str]) -> float:
    return pair[0].share if pair[0] is not None else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
