"""Choose among the places that a name may stand for the one with the best reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.where.find import BIG, Found
from onrecord.where.gazetteer import Candidate
from onrecord.where.ground import TOWN, is_alone
from onrecord.where.score import Context, distance_km, score

CLOSE = 1.5  # a rival scoring within this of the best is kept beside it
ENOUGH = 2.0  # the least score of a place
BEST_KNOWN = 1.5
SEAT_KM = 300


@dataclass(frozen=True, slots=True)
class Beside:
    """What the names behind its comma (`around`) and before it (`inside`) may be."""

    around: Sequence[Candidate] = ()
    inside: Sequence[Candidate] = ()


@dataclass(frozen=True, slots=True)
class Best:
    """The place chosen, its close rivals and the rule that chose it."""

    place: Candidate
    rivals: tuple[str, ...]
    rule: str


def best_of(options: Sequence[Candidate], found: Found, context: Context, beside: Beside, rule: str = "") -> Best | None:
    """The candidate with the best reasons, with those close behind; None where none has reasons enough."""
    ranked = ranking(options, found, context, beside)
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    weight, chosen = _seat(ranked, found, beside)
    larger = _larger(options, chosen) if not beside.around else []
    close = [c for w, c in ranked[1:4] if weight - w < CLOSE and (c.country, c.admin1) != (chosen.country, chosen.admin1)]
    rivals = tuple(f"{c.name}, {c.country}" for c in (*larger, *(c for c in close if c not in larger)))
    spoken = "where.namesake" if larger else "where.context"
    why = "where.only" if len(options) == 1 else spoken if chosen.country in context.spoken else "where.people"
    return Best(chosen, rivals, rule or why)


def _larger(options: Sequence[Candidate], chosen: Candidate) -> list[Candidate]:
    """The city of the name in another country that a town gave way to it for: "Tripoli" of a report that speaks of Lebanon."""
    largest = max(options, key=lambda c: c.population)
    return [largest] if chosen.prec == 1 and largest.country != chosen.country and largest.population > BIG else []


def _seat(ranked: Sequence[tuple[float, Candidate]], found: Found, beside: Beside) -> tuple[float, Candidate]:
    """The best reading; the town, where a division and the town it is named after share a bare name ("Najaf")."""
    weight, best = ranked[0]
    if best.prec == 4 and found.kind in ("", "spot") and not beside.inside:
        for other in (c for _, c in ranked[1:] if c.prec == 1 and c.country == best.country and c.population > TOWN):
            if distance_km(best, other) < SEAT_KM:
                return weight, other
    return weight, best


def ranking(options: Sequence[Candidate], found: Found, context: Context, beside: Beside) -> list[tuple[float, Candidate]]:
    """The candidates with the sum of their reasons, best first."""
    known_best = options[0] if options and is_alone(options) and options[0].population > BIG else None
    weighed = []
    for place in options:
        weight = sum(w for _, w in score(place, found, context, beside.around, beside.inside))
        weighed.append((weight + (BEST_KNOWN if place == known_best else 0.0), place))
    return sorted(weighed, key=lambda pair: (-pair[0], pair[1].id))
