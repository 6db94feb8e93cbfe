"""What words do to what is counted: the measure a verb, noun or state gives on one side of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeVar

from onrecord import lexicon
from onrecord.lexicon.errands import is_errand
from onrecord.records import Parse, Span, Token

Found = TypeVar("Found")
PLACE = "PLACE"  # stands in the table for any named place
TO_DEATH = re.compile(r"(?:\s+[\w-]+){0,4}?\s+to\s+death\b", re.IGNORECASE)  # "hacked", "hacked two men to death"
BURNED = re.compile(
    r"\bburn(?:ed|t|ing|s)?(?:\s+[\w-]+){0,4}?\s+alive\b", re.IGNORECASE
)  # "burned alive", "burned two men alive"
WOUNDS = re.compile(r"(?:\band|,|;)\s+(?:wounds|injures|hurts)\s+$")
NATURAL = re.compile(
    r"\s+(?:(?:suddenly|peacefully|\w+day)\s+)?(?:of|from)\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:natural|cancer|illness|disease|pneumonia|old age|heart|stroke|flu)\b",
    re.IGNORECASE,
)  # "died of natural causes"
IN_CONDITION = r"(?:listed\s+)?in\s+(?:\w+(?:\s+but)?\s+){1,2}condition\b"  # "in critical but stable condition"
OR_HURT = re.compile(
    r"\s*(?:or|/)\s*(?:seriously\s+)?(?:wounded|injured|hurt|maimed)\b"
    r"|\s+and\s+(?:wounded|injured)(?:\s*[.,;]|\s+(?:in|by|when|during|near|at|after|since)\b)",
    re.I,
)
SHOT_IN = re.compile(
    r"\s+in\s+(?:the|his|her|their|both)\s+(?:\w+\s+)?(?:leg|arm|foot|feet|hand|shoulder|thigh|knee|ankle|buttock|calf|hip|elbow|wrist|finger)s?\b",
    re.I,
)
FATES = frozenset(("killed", "wounded", "casualties", "captured", "freed", "missing"))  # what happens to people
HARMED = (None, "wounded", "casualties", "other")  # what leaves open how those "in critical condition" are
TAKEN = ("captured", "wounded", "killed")
OBJECTS = ("dobj", "acomp", "advcl", "prep", "oprd", "prt", "advmod", "attr", "ccomp", "xcomp", "dative")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb does to the counted noun on one side of it; `objects` are words of which it needs one as its object."""

    side: str
    measure: str
    objects: frozenset[str]


@cache
def verbs() -> dict[str, tuple[Sense, ...]]:
    """The senses of each verb lemma, those that need an object first."""
    out: dict[str, list[Sense]] = {}
    for row in lexicon.rows("measures"):
        if row["pos"] == "verb":
            objects = frozenset(row["with"].split("|")) if row["with"] else frozenset[str]()
            out.setdefault(row["word"], []).append(Sense(row["role"], row["measure"], objects))
    return {word: tuple(sorted(senses, key=lambda s: not s.objects)) for word, senses in out.items()}


@cache
def nouns() -> dict[str, str]:
    """Measure by noun."""
    return {r["word"]: r["measure"] for r in lexicon.rows("measures") if r["pos"] == "noun"}


@cache
def deeds() -> dict[str, str]:
    """Measure by noun for a deed that is done to those after its "of", but counts none itself: "the destruction of two trucks"."""
    return {r["word"]: r["measure"] for r in lexicon.rows("measures") if r["pos"] == "deed"}


@cache
def states() -> dict[str, str]:
    """Measure by adjective or participle: "dead", "wounded"."""
    return {r["word"]: r["measure"] for r in lexicon.rows("measures") if r["pos"] == "state"}


def sense_of(parse: Parse, word: Token, side: str) -> str | None:
    """The measure a word gives on the noun's side of it: "patient", "agent", "state", "noun", "deed" or "adverbial"."""
    if side == "state" and word.lemma == "alive" and BURNED.search(parse.text, max(0, word.end - 50), word.end):
        return "killed"
    if side in ("state", "noun", "deed"):
        found = states().get(word.text.casefold()) if side == "state" or word.pos in ("ADJ", "VERB") else None
        return found or _first(nouns(), word) or (_first(deeds(), word) if side == "deed" else None)
    if word.pos not in ("VERB", "NOUN", "ADJ", "AUX"):
        return None
    passive_or_patient = side == "patient" or (side == "agent" and _is_passive(parse, word))
    if (
        passive_or_patient
        and word.pos == "VERB"
        and (TO_DEATH.match(parse.text, word.end) or BURNED.match(parse.text, word.start))
    ):
        return "killed"
    if word.lemma == "hang" and word.tag == "VBG" and parse.head(word).lemma == "leave":
        return None  # "were left hanging"
    if word.lemma == "die" and NATURAL.match(parse.text, word.end):
        return None
    for sense in _first(verbs(), word) or ():
        passive = sense.side == "patient" and side == "agent" and _is_passive(parse, word)
        if (sense.side in ("any", side) or passive) and (not sense.objects or has_object(parse, word, sense.objects)):
            return None if sense.measure in TAKEN and _is_errand(parse, word) else sense.measure
    return None


def _is_errand(parse: Parse, verb: Token) -> bool:
    """Whether those a verb is done to are fetched, saved or dismissed: "picked up the survivors", "slashed 400 workers"."""
    target = parse.kid(verb, "dobj", "nsubjpass")
    return is_errand(parse, verb, target, tuple(parse.kids(verb, "nsubj")))


def is_after_wounds(parse: Parse, span: Span) -> bool:
    """Whether a number is the object of a verb that the tree often takes for a noun: "the blast kills three and wounds two"."""
    return WOUNDS.search(parse.text, max(0, span[0] - 16), span[0]) is not None


def is_done_otherwise(parse: Parse, noun: Token) -> bool:
    """Whether the verb of a noun tells that more was done than harm: "three men in critical condition were freed"."""
    side = {"dobj": "patient", "nsubjpass": "patient", "nsubj": "agent"}.get(noun.dep)
    return side is not None and sense_of(parse, parse.head(noun), side) not in HARMED


def _first(table: Mapping[str, Found], word: Token) -> Found | None:
    """What a table says of a word by its lemma, else by a stem of it: the tagger makes "rap" of "raped", "corps" of "corpses"."""
    text = word.text.casefold()
    stems = (stem for end in ("", "d", "s", "ed", "es") if text.endswith(end) for stem in (text.removesuffix(end),))
    doubled = (text[: -len(end) - 1] for end in ("ed",) if text.endswith(end) and text[-3:-2] == text[-4:-3])
    return next((table[form] for form in chain((word.lemma,), stems, doubled) if form in table), None)


def has_object(parse: Parse, verb: Token, words: frozenset[str]) -> bool:
    """Whether one of the words is the verb's object, or the object of a preposition under it."""
    for kid in parse.kids(verb, *OBJECTS):
        near = [kid, *parse.kids(kid, "pobj", "conj", "dobj", "pcomp")]
        near += [
            k for prep in parse.kids(kid, "prep") if kid.lemma == "out" for k in parse.kids(prep, "pobj")
        ]  # "out of the country"
        near += [k for named in near if named.pos == "PROPN" for k in parse.kids(named, "compound")]  # "Gao Hospital Centre"
        if any(
            k.lemma.casefold() in words or (PLACE in words and (k.ent in ("GPE", "LOC", "FAC") or k.pos == "PROPN")) for k in near
        ):
            return True
    return False


def _is_passive(parse: Parse, verb: Token) -> bool:
    return parse.kid(verb, "auxpass", "nsubjpass") is not None
