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
    if not options and not found.kind:
        return _is_told_as_place(found, within, person)
    weight = LABELS[found.label] / (2.0 if found.kind else 1.0)
    if found.kind:
        weight += _of_its_noun(found)
    weight += _of_preposition(found, 2.0 if options else 1.0)
    if options:
        weight += _of_gazetteer(found, options, spoken)
    weight += 2.0 if within or found.inside else 0.0
    weight += 1.0 if found.listed and (options or found.before) else 0.0
    return weight - (3.0 if person and found.before not in STRONG else 0.0) >= ENOUGH


def _of_preposition(found: Found, strong: float) -> float:
    if found.before in STRONG:
        return strong
    return 0.5 if found.before == "of" else 1.0 if found.before in WEAK else 0.0


def _of_gazetteer(found: Found, options: Sequence[Candidate], spoken: Container[str]) -> float:
    """How much it tells that the gazetteer knows the name."""
    told = bool(found.before or found.taken or found.label == "place")
    weight = 2.0 if _is_big(options[0]) else 1.0
    weight += 1.0 if told and any(c.country in spoken for c in options) else 0.0
    weight += 2.0 if found.taken else 0.0
    weight -= 0.0 if found.tagged else 1.5
    return weight - (1.0 if found.first and found.label != "place" else 0.0)


def _is_told_as_place(found: Found, within: bool, person: bool) -> bool:
    """Whether the language alone makes a place of a name that no gazetteer knows, whatever the tagger takes it for.

    What things lie near, or happen in or at with a province behind it ("at Khallari in Dhamtari district"), and what is
    shelled or besieged, is a place; what the tagger takes for one needs some word that leads to it.
    """
    if person or found.acronym:
        return False
    around = within or found.inside
    if (found.before == "near" and found.led) or (around and found.before in (*STRONG, "from")) or found.besieged:
        return True
    if found.label == "place" or not found.led:
        return found.label == "place" and (around or is_led_to(found))
    weight = LABELS[found.label] + _of_preposition(found, 1.0) + (2.0 if around else 0.0)
    return weight + (1.0 if found.listed and found.before else 0.0) >= ENOUGH


def is_led_to(found: Found) -> bool:
    """Whether some word leads to a name as to a place: a preposition, a verb of taking, a place behind or beside it."""
    return bool(found.before or found.taken or found.besieged or found.within or found.inside or found.listed)


def _of_its_noun(found: Found) -> float:
    """How much a noun beside a name tells: "the village of X" most."""
    if found.kind == "town" and (found.before or found.apposed or found.span[0] < found.bare[0]):
        return 4.0
    return 3.0 if found.before or found.kind == "town" else 2.5


def _is_big(place: Candidate) -> bool:
    return place.prec >= 4 or place.population >= BIG
