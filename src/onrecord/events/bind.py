"""Bind figures, times, places and statements to events, and what an event knows to its figures."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.dating import Calendar
from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Event, Figure, Parse, Place, Span, Statement, Time, covers

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
Lately = tuple[str, int]  # the last town named and its sentence
CARRIED = 3  # sentences a town is carried on
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
            if found[i].type in fitting and (back == 0 or found[i].realis in ("actual", "hypothetical", "generic"))
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


def place_of(parse: Parse, span: Span, places: Sequence[Place], last: Lately | None) -> tuple[str | None, Lately | None]:
    """(place, town to carry on): the most exact place of the sentence, nearest first; else the town of the sentence just before.

    Two places of one kind joined by "and" leave the place open: the toll is not split between them.
    """
    sent = parse.sentence_at(span[0])
    if sent is None:
        return None, last
    low, high = parse.sentences[sent].span
    here = [(p, m) for p in places for m in p.mentions if low <= m[0] < high and p.where_prec != 7]
    if not here:
        return (last[0] if last is not None and sent - last[1] <= CARRIED else None), last
    rank = {2: 0, 1: 1, 3: 2, 4: 3, 5: 4, 6: 5}
    best, mention = min(
        here, key=lambda pm: (rank[pm[0].where_prec] >= 3, rank[pm[0].where_prec], max(pm[1][0] - span[1], span[0] - pm[1][1], 0))
    )
    joined = any(p.id != best.id and p.where_prec == best.where_prec and _are_joined(parse.text, mention, m) for p, m in here)
    carried = (best.id, sent) if best.where_prec <= 2 else last
    return (None if joined else best.id), carried


def _are_joined(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return text[first[1] : second[0]].strip(" ,") == "and"


def statement_of(span: Span, statements: Sequence[Statement]) -> str | None:
    """The innermost statement whose content holds a span."""
    holding = [s for s in statements if any(covers(c, span) for c in s.content)]
    return min(holding, key=lambda s: (sum(b - a for a, b in s.content), s.cue)).id if holding else None


def bound(
    parse: Parse,
    figures: Sequence[Figure],
    happened: Sequence[Event],
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
) -> tuple[Figure, ...]:
    """The figures with event, statement, time and place: their own clause first, then what their event knows."""
    event_of = {f: e for e in happened for f in e.figures}
    calendar = Calendar(parse, times, statements)
    last: Lately | None = None
    out = []
    for fig in figures:
        event = event_of.get(fig.id)
        place, last = place_of(parse, fig.span, places, last)
        out.append(
            replace(
                fig,
                event=event.id if event else None,
                statement=statement_of(fig.span, statements),
                time=calendar.of(fig, event),
                place=event.place if event and event.place else place,
            )
        )
    return tuple(out)
