"""What must stand around a word of protest, strike or riot."""

from onrecord.events.needs.words import Condition, counted_people, object_of, subject_of
from onrecord.events.nouns import is_people
from onrecord.records import Parse, Token

CROWDS = frozenset(
    "crowd protester demonstrator demonstration protest rally march gathering striker marcher student rioter mob".split()
)
YOUNG = frozenset(("youth", "mob", "resident", "villager", "rioter", "supporter"))
THROWING = frozenset(("stone", "pelt"))
PROTESTERS = frozenset("protester demonstrator striker marcher protestor".split())

CANVASSING = frozenset("campaign election electoral political party car motor stock market price tennis".split())

WORKERS = frozenset(
    "hunger general labour labor student transport national nationwide teacher worker miner driver doctor nurse union solidarity".split()
)
CALLING = frozenset(("call", "stage", "end", "suspend", "declare"))


def is_walkout(parse: Parse, noun: Token) -> bool:
    """Whether a strike is one of workers or students: "the national strike", "called a strike"."""
    before = {k.lemma for k in parse.kids(noun, "compound", "amod", "poss")}
    if before & WORKERS:
        return True
    called = noun.tag == "NN" and noun.dep == "dobj" and parse.head(noun).lemma in CALLING
    return called and not any(k.lemma in ("on", "against") for t in (noun, parse.head(noun)) for k in parse.kids(t, "prep"))


def _people_subject(parse: Parse, verb: Token) -> bool:
    subject = subject_of(parse, verb)
    subject = counted_people(parse, subject)
    return verb.dep != "xcomp" and subject is not None and is_people(parse, subject) and parse.kid(verb, "dobj", "ccomp") is None


def _crowd_subject(parse: Parse, verb: Token) -> bool:
    subject = counted_people(parse, subject_of(parse, verb))
    return subject is not None and (subject.lemma in PROTESTERS or (subject.lemma in YOUNG and verb.lemma in THROWING))


def _crowd_object(parse: Parse, verb: Token) -> bool:
    target = object_of(parse, verb)
    return target is not None and target.lemma in CROWDS


def _crowd_noun(parse: Parse, noun: Token) -> bool:
    return bool({k.lemma for k in parse.kids(noun, "compound", "amod")} & {"protest", "peaceful", "street", "mass", "solidarity"})


def _rally_noun(parse: Parse, noun: Token) -> bool:
    """A rally of those who protest, not one for votes, and not a car race."""
    before = list(parse.kids(noun, "compound", "amod", "poss", "nmod"))
    return not any(k.ent == "PERSON" or k.lemma in CANVASSING for k in before)


def _mob(parse: Parse, noun: Token) -> bool:
    return noun.dep in ("nsubj", "pobj", "compound") and parse.head(noun).lemma not in ("be", "have")


CROWDS_NEED: dict[str, Condition] = {
    "labour": is_walkout,
    "people-subject": _people_subject,
    "crowd-object": _crowd_object,
    "crowd-noun": _crowd_noun,
    "mob": _mob,
    "rally-noun": _rally_noun,
    "crowd-subject": _crowd_subject,
}
