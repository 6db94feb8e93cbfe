"""Who did it to whom: the roles of an event, from the words around its trigger."""

from collections.abc import Iterator

from onrecord.events.triggers import LIGHT, Trigger
from onrecord.records import Cast, Parse, Token

PERPETRATORS = frozenset(
    ("armed_group", "state_force", "coalition", "government", "person", "party", "unnamed", "international_org")
)
BY = frozenset(("by",))
ON = frozenset(("on", "against", "of", "upon", "at"))


def assign(parse: Parse, cast: Cast, trigger: Trigger) -> None:
    """Fill in `by` and `to` of a trigger with actor ids."""
    token = trigger.token
    if trigger.frame == "noun" or token.pos in ("NOUN", "PROPN"):
        by, to = _of_noun(parse, token)
    else:
        by, to = _of_verb(parse, token, trigger.frame)
    trigger.by = _actors(parse, cast, by)
    trigger.to = [a for a in _actors(parse, cast, to) if a not in trigger.by]


def _of_verb(parse: Parse, verb: Token, frame: str) -> tuple[list[Token], list[Token]]:
    """Subjects and objects of a verb trigger by its frame."""
    subjects, objects = subjects_of(parse, verb), objects_of(parse, verb)
    if frame == "suffer":
        return _agents(parse, verb), subjects or objects
    if frame == "intransitive":
        return [], objects
    if frame in ("move", "crowd"):
        return subjects or objects, []
    if frame == "civil":
        return _agents(parse, verb), subjects or objects
    if frame == "mutual":
        others = [t for k in parse.kids(verb, "prep") if k.lemma in ("with", "against") if (t := parse.kid(k, "pobj"))]
        return subjects, [*objects, *others]
    if frame == "fall":
        return [t for k in parse.kids(verb, "prep") if k.lemma == "to" if (t := parse.kid(k, "pobj"))], []
    onto = [t for k in parse.kids(verb, "prep") if k.lemma in ("on", "at", "against", "from") if (t := parse.kid(k, "pobj"))]
    return subjects, objects if objects else onto


def subjects_of(parse: Parse, verb: Token) -> list[Token]:
    """Those who do it: the subject, the agent of a passive, or what the verb shares with the one it continues."""
    agents = _agents(parse, verb)
    if agents or is_passive(parse, verb):
        return agents
    subject = parse.kid(verb, "nsubj")
    if subject is not None:
        return [_antecedent(parse, subject)]
    if verb.dep == "acl" and verb.tag == "VBG":
        return [parse.head(verb)]
    if verb.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and verb.head != verb.i:
        governor = parse.head(verb)
        if verb.dep == "pcomp":
            governor = parse.head(governor)
        if governor.pos in ("VERB", "AUX"):
            if (
                verb.dep == "xcomp"
                and (controller := parse.kid(governor, "dobj"))
                and governor.lemma in ("force", "order", "compel", "urge", "tell", "ask", "allow", "enable")
            ):
                return [controller]
            found = subjects_of(parse, governor)
            return (
                found
                if found or verb.dep != "conj"
                else objects_of(parse, governor)
                if is_passive(parse, governor) and not is_passive(parse, verb)
                else []
            )
    return []


