"""What the words around a trigger must be for it to have the meaning its row gives: one named condition a line of the table."""

from collections.abc import Callable
from functools import cache

from onrecord import lexicon
from onrecord.events.syntax import agents, is_passive, objects_of_prepositions, outer, purpose, surface_subject, undergoers
from onrecord.records import Parse, Token

PLACE_NOUNS = frozenset(
    "village town city area territory neighbourhood neighborhood district base hill airport bridge road province region position"
    " capital camp post field crossing mountain outpost checkpoint port stronghold highway quarter suburb island valley airbase mile kilometre"
    " kilometer km terrain control ground county square border headquarters front bastion".split()
)
PARTS = frozenset(
    "control part percent rest last most number side mile kilometre kilometer half dozen lot swath all some much quarter third".split()
)
MILITARY = frozenset(
    "military security rescue joint offensive ground special cross-border combat counterterrorism counter-terrorism drone coalition"
    " clearing mop-up army police air naval large-scale search-and-destroy cleanup anti-terror anti-terrorist counterinsurgency".split()
)
AIMS = frozenset(
    "liberate isolate retake defeat reduce capture clear dislodge oust recapture eliminate seize flush drive free expel secure destroy".split()
)
CROWDS = frozenset(
    "crowd protester demonstrator demonstration protest rally march gathering striker marcher student rioter mob".split()
)
FORCES = frozenset(
    "troop soldier force battalion brigade unit fighter army police contingent regiment marine reinforcement".split()
)
SIGNING = frozenset("sign reach strike broker agree conclude negotiate announce violate break implement honour accept".split())
GOODS = frozenset(
    "aid food medicine shelter supply water relief assistance support weapon arm training intelligence money equipment".split()
)
CAUSING = frozenset(
    "cause claim report record document count leave result blame attribute lead confirm register include tally log".split()
)
ABSTRACT = frozenset(
    "reputation scourge terrorism threat life hope peace confidence economy group enemy image relationship evidence rule trust".split()
)
GIVING = frozenset("provide give offer receive lend render send deliver extend pledge".split())
RANKS = frozenset("group rank force insurgency army militia rebel militant organization organisation movement guerrilla".split())
DWELLERS = frozenset("family resident villager civilian people inhabitant household".split())
STORES = frozenset("cache stash arsenal ammunition weaponry materiel hideout workshop depot".split())
COUNTS = frozenset("group crowd hundred thousand dozen score number lot ten".split())
PROTESTERS = frozenset("protester demonstrator striker marcher protestor".split())
BASES = frozenset("base post outpost checkpoint headquarters camp point garrison position".split())
NATURAL = frozenset(
    "cholera malaria ebola flu pneumonia diarrhoea measles poverty drowning thirst hunger cancer disease starvation cold illness exposure covid-19 virus age cause".split()
)
BLOWS = frozenset(("strike", "airstrike", "bombardment", "shelling", "raid"))
STRIKING = frozenset("carry conduct launch hit kill target destroy injure wound".split())
RESPONDERS = frozenset("police officer deputy policeman trooper firefighter paramedic medic crew authority detective".split())
FUGITIVES = frozenset(
    "suspect gunman attacker assailant shooter robber thief driver bomber kidnapper culprit killer perpetrator".split()
)
PROJECTS = frozenset(
    "process plan idea proposal policy initiative candidate resolution talk agreement position reform law measure cause bill".split()
)
Condition = Callable[[Parse, Token], bool]


def holds(parse: Parse, token: Token, name: str) -> bool:
    """Whether a named condition holds around a token; the empty one always does."""
    return not name or CONDITIONS[name](parse, token)


def is_place(parse: Parse, token: Token) -> bool:
    """Whether a noun stands for ground that can be taken."""
    if token.lemma in PLACE_NOUNS or (token.ent in ("GPE", "LOC", "FAC") and not is_arm(parse, token)):
        return True
    return token.lemma in PARTS and any(is_place(parse, t) for t in objects_of_prepositions(parse, token, "of"))


