"""Codings made by hand: a maker fills in what a case is not about."""

from dataclasses import dataclass

from onrecord.records import Actor, Coding, Decision, Event, Figure, Place, Ref, Report, Time

TOWNS = {
    "Gao": (16.27, -0.04, "ML"),
    "Bourem": (16.95, -0.35, "ML"),
    "Gao region": (17.0, 0.0, "ML"),
    "Gao market": (16.27, -0.04, "ML"),
    "Mopti": (14.49, -4.19, "ML"),
    "Aden": (12.78, 45.04, "YE"),
}

PRECISION = {"region": 4, "market": 2}


@dataclass(frozen=True)
class Told:
    """What a report tells of one event; `killed` is (low, high)."""

    type: str = "attack"
    when: str | None = "2024-03-06"
    town: str | None = "Gao"
    by: str | None = "Front"
    victim: str | None = None
    killed: tuple[float | None, float | None] | None = None
    cumulative: bool = False
    realis: str = "actual"
    words: str = "attacked the market"


def report(name: str, *events: Told, published: str | None = "2024-03-07", title: str | None = None, more: str = "") -> Coding:
    """A coding of a report in which each event has a paragraph of its own; the event's id is `e-NAME` and its number from 0."""
    told = [f"{one.words} {one.victim or ''} {one.town or ''}" for one in events]
    starts = [sum(len(words) + 2 for words in told[:number]) for number in range(len(told))]
    placed = [_placed(f"{name}{n}", start, one) for n, (start, one) in enumerate(zip(starts, events, strict=True))]
    return Coding(
        Report(name, title, name.title(), None, None, published, "en", "\n\n".join(told) + more, ()),
        actors=tuple(actor for found in placed for actor in found[0]),
        places=tuple(place for found in placed for place in found[1]),
        times=tuple(time for found in placed for time in found[2]),
        figures=tuple(fig for found in placed for fig in found[3]),
        events=tuple(event for found in placed for event in found[4]),
    )


def _placed(key: str, start: int, told: Told) -> tuple[list[Actor], list[Place], list[Time], list[Figure], list[Event]]:
    """The records of one event, all of them where its paragraph starts."""
    span = (start, start + 1)
    actors = [Actor(f"by-{key}", told.by, "armed_group", (span,), "test")] if told.by else []
    actors += [Actor(f"to-{key}", told.victim, "person", (span,), "test")] if told.victim else []
    places = []
    if told.town:
        lat, lon, country = TOWNS[told.town]
        places = [Place(f"p-{key}", told.town, (span,), lat, lon, PRECISION.get(told.town.split()[-1], 1), "test", country)]
    times = [Time(f"t-{key}", span, told.when, 1 if len(told.when) == 10 else 4, "test")] if told.when else []
    figures = []
    if told.killed:
        low, high = told.killed
        figures = [_figure(key, span, low, high, told.cumulative)]
    event = Event(
        f"e-{key}",
        told.type,
        span,
        tuple(a.id for a in actors if a.kind == "armed_group"),
        tuple(a.id for a in actors if a.kind == "person"),
        times[0].id if times else None,
        places[0].id if places else None,
        told.realis,
        None,
        tuple(fig.id for fig in figures),
        None,
        "test",
    )
    return actors, places, times, figures, [event]


def _figure(key: str, span: tuple[int, int], low: float | None, high: float | None, cumulative: bool) -> Figure:
    bound = "exact" if low == high else "at_least" if high is None else "at_most" if low is None else "between"
    return Figure(
        f"f-{key}",
        span,
        low,
        high,
        bound,
        "killed",
        None,
        None,
        "unknown",
        None,
        None,
        None,
        None,
        cumulative,
        f"e-{key}",
        "test",
    )


def decision(verdict: str, one: str, other: str, number: int = 1, withdrawn: str | None = None) -> Decision:
    """A decision on two events named REPORT/EVENT; a higher number is a newer one."""
    first, second = (Ref(*words.split("/")) for words in (one, other))
    return Decision(f"d{number}", verdict, (first, second), "Ana", f"2024-04-{number:02}T10:00:00+00:00", withdrawn_at=withdrawn)
