"""Bind figures, times, places and statements to events, and what an event knows to its figures."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.dating import Calendar
from onrecord.events.places import Lately, place_of, place_under
from onrecord.events.scene import Scene
from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Cast, Event, Figure, Parse, Place, Statement, Time

VIOLENT = frozenset((*MEANS, "killing", "torture", "sexual_violence"))
FITTING = {
    "killed": VIOLENT,
    "wounded": VIOLENT,
    "casualties": VIOLENT,
    "missing": VIOLENT | {"abduction", "displacement"},
    "captured": frozenset(("abduction", "arrest", "detention", "surrender", "attack", "armed_clash")),
    "freed": frozenset(("release", "attack")),
    "displaced": frozenset(("displacement", "attack", "armed_clash")),
    "recruited": frozenset(("forced_recruitment", "other")),
    "destroyed": frozenset(("airstrike", "shelling", "bombing", "suicide_bombing", "attack", "destruction", "armed_clash")),
    "attacks": VIOLENT | {"abduction"},
    "territory": frozenset(("territory_gain", "attack")),
    "territory_share": frozenset(("territory_gain", "attack")),
    "other": VIOLENT | {"aid", "abduction", "deployment"},
    "strength": frozenset(("deployment",)),
}
TOLD = ("actual", "hypothetical", "generic")
GOVERNED = -500  # a distance only a governing trigger has
BACK = 4  # sentences a figure looks back for its event


def figures_of(parse: Parse, found: Sequence[Trigger], figures: Sequence[Figure]) -> dict[str, int]:
    """Index of the event by figure id."""
    by_sentence: dict[int, list[int]] = {}
    for index, trigger in enumerate(found):
        for span in (trigger.span, *trigger.also):
            sent = parse.sentence_at(span[0])
            if sent is not None and index not in by_sentence.setdefault(sent, []):
                by_sentence[sent].append(index)
    out: dict[str, int] = {}
    for fig in figures:
        event = _event_of(parse, found, by_sentence, fig)
        if event is not None:
            out[fig.id] = event
    return out


def _event_of(parse: Parse, found: Sequence[Trigger], by_sentence: dict[int, list[int]], fig: Figure) -> int | None:
    sent = parse.sentence_at(fig.span[0])
    if sent is None:
        return None
    fitting = FITTING.get(fig.measure, frozenset())
    for back in range(BACK + 1):
        if back and fig.measure not in ("killed", "wounded", "casualties", "destroyed", "other"):
            return None
        near = [
            i
            for i in by_sentence.get(sent - back, ())
            if found[i].type in fitting
            and (found[i].realis in TOLD or (back == 0 and _distance(parse, found[i], fig) < GOVERNED))
        ]
        if near:
            return min(near, key=lambda i: _distance(parse, found[i], fig) if back == 0 else -found[i].span[0])
    return None


def _distance(parse: Parse, trigger: Trigger, fig: Figure) -> float:
    """How far a figure is from a trigger: characters, less where the trigger governs the figure."""
    spans = (trigger.span, *trigger.also)
    gap = min(max(s[0] - fig.span[1], fig.span[0] - s[1], 0) for s in spans)
    token = parse[parse.index_at(fig.span[1] - 1)]
    governed = any(any(s[0] <= t.start < s[1] for s in spans) for t in parse.ancestors(token))
    return gap - (1000 if governed else 0)


def bound(
    parse: Parse,
    cast: Cast,
    figures: Sequence[Figure],
    happened: Sequence[Event],
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
) -> tuple[Figure, ...]:
    """The figures with event, statement, time and place: their own clause first, then what their event knows."""
    event_of = {f: e for e in happened for f in e.figures}
    calendar = Calendar(parse, times, statements)
    scene = Scene(cast, places, times, statements)
    last: Lately | None = None
    out = []
    for fig in figures:
        event = event_of.get(fig.id)
        place, last = place_of(parse, fig.span, scene, last)
        out.append(
            replace(
                fig,
                event=event.id if event else None,
                statement=scene.statement_of(fig.span),
                time=calendar.of(fig, event),
                place=place_under(parse, fig.span, scene) or (event.place if event and event.place else place),
            )
        )
    return tuple(out)
