"""What a quantity counts: its noun, and whether that noun is one the manual wants counted."""

import re
from collections.abc import Iterator

from onrecord import lexicon
from onrecord.quantify.numbers import Quantity
from onrecord.records import Parse, Span, Token

QUANTITY_DEPS = frozenset(("nummod", "quantmod", "amod", "det", "compound", "advmod", "npadvmod", "predet", "nmod"))
AGE = re.compile(
    r"[\s-]*(?:-\s*)?(?:year|month|day|week|hour|minute|metre|meter|mile|km|kilomet(?:re|er)|nation|member|point|plus|strong|odd)s?\b",
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:US|Rs|USD|EUR|GBP))\s*$")
NUMBER_OF = re.compile(r"\b(?:number|total|count) of (?P<what>[^.;,:]{3,80})|\b(?:death )?(?P<toll>toll)\b", re.IGNORECASE)
LENGTHS = frozenset(("km", "kilometre", "kilometer", "mile"))
HUMAN = ("people", "person", "man", "men", "woman", "women", "child", "children", "other", "others", "one", "ones")


def noun_of(parse: Parse, quantity: Quantity) -> Token | None:
    """The noun a quantity counts: "3,300" of "ISIL fighters", "dozens of villages", "six" itself where nothing follows."""
    token = parse[parse.index_at(quantity.number[1] - 1)]
    while (
        token.dep in QUANTITY_DEPS
        and token.head != token.i
        and parse.head(token).pos in ("NOUN", "PROPN", "NUM", "ADJ", "SYM", "X", "ADV", "VERB")
    ):
        governor = parse.head(token)
        if governor.pos == "VERB" and token.dep != "nummod":
            break
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
    return target if target and target.pos != "PRON" else token


def partitive_of(parse: Parse, quantity: Quantity) -> Token | None:
    """The pronoun or definite noun a quantity is a part of: "three of them", "of whom six", "two of the other men"."""
    token = parse[parse.index_at(quantity.number[1] - 1)]
    for prep in parse.kids(token, "prep"):
        target = parse.kid(prep, "pobj") if prep.lemma == "of" else None
        if target and (target.pos == "PRON" or parse.kid(target, "det", "poss")):
            return target
    before = parse.text[max(0, quantity.span[0] - 10) : quantity.span[0]].casefold()
    return token if re.search(r"\bof (?:whom|which|them|those),?\s*$", before) else None


