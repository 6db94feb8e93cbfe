"""Who did it to whom: the roles of an event, from the words around its trigger."""

from collections.abc import Sequence

from onrecord.events.governors import Sides
from onrecord.events.joined import across, is_rest, whole_of
from onrecord.events.nominal import AIDED, SUFFERED, of_noun
from onrecord.events.syntax import (
    VERBAL,
    agents,
    doers,
    is_passive,
    objects_of_prepositions,
    surface_subject,
    undergoers,
)
from onrecord.events.things import hit_by
from onrecord.events.triggers import Trigger
from onrecord.events.who import actors_of, for_whom
from onrecord.records import Cast, Parse, Token

BESIDE = ("under", "beside", "near", "outside", "against", "in", "at", "inside", "next")
FRONTS = frozenset(("front", "side", "entrance", "gate", "door", "middle", "path"))
TAKEN = frozenset(("looting", "release", "territory_gain", "displacement", "other"))  # done to those it is taken from
HURT = frozenset(("shoot", "stab", "wound", "injure", "hit"))  # verbs that need an object when they are active
TOLD = frozenset(("tell", "inform", "say", "report"))
FORCING = frozenset(("force", "compel", "oblige"))


def assign(parse: Parse, cast: Cast, trigger: Trigger) -> None:
    """Fill in `by` and `to` of a trigger with actor ids."""
    token = trigger.token
    nominal = token.pos in ("NOUN", "PROPN", "ADJ") and not (token.dep in ("acl", "pcomp", "advcl") and token.tag == "VBG")
    by, to = of_noun(parse, cast, trigger) if nominal or trigger.frame == "noun" else _of_verb(parse, token, trigger)
    inside = {t.i for t in parse.tokens_in(trigger.span)}
    by = [
        t for who in by if who.i not in inside for t in (who, *_beside(parse, who))
    ]  # "the bomber" of "suicide bomber blew himself up" is no side of its own
    trigger.things = hit_by(parse, cast, trigger, to)
    trigger.by = for_whom(parse, cast, by) if trigger.type != "threat" else actors_of(parse, cast, by)
    facing = actors_of(parse, cast, across(parse, token))
    trigger.by = [a for a in trigger.by if a not in facing] or trigger.by
    trigger.to = [a for a in actors_of(parse, cast, to) if a not in trigger.by]


def _beside(parse: Parse, who: Token) -> list[Token]:
    """Those somebody acts with: "together with the militia", "alongside troops"."""
    with_whom = [k for k in parse.kids(who, "prep") if k.lemma == "alongside" or _is_together(parse, k)]
    return [t for k in with_whom for t in parse.kids(k, "pobj")]


def _is_together(parse: Parse, prep: Token) -> bool:
    return prep.lemma == "with" and any(k.lemma in ("together", "along") for k in parse.kids(prep, "advmod"))


def _of_verb(parse: Parse, verb: Token, trigger: Trigger) -> Sides:
    """Subjects and objects of a verb trigger by its frame."""
    frame = trigger.frame
    if verb.dep == "oprd" and parse.head(verb).lemma in TOLD:
        return [], []  # "was told that soldiers had beaten, assaulted and shot villagers", hung on "told"
    if frame == "setting":
        return [], []  # "officers were called to the bridge" only tells where it happened
    if frame == "suffer" and (under := _under(parse, trigger)) is not None:
        return _of_exposure(parse, trigger, under)
    if frame == "civil" and verb.dep in ("xcomp", "ccomp") and parse.head(verb).lemma in FORCING:
        return doers(parse, parse.head(verb)), surface_subject(parse, verb)
    if frame in ("suffer", "civil"):
        return agents(parse, verb), _harmed(parse, surface_subject(parse, verb) or undergoers(parse, verb))
    if trigger.type == "surrender":
        return surface_subject(parse, verb), list(objects_of_prepositions(parse, verb, "to"))
    if frame in ("move", "crowd"):
        return surface_subject(parse, verb) or undergoers(parse, verb), []
    if frame == "deploy":
        return doers(parse, verb) or undergoers(parse, verb), []
    if frame == "mutual":
        others = [*undergoers(parse, verb), *objects_of_prepositions(parse, verb, "with", "against", "between")]
        return doers(parse, verb), others
    if frame == "fall":
        return list(objects_of_prepositions(parse, verb, "to")), []
    if frame == "shift":
        return _of_shift(parse, verb)
    if frame == "weapon":
        return _of_weapon(parse, verb)
    patients = _harmed(parse, undergoers(parse, verb))
    if verb.dep == "amod" and verb.tag == "VBN" and not parse.kids(verb):
        patients = [parse.head(verb)]  # "the kidnapped girl"
    at = ("on", "at", "upon") if not patients or not is_passive(parse, verb) else ()  # "three were shot at a bar"
    onto = list(objects_of_prepositions(parse, verb, "against", *at))
    if trigger.type in TAKEN:
        onto += objects_of_prepositions(parse, verb, "from")
    if trigger.type == "armed_clash":  # "exchanged fire with"
        onto += [o for t in parse.tokens_in(trigger.span) for o in objects_of_prepositions(parse, t, "with")]
    if trigger.type == "aid":
        onto += objects_of_prepositions(parse, verb, *AIDED)
    to = [*patients, *onto]
    if not to and (trigger.type in SUFFERED or verb.lemma in HURT) and _lacks_auxiliary(parse, verb):
        return agents(parse, verb), surface_subject(parse, verb)
    return doers(parse, verb), to


