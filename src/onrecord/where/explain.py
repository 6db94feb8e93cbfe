"""Show why a name is taken for a place: every candidate with its score and reasons."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.where.find import Found
from onrecord.where.folding import fold
from onrecord.where.gazetteer import Candidate, look_up, look_up_loosely
from onrecord.where.nouns import noun_kind_of
from onrecord.where.score import Context, Reasons, distance_km, score

ALIKE = 0.6  # share of letters that two spellings of one name have in common, in order


@dataclass(frozen=True, slots=True)
class Reading:
    """One place a name may be, its score and the reasons that make it up; `km` from the place it was asked near to."""

    place: Candidate
    score: float
    reasons: Reasons
    km: float | None


def explained(name: str, near: Sequence[Candidate] = ()) -> tuple[Reading, ...]:
    """The readings of a name, best first, as if a report also named the places `near`.

    Where a country or division is near, only what lies in it, when anything does. A name that is spelled like no place has none.
    """
    context = Context(Counter(c.country for c in near if c.country), list(near))
    found = Found((0, len(name)), (0, len(name)), name, -1, noun_kind_of(name), label="place")
    out = []
    for place in _within(near, _alike(name)):
        reasons = score(place, found, context)
        km = round(distance_km(place, near[0]), 1) if near and place.lat is not None else None
        out.append(Reading(place, round(sum(w for _, w in reasons), 2), reasons, km))
    return tuple(sorted(out, key=lambda r: (-r.score, r.place.id)))


def _alike(name: str) -> tuple[Candidate, ...]:
    """The places of a name; of those found by other transliterations only the ones whose name is also spelled alike."""
    exact = look_up((name,)).get(name)
    if exact:
        return exact
    loosely = look_up_loosely((name,)).get(name, ())
    return tuple(place for place in loosely if SequenceMatcher(None, fold(name), fold(place.name)).ratio() >= ALIKE)


def _within(near: Sequence[Candidate], found: Sequence[Candidate]) -> Sequence[Candidate]:
    countries = {place.country for place in near[:1] if place.kind == "country"}
    divisions = {(place.country, place.admin1) for place in near[:1] if place.kind == "division"}
    return [p for p in found if p.country in countries or (p.country, p.admin1) in divisions] or found
