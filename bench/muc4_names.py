"""Names of people as fills have them, and who may be a person."""

import re
from functools import cache

from bench.muc4_page import Page, plain
from bench.muc4_phrases import PREMISES
from onrecord import lexicon
from onrecord.events.things import STRUCTURES
from onrecord.records import Actor

RANK = re.compile(
    r"^(?:(?:msgr|monsignor|monsignore|justice|bishop|archbishop|priest|priests|jesuits?|reverend|judge|minister|mayor|deputy|senator"
    r"|lieutenant|captain|journalist|leader|companero|comrade|comrades|councilmen|councilman|newsman|sergeant|commander|doctor|dr"
    r"|engineer|col|gen|lt|capt|maj|mr|mrs|ms|miss|father|fathers|fr|rev|president|colonel|general|major|magistrate|governor|candidate"
    r"|lawyer|attorney|professor|sister|brother|brigadier|corporal|private|inspector|agent|ambassador|congressman|retired)\.? )+",
    re.IGNORECASE,
)


def named(actor: Actor) -> bool:
    """Whether an actor has a name of its own."""
    return actor.rule.startswith("actors.name")


def may_be_person(actor: Actor) -> bool:
    """Whether a body is one only for want of a known word in its name, which may be a person's."""
    words = actor.name.split()
    known = any((w.isupper() and len(w) > 1) or w.casefold() in _of_bodies() for w in words)
    return actor.kind == "ngo" and actor.rule == "actors.name.organisation" and 2 <= len(words) <= 5 and not known


@cache
def _of_bodies() -> frozenset[str]:
    """Words that a person's name does not hold."""
    return frozenset((*lexicon.words("bodies"), *STRUCTURES, *PREMISES))


def untitled(name: str) -> str:
    """A name in lower case, the titles and trades before it left out."""
    words = RANK.sub("", plain(name)).split()
    trades = lexicon.words("people")
    last = max((i for i, w in enumerate(words[:-1]) if w in trades or w.removesuffix("s") in trades), default=-1)
    return " ".join(words[last + 1 :])


def full_name(page: Page, actor: Actor) -> str:
    """The fullest name of a person: that of another record whose words hold all of this one's."""
    own = untitled(actor.name)
    words = set(own.split())
    names = [untitled(a.name) for a in page.cast.values() if a.kind == "person"]
    return max((n for n in names if len(n.split()) <= 5 and words <= set(n.split())), key=lambda n: len(n.split()), default=own)