def is_people(parse: Parse, token: Token) -> bool:
    """Whether a noun or pronoun stands for people."""
    if token.lemma == "figure" and token.tag == "NNS" and not parse.kids(token, "compound"):
        return False  # "released figures on the dead"
    if token.text.casefold() in ("someone", "somebody", "anyone", "everyone"):
        return True
    if token.text.casefold() == "those" and parse.kid(token, "relcl") is not None:
        return True
    listed = lexicon.words("people")
    if token.lemma in listed or token.text.casefold() in listed or token.ent in ("PERSON", "NORP"):
        return True
    personal = token.tag == "PRP" and token.lemma != "it"
    return personal or (
        token.pos in ("NUM", "DET") and any(is_people(parse, t) for t in objects_of_prepositions(parse, token, "of"))
    )


def is_body(parse: Parse, token: Token) -> bool:
    """Whether a noun stands for a body, or for people, that can be helped or help."""
    bodies = lexicon.words("bodies")
    named = token.pos == "PROPN" and token.ent in ("ORG", "GPE", "NORP", "PERSON", "")
    return token.lemma in bodies or token.text.casefold() in bodies or named or is_people(parse, token)


def is_arm(parse: Parse, token: Token, *classes: str) -> bool:
    """Whether a noun is a weapon (of one of these classes)."""
    row = _arm(parse, token)
    return row is not None and (not classes or row["class"] in classes)


def _arm(parse: Parse, token: Token) -> lexicon.Row | None:
    arms = lexicon.index("arms")
    pair = f"{parse[token.i - 1].text.casefold()} {token.lemma}" if token.i else ""
    return arms.get(pair) or arms.get(token.lemma)


def _object(parse: Parse, verb: Token) -> Token | None:
    return next(iter(undergoers(parse, verb)), None)


def _subject(parse: Parse, verb: Token) -> Token | None:
    return None if is_passive(parse, verb) else next(iter(surface_subject(parse, verb)), None)


def _on_object(test: Callable[[Parse, Token], bool]) -> Condition:
    """A condition on what the verb is done to."""

    def check(parse: Parse, verb: Token) -> bool:
        target = _object(parse, verb)
        return target is not None and test(parse, target)

    return check


def _place(parse: Parse, verb: Token) -> bool:
    target = _object(parse, verb)
    return target is not None and is_place(parse, target) and target.lemma not in lexicon.words("people")


def _goes_off(parse: Parse, verb: Token) -> bool:
    off = any(k.lemma == "off" for k in parse.kids(verb, "prt", "advmod", "prep"))
    return verb.lemma == "go" and off and _weapon(parse, verb)


def _weapon(parse: Parse, verb: Token) -> bool:
    """ "a bomb exploded", "Rebels detonated a charge"."""
    subject = next(iter(surface_subject(parse, verb)), None)
    if parse.kid(verb, "dobj") is not None:
        return True
    return subject is not None and (
        is_arm(parse, subject) or subject.lemma in ("bomber", "attacker", "vehicle", "himself", "militant")
    )


def _aircraft(parse: Parse, verb: Token) -> bool:
    actor = _subject(parse, verb) or next(iter(objects_of_prepositions(parse, verb, "by")), None)
    return actor is not None and is_arm(parse, actor, "aircraft")


def _strike(parse: Parse, noun: Token) -> bool:
    before = {k.lemma for k in parse.kids(noun, "compound", "amod", "nmod")}
    if before & {"hunger", "general", "labour", "labor", "student", "transport"}:
        return False
    counted = parse.kid(noun, "nummod", "prep", "poss") is not None or parse.head(noun).lemma in STRIKING
    return noun.tag == "NNS" or counted or bool(before & {"air", "drone", "coalition", "missile", "aerial"})


def _labour(parse: Parse, noun: Token) -> bool:
    return bool(
        {k.lemma for k in parse.kids(noun, "compound", "amod")} & {"hunger", "general", "labour", "labor", "student", "transport"}
    )


