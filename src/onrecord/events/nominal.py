"""Sides of an event told by a noun: what stands in its phrase, in the clauses after it, and around what governs it."""

from onrecord.events.governors import COUNTERED, Sides, by_row, governor_of
from onrecord.events.joined import across, between, sharing
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
from onrecord.events.triggers import MEANS, Trigger, types_of_noun
from onrecord.events.who import is_armed
from onrecord.records import Cast, Parse, Token

PEOPLE_KINDS = frozenset(("person", "civilians", "unnamed", "ngo", "media"))
SUFFERED = frozenset(
    "killing execution assassination abduction arrest detention torture sexual_violence release displacement forced_recruitment".split()
)
DONE_TO = SUFFERED | MEANS - {"armed_clash"}  # two of these told together are done to the same: "the abduction and murder of …"
MOVED = frozenset(("deployment", "surrender", "protest"))
FIRED = frozenset(("shelling", "attack", "airstrike"))
AIDED = ("to", "for")
HITTING = frozenset("hit strike attack target pound pummel batter bombard hammer blast".split())
LOOKED_INTO = frozenset(("investigate", "probe", "handle"))
LEFT = frozenset("dead wounded wound injured injure hurt homeless displace displaced".split())
COURSE = frozenset(("in", "during", "with", "through"))
LOSING = frozenset("lose suffer sustain die fall flee come face be say report engage participate involve take".split())


def of_noun(parse: Parse, cast: Cast, trigger: Trigger) -> Sides:
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
    by: list[Token] = [*agents(parse, noun), *_right_after(parse, noun, kind)]
    shared = _sharing(parse, noun, kind)
    by += [] if by else [t for other in shared for t in agents(parse, other)]
    within = kind in ("bombing", "suicide_bombing") or noun.lemma == "shooting"
    onto = COUNTERED - {"at"} if within else COUNTERED  # a shooting at a bar is not done to the bar
    to = [t for t in objects_of_prepositions(parse, noun, *onto) if t.lemma != "hand"]
    if noun.dep == "dobj" and parse.head(noun).lemma == "blame":
        by, to = [*by, *objects_of_prepositions(parse, noun, "on")], []  # "blamed the attacks on the rebels", hung on the attacks
    to += [t for other in shared for t in objects_of_prepositions(parse, other, *onto, "of", "with")]
    first = noun
    while first.dep == "conj" and parse.head(first).pos in ("NOUN", "PROPN"):
        first = parse.head(first)
    for owner in {t.i: t for n in (noun, first) for t in parse.kids(n, "poss", "compound", "nmod", "amod")}.values():
        (to if _suffers(cast, owner, kind) else by).append(owner)
    of = list(objects_of_prepositions(parse, noun, "of", "for" if kind in ("armed_clash", "attack") else "of"))
    # not "on a hospital run by the UN", whose "run" may pass for a noun
    hung = [t for t in (*of, *to) if parse.kid(t, "agent") is None]
    by += [t for inner in hung for t in agents(parse, inner)]  # "the rape of a woman by soldiers", hung on the woman
    if kind in MOVED or (kind == "aid" and parse.head(noun).lemma == "with"):
        by += of  # "with the support of the coalition"
    else:
        to += of
    by += between(parse, noun)
    to += across(parse, noun)
    if kind == "aid":
        to += objects_of_prepositions(parse, noun, *AIDED)
    if kind in FIRED:
        by += objects_of_prepositions(parse, noun, "from")  # "mortar fire from the hill militia"
    return by, to + list(objects_of_prepositions(parse, noun, "with"))


