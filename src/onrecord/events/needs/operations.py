"""What makes an operation an armed one: not a rescue, a relief or a surgical operation."""

from onrecord import lexicon
from onrecord.events.needs.words import Condition
from onrecord.events.nouns import is_people
from onrecord.events.syntax import objects_of_prepositions, outer, purpose
from onrecord.records import Parse, Token

MILITARY = frozenset(
    "military security joint offensive ground special cross-border combat counterterrorism counter-terrorism drone coalition"
    " clearing mop-up army police air naval large-scale search-and-destroy cleanup anti-terror anti-terrorist counterinsurgency".split()
)
AIMS = frozenset(
    "liberate isolate retake defeat reduce capture clear dislodge oust recapture eliminate seize flush drive free expel secure destroy".split()
)
PEACEFUL = frozenset(
    "rescue relief training demining de-mining mining clearance disposal hospital medical surgical heart brain knee hip eye humanitarian"
    " mine peacekeeping peace business cooking search salvage evacuation logging drilling fishing cleaning construction demolition recovery".split()
)


def _military(parse: Parse, noun: Token) -> bool:
    """An operation of those who fight, by what it is called, aimed at or did; one that helps is none, unless it is against somebody."""
    before = {k.lemma for k in parse.kids(noun, "compound", "amod", "nmod")}
    policing = any(k.text.casefold() == "policing" for k in parse.kids(noun, "amod", "compound"))
    against = any(k.lemma == "against" for k in parse.kids(noun, "prep"))
    if _is_speaking(parse, noun) or policing or (not against and _is_peaceful(parse, noun)):
        return False
    goal = purpose(parse, noun)
    goes_on = noun.tag == "NNS" and noun.dep == "nsubj" and parse.head(noun).lemma in ("continue", "begin", "resume", "go")
    named = noun.pos == "PROPN" and noun.i + 1 < len(parse) and parse[noun.i + 1].text[:1].isupper() and noun.text[:1].isupper()
    town = noun.tag == "NN" and any(k.ent == "GPE" for k in parse.kids(noun, "compound"))  # "the Mosul operation"
    aimed = goal is not None and goal.lemma in AIMS
    return (
        bool(before & MILITARY) or noun.ent == "EVENT" or against or named or goes_on or town or aimed or _is_deadly(parse, noun)
    )


def _is_peaceful(parse: Parse, noun: Token) -> bool:
    """Whether an operation helps, heals or works: "a search and rescue operation", "a joint rescue and relief operation"."""
    before = parse.tokens[parse.subtree(noun)[0] : noun.i]
    words = {t.text.casefold() for t in before}
    return bool(words & PEACEFUL) and "destroy" not in words


def _is_deadly(parse: Parse, noun: Token) -> bool:
    """Whether people are killed or caught in an operation: "killed two rebels in an operation"."""
    first = outer(parse, noun)
    verb = parse.head(parse.head(first)) if first.dep == "pobj" and parse.head(first).lemma in ("in", "during") else None
    if any(parse.kid(t, "poss") is not None for t in objects_of_prepositions(parse, noun, "on")):
        return False  # "an operation on his knee"
    return verb is not None and verb.lemma in ("kill", "wound", "injure", "neutralize", "neutralise")


def _is_speaking(parse: Parse, noun: Token) -> bool:
    """Whether an operation is a body by its name, which speaks or has men: "Operation Anvil said", "the spokesman of Operation Anvil"."""
    if noun.text != "Operation" or noun.dep != "compound":
        return False
    name = parse.head(noun)
    if name.dep in ("nsubj", "appos"):
        row = lexicon.index("cues").get(parse.head(name).lemma)
        return row is not None and row["pos"] == "verb" and "clause" in row["frame"].split(",")
    of = parse.head(name)
    return name.dep == "pobj" and of.lemma in ("of", "for", "with") and is_people(parse, parse.head(of))


OPERATIONS_NEED: dict[str, Condition] = {"military": _military}
