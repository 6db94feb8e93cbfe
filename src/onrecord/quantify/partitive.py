"""A part named with its whole: "three of the nine guards were wounded" wounds three, and says of the nine that they were there."""

from onrecord.quantify.numbers import Quantity
from onrecord.quantify.senses import FATES, sense_of
from onrecord.records import Parse, Token

SHARES = frozenset(  # words for a part or none; not "all" or "both"
    "none neither half most many some several few third quarter fifth tenth majority minority rest part".split()
)


def is_whole(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Whether a number is the whole of which something else is a part: the nine in "three of the nine guards", "none of the nine"."""
    of = parse.head(noun)
    part = parse.head(of)
    told = part.pos == "NUM" or part.lemma.casefold() in SHARES
    return noun.dep == "pobj" and of.lemma == "of" and told and of.end <= quantity.span[0]


def told_of_part(parse: Parse, quantity: Quantity, noun: Token) -> tuple[str, str] | None:
    """(measure, rule) by the verb over the number of a part: "one of the five men hurt in the raid has died"."""
    number = parse[parse.index_at(quantity.number[1] - 1)]
    if number.i == noun.i or parse.head(parse.head(noun)).i != number.i or number.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = parse.head(number)
    side = "patient" if number.dep == "nsubjpass" else "agent"
    found = sense_of(parse, verb, side)
    if verb.lemma == "shoot" or found not in FATES:
        return None
    return found, f"quantify.measure.{side}"
