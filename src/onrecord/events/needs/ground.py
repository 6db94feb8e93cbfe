"""What must stand around a word of taking, holding or basing on ground."""

from onrecord import lexicon
from onrecord.events.needs.words import Condition, object_of, on_object, subject_of
from onrecord.events.nouns import is_force, is_people, is_place
from onrecord.events.syntax import doers, objects_of_prepositions, surface_subject
from onrecord.records import Parse, Token

FORCES = frozenset(
    "troop soldier force battalion brigade unit fighter army police contingent regiment marine reinforcement".split()
)
RANKS = frozenset("group rank force insurgency army militia rebel militant organization organisation movement guerrilla".split())
PAPERS = frozenset("bill treaty agreement accord deal pact talk negotiation race law proposal complaint convention union".split())
GROUND = frozenset(
    "town city village district neighbourhood neighborhood suburb province region area territory base post outpost checkpoint hill"
    " airport airfield bridge barracks garrison stronghold bastion ridge valley crossing settlement hamlet dam".split()
)
BASES = frozenset("base post outpost checkpoint headquarters camp point garrison position".split())


def _place(parse: Parse, verb: Token) -> bool:
    target = object_of(parse, verb)
    return target is not None and is_place(parse, target) and target.lemma not in lexicon.words("people")


def _taken_ground(parse: Parse, verb: Token) -> bool:
    """Ground that armed people take, or that is taken from them: "rebels took the town", not "took the road to Gao"."""
    target = object_of(parse, verb)
    if target is None or not (target.ent == "GPE" or target.lemma in GROUND) or any(objects_of_prepositions(parse, verb, "to")):
        return False
    takers = doers(parse, verb)
    armed = any(t.lemma in FORCES or t.lemma in RANKS or is_force(parse, t) for t in takers)
    return armed or (not takers and target.lemma in GROUND)


def _is_armed(noun: Token) -> bool:
    row = lexicon.index("people").get(noun.lemma)
    return row is not None and row["kind"] in ("armed_group", "state_force")


def _control(parse: Parse, verb: Token) -> bool:
    obj = object_of(parse, verb)
    of = list(objects_of_prepositions(parse, obj, "of", "over")) if obj is not None else []
    return obj is not None and obj.lemma == "control" and (not of or any(is_place(parse, t) or t.pos == "PROPN" for t in of))


def _fall(parse: Parse, verb: Token) -> bool:
    subject = next(iter(surface_subject(parse, verb)), None)
    return subject is not None and is_place(parse, subject) and any(k.lemma == "to" for k in parse.kids(verb, "prep"))


def _troops(parse: Parse, verb: Token) -> bool:
    """Forces that withdraw or are withdrawn, not a bill, and not from a treaty."""
    left = {t.lemma for t in objects_of_prepositions(parse, verb, "from")}
    first = object_of(parse, verb)
    if left & PAPERS:
        return False
    moved = [first, *objects_of_prepositions(parse, first, "of")] if first is not None else []
    return not moved or any(t.lemma in FORCES or is_people(parse, t) or t.ent in ("ORG", "NORP", "GPE") for t in moved)


def _of_troops(parse: Parse, noun: Token) -> bool:
    return not any(t.lemma in PAPERS for t in objects_of_prepositions(parse, noun, "from", "of"))


def _of_ground(parse: Parse, noun: Token) -> bool:
    return any(is_place(parse, t) for t in objects_of_prepositions(parse, noun, "of"))


def _for_ground(parse: Parse, noun: Token) -> bool:
    """A fight for a town, not for justice."""
    return any(t.ent == "GPE" or t.lemma in ("city", "town", "village") for t in objects_of_prepositions(parse, noun, "for"))


def _base_object(parse: Parse, verb: Token) -> bool:
    """A post or base is set up by those who are armed."""
    target = object_of(parse, verb)
    if target is None or target.lemma not in BASES:
        return False
    before = {k.lemma for k in parse.kids(target, "compound", "amod")} & {
        "military",
        "observation",
        "army",
        "air",
        "naval",
        "forward",
    }
    subject = subject_of(parse, verb)
    return bool(before) or (subject is not None and (subject.lemma in FORCES or subject.lemma in RANKS))


def _drives_out(parse: Parse, verb: Token) -> bool:
    """Armed people driven from ground: "pushed the rebels out of the town"."""
    target = object_of(parse, verb)
    if target is None:
        return False
    armed = _is_armed(target) or (target.pos == "PROPN" and target.ent in ("ORG", "NORP", ""))
    if any(t.lemma in ("power", "office", "government") for t in objects_of_prepositions(parse, verb, "from")):
        return False
    beside = [k for t in (verb, target) for k in parse.kids(t, "prep", "prt", "advmod")]
    return armed and any(k.lemma in ("out", "back", "off", "from") for k in beside)


def _based(parse: Parse, verb: Token) -> bool:
    subject = next(iter(surface_subject(parse, verb)), None)
    at = any(k.lemma in ("at", "in", "near") for k in parse.kids(verb, "prep"))
    return subject is not None and at and (subject.lemma in FORCES or subject.text in ("Guards", "Marines"))


def _held_ground(parse: Parse, verb: Token) -> bool:
    """Ground that somebody is said to hold, not what only tells where: "in an area controlled by rebels"."""
    return verb.dep not in ("acl", "relcl") and _place(parse, verb)


GROUND_NEEDS: dict[str, Condition] = {
    "place": _place,
    "taken-ground": _taken_ground,
    "force-object": on_object(lambda p, t: t.lemma in FORCES),
    "troops": _troops,
    "of-troops": _of_troops,
    "control": _control,
    "fall": _fall,
    "based": _based,
    "drives-out": _drives_out,
    "base-object": _base_object,
    "held-ground": _held_ground,
    "of-ground": _of_ground,
    "for-ground": _for_ground,
}
