"""What must stand beside a verb: a particle or preposition, armed people or police as those who do it, gunfire, missiles, planes."""

from functools import partial

from onrecord.events.needs.words import Condition, object_of
from onrecord.events.nouns import is_arm, is_force
from onrecord.events.syntax import doers, objects_of_prepositions
from onrecord.records import Parse, Token

POLICE = frozenset(
    "police policeman officer agent trooper soldier gendarme authority detective deputy guard troop army force".split()
)
SEARCHERS = frozenset("police policeman policewoman officer agent detective deputy inspector investigator authority".split())
HELPING = frozenset("help assist aid rescue search evacuate treat feed deliver distribute clean rebuild".split())
SET_OUT = frozenset(("road", "street", "ground", "beach", "trail"))
SHOTS = frozenset("bullet gunfire fire shot round gun gunshot weapon rifle".split())
STRIKES = frozenset("strike airstrike raid attack bombing bombardment blast shelling".split())
REFUGE = frozenset(("refuge", "shelter", "asylum", "sanctuary"))
MILD = frozenset("rain sun heat cold wind hail snow weather crowd noise sunshine drizzle shower".split())
TRADING = frozenset("investor trader fund market shareholder saver buyer".split())
PARTICLES = ("down", "off", "out", "away", "up", "in", "back")
PREPOSITIONS = {"on": ("on", "upon", "onto")}


def _has_particle(word: str, parse: Parse, verb: Token) -> bool:
    """Whether a verb has a particle: "gunned down", "gunned two men down"."""
    kids = [
        *parse.kids(verb, "prt", "advmod", "prep"),
        *(k for t in parse.kids(verb, "dobj") for k in parse.kids(t, "prt", "advmod")),
    ]
    return any(k.text.casefold() == word for k in kids)


def _has_preposition(words: tuple[str, ...], parse: Parse, verb: Token) -> bool:
    return any(objects_of_prepositions(parse, verb, *words))


def _armed(parse: Parse, verb: Token) -> bool:
    """Whether armed people do it, and not to help."""
    under = parse.tokens[verb.i + 1 : parse.subtree(verb)[1]]
    helping = any(t.lemma in HELPING and parse[t.i - 1].tag == "TO" for t in under)
    return not helping and any(is_force(parse, t) for t in doers(parse, verb))


def _not_police(parse: Parse, verb: Token) -> bool:
    """Whether others than police do it: a swoop of theirs is a search."""
    return not any(t.lemma in SEARCHERS or t.text in ("FBI", "ATF") for t in doers(parse, verb))


def _without_object(parse: Parse, verb: Token) -> bool:
    """Whether it is done to nothing: "pulled out of the valley", not "pulled out two survivors"."""
    return parse.kid(verb, "dobj") is None


def _without_strikes(parse: Parse, verb: Token) -> bool:
    """Whether nothing beside the verb says how, and ground is hit: not "hit the camp with two drone strikes", "hit the road"."""
    if verb.lemma == "hit" and any(k.lemma in SET_OUT for k in parse.kids(verb, "dobj")):
        return False
    return not any(t.lemma in STRIKES for t in objects_of_prepositions(parse, verb, "with", "in"))


def _police(parse: Parse, verb: Token) -> bool:
    """Whether police or soldiers do it."""
    return any(t.lemma in POLICE for t in doers(parse, verb))


def _with_shots(parse: Parse, verb: Token) -> bool:
    """Whether it is done with bullets: "sprayed the bar with bullets"."""
    return any(t.lemma in SHOTS for t in objects_of_prepositions(parse, verb, "with", "by"))


def _of_missiles(parse: Parse, noun: Token) -> bool:
    """Whether a noun counts missiles: "a barrage of rockets", "an artillery barrage"."""
    named = [*objects_of_prepositions(parse, noun, "of"), *parse.kids(noun, "compound", "nmod", "amod")]
    return any(is_arm(parse, t, "projectile") for t in named)


def _plane_object(parse: Parse, verb: Token) -> bool:
    target = object_of(parse, verb)
    return target is not None and is_arm(parse, target, "aircraft")


def _refuge(parse: Parse, verb: Token) -> bool:
    """People who seek shelter, not armed ones, nor from the rain or from losses."""
    target = object_of(parse, verb)
    under = parse.tokens[verb.i + 1 : parse.subtree(verb)[1]]
    mild = any(t.lemma in MILD and t.dep == "pobj" and parse.head(t).lemma == "from" for t in under)
    if mild or any(t.lemma in TRADING for t in doers(parse, verb)):
        return False
    return target is not None and target.lemma in REFUGE and not _armed(parse, verb)


BESIDE_NEEDS: dict[str, Condition] = {
    **{word: partial(_has_particle, word) for word in PARTICLES},
    **{name: partial(_has_preposition, words) for name, words in PREPOSITIONS.items()},
    "armed": _armed,
    "police": _police,
    "not-police": _not_police,
    "without-object": _without_object,
    "without-strikes": _without_strikes,
    "with-shots": _with_shots,
    "of-missiles": _of_missiles,
    "plane-object": _plane_object,
    "refuge": _refuge,
}
