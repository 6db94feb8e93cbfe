"""Near-copies: reports that print one wire story, cut, under another heading, re-dated or with other paragraphs.

Texts are cut into overlapping runs of five words; of every eight runs in a row the one with the smallest hash is kept
("winnowing", Schleimer, Wilkerson and Aiken, 2003), so that any passage of twelve words that two texts share is found
without comparing all pairs. A pair is a copy when half of the shorter text's runs stand in the longer one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

RUN = 5  # words
WINDOW = 8  # runs, of which one is kept
SHARE = 0.5  # of the shorter text's runs
SHORTEST = 20  # runs below which a text is too short to tell
CROWD = 30  # texts with one passage, from which on each is compared with its neighbours only
WORD = re.compile(r"\w+")
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that tell one story in one wording, and the share of the shorter one's runs of words that both have."""

    one: str
    other: str
    share: float


class Texts:
    """The runs of words of many texts."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._runs: list[Hashes] = []
        self._kept: list[Hashes] = []

    def add(self, name: str, text: str) -> None:
        """Take in a report's text."""
        runs = _runs(text)
        if len(runs) >= SHORTEST:
            self._names.append(name)
            self._runs.append(np.unique(runs))
            self._kept.append(_winnowed(runs))

    def copies(self) -> list[Copy]:
        """The pairs of texts that are near-copies, in order of their names."""
        found = []
        for one, other in self._alike():
            share = _share(self._runs[one], self._runs[other])
            if share >= SHARE:
                first, second = sorted((self._names[one], self._names[other]))
                found.append(Copy(first, second, share))
        return sorted(found, key=lambda copy: (copy.one, copy.other))

    def _alike(self) -> Iterator[tuple[int, int]]:
        """Pairs that share at least a quarter of the shorter one's kept runs."""
        met: Counter[tuple[int, int]] = Counter()
        for texts in _meetings(self._kept):
            met.update(combinations(texts, 2) if len(texts) <= CROWD else pairwise(texts))
        for (one, other), often in sorted(met.items()):
            if often >= min(len(self._kept[one]), len(self._kept[other])) * SHARE / 2:
                yield one, other


def _runs(text: str) -> Hashes:
    """Hashes of a text's runs of words, in order; the same on every machine."""
    words = np.array([crc32(word.encode("utf-8", "replace")) for word in WORD.findall(text.casefold())], np.uint64)
    if len(words) < RUN:
        return np.empty(0, np.uint64)
    out = np.zeros(len(words) - RUN + 1, np.uint64)
    for at in range(RUN):
        out = out * np.uint64(0x9E3779B97F4A7C15) + words[at : at + len(out)]
    out ^= out >> np.uint64(29)
    return out * np.uint64(0xBF58476D1CE4E5B9)


def _winnowed(runs: Hashes) -> Hashes:
    """The smallest hash of every window of runs, each once."""
    return np.unique(np.lib.stride_tricks.sliding_window_view(runs, WINDOW).min(axis=1))


def _meetings(kept: list[Hashes]) -> Iterator[list[int]]:
    """For each run that several texts kept, those texts in order."""
    if not kept:
        return
    hashes = np.concatenate(kept)
    texts = np.repeat(np.arange(len(kept)), [len(k) for k in kept])
    order = np.lexsort((texts, hashes))
    hashes, texts = hashes[order], texts[order]
    edges = np.flatnonzero(np.diff(hashes)) + 1
    starts, ends = np.concatenate(([0], edges)), np.concatenate((edges, [len(hashes)]))
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        yield texts[start:end].tolist()


def _share(one: Hashes, other: Hashes) -> float:
    return len(np.intersect1d(one, other, assume_unique=True)) / min(len(one), len(other))
