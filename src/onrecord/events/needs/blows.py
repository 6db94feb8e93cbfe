"""What must stand around a word of violence: weapons, aircraft, targets, deaths that are told as such, threats that are uttered."""

import re
from functools import cache

from onrecord import lexicon
from onrecord.events.needs.crowds import is_walkout
from onrecord.events.needs.words import Condition, counted_people, object_of, on_object, subject_of
from onrecord.events.nouns import is_arm, is_body, is_people, is_place
from onrecord.events.planes import by_plane
from onrecord.events.syntax import agents, objects_of_prepositions, outer, surface_subject, undergoers
from onrecord.records import Parse, Token

CAUSING = frozenset(
    "cause claim report record document count leave result blame attribute lead confirm register include tally log".split()
)
BREAKING_OUT = frozenset(("erupt", "break", "ring", "start", "begin"))
ABSTRACT = frozenset(
    "reputation scourge terrorism threat life hope peace confidence economy group enemy image relationship evidence rule trust".split()
)
STORES = frozenset("cache stash arsenal ammunition weaponry materiel hideout workshop depot".split())
NATURAL = frozenset(
    "cholera malaria ebola flu pneumonia diarrhoea measles poverty drowning thirst hunger cancer disease starvation cold illness exposure covid-19 virus age cause".split()
)
ACCIDENTS = frozenset(
    "crash collision accident earthquake quake flood flooding landslide avalanche storm hurricane typhoon cyclone derailment wreck"
    " heatwave lightning".split()
)
STRIKING = frozenset("carry conduct launch hit kill target destroy injure wound".split())
TO_DEATH = re.compile(
    r"(?:\s+[\w-]+){0,6}?\s+(?:to\s+death|dead)\b", re.IGNORECASE
)  # "beat the two porters to death", "shot him dead"
BURNED = re.compile(r"burn(?:ed|t|ing|s)?(?:\s+[\w-]+){0,4}?\s+alive\b", re.IGNORECASE)  # "burned two men alive"
MENACED = frozenset("attack strike bombing retaliation revenge violence war assassination".split())
SHOTS = frozenset("shot round bullet gunshot volley".split())
HARMING = frozenset("kill hit wound injure strike shoot leave".split())
BEASTS = frozenset(
    "animal bear boar bull buffalo cow crocodile dog elephant hippo hippopotamus leopard lion rhino rhinoceros shark snake tiger wolf".split()
)
DYING = frozenset("kill die wound injure shoot capture death".split())
HAPPENING = frozenset("happen occur take unfold begin start erupt break".split())
ON_THE_WAY = frozenset(
    "bus minibus convoy patrol vehicle ambulance jeep lorry bike motorbike pickup boat ship vessel tractor cart taxi train carrier motorcade tanker trawler ferry".split()
)
BURIED = frozenset(  # "a land mine"
    "a an another two land anti - tank personnel vehicle vehicular anti-tank antitank anti-personnel buried hidden planted suspected".split()
)
RESPONDERS = frozenset("police officer deputy policeman trooper firefighter paramedic medic crew authority detective".split())


def _goes_off(parse: Parse, verb: Token) -> bool:
    """ "a bomb went off", not "a vehicle went off the road"."""
    off = [k for k in parse.kids(verb, "prt", "advmod", "prep") if k.lemma == "off"]
    return verb.lemma == "go" and bool(off) and parse.kid(off[0], "pobj") is None and _weapon(parse, verb)


def _weapon(parse: Parse, verb: Token) -> bool:
    """ "a bomb exploded", "Rebels detonated a charge"."""
    subject = next(iter(surface_subject(parse, verb)), None)
    if parse.kid(verb, "dobj") is not None:
        return True
    return subject is not None and (
        is_arm(parse, subject) or subject.lemma in ("bomber", "attacker", "vehicle", "himself", "militant")
    )


def _aircraft(parse: Parse, verb: Token) -> bool:
    actor = subject_of(parse, verb) or next(iter(objects_of_prepositions(parse, verb, "by")), None)
    return actor is not None and by_plane(parse, verb, [actor])


