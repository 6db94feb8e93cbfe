"""Compare a coding with the one made by hand, after section 4 of the coding manual."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, NamedTuple

from gate.matching import Record, kilometres, match, overlap, same_name, sentence_starts, share

KINDS = ("statement_span", "statement", "figure", "figure_full", "event", "event_roles", "time", "place", "part_of")
SHARES = ("mode", "attitude", "via", "status", "cumulative", "figure_time", "realis", "event_time", "event_place")
NEAR = 25  # km within which two places are the same
WIDE = 4  # where_prec from which the name decides, not the distance
ENOUGH = 0.5  # of a statement's content


class Count(NamedTuple):
    """What was found right, what there was to find, and what was given."""

    right: int
    gold: int
    given: int

    def plus(self, other: "Count") -> "Count":
        """The counts of two reports together."""
        return Count(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Share of what was given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of what there was to find that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Coded:
    """One coding with its records by id."""

    def __init__(self, coding: dict[str, Any]) -> None:
        self.statements: list[Record] = coding.get("statements", [])
        self.figures: list[Record] = coding.get("figures", [])
        self.events: list[Record] = coding.get("events", [])
        self.times: list[Record] = coding.get("times", [])
        self.located: list[Record] = [p for p in coding.get("places", []) if p.get("lat") is not None]
        self._actors: dict[str, str] = {a["id"]: a["name"] for a in coding.get("actors", [])}
        self._places: dict[str, str] = {p["id"]: p["name"] for p in coding.get("places", [])}
        self._edtf = {t["id"]: t.get("edtf") for t in self.times}
        self._sources = {s["id"]: s.get("source") for s in self.statements}
        self._figures = {f["id"]: f for f in self.figures}

    def name(self, actor_id: str | None) -> str | None:
        """The name of an actor."""
        return self._actors.get(actor_id) if actor_id else None

    def place(self, place_id: str | None) -> str | None:
        """The name of a place."""
        return self._places.get(place_id) if place_id else None

    def edtf(self, time_id: str | None) -> str | None:
        """The value of a time."""
        return self._edtf.get(time_id) if time_id else None

    def source(self, statement_id: str | None) -> str | None:
        """Name of the source of a statement."""
        return self.name(self._sources.get(statement_id)) if statement_id else None

    def roles(self, event: Record) -> list[tuple[str, str | None]]:
        """The (role, actor name) pairs of an event."""
        return [(role, self.name(who)) for role in ("by", "to") for who in event.get(role) or ()]

    def parts(self) -> list[tuple[list[int], list[int]]]:
        """The spans of each part and its whole."""
        whole_of = ((f, self._figures.get(f.get("part_of") or "")) for f in self.figures)
        return [(f["span"], whole["span"]) for f, whole in whole_of if whole]


def compare(gold_coding: dict[str, Any], given_coding: dict[str, Any], text: str) -> dict[str, Count]:
    """Counts by measure for one report: KINDS, and for SHARES what is right among the matched records."""
    gold, given = Coded(gold_coding), Coded(given_coding)
    return {
        **_statements(gold, given),
        **_figures(gold, given),
        **_events(gold, given, sentence_starts(text)),
        **_times_and_places(gold, given),
    }


def _tally(pairs: list[Any], gold: list[Any], given: list[Any]) -> Count:
    return Count(len(pairs), len(gold), len(given))


def _right(pairs: list[tuple[Record, Record]], agree: Callable[[Record, Record], bool]) -> Count:
    """How many of the matched records agree."""
    return Count(sum(agree(g, p) for g, p in pairs), len(pairs), len(pairs))


def _statements(gold: Coded, given: Coded) -> dict[str, Count]:
    def content(g: Record, p: Record) -> float:
        common = share(g.get("content", ()), p.get("content", ()))
        return common if common >= ENOUGH else 0.0

    def sourced(g: Record, p: Record) -> float:
        nobody = g.get("source") is None and p.get("source") is None
        agree = nobody or same_name(gold.name(g.get("source")), given.name(p.get("source")))
        return content(g, p) if agree else 0.0

    spanned = match(gold.statements, given.statements, content)
    return {
        "statement_span": _tally(spanned, gold.statements, given.statements),
        "statement": _tally(match(gold.statements, given.statements, sourced), gold.statements, given.statements),
        "mode": _right(spanned, lambda g, p: g.get("mode") == p.get("mode")),
        "attitude": _right(spanned, lambda g, p: g.get("attitude") == p.get("attitude")),
        "via": _right(spanned, lambda g, p: bool(g.get("via")) == bool(p.get("via"))),
    }


def _figures(gold: Coded, given: Coded) -> dict[str, Count]:
    def same_number(g: Record, p: Record) -> float:
        return overlap(g["span"], p.get("span")) if _numbers(g) == _numbers(p) else 0

    def in_full(g: Record, p: Record) -> float:
        agree = g.get("measure") == p.get("measure") and same_whom(g, p) and same_source(g, p)
        return same_number(g, p) if agree else 0

    def same_whom(g: Record, p: Record) -> bool:
        who = gold.name(g.get("whom"))
        nobody = not who and not g.get("whom_span")
        return nobody or same_name(who, given.name(p.get("whom"))) or overlap(g.get("whom_span"), p.get("whom_span")) > 0

    def same_source(g: Record, p: Record) -> bool:
        who, other = gold.source(g.get("statement")), given.source(p.get("statement"))
        return (not who and not other) or same_name(who, other)

    def same_parts(g: tuple[list[int], list[int]], p: tuple[list[int], list[int]]) -> float:
        return float(overlap(g[0], p[0]) > 0 and overlap(g[1], p[1]) > 0)

    cores = match(gold.figures, given.figures, same_number)
    return {
        "figure": _tally(cores, gold.figures, given.figures),
        "figure_full": _tally(match(gold.figures, given.figures, in_full), gold.figures, given.figures),
        "part_of": _tally(match(gold.parts(), given.parts(), same_parts), gold.parts(), given.parts()),
        "status": _right(cores, lambda g, p: g.get("status") == p.get("status")),
        "cumulative": _right(cores, lambda g, p: bool(g.get("cumulative")) == bool(p.get("cumulative"))),
        "figure_time": _right(cores, lambda g, p: gold.edtf(g.get("time")) == given.edtf(p.get("time"))),
    }


def _numbers(figure: Record) -> tuple[float | None, float | None, str | None]:
    """Low, high and bound; fractions compare to six places."""
    low, high = (None if n is None else round(float(n), 6) for n in (figure.get("low"), figure.get("high")))
    return low, high, figure.get("bound")


def _events(gold: Coded, given: Coded, starts: list[int]) -> dict[str, Count]:
    def same_event(g: Record, p: Record) -> float:
        if g.get("type") != p.get("type") or not p.get("trigger"):
            return 0.0
        common = overlap(g["trigger"], p["trigger"])
        return 1.0 + common if common else 0.5 * (sentence(g) == sentence(p))

    def sentence(event: Record) -> int:
        return bisect_right(starts, event["trigger"][0])

    def same_role(one: tuple[str, str | None], other: tuple[str, str | None]) -> float:
        return float(one[0] == other[0] and same_name(one[1], other[1]))

    def same_place(g: Record, p: Record) -> bool:
        where, other = gold.place(g.get("place")), given.place(p.get("place"))
        return where == other or same_name(where, other)

    pairs = match(gold.events, given.events, same_event)
    roles = [len(match(gold.roles(g), given.roles(p), same_role)) for g, p in pairs]
    return {
        "event": _tally(pairs, gold.events, given.events),
        "event_roles": Count(
            sum(roles), sum(len(gold.roles(e)) for e in gold.events), sum(len(given.roles(e)) for e in given.events)
        ),
        "realis": _right(pairs, lambda g, p: g.get("realis") == p.get("realis")),
        "event_time": _right(pairs, lambda g, p: gold.edtf(g.get("time")) == given.edtf(p.get("time"))),
        "event_place": _right(pairs, same_place),
    }


def _times_and_places(gold: Coded, given: Coded) -> dict[str, Count]:
    def same_time(g: Record, p: Record) -> float:
        return overlap(g["span"], p.get("span")) if g.get("edtf") == p.get("edtf") else 0

    def same_place(g: Record, p: Record) -> float:
        wide = g.get("where_prec", 1) >= WIDE and same_name(g.get("name"), p.get("name"))
        if not wide and kilometres(g, p) > NEAR:
            return 0
        return max((overlap(m, n) for m in g.get("mentions", ()) for n in p.get("mentions", ())), default=0)

    return {
        "time": _tally(match(gold.times, given.times, same_time), gold.times, given.times),
        "place": _tally(match(gold.located, given.located, same_place), gold.located, given.located),
    }
