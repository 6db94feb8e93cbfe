"""Numbers that stand alone and count what was counted just before: "Eight strikes hit the coast and three the south"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.quantify.counted import partitive_of
from onrecord.quantify.dated import TOLL_BEFORE, is_spread
from onrecord.quantify.draft import WINDOW, Draft
from onrecord.quantify.exclude import is_excluded
from onrecord.quantify.measure import measure_of
from onrecord.quantify.numbers import Quantity, number_value
from onrecord.quantify.wanted import DEFAULT, HARM
from onrecord.records import Cast, Parse, Token

REACH = 3  # sentences a share may stand from its whole
BODIES = frozenset(("armed_group", "state_force", "coalition", "civilians"))
CORRECTED = re.compile(
    r"\b(?:correct|actual|right|real|true|final|new)\s+(?:number|figure|count|toll)\s+(?:is|was|stands at|stood at)\s+$",
    re.IGNORECASE,
)
AS_MANY = re.compile(r"as many$", re.IGNORECASE)
DEPS = frozenset(("conj", "dobj", "nsubj", "nsubjpass", "attr", "ROOT", "oprd"))
DATED = frozenset(("DATE", "TIME"))  # "the night of January 4 and 5"
TOLLS = frozenset(("toll", "count", "figure", "tally", "estimate"))
TO = frozenset(("to", "at", "from"))
BOUNDING = frozenset(("more", "fewer", "less", "least", "most"))  # "down to fewer than 80"
UNIT_AFTER = re.compile(r"\s*(?::|\.\d|/|[ap]\.?m\b|o'clock|[–—-]\s*\d|\w*[A-Za-z]\d)", re.IGNORECASE)


def elliptic(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """A bare number that takes its noun and measure from the figure before it in the sentence."""
    index = parse.index_at(quantity.number[1] - 1)
    if index < 0 or not before or quantity.bound == "vague" or quantity.low == 0 or quantity.percent:
        return None
    token, whole = parse[index], _told(before)
    if whole.sent != token.sent or whole.quantity.percent or whole.quantity.low == 0:
        return None
    if not _stands_alone(parse, token) and not (token.pos == "NUM" and is_spread(parse, quantity)):
        return None
    if whole.noun.end > quantity.span[0] and whole.noun.i != token.i and whole.rule != "quantify.elliptic":
        return None
    if is_excluded(parse, quantity, token) or UNIT_AFTER.match(parse.text, quantity.span[1]):
        return None
    if whole.kind == "person" and whole.measure in HARM and _does_otherwise(parse, token, whole.noun):
        return Draft(quantity, whole.noun, "person", "strength", DEFAULT, whole.sent, whole.whom_span)
    return Draft(quantity, whole.noun, whole.kind, whole.measure, "quantify.elliptic", whole.sent, whole.whom_span)


def _does_otherwise(parse: Parse, number: Token, noun: Token) -> bool:
    """Whether a number has a verb of its own that tells no harm: "ten guards died, while 40 were fed"."""
    verb = parse.head(number)
    above = next((t for t in parse.ancestors(noun) if t.pos == "VERB"), None)
    return number.dep in ("nsubj", "nsubjpass") and verb.pos == "VERB" and (above is None or above.lemma != verb.lemma)


def corrected(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """ "The correct number is two": what was counted before, counted anew."""
    start = quantity.span[0]
    if not before or not CORRECTED.search(parse.text, max(0, start - 60), start):
        return None
    sent = parse.sentence_at(start)
    whole = next((d for d in reversed(before[-WINDOW:]) if d.kind == "person" and d.measure in HARM), None)
    if whole is None or sent is None or sent - whole.sent > REACH:
        return None
    return Draft(quantity, whole.noun, whole.kind, whole.measure, "quantify.corrected", sent, whole.whom_span)


def told_again(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """ "It recorded 31 attacks in April. In May it recorded 54": what the same verb counted in the sentence before."""
    index = parse.index_at(quantity.number[1] - 1)
    if index < 0 or not before or quantity.low is None or quantity.percent or quantity.low == 0:
        return None
    token, whole = parse[index], before[-1]
    if (
        token.dep != "dobj"
        or token.pos != "NUM"
        or token.sent - whole.sent != 1
        or UNIT_AFTER.match(parse.text, quantity.span[1])
    ):
        return None
    verb = next((t for t in parse.ancestors(whole.noun) if t.pos == "VERB"), None)
    if verb is None or verb.lemma != parse.head(token).lemma or whole.noun.end <= whole.quantity.span[1]:
        return None
    return Draft(quantity, whole.noun, whole.kind, whole.measure, "quantify.elliptic", token.sent, whole.whom_span)


def as_many(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """ "Killed three men and wounded as many": the number before, once more."""
    index = parse.index_at(quantity.number[1] - 1)
    if not before or index < 0 or not AS_MANY.search(parse.text, max(0, quantity.span[0] - 3), quantity.span[1]):
        return None
    whole, token = before[-1], parse[index]
    if whole.sent != token.sent or whole.quantity.low is None:
        return None
    same = replace(whole.quantity, span=(quantity.span[0] - 3, quantity.span[1]), number=quantity.number)
    found = measure_of(parse, same, token, None)
    return Draft(same, token, whole.kind, found[0], found[1], whole.sent, None) if found else None


ASIDE = frozenset(("relcl", "acl", "advcl"))  # clauses whose people are not the other party of the clause around them


def is_of_people(parse: Parse, token: Token, before: Sequence[Draft]) -> bool:
    """Whether a number without a noun goes on with people just counted: "killed 64 rebels and captured 312", "three more"."""
    alone = token.pos == "NUM" or token.lemma in ("more", "other")
    return alone and bool(before) and before[-1].kind == "person" and token.sent - before[-1].sent <= 1


def is_told_again(parse: Parse, quantity: Quantity, noun: Token, before: Sequence[Draft]) -> bool:
    """Whether a number that stands alone after "the" only names those counted before: "Three of the eleven"."""
    if noun.pos != "NUM" or noun.dep != "pobj" or all(k.lemma != "the" for k in parse.kids(noun, "det")):
        return False
    return any(d.quantity.low == quantity.low for d in before[-WINDOW:])


def _told(before: Sequence[Draft]) -> Draft:
    """The last figure of which something is told; what is only present gives way to it within a sentence."""
    here = [d for d in before[-WINDOW:] if d.sent == before[-1].sent]
    return next((d for d in reversed(here) if d.rule != DEFAULT), before[-1])


def share_of(parse: Parse, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """A share or number of people told before: "One of them was a teacher", "Nearly half of the families are in tents"."""
    partitive = partitive_of(parse, quantity)
    if partitive is None or not before or quantity.low == 0:
        return None
    pronoun = partitive.pos == "PRON"
    number = number_value(partitive.text) if partitive.pos == "NUM" else None  # "three of the eleven"
    for whole in reversed(before):
        if partitive.sent - whole.sent > (1 if pronoun else REACH):
            return None
        if partitive_of(parse, whole.quantity) is not None:
            continue  # what is told of another part
        people = whole.kind == "person" or (whole.kind is None and whole.measure in HARM)
        same = pronoun or whole.noun.lemma == partitive.lemma or (number is not None and number == whole.quantity.low)
        if people and whole.measure != "strength" and same:
            noun = _named(parse, partitive) or whole.noun
            apposed = noun.i != whole.noun.i and parse[noun.i - 1].pos not in ("AUX", "DET")
            span = noun.span if apposed else partitive.span if pronoun else None
            return Draft(quantity, noun, "person", whole.measure, "quantify.share", partitive.sent, span)
    return None


def of_others(parse: Parse, cast: Cast, quantity: Quantity, before: Sequence[Draft]) -> Draft | None:
    """Some of others than those counted last: "The raid killed six guards. The guards fired at the raiders, killing two of them"."""
    pronoun = partitive_of(parse, quantity)
    mention = cast.at(pronoun.i) if pronoun is not None and pronoun.lemma in ("they", "them") else None
    last = cast.at(before[-1].noun.i) if before else None
    if pronoun is None or mention is None or last is None or None in (mention.actor, last.actor) or mention.actor == last.actor:
        return None
    named = [m for m in cast.mentions if m.actor == mention.actor and m.span[1] <= pronoun.start]
    if not named or parse.sentence_at(named[-1].span[0]) != pronoun.sent or named[-1].span[0] < before[-1].noun.start:
        return None
    last_named, around = parse[named[-1].head], {t.i for t in parse.ancestors(pronoun)}
    if any(t.dep in ASIDE and t.i not in around for t in (last_named, *parse.ancestors(last_named))):
        return None  # "a man who told police … killed four of them"
    number = parse[parse.index_at(quantity.number[1] - 1)]
    found = measure_of(parse, quantity, number, "person")
    return Draft(quantity, number, "person", *found, number.sent, pronoun.span, whom=mention.actor) if found else None


def of_them(parse: Parse, cast: Cast, quantity: Quantity) -> Draft | None:
    """Some of a body that nobody counted: "The commandos … nearly 300 of them were sent north"."""
    pronoun = partitive_of(parse, quantity)
    mention = cast.at(pronoun.i) if pronoun is not None and pronoun.lemma in ("they", "them") else None
    if pronoun is None or mention is None or mention.actor is None or cast.actor(mention.actor).kind not in BODIES:
        return None
    number = parse[parse.index_at(quantity.number[1] - 1)]
    found = measure_of(parse, quantity, number, "person")
    return Draft(quantity, number, "person", *found, number.sent, pronoun.span, whom=mention.actor) if found else None


def _named(parse: Parse, pronoun: Token) -> Token | None:
    """What a part is named as: "six of them children", "one of them was a teacher"."""
    after = [t for t in parse.sentence_tokens(pronoun.sent) if t.i > pronoun.i][:4]
    while after and (after[0].lemma in ("be", "a", "an") or after[0].pos in ("AUX", "DET", "ADJ")):
        after.pop(0)
    return after[0] if after and after[0].pos in ("NOUN", "PROPN") else None


def _stands_alone(parse: Parse, token: Token) -> bool:
    """Whether a number is itself the subject, the object or what a count comes "to"."""
    compared = TOLL_BEFORE.search(parse.text, max(0, token.start - 50), token.start)
    if token.pos != "NUM" or (token.ent in ("DATE", "TIME", "MONEY", "ORDINAL", "PERCENT") and not compared):
        return False
    if any(k.text.casefold() not in BOUNDING for k in parse.kids(token, "compound", "amod", "nummod")) or (
        token.dep == "conj" and parse.head(token).ent in DATED
    ):
        return False
    preposition = parse.head(token)
    counted = preposition.lemma == "of" and parse.head(preposition).lemma in TOLLS
    return token.dep in DEPS or (token.dep == "pobj" and (preposition.lemma in TO or counted or compared is not None))
