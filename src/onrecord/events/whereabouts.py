"""The places of happenings told more than once, or beside others: what one mention or one event lends another."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.events.aside import changes_scene, is_only_spoken_at, path_of
from onrecord.events.places import EXACTNESS, TOWN, Lately, place_of
from onrecord.events.pointing import is_known, verbs_above
from onrecord.events.scene import DESKS, Scene, lies_near, width
from onrecord.events.setting import overlap
from onrecord.events.syntax import VERBAL, objects_of_prepositions
from onrecord.events.triggers import MEANS
from onrecord.records import Event, Parse, Place, Span, Token

TOLD_TOGETHER = frozenset(
    "armed_clash airstrike shelling bombing suicide_bombing killing execution assassination abduction detention arrest release torture"
    " sexual_violence destruction looting threat displacement".split()
)  # what happens on the spot; an offensive or a deployment is wider than what is told beside it
AFIELD = frozenset("airstrike shelling armed_clash deployment territory_gain".split())  # told of a war from a desk

UNPLACED = frozenset(("agreement", "ceasefire"))  # never told of as of the town named last: "the truce"
INCIDENT = frozenset("incident episode tragedy".split())
HAPPENING = frozenset("happen occur take unfold".split())
CLOSE = 3  # sentences behind an event that an incident is told of it
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
        back = last if number == 0 and kind not in UNPLACED else None
        place, after = place_of(parse, span, scene, back)
        carried = after if number == 0 else carried
        if place is not None and (not found or lies_near(scene.places[found[0]], scene.places[place])):
            found.append(place)
    if found:
        exact = min(found, key=lambda k: EXACTNESS[width(scene.places[k])])
        return (exact if kind == "attack" or kind in TOLD_TOGETHER else found[0]), carried
    sent = parse.sentence_at(spans[0][0])
    if scene.sole is None or not only or sent is None or changes_scene(parse, sent):
        return None, carried
    far = kind in AFIELD and scene.at_desk and scene.places[scene.sole].name.casefold() in DESKS
    return (None if far or is_only_spoken_at(parse, scene.mentions_of(scene.sole)) else scene.sole), carried


def of_incidents(parse: Parse, happened: Sequence[Event], scene: Scene) -> list[Event]:
    """The events with the place that a later sentence tells of them: "A bus was burned. The incident occurred near Harim."."""
    starts = [e.trigger[0] for e in happened]
    out = list(happened)
    for token in parse:
        if token.lemma not in INCIDENT or token.dep not in ("nsubj", "nsubjpass") or not is_known(parse, token):
            continue
        found = _told_of(parse, token, scene)
        at = bisect_left(starts, token.start) - 1
        if found is not None and at >= 0 and _can_lie(parse, out[at], found, token, scene):
            out[at] = replace(out[at], place=found.id)
    return out


def _told_of(parse: Parse, token: Token, scene: Scene) -> Place | None:
    """The town or spot that the verb of an incident tells."""
    verb = parse.head(token)
    here = [] if verb.lemma not in HAPPENING else scene.places_in(parse.sentences[token.sent].span)
    exact = [(p, m) for p, m in here if width(p) <= TOWN and verb.i in {t.i for t in path_of(parse, (p, m))}]
    return min(exact, key=lambda pm: (EXACTNESS[width(pm[0])], pm[1]), default=(None, None))[0]


def _can_lie(parse: Parse, event: Event, found: Place, token: Token, scene: Scene) -> bool:
    """Whether a place can be that of an event told shortly before: it has none yet, or one that can hold it."""
    sent = parse.sentence_at(event.trigger[0])
    close = sent is not None and token.sent - sent <= CLOSE and event.realis == "actual"
    held = scene.places[event.place] if event.place else None
    return close and (held is None or (width(held) > TOWN and lies_near(held, found)))


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


def shared(parse: Parse, happened: Sequence[Event], told: Sequence[Sequence[Span]], scene: Scene) -> list[Event]:
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
        same = [e for e in same if not _is_apart(scene.edtf.get(e.time or ""), scene.edtf.get(event.time or ""))]
        out.append(replace(event, place=same[-1].place) if same else event)
    return out


def _is_apart(one: str | None, other: str | None) -> bool:
    """Whether two times share no day: "abducted them on 2 May and freed them four days later"."""
    return bool(one and other) and not overlap(one or "", other or "")
