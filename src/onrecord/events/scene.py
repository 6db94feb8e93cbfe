"""What a report tells around a word: its places, times and statements, each found by where it stands."""

from collections.abc import Sequence

from onrecord.records import Place, Span, Spread, Statement, Time

Mention = tuple[Place, Span]
WHOLE_WORLD = 7  # UCDP precision of what lies in no country


class Scene:
    """The places, times and statements of a report, laid out along its text so that a word finds those near it at once."""

    def __init__(self, places: Sequence[Place], times: Sequence[Time], statements: Sequence[Statement]) -> None:
        speaking = {s.said for s in statements if s.source is not None}
        self.places = {p.id: p for p in places}
        self.sole = _sole(places)
        self._located = Spread((p for p in places if p.where_prec != WHOLE_WORLD), lambda p: p.mentions)
        self._dating = Spread((t for t in times if t.id not in speaking), lambda t: (t.span,))
        self._stated = Spread(statements, lambda s: s.content)

    def places_in(self, span: Span) -> list[Mention]:
        """The places named inside a span, each with its mention, in order of the text."""
        return self._located.starting(span)

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


def _sole(places: Sequence[Place]) -> str | None:
    """The one place of a report that names no other: its only town (streets in it aside), or its only country or region."""
    located = [p for p in places if p.lat is not None]
    return located[0].id if len({(p.lat, p.lon) for p in located}) == 1 else None
