"""Who fought whom in an incident, in UCDP's terms: type of violence, side A, side B, and on which side the dead were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.export.countries import codes_of
from onrecord.export.deadliest import actual, deadliest
from onrecord.ledger import Account, Entry, Estimate, Happening, Profile
from onrecord.ledger.estimates import combined, standing
from onrecord.lexicon.codes import SIDES
from onrecord.records import ARMED, Actor, Event, Ref

GOVERNMENT = frozenset(("state_force", "government"))
CIVILIANS, UNKNOWN = "Civilians", "Unknown"


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides as UCDP names them; the names of our actors on each; `check` says which side a coder must look at."""

    type: int
    a: str
    b: str
    on_a: frozenset[str]
    on_b: frozenset[str]
    gw_a: str = ""
    gw_b: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Deaths:
    """The best number by side; the four add up to it."""

    a: int
    b: int
    civilians: int
    unknown: int


def sides(account: Account, happening: Happening) -> Sides | None:
    """The sides of an incident; None when no armed side is named."""
    by, to = _parties(account, happening)
    doers, targets = _armed(by), _armed(to)
    country = happening.incident.country
    if not doers and not targets:
        return None
    if doers and not targets and _civilians_hit(to, happening):
        return _one_sided(doers, country)
    if not targets and any(event.type == "armed_clash" for _, event in happening.events):
        doers, targets = doers[:1], [who for who in doers[1:] if SIDES[who.kind] == "group" or SIDES[doers[0].kind] == "group"]
    if not doers or not targets or _allied(doers[0], targets[0], country):
        return _half_known([*doers, *targets] if doers and targets else doers, targets, country)
    state_hit = SIDES[targets[0].kind] == "state" and SIDES[doers[0].kind] == "group"
    a, b = (targets, doers) if state_hit else (doers, targets)
    return _sided(1 if SIDES[a[0].kind] == "state" else 2, a, b, country)


def _allied(one: Actor, other: Actor, country: str | None) -> bool:
    """Whether two actors cannot be the two sides: one name, or a coalition and a government."""
    states = SIDES[one.kind] == SIDES[other.kind] == "state"
    return _name(one, country) == _name(other, country) or (states and not {one.kind, other.kind} <= GOVERNMENT)


def _armed(actors: Sequence[Actor]) -> list[Actor]:
    """The armed ones: a government's own before others' forces, these before groups."""
    kept = [who for who in actors if SIDES.get(who.kind) in ("state", "group")]
    return sorted(kept, key=lambda who: (SIDES[who.kind] != "state", who.kind not in GOVERNMENT, who.country is None))


def _parties(account: Account, happening: Happening) -> tuple[list[Actor], list[Actor]]:
    """Who did it and to whom: of the deadliest event; what that leaves open is taken from the events told with it.

    Where villagers were killed by nobody named, the sides of a clash beside it did not attack each other's civilians: they are
    the sides of a fight in which civilians died.
    """
    told = [*actual(happening), *_beside(account, happening)]
    main = deadliest(happening)
    if main is None:
        return _cast(account, told, "by"), _cast(account, told, "to")
    by, to = _cast(account, [main], "by"), _cast(account, [main], "to")
    if _armed(by):
        return by, to or _cast(account, told, "to")
    fights = [one for one in told if one[1].type == "armed_clash"]
    if to and not _armed(to) and fights:
        return _cast(account, fights, "by"), [who for who in _cast(account, fights, "to") if SIDES.get(who.kind) != "civilians"]
    return _cast(account, told, "by"), to if _armed(to) else _cast(account, told, "to")


def _cast(account: Account, told: Iterable[tuple[Ref, Event]], role: str) -> list[Actor]:
    """The actors of a role over some events, one a name."""
    found: dict[str, Actor] = {}
    for ref, event in told:
        actors = account.readings[ref.report].actors
        for who in event.by if role == "by" else event.to:
            if who in actors:
                found.setdefault(actors[who].name, actors[who])
    return list(found.values())


def _beside(account: Account, happening: Happening) -> Iterable[tuple[Ref, Event]]:
    """Clashes of the same report, time and place: "killed in clashes with troops" names the sides there."""
    ours = {ref for ref, _ in happening.events}
    for ref, event in happening.events:
        for other in account.readings[ref.report].coding.events:
            same = other.time == event.time and other.place == event.place and other.time and other.place
            if same and other.type == "armed_clash" and other.realis == "actual" and Ref(ref.report, other.id) not in ours:
                yield Ref(ref.report, other.id), other


def _civilians_hit(to: Sequence[Actor], happening: Happening) -> bool:
    if any(who.kind == "civilians" for who in to):
        return True
    killed = standing(happening.entries, "killed")
    return bool(killed) and all(e.figure.status == "civilian" or e.who == "people" for e in killed)


