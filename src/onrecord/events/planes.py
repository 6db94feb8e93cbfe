"""Whether a plane strikes, or only comes down: "A jet killed six rebels", not "A jet killed six people when it crashed"."""

from collections.abc import Iterable

from onrecord.events.nouns import is_arm
from onrecord.events.syntax import objects_of_prepositions, surface_subject
from onrecord.records import Parse, Token

AIMED = frozenset("bomb attack target pound bombard raid strafe shell".split())  # what is done on purpose, whatever came after
FALLING = frozenset("crash land collide crash-land fall plunge plummet ditch overturn skid".split())
FALLS = frozenset("crash collision landing".split())
FLOWN = frozenset("flight pair crew pilot patrol formation number wave squadron trio couple sortie".split())
BY_HAND = frozenset("shoot wound injure hurt stab beat".split())
UNMANNED = frozenset(("drone", "uav", "shahed", "quadcopter"))


def by_plane(parse: Parse, verb: Token, doers: Iterable[Token]) -> bool:
    """Whether an act is a plane's, and no accident of it."""
    planes = [t for t in doers if flies(parse, t) and not (verb.lemma in BY_HAND and _is_crew(t))]
    return bool(planes) and (verb.lemma in AIMED or not any(_falls(parse, t, planes) for t in _sentence(parse, verb)))


def flies(parse: Parse, token: Token) -> bool:
    """Whether a noun is a plane, or those of a plane or of several: "a Reaper", "a Tornado flight", "a pair of jets"."""
    if is_arm(parse, token, "aircraft"):
        return True
    if token.lemma.casefold() == "force" and any(
        k.lemma.casefold() == "air" for k in parse.kids(token, "compound", "amod", "nmod")
    ):
        return True  # "the air force targeted a motorcycle"
    of = [*parse.kids(token, "compound", "poss", "nmod"), *objects_of_prepositions(parse, token, "of")]
    return token.lemma in FLOWN and any(is_arm(parse, t, "aircraft") for t in of)


def _is_crew(token: Token) -> bool:
    """Whether a noun stands for people of the air, who also hit on the ground: "the air force shot two protesters"."""
    return token.lemma.casefold() in ("force", "crew", "pilot")


def _sentence(parse: Parse, verb: Token) -> tuple[Token, ...]:
    return parse.tokens_in(parse.sentences[verb.sent].span)


def _falls(parse: Parse, token: Token, planes: list[Token]) -> bool:
    """Whether a word tells that the plane came down; a drone that is flown into something strikes it."""
    if token.pos == "NOUN":
        return token.lemma in FALLS
    down = token.lemma in ("go", "come") and any(k.lemma == "down" for k in parse.kids(token, "prt", "advmod"))
    if token.pos != "VERB" or not (down or token.lemma in FALLING):
        return False
    subjects = surface_subject(parse, token)
    of_plane = not subjects or any(t.i in {p.i for p in planes} or t.pos == "PRON" for t in subjects)
    into = any(k.lemma in ("into", "on", "onto") for k in parse.kids(token, "prep"))
    return of_plane and not (into and all(p.lemma in UNMANNED for p in planes))
