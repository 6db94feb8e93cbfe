"""The links worth keeping: those that hold incidents together, those that nearly did, and those an analyst ruled on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.link.cluster import NEVER
from onrecord.link.comparison import Comparison, Pair
from onrecord.link.decisions import Ruling
from onrecord.link.explain import reasons
from onrecord.link.weigh import score
from onrecord.records import Link, Ref

UNSURE = -2.0  # score from which on two accounts that stayed apart may be one happening all the same


def links(comparison: Comparison, scores: Mapping[Pair, float], home: Sequence[int], ruled: Ruling) -> tuple[Link, ...]:
    """The links between accounts, in order; `home` is the group of each account."""
    kept = sorted(_kept(comparison, scores, home, ruled))
    return tuple(_link(comparison, pair, verdict, rule) for pair, verdict, rule in kept)


def _kept(
    comparison: Comparison, scores: Mapping[Pair, float], home: Sequence[int], ruled: Ruling
) -> Iterator[tuple[Pair, str, str]]:
    """Each pair to keep, with its verdict and the rule that gave it."""
    yield from ((pair, verdict, "link.decision") for pair, verdict in ruled.apart.items())
    yield from ((pair, "same", "link.decision") for pair in ruled.same)
    settled = {*ruled.apart, *ruled.same}
    for pair, weight in scores.items():
        one, other = pair
        if pair in settled:
            continue
        if home[one] == home[other] and weight > NEVER:
            yield pair, "same", "link.score"
        elif home[one] != home[other] and weight >= UNSURE:
            yield pair, "unsure", "link.score"
        elif home[one] != home[other] and pair in comparison.refused:
            yield pair, "different", "link.contradiction"


def _link(comparison: Comparison, pair: Pair, verdict: str, rule: str) -> Link:
    one, other = (comparison.found[number] for number in pair)
    levels = comparison.levels(*pair)
    return Link(one.ref, other.ref, round(score(levels), 2), reasons(one, other, levels), verdict, rule)


def rivals(kept: Sequence[Link], incident_of: Mapping[Ref, str]) -> dict[str, tuple[str, ...]]:
    """By incident, the incidents it may be the same as: the score or an analyst left it open."""
    out: defaultdict[str, set[str]] = defaultdict(set)
    for link in kept:
        if link.verdict == "unsure":
            one, other = incident_of[link.one], incident_of[link.other]
            out[one].add(other)
            out[other].add(one)
    return {incident: tuple(sorted(others)) for incident, others in out.items()}
