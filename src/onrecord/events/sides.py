"""Whom two mentions of happenings have in common: the same victim, the same helpers, sides that differ."""

from collections.abc import Sequence

from onrecord import lexicon
from onrecord.events.nouns import is_people
from onrecord.events.triggers import Trigger
from onrecord.events.who import ACTIVE_KINDS
from onrecord.records import Cast, Parse

SEIZED = frozenset(("abduction", "arrest", "release", "detention"))
ANYBODY = frozenset("people person persons man men others other victims victim civilians civilian individuals".split())
DOERS = frozenset(
    "gunman gunmen attacker attackers assailant assailants bomber bombers shooter shooters raiders killer killers abductors"
    " kidnappers assassins".split()
)  # words for those who did it that do not say who they are


def is_anonymous(cast: Cast, actors: Sequence[str]) -> bool:
    """Whether no doer of a deed is known but as one who did it: nobody, "gunmen", "the attackers"."""
    who = [cast.actor(a) for a in actors]
    return all(a.rule.startswith("actors.noun") and a.name.split()[-1].casefold() in DOERS for a in who)


def is_anybody(cast: Cast, actor: str) -> bool:
    """Whether those hit are only told as people: "31 people", "one man", "others"; told again they are the same people."""
    who = cast.actor(actor)
    return who.kind == "civilians" and who.rule.startswith("actors.noun") and who.name.split()[-1].casefold() in ANYBODY


def is_count(cast: Cast, actor: str) -> bool:
    """Whether those hit are only so many of a kind, which a rival toll may count again: "15 soldiers"."""
    who, number = cast.actor(actor), cast.actor(actor).name.split()[0].casefold()
    return who.rule.startswith("actors.noun") and (number[:1].isdigit() or number in lexicon.words("small_numbers"))


def is_kin(parse: Parse, cast: Cast, trigger: Trigger) -> bool:
    """Whether the one who is hit belongs to the one who hits ("shot his wife"): an act of its own, whoever else was hit."""
    obj = parse.kid(trigger.token, "dobj")
    return (
        obj is not None and is_people(parse, obj) and any(k.tag == "PRP$" for k in parse.kids(obj, "poss")) and bool(trigger.by)
    )


def is_same_help(trigger: Trigger, event: Trigger) -> bool:
    """Whether the same help the same in both."""
    shared = set(trigger.by) & set(event.by) and set(trigger.to) & set(event.to)
    return bool(shared) and trigger.realis == event.realis == "actual"


def same_victim(cast: Cast, trigger: Trigger, event: Trigger) -> bool:
    """Whether the same named person, and nobody else, is killed (or abducted) in both."""
    kin = trigger.type == event.type if SEIZED & {trigger.type, event.type} else True
    named = set(trigger.to) & set(event.to)
    alone = len(trigger.to) == 1 == len(event.to)
    real = trigger.realis == event.realis == "actual"
    return kin and real and alone and all(cast.actor(a).kind == "person" for a in named) and bool(named)


def is_next(trigger: Trigger, event: Trigger, far: int) -> bool:
    """Whether a definite noun takes up the one act of its kind in the sentence before."""
    return far == 1 and trigger.type == event.type and not trigger.plural and not event.plural


def sides_of(cast: Cast, actors: Sequence[str]) -> list[str]:
    """The actors that make one blow another: bodies; "23 civilians" may be among "33 people", John among the dead."""
    return [a for a in actors if cast.actor(a).kind in ACTIVE_KINDS]


def known_of(cast: Cast, actors: Sequence[str]) -> list[str]:
    """The actors that are told apart by name."""
    return [a for a in actors if cast.actor(a).kind not in ("civilians", "unnamed")]


def named_of(cast: Cast, actors: Sequence[str]) -> list[str]:
    """The actors that have a name, or are the forces of a country."""
    return [
        a for a in actors if cast.actor(a).rule.startswith("actors.name") or cast.actor(a).kind in ("state_force", "government")
    ]


def differs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both name somebody and nobody in common."""
    return bool(one) and bool(other) and not set(one) & set(other)
