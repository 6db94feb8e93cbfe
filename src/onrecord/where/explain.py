"""Show why a name is taken for a place: every candidate with its score and reasons."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.where.find import Found, noun_kind_of
from onrecord.where.gazetteer import Candidate, candidates
from onrecord.where.score import Context, Reasons, distance_km, score


@dataclass(frozen=True, slots=True)
class Reading:
    """One place a name may be, its score and the reasons that make it up; `km` from the place it was asked near to."""

    place: Candidate
    score: float
    reasons: Reasons
    km: float | None


def explained(name: str, near: Sequence[Candidate] = ()) -> tuple[Reading, ...]:
    """The readings of a name, best first, as if a report also named the places `near`."""
    context = Context(Counter(c.country for c in near if c.country), list(near))
    found = Found((0, len(name)), (0, len(name)), name, -1, noun_kind_of(name), label="place")
    out = []
    for place in candidates(name):
        reasons = score(place, found, context)
        km = round(distance_km(place, near[0]), 1) if near and place.lat is not None else None
        out.append(Reading(place, round(sum(w for _, w in reasons), 2), reasons, km))
    return tuple(sorted(out, key=lambda r: (-r.score, r.place.id)))
