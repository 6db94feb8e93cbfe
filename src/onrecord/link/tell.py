"""Which events of one report are one happening: an attack, the deaths in it and the prisoners taken need no second incident."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.link.spots import Spot, apart, spots_of
from onrecord.link.types import Body, bodies, differ, family
from onrecord.records import Coding, Event, Figure, Span, Time
from onrecord.records.edtf import days, gap

LONG = 45  # a time wider than this is a campaign's, not an incident's


@dataclass(slots=True)
class Group:
    """Events of a report taken as one happening, in the order of the text; `denied` are rival accounts of it."""

    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    time: Time | None = None
    spots: tuple[Spot, ...] = ()
    by: frozenset[Body] = frozenset()
    campaign: bool = False
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
    times = {t.id: t for t in coding.times}
    figures = {f.id: f for f in coding.figures}
    groups: list[Group] = []
    for event in sorted((e for e in coding.events if e.realis == "actual"), key=lambda e: (e.trigger, e.id)):
        one = _alone(coding, event, times.get(event.time or ""), [figures[f] for f in event.figures if f in figures])
        home = next((g for g in reversed(groups) if _one_happening(g, one) and not _split(g, event, split)), None)
        if home is None:
            groups.append(one)
        else:
            _join(home, one)
    _add_denied(coding, groups, times, figures, split)
    return groups


def _add_denied(
    coding: Coding,
    groups: Sequence[Group],
    times: Mapping[str, Time],
    figures: Mapping[str, Figure],
    split: Container[frozenset[str]],
) -> None:
    """File denied events that give a figure ("denies reports that 17 died") under the only happening they can be of."""
    for event in coding.events:
        counted = [figures[f] for f in event.figures if f in figures]
        if event.realis == "denied" and counted:
            told_at = event.time or next((f.time for f in counted if f.time), None)
            one = _alone(coding, event, times.get(told_at or ""), counted)
            homes = [g for g in groups if _one_happening(g, one) and not _split(g, event, split)]
            if len(homes) == 1:
                homes[0].denied.append(event)


def _alone(coding: Coding, event: Event, time: Time | None, figures: Sequence[Figure]) -> Group:
    """A group of a single event."""
    interval = days(time.edtf) if time else None
    return Group(
        [event],
        list(figures),
        time if interval else None,
        spots_of(coding.places, {event.place}),
        bodies(coding.actors, event.by),
        any(f.cumulative for f in figures) or (interval is not None and interval.width > LONG),
    )


def _one_happening(group: Group, one: Group) -> bool:
    """Whether nothing that is told of an event sets it apart from a happening: kind, days, places, who did it."""
    if family(group.events[0].type) != family(one.events[0].type) or group.campaign != one.campaign:
        return False
    if differ(group.by, one.by):
        return False
    if group.spots and one.spots and all(apart(a, b) for a in group.spots for b in one.spots):
        return False
    first, second = days(group.time and group.time.edtf), days(one.time and one.time.edtf)
    return first is None or second is None or gap(first, second) == 0


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
