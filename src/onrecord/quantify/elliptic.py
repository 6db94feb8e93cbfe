"""Numbers that stand alone and count what was counted just before: "Eight strikes hit the coast and three the south"."""

import re
from collections.abc import Sequence

from onrecord.quantify.draft import Draft
from onrecord.quantify.exclude import is_excluded
from onrecord.quantify.numbers import Quantity
from onrecord.records import Parse, Token

DEPS = frozenset(("conj", "dobj", "nsubj", "nsubjpass", "attr", "ROOT", "oprd"))
TO = frozenset(("to", "at"))
NUMERAL = re.compile(r"[\w ,.%-]{0,9}")
UNIT_AFTER = re.compile(r"\s*(?::|\.\d|/|[ap]\.?m\b|o'clock|[–—-]\s*\d|\w*[A-Za-z]\d)", re.IGNORECASE)


def elliptic(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """A bare number that takes its noun and measure from the figure before it in the sentence."""
    index = parse.index_at(quantity.number[1] - 1)
    if index < 0 or not before or quantity.bound == "vague" or quantity.low == 0 or quantity.percent:
        return None
    token, whole = parse[index], before[-1]
    if whole.sent != token.sent or whole.quantity.percent or whole.quantity.low == 0 or not _stands_alone(parse, token):
        return None
    if whole.noun.end > quantity.span[0] and whole.noun.i != token.i and whole.rule != "quantify.elliptic":
        return None
    if is_excluded(parse, quantity, token) or UNIT_AFTER.match(parse.text, quantity.span[1]):
        return None
    return Draft(quantity, whole.noun, whole.kind, whole.measure, "quantify.elliptic", whole.sent, whole.whom_span)


def _stands_alone(parse: Parse, token: Token) -> bool:
    """Whether a number is itself the subject, the object or what a count comes "to"."""
    if token.pos != "NUM" or token.ent in ("DATE", "TIME", "MONEY", "ORDINAL", "PERCENT"):
        return False
    if parse.kid(token, "compound", "amod", "nummod"):
        return False
    return token.dep in DEPS or (token.dep == "pobj" and parse.head(token).lemma in TO)