def _military(parse: Parse, noun: Token) -> bool:
    before = {k.lemma for k in parse.kids(noun, "compound", "amod", "nmod")}
    if before & {"search", "relief", "humanitarian", "business", "rescue-and-relief"}:
        return False
    goal = purpose(parse, noun)
    goes_on = noun.tag == "NNS" and noun.dep == "nsubj" and parse.head(noun).lemma in ("continue", "begin", "resume", "go")
    against = any(k.lemma == "against" for k in parse.kids(noun, "prep"))
    named = noun.pos == "PROPN" and noun.i + 1 < len(parse) and parse[noun.i + 1].text[:1].isupper() and noun.text[:1].isupper()
    town = noun.tag == "NN" and any(k.ent == "GPE" for k in parse.kids(noun, "compound"))  # "the Mosul operation"
    aimed = goal is not None and goal.lemma in AIMS
    return bool(before & MILITARY) or noun.ent == "EVENT" or against or named or goes_on or town or aimed


def _control(parse: Parse, verb: Token) -> bool:
    obj = _object(parse, verb)
    return obj is not None and obj.lemma == "control"


def _fall(parse: Parse, verb: Token) -> bool:
    subject = next(iter(surface_subject(parse, verb)), None)
    return subject is not None and is_place(parse, subject) and any(k.lemma == "to" for k in parse.kids(verb, "prep"))


def _civil(parse: Parse, verb: Token) -> bool:
    """People who flee their homes, not a suspect who flees the scene."""
    subject, target = next(iter(surface_subject(parse, verb)), None), parse.kid(verb, "dobj")
    if (subject is not None and subject.lemma in FUGITIVES) or (target is not None and target.lemma in ("scene", "custody")):
        return False
    return subject is not None and (is_people(parse, subject) or subject.tag in ("NNS", "PRP", "WP", "NNPS"))


def _takes_place(parse: Parse, noun: Token) -> bool:
    """A noun for what was told before, of which the sentence says when or where: "The incident happened on the bridge"."""
    return noun.dep == "nsubj" and parse.head(noun).lemma in (
        "happen",
        "occur",
        "take",
        "unfold",
        "begin",
        "start",
        "erupt",
        "break",
    )


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


def _freed(parse: Parse, verb: Token) -> bool:
    """People let go by those who held them, not sent home from a hospital."""
    treated = verb.dep == "conj" and parse.head(verb).lemma in ("treat", "evaluate", "hospitalize", "examine")
    wards = {t.lemma for t in objects_of_prepositions(parse, verb, "from")} & {"hospital", "clinic", "centre", "center"}
    return _on_object(is_people)(parse, verb) and not treated and not wards


def _counsel(parse: Parse, verb: Token) -> bool:
    """Advice of those who train and assist, not news: "advised the family of his death"."""
    return _party(parse, verb) and not any(True for _ in objects_of_prepositions(parse, verb, "of", "about", "against", "on"))


def _is_chemical(parse: Parse, noun: Token) -> bool:
    """ "chemical weapons", "nerve agents"."""
    before = {k.lemma for k in parse.kids(noun, "amod", "compound")}
    return noun.lemma in ("weapon", "agent", "bomb", "munition") and bool(before & {"chemical", "nerve", "toxic"})


def _of_chemical(parse: Parse, noun: Token) -> bool:
    return any(is_arm(parse, t, "chemical") or _is_chemical(parse, t) for t in objects_of_prepositions(parse, noun, "of"))


def _of_persons(parse: Parse, noun: Token) -> bool:
    return any(is_people(parse, t) and not is_place(parse, t) for t in objects_of_prepositions(parse, noun, "of"))


def _of_ground(parse: Parse, noun: Token) -> bool:
    return any(is_place(parse, t) for t in objects_of_prepositions(parse, noun, "of"))


def _for_ground(parse: Parse, noun: Token) -> bool:
    """A fight for a town, not for justice."""
    return any(t.ent == "GPE" or t.lemma in ("city", "town", "village") for t in objects_of_prepositions(parse, noun, "for"))


