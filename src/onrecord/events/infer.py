"""Sides that a report leaves to its reader: the adversary of a campaign, the attacker of the list or of the clause before.

Every side filled in here leaves its mark in the event's rule: "+list", "+before", "+victim", "+reporter", "+rebels", "+threat",
"+claimed", "+crowd", "+planes", "+sides", "+subject", "+adversary", "+force", "+blamed"; a type that the sides give leaves "+forces" or "+fighters".
"""

import itertools
from collections import Counter
from collections.abc import Sequence

from onrecord.events.blame import blame, claimed
from onrecord.events.nouns import PLANE_NAMES
from onrecord.events.planes import flies
from onrecord.events.scene import Scene
from onrecord.events.syntax import VERBAL, doers, is_passive, outer, surface_subject
from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Cast, Parse

CAMPAIGN = frozenset(("airstrike", "attack", "shelling", "armed_clash", "territory_gain", "bombing"))
CAMPAIGN_NOUNS = frozenset("operation offensive liberation campaign battle".split())
LASTING = frozenset(("siege", "war", "invasion", "occupation"))  # not what just struck
FORCES = frozenset(("state_force", "coalition", "government"))
REBEL = frozenset("terrorist rebel guerrilla insurgent militant jihadist subversive extremist leftist".split())
DOMINANT = 0.6  # share of the armed groups' mentions that makes one the adversary of a report
OFTEN = 3  # mentions below which a group is not what a report is about
STRUCK = 4  # mentions that being struck once counts for
BEFORE = 2  # sentences in which deaths go to whoever was just said to strike
HARMED = frozenset(("killing", "abduction", "execution", "torture", "detention", "release", "sexual_violence"))


def infer(parse: Parse, cast: Cast, found: Sequence[Trigger], scene: Scene) -> None:
    """Fill in the sides of events where the report leaves them to the reader."""
    enemy = adversary(cast, found)
    blame(parse, cast, found)
    _menaced(found)
    _share_victims(found)
    _flown(parse, cast, found)
    _go_on(parse, cast, found)
    _as_subject(parse, found)
    claimed(parse, cast, found)
    _reported(cast, found, scene)
    _threatened(cast, found, scene)
    _dispersed(found)
    _take_sides(cast, found)
    _by_rebels(parse, found, enemy)
    _fill_adversary(cast, found, enemy)
    _fill_force(cast, found, enemy)
    _without_others(cast, found)
    for trigger in found:
        _retype(cast, trigger)


def _retype(cast: Cast, trigger: Trigger) -> None:
    """What the sides make of an act: forces detain whom others abduct; fighters who flee are not displaced."""
    by, to = ({cast.actor(a).kind for a in side} for side in (trigger.by, trigger.to))
    taken = trigger.token.lemma in ("capture", "seize") and trigger.type == "abduction"
    if taken and ((by and by <= set(FORCES)) or (not by and to == {"armed_group"})):
        trigger.type, trigger.rule = "detention", trigger.rule + "+forces"
    if trigger.type == "displacement" and trigger.token.lemma == "flee" and to and to <= {"armed_group", "state_force"}:
        trigger.type, trigger.rule = "other", trigger.rule + "+fighters"
        trigger.by, trigger.to = trigger.to, []


def _fill(trigger: Trigger, role: str, actors: Sequence[str], mark: str) -> None:
    """Give an event the actors of a side that are not on the other one, and its rule the mark."""
    other = trigger.to if role == "by" else trigger.by
    new = [a for a in actors if a not in other]
    if new:
        setattr(trigger, role, new)
        trigger.rule += mark


def _menaced(found: Sequence[Trigger]) -> None:
    """Who is threatened with an act is who the act would be done to."""
    for threat, act in itertools.pairwise(found):
        if threat.type == "threat" and not threat.to and act.token.sent == threat.token.sent and act.realis == "threatened":
            _fill(threat, "to", act.to, "+threat")


def _share_victims(found: Sequence[Trigger]) -> None:
    """What is done to one victim in the same breath is done by the same: "abducted by X … and later murdered"."""
    last: dict[str, Trigger] = {}
    for trigger in found:
        for victim in trigger.to if trigger.type in HARMED else ():
            before = last.get(victim)
            if before is not None and not trigger.by and trigger.token.sent - before.token.sent <= BEFORE:
                _fill(trigger, "by", before.by, "+victim")
            if trigger.by:
                last[victim] = trigger


