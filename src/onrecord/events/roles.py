"""Who did it to whom: the roles of an event, from the words around its trigger."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord import lexicon
from onrecord.events.syntax import (
    VERBAL,
    agents,
    doers,
    is_passive,
    objects_of_prepositions,
    outer,
    surface_subject,
    undergoers,
)
from onrecord.events.things import hit_by
from onrecord.events.triggers import MEANS, Trigger
from onrecord.events.who import actors_of, is_armed
from onrecord.records import Cast, Parse, Token

PEOPLE_KINDS = frozenset(("person", "civilians", "unnamed", "ngo", "media"))
SUFFERED = frozenset(
    "killing execution assassination abduction arrest detention torture sexual_violence release displacement forced_recruitment".split()
)
MUTUAL = frozenset(("armed_clash", "agreement", "ceasefire"))
MOVED = frozenset(("deployment", "surrender", "protest"))
BESIDE = ("under", "beside", "near", "outside", "against", "in", "at", "inside", "next")
FRONTS = frozenset(("front", "side", "entrance", "gate", "door", "middle", "path"))
TAKEN = frozenset(("looting", "release", "territory_gain", "displacement", "other"))  # done to those it is taken from
FIRED = frozenset(("shelling", "attack", "airstrike"))
HURT = frozenset(("shoot", "stab", "wound", "injure", "hit"))  # verbs that need an object when they are active
HELD = frozenset("responsible responsibility role involvement participation part complicit complicity".split())
SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
AIDED = ("to", "for")
COURSE = frozenset(("in", "during", "with", "through"))
LOSING = frozenset("lose suffer sustain die fall flee come face be say report engage participate involve take".split())
COUNTERED = frozenset(("on", "against", "upon", "at", "into", "toward", "towards"))
Sides = tuple[list[Token], list[Token]]


def assign(parse: Parse, cast: Cast, trigger: Trigger) -> None:
    """Fill in `by` and `to` of a trigger with actor ids."""
    token = trigger.token
    nominal = token.pos in ("NOUN", "PROPN", "ADJ") and not (token.dep in ("acl", "pcomp", "advcl") and token.tag == "VBG")
    by, to = _of_noun(parse, cast, trigger) if nominal or trigger.frame == "noun" else _of_verb(parse, token, trigger)
    inside = {t.i for t in parse.tokens_in(trigger.span)}
    by = [t for t in by if t.i not in inside]  # "the bomber" of "suicide bomber blew himself up" is no side of its own
    trigger.things = hit_by(parse, cast, trigger, to)
    trigger.by = _for_whom(parse, cast, by) if trigger.type != "threat" else actors_of(parse, cast, by)
    trigger.to = [a for a in actors_of(parse, cast, to) if a not in trigger.by]


def _for_whom(parse: Parse, cast: Cast, tokens: Sequence[Token]) -> list[str]:
    """The actors tokens stand for; for a spokesman who announces an act, the body that is to do it."""
    bodies = {t.i: _speaks_for(parse, cast, t) for t in tokens}
    out = [bodies[t.i] or actors_of(parse, cast, [t]) for t in tokens]
    return list(dict.fromkeys(a for actors in out for a in actors))


def _speaks_for(parse: Parse, cast: Cast, token: Token) -> list[str]:
    beside = parse.kid(token, "appos")
    role = next((t for t in (token, beside) if t is not None and t.lemma in SPOKESMEN), None)
    if role is None:
        return []
    owners = [*parse.kids(role, "poss", "compound", "nmod", "amod"), *objects_of_prepositions(parse, role, "of", "for")]
    found = (m.actor for t in owners if (m := cast.at(t.i)) is not None and m.actor is not None)
    return [a for a in found if is_armed(cast, a)][:1]


def _of_verb(parse: Parse, verb: Token, trigger: Trigger) -> Sides:
    """Subjects and objects of a verb trigger by its frame."""
    frame = trigger.frame
    if frame == "setting":
        return [], []  # "officers were called to the bridge" only tells where it happened
    if frame in ("suffer", "civil"):
        return agents(parse, verb), surface_subject(parse, verb) or undergoers(parse, verb)
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
    patients = undergoers(parse, verb)
    if verb.dep == "amod" and verb.tag == "VBN" and not parse.kids(verb):
        patients = [parse.head(verb)]  # "the kidnapped girl"
    at = ("on", "at", "upon") if not patients or not is_passive(parse, verb) else ()  # "three were shot at a bar"
    onto = list(objects_of_prepositions(parse, verb, "against", *at))
    if trigger.type in TAKEN:
        onto += objects_of_prepositions(parse, verb, "from")
    if trigger.type == "aid":
        onto += objects_of_prepositions(parse, verb, *AIDED)
    to = [*patients, *onto]
    if not to and (trigger.type in SUFFERED or verb.lemma in HURT) and _lacks_auxiliary(parse, verb):
        return agents(parse, verb), surface_subject(parse, verb)
    return doers(parse, verb), to


def _lacks_auxiliary(parse: Parse, verb: Token) -> bool:
    """Whether a verb without an object is a passive that lost its auxiliary: "14 rebels killed and three captured in Gao"."""
    subject = parse.kid(verb, "nsubj")
    counted = subject is not None and (subject.tag in ("NNS", "CD") or parse.kid(subject, "nummod") is not None)
    return counted and verb.tag in ("VBD", "VBN") and parse.kid(verb, "aux", "prt", "xcomp", "ccomp") is None


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


def _of_noun(parse: Parse, cast: Cast, trigger: Trigger) -> Sides:
    """Sides of a noun trigger: what stands in its phrase, then what its governor says of them."""
    noun = trigger.token
    by, to = _in_phrase(parse, cast, noun, trigger.type)
    whole = parse.head(noun)
    if noun.dep == "compound" and whole.pos == "NOUN":  # "the regime's bombing campaign"
        more_by, more_to = _in_phrase(parse, cast, whole, trigger.type)
        by, to, noun = by + [t for t in more_by if t.i != noun.i], to + more_to, whole
    for clause in parse.kids(noun, "acl", "relcl"):
        more_by, more_to = _in_clause(parse, clause)
        by, to = by + more_by, to + more_to
    more_by, more_to = _from_governor(parse, outer(parse, noun), trigger.type)
    if noun.text.casefold().endswith("ing") and (target := parse.kid(noun, "dobj")) is not None:
        to = [*to, target]  # "a chief fighting the group", whatever the tagger says
        by = [*by, *surface_subject(parse, noun)]
    if trigger.type in MEANS and not by and not more_by:
        more_by = _in_the_course(parse, cast, outer(parse, noun))
    if trigger.type == "armed_clash" and not by and not more_by:
        by = list(
            objects_of_prepositions(parse, noun, "with")
        )  # "killed in clashes with the army": the other side is whoever died
    shared = next((t for k in parse.kids(noun, "conj") if k.pos == "VERB" and (t := parse.kid(k, "dobj"))), None)
    return by + more_by, to + more_to + ([shared] if shared is not None else [])


def _in_the_course(parse: Parse, cast: Cast, noun: Token) -> list[Token]:
    """Whoever did something in the course of it: "the army killed six in a raid"; not those who lost men in it."""
    prep, verb = parse.head(noun), parse.head(parse.head(noun))
    verb = parse.head(verb) if verb.dep == "dobj" else verb  # "committing violations during operations"
    if (
        noun.dep != "pobj"
        or prep.lemma not in COURSE
        or verb.pos not in VERBAL
        or verb.lemma in LOSING
        or is_passive(parse, verb)
    ):
        return []
    return [t for t in surface_subject(parse, verb) if (m := cast.at(t.i)) and m.actor and is_armed(cast, m.actor)]


def _in_phrase(parse: Parse, cast: Cast, noun: Token, kind: str) -> Sides:
    """Sides named inside the noun phrase: owners, "by X", "on Y", "of Y", "with Y", "between X and Y"."""
    by: list[Token] = [*objects_of_prepositions(parse, noun, "by"), *_right_after(parse, noun, kind)]
    onto = COUNTERED if kind not in ("bombing", "suicide_bombing") and noun.lemma != "shooting" else COUNTERED - {"at"}
    to: list[Token] = list(objects_of_prepositions(parse, noun, *onto))  # a shooting at a bar is not done to the bar
    first = noun
    while first.dep == "conj" and parse.head(first).pos in ("NOUN", "PROPN"):
        first = parse.head(first)
    for owner in {t.i: t for n in (noun, first) for t in parse.kids(n, "poss", "compound", "nmod", "amod")}.values():
        (to if _suffers(cast, owner, kind) else by).append(owner)
    of = list(objects_of_prepositions(parse, noun, "of", "for" if kind in ("armed_clash", "attack") else "of"))
    if kind in MOVED or (kind == "aid" and parse.head(noun).lemma == "with"):
        by += of  # "with the support of the coalition"
    else:
        to += of
    for pair in objects_of_prepositions(parse, noun, "between", "among"):
        by.append(pair)
        to += parse.conjuncts(pair)[1:]
    if kind == "aid":
        to += objects_of_prepositions(parse, noun, *AIDED)
    if kind in FIRED:
        by += objects_of_prepositions(parse, noun, "from")  # "mortar fire from the hill militia"
    return by, to + list(objects_of_prepositions(parse, noun, "with"))


def _right_after(parse: Parse, noun: Token, kind: str) -> list[Token]:
    """Who stands behind "by" right after a noun, though the parser hangs it higher: "a drop in killings by police"."""
    word = parse[noun.i + 1] if noun.i + 1 < len(parse) else noun
    above = parse.head(word)
    hung = word.lemma == "by" or (word.lemma == "from" and kind == "shelling")
    if not hung or above.i == noun.i or (word.lemma == "by" and above.pos in VERBAL and is_passive(parse, above)):
        return []
    return [
        t for t in parse.kids(word, "pobj") if above.i in {a.i for a in parse.ancestors(noun)} and t.ent not in ("DATE", "TIME")
    ]


def _suffers(cast: Cast, owner: Token, kind: str) -> bool:
    """Whether an owner undergoes the act: "the mayor's abduction" as against "the group's abductions"."""
    mention = cast.at(owner.i)
    known = cast.actor(mention.actor).kind if mention is not None and mention.actor is not None else ""
    return kind in SUFFERED and known in PEOPLE_KINDS


def _in_clause(parse: Parse, clause: Token) -> Sides:
    """Sides named in a clause after the noun: "carried out by X", "blamed on X", "targeting Y", "that X claimed"."""
    if clause.tag == "VBG":
        return [], undergoers(parse, clause)
    row = _governor(clause.lemma, "passive")
    by = [*agents(parse, clause), *(objects_of_prepositions(parse, clause, row["by"]) if row else ())]
    own = parse.kid(clause, "nsubj")
    if clause.dep == "relcl" and own is not None and own.tag not in ("WDT", "WP") and _governor(clause.lemma, "object"):
        by.append(own)
    return by, []


def _from_governor(parse: Parse, noun: Token, kind: str) -> Sides:
    """Sides that the verb (or noun) governing an event noun gives it, after the table of governors."""
    above = parse.head(noun)
    if noun.dep == "pobj" and above.lemma == "with" and kind == "aid" and parse.head(above).pos in VERBAL:
        return [], surface_subject(parse, parse.head(above))
    if noun.dep == "pobj" and above.lemma == "as" and parse.head(above).lemma in ("use", "take", "hold"):
        return doers(parse, parse.head(above)), undergoers(parse, parse.head(above))
    if noun.dep == "dobj":
        return _by_row(parse, above, _governor(above.lemma, "object"))
    if noun.dep == "nsubjpass" or (
        noun.dep == "nsubj" and is_passive(parse, above)
    ):  # "attacks, also claimed by the group, killed …"
        passive = _by_row(parse, above, _governor(above.lemma, "passive"))
        return passive if any(passive) else _of_agents(parse, above)
    if noun.dep == "nsubj":
        return _by_row(parse, above, _governor(above.lemma, "agent"))
    if noun.dep == "pobj" and _is_gerund(parse, noun) and above.lemma in ("on", "in", "by") and parse.head(above).pos in VERBAL:
        return doers(parse, parse.head(above)), []
    if noun.dep == "pobj":
        governor = _governing(parse, above)
        return _by_row(parse, governor, _governor(governor.lemma, above.lemma))
    if noun.dep == "attr" and above.lemma == "be" and kind != "deployment":
        return [t for s in parse.kids(above, "nsubj") for t in parse.kids(s, "poss")], []
    return [], []


def _of_agents(parse: Parse, verb: Token) -> Sides:
    """What "by X" says of a passive: X stages the attack, or is hit by it ("was repelled by X"), or only speaks of it."""
    row = _governor(verb.lemma, "object")
    if row is None:
        return [], []
    found = agents(parse, verb)
    return (found if row["by"] == "subject" else []), (found if row["to"] == "subject" else [])


def _is_gerund(parse: Parse, noun: Token) -> bool:
    """Whether a noun tells what the clause's subject does ("lived on kidnapping"), not what befell it ("died in a shooting")."""
    return noun.text.casefold().endswith("ing") and parse.kid(noun, "det", "amod", "compound") is None


