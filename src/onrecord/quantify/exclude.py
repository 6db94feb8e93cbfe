"""Numbers that are no figures: money, ages, durations, dates, distances, ordinals, ratios, names with numbers."""

import re

from onrecord import lexicon
from onrecord.lexicon.contests import is_contest
from onrecord.quantify.counted import class_of, first_listed
from onrecord.quantify.dated import NO_COUNT, is_spread, is_toll
from onrecord.quantify.governors import CROWDS
from onrecord.quantify.numbers import Quantity
from onrecord.records import Parse, Token

MEASURED = re.compile(
    r"(?:-and-a-half)?[\s-]*(?:-\s*)?(?:year|month|day|week|hour|minute|metre|meter|mile|km|kilomet(?:re|er)|cm|yr|yo)s?\b"
    r"|-,?\s+(?:and|or|to)\s+\w+-(?:year|month|week|day)s?\b"  # "his 12- and 10-year-old sons"
    r"|-\s*(?:nation|member|point)s?\b",
    re.IGNORECASE,
)
HYPHENED = re.compile(r"-(?!strong\b)[a-z]", re.IGNORECASE)  # "a four-wheeler", "12-bore rifles", "a three-storey house"
CALIBRE = re.compile(r"[\s-]*(?:mm|millimet(?:re|er)|calib(?:re|er)|gauge)\b", re.IGNORECASE)
MONEY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:US|Rs|INR|USD|EUR|GBP))\.?\s*$")
NAMED_BEFORE = re.compile(
    r"\b(?:no|number|resolution|article|chapter|highway|route|unit|phase|aged?|section|age of|grade|channel|interstate|image|photo|slide)\.?\s$"
    r"|\b(?:image|photo|slide) \d+ of (?:/ )?$",
    re.IGNORECASE,
)
AGE_IN_BRACKETS = re.compile(r"\(\s*\d{1,3}\s*(?:years?(?: old)?|yrs?)?\s*\)", re.IGNORECASE)  # "Ravi Kumar (30)"
AGES_BEFORE = re.compile(
    r"(?:\b(?:ages?|aged)\s+(?:from\s+|between\s+)?(?:\d{1,3}(?:,\s*(?:and\s+)?|\s+(?:and|to)\s+|-))*|,\s+both\s+)$",
    re.IGNORECASE,
)
AGES_OF_KIN = re.compile(
    r"\b(?:juveniles|men|women|suspects|students|youths|victims|people|teenagers|minors|sons|daughters|children|kids|boys|girls|brothers|sisters|siblings|twins|teens|teenagers),\s+(?:\d{1,2},?\s+(?:and\s+)?)*$"
)  # "his sons, 10 and 12, died"
AND_AGE = re.compile(r",?\s+and\s+\d{1,2}\b(?!\s+\w)")
ADDRESS = re.compile(
    r"\s+(?:[NSEW]\.?\s+|(?:North|South|East|West)\s+)?(?:[A-Z0-9][\w.'’]*\s+){0,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Way|Court|Ct|Circle|Parkway|Terrace|block)\b"
)  # "4030 Lake Avenue", "the 1900 block"
ROAD_AFTER = re.compile(r"\s+(?:north|south|east|west|near|between)\b")  # "on Arkansas 35 north of the river"
NUMBER_MARK = re.compile(r"\.\s?\d")  # "Company No. 6"
AFTER_AGE = re.compile(r"\s+[-–—|(]|\s*[,;:)]|\s*\.(?!\d)")
ONE_DOES = re.compile(r"\s+(?:was|is|has)\b", re.IGNORECASE)  # "Samir Haddad, 24 was shot"
OLDEST = 110
EMERGENCY = frozenset(("911", "999", "112", "000"))
COUNTS_ON = re.compile(r"\s+(?!(?:and|to|for|after|at|when|but|on|in|from|about|as)\b)[a-z]")
DIALLED = re.compile(r"\b(?:call|dial|phon|ring|rang)\w*\s+(?:(?!in\b|up\b)\w+\s+)?$", re.IGNORECASE)
RATIO_AFTER = re.compile(r"\s*-?\s*(?:times\b|fold\b|points?\b)", re.IGNORECASE)
TRUCES = frozenset("ceasefire cease-fire fire truce armistice".split())
LENGTHS = frozenset(("km", "kilometre", "kilometer", "mile"))
CHANGES = frozenset(("rise", "increase", "drop", "fall", "decline", "decrease", "jump", "surge", "chance", "reduction"))
BODIES = frozenset(("battalion", "brigade", "regiment", "division", "company", "corps", "squadron"))  # "the 206 battalion"
YEAR_AFTER = re.compile(
    r"(?:(?:^|\n)\s*|(?:\b(?:the|those)|[a-z]{3,9}\.?\s\d{1,2},|\d{1,2}\s[a-z]{3,9}\.?)\s+)$", re.IGNORECASE
)  # "the 2012 attacks"
DONE = frozenset("record report document count register log carry launch occur happen take".split())
DAY = re.compile(
    r"(?:\s(?:st|nd|rd|th)|\s(?:January|February|March|April|May|June|July|August|September|October|November|December))\b(?!\s(?:have|be|well)\b)"
)
DAYS = 31
YEAR = re.compile(r"(?:19|20)\d\d")
ITEM = re.compile(r"[.)]\s")
ESTIMATES = frozenset(("figure", "number", "target", "estimate", "mark", "limit", "cap", "level", "total"))  # "a 200,000 figure"
HELD_POINTS = frozenset(("fire", "firing", "check", "strong", "control", "observation", "defensive"))


