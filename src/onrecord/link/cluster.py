"""Accounts gathered into happenings: the likeliest pairs first, by average weight, never over a contradiction."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product

Pair = tuple[int, int]
LINK = 0.0  # average weight from which on two groups are one happening
LEAST = -3.0  # what a pair weighs at least in an average: two reports that say little in common are no proof of two happenings
NEVER = float("-inf")


def clustered(
    many: int, scores: Mapping[Pair, float], same: Iterable[Pair], weigh: Callable[[int, int], float]
) -> list[list[int]]:
    """Groups of the numbers 0 … many - 1, each sorted, in order of their first members.

    `scores` are the pairs compared (NEVER for one that must not be); `same` the pairs that must be together; `weigh` compares a pair that was not compared yet.
    """
    groups = Groups(many, scores, weigh)
    for one, other in same:
        groups.join(one, other, forced=True)  # a ruling never contradicts itself
    likely = sorted(
        ((pair, weight) for pair, weight in scores.items() if weight >= LINK), key=lambda scored: (-scored[1], scored[0])
    )
    for (one, other), _ in likely:
        groups.join(one, other)
    return sorted(sorted(members) for members in {id(m): m for m in groups.of}.values())


class Groups:
    """Which group each account is in."""

    def __init__(self, many: int, scores: Mapping[Pair, float], weigh: Callable[[int, int], float]) -> None:
        self.of = [[number] for number in range(many)]
        self.scores = dict(scores)
        self.weigh = weigh

    def join(self, one: int, other: int, forced: bool = False) -> None:
        """Make one group of two unless a pair of their members speaks against it or all of them on average do."""
        ours, theirs = self.of[one], self.of[other]
        if ours is theirs or not (forced or self._agree(ours, theirs)):
            return
        if len(ours) < len(theirs):
            ours, theirs = theirs, ours
        ours += theirs
        for number in theirs:
            self.of[number] = ours

    def _agree(self, ours: list[int], theirs: list[int]) -> bool:
        total = 0.0
        for one, other in product(ours, theirs):
            pair = (one, other) if one < other else (other, one)
            if pair not in self.scores:
                self.scores[pair] = self.weigh(*pair)
            if self.scores[pair] == NEVER:
                return False
            total += max(LEAST, self.scores[pair])
        return total >= LINK * len(ours) * len(theirs)
