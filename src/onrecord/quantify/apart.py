"""Numbers that a comma sets off from the people they count: "Three more, a nurse and two teachers, were hurt"."""

import re

from onrecord.quantify.numbers import Quantity
from onrecord.records import Parse, Token

NAMED = re.compile(
    r"(?P<more>\s+more)?\s*[,(–—]\s*(?=(?P<word>an?|one|all|both|most|mostly|mainly|among|including|\w+)\b)", re.IGNORECASE
)
BEFORE = re.compile(r"\b(?:another|further)\s+$", re.IGNORECASE)
OPENS = frozenset("a an one all both most mostly mainly among including".split())
HEADS = frozenset(("nsubj", "nsubjpass", "dobj"))
TORN = frozenset(("nummod", "npadvmod", "nmod", "advmod"))  # how the tree hangs such a number on what follows
NEAR = 6  # words in which the people's noun comes


def named_after(parse: Parse, quantity: Quantity, number: Token) -> Token | None:
    """The first noun of those that a number set off by a comma counts; None for any other number, such as an age."""
    match = NAMED.match(parse.text, quantity.number[1])
    if match is None or number.pos != "NUM" or number.ent in ("DATE", "TIME", "MONEY"):
        return None
    first = parse[parse.index_at(match.end())]
    further = match["more"] or BEFORE.search(parse.text, max(0, quantity.span[0] - 10), quantity.span[0])
    if match["word"].casefold() not in OPENS and not (further and first.pos == "NUM"):
        return None
    torn = number.dep in TORN and parse.head(number).start >= match.end()
    if not torn and number.dep not in HEADS:
        return None
    after = parse.tokens[first.i : first.i + NEAR]
    return next((t for t in after if t.sent == number.sent and t.pos in ("NOUN", "PROPN")), None)


def told_after(parse: Parse, number: Token) -> tuple[Token, str] | None:
    """The verb of those named after a number that the tree has torn off, with their side of it."""
    if number.pos != "NUM" or number.dep not in TORN:
        return None
    verb = next((t for t in parse.ancestors(number) if t.pos == "VERB"), None)
    if verb is None or verb.i < number.i or "," not in parse.text[number.end : verb.start]:
        return None
    return verb, "patient" if parse.kid(verb, "auxpass") else "agent"
