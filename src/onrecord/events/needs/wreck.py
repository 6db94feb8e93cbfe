"""What must stand around a word of breaking things: what is put out of action, set alight, or hit by missiles."""

from onrecord import lexicon
from onrecord.events.needs.words import Condition, object_of
from onrecord.events.nouns import is_arm, is_place
from onrecord.events.syntax import doers, objects_of_prepositions, surface_subject
from onrecord.records import Parse, Token

ALIGHT = frozenset("ablaze alight afire aflame".split())
SPACE = frozenset("spacex nasa esa space isro roscosmos orbital booster falcon starship lunar moon toy model".split())
EMPTY = frozenset("test trial drill exercise rehearsal pad platform ocean sea atlantic pacific orbit".split())
INTO = ("into", "on", "onto", "in", "at", "against", "near")


def _is_thing(parse: Parse, noun: Token) -> bool:
    row = lexicon.index("counted").get(noun.lemma)
    return is_arm(parse, noun) or is_place(parse, noun) or (row is not None and row["class"] == "object")


def _thing_out(parse: Parse, verb: Token) -> bool:
    """Things put out of action: "knocked out two mortars", not "knocked out a boxer"."""
    target = object_of(parse, verb)
    out = any(k.lemma in ("out", "down") for k in parse.kids(verb, "prt", "advmod"))
    return out and target is not None and any(_is_thing(parse, t) for t in parse.conjuncts(target))


def _alight(parse: Parse, verb: Token) -> bool:
    """What is set ablaze, wherever that stands: "set two cars and a bus ablaze"."""
    words = [*parse.kids(verb, "oprd", "acomp", "advmod", "ccomp", "xcomp", "prt"), *_of_object(parse, verb)]
    fire = any(t.lemma == "fire" for t in objects_of_prepositions(parse, verb, "on"))
    return object_of(parse, verb) is not None and (fire or any(t.text.casefold() in ALIGHT for t in words))


def _of_object(parse: Parse, verb: Token) -> list[Token]:
    """What the tree hangs on the object: "ablaze" of "set two cars ablaze"."""
    target = object_of(parse, verb)
    return [k for t in parse.conjuncts(target) for k in parse.kids(t)] if target is not None else []


def _missiles(parse: Parse, verb: Token) -> bool:
    """Missiles that come down somewhere: "rockets slammed into homes"."""
    shot = any(is_arm(parse, t, "projectile") and not _is_harmless(parse, t) for t in surface_subject(parse, verb))
    hit = parse.kid(verb, "dobj")
    if _is_test(parse, verb):
        return False
    return shot and (hit.lemma != "mine" if hit is not None else any(objects_of_prepositions(parse, verb, *INTO)))


def _is_harmless(parse: Parse, missile: Token) -> bool:
    """Whether what comes down is no weapon: a space agency's rocket, the mortar of a wall, the firm Shell, one shell of a name."""
    bare = missile.tag in ("NN", "NNP") and missile.lemma.casefold() in ("mortar", "shell")
    unnamed = bare and parse.kid(missile, "det", "poss", "nummod", "compound", "amod") is None
    owners = parse.kids(missile, "poss", "compound", "nmod", "amod")
    return unnamed or any(t.text.casefold() in SPACE for t in owners)


def _is_test(parse: Parse, verb: Token) -> bool:
    """Whether a missile is only tried out, or comes down where nobody is: "in a test", "fell into the sea"."""
    under = [*objects_of_prepositions(parse, verb, "in", "during"), *objects_of_prepositions(parse, verb, *INTO)]
    return any(t.lemma.casefold() in EMPTY for t in under)


def _bomb(parse: Parse, verb: Token) -> bool:
    """A bomb that hits somebody: "a roadside bomb struck the bus"."""
    bombs = [t for t in doers(parse, verb) if is_arm(parse, t, "explosive")]
    bath = any(k.lemma in ("bath", "photo", "seed", "glitter") for t in bombs for k in parse.kids(t, "compound"))
    return parse.kid(verb, "dobj") is not None and bool(bombs) and not bath


WRECK_NEEDS: dict[str, Condition] = {"thing-out": _thing_out, "alight": _alight, "missiles": _missiles, "bomb": _bomb}
