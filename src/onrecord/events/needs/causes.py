"""Who or what does it: people, not the weather, a beast or an accident; and in earnest, not in the words of business or talk."""

from onrecord import lexicon
from onrecord.events.figurative import TALKERS
from onrecord.events.needs.blows import ACCIDENTS, BEASTS, NATURAL
from onrecord.events.needs.words import Condition, counted_people, object_of
from onrecord.events.syntax import agents, doers, is_passive, objects_of_prepositions, outer
from onrecord.lexicon.errands import is_errand
from onrecord.records import Parse, Token

NATURE = frozenset(
    "rain rainfall hail wind gale tornado blizzard snow wave tide tsunami river mudslide mud rockfall wildfire fire blaze smoke drought heat"
    " inflation price cost debt recession pandemic epidemic plague".split()
)
CARS = frozenset("bus car train lorry van minibus tram taxi driver motorist".split())
QUIET = TALKERS | frozenset(
    "colleague ally reporter journalist hacker headhunter recruiter reviewer viewer user blogger tabloid newspaper teammate".split()
)
TALK = frozenset("question criticism insult demand complaint accusation abuse email call tweet claim".split())
FAMILY = frozenset("mother father parent grandmother grandfather nanny aunt uncle".split())
MONEY = frozenset("budget tax pay wage salary price debt deficit rent trade tariff contract reform pension deal spending".split())
YIELDED_TO = frozenset("union pressure demand critic lobby opposition lawmaker boycott campaign".split())
TRADES = frozenset("newspaper paper company firm bank network broadcaster club magazine poll studio retailer exchange".split())


def by_nature(parse: Parse, verb: Token) -> bool:
    """Whether the weather, an illness, a beast or an accident does it, by the doer or what is said beside: "in a storm"."""
    natural = NATURE | ACCIDENTS | NATURAL | BEASTS
    who = doers(parse, verb)
    if who:
        return all(t.lemma.casefold() in natural for t in who)
    return any(t.lemma in natural for t in (*agents(parse, verb), *objects_of_prepositions(parse, verb, "in", "by", "during")))


def _by_people(parse: Parse, verb: Token) -> bool:
    """Whether people do it in earnest: no storm, and no critics, reporters or headhunters."""
    by = [*doers(parse, verb), *(t for k in parse.kids(verb, "prep") for o in parse.kids(k, "pobj") for t in agents(parse, o))]
    return not by_nature(parse, verb) and not any(t.lemma.casefold() in QUIET or t.text.casefold()[:-1] in QUIET for t in by)


def _by_somebody(parse: Parse, verb: Token) -> bool:
    """Whether it is said who does it to whom: "the guards suffocated a prisoner", not "migrants suffocated in a truck"."""
    done = is_passive(parse, verb) or parse.kid(verb, "dobj") is not None
    return done and bool(doers(parse, verb)) and _by_people(parse, verb)


def _not_by_cars(parse: Parse, verb: Token) -> bool:
    """Whether something else than traffic does it: not "a bus wrecked two cars"."""
    return not any(t.lemma in CARS for t in doers(parse, verb))


def _in_earnest(parse: Parse, verb: Token) -> bool:
    """Whether bodies are hurt, not staff cut or somebody asked: "a man slashed two guards", not "the firm slashed 400 jobs"."""
    asked = any(t.lemma in TALK for t in objects_of_prepositions(parse, verb, "with"))
    return not asked and _no_errand(parse, verb) and _by_people(parse, verb)


def _no_errand(parse: Parse, verb: Token) -> bool:
    """Whether people are seized or hurt, not fetched, saved or dismissed: not "picked up the survivors"."""
    target = object_of(parse, verb)
    return not is_errand(parse, verb, counted_people(parse, target) or target, tuple(doers(parse, verb)))


def _no_outing(parse: Parse, verb: Token) -> bool:
    """Whether people are taken, not driven to school: not "bundled his children into the car for the school run"."""
    target = object_of(parse, verb)
    own = target is not None and any(k.tag == "PRP$" for k in parse.kids(target, "poss"))
    family = any(t.lemma in FAMILY for t in doers(parse, verb))
    return not own and not family and not by_nature(parse, verb) and _no_errand(parse, verb)


def _no_quarrel(parse: Parse, noun: Token) -> bool:
    """Whether it is about arms, not money: not "an ultimatum on the budget"."""
    words = (noun, parse.head(outer(parse, noun)))
    return not any(t.lemma in MONEY for w in words for t in objects_of_prepositions(parse, w, "on", "over", "about"))


def _to_arms(parse: Parse, verb: Token) -> bool:
    """Whether somebody gives in to arms, not to words: not "capitulated to the unions"."""
    return not any(t.lemma in YIELDED_TO for t in objects_of_prepositions(parse, verb, "to", "of"))


def _bloody(parse: Parse, noun: Token) -> bool:
    """Whether blood was shed, not jobs or shares lost: not "carnage on Wall Street", "a bloodbath at the newspaper"."""
    where = [t for w in (noun, parse.head(outer(parse, noun))) for t in objects_of_prepositions(parse, w, "on", "at", "for")]
    return not any(t.lemma in TRADES or parse.text[: t.end].endswith("Wall Street") for t in where)


def _no_feat(parse: Parse, noun: Token) -> bool:
    """Whether power is seized, not somebody lucky: not "a coup for the club"."""
    return not any(objects_of_prepositions(parse, noun, "for"))


def _no_game(parse: Parse, noun: Token) -> bool:
    """Whether no team is under it: not "the club faced an onslaught"."""
    sides = lexicon.index("contests")
    words = [*doers(parse, parse.head(outer(parse, noun))), *objects_of_prepositions(parse, noun, "from", "by", "on")]
    return not any(sides.get(t.lemma, {}).get("kind") == "side" for t in words)


CAUSES_NEED: dict[str, Condition] = {
    "by-people": _by_people,
    "by-somebody": _by_somebody,
    "not-by-cars": _not_by_cars,
    "in-earnest": _in_earnest,
    "no-errand": _no_errand,
    "no-outing": _no_outing,
    "no-quarrel": _no_quarrel,
    "to-arms": _to_arms,
    "bloody": _bloody,
    "no-feat": _no_feat,
    "no-game": _no_game,
}
