"""Find events and bind figures, times, places, actors and statements to them."""

from collections.abc import Sequence

from onrecord.events.bind import bound, figures_of
from onrecord.events.clock import carried, time_of
from onrecord.events.following import continuing, following
from onrecord.events.infer import infer
from onrecord.events.merge import is_background, merged, without_aims
from onrecord.events.named import name_victims
from onrecord.events.places import Lately
from onrecord.events.realis import is_to_come, realis_of
from onrecord.events.roles import assign
from onrecord.events.scene import Scene
from onrecord.events.things import weapon_of
from onrecord.events.triggers import MEANS, Trigger, triggers
from onrecord.events.whereabouts import at_scenes, of_incidents, place_told, shared
from onrecord.records import Cast, Document, Event, Figure, Mention, Parse, Place, Spread, Statement, Time, Token, record_id

COUNTRY = 6  # UCDP precision


def events(
    doc: Document,
    parse: Parse,
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
    figures: Sequence[Figure],
) -> tuple[Event, ...]:
    """The events of a document in the order of their triggers, each with the ids of its figures."""
    datelines = [f.span for f in doc.furniture if f.kind == "dateline"]
    scene = Scene(cast, places, times, statements, datelines)
    called = Spread([m for m in cast.mentions if m.form in ("name", "acronym")], lambda m: (m.span,))
    found = [t for t in triggers(parse) if not is_background(parse, t) and not _is_in_name(parse, t, called)]
    for trigger in found:
        assign(parse, cast, trigger)
        trigger.realis = realis_of(parse, trigger, scene)
    kept = merged(parse, cast, without_aims(parse, found), figures, scene)
    name_victims(parse, cast, kept)
    infer(parse, cast, kept, scene)
    counted: dict[int, list[str]] = {}
    for figure, index in figures_of(parse, kept, figures).items():
        counted.setdefault(index, []).append(figure)
    taken: set[str] = set()
    out: list[Event] = []
    town: Lately | None = None
    for index, trigger in enumerate(kept):
        event_id = record_id(doc.id, "event", trigger.span, taken)
        taken.add(event_id)
        place, town = place_told(parse, (trigger.span, *trigger.also), scene, town, trigger.type, _is_in(trigger, scene))
        out.append(_event(event_id, parse, trigger, scene, tuple(counted.get(index, ())), place, doc.published))
    told = [(t.span, *t.also) for t in kept]
    placed = of_incidents(parse, at_scenes(parse, shared(parse, out, told, scene), told), scene)
    return following(parse, carried(parse, continuing(parse, placed, scene), times))


def _is_in_name(parse: Parse, trigger: Trigger, called: Spread[Mention]) -> bool:
    """Whether a word only stands in somebody's name: "Army of National Liberation"; of operations, in that of who acts."""
    named = any(m.span != trigger.span for m in called.holding(trigger.span))
    return named and (trigger.token.text != "Operation" or _acts(parse, trigger.token))


def _acts(parse: Parse, token: Token) -> bool:
    """Whether an operation's name, or people "of" it, are the subject: "units of Operation Dawn killed", "Operation Dawn said"."""
    while token.dep in ("compound", "pobj", "prep") and token.head != token.i:
        if token.dep == "prep" and token.lemma != "of":
            return False
        token = parse.head(token)
    return token.dep == "nsubj"


def _is_in(trigger: Trigger, scene: Scene) -> bool:
    """Whether an event happened in the one place a report names: any in its country; in its town a blow, no toll or threat."""
    in_country = scene.sole is not None and scene.places[scene.sole].where_prec == COUNTRY
    return trigger.realis == "actual" and (trigger.type in MEANS or (in_country and trigger.type != "threat"))


def _event(
    event_id: str,
    parse: Parse,
    trigger: Trigger,
    scene: Scene,
    counted: tuple[str, ...],
    place: str | None,
    published: str | None,
) -> Event:
    """The record of one happening; the statement is null when one of its mentions is the report's own."""
    holders = [scene.statement_of(span) for span in (trigger.span, *trigger.also)]
    time = time_of(parse, trigger.token, trigger.span, scene)
    for span in trigger.also:
        time = time or time_of(parse, parse[parse.index_at(span[0])], span, scene)
    edtf = scene.edtf.get(time or "")
    return Event(
        id=event_id,
        type=trigger.type,
        trigger=trigger.span,
        by=tuple(trigger.by),
        to=tuple(trigger.to),
        time=time,
        place=place,
        realis="planned" if is_to_come(trigger, edtf, published) else trigger.realis,
        statement=None if None in holders else holders[0],
        figures=counted,
        instrument=weapon_of(parse, trigger),
        rule=trigger.rule,
        things=tuple(trigger.things),
        mentions=tuple(sorted(trigger.also)),
    )


def bind(
    parse: Parse,
    cast: Cast,
    figures: Sequence[Figure],
    happened: Sequence[Event],
    times: Sequence[Time],
    places: Sequence[Place],
    statements: Sequence[Statement],
) -> tuple[Figure, ...]:
    """The figures with their event, statement, time and place filled in."""
    return bound(parse, cast, figures, happened, times, places, statements)
