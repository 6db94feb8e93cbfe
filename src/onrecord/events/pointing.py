"""The place that a common noun points back to: "the town", "the same region", "the country", "the capital"."""

from collections.abc import Container, Iterator
from functools import cache

from onrecord import lexicon
from onrecord.events.scene import Scene
from onrecord.events.syntax import VERBAL, told_before
from onrecord.records import Parse, Token

POINTING = frozenset(("the", "this", "these", "those", "that"))
HERE = frozenset("city town village camp neighbourhood neighborhood quarter district hamlet settlement".split())
AROUND = frozenset("area vicinity locality commune".split())  # bare alone: "the border area" is a place of its own
REGION = frozenset("region province department governorate state county".split())
LAND = frozenset(("country", "nation"))
CAPITAL = frozenset(("capital",))
LOCALS = frozenset("resident villager inhabitant local witness police medic elder rescuer".split())  # who speak of their own town
LEVELS = 3  # verbs above a word whose places may be its own


def pointed_to(parse: Parse, token: Token, scene: Scene) -> str | None:
    """The place that a noun of the clause points back to: "fled the town", "at the city's airport", "sent to the region"."""
    verb = token if token.pos in VERBAL else next(iter(verbs_above(parse, token)), token)
    verbs = {verb.i, *(v.i for v in _joined_before(parse, verb))}
    for noun in parse.sentence_tokens(token.sent):
        kinds = HERE | AROUND | REGION | LAND | CAPITAL
        if noun.lemma not in kinds or noun.pos != "NOUN" or not (is_known(parse, noun) or _is_same(parse, noun)):
            continue
        if noun.lemma in LAND and noun.dep == "poss":
            continue  # "the country's main traffickers"
        if noun.lemma in AROUND and any(k.lemma != "same" for k in parse.kids(noun, "amod", "compound", "nmod", "poss")):
            continue
        if parse.kid(noun, "prep", "relcl", "acl") is None and _is_of(parse, noun, verbs, token):
            called = _capitals() if noun.lemma in CAPITAL else None
            return scene.latest(noun.start, _precisions(noun.lemma), called)
    return None


def _is_of(parse: Parse, noun: Token, verbs: Container[int], token: Token) -> bool:
    """Whether a noun is of the clause, or tells where they live who tell of it: "said a resident of the district"."""
    above = list(parse.ancestors(noun))
    if any(t.i in verbs for t in above):
        return True
    if len(above) < 2 or above[0].lemma != "of" or above[1].lemma not in LOCALS:
        return False
    told = {t.i for v in (token, *verbs_above(parse, token)) for t in (v, *parse.ancestors(v))}
    return any(t.i in told and t.pos in VERBAL for t in above)


def _joined_before(parse: Parse, verb: Token) -> Iterator[Token]:
    """The verbs before one that are said of the same: "entered the village and looted the clinic"."""
    while verb.dep == "conj" and parse.head(verb).pos in VERBAL and parse.kid(verb, "nsubj", "nsubjpass") is None:
        verb = parse.head(verb)
        yield verb


@cache
def _capitals() -> frozenset[str]:
    return frozenset(row["capital"].casefold() for row in lexicon.rows("capitals"))


def verbs_above(parse: Parse, token: Token) -> list[Token]:
    """The verbs a word stands under, nearest first; under what a verb goes on about, before the cue between the two."""
    verbs = [t for t in parse.ancestors(token) if t.pos in VERBAL][:LEVELS]
    told = next((c for v in (token, *verbs) if (c := told_before(parse, v)) is not None), None)
    return verbs if told is None else [told, *verbs]


def is_known(parse: Parse, noun: Token) -> bool:
    """Whether a noun is told as known: "the attack", "these strikes"."""
    return any(k.text.casefold() in POINTING for k in parse.kids(noun, "det"))


def _is_same(parse: Parse, noun: Token) -> bool:
    return any(k.lemma == "same" for k in parse.kids(noun, "amod"))


def _precisions(word: str) -> tuple[int, ...]:
    """UCDP precisions of the places that a noun can point back to."""
    if word in LAND:
        return (6,)
    if word in AROUND or word == "district":
        return (1, 2, 3)
    return (3, 4) if word in REGION else (1, 2)
