"""How rare a value is among all accounts: to share a hamlet says more than to share a capital."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.link.accounts import Account

PRIOR = 1000  # accounts that a small book is filled up with, so that its few values do not all look common
SHARE = 2 / PRIOR  # share of them that have any one value
RARE, COMMON = 0.004, 0.02  # shares of accounts


class Scarcity:
    """Counts of the places, persons and bodies of a set of accounts."""

    def __init__(self, found: Sequence[Account]) -> None:
        self.many = len(found)
        self.places = Counter(key for a in found for key in a.named | {s.key for s in a.own})
        self.names = Counter(name for a in found for name in a.people | a.victims)
        self.bodies = Counter(name for a in found for name in a.by)

    def level(self, often: Iterable[int]) -> str:
        """`rare`, `some` or `common`: of the rarest of some values, given how often each occurs."""
        share = (min(often) + SHARE * PRIOR) / (self.many + PRIOR)
        return "rare" if share < RARE else "some" if share < COMMON else "common"
