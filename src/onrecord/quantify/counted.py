"""What a quantity counts: its noun, and whether that noun is one the manual wants counted."""

import re

from onrecord import lexicon
from onrecord.quantify.apart import TORN, named_after
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.senses import is_after_wounds
from onrecord.records import Parse, Span, Token

QUANTITY_DEPS = frozenset(("nummod", "quantmod", "amod", "det", "compound", "advmod", "npadvmod", "predet", "nmod"))
BROKEN_DOWN = re.compile(r"\s*:\s")
HURT_NEXT = re.compile(r"\s+(?:have\s+|had\s+)?(?:sustained|suffered|received)\s", re.IGNORECASE)  # "four sustained injuries"
LOST = frozenset(("dead", "wounded", "injured", "missing", "loss", "casualty", "fatality"))
REPORTS = frozenset(("report", "word", "sign", "news"))  # "no reports of casualties"
AMONG_THEM = re.compile(r"\bamong (?:them|whom|those)\s+$", re.IGNORECASE)
STATE_AFTER = re.compile(r"\s+(?P<word>dead|wounded|injured|missing)\b", re.IGNORECASE)  # "120 wounded" are the wounded
DASHES = ("-", "–", "—", ":")
BODIES = frozenset(
    ("force", "army", "garrison", "contingent", "militia", "crowd", "band", "crew", "group", "mob", "gang", "troop")
)
HARMLESS = frozenset(("damage", "fire", "destruction", "incident", "explosion"))
HARMS = frozenset(("casualty", "injury", "death", "fatality", "victim"))
REMAINS = frozenset(("body", "corpse", "remains", "death", "killing"))
LIFELESS = frozenset(("dead", "lifeless", "charred", "decomposed", "riddled", "headless", "mutilated", "bloodied", "burnt"))
FOUND = frozenset(("find", "recover", "discover", "exhume", "retrieve", "dump"))
SEXES = frozenset(("woman", "man", "girl", "boy", "female", "male"))
HUMAN = ("people", "person", "man", "men", "woman", "women", "child", "children", "other", "others", "one", "ones")


def noun_of(parse: Parse, quantity: Quantity) -> Token | None:
    """The noun a quantity counts: "3,300" of "ISIL fighters", "dozens of villages", "six" itself where nothing follows."""
    token = parse[parse.index_at((quantity.span if quantity.percent else quantity.number)[1] - 1)]
    if token.dep == "conj" and parse.head(token).start >= quantity.number[0]:
        token = parse.head(token)  # "between 50 and 60 people"
    if (
        BROKEN_DOWN.match(parse.text, quantity.number[1])
        or HURT_NEXT.match(parse.text, quantity.number[1])
        or (parse.head(token).end <= quantity.span[0] and is_after_wounds(parse, quantity.span))
    ):
        return token  # "killed eight: five soldiers and three guards"
    if token.dep in TORN and named_after(parse, quantity, token) is not None:
        return token
    if _is_former(parse, quantity, token):
        return parse.head(parse.head(token)) if parse.head(token).dep == "nummod" else token
    if quantity.span != quantity.number and (noun := _next_noun(parse, token)):
        return noun
    if noun := _torn_noun(parse, token):
        return noun
    while (
        token.dep in QUANTITY_DEPS
        and token.head != token.i
        and parse.head(token).pos in ("NOUN", "PROPN", "NUM", "ADJ", "SYM", "X", "ADV", "VERB")
    ):
        governor = parse.head(token)
        if (governor.pos == "VERB" and token.dep != "nummod") or _is_colon_between(parse, token, governor):
            break  # "Nine dead after blast: official" counts no officials
        if (
            governor.i < token.i
            and governor.pos in ("PROPN", "NOUN")
            and not quantity.percent
            and token.dep in ("nummod", "nmod")
        ):
            return None  # "Resolution 2165", "Detachment No. 4"
        token = governor
    of = next((k for k in parse.kids(token, "prep") if k.lemma == "of" and k.start >= quantity.number[1] - 1), None)
    target = (
        parse.kid(of, "pobj")
        if of and (token.start < quantity.span[1] or token.lemma in ("percent", "%", "number", "majority"))
        else None
    )
    if quantity.low == 0 and (harm := _harm_beside(parse, token) or _harm_told(parse, token)) is not None:
        return harm
    return target if target and target.pos != "PRON" else token


