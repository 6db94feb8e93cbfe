"""What happened to what is counted: the measure of a figure."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.quantify.governors import governors
from onrecord.quantify.numbers import Quantity
from onrecord.records import Parse, Token

AFTER = re.compile(
    r"\s*(?:(?:are|were|was|is|people|others?|more)\s+)?(?P<word>dead|killed|wounded|injured|missing|hurt|detained|arrested|displaced)\b",
    re.I,
)
BESIDE = re.compile(
    r"\s+(?:lying\s+)?(?P<word>dead|killed|wounded|injured)\b|\s+(?:with|suffering(?: from)?)\s+(?:an?\s+|multiple\s+)?(?:\w+\s+)?(?:gunshot|stab|shrapnel|bullet)?\s?(?:wound|injur)",
    re.I,
)
STATES = {
    "dead": "killed",
    "killed": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "missing": "missing",
}
STATES |= {
    "detained": "captured",
    "arrested": "captured",
    "displaced": "displaced",
    "slain": "killed",
    "captive": "captured",
    "hostage": "captured",
}
STATES |= {
    "bodies": "killed",
    "critical": "wounded",
    "homeless": "displaced",
    "burned": "wounded",
    "unhurt": "other",
    "alive": "other",
}
DEFAULTS = {
    "person": "strength",
    "unit": "strength",
    "attack": "attacks",
    "territory": "territory",
    "object": "other",
    "munition": "other",
}
PERSON_ONLY = frozenset(("captured", "freed", "displaced", "recruited", "missing", "killed", "wounded", "casualties"))


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


def measure_of(parse: Parse, quantity: Quantity, noun: Token, kind: str | None) -> tuple[str, str] | None:
    """(measure, rule) of a figure; None when nothing says what is counted or what happened to it."""
    following = AFTER.match(parse.text, quantity.span[1])
    if following and (kind in (None, "person") or following["word"].casefold() in nouns()):
        return STATES[following["word"].casefold()], "quantify.measure.after"
    beside = BESIDE.match(parse.text, noun.end) if kind == "person" else None
    if beside:
        return (
            "wounded" if "wound" in beside[0] or "injur" in beside[0] else STATES[beside["word"].casefold()]
        ), "quantify.measure.beside"
    if kind not in ("person", "attack", "territory") and (listed := _listed(parse, quantity)):
        return listed, "quantify.measure.list"
    if quantity.share and kind == "territory":
        return "territory_share", "quantify.measure.share"
    for word, side in governors(parse, noun):
        found = _of(parse, word, side)
        if found and _fits(found, kind, word):
            return _settled(parse, found, kind, word), f"quantify.measure.{side}"
    if quantity.share and (noun.ent in ("GPE", "LOC") or noun.tag == "NNP" or noun.lemma in ("country", "land")):
        return "territory_share", "quantify.measure.share"
    return (DEFAULTS[kind], "quantify.measure.default") if kind in DEFAULTS and not quantity.percent else None


def _listed(parse: Parse, quantity: Quantity) -> str | None:
    """The measure of the last verb before a list the quantity stands in: "destroyed two trucks, a bulldozer and a crane"."""
    index = parse.index_at(quantity.span[0])
    if index < 0:
        return None
    first = parse.ranges[parse[index].sent][0]
    for token in reversed(parse.tokens[first:index]):
        senses = verbs().get(token.lemma) or verbs().get(token.text.casefold().removesuffix("ed")) or ()
        measure = senses[-1].measure if senses else ""
        if measure in ("destroyed", "other") and token.text.casefold().endswith("ed") and token.dep not in ("amod", "compound"):
            return measure
        if (
            token.pos in ("VERB", "AUX", "PRON", "SCONJ")
            or token.text == ";"
            or (token.pos == "ADP" and token.lemma not in ("of", "-"))
        ):
            return None
    return None


def _of(parse: Parse, word: Token, side: str) -> str | None:
    """The measure a word gives on the noun's side of it."""
    if side in ("state", "noun"):
        found = STATES.get(word.text.casefold()) if side == "state" or word.pos in ("ADJ", "VERB") else None
        return found or nouns().get(word.lemma) or nouns().get(word.text.casefold())
    if word.pos not in ("VERB", "NOUN", "ADJ"):
        return None
    for sense in verbs().get(word.lemma, ()):
        passive = sense.side == "patient" and side == "agent" and _is_passive(parse, word)
        if (sense.side in ("any", side) or passive) and (not sense.objects or _has_object(parse, word, sense.objects)):
            return sense.measure
    return None


def _has_object(parse: Parse, verb: Token, words: frozenset[str]) -> bool:
    """Whether one of the words is the verb's object, or the object of a preposition under it."""
    for kid in parse.kids(verb, "dobj", "prep", "oprd", "prt", "advmod", "attr", "ccomp", "xcomp", "dative"):
        if kid.lemma in words or any(k.lemma in words for k in parse.kids(kid, "pobj", "conj", "dobj", "pcomp")):
            return True
    return False


def _is_passive(parse: Parse, verb: Token) -> bool:
    return parse.kid(verb, "auxpass", "nsubjpass") is not None


def _fits(measure: str, kind: str | None, word: Token) -> bool:
    """Whether a measure can be said of that kind of noun: villages are not killed, people are not destroyed."""
    if kind in ("attack",):
        return False
    if measure == "destroyed":
        return kind in ("object", "munition", None, "person")
    if kind in ("object", "munition", "unit"):
        return measure in ("other", "destroyed") or (measure == "captured" and word.pos == "NOUN")
    if kind == "territory":
        return measure in ("territory", "freed", "captured", "destroyed")
    return True


def _settled(parse: Parse, measure: str, kind: str | None, word: Token) -> str:
    """The measure with the noun's kind taken in: places captured or freed are territory, "shot dead" is killed."""
    if kind == "territory" and measure in ("freed", "captured"):
        return "territory"
    if kind == "person" and measure == "destroyed":
        return "casualties"
    if (
        measure == "casualties"
        and word.lemma == "shoot"
        and re.match(r"\s*(?:dead|and killed|to death)", parse.text[word.end :][:20])
    ):
        return "killed"
    return measure
