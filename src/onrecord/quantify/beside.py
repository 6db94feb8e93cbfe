"""What is told right beside a number or its noun: "120 wounded", "six men dead", "five people shot in Gao"."""

import re
from functools import cache

from onrecord.quantify.numbers import Quantity
from onrecord.quantify.senses import IN_CONDITION, OR_HURT, SHOT_IN, is_after_wounds, is_done_otherwise, nouns, sense_of, states
from onrecord.records import Parse, Token

WOUNDS = re.compile(
    r"\s+(?:with|suffering(?: from)?)\s+(?:an?\s+|multiple\s+)?(?:\w+\s+)?(?:gunshot|stab|shrapnel|bullet)?\s?(?:wound|injur)",
    re.I,
)
HURT_AFTER = re.compile(
    r"(?:\s+(?:on|in|at|from|aboard|inside)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)?,?\s+(?:has |have |had |also )*(?:sustained|suffered|received)\s+(?:\w+\s+){0,3}?(?:injur|wound|burn|fracture)",
    re.I,
)
CONDITION = re.compile(rf"\s+{IN_CONDITION}", re.IGNORECASE)  # "one killed, two in critical condition"
GRAVE = re.compile(r"\b(?:critical|serious|grave|severe)\b", re.IGNORECASE)
STABLE = re.compile(r"\bstable\b", re.IGNORECASE)
HARM_TOLD = re.compile(r"\b(?:wound|injur|hurt|shot\b|stab)", re.IGNORECASE)
SHOT_BESIDE = re.compile(
    r"\s+(?P<fatal>fatally\s+)?shot(?=\s+(?:in|outside|near|inside|during|on|overnight|while|multiple)\b|\s*[.,;\n]|\s*$)", re.I
)  # "Five people shot in Gao": a headline leaves out "were"
OPENED = re.compile(r"(?:^|[\n:;,]\s?|[.!]\s|[-–—]\s)$")
TO_DEATH = re.compile(r"\s+(?:were |was )?\w+ed to death\b", re.IGNORECASE)
TELLING = frozenset(("killed", "wounded", "captured", "freed"))
TIMES = frozenset("night day morning evening afternoon week month year weekend".split())
ADVERBS = r"(?:still|also|\w+ly)"
MORE_WERE = r"(?:others?|more)\s+(?:(?:have|has|had)\s+been|are|were|was|is)\s+"
PREDICATES = ("got", "get", "are", "were", "was", "is", "people", "person", "others", "other", "more")


def told_beside(parse: Parse, quantity: Quantity, noun: Token, kind: str | None) -> tuple[str, str] | None:
    """By a state beside the number or the noun."""
    if kind in (None, "person") and TO_DEATH.match(parse.text, max(noun.end, quantity.span[1])):
        return "killed", "quantify.measure.beside"
    if kind in (None, "person") and HURT_AFTER.match(parse.text, _phrase_end(parse, quantity, noun)):
        return "wounded", "quantify.measure.beside"
    if kind in (None, "person") and _is_in_condition(parse, quantity, noun):
        return "wounded", "quantify.measure.beside"
    if kind is None and _is_headline_of_shot(parse, quantity):
        return "casualties", "quantify.measure.beside"
    if kind in (None, "person") and is_after_wounds(parse, quantity.span):
        return "wounded", "quantify.measure.beside"
    if kind == "person" and (shot := SHOT_BESIDE.match(parse.text, noun.end)):
        hurt = "wounded" if SHOT_IN.match(parse.text, shot.end()) else "casualties"
        return "killed" if shot["fatal"] else hurt, "quantify.measure.beside"
    following = _unless_outdone(parse, noun, _after().match(parse.text, quantity.span[1]))
    if following and (kind in (None, "person") or following["word"].casefold() in nouns()):
        return states()[following["word"].casefold()], "quantify.measure.after"
    if kind == "person" and WOUNDS.match(parse.text, noun.end):
        return "wounded", "quantify.measure.beside"
    beside = _unless_outdone(parse, noun, _beside().match(parse.text, noun.end))
    measure = states()[beside["word"].casefold()] if beside else ""
    if beside and kind == "person" and measure != "destroyed":
        both = measure == "killed" and OR_HURT.match(parse.text, beside.end())
        return "casualties" if both else measure, "quantify.measure.beside"
    if kind in ("object", "munition") and measure == "destroyed":
        return measure, "quantify.measure.beside"
    return None


@cache
def _after() -> re.Pattern[str]:
    """A state right after a number that stands alone: "120 wounded", "six people dead", "three are missing"."""
    return re.compile(
        rf"\s*(?:{MORE_WERE}|(?:{'|'.join(PREDICATES)})\s+)?(?:{ADVERBS}\s+)?(?P<word>{'|'.join(states())})\b", re.IGNORECASE
    )


@cache
def _beside() -> re.Pattern[str]:
    """A state right after the counted noun: "six men dead", "two trucks destroyed"."""
    return re.compile(rf"\s+(?:lying\s+|found\s+|got\s+)?(?:{ADVERBS}\s+)?(?P<word>{'|'.join(states())})\b", re.IGNORECASE)


def _is_headline_of_shot(parse: Parse, quantity: Quantity) -> bool:
    """Whether a clause opens with a bare number of those shot: "Police: Five shot near Gao", not "heard two shots"."""
    opened = OPENED.search(parse.text, max(0, quantity.span[0] - 3), quantity.span[0])
    return opened is not None and SHOT_BESIDE.match(parse.text, quantity.span[1]) is not None


def _is_in_condition(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Whether people are in a grave condition, or in a stable one after harm told: not "three hostages in good condition"."""
    found = CONDITION.match(parse.text, _phrase_end(parse, quantity, noun))
    if found is None or is_done_otherwise(parse, noun):
        return False
    start = parse.sentences[noun.sent].span[0]
    harmed = STABLE.search(found[0]) and HARM_TOLD.search(parse.text, start, quantity.span[0])
    return bool(GRAVE.search(found[0]) or harmed)


def _is_outdone(parse: Parse, noun: Token, participle: Token) -> bool:
    """Whether a verb tells more than the participle beside: "freed six men kidnapped in March", "burned six men alive"."""
    verb = parse.head(noun)
    alive = states().get(participle.text.casefold()) == "other" and participle.head == verb.i
    if not (alive or participle.dep in ("acl", "amod")) or noun.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB":
        return False
    told = sense_of(parse, verb, "patient")
    return told in TELLING and (alive or participle.dep == "acl" or told != states().get(participle.text.casefold()))


def _phrase_end(parse: Parse, quantity: Quantity, noun: Token) -> int:
    """Where a counted noun ends, with the body it is of: "a guard of the bank"."""
    if noun.end <= quantity.span[1]:
        return quantity.span[1]
    return max(noun.end, parse.noun_phrase(noun, stop=lambda t: t.dep == "prep" and t.lemma != "of")[1])


def _unless_outdone(parse: Parse, noun: Token, match: re.Match[str] | None) -> re.Match[str] | None:
    """The match, unless its word is a verb that does it to others ("six rebels abducted a driver") or gives way to one above."""
    if match is None:
        return None
    word = parse[parse.index_at(match.start("word"))]
    if _is_outdone(parse, noun, word):
        return None
    whom = parse.kid(word, "dobj")
    done = whom is not None and whom.lemma not in TIMES and whom.ent not in ("DATE", "TIME")  # "6 injured the night before"
    return None if done and not parse.kid(word, "auxpass") else match