def is_excluded(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Money, ages, durations, dates, distances, ordinals, ratios, names with numbers: no figures."""
    text = parse.text
    start, end = quantity.number
    token = parse[parse.index_at(end - 1)]
    if MONEY_BEFORE.search(text[max(0, start - 5) : start]) or text[end : end + 1] in ("$", "€", "£"):
        return True
    if AGE.match(text, end) and text[end : end + 1] in ("-", " ") and not quantity.percent:
        row = lexicon.index("counted").get(noun.lemma)
        if text[end : end + 1] == "-" or row is None or row["class"] == "never":
            return True
    if not quantity.percent and (
        token.ent in ("DATE", "TIME", "MONEY", "ORDINAL") and noun.ent in ("DATE", "TIME", "MONEY", "ORDINAL")
    ):
        return True
    if re.search(
        r"(?:No|no|number|Number|Resolution|Article|Chapter|Highway|Route|Unit|Phase|aged?|Section)\.?\s$",
        text[max(0, start - 12) : start],
    ):
        return True
    if noun.lemma in LENGTHS and "square" not in text[end : noun.start].casefold():
        return True
    if token.dep == "advmod" and quantity.bound == "vague":
        return True  # "most recent"
    if re.fullmatch(r"(?:19|20)\d\d", text[start:end]) and noun.tag in ("NN", "NNP"):
        return True  # "a 2008 raid"
    if noun.lemma in ("case", "incident") and (quantity.low == 1.0 or parse.kid(noun, "det")):
        return True  # "in one case", "the two incidents"
    row = lexicon.index("counted").get(noun.lemma)
    return not quantity.percent and row is not None and row["class"] == "never"


def class_of(noun: Token) -> str | None:
    """Class of a counted noun: "person", "attack", "territory", "object", "munition"; None when it is none of these."""
    word = noun.text.casefold()
    people = lexicon.index("people")
    if (
        noun.lemma in people
        or word in people
        or word in HUMAN
        or noun.ent == "NORP"
        or (noun.tag == "NNPS" and noun.ent != "ORG")
    ):
        return "person"
    row = lexicon.index("counted").get(noun.lemma) or lexicon.index("counted").get(word)
    return row["class"] if row else None


def whom_span(parse: Parse, quantity: Quantity, noun: Token) -> Span | None:
    """The noun phrase counted, without number and bound; None when the number stands alone."""
    if noun.end <= quantity.span[1]:
        return None
    phrase = parse.noun_phrase(noun, stop=lambda t: t.dep == "prep" and t.lemma not in ("of",))
    start = max(phrase[0], quantity.span[1])
    while start < phrase[1] and (parse.text[start].isspace() or parse.text[start] in ",-"):
        start += 1
    if parse.text[start : start + 3].casefold() == "of ":
        start += 3
    return (start, max(phrase[1], noun.end)) if start < noun.end else noun.span


def governors(parse: Parse, noun: Token) -> Iterator[tuple[Token, str]]:
    """What may say what happened to a noun, nearest first, each with the noun's side of it: "patient", "agent" or "noun"."""
    yield noun, "noun"
    for kid in parse.kids(noun, "acl"):
        yield from _clause(parse, noun, kid)
    for kid in parse.kids(noun, "amod", "compound"):
        yield kid, "noun"
    yield from _upward(parse, noun)
    for kid in parse.kids(noun, "relcl"):
        yield from _clause(parse, noun, kid)


def _upward(parse: Parse, noun: Token) -> Iterator[tuple[Token, str]]:
    """The governors of a noun, nearest first, each with the noun's side of it."""
    token, steps = noun, 0
    while token.head != token.i and steps < 7:
        steps += 1
        governor = parse.head(token)
        side = _side(parse, token, governor)
        if side:
            yield governor, side
            yield from _predicate(parse, governor, side)
        if governor.pos in ("VERB", "AUX") and token.dep not in ("conj", "xcomp", "ccomp", "advcl", "acl", "pcomp", "prep"):
            if side is None or governor.lemma not in ("leave", "be", "include", "have", "find", "see", "report"):
                yield from (
                    (k, "adverbial")
                    for k in parse.kids(governor, "advcl", "xcomp", "conj")
                    if side == "agent" and k.dep != "conj"
                )
            return
        token = governor


def _clause(parse: Parse, noun: Token, verb: Token) -> Iterator[tuple[Token, str]]:
    """A participle or relative clause after the noun: "civilians killed in …", "guards who died"."""
    if verb.dep == "acl":
        yield verb, "patient" if verb.tag == "VBN" else "agent"
        return
    subject = parse.kid(verb, "nsubjpass", "nsubj")
    if subject and subject.lemma in ("who", "that", "which", "whom"):
        yield verb, "patient" if subject.dep == "nsubjpass" else "agent"


def _side(parse: Parse, token: Token, governor: Token) -> str | None:
    """Which side of its governor a token stands on."""
    if governor.pos in ("VERB", "AUX"):
        if token.dep in ("dobj", "nsubjpass", "oprd", "attr"):
            return "patient"
        if token.dep == "nsubj":
            return "agent"
        return None
    if governor.lemma in ("of", "to", "for", "in", "including", "among", "with", "from") and token.dep == "pobj":
        return None
    return "noun" if token.dep in ("compound", "nmod", "poss") or (token.dep == "prep" and token.lemma == "of") else None


def _predicate(parse: Parse, verb: Token, side: str) -> Iterator[tuple[Token, str]]:
    """Adjectives and participles said of the noun: "are dead", "left two dead", "shot dead"."""
    for kid in parse.kids(verb, "acomp", "oprd", "xcomp", "attr", "ccomp", "advmod", "prt"):
        if kid.pos in ("ADJ", "NOUN", "VERB", "ADV"):
            yield kid, "state" if kid.pos != "VERB" or kid.tag == "VBN" else side


def told_number(parse: Parse, quantity: Quantity, noun: Token) -> Token | None:
    """The noun of "the number of … killed", "the toll": said before a number that stands alone."""
    if noun.end > quantity.span[1] and noun.start >= quantity.span[0]:
        return None
    start = parse.sentences[noun.sent].span[0]
    matches = list(NUMBER_OF.finditer(parse.text, start, quantity.span[0]))
    if not matches:
        return None
    found = matches[-1]
    if found["toll"]:
        return parse[parse.index_at(found.start("toll"))]
    tokens = parse.tokens_in((found.start("what"), found.end("what")))
    return next((t for t in tokens if t.pos in ("NOUN", "PROPN")), None)