def _armed_on_people(parse: Parse, verb: Token) -> bool:
    """People aimed at by those who bear arms, not by sanctions or a campaign."""
    subject, target = _subject(parse, verb), _object(parse, verb)
    if subject is None or target is None or verb.dep == "xcomp" or not is_people(parse, target):
        return False
    row = lexicon.index("people").get(subject.lemma)
    armed = (row is not None and row["kind"] in ("armed_group", "state_force")) or subject.text.casefold() in _armed_names()
    return armed and not any(True for _ in objects_of_prepositions(parse, verb, "with"))


@lexicon.from_rows
@cache
def _armed_names() -> frozenset[str]:
    """Names of listed armed groups that are one word."""
    rows = [row for row in lexicon.rows("groups") if row["kind"] == "armed_group"]
    return frozenset(n.casefold() for row in rows for n in (row["name"], *row["aliases"].split("|")) if n and " " not in n)


def _forced(parse: Parse, verb: Token) -> bool:
    return any(k.lemma in ("forcibly", "force") for k in parse.kids(verb, "advmod"))


def _ranks(parse: Parse, verb: Token) -> bool:
    """ "pressed boys into its ranks", "forced men to join"."""
    into = any(t.lemma in ("rank", "service", "army") for t in objects_of_prepositions(parse, verb, "into"))
    join = any(k.lemma in ("join", "enroll", "enrol", "enlist", "fight") for k in parse.kids(verb, "xcomp", "ccomp", "advcl"))
    return into or (verb.lemma == "force" and join)


def _crowd(parse: Parse, verb: Token) -> bool:
    return parse.kid(verb, "ccomp", "dobj") is None


def _people_subject(parse: Parse, verb: Token) -> bool:
    subject = _subject(parse, verb)
    subject = _counted(parse, subject)
    return verb.dep != "xcomp" and subject is not None and is_people(parse, subject) and parse.kid(verb, "dobj", "ccomp") is None


def _counted(parse: Parse, noun: Token | None) -> Token | None:
    """The people in "a group of people", "hundreds of people"."""
    while noun is not None and (noun.lemma in COUNTS or noun.pos == "NUM"):
        inner = next(objects_of_prepositions(parse, noun, "of"), None)
        if inner is None:
            return noun
        noun = inner
    return noun


def _crowd_subject(parse: Parse, verb: Token) -> bool:
    subject = _counted(parse, _subject(parse, verb))
    return subject is not None and subject.lemma in PROTESTERS


def _base_object(parse: Parse, verb: Token) -> bool:
    """A post or base is set up by those who are armed."""
    target = _object(parse, verb)
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
    subject = _subject(parse, verb)
    return bool(before) or (subject is not None and (subject.lemma in FORCES or subject.lemma in RANKS))


def _drives_out(parse: Parse, verb: Token) -> bool:
    """Armed people driven from ground: "pushed the rebels out of the town"."""
    target = _object(parse, verb)
    if target is None:
        return False
    row = lexicon.index("people").get(target.lemma)
    armed = (row is not None and row["kind"] in ("armed_group", "state_force")) or (
        target.pos == "PROPN" and target.ent in ("ORG", "NORP", "")
    )
    beside = [k for t in (verb, target) for k in parse.kids(t, "prep", "prt", "advmod")]
    return armed and any(k.lemma in ("out", "back", "off", "from") for k in beside)


def _crowd_object(parse: Parse, verb: Token) -> bool:
    target = _object(parse, verb)
    return target is not None and target.lemma in CROWDS


def _crowd_noun(parse: Parse, noun: Token) -> bool:
    return bool({k.lemma for k in parse.kids(noun, "compound", "amod")} & {"protest", "peaceful", "street", "mass", "solidarity"})


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


def _at(parse: Parse, verb: Token) -> bool:
    return any(
        is_people(parse, t) or is_body(parse, t) or is_place(parse, t) for t in objects_of_prepositions(parse, verb, "at", "on")
    )


def _captive(parse: Parse, verb: Token) -> bool:
    words = parse.text[verb.end : verb.end + 60].casefold().split()
    target = _object(parse, verb)
    held = any(w.strip(",.") in ("hostage", "prisoner", "captive", "hostages", "prisoners", "captives") for w in words[:6])
    return target is not None and held