def _flown(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> None:
    """Planes of a type, or any where it is said to strike, are those of the only air force that a report names: "Typhoons bombed …"."""
    forces = [a.id for a in cast.actors if a.kind == "state_force" and "air force" in a.name.casefold()]
    for trigger in found if len(forces) == 1 else ():
        verb = trigger.token if trigger.token.pos in VERBAL else parse.head(outer(parse, trigger.token))
        planes = [t for t in doers(parse, verb) if flies(parse, t)] if trigger.type == "airstrike" and not trigger.by else []
        striking = any(forces[0] in t.by and t.type in CAMPAIGN and t.realis == "actual" for t in found)
        if any(striking or t.lemma.casefold() in PLANE_NAMES for t in planes):
            _fill(trigger, "by", forces, "+planes")


def _is_elsewhere(parse: Parse, trigger: Trigger) -> bool:
    """Whether a sentence opens on another place or matter: "Elsewhere on Monday, …", "In a separate incident, …"."""
    opening = parse.sentence_tokens(trigger.token.sent)[:4]
    return any(t.text.casefold() in ("elsewhere", "separately", "separate", "another", "other", "meanwhile") for t in opening)


def _go_on(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> None:
    """A strike in a list of strikes has the sides of the one before it; deaths without an agent are the last striker's."""
    last: dict[str, Trigger] = {}
    striker: Trigger | None = None
    for trigger in found:
        before = last.get(trigger.type)
        if trigger.type == "airstrike" and not trigger.by and before is not None:
            _fill(trigger, "by", before.by, "+list")
            armed = [a for a in before.to if cast.actor(a).kind == "armed_group"]
            trigger.to = trigger.to or [a for a in armed if a not in trigger.by]
        near = striker is not None and 0 <= trigger.token.sent - striker.token.sent <= BEFORE
        told = trigger.token.pos == "NOUN" and bool(trigger.to)  # "the killings of elders" are another matter
        open_death = trigger.type == "killing" and trigger.realis == "actual" and not told and not trigger.by
        if open_death and striker is not None and near and not _is_elsewhere(parse, trigger):
            _fill(trigger, "by", striker.by, "+before")
        if trigger.by and trigger.realis == "actual":
            last[trigger.type] = trigger
            fighting = any(cast.actor(a).kind != "civilians" for a in trigger.by)
            short = trigger.token.lemma not in LASTING
            striker = trigger if trigger.type in MEANS and fighting and short else striker


def _as_subject(parse: Parse, found: Sequence[Trigger]) -> None:
    """What an operation did was done by those who ran it: "the raid killed six and took ten prisoners"."""
    at = {parse.index_at(s[1] - 1): t for t in found for s in (t.span, *t.also)}
    for trigger in found:
        if trigger.by or trigger.token.pos != "VERB" or is_passive(parse, trigger.token):
            continue
        doing = next((at[t.i] for t in surface_subject(parse, trigger.token) if t.i in at), None)
        if doing is not None and doing is not trigger:
            _fill(trigger, "by", doing.by, "+subject")


def _take_sides(cast: Cast, found: Sequence[Trigger]) -> None:
    """A clash of nobody, told with the dead of both sides, is between them: the state's forces and whoever fought them."""
    for trigger in found:
        forces = [a for a in trigger.to if cast.actor(a).kind == "state_force"]
        rebels = any(cast.actor(a).kind == "armed_group" for a in trigger.to)
        if trigger.type == "armed_clash" and not trigger.by and forces and rebels:
            trigger.to = [a for a in trigger.to if a not in forces]
            _fill(trigger, "by", forces, "+sides")


def _reported(cast: Cast, found: Sequence[Trigger], scene: Scene) -> None:
    """A unit that reports a clash and names no side was in it."""
    for trigger in found:
        if trigger.type == "armed_clash" and not trigger.by:
            source = scene.source_of(trigger.span)
            if source is not None and cast.actor(source).kind == "state_force":
                _fill(trigger, "by", [source], "+reporter")


def _threatened(cast: Cast, found: Sequence[Trigger], scene: Scene) -> None:
    """Who threatens in the first person is to do it: "we will kill the captives, the group said"."""
    for trigger in found:
        source = scene.source_of(trigger.span) if trigger.realis == "threatened" and not trigger.by else None
        if source is not None and cast.actor(source).kind in (*FORCES, "armed_group"):
            _fill(trigger, "by", [source], "+threat")


def _dispersed(found: Sequence[Trigger]) -> None:
    """A crackdown of which no target is told, beside a crowd in the same sentence, is one on that crowd."""
    for crowd, blow in itertools.pairwise(found):
        if blow.type == "crackdown" and not blow.to and crowd.type in ("riot", "protest") and crowd.token.sent == blow.token.sent:
            _fill(blow, "to", crowd.by, "+crowd")


def _by_rebels(parse: Parse, found: Sequence[Trigger], enemy: str | None) -> None:
    """ "a rebel attack", "terrorist attacks": by the armed group the report is about, where it is said to have struck at all."""
    strikes = any(enemy in t.by and t.realis == "actual" for t in found)
    for trigger in found if enemy and strikes else ():
        modifiers = {k.lemma for k in parse.kids(trigger.token, "amod", "compound")} if not trigger.by else set()
        if enemy and modifiers & REBEL and enemy not in trigger.to:
            _fill(trigger, "by", [enemy], "+rebels")


def _fill_adversary(cast: Cast, found: Sequence[Trigger], enemy: str | None) -> None:
    """The other side of military acts: whoever the same force strikes elsewhere, else the armed group the report is about."""
    struck = _opponents(cast, found)
    beaten = {a for t in found if t.type in CAMPAIGN for a in t.to}
    for trigger in found:
        if trigger.type not in CAMPAIGN or trigger.to:
            continue
        known = next((struck[a] for a in trigger.by if a in struck), None if _holds(cast, trigger) else enemy)
        fights = all(cast.actor(a).kind in FORCES or a in struck or a not in beaten for a in trigger.by)
        armed = all(cast.actor(a).kind in (*FORCES, "armed_group") for a in trigger.by)
        open_side = trigger.by or trigger.type in ("armed_clash", "territory_gain") or trigger.token.lemma in CAMPAIGN_NOUNS
        if known is not None and fights and armed and open_side:
            _fill(trigger, "to", [known], "+adversary")


def _holds(cast: Cast, trigger: Trigger) -> bool:
    """Whether rebels sit on ground or around it ("hold the valley", "the siege of the town"): that is done to no other group."""
    return trigger.token.lemma in ("hold", "control", "siege", "besiege") and any(
        cast.actor(a).kind not in FORCES for a in trigger.by
    )


def _fill_force(cast: Cast, found: Sequence[Trigger], enemy: str | None) -> None:
    """Strikes of nobody are those of the only one who strikes; blows to the adversary those of the force that deals the others."""
    strikes = [t for t in found if t.type == "airstrike"]
    blows = [t for t in found if t.type in (*CAMPAIGN, "killing") and enemy in t.to]
    for group in (strikes, blows):
        counts = Counter(a for t in group for a in t.by if cast.actor(a).kind in FORCES)
        best = counts.most_common(1)[0] if counts else None
        if best is None or best[1] < 2 or best[1] < DOMINANT * sum(counts.values()):
            continue
        for trigger in group:
            if not trigger.by:
                _fill(trigger, "by", [best[0]], "+force")


def _without_others(cast: Cast, found: Sequence[Trigger]) -> None:
    """ "seven others" beside rebels are rebels too: no side of their own."""
    for trigger in found:
        if any(cast.actor(a).kind in ("armed_group", "state_force") for a in trigger.to):
            trigger.to = [a for a in trigger.to if not cast.actor(a).name.casefold().endswith(" others")]


def _opponents(cast: Cast, found: Sequence[Trigger]) -> dict[str, str]:
    """The armed group each force strikes most."""
    counts: dict[str, Counter[str]] = {}
    for trigger in found:
        groups = [a for a in trigger.to if cast.actor(a).kind == "armed_group"] if trigger.type in CAMPAIGN else []
        for who in trigger.by if groups else ():
            counts.setdefault(who, Counter()).update(groups)
    return {who: c.most_common(1)[0][0] for who, c in counts.items()}


def adversary(cast: Cast, found: Sequence[Trigger] = ()) -> str | None:
    """The armed group a report is about: the only one, or the one with most of the mentions and blows; never one that is helped."""
    friends = {a for t in found if t.type == "aid" for a in t.to}
    friends |= {a for t in found if any(cast.actor(b).kind in FORCES for b in t.by) for a in t.by}
    named = {m.actor for m in cast.mentions if m.form in ("name", "acronym")}
    told = {a.id for a in cast.actors if a.kind == "armed_group" and (a.id in named or "insurgency" in a.name.casefold().split())}
    counts = {a.id: len(a.mentions) for a in cast.actors if a.id in told - friends}
    for trigger in found:
        for who in trigger.to if trigger.type in CAMPAIGN else ():
            if who in counts:
                counts[who] += STRUCK
    best = max(counts, key=lambda a: counts[a], default=None)
    return best if best and counts[best] >= OFTEN and counts[best] >= DOMINANT * sum(counts.values()) else None