def _is_colon_between(parse: Parse, one: Token, other: Token) -> bool:
    """Whether a colon stands between two words: "UN: 200 killed" counts no UN."""
    first, last = sorted((one, other), key=lambda t: t.i)
    return ": " in parse.text[first.end : last.start]


def _is_former(parse: Parse, quantity: Quantity, number: Token) -> bool:
    """Whether a number is the count before in "rose from 20 to 24", which the tree makes part of the other number."""
    start = quantity.span[0]
    to = number.dep == "quantmod" and parse.head(number).pos == "NUM" and parse.head(number).start > quantity.span[1]
    return to and parse.text[max(0, start - 5) : start].casefold() == "from "


def _harm_beside(parse: Parse, noun: Token) -> Token | None:
    """The harm to people that shares its "no" with harm to things: "no damage or casualties"."""
    joined = parse.kid(noun, "conj") if noun.lemma in HARMLESS else None
    return joined if joined is not None and joined.lemma in HARMS else None


def _harm_told(parse: Parse, noun: Token) -> Token | None:
    """The harm of which nobody tells: "no reports of casualties"."""
    of = next((k for k in parse.kids(noun, "prep") if k.lemma == "of"), None) if noun.lemma in REPORTS else None
    harm = parse.kid(of, "pobj") if of is not None else None
    return harm if harm is not None and harm.lemma in HARMS else None


def _next_noun(parse: Parse, number: Token) -> Token | None:
    """The plural noun right after a bounded number that the tree has torn from it: "Below forty guards died"."""
    noun = parse[number.i + 1] if number.i + 1 < len(parse) else number
    torn = number.dep in ("pobj", "nmod", "nummod") and parse.head(number).i < number.i
    return noun if torn and noun.sent == number.sent and noun.tag == "NNS" else None


def _torn_noun(parse: Parse, number: Token) -> Token | None:
    """The people right after a number that the tree has hung on what follows a dash: "Two guards - Ali Omar - died"."""
    top = parse.head(number)
    while top.dep in QUANTITY_DEPS and top.i < parse.head(top).i:
        top = parse.head(top)
    if top.i <= number.i + 1 or number.dep not in QUANTITY_DEPS:
        return None
    phrase = parse.tokens[number.i + 1 : top.i]
    dash = next((t for t in phrase if t.text in DASHES and parse.text[t.start - 1 : t.start].isspace()), None)
    if dash is None:
        return None
    noun = parse[dash.i - 1]
    return noun if noun.i > number.i and class_of(noun) == "person" else None


def partitive_of(parse: Parse, quantity: Quantity) -> Token | None:
    """The pronoun or definite noun a quantity is a part of: "three of them", "of whom six", "two of the other men"."""
    token = parse[parse.index_at(quantity.number[1] - 1)]
    for prep in parse.kids(token, "prep"):
        target = parse.kid(prep, "pobj") if prep.lemma == "of" else None
        if target and (target.pos == "PRON" or parse.kid(target, "det", "poss")):
            return target
    before = parse.text[max(0, quantity.span[0] - 10) : quantity.span[0]].casefold()
    return token if re.search(r"\bof (?:whom|which|them|those),?\s*$", before) else None


