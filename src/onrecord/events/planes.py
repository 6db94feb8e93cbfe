"""Whether a plane strikes, or only comes down: "A jet killed six rebels", not "A jet killed six people when it crashed"."""

from collections.abc import Iterable

from onrecord.events.nouns import is_arm
from onrecord.events.syntax import surface_subject
from onrecord.records import Parse, Token

AIMED = frozenset("bomb attack target pound bombard raid strafe shell".split())  # what is done on purpose, whatever came after
FALLING = frozenset("crash land collide crash-land fall plunge plummet ditch overturn skid".split())
FALLS = frozenset("crash collision landing".split())
UNMANNED = frozenset(("drone", "uav", "shahed", "quadcopter"))


def by_plane(parse: Parse, verb: Token, doers: Iterable[Token]) -> bool:
    """Whether an act is a plane's, and no accident of it."""
    planes = [t for t in doers if is_arm(parse, t, "aircraft")]
    return bool(planes) and (verb.lemma in AIMED or not any(_falls(parse, t, planes) for t in _sentence(parse, verb)))


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
