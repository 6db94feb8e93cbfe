"""The words of accounts, weighted by how few accounts use them, and how alike two accounts are in them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"\w{2,}")
KEPT = 60  # of an account's words, those with the most weight
LONGEST = 20_000  # characters of an account that are read


def word_counts(text: str) -> Counter[str]:
    """How often each word of two letters or more stands in a text."""
    return Counter(WORD.findall(text[:LONGEST].casefold()))


class Vectors:
    """Word vectors of many accounts: unit length, the heaviest words only, in two flat arrays."""

    def __init__(self, counts: Sequence[dict[str, int]]) -> None:
        spread = Counter(word for words in counts for word in words)
        self.rare = {word: log((1 + len(counts)) / (1 + often)) for word, often in spread.items()}
        self.ids = {word: number for number, word in enumerate(sorted(w for w, often in spread.items() if often > 1))}
        self.spread = np.array([spread[word] for word in self.ids], np.int32)  # accounts that have a word, by its id
        rows = [self._row(words) for words in counts]
        self.starts = np.cumsum([0, *(len(ids) for ids, _ in rows)])
        self.words: NDArray[np.int32] = np.concatenate([ids for ids, _ in rows] or [np.empty(0, np.int32)])
        self.weights: NDArray[np.float32] = np.concatenate([w for _, w in rows] or [np.empty(0, np.float32)])

    def _row(self, counts: dict[str, int]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The heaviest of the words that other accounts have too; words of its own count in its length only."""
        weighed = sorted(((1 + log(often)) * self.rare[word], word) for word, often in counts.items())
        length = sqrt(sum(weight * weight for weight, _ in weighed)) or 1.0
        shared = [(weight, word) for weight, word in weighed if word in self.ids][-KEPT:]
        return np.array([self.ids[w] for _, w in shared], np.int32), np.array(
            [weight / length for weight, _ in shared], np.float32
        )

    def heaviest(self, number: int, many: int) -> list[int]:
        """Ids of the words with the most weight in an account."""
        return [int(i) for i in self.words[self.starts[number] : self.starts[number + 1]][-many:]]

    def likeness(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Cosine of each pair; quickest when pairs with the same first account stand together."""
        out: list[float] = []
        held, weight_of = -1, dict[int, float]()
        for one, other in pairs:
            if one != held:
                held, weight_of = one, dict(self._words(one))
            out.append(sum(weight * weight_of.get(word, 0.0) for word, weight in self._words(other)))
        return out

    def _words(self, number: int) -> Iterator[tuple[int, float]]:
        """The words of an account by id, with their weights."""
        span = slice(self.starts[number], self.starts[number + 1])
        return zip(self.words[span].tolist(), self.weights[span].tolist(), strict=True)
