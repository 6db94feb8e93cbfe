"""Rolls of those harmed: "Among the dead were two nurses", "The wounded include a child", "The dead were a farmer and a boy"."""

from onrecord.lexicon.naming import NAMING
from onrecord.quantify.senses import FATES, nouns, states
from onrecord.records import Parse, Token

VICTIMS = "quantify.measure.victims"
AMONG = frozenset(("among", "amongst"))
LISTING = frozenset(("include", "comprise", "number"))


def told_of_victims(parse: Parse, noun: Token) -> tuple[str, str] | None:
    """(measure, rule) of those that a roll names; of "victims" it says only that they were hit."""
    roll = roll_of(parse, noun)
    fate = _fate(parse, roll) if roll is not None else None
    return (fate, VICTIMS) if fate in FATES else None


def some_of(parse: Parse, noun: Token) -> Token | None:
    """The word for all of those of whom a roll names only some: "among the dead were", "the dead include", not "the dead were"."""
    roll = roll_of(parse, noun)
    if roll is None:
        return None
    verb = parse.head(roll)
    among = any(k.lemma in AMONG for k in parse.kids(verb, "prep"))
    return roll if roll.dep == "pobj" or among or verb.lemma in LISTING else None


def roll_of(parse: Parse, noun: Token) -> Token | None:
    """The word for all of those harmed, of whom a noun tells who they were."""
    first = _first(parse, noun)
    verb = parse.head(first)
    if first.dep == "pobj" and verb.lemma == "as" and parse.head(verb).lemma in NAMING:
        return parse.kid(parse.head(verb), "nsubjpass")
    if verb.lemma in LISTING and first.dep == "dobj":
        return parse.kid(verb, "nsubj")
    if verb.lemma != "be" or first.dep not in ("attr", "nsubj"):
        return None
    among = next((k for k in parse.kids(verb, "prep") if k.lemma in AMONG), None)
    if among is not None:
        return parse.kid(among, "pobj") or _torn(parse, among, verb)
    return parse.kid(verb, "nsubj") if first.dep == "attr" else None


def _torn(parse: Parse, among: Token, verb: Token) -> Token | None:
    """The subject that the tree makes of those after "among": "Among the 12 dead were two brothers"."""
    subject = parse.kid(verb, "nsubj")
    return subject if subject is not None and among.i < subject.i < verb.i else None


def _first(parse: Parse, noun: Token) -> Token:
    """The first of a list that a noun stands in; of "five of the guards" the number."""
    while noun.head != noun.i:
        governor = parse.head(noun)
        if noun.dep == "pobj" and governor.lemma == "of" and parse.head(governor).pos == "NUM":
            noun = parse.head(governor)
        elif noun.dep in ("conj", "appos"):
            noun = governor
        else:
            break
    return noun


def _fate(parse: Parse, roll: Token) -> str | None:
    """What became of all of them: "the dead", "those killed", "the wounded nurses", "the victims"."""
    if roll.lemma == "victim":
        told = next((states()[w] for k in parse.kids(roll, "amod", "acl") if (w := k.text.casefold()) in states()), None)
        return told or "casualties"
    for word in (roll, *parse.kids(roll, "acl", "amod")):
        fate = states().get(word.text.casefold()) or nouns().get(word.lemma)
        if fate:
            return fate
    return None