def objects_of(parse: Parse, verb: Token) -> list[Token]:
    """Those it is done to: the object, the subject of a passive, the noun a participle hangs on."""
    passive = parse.kid(verb, "nsubjpass")
    if passive is not None:
        return [_antecedent(parse, passive)]
    if verb.dep == "acl" and verb.tag == "VBN":
        return [parse.head(verb)]
    obj = parse.kid(verb, "dobj", "dative")
    if obj is not None:
        return [_antecedent(parse, obj)]
    if is_passive(parse, verb) and verb.dep == "conj":
        return objects_of(parse, parse.head(verb))
    oprd = parse.kid(verb, "oprd", "ccomp")
    if oprd is not None and oprd.pos == "ADJ":
        inner = parse.kid(oprd, "nsubj")
        return [inner] if inner else []
    return []


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb is passive, on its own or with the one it is coordinated with."""
    if parse.kid(verb, "auxpass", "nsubjpass"):
        return True
    return (
        verb.dep == "conj"
        and verb.tag == "VBN"
        and parse.kid(verb, "nsubj") is None
        and parse.head(verb).pos == "VERB"
        and is_passive(parse, parse.head(verb))
    )


def _agents(parse: Parse, verb: Token) -> list[Token]:
    """The agents of a passive or a death: "by X", "at the hands of X"."""
    out = [t for k in parse.kids(verb, "agent") if (t := parse.kid(k, "pobj"))]
    out += [t for k in parse.kids(verb, "prep") if k.lemma == "by" and (t := parse.kid(k, "pobj"))]
    for prep in parse.kids(verb, "prep"):
        hands = parse.kid(prep, "pobj") if prep.lemma == "at" else None
        of = parse.kid(hands, "prep") if hands is not None and hands.lemma == "hand" else None
        target = parse.kid(of, "pobj") if of is not None else None
        if target is not None:
            out.append(target)
    return out


def _antecedent(parse: Parse, token: Token) -> Token:
    """The noun a relative pronoun stands for."""
    if token.tag in ("WP", "WDT"):
        verb = parse.head(token)
        while verb.dep in ("conj", "xcomp", "ccomp") and verb.head != verb.i:
            verb = parse.head(verb)
        if verb.dep in ("relcl", "acl"):
            return parse.head(verb)
    return token


def _of_noun(parse: Parse, noun: Token) -> tuple[list[Token], list[Token]]:
    """Owners, "by" and "on/against/of" phrases of a noun trigger, and the subject of its light verb."""
    by: list[Token] = list(parse.kids(noun, "poss", "compound", "nmod", "amod"))
    to: list[Token] = []
    for prep in parse.kids(noun, "prep", "agent"):
        target = parse.kid(prep, "pobj")
        if target is None:
            continue
        if prep.lemma in BY:
            by.append(target)
        elif prep.lemma in ON:
            to.append(target)
        elif prep.lemma in ("between", "with", "among"):
            by.append(target) if prep.lemma == "between" else to.append(target)
    for clause in parse.kids(noun, "acl"):
        by += _agents(parse, clause)
    verb = parse.head(noun)
    if noun.dep == "dobj" and verb.lemma in LIGHT:
        by += subjects_of(parse, verb)
        to += [t for k in parse.kids(verb, "prep") if k.lemma in ("on", "against") if (t := parse.kid(k, "pobj"))]
    if noun.dep == "nsubjpass" and verb.lemma in LIGHT:
        by += _agents(parse, verb)
    if noun.dep == "pobj" and verb.lemma in ("for",) and parse.head(verb).lemma == "responsibility":
        claim = parse.head(parse.head(verb))
        by += subjects_of(parse, claim)
    return by, to


def _actors(parse: Parse, cast: Cast, tokens: list[Token]) -> list[str]:
    """Ids of the actors that tokens and what is coordinated with them stand for."""
    out: list[str] = []
    for token in tokens:
        for each in parse.conjuncts(token):
            for actor in _actor_of(parse, cast, each):
                if actor not in out:
                    out.append(actor)
    return out


def _actor_of(parse: Parse, cast: Cast, token: Token) -> Iterator[str]:
    """The actor a token stands for; the body a thing belongs to ("IS positions"); the people in "a number of people"."""
    mention = cast.at(token.i)
    if mention is not None and mention.actor is not None:
        yield mention.actor
        return
    if token.pos in ("NOUN", "PROPN", "NUM", "ADJ"):
        for prep in parse.kids(token, "prep"):
            target = parse.kid(prep, "pobj") if prep.lemma == "of" else None
            if target is not None and (inner := cast.at(target.i)) is not None and inner.actor is not None:
                yield inner.actor
                return
        for kid in parse.kids(token, "compound", "poss", "nmod"):
            inner = cast.at(kid.i)
            if inner is not None and inner.actor is not None:
                yield inner.actor
                return


def is_perpetrator(cast: Cast, actor: str) -> bool:
    """Whether an actor is of a kind that does things to others."""
    return cast.actor(actor).kind in PERPETRATORS


MILITARY = frozenset(("airstrike", "attack", "shelling", "armed_clash", "territory_gain", "bombing", "deployment"))
FORCES = frozenset(("state_force", "coalition", "government"))
DOMINANT = 0.6  # share of the armed groups' mentions that makes one the adversary of a report


def adversary(cast: Cast) -> str | None:
    """The armed group a report is about: the only one, or the one with most of the mentions."""
    counts = {a.id: len(a.mentions) for a in cast.actors if a.kind == "armed_group"}
    named = {m.actor for m in cast.mentions if m.form in ("name", "acronym")}
    counts = {a: n for a, n in counts.items() if a in named}
    best = max(counts, key=lambda a: counts[a], default=None)
    return best if best and counts[best] >= DOMINANT * sum(counts.values()) else None


def infer(cast: Cast, found: list[Trigger]) -> None:
    """Fill in the other side of military acts where the report leaves it to the reader; the rule says so.

    A strike in a list of strikes has the sides of the one before it; a force's act without a target is against the armed group the
    report is about.
    """
    enemy = adversary(cast)
    last: dict[str, Trigger] = {}
    for trigger in found:
        if trigger.type not in MILITARY:
            continue
        before = last.get(trigger.type)
        if not trigger.by and before is not None and trigger.type == "airstrike" and before.by:
            trigger.by = list(before.by)
            trigger.to = trigger.to or list(before.to)
            trigger.rule += "+list"
        forced = trigger.by and all(
            cast.actor(a).kind in FORCES or (a != enemy and cast.actor(a).kind == "armed_group") for a in trigger.by
        )
        if enemy is not None and forced and not trigger.to and enemy not in trigger.by and trigger.type != "deployment":
            trigger.to = [enemy]
            trigger.rule += "+adversary"
        if trigger.by:
            last[trigger.type] = trigger