def _based(parse: Parse, verb: Token) -> bool:
    subject = next(iter(surface_subject(parse, verb)), None)
    at = any(k.lemma in ("at", "in", "near") for k in parse.kids(verb, "prep"))
    return subject is not None and at and (subject.lemma in FORCES or subject.text in ("Guards", "Marines"))


def _party(parse: Parse, verb: Token) -> bool:
    """One body helps another."""
    subject, target = _subject(parse, verb), _object(parse, verb)
    if any(t.lemma in BLOWS for t in agents(parse, verb)):
        return False  # "supported by air strikes": the strikes are the event
    if target is not None and target.lemma.casefold() in ("operation", "mission", "campaign"):
        return False
    helped = target is not None and is_body(parse, target) and target.tag != "PRP"
    return helped and (subject is None or is_body(parse, subject))


def _relief(parse: Parse, verb: Token) -> bool:
    target = _object(parse, verb)
    to = any(is_body(parse, t) for t in objects_of_prepositions(parse, verb, "to", "for"))
    return target is not None and (target.lemma in GOODS or parse.kid(target, "compound") is not None) and to


def _pact(parse: Parse, noun: Token) -> bool:
    above = parse.head(outer(parse, noun))
    return above.lemma in SIGNING or bool(
        {k.lemma for k in parse.kids(noun, "compound", "amod")} & {"peace", "ceasefire", "truce"}
    )


def _of_people(parse: Parse, noun: Token) -> bool:
    """ "the release of two nurses", "his release"."""
    whose = [*objects_of_prepositions(parse, noun, "of"), *parse.kids(noun, "poss")]
    return any(is_people(parse, t) or t.tag == "PRP$" or t.pos == "PROPN" for t in whose)


def _held_ground(parse: Parse, verb: Token) -> bool:
    """Ground that somebody is said to hold, not what only tells where: "in an area controlled by rebels"."""
    return verb.dep not in ("acl", "relcl") and _place(parse, verb)


def _held(parse: Parse, verb: Token) -> bool:
    """People held, not held accountable."""
    after = parse.text[verb.end : verb.end + 50].casefold()
    blamed = any(word in after for word in ("accountable", "responsible", "to account"))
    return _on_object(is_people)(parse, verb) and not blamed


def _material(parse: Parse, verb: Token) -> bool:
    """Things destroyed, not reputations."""
    target = _object(parse, verb)
    return target is None or target.lemma not in ABSTRACT


def _threatens(parse: Parse, verb: Token) -> bool:
    """A threat that is uttered: to do something, or to people."""
    target = _object(parse, verb)
    uttered = parse.kid(verb, "xcomp", "ccomp") is not None or bool(list(objects_of_prepositions(parse, verb, "with")))
    subject = _subject(parse, verb)
    speaks = subject is None or is_body(parse, subject)
    return speaks and (uttered or (target is not None and is_people(parse, target)))


def _shot(parse: Parse, verb: Token) -> bool:
    """Shooting at somebody, not prices that shot up."""
    return parse.kid(verb, "prt") is None or parse.kid(verb, "dobj", "nsubjpass") is not None


def _died(parse: Parse, verb: Token) -> bool:
    """Deaths by violence, as far as the words tell."""
    return not any(t.lemma in NATURAL for t in objects_of_prepositions(parse, verb, "of", "from"))


def _caught(parse: Parse, verb: Token) -> bool:
    filmed = any(
        t.lemma in ("video", "camera", "tape", "film", "surprise", "guard")
        for t in objects_of_prepositions(parse, verb, "on", "by", "off")
    )
    return not filmed and _on_object(is_people)(parse, verb)


def _help(parse: Parse, noun: Token) -> bool:
    """Help that somebody gives: "the support of the coalition", "gave assistance to the villagers"."""
    if PROJECTS & {t.lemma for t in objects_of_prepositions(parse, noun, "for")}:
        return False  # "support for the peace process"
    given = outer(parse, noun).dep == "dobj" and parse.head(outer(parse, noun)).lemma in GIVING
    giver = any(is_body(parse, t) for t in objects_of_prepositions(parse, noun, "of", "from", "by"))
    provided = any(k.lemma in GIVING for k in parse.kids(noun, "acl"))
    return given or provided or (giver and noun.dep == "pobj" and parse.head(noun).lemma == "with")


