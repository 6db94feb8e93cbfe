"""Counts that the tagger takes for dates: "put the toll at 40", "killed 31 men and hurt 40", "12 in Gao and 40 in Sama"."""

import re

from onrecord.quantify.numbered import NUMBER_AFTER
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.senses import sense_of
from onrecord.records import Parse, Token

TOLL_BEFORE = re.compile(
    r"\b(?:toll|tally|number of|number killed|casualties|deaths|fatalities)\b[^.;:]{0,40}\b(?:at|to|from|is|was|stood|stands|reached|hit|passed)\s+$"
    r"|\b(?:up|down)\s+from\s+$|\bcompared\s+(?:with|to)\s+$",
    re.IGNORECASE,
)
JOINT_BEFORE = re.compile(r"(?:,|,?\s+and)\s+$", re.IGNORECASE)
PLACE_AFTER = re.compile(r"\s+(?:more\s+|others?\s+)?(?:in|at|near|around|outside)\s+(?:the\s+)?[A-Z]")
NO_COUNT = frozenset(("DATE", "TIME", "MONEY", "ORDINAL"))
HARMED = frozenset(("killed", "wounded", "casualties", "captured", "freed"))


def is_toll(parse: Parse, quantity: Quantity, number: Token) -> bool:
    """Whether a bare number that the tagger takes for a date is a count: "put the toll at 40", "killed 31 men and hurt 40"."""
    start, end = quantity.number
    if TOLL_BEFORE.search(parse.text, max(0, start - 60), quantity.span[0]) or NUMBER_AFTER.match(parse.text, end):
        return True
    if is_spread(parse, quantity):
        return True
    lone = number.i + 1 == len(parse) or parse[number.i + 1].ent not in NO_COUNT
    side = {"dobj": "patient", "nsubjpass": "patient", "nsubj": "agent"}.get(number.dep)
    alone = side is not None and lone and parse[number.i - 1].ent not in NO_COUNT
    return alone and sense_of(parse, parse.head(number), side or "") in HARMED


def is_spread(parse: Parse, quantity: Quantity) -> bool:
    """Whether a count goes on for another place: "killed 12 people in Gao and 40 in Sama", not "on May 3 and 4 in Gao"."""
    start, end = quantity.number
    joint = JOINT_BEFORE.search(parse.text, max(0, start - 6), start)
    before = parse.index_at(joint.start() - 1) if joint and joint.start() else -1
    return before >= 0 and parse[before].ent not in NO_COUNT and PLACE_AFTER.match(parse.text, end) is not None
