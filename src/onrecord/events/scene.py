"""What a report tells around a word: its places, times and statements, each found by where it stands."""

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from onrecord.records import Cast, Place, Span, Spread, Statement, Time

Mention = tuple[Place, Span]
BODIES = frozenset(
    ("armed_group", "person", "party", "ngo", "media", "coalition", "state_force", "government", "international_org")
)
NEAR = 0.2  # degrees, some 20 km
DESKS = frozenset(("washington", "new york", "geneva", "brussels", "the hague", "london", "moscow", "united nations"))
AFAR = ("government", "international_org", "ngo", "media")
BEHIND = (1, 2, 3)  # characters between a town and what it lies in: ", "
WIDE = 3  # UCDP precision from which a place is a division or a country
BACK = 40  # mentions looked back at for the place that "the city" means
WITHIN = "where.within"  # the rule of a place that has the point of what it lies in
WHOLE_WORLD = 7  # UCDP precision of what lies in no country


class Scene:
    """The places, times and statements of a report, laid out along its text so that a word finds those near it at once."""

    def __init__(
        self,
        cast: Cast,
        places: Sequence[Place],
        times: Sequence[Time],
        statements: Sequence[Statement],
        datelines: Sequence[Span] = (),
    ) -> None:
        speaking = {s.said for s in statements if s.source is not None}
        self.places = {p.id: p for p in places}
        self.times = {t.id: t for t in times}
        self.sole = _sole(_of_scene(places, datelines, _meant(cast, places, statements)))
        told_at = [m for p in places if p.id == self.sole for m in p.mentions]
        self.at_desk = all(any(a <= m[0] < b for a, b in datelines) for m in told_at)  # only named as where the report is from
        named = Spread(_names(cast), lambda name: (name[0],))
        armed = {a.name.casefold() for a in cast.actors if a.kind == "armed_group"}
        spots = [p for p in places if p.where_prec != WHOLE_WORLD and not _is_group(p, armed)]
        self._located = Spread(spots, lambda p: [m for m in p.mentions if not _is_in_name(m, named)])
        told = sorted(((m, p) for p in spots for m in p.mentions if not _is_in_name(m, named)), key=lambda mp: mp[0])
        self._order, self._starts = [p for _, p in told], [m[0] for m, _ in told]
        self.edtf = {t.id: t.edtf for t in times}
        self._dating = Spread((t for t in times if t.id not in speaking), lambda t: (t.span,))
        self._stated = Spread(statements, lambda s: s.content)

    def places_in(self, span: Span) -> list[Mention]:
        """The places named inside a span, each with its mention, in order of the text."""
        return self._located.starting(span)

    def mentions_of(self, place: str) -> list[Mention]:
        """The mentions of one place in the prose, in order of the text."""
        return [(p, (a, b)) for p in (self.places[place],) for a, b in p.mentions]

    def latest(self, offset: int, precisions: Sequence[int], called: Collection[str] | None = None) -> str | None:
        """The last place of these UCDP precisions (and one of these names, where given) named before an offset."""
        end = bisect_left(self._starts, offset)
        near = (p for p in reversed(self._order[max(0, end - BACK) : end]) if width(p) in precisions)
        return next((p.id for p in near if called is None or p.name.casefold() in called), None)

    def times_in(self, span: Span) -> list[Time]:
        """The times inside a span that do not only say when something was said."""
        return [time for time, _ in self._dating.starting(span)]

    def statements_at(self, span: Span) -> list[Statement]:
        """The statements whose content holds a span, in order of the text."""
        return self._stated.holding(span)

    def statement_of(self, span: Span) -> str | None:
        """The innermost statement whose content holds a span."""
        inner = self._innermost(span)
        return inner.id if inner is not None else None

    def source_of(self, span: Span) -> str | None:
        """Who vouches for what stands at a span: the source of the innermost statement."""
        inner = self._innermost(span)
        return inner.source if inner is not None else None

    def _innermost(self, span: Span) -> Statement | None:
        holding = self.statements_at(span)
        return min(holding, key=lambda s: (sum(b - a for a, b in s.content), s.cue), default=None)


def width(place: Place) -> int:
    """UCDP's precision of what a place is; a village that only has the point of its province or country stays a town."""
    return 1 if place.rule == WITHIN else place.where_prec


def lies_near(one: Place, other: Place) -> bool:
    """Whether a place can be the same as another, or lie in it: some 20 km apart at most, or within a division or a country."""
    if one.where_prec >= WIDE or other.where_prec >= WIDE or None in (one.lat, one.lon, other.lat, other.lon):
        return True
    return math.dist(_at(one), _at(other)) < NEAR


def _at(place: Place) -> tuple[float, float]:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    return lat, lon * math.cos(math.radians(lat))


def _is_group(place: Place, armed: Iterable[str]) -> bool:
    """Whether a name that no gazetteer knows is that of an armed group, or opens it ("Highland Shield" of the "… movement")."""
    name = place.name.casefold()
    return name in armed or (place.lat is None and any(a.startswith(name + " ") for a in armed))


def _names(cast: Cast) -> list[tuple[Span, str]]:
    """Where bodies and people are called by name, and what kind they are."""
    called = [(m.span, cast.actor(m.actor).kind) for m in cast.mentions if m.form in ("name", "acronym") and m.actor]
    return [name for name in called if name[1] in BODIES]


def _is_in_name(mention: Span, named: Spread[tuple[Span, str]]) -> bool:
    """Whether a place is only part of a name ("the Harim Brigades"), or is the name of an armed group."""
    return any(span != mention or kind == "armed_group" for span, kind in named.holding(mention))


def _sole(places: Sequence[Place]) -> str | None:
    """The one place of a report that names no other: its only town (streets in it aside), or its only country or region.

    A division or country that only stands behind the town's name ("Toledo, Ohio") is no other.
    """
    located = [p for p in places if p.lat is not None]
    towns = [p for p in located if width(p) < WIDE]
    named = [m for p in towns for m in p.mentions]
    apart = towns + [p for p in located if width(p) >= WIDE and not (towns and _stands_behind(p, named))]
    return apart[0].id if len({(p.lat, p.lon) for p in apart}) == 1 else None


def _meant(cast: Cast, places: Sequence[Place], statements: Sequence[Statement]) -> set[str]:
    """The countries that a report may be about, "" where a government or a world body tells it from its seat."""
    lands = {p.country for p in places if p.country} | {a.country for a in cast.actors if a.country}
    sources = (cast.actor(s.source) for s in statements if s.source is not None)
    afar = any(a.kind in AFAR or (a.kind == "state_force" and a.rule.startswith("actors.name")) for a in sources)
    return lands | {""} if afar else lands


def _of_scene(places: Sequence[Place], datelines: Sequence[Span], meant: Collection[str]) -> list[Place]:
    """The places without those only named as where a report was sent from, where it names another town or a desk tells it of others."""
    sent_from = [p for p in places if all(any(a <= m[0] < b for a, b in datelines) for m in p.mentions)]
    told = any(p not in sent_from and p.lat is not None and width(p) < WIDE for p in places)
    return [p for p in places if p not in sent_from or not (told or (p.name.casefold() in DESKS and meant != {p.country}))]


def _stands_behind(whole: Place, towns: Sequence[Span]) -> bool:
    """Whether a place is only named right behind a town."""
    ends = {end for _, end in towns}
    return all(any(start - k in ends for k in BEHIND) for start, _ in whole.mentions)
