"""Which quantities of the right things are figures: vague words, "one", "none" and definitions need more than a noun."""

import re

from onrecord.quantify.counted import is_included
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.partitive import is_whole
from onrecord.quantify.senses import nouns
from onrecord.records import Parse, Token

DEFAULT = "quantify.measure.default"
HARM = frozenset(("killed", "wounded", "casualties", "missing", "captured"))
MARKS = frozenset(("injury", "wound", "shot"))  # parts of a person's harm: "some of the injuries were grave"
BEAR = frozenset(("sustain", "suffer", "receive", "have", "bear", "get"))
WITH = frozenset(("with", "from"))
ASKING = frozenset(("interview", "survey", "poll", "question", "quote", "cite"))
CROWDS = frozenset(("dozens", "scores", "hundreds", "thousands", "tens", "millions"))  # "hundreds of protesters gathered"
RANKED = re.compile(r"one of \S+ (?:most|\w+est)\b", re.IGNORECASE)  # "one of the oldest bridges" counts none
FEW = 10  # people that a text can go on talking of
DEFINITE = frozenset(("the", "these", "those", "this"))
DEFINING = frozenset(("mean", "define", "denote"))


def is_wanted(parse: Parse, quantity: Quantity, noun: Token, kind: str | None, found: tuple[str, str]) -> bool:
    """Whether a quantity with its noun, class of noun and (measure, rule) is a figure."""
    measure, rule = found
    defaulted = rule == DEFAULT
    if measure == "other" and kind != "person" and RANKED.match(parse.text, quantity.span[0]):
        return False
    if (kind is None and defaulted) or (noun.lemma in MARKS and (quantity.share or _is_one_mans(parse, noun))):
        return False
    if quantity.low == 0:
        return _is_none_wanted(parse, quantity, noun, measure, defaulted)
    if quantity.bound == "vague":
        words = parse.text[slice(*quantity.number)].casefold()
        told = rule == "quantify.measure.patient" and kind in ("person", "object", "territory")
        crowd = kind == "person" and words.split()[0] in CROWDS
        return kind == "attack" or crowd if defaulted else measure != "other" or told
    if defaulted and kind == "person" and (_is_told_of(parse, quantity, noun) or _is_asked(parse, noun)):
        return False
    return not _is_idle_one(parse, quantity, noun, kind, defaulted) and not _is_defined(parse, noun, kind)


def _is_one_mans(parse: Parse, harm: Token) -> bool:
    """Whether wounds are those of somebody told of: "suffered two wounds", "a man with several injuries", "his injuries"."""
    verb = parse.head(harm)
    return (harm.dep == "dobj" and verb.lemma in BEAR) or (harm.dep == "pobj" and verb.lemma in WITH)


def _is_none_wanted(parse: Parse, quantity: Quantity, noun: Token, measure: str, defaulted: bool) -> bool:
    """ "no casualties", "no civilian was hit"; not "no group" or "none of the injuries"."""
    words = parse.text[slice(*quantity.number)].casefold()
    if noun.lemma == "victim":
        does = noun.dep == "nsubj" and parse.head(noun).pos == "VERB"  # "no victim has come forward"
        return words != "none" and not does
    unfound = noun.lemma == "body"  # "no bodies were found" says nothing of how many died
    return measure in HARM and not defaulted and not unfound and not (words == "none" and noun.lemma in nouns())


def _is_told_of(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Whether a few people are only named again: "the two men met"."""
    if is_whole(parse, quantity, noun):
        return False  # "three of the nine guards"
    few = quantity.low is not None and quantity.low <= FEW and quantity.bound == "exact"
    return few and any(k.lemma in DEFINITE for k in parse.kids(noun, "det"))


def _is_asked(parse: Parse, noun: Token) -> bool:
    """Whether people are only those whom somebody asked: "interviewed 22 survivors", "three men interviewed by the paper"."""
    verb = parse.head(noun) if noun.dep in ("dobj", "nsubjpass") else noun
    return verb.lemma in ASKING or any(k.lemma in ASKING and k.tag == "VBN" for k in parse.kids(noun, "acl"))


def _is_idle_one(parse: Parse, quantity: Quantity, noun: Token, kind: str | None, defaulted: bool) -> bool:
    """ "a second one" (the article counts), "one of the worst attacks", "one man" of whom nothing is told."""
    words = parse.text[slice(*quantity.number)].casefold()
    if words != "one":
        return defaulted and words == "both"  # "both men were teachers" counts nobody anew
    pronoun = parse[parse.index_at(quantity.number[0])]
    before = [k for k in parse.kids(pronoun, "det", "amod") if k.i < pronoun.i]
    if any(k.dep == "det" or k.ent == "ORDINAL" or k.lemma in ("other", "last") for k in before):
        return True
    if is_included(parse, noun):
        return False
    superlative = parse.text[quantity.span[1] : quantity.span[1] + 8].casefold().startswith(" of the ")
    return defaulted and (kind != "attack" or superlative or noun.dep == "attr")


def _is_defined(parse: Parse, noun: Token, kind: str | None) -> bool:
    """ "A strike means one or more attacks"."""
    return kind == "attack" and any(t.lemma in DEFINING for t in parse.ancestors(noun))