def _onto_mine(parse: Parse, verb: Token) -> bool:
    """Those on the way who set off a charge: "their bus hit a mine", "troops struck a roadside bomb"; not "gunmen hit the mine"."""
    goer, charge = subject_of(parse, verb), object_of(parse, verb)
    if verb.lemma == "step":
        charge = next(objects_of_prepositions(parse, verb, "on", "onto"), None)
        return goer is not None and is_people(parse, goer) and charge is not None and is_arm(parse, charge, "explosive")
    if goer is None or charge is None or not is_arm(parse, charge, "explosive"):
        return False
    moving = (
        is_arm(parse, goer, "vehicle")
        or goer.lemma in ON_THE_WAY
        or (goer.pos == "PRON" and (goer.lemma == "it" or verb.dep == "advcl"))
    )
    if charge.lemma != "mine":
        return moving or is_people(parse, goer)
    before = [k.text.casefold() for k in parse.kids(charge, "det", "poss", "compound", "amod", "nmod")]
    return moving and all(w in BURIED for w in before)


def _strike(parse: Parse, noun: Token) -> bool:
    before = {k.lemma for k in parse.kids(noun, "compound", "amod", "nmod")}
    if is_walkout(parse, noun):
        return False
    counted = parse.kid(noun, "nummod", "prep", "poss") is not None or parse.head(noun).lemma in STRIKING
    return noun.tag == "NNS" or counted or bool(before & {"air", "drone", "coalition", "missile", "aerial"})


def _takes_place(parse: Parse, noun: Token) -> bool:
    """A noun for what was told before, of which the sentence says when or where: "The incident happened on the bridge"."""
    return noun.dep == "nsubj" and parse.head(noun).lemma in HAPPENING


def _responders(parse: Parse, verb: Token) -> bool:
    """Police or medics called to where it happened: "Officers were called to the bridge"."""
    sent = next(iter(surface_subject(parse, verb)), None)
    scene = next(objects_of_prepositions(parse, verb, "to"), None)
    other = scene is not None and any(
        k.lemma in ("another", "second", "other", "separate") for k in parse.kids(scene, "det", "amod")
    )
    return sent is not None and sent.lemma in RESPONDERS and scene is not None and not other


def _inward(parse: Parse, verb: Token) -> bool:
    """Storming a place, not out of it."""
    return not any(k.lemma in ("out", "off", "away") for k in parse.kids(verb, "prep", "prt", "advmod"))


def _is_chemical(parse: Parse, noun: Token) -> bool:
    """ "chemical weapons", "nerve agents"."""
    before = {k.lemma for k in parse.kids(noun, "amod", "compound")}
    return noun.lemma in ("weapon", "agent", "bomb", "munition") and bool(before & {"chemical", "nerve", "toxic"})


def _of_chemical(parse: Parse, noun: Token) -> bool:
    return any(is_arm(parse, t, "chemical") or _is_chemical(parse, t) for t in objects_of_prepositions(parse, noun, "of"))


def _armed_on_people(parse: Parse, verb: Token) -> bool:
    """People aimed at by those who bear arms, not by sanctions or a campaign."""
    subject, target = subject_of(parse, verb), object_of(parse, verb)
    if subject is None or target is None or verb.dep == "xcomp" or not is_people(parse, target):
        return False
    row = lexicon.index("people").get(subject.lemma)
    armed = (row is not None and row["kind"] in ("armed_group", "state_force")) or subject.text.casefold() in _armed_names()
    return armed and not any(True for _ in objects_of_prepositions(parse, verb, "with"))


@lexicon.from_rows
@cache
def _armed_names(several: bool = False) -> frozenset[str]:
    """Names of listed armed groups that are one word, or of any number."""
    rows = [row for row in lexicon.rows("groups") if row["kind"] == "armed_group"]
    return frozenset(n.casefold() for row in rows for n in lexicon.names_of(row) if several or " " not in n)


def _menace(parse: Parse, noun: Token) -> bool:
    """A threat somebody made, not one that something poses: "the threat to kill him", "received threats"."""
    above = parse.head(outer(parse, noun))
    made = parse.kid(noun, "acl") is not None and any(
        k.tag == "TO" for a in parse.kids(noun, "acl") for k in parse.kids(a, "aux")
    )
    return made or (outer(parse, noun).dep in ("dobj", "nsubjpass") and above.lemma in ("receive", "make", "issue", "send"))