def _ranks_object(parse: Parse, verb: Token) -> bool:
    """Joining that is told as done or meant: not "those who refuse to join"."""
    if verb.dep == "xcomp" and parse.head(verb).lemma in ("refuse", "decline", "fail"):
        return False
    target = _object(parse, verb)
    return target is not None and (target.lemma in RANKS or (target.pos == "PROPN" and target.ent in ("ORG", "NORP")))


def _left_home(parse: Parse, verb: Token) -> bool:
    """ "dozens of families left the town": people who live there, not visitors."""
    subject, target = _subject(parse, verb), _object(parse, verb)
    while subject is not None and subject.lemma in PARTS | {"number", "score", "hundred", "thousand"}:
        subject = next(objects_of_prepositions(parse, subject, "of"), None)
    return (
        subject is not None
        and subject.lemma in DWELLERS
        and (target is None or is_place(parse, target) or target.lemma in ("home", "house"))
    )


def _arms_object(parse: Parse, verb: Token) -> bool:
    """Weapons, or a store of them: "a cache of rifles", "ammunition"."""
    target = _object(parse, verb)
    if target is None or is_people(parse, target):
        return False
    parts = [target, *objects_of_prepositions(parse, target, "of"), *parse.kids(target, "compound")]
    return any(t.lemma in STORES or is_arm(parse, t, "explosive", "projectile", "firearm") for t in parts)


def _mob(parse: Parse, noun: Token) -> bool:
    return noun.dep in ("nsubj", "pobj", "compound") and parse.head(noun).lemma not in ("be", "have")


CONDITIONS: dict[str, Condition] = {
    "people": _on_object(is_people),
    "place": _place,
    "weapon": _weapon,
    "weapon-object": _on_object(lambda p, t: is_arm(p, t, "explosive", "projectile", "incendiary", "chemical")),
    "missile-object": _on_object(lambda p, t: is_arm(p, t, "projectile")),
    "force-object": _on_object(lambda p, t: t.lemma in FORCES),
    "thing": _on_object(
        lambda p, t: t.lemma in lexicon.words("counted") and lexicon.index("counted")[t.lemma]["class"] == "object"
    ),
    "goes-off": _goes_off,
    "aircraft": _aircraft,
    "strike": _strike,
    "labour": _labour,
    "military": _military,
    "control": _control,
    "fall": _fall,
    "civil": _civil,
    "forced": _forced,
    "ranks": _ranks,
    "crowd": _crowd,
    "people-subject": _people_subject,
    "crowd-object": _crowd_object,
    "crowd-noun": _crowd_noun,
    "menace": _menace,
    "toll": _toll,
    "at": _at,
    "captive": _captive,
    "based": _based,
    "party": _party,
    "relief": _relief,
    "pact": _pact,
    "mob": _mob,
    "drives-out": _drives_out,
    "crowd-subject": _crowd_subject,
    "base-object": _base_object,
    "left-home": _left_home,
    "arms-object": _arms_object,
    "help": _help,
    "ranks-object": _ranks_object,
    "of-people": _of_people,
    "held-ground": _held_ground,
    "held": _held,
    "material": _material,
    "threatens": _threatens,
    "shot": _shot,
    "died": _died,
    "caught": _caught,
    "inward": _inward,
    "people-noun": _on_object(lambda p, t: t.pos != "PROPN" and is_people(p, t)),
    "of-persons": _of_persons,
    "responders": _responders,
    "takes-place": _takes_place,
    "freed": _freed,
    "counsel": _counsel,
    "chemical-object": _on_object(lambda p, t: is_arm(p, t, "chemical") or _is_chemical(p, t)),
    "of-chemical": _of_chemical,
    "of-ground": _of_ground,
    "for-ground": _for_ground,
    "armed-on-people": _armed_on_people,
}
