"""Which events of one report are one happening: an attack, the deaths in it and the prisoners taken need no second incident."""

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.ledger.reading import Reading
from onrecord.link.spots import Spot, apart, spots_of
from onrecord.link.types import Body, bodies, differ, family
from onrecord.records import Coding, Event, Figure, Span, Time
from onrecord.records.edtf import days, gap

LONG = 45  # a time wider than this is a campaign's, not an incident's
MANY = 50  # points of one report that are held against an area


@dataclass(slots=True)
class Group:
    """Events of a report taken as one happening, in the order of the text.

    `campaign`: told of a long time; `roundup`: told of several happenings at once ("34 strikes in Syria"), which the report tells
    of one by one; `denied` are rival accounts of it.
    """

    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    time: Time | None = None
    spots: tuple[Spot, ...] = ()
    by: frozenset[Body] = frozenset()
    campaign: bool = False
    roundup: bool = False
    denied: list[Event] = field(default_factory=list)

    @property
    def triggers(self) -> list[Span]:
        """Where it is told: the spans of its triggers and figures."""
        return [e.trigger for e in self.events] + [f.span for f in self.figures]

    @property
    def fullest(self) -> Event:
        """The event that tells most: with figures, a time, a place and persons; the first of equals."""
        return max(self.events, key=lambda e: (len(e.figures) + 2 * (e.time is not None) + 2 * (e.place is not None), len(e.to)))


def told(coding: Coding, split: Container[frozenset[str]] = ()) -> list[Group]:
    """The actual events of a report grouped by happening, in the order of their first mention.

    `split` holds the pairs of event ids that an analyst took for different happenings.
    """
    reading = Reading(coding)
    told_of = [_alone(reading, event) for event in sorted(coding.events, key=lambda e: (e.trigger, e.id))]
    happened = [one for one in told_of if one.events[0].realis == "actual"]
    _mark_roundups(happened)
    groups: list[Group] = []
    for one in happened:
        event = one.events[0]
        home = next((g for g in reversed(groups) if _one_happening(g, one) and not _split(g, event, split)), None)
        if home is None:
            groups.append(one)
        else:
            _join(home, one)
    for one in told_of:
        if one.events[0].realis == "denied" and one.figures:
            _file_denied(one, groups, split)
    return groups


def _file_denied(one: Group, groups: Sequence[Group], split: Container[frozenset[str]]) -> None:
    """File a denied event that gives a figure ("denies reports that 17 died") under the only happening it can be of."""
    homes = [g for g in groups if _one_happening(g, one) and not _split(g, one.events[0], split)]
    if len(homes) == 1:
        homes[0].denied += one.events


def _alone(reading: Reading, event: Event) -> Group:
    """A group of a single event, which takes the time of its first dated figure where it has none."""
    figures = [reading.figures[f] for f in event.figures if f in reading.figures]
    time = reading.times.get(event.time or next((f.time for f in figures if f.time), None) or "")
    interval = days(time.edtf) if time else None
    return Group(
        [event],
        figures,
        time if interval else None,
        spots_of([p for p in (reading.places.get(event.place or ""),) if p], {event.place}),
        bodies([reading.actors[a] for a in event.by if a in reading.actors], event.by),
        any(f.cumulative for f in figures) or (interval is not None and interval.width > LONG),
    )


def _mark_roundups(happened: Sequence[Group]) -> None:
    """Mark what has its parts in several others, or is told of an area in which several points are told of as well."""
    parts: dict[str, set[str]] = defaultdict(set)
    for one in happened:
        for whole in {f.part_of for f in one.figures if f.part_of}:
            parts[whole].add(one.events[0].id)
    points: dict[str, list[Group]] = defaultdict(list)
    for one in happened:
        if any(s.exact for s in one.spots) and not one.campaign:
            points[family(one.events[0].type)].append(one)
    for one in happened:
        one.roundup = any(len(parts[f.id] - {one.events[0].id}) > 1 for f in one.figures)
        if not one.roundup and one.spots and not any(s.exact for s in one.spots) and not one.campaign:
            inside = [p for p in points[family(one.events[0].type)][:MANY] if _one_happening(p, one)]
            one.roundup = any(_elsewhere(a.spots, b.spots) for a, b in combinations(inside, 2))


def _one_happening(group: Group, one: Group) -> bool:
    """Whether nothing that is told of an event sets it apart from a happening: kind, days, places, who did it."""
    if family(group.events[0].type) != family(one.events[0].type) or group.campaign != one.campaign:
        return False
    if differ(group.by, one.by) or _elsewhere(group.spots, one.spots) or not _roundups_agree(group, one):
        return False
    first, second = days(group.time and group.time.edtf), days(one.time and one.time.edtf)
    if group.campaign:
        return first is not None and first == second
    return first is None or second is None or gap(first, second) == 0


def _roundups_agree(group: Group, one: Group) -> bool:
    """Whether both are roundups of a place, or neither is; what is told without a place may belong to one."""
    if one.roundup:
        return group.roundup and bool(group.spots and one.spots)
    return not (group.roundup and one.spots)


def _elsewhere(ours: Sequence[Spot], theirs: Sequence[Spot]) -> bool:
    """Whether two happenings are in different places; an area that holds both points does not make them one place."""
    points, others = [s for s in ours if s.exact], [s for s in theirs if s.exact]
    if points and others:
        ours, theirs = points, others
    return bool(ours and theirs) and all(apart(a, b) for a in ours for b in theirs)


def _split(group: Group, event: Event, split: Container[frozenset[str]]) -> bool:
    return any(frozenset((event.id, known.id)) in split for known in group.events)


def _join(group: Group, one: Group) -> None:
    """Take an event into a happening; the more exact time and places are kept."""
    group.events += one.events
    group.figures += [f for f in one.figures if f not in group.figures]
    group.by |= one.by
    group.spots = group.spots + tuple(s for s in one.spots if s not in group.spots)
    if one.time and (group.time is None or one.time.date_prec < group.time.date_prec):
        group.time = one.time