def _toll(parse: Parse, noun: Token) -> bool:
    """Deaths that are told as such: counted, caused, or of somebody."""
    counted = parse.kid(noun, "nummod") is not None or any(True for _ in objects_of_prepositions(parse, noun, "of"))
    above = parse.head(outer(parse, noun))
    return counted or above.lemma in CAUSING or parse.kid(noun, "poss") is not None


def _crime(parse: Parse, noun: Token) -> bool:
    """One killing that is called so: "are investigating a homicide", "a double homicide"; not "homicide rose"."""
    return noun.tag in ("NN", "NNP") and (parse.kid(noun, "det") is not None or _takes_place(parse, noun))


def _at(parse: Parse, verb: Token) -> bool:
    return any(
        is_people(parse, t) or is_body(parse, t) or is_place(parse, t) for t in objects_of_prepositions(parse, verb, "at", "on")
    )


def _shots_object(parse: Parse, verb: Token) -> bool:
    """Shots at somebody, not warning shots or shots into the air."""
    shots = object_of(parse, verb)
    aside = any(t.lemma in ("air", "salute") for t in objects_of_prepositions(parse, verb, "in", "into"))
    return shots is not None and shots.lemma in SHOTS and not aside and "warning" not in _before(parse, shots)


def _gunfire(parse: Parse, noun: Token) -> bool:
    """Shooting that hits people, not shots that are heard or that hit a wall."""
    first = outer(parse, noun)
    by = parse.head(first)
    verb = parse.head(by) if by.lemma == "by" else by
    told = by.lemma == "by" or first.dep == "nsubj"
    if verb.dep == "advcl" and first.dep == "nsubj" and verb.lemma in BREAKING_OUT:
        verb = parse.head(verb)  # "two were killed when gunfire erupted"
    return told and verb.lemma in HARMING and on_object(is_people)(parse, verb)


def _deadly(parse: Parse, noun: Token) -> bool:
    """A meeting with the armed in which people are killed or hurt: "two rebels were killed in an encounter"; not one with a bear.

    An encounter is one by itself, as reports from South Asia have it; a confrontation needs somebody who is armed.
    """
    first = outer(parse, noun)
    beside = (noun, parse.head(first)) if parse.head(first).lemma == "break" else (noun,)
    facing = [t for word in beside for t in objects_of_prepositions(parse, word, "with", "between")]
    armed = [any(_is_armed(parse, t) for t in parse.conjuncts(side)) for side in facing]
    if noun.lemma == "confrontation" and any(
        all(_is_armed(parse, t) for t in parse.conjuncts(s)) for s in facing if parse.kid(s, "conj")
    ):
        return True  # "confrontations between the army and the rebels"
    if noun.lemma == "encounter" and any(armed):
        return True  # "an encounter broke out between the guards and the rebels"
    if first.dep != "pobj" or parse.head(first).lemma not in ("in", "during"):
        return False
    verb = parse.head(parse.head(first))
    met = objects_of_prepositions(parse, noun, "with", "between", "against")
    if noun.lemma == "encounter":
        return verb.lemma in DYING and not any((counted_people(parse, t) or t).lemma in BEASTS for t in met)
    sides = (*met, *agents(parse, verb), *surface_subject(parse, verb), *undergoers(parse, verb))
    return verb.lemma in DYING and any(_is_armed(parse, t) for side in sides for t in parse.conjuncts(side))


def _is_armed(parse: Parse, token: Token) -> bool:
    """Whether a noun stands for fighters, troops or police, or names a body; of "a group of elephants", the elephants."""
    token = counted_people(parse, token) or token
    words = (token.lemma, token.text.casefold())
    rows = [t.get(w) for t in (lexicon.index("people"), lexicon.index("bodies")) for w in words]
    listed = any(row is not None and row["kind"] in ("armed_group", "state_force") for row in rows)
    first = min((k.start for k in parse.kids(token, "compound", "nmod")), default=token.start)
    called = parse.text[first : token.end].casefold()
    return listed or called in _armed_names(several=True) or (token.pos == "PROPN" and token.ent != "PERSON")


