"""All accounts of a book ready to be compared in pairs."""

from collections.abc import Iterable, Sequence

from onrecord.link.accounts import Account
from onrecord.link.block import candidates
from onrecord.link.cluster import LINK, NEVER
from onrecord.link.compare import Levels, levels, told_apart
from onrecord.link.scarcity import Scarcity
from onrecord.link.weigh import contradicts, score
from onrecord.link.words import Vectors

Pair = tuple[int, int]


class Comparison:
    """Accounts with their word vectors and how rare their values are."""

    def __init__(self, found: Sequence[Account]) -> None:
        self.found = found
        self.vectors = Vectors([account.words for account in found])
        self.scarcity = Scarcity(found)
        self.refused: set[Pair] = set()  # pairs whose score alone would link them, were it not for a contradiction

    def pairs(self, more: Iterable[Pair] = ()) -> list[Pair]:
        """The pairs worth comparing, and `more` of them, in order."""
        return sorted({*candidates(self.found, self.vectors), *more})

    def scores(self, pairs: Sequence[Pair]) -> dict[Pair, float]:
        """The score of each pair, NEVER for accounts that contradict each other."""
        likeness = self.vectors.likeness(pairs)
        return {pair: self._weighed(*pair, alike) for pair, alike in zip(pairs, likeness, strict=True)}

    def weigh(self, one: int, other: int) -> float:
        """The score of one pair."""
        return self.scores([(one, other)])[one, other]

    def levels(self, one: int, other: int) -> Levels:
        """The levels of one pair."""
        return self._levels(one, other, self.vectors.likeness([(one, other)])[0])

    def _levels(self, one: int, other: int, likeness: float) -> Levels:
        ours, theirs = self.found[one], self.found[other]
        if ours.ref.report == theirs.ref.report:
            return told_apart(ours, theirs)
        return levels(ours, theirs, likeness, self.scarcity)

    def _weighed(self, one: int, other: int, likeness: float) -> float:
        if self.found[one].family != self.found[other].family:
            return NEVER
        level = self._levels(one, other, likeness)
        weight = score(level)
        if not contradicts(level):
            return weight
        if weight >= LINK:
            self.refused.add((one, other))
        return NEVER