def _under(parse: Parse, trigger: Trigger) -> Token | None:
    """The preposition of a phrase for being fired at: "came under fire"."""
    return next((t for t in parse.tokens_in(trigger.span) if t.lemma == "under"), None)


def _of_exposure(parse: Parse, trigger: Trigger, under: Token) -> Sides:
    """Of those who are fired at: "the convoy came under fire from rebels", "is under attack by rebels"."""
    verb = parse.head(under)
    words = {t.i: t for t in (*parse.tokens_in(trigger.span), verb)}.values()
    by = [o for t in words for o in (*agents(parse, t), *objects_of_prepositions(parse, t, "from"))]
    return by, [verb] if verb.pos not in VERBAL else surface_subject(parse, verb)


def _harmed(parse: Parse, tokens: Sequence[Token]) -> list[Token]:
    """Those something is done to; "another" is one more of those told before."""
    return [w for t in tokens for w in (whole_of(parse, t) if is_rest(parse, t) else [t])]


def _lacks_auxiliary(parse: Parse, verb: Token) -> bool:
    """Whether a verb without an object is a passive that lost its auxiliary: "14 rebels killed and three captured in Gao"."""
    subject = parse.kid(verb, "nsubj")
    counted = subject is not None and (subject.tag in ("NNS", "CD") or parse.kid(subject, "nummod") is not None)
    more = [k for k in parse.kids(verb, "aux", "prt", "xcomp", "ccomp") if k.lemma != "be"]  # "the four people shot were …"
    return counted and verb.tag in ("VBD", "VBN") and not more


def _of_shift(parse: Parse, verb: Token) -> Sides:
    """Of people moved about: "X expelled Y"; "Y were forced by X to relocate"; "Y relocated"."""
    patients = undergoers(parse, verb)
    if patients:
        return doers(parse, verb), patients
    governor = parse.head(verb)
    forced = verb.dep == "xcomp" and governor.pos in VERBAL
    return (doers(parse, governor) if forced else []), surface_subject(parse, verb)


def _of_weapon(parse: Parse, verb: Token) -> Sides:
    """Of what goes off: "X detonated a bomb"; "X's bomb exploded"; a bomb does nothing by itself."""
    arm = next(iter(surface_subject(parse, verb)), None)
    if parse.kid(verb, "dobj") is not None:
        return doers(parse, verb), []
    owners = list(parse.kids(arm, "poss", "compound", "nmod")) if arm is not None else []
    return [*agents(parse, verb), *owners], _in_reach(parse, verb)


def _in_reach(parse: Parse, verb: Token) -> list[Token]:
    """Whom or what a thing goes off beside: "under a convoy of soldiers", "in front of the offices of the union"."""
    beside = list(objects_of_prepositions(parse, verb, *BESIDE))
    inner = [t for b in beside if b.lemma in FRONTS for t in objects_of_prepositions(parse, b, "of")]
    of = [t for b in (*beside, *inner) if b.lemma not in FRONTS for t in objects_of_prepositions(parse, b, "of")]
    return [t for t in (*beside, *inner, *of) if t.lemma not in FRONTS]