def _before(parse: Parse, noun: Token) -> set[str]:
    """Lemmas of the words that stand before a noun in its phrase."""
    return {k.lemma for k in parse.kids(noun, "compound", "amod", "nmod")}


def _material(parse: Parse, verb: Token) -> bool:
    """Things destroyed, not reputations."""
    target = object_of(parse, verb)
    return target is None or target.lemma not in ABSTRACT


def _threatens(parse: Parse, verb: Token) -> bool:
    """A threat that is uttered: to do something, or to people."""
    target = object_of(parse, verb)
    uttered = parse.kid(verb, "xcomp", "ccomp") is not None or bool(list(objects_of_prepositions(parse, verb, "with")))
    subject = subject_of(parse, verb)
    uttered = uttered or (target is not None and target.lemma in MENACED)
    speaks = subject is None or is_body(parse, subject)
    return speaks and (uttered or (target is not None and is_people(parse, target)))


def _shot(parse: Parse, verb: Token) -> bool:
    """Shooting at somebody, not prices that shot up."""
    return parse.kid(verb, "prt") is None or parse.kid(verb, "dobj", "nsubjpass") is not None


def _killed(parse: Parse, verb: Token) -> bool:
    """Killing people, not cattle, and by violence."""
    target = object_of(parse, verb)
    killed = [target, *parse.conjuncts(target)] if target is not None else []
    rows = [lexicon.index("counted").get(t.lemma) for t in killed]
    cattle = bool(rows) and all(row is not None and row["class"] == "never" for row in rows)
    return not cattle and _died(parse, verb)


def _to_death(parse: Parse, verb: Token) -> bool:
    """Blows that killed, as the words after them say."""
    return TO_DEATH.match(parse.text, verb.end) is not None or BURNED.match(parse.text, verb.start) is not None


def _died(parse: Parse, verb: Token) -> bool:
    """Deaths by violence, as far as the words tell: not of an illness, nor in an accident."""
    if any(t.lemma in ACCIDENTS for t in objects_of_prepositions(parse, verb, "in", "by", "during")):
        return False
    return not any(t.lemma in NATURAL for t in objects_of_prepositions(parse, verb, "of", "from"))


def _arms_object(parse: Parse, verb: Token) -> bool:
    """Weapons, or a store of them: "a cache of rifles", "ammunition"."""
    target = object_of(parse, verb)
    if target is None or is_people(parse, target):
        return False
    parts = [target, *objects_of_prepositions(parse, target, "of"), *parse.kids(target, "compound")]
    return any(t.lemma in STORES or is_arm(parse, t, "explosive", "projectile", "firearm") for t in parts)


BLOWS_NEED: dict[str, Condition] = {
    "weapon": _weapon,
    "weapon-object": on_object(lambda p, t: is_arm(p, t, "explosive", "projectile", "incendiary", "chemical")),
    "missile-object": on_object(lambda p, t: is_arm(p, t, "projectile")),
    "thing": on_object(
        lambda p, t: t.lemma in lexicon.words("counted") and lexicon.index("counted")[t.lemma]["class"] == "object"
    ),
    "goes-off": _goes_off,
    "aircraft": _aircraft,
    "onto-mine": _onto_mine,
    "strike": _strike,
    "menace": _menace,
    "toll": _toll,
    "crime": _crime,
    "at": _at,
    "arms-object": _arms_object,
    "material": _material,
    "threatens": _threatens,
    "shot": _shot,
    "shots-object": _shots_object,
    "gunfire": _gunfire,
    "deadly": _deadly,
    "died": _died,
    "to-death": _to_death,
    "killed": _killed,
    "fatally": lambda parse, noun: any(k.lemma == "fatally" for k in parse.kids(noun, "advmod")),
    "throat": on_object(lambda p, t: t.lemma == "throat"),
    "inward": _inward,
    "responders": _responders,
    "takes-place": _takes_place,
    "chemical-object": on_object(lambda p, t: is_arm(p, t, "chemical") or _is_chemical(p, t)),
    "of-chemical": _of_chemical,
    "armed-on-people": _armed_on_people,
}
