"""What the levels of a comparison weigh together, and whether they contradict one happening outright."""

from functools import cache

from onrecord.lexicon import rows
from onrecord.link.compare import Levels

FACTS = ("type", "time", "place", "actors")  # what words alike cannot outweigh
CONTRADICTION = -8.0  # sum of the judged weights of facts against, from which on two accounts are never of one happening
PROOF = frozenset((("people", "several_rare"), ("victims", "same")))


@cache
def weights(column: str = "weight") -> dict[tuple[str, str], float]:
    """The packaged weights by reason and level."""
    return {(row["reason"], row["level"]): float(row[column]) for row in rows("link_weights")}


def score(levels: Levels) -> float:
    """The weights of all levels and of the prior, summed: above 0, more likely one happening than two."""
    known = weights()
    return known["prior", ""] + sum(known[pair] for pair in levels.items())


def contradicts(levels: Levels) -> bool:
    """Whether the facts against are too strong for any likeness: judged apart in time and place, say.

    The same victims or several rare names in both show that a time or a place was read wrongly, not that there were two.
    """
    judged = weights("judged")
    against = sum(min(0.0, judged[name, levels[name]]) for name in FACTS if name in levels)
    return against <= CONTRADICTION and PROOF.isdisjoint(levels.items())
