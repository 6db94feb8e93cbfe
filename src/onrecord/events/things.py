"""Things in an event: the weapon it was done with, and what it hit that is nobody."""

from collections.abc import Iterator, Sequence

from onrecord import lexicon
from onrecord.events.needs.crowds import CROWDS
from onrecord.events.nouns import is_arm, is_people
from onrecord.events.syntax import VERBAL, objects_of_prepositions, surface_subject
from onrecord.events.triggers import Trigger
from onrecord.records import Cast, Parse, Span, Token

WEAPONS = ("explosive", "projectile", "firearm", "blade", "blunt", "chemical", "incendiary")
BESIDE = ("at", "in", "near", "outside", "inside", "under", "beside", "against", "on", "into", "behind", "by")
HIT = frozenset(("bombing", "suicide_bombing", "attack", "destruction", "looting", "shelling", "airstrike"))
VAGUE = frozenset(
    "target position site route team unit node field piece camp entrance window".split()
)  # counted where hit, but no thing by name
STRUCTURES = frozenset(
    "house home building office headquarters bank store shop restaurant hotel church school university embassy consulate residence"
    " barracks garrison station pylon tower post line plant substation bridge railway train bus car truck vehicle"
    " patrol convoy helicopter plane aircraft airplane boat ship pipeline oleoduct refinery well depot factory warehouse farm"
    " ranch plantation ministry palace monument statue cinema theater theatre club bar nightclub facility installation"
    " complex clinic hospital pharmacy market mall mosque temple chapel cathedral seminary archbishopric newspaper jeep van taxi"
    " ambulance motorcycle tanker property business branch agency mill crop machinery equipment tractor bulldozer booth ballot"
    " exchange antenna transformer dam system checkpoint outpost"
    " pump truckload booth center centre institute laboratory library museum stall kiosk workshop shack hut dwelling"
    " apartment condominium villa mansion structure supermarket electricity transportation infrastructure fleet minibus pickup"
    " studio box pole installation network drugstore brothel cabin lodge hall premises compound kitchen pharmacy dealership".split()
)
PARTS = frozenset(
    "front side entrance gate door part section basement lobby roof wall window vicinity interior middle back corner yard floor"
    " portion rest one some several many two three".split()
)  # what is hit where these are is what they are of


def weapon_of(parse: Parse, trigger: Trigger) -> Span | None:
    """The weapon told with any mention of the event: "a car bomb", "with rifles", "dynamite attack"."""
    for span in (trigger.span, *trigger.also):
        for token in _around(parse, parse.tokens_in(span)):
            if token.pos not in VERBAL and is_arm(parse, token, *WEAPONS):
                return _phrase(parse, token)
    return None


def _around(parse: Parse, tokens: Sequence[Token]) -> Iterator[Token]:
    """The words beside a mention that may name its weapon, nearest first."""
    for token in tokens:
        yield token
        yield from parse.kids(token, "compound", "nmod", "amod")
    for token in tokens:
        if token.pos in VERBAL:
            yield from surface_subject(parse, token)
            yield from parse.kids(token, "dobj")
        yield from objects_of_prepositions(parse, token, "with", "by", "from", "using")
        for clause in parse.kids(token, "advcl", "acl", "pcomp"):
            if clause.lemma in ("use", "fire", "throw", "wield", "hurl", "carry"):
                yield from parse.kids(clause, "dobj")


def _phrase(parse: Parse, token: Token) -> Span:
    """A noun with what stands before it, without articles and numbers."""
    before = [k for k in parse.kids(token) if k.i < token.i and k.dep in ("compound", "amod", "nmod", "punct", "poss")]
    first = token.i
    for kid in reversed(before):
        if kid.i != first - 1 and parse.subtree(kid)[1] != first:
            break
        first = parse.subtree(kid)[0]
    return parse.span(first, token.i + 1)


def _whole(parse: Parse, token: Token) -> Span:
    """A thing with what it is of: "offices of the union"."""
    start, end = _phrase(parse, token)
    of = next((k for k in parse.kids(token, "prep") if k.lemma == "of" and k.start <= end + 1), None)
    inner = parse.kid(of, "pobj") if of is not None else None
    return (start, parse.noun_phrase(inner, lambda t: t.lemma != "of")[1] if inner is not None else end)


def hit_by(parse: Parse, cast: Cast, trigger: Trigger, targets: Sequence[Token]) -> list[Span]:
    """Spans of the things among what an event is done to, or that it happened in or beside: buildings, vehicles, lines."""
    if trigger.type not in HIT:
        return []
    beside = [*objects_of_prepositions(parse, trigger.token, *BESIDE), *_behind(parse, trigger)]
    whole = [t for p in (*targets, *beside) if p.lemma in PARTS for t in objects_of_prepositions(parse, p, "of")]
    out: list[Span] = []
    for token in (*targets, *beside, *whole):
        for each in parse.conjuncts(token):
            if is_thing(parse, each) and (span := _whole(parse, each)) not in out:
                out.append(span)
    return out


def _behind(parse: Parse, trigger: Trigger) -> Iterator[Token]:
    """What stands behind a phrase that ends in a preposition: "set fire to the exchange"."""
    last = parse.tokens_in(trigger.span)[-1]
    if last.pos in ("ADP", "PART") and last.i != trigger.token.i:
        yield from parse.kids(last, "pobj")


def is_thing(parse: Parse, token: Token) -> bool:
    """Whether a noun is something built or driven, not people, weapons or a place on the map."""
    if token.pos not in ("NOUN", "PROPN") or is_people(parse, token) or token.lemma in CROWDS:
        return False
    counted = lexicon.index("counted").get(token.lemma)
    return token.lemma in STRUCTURES or (token.lemma not in VAGUE and counted is not None and counted["class"] == "object")
