"""The places of happenings told more than once, or beside others: what one mention or one event lends another."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.places import EXACTNESS, Lately, place_of
from onrecord.events.pointing import is_known, verbs_above
from onrecord.events.scene import Scene, lies_near
from onrecord.events.syntax import VERBAL, objects_of_prepositions
from onrecord.events.triggers import MEANS
from onrecord.records import Event, Parse, Span, Token

TOLD_TOGETHER = frozenset(
    "armed_clash airstrike shelling bombing suicide_bombing killing execution assassination abduction detention arrest release torture"
    " sexual_violence destruction looting threat displacement".split()
)  # what happens on the spot; an offensive or a deployment is wider than what is told beside it

SCENES = frozenset(("scene",))
SITES = frozenset(("site", "area", "place", "spot", "location"))  # only with what happened there: "the site of the blast"


def place_told(
    parse: Parse, spans: Sequence[Span], scene: Scene, last: Lately | None, kind: str, only: bool
) -> tuple[str | None, Lately | None]:
    """The place of a happening told more than once: its first mention's, or a more exact one of the others near that.

    Where no mention has any, what happened on one spot (`only`) takes the report's only place.
    """
    found: list[str] = []
    carried = last
    for number, span in enumerate(spans):
        place, after = place_of(parse, span, scene, last if number == 0 else None)
        carried = after if number == 0 else carried
        if place is not None and (not found or lies_near(scene.places[found[0]], scene.places[place])):
            found.append(place)
    if found:
        exact = min(found, key=lambda k: EXACTNESS[scene.places[k].where_prec])
        return (exact if kind == "attack" or kind in TOLD_TOGETHER else found[0]), carried
    return (scene.sole if only else None), carried


def at_scenes(parse: Parse, happened: Sequence[Event], told: Sequence[Sequence[Span]]) -> list[Event]:
    """The events without a place that are told "at the scene", or on the ground of another one: they have that one's place."""
    at = {parse.index_at(s[1] - 1): e for e, spans in zip(happened, told, strict=True) for s in spans}
    out: list[Event] = []
    blow: Event | None = None
    for event in happened:
        token = parse[parse.index_at(event.trigger[1] - 1)]
        ground = _ground(parse, token) if event.place is None else None
        of = next(objects_of_prepositions(parse, ground, "of"), None) if ground is not None else None
        other = at.get(of.i) if of is not None else blow if ground is not None and ground.lemma in SCENES else None
        out.append(replace(event, place=other.place) if other is not None else event)
        if event.type in MEANS and event.realis == "actual" and event.place is not None:
            blow = event
    return out


def _ground(parse: Parse, token: Token) -> Token | None:
    """Where a clause says that something was done: "arrested at the scene", "found near the site of the blast"."""
    verb = token if token.pos in VERBAL else next(iter(verbs_above(parse, token)), token)
    found = objects_of_prepositions(parse, verb, "at", "from", "near", "in", "on")
    return next((t for t in found if t.lemma in SCENES | SITES and is_known(parse, t)), None)


def shared(parse: Parse, happened: Sequence[Event], told: Sequence[Sequence[Span]]) -> list[Event]:
    """The events with the place of another told in their sentence that is by or to the same, where they have none.

    `told` holds the spans of every mention of each event.
    """
    placed: dict[int | None, list[Event]] = {}
    for event, spans in zip(happened, told, strict=True):
        for span in spans if event.place is not None else ():
            placed.setdefault(parse.sentence_at(span[0]), []).append(event)
    out = []
    for event in happened:
        sent = parse.sentence_at(event.trigger[0])
        beside = placed.get(sent, []) if event.place is None and event.type in TOLD_TOGETHER else []
        near = [e for e in beside if parse.sentence_at(e.trigger[0]) == sent]
        same = [e for e in beside if set(e.by) & set(event.by)] or [e for e in near if set(e.to) & set(event.to)]
        out.append(replace(event, place=same[-1].place) if same else event)
    return out
