"""Sides that a report leaves to its reader: the adversary of a campaign, the attacker of the list or of the clause before.

Every side filled in here leaves its mark in the event's rule ("+adversary", "+list", "+before", "+victim").
"""

from collections import Counter
from collections.abc import Sequence

from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Cast

CAMPAIGN = frozenset(("airstrike", "attack", "shelling", "armed_clash", "territory_gain", "bombing"))
FORCES = frozenset(("state_force", "coalition", "government"))
DOMINANT = 0.6  # share of the armed groups' mentions that makes one the adversary of a report
STRUCK = 4  # mentions that being struck once counts for
BEFORE = 2  # sentences in which deaths go to whoever was just said to strike
HARMED = frozenset(("killing", "abduction", "execution", "torture", "detention", "release", "sexual_violence"))


def infer(cast: Cast, found: Sequence[Trigger]) -> None:
    """Fill in the sides of events where the report leaves them to the reader."""
    _share_victims(found)
    _go_on(found)
    _fill_adversary(cast, found)


def _share_victims(found: Sequence[Trigger]) -> None:
    """What is done to one victim in the same breath is done by the same: "abducted by X … and later murdered"."""
    last: dict[str, Trigger] = {}
    for trigger in found:
        if trigger.type not in HARMED:
            continue
        for victim in trigger.to:
            before = last.get(victim)
            if before is not None and not trigger.by and trigger.token.sent - before.token.sent <= BEFORE:
                trigger.by = [a for a in before.by if a not in trigger.to]
                trigger.rule += "+victim" if trigger.by else ""
            if trigger.by:
                last[victim] = trigger


def _go_on(found: Sequence[Trigger]) -> None:
    """A strike in a list of strikes has the sides of the one before it; deaths without an agent are the last striker's."""
    last: dict[str, Trigger] = {}
    striker: Trigger | None = None
    for trigger in found:
        before = last.get(trigger.type)
        if trigger.type == "airstrike" and not trigger.by and before is not None:
            trigger.by = [a for a in before.by if a not in trigger.to]
            trigger.to = trigger.to or list(before.to)
            trigger.rule += "+list"
        near = striker is not None and 0 <= trigger.token.sent - striker.token.sent <= BEFORE
        if trigger.type == "killing" and not trigger.by and striker is not None and near:
            trigger.by = [a for a in striker.by if a not in trigger.to]
            trigger.rule += "+before" if trigger.by else ""
        if trigger.by and trigger.realis == "actual":
            last[trigger.type] = trigger
            striker = trigger if trigger.type in MEANS else striker


def _fill_adversary(cast: Cast, found: Sequence[Trigger]) -> None:
    """The other side of military acts: whoever the same force strikes elsewhere, else the armed group the report is about."""
    enemy = adversary(cast, found)
    struck = _opponents(cast, found)
    for trigger in found:
        if trigger.type not in CAMPAIGN or trigger.to:
            continue
        known = next((struck[a] for a in trigger.by if a in struck), enemy)
        fights = all(cast.actor(a).kind in FORCES or a in struck for a in trigger.by)
        if known is not None and fights and known not in trigger.by and (trigger.by or trigger.type in ("armed_clash", "territory_gain")):
            trigger.to = [known]
            trigger.rule += "+adversary"


def _opponents(cast: Cast, found: Sequence[Trigger]) -> dict[str, str]:
    """The armed group each force strikes most."""
    counts: dict[str, Counter[str]] = {}
    for trigger in found:
        if trigger.type in CAMPAIGN:
            for who in trigger.by:
                groups = [a for a in trigger.to if cast.actor(a).kind == "armed_group"]
                counts.setdefault(who, Counter()).update(groups)
    return {who: c.most_common(1)[0][0] for who, c in counts.items() if c}


def adversary(cast: Cast, found: Sequence[Trigger] = ()) -> str | None:
    """The armed group a report is about: the only one, or the one with most of the mentions and blows."""
    named = {m.actor for m in cast.mentions if m.form in ("name", "acronym")}
    counts = {a.id: len(a.mentions) for a in cast.actors if a.kind == "armed_group" and a.id in named}
    for trigger in found:
        if trigger.type in CAMPAIGN:
            for who in trigger.to:
                if who in counts:
                    counts[who] += STRUCK
    best = max(counts, key=lambda a: counts[a], default=None)
    return best if best and counts[best] >= DOMINANT * sum(counts.values()) else None