def class_of(noun: Token) -> str | None:
    """Class of a counted noun: "person", "unit", "attack", "territory", "object", "munition"; None when it is none of these."""
    word = noun.text.casefold()
    people = lexicon.index("people")
    row = lexicon.index("counted").get(noun.lemma) or lexicon.index("counted").get(word)
    if row and row["class"] in ("territory", "unit", "never"):
        return row["class"]
    if (
        noun.lemma in people
        or word in people
        or (noun.pos == "PROPN" and word.removesuffix("s") in people)  # "two Commandos"
        or word in HUMAN
        or is_aged(noun)
        or noun.ent == "NORP"
        or (noun.tag == "NNPS" and noun.ent != "ORG")
    ):
        return "person"
    return row["class"] if row else None


def is_aged(noun: Token) -> bool:
    """Whether somebody is called by his age: "a 7-year-old", "three 12-year-olds"."""
    return noun.text.casefold() in ("old", "olds") and noun.ent == "DATE"


def is_found_dead(parse: Parse, noun: Token) -> bool:
    """Whether somebody's body came to light: "a charred body was found", not "a body of experts"."""
    if noun.lemma not in ("body", "corpse") or parse.kid(noun, "compound"):
        return False
    if noun.lemma == "corpse":
        return True
    return any(k.lemma in LIFELESS for k in parse.kids(noun, "amod")) or parse.head(noun).lemma in FOUND


def is_size(quantity: Quantity, noun: Token) -> bool:
    """Whether a number says how many a body has: "a force of 500", "a 900-strong militia"."""
    return noun.lemma in BODIES and noun.tag == "NN" and quantity.low is not None and quantity.low > 1


def is_included(parse: Parse, noun: Token) -> bool:
    """Whether somebody is told of as a part: "six soldiers, including a captain", "seven men, among them a boy"."""
    first = first_listed(parse, noun)
    start = parse.noun_phrase(first)[0]
    if AMONG_THEM.search(parse.text, max(0, start - 14), start):
        return True
    if first.dep == "pobj":
        return parse.head(first).text.casefold() == "including"
    return False


def first_listed(parse: Parse, noun: Token) -> Token:
    """The first noun of the list that a noun goes on."""
    while noun.dep == "conj" and noun.head != noun.i:
        noun = parse.head(noun)
    return noun


def who_of(parse: Parse, noun: Token) -> Token:
    """The noun that says who is counted: "rebels" of "two bodies of rebels", "fighter" of "a woman fighter"."""
    of = next((k for k in parse.kids(noun, "prep") if k.lemma == "of"), None) if noun.lemma in REMAINS else None
    named = parse.kid(of, "pobj") if of else parse.kid(noun, "appos") if noun.lemma in SEXES else None
    if named is None or class_of(named) != "person":
        return noun
    beside = not of and "," not in parse.text[noun.end : named.start] and parse.kid(named, "det") is None
    return named if of or beside else noun


def whom_span(parse: Parse, quantity: Quantity, noun: Token) -> Span | None:
    """The noun phrase counted, without number and bound; None when the number stands alone."""
    if noun.end <= quantity.span[0] and noun.lemma in LOST and (side := parse.kid(noun, "poss")) is not None:
        return side.span  # "put the militia's dead at seven"
    if noun.end <= quantity.span[0] and class_of(noun) == "person":
        return noun.span  # "the raiders numbered 60"
    if noun.end <= quantity.span[1]:
        state = STATE_AFTER.match(parse.text, quantity.span[1])
        return state.span("word") if state else None
    state = STATE_AFTER.match(parse.text, quantity.span[1])
    if state and parse.text.startswith(" and ", state.end()):
        return state.span("word")  # "four wounded and great damage"
    phrase = parse.noun_phrase(noun, stop=lambda t: t.dep == "prep" and t.lemma not in ("of",))
    start = max(phrase[0], quantity.span[1])
    while start < phrase[1] and (parse.text[start].isspace() or parse.text[start] in ",-"):
        start += 1
    if parse.text.startswith("strong ", start) and parse.text[start - 1] == "-":
        start += 7  # "a 900-strong militia"
    if parse.text[start : start + 3].casefold() == "of ":
        start += 3
    return (start, max(phrase[1], noun.end)) if start < noun.end else noun.span
