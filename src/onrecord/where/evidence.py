"""Weigh whether a name is a place at all: the tagger's label is one witness beside the words around it and the gazetteer."""

from collections.abc import Container, Sequence

from onrecord.where.around import STRONG
from onrecord.where.find import BIG, Found
from onrecord.where.gazetteer import Candidate

ENOUGH = 2.0
LABELS = {"place": 2.0, "other": -1.0, "person": -2.0, "": 0.0}
WEAK = frozenset(("from", "to", "of", "through", "between", "against", "on", "off", "for", "along", "via", "leaving", "outside"))


def is_place(found: Found, options: Sequence[Candidate], within: bool, person: bool, spoken: Container[str] = ()) -> bool:
    """Whether the witnesses suffice; `within` when a known larger place stands behind its comma, `person` when somebody
    of this name is in the report; `spoken` holds the codes of the countries it speaks of."""
    weight = LABELS[found.label] / (2.0 if found.kind else 1.0)
    if found.kind:
        weight += _of_its_noun(found)
    if found.before in STRONG:
        weight += 2.0 if options else 1.0
    elif found.before in WEAK:
        weight += 1.0 if found.before != "of" else 0.5
    if options:
        weight += 2.0 if _is_big(options[0]) else 1.0
        told = bool(found.before or found.taken or found.label == "place")
        weight += 1.0 if told and any(c.country in spoken for c in options) else 0.0
        weight += 2.0 if found.taken else 0.0
        weight -= 0.0 if found.tagged else 1.5
        weight -= 1.0 if found.first and found.label != "place" else 0.0
    weight += 2.0 if within else 0.0
    if found.before == "near" and not options and not person:
        weight = max(weight, ENOUGH)  # what things lie near is a place, whatever the tagger makes of an unknown name
    weight += 1.0 if found.listed and (options or found.before) else 0.0
    return weight - (3.0 if person and found.before not in STRONG else 0.0) >= ENOUGH


def _of_its_noun(found: Found) -> float:
    """How much a noun beside a name tells: "the village of X" most."""
    if found.kind == "town":
        return 4.0 if found.before or found.span[0] < found.bare[0] else 0.0
    return 3.0 if found.before else 2.5


def _is_big(place: Candidate) -> bool:
    return place.prec >= 4 or place.population >= BIG