def _governing(parse: Parse, prep: Token) -> Token:
    """The word a preposition belongs to: the one it hangs on, or the verb whose object that is ("blamed X and Y for it")."""
    word = parse.head(prep)
    if word.dep == "relcl":
        word = parse.head(word)  # "subjected men who had fled the town to torture"
    if _governor(word.lemma, prep.lemma) is None and word.pos in ("NOUN", "PROPN"):
        while word.dep == "conj" and word.head != word.i:
            word = parse.head(word)
        verb = parse.head(word)
        if word.dep == "dobj" and _governor(verb.lemma, prep.lemma) is not None:
            return verb
    return parse.head(prep)


def _by_row(parse: Parse, governor: Token, row: lexicon.Row | None) -> Sides:
    """The sides where a row of the table says they stand."""
    return (list(_at(parse, governor, row["by"])), list(_at(parse, governor, row["to"]))) if row else ([], [])


def _at(parse: Parse, governor: Token, where: str) -> Iterator[Token]:
    """The tokens that stand at a place around a governor: its subject, its object, after a preposition."""
    if where == "subject":
        verb = governor
        if verb.lemma in HELD and _is_denied(parse, verb):
            return
        if verb.pos == "ADJ" and verb.dep in ("amod", "acl", "relcl"):
            yield parse.head(verb)  # "to find the people responsible for the raid"
            return
        while verb.pos not in VERBAL and verb.head != verb.i:  # "claimed responsibility for", "is responsible for"
            verb = parse.head(verb)
        yield from doers(parse, verb) if governor is verb else surface_subject(parse, verb)
    elif where == "object":
        yield from undergoers(parse, governor)
    elif where:
        yield from objects_of_prepositions(parse, governor, where, *(COUNTERED if where == "on" else ()))


def _is_denied(parse: Parse, word: Token) -> bool:
    """Whether somebody is said not to be responsible, or not to have had a part."""
    above = (word, parse.head(word))
    return any(parse.kid(t, "neg") is not None or any(k.lemma == "no" for k in parse.kids(t, "det")) for t in above)


@cache
def _governors() -> dict[tuple[str, str], lexicon.Row]:
    return {(row["word"], row["slot"]): row for row in lexicon.rows("governors")}


def _governor(lemma: str, slot: str) -> lexicon.Row | None:
    return _governors().get((lemma, slot))


def is_light(lemma: str) -> bool:
    """Whether a verb says nothing but that somebody did what its object names."""
    row = _governor(lemma, "object")
    return row is not None and row["by"] == "subject"