def _sharing(parse: Parse, noun: Token, kind: str) -> list[Token]:
    """The noun whose prepositions hold for a noun too, where both tell of what is done to somebody, or of clashes."""
    alike = DONE_TO | {"looting"} if kind in DONE_TO else {kind} & {"armed_clash"}
    return [t for t in sharing(parse, noun) if types_of_noun(t) & alike] if alike else []


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
    if clause.lemma in LOOKED_INTO:
        return [], []
    row = governor_of(clause.lemma, "passive")
    by = [*agents(parse, clause), *(objects_of_prepositions(parse, clause, row["by"]) if row else ())]
    own = parse.kid(clause, "nsubj")
    if clause.dep == "relcl" and own is not None and own.tag not in ("WDT", "WP") and governor_of(clause.lemma, "object"):
        by.append(own)
    return by, []


def _from_governor(parse: Parse, noun: Token, kind: str) -> Sides:
    """Sides that the verb (or noun) governing an event noun gives it, after the table of governors."""
    above = parse.head(noun)
    if noun.dep == "pobj" and above.lemma == "with" and kind == "aid" and parse.head(above).pos in VERBAL:
        return [], surface_subject(parse, parse.head(above))
    if noun.dep == "pobj" and above.lemma == "as" and parse.head(above).lemma in ("use", "take", "hold"):
        return doers(parse, parse.head(above)), undergoers(parse, parse.head(above))
    if noun.dep == "pobj" and above.lemma == "with" and parse.head(above).lemma in HITTING and parse.head(above).pos in VERBAL:
        return doers(parse, parse.head(above)), undergoers(parse, parse.head(above))  # "hit the camp with two drone strikes"
    if noun.dep == "dobj":
        return by_row(parse, above, governor_of(above.lemma, "object"))
    if noun.dep == "nsubjpass" or (
        noun.dep == "nsubj" and is_passive(parse, above)
    ):  # "attacks, also claimed by the group, killed …"
        passive = by_row(parse, above, governor_of(above.lemma, "passive"))
        return passive if any(passive) else _of_agents(parse, above)
    if noun.dep == "nsubj" and above.lemma == "leave" and not _leaves_harmed(parse, above):
        return [], []
    if noun.dep == "nsubj" and above.lemma == "be" and (work := _work(parse, above)) is not None:
        return list(objects_of_prepositions(parse, work, "of")), []
    if noun.dep == "nsubj" and parse.kids(above, "nsubj")[-1].i == noun.i:
        return by_row(parse, above, governor_of(above.lemma, "agent"))
    if noun.dep == "pobj" and _is_gerund(parse, noun) and above.lemma in ("on", "in", "by") and parse.head(above).pos in VERBAL:
        return doers(parse, parse.head(above)), []
    if noun.dep == "pobj":
        governor = _governing(parse, above)
        return by_row(parse, governor, governor_of(governor.lemma, above.lemma))
    if noun.dep == "attr" and above.lemma == "be" and kind != "deployment":
        return [t for s in parse.kids(above, "nsubj") for t in parse.kids(s, "poss")], []
    return [], []


def _leaves_harmed(parse: Parse, verb: Token) -> bool:
    """Whether somebody is left dead or hurt: "left five officers dead"."""
    return any(k.lemma in LEFT for k in parse.kids(verb, "oprd", "acomp", "ccomp", "xcomp", "advcl"))


def _work(parse: Parse, verb: Token) -> Token | None:
    """The word that says whose doing something is: "was the work of rebels"."""
    return next((k for k in parse.kids(verb, "attr") if k.lemma in ("work", "handiwork", "doing")), None)


def _of_agents(parse: Parse, verb: Token) -> Sides:
    """What "by X" says of a passive: X stages the attack, or is hit by it ("was repelled by X"), or only speaks of it."""
    row = governor_of(verb.lemma, "object")
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
    if governor_of(word.lemma, prep.lemma) is None and word.pos in ("NOUN", "PROPN"):
        while word.dep == "conj" and word.head != word.i:
            word = parse.head(word)
        verb = parse.head(word)
        if word.dep == "dobj" and governor_of(verb.lemma, prep.lemma) is not None:
            return verb
    return parse.head(prep)