def is_excluded(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Whether a number is one of those the manual does not want."""
    return (
        _is_money(parse, quantity)
        or _is_measured(parse, quantity, noun)
        or _is_name(parse, quantity, noun)
        or _is_ratio(parse, quantity, noun)
        or _is_never(parse, quantity, noun)
        or _is_no_count(parse, quantity, noun)
        or (noun.lemma == "violation" and not _is_of_truce(parse, noun))
        or _is_day(parse, quantity)
        or _is_dialled(parse, quantity)
        or _is_of_one(parse, noun)
        or is_contest(parse, parse.head(first_listed(parse, noun)))
    )


def _is_of_truce(parse: Parse, violation: Token) -> bool:
    """Whether a truce was violated, which is done by attacks: "six ceasefire violations", "six violations of the truce"."""
    of = [k for k in parse.kids(violation, "prep") if k.lemma == "of"]
    near = [*parse.kids(violation, "compound", "amod", "nmod"), *(t for k in of for t in parse.kids(k, "pobj"))]
    return any(t.lemma in TRUCES for t in near)


def _is_dialled(parse: Parse, quantity: Quantity) -> bool:
    """A number for emergencies: "called 911", "dial 112"."""
    start, end = quantity.number
    after = parse.tokens[parse.index_at(end - 1) + 1 :][:1]
    alone = COUNTS_ON.match(parse.text, end) is None or after[0].tag in ("VBG", "RB")  # not "called 112 witnesses"
    return alone and parse.text[start:end] in EMERGENCY and DIALLED.search(parse.text, max(0, start - 20), start) is not None


def _is_of_one(parse: Parse, number: Token) -> bool:
    """Whether a number behind "of" is the age or the children of one person: "a boy of 12", "a mother of six"."""
    of = parse.head(number)
    one = parse.head(of)
    alone = number.pos == "NUM" and number.dep == "pobj" and of.lemma == "of"
    return alone and one.tag == "NN" and class_of(one) == "person" and one.lemma not in CROWDS


def _is_money(parse: Parse, quantity: Quantity) -> bool:
    start, end = quantity.number
    return bool(MONEY_BEFORE.search(parse.text[max(0, start - 5) : start])) or parse.text[end : end + 1] in ("$", "€", "£")


def _is_measured(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Ages, durations and distances: "32-year-old", "six days", "45 km"; not "700 square miles"."""
    end = quantity.number[1]
    if noun.lemma in LENGTHS and "square" not in parse.text[end : noun.start].casefold():
        return True
    if CALIBRE.match(parse.text, end) or (quantity.span[1] == end and HYPHENED.match(parse.text, end)):
        return True
    if quantity.percent or parse.text[end : end + 1] not in ("-", " ") or not MEASURED.match(parse.text, end):
        return False
    row = lexicon.index("counted").get(noun.lemma)
    return parse.text[end : end + 1] == "-" or row is None or row["class"] == "never"


def _is_name(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Numbers that belong to a name, a date or a year: "Resolution 2165", "Highway 5", "a 2008 raid"."""
    start, end = quantity.number
    if (quantity.low == 0 and NUMBER_MARK.match(parse.text, end)) or _is_item(parse, quantity):
        return True
    if AGES_BEFORE.search(parse.text, max(0, start - 40), start) or parse.text[end : end + 2] in ("'s", "’s"):
        return True
    if AGE_IN_BRACKETS.match(parse.text, start - 1) or _is_age_beside(parse, quantity) or _is_age_listed(parse, quantity):
        return True
    if NAMED_BEFORE.search(parse.text[max(0, start - 18) : start]) or (
        _is_bare(parse, quantity) and (ADDRESS.match(parse.text, end) or _is_at_house(parse, quantity))
    ):
        return True
    if _is_in_name(parse, quantity):
        return True
    if YEAR.fullmatch(parse.text[start:end]) and (
        noun.tag in ("NN", "NNP") or noun.end <= end or _is_year(parse, quantity, noun)
    ):
        return True
    unit = noun.lemma.casefold() in BODIES and noun.tag in ("NN", "NNP")  # "troops of the 7 Division"
    if (quantity.low or 0) > 1 and (unit or (noun.tag == "NN" and _is_model(parse, quantity, noun))):
        return True
    token = parse[parse.index_at(end - 1)]
    joined = token.dep == "conj" and noun.i == token.i and parse.head(token).ent in ("DATE", "TIME")
    if joined and not is_spread(parse, quantity):
        return True
    dated = not quantity.percent and token.ent in NO_COUNT and noun.ent in NO_COUNT
    return dated and not is_toll(parse, quantity, token)


def _is_at_house(parse: Parse, quantity: Quantity) -> bool:
    """Whether a long number after "at" is that of a house, its street told without the word: "at 4439 Pease"."""
    start, end = quantity.number
    after = parse.tokens[parse.index_at(end - 1) + 1 :][:1]
    named = bool(after) and after[0].tag in ("NN", "NNP") and after[0].ent != "NORP" and after[0].text[0].isupper()
    return named and end - start > 2 and parse.text[max(0, start - 3) : start].casefold() == "at "


def _is_year(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Whether a year stands before the attacks or riots of that year: "the 2012 attacks", "the May 3, 2012 attacks"."""
    start = quantity.number[0]
    if class_of(noun) in ("person", "unit", "object"):
        return False  # "the 2000 soldiers"
    if not _is_bare(parse, quantity) or _is_recorded(parse, noun):
        return False
    return bool(YEAR_AFTER.search(parse.text, max(0, start - 16), start))


def _is_recorded(parse: Parse, acts: Token) -> bool:
    """Whether it is told that acts were counted or done, so that a number before them is theirs: "2000 attacks were recorded"."""
    verb = parse.head(acts)
    if acts.dep not in ("nsubj", "nsubjpass") or verb.lemma not in DONE or parse.kid(acts, "det") is not None:
        return False
    return all(k.lemma == "place" for k in parse.kids(verb, "dobj"))  # not "2012 attacks took six lives"


def _is_day(parse: Parse, quantity: Quantity) -> bool:
    """Whether digits are the day of a month or an ordinal: "the 31 October attack", "the 155 th Brigade"."""
    found = DAY.match(parse.text, quantity.number[1])
    return _is_bare(parse, quantity) and found is not None and (found[0][1:].islower() or (quantity.low or 0) <= DAYS)


def _is_item(parse: Parse, quantity: Quantity) -> bool:
    """Whether digits number the items of a list: "2. Five guards died"."""
    start, end = quantity.number
    opens = not parse.text[max(0, start - 3) : start].strip() or parse.text[max(0, start - 3) : start].rstrip(" (").endswith("\n")
    return opens and _is_bare(parse, quantity) and bool(ITEM.match(parse.text, end))


def _is_bare(parse: Parse, quantity: Quantity) -> bool:
    """Whether a number stands in digits and without a bound."""
    return quantity.span == quantity.number and parse.text[quantity.number[0]].isdigit()


def _is_in_name(parse: Parse, quantity: Quantity) -> bool:
    """Whether digits stand between the words of one name: "Mosul 24 Radio"."""
    index = parse.index_at(quantity.number[0])
    if not _is_bare(parse, quantity) or not 0 < index < len(parse) - 1:
        return False
    before, after = parse[index - 1], parse[index + 1]
    if before.tag == "NNP" and parse.head(before).i != index and ROAD_AFTER.match(parse.text, quantity.number[1]):
        return True
    return before.tag == "NNP" and after.tag == "NNP" and before.sent == after.sent and before.end + 1 == quantity.number[0]


def _is_model(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """A number that an article makes part of the name of one thing: "a 303 service rifle"."""
    article = next((k for k in parse.kids(noun, "det") if k.lemma in ("a", "an")), None)
    return article is not None and article.end <= quantity.span[0] and class_of(noun) in ("object", "munition")


def _is_age_listed(parse: Parse, quantity: Quantity) -> bool:
    """Whether a number is one of the ages of children: "his sons, 10 and 12"."""
    start, end = quantity.number
    told = AFTER_AGE.match(parse.text, end) or AND_AGE.match(parse.text, end)
    return bool(told) and AGES_OF_KIN.search(parse.text, max(0, start - 40), start) is not None


def _is_age_beside(parse: Parse, quantity: Quantity) -> bool:
    """A bare number between a person and a comma: "Ronnie Hall, 33, was hit", "the victim, 34, is known"."""
    end = quantity.number[1]
    index = parse.index_at(end - 1)
    if index < 2 or (quantity.low or 0) > OLDEST or quantity.span != quantity.number:
        return False
    before = parse[index - 2]
    if parse[index - 1].text == ")" and AFTER_AGE.match(parse.text, end):
        opened = next((t for t in reversed(parse.tokens[max(0, index - 8) : index]) if t.text == "("), None)
        return opened is not None and opened.i > 0 and parse[opened.i - 1].text == ","
    if parse[index - 1].text != ",":
        return False
    told = before.pos in ("PROPN", "NOUN", "ADJ") and AFTER_AGE.match(parse.text, end)
    return bool(told) or (_is_one_person(before) and ONE_DOES.match(parse.text, end) is not None)


def _is_one_person(noun: Token) -> bool:
    """Whether a noun names or calls one person, whose age may stand behind it; not "in the village, 30 has been killed"."""
    return noun.ent == "PERSON" or (noun.tag == "NN" and noun.lemma in lexicon.index("people"))


def _is_ratio(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """ "ten times more strikes", "a 40 percent rise"."""
    return bool(RATIO_AFTER.match(parse.text, quantity.number[1])) or (quantity.percent and noun.lemma in CHANGES)


def _is_never(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    kids = parse.kids(noun, "compound", "amod", "nmod")
    row = lexicon.index("counted").get(noun.lemma)
    if quantity.low is not None and quantity.low > 1 and noun.tag == "NN" and noun.lemma in ESTIMATES:
        return True
    if noun.lemma == "point" and any(t.lemma in HELD_POINTS for t in kids):
        return False  # "two firing points"
    return not quantity.percent and row is not None and row["class"] == "never"


def _is_paired(parse: Parse, noun: Token) -> bool:
    """Whether two words beside a noun are joined: "both Hutu and Tutsi villagers"."""
    return any(parse.kid(k, "cc") is not None for k in parse.kids(noun, "amod", "compound", "nmod"))


def _is_no_count(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """ "both in Iraq and Syria", "most recent", "in one case", "the two incidents"."""
    token = parse[parse.index_at(quantity.number[1] - 1)]
    if (token.dep in ("preconj", "cc") and token.pos != "NUM") or (token.text.casefold() == "both" and parse.kid(noun, "cc")):
        return True
    if token.text.casefold() == "both" and (noun.i == token.i or noun.dep == "appos" or _is_paired(parse, noun)):
        return True
    if token.dep == "advmod" and quantity.bound == "vague":
        return True
    told = quantity.low == 1.0 or parse.kid(noun, "det") is not None
    return noun.lemma in ("case", "incident") and (told or parse.head(noun).lemma == "in")