def _name(who: Actor, country: str | None) -> str:
    """A side's name: the government of a state force's country, else the actor's own."""
    if SIDES.get(who.kind) == "state" and who.kind in GOVERNMENT:
        named = codes_of(who.country or country)["ucdp_name"]
        return f"Government of {named}" if named else who.name
    return who.name


def _gw(who: Actor, country: str | None) -> str:
    return codes_of(who.country or country)["gw"] if who.kind in GOVERNMENT else ""


def _one_sided(doers: Sequence[Actor], country: str | None) -> Sides:
    first = doers[0]
    return Sides(3, _name(first, country), CIVILIANS, _names(doers), frozenset(), _gw(first, country))


def _sided(kind: int, a: Sequence[Actor], b: Sequence[Actor], country: str | None) -> Sides:
    names = _name(a[0], country), _name(b[0], country)
    return Sides(kind, *names, _names(a), _names(b), _gw(a[0], country), _gw(b[0], country))


def _half_known(doers: Sequence[Actor], targets: Sequence[Actor], country: str | None) -> Sides:
    """One armed side only; the other is left for a coder to find."""
    known = _armed(doers or targets)
    name, gw, names = _name(known[0], country), _gw(known[0], country), _names(known)
    if doers or SIDES[known[0].kind] == "state":
        kind = 1 if SIDES[known[0].kind] == "state" else 2
        return Sides(kind, name, UNKNOWN, names, frozenset(), gw, check="Check side_b")
    return Sides(2, UNKNOWN, name, frozenset(), names, gw_b=gw, check="Check side_a")


def _names(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(who.name.casefold() for who in actors)


def deaths(entries: Sequence[Entry], found: Sides, total: Estimate, by: Profile) -> Deaths:
    """The best number split by side: what the figures of each side come to, the rest unknown."""
    best = whole(total)
    if found.type == 3:
        return _one_sided_deaths(entries, found, best, by)
    left, split = best, {}
    for side in ("a", "b", "civilians"):
        of_side = [replace(e, figure=replace(e.figure, part_of=None)) for e in _split(entries, found) if _side(e, found) == side]
        split[side] = min(left, whole(combined(of_side, by)))
        left -= split[side]
    return Deaths(split["a"], split["b"], split["civilians"], left)


def _one_sided_deaths(entries: Sequence[Entry], found: Sides, best: int, by: Profile) -> Deaths:
    """All are civilians, save the armed who are counted by themselves: side A's own, or others'."""
    armed = [e for e in standing(entries, "killed") if e.figure.status == "combatant" and e.whom_kind in ARMED]
    own = min(best, whole(combined([e for e in armed if e.whom.casefold() in found.on_a], by)))
    others = min(best - own, whole(combined([e for e in armed if e.whom.casefold() not in found.on_a], by)))
    return Deaths(own, 0, best - own - others, others)


def whole(total: Estimate) -> int:
    """The number a format with one whole number gets: the best, else the low, else the high."""
    return int(next((n for n in (total.best, total.low, total.high) if n is not None), 0))


def _split(entries: Sequence[Entry], found: Sides) -> list[Entry]:
    """Wholes whose side is known, and the parts of the others."""
    killed = standing(entries, "killed")
    sided = {e.ref for e in killed if e.figure.part_of is None and _side(e, found) != "unknown"}
    parents = {Ref(e.ref.report, e.figure.part_of or ""): e for e in killed}
    return [e for e in killed if e.ref in sided or (e.figure.part_of and _above(e) in parents and _above(e) not in sided)]


def _above(entry: Entry) -> Ref:
    return Ref(entry.ref.report, entry.figure.part_of or "")


def _side(entry: Entry, found: Sides) -> str:
    name = entry.whom.casefold()
    if name in found.on_a or (entry.whom_kind in GOVERNMENT and found.type == 1 and found.a != UNKNOWN):
        return "a"
    if name in found.on_b or (entry.whom_kind == "armed_group" and found.type == 1 and found.b != UNKNOWN):
        return "b"
    if entry.figure.status == "civilian" and entry.who != "people":
        return "civilians"
    return _other_side(entry, found) if entry.figure.status == "combatant" else "unknown"


def _other_side(entry: Entry, found: Sides) -> str:
    """The side of fighters hit ("seven guards"): the one that did not do it, where only one side did."""
    by_a, by_b = (any(name in side for name in entry.doers) for side in (found.on_a, found.on_b))
    if by_a == by_b:
        return "unknown"
    other = ("b", found.b) if by_a else ("a", found.a)
    return other[0] if other[1] not in (UNKNOWN, CIVILIANS) else "unknown"
