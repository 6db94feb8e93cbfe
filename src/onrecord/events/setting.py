"""When and where two mentions are told to have happened, and whether that can be one happening."""

from onrecord.events.clock import is_of_other_time, time_of
from onrecord.events.places import place_of
from onrecord.events.scene import Scene, lies_near
from onrecord.events.triggers import Trigger
from onrecord.records import Parse, Span

OTHER = frozenset("another other second third separate similar subsequent unrelated different".split())


class Setting:
    """The days and places that a report gives its triggers."""

    def __init__(self, parse: Parse, scene: Scene) -> None:
        self.parse, self.scene = parse, scene
        self._told: dict[Span, tuple[str | None, str | None]] = {}

    def is_other(self, trigger: Trigger) -> bool:
        """Whether the words tell that it is not the one told before: "another shooting", "the earlier raid"."""
        token = trigger.token
        apart = {k.lemma for k in self.parse.kids(token, "det", "amod", "compound")} & OTHER
        return bool(apart) or is_of_other_time(self.parse, token)

    def told(self, trigger: Trigger) -> int:
        """How many of day and place a mention tells."""
        return bool(self._days(trigger)) + bool(self._places(trigger))

    def fits(self, one: Trigger, other: Trigger) -> bool:
        """Whether no day and no place told for one mention rules out the other's."""
        days, theirs = self._days(one), self._days(other)
        if days and theirs and not any(overlap(a, b) for a in days for b in theirs):
            return False
        places = [self.scene.places[p] for p in self._places(other)]
        return all(lies_near(self.scene.places[p], q) for p in self._places(one) for q in places)

    def is_of_day(self, trigger: Trigger, event: Trigger) -> bool:
        """Whether a mention has no day of its own, or the event's."""
        return all(any(overlap(a, b) for b in self._days(event)) for a in self._days(trigger))

    def has_day(self, trigger: Trigger) -> bool:
        return bool(self._days(trigger))

    def _days(self, trigger: Trigger) -> set[str]:
        return {day for span in _spans(trigger) if (day := self._of(span)[0])}

    def _places(self, trigger: Trigger) -> set[str]:
        return {place for span in _spans(trigger) if (place := self._of(span)[1])}

    def _of(self, span: Span) -> tuple[str | None, str | None]:
        """The day (EDTF) and the place of a mention, looked up once."""
        if span not in self._told:
            time = time_of(self.parse, self.parse[self.parse.index_at(span[0])], span, self.scene)
            day = self.scene.times[time].edtf if time else None
            self._told[span] = day, place_of(self.parse, span, self.scene, None)[0]
        return self._told[span]


def _spans(trigger: Trigger) -> tuple[Span, ...]:
    return (trigger.span, *trigger.also)


def overlap(one: str, other: str) -> bool:
    """Whether two EDTF times share a day: "2016-11" and "2016-11-03/2016-11-05"."""
    (begin, end), (start, stop) = _bounds(one), _bounds(other)
    return begin <= stop and start <= end


def _bounds(edtf: str) -> tuple[str, str]:
    """The first and last instant of a time, as strings that sort; an open end is before or after all."""
    first, _, last = edtf.partition("/")
    last = last or first
    return first.replace("..", ""), ("" if last == ".." else last) + "~"
