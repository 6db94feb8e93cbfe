"""Find places and resolve them to coordinates with UCDP `where_prec`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Document, Parse, Place, Span, record_id
from onrecord.where.find import Found, found_places
from onrecord.where.folding import fold
from onrecord.where.gazetteer import Candidate, candidates, look_up, use
from onrecord.where.ground import nationalities
from onrecord.where.outside import dateline, headlines, titles
from onrecord.where.resolve import Reading, decide
from onrecord.where.spots import Decided

__all__ = ["Candidate", "candidates", "toponyms", "use", "where"]

WIDE = frozenset(("region", "water", "area"))  # too wide for a point to say where something happened
SPOT_GAP = 160  # characters after which spots no longer wait for the town named behind them
TOLD_FROM = re.compile(
    r"\b(?:(?:north|south|east|west)\S*\s+of|(?:km|kilomet\w+|miles?)\s+from)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$"
)
AGAIN = re.compile(
    r"\b(?:in|of|from|to|around|on|near|outside)\s+(?P<words>the (?:same )?(?P<noun>city|town|village|province|place))\b(?!\s+of\b)",
    re.IGNORECASE,
)


def where(doc: Document, parse: Parse) -> tuple[Place, ...]:
    """The places of a document in the order of their first mention.

    Without a point (`lat` and `lon` None) where the gazetteer knows none, and for seas, rivers and regions of the world; a spot
    in a known town takes the town's.
    """
    decided = _decided(doc, parse, Reading())
    _said_again(doc, decided)
    taken: set[str] = set()
    out = []
    for place in sorted(decided, key=lambda p: min(p.spans)):
        place_id = record_id(doc.id, "place", min(place.spans), taken)
        taken.add(place_id)
        out.append(_record(place_id, place))
    return tuple(out)


def toponyms(doc: Document, parse: Parse, *, demonyms: bool = False) -> tuple[Place, ...]:
    """Every name of a place by itself, as corpora of place names mark them: acting countries too, and demonyms when asked for."""
    decided = _decided(doc, parse, Reading(acting=True))
    taken: set[str] = set()
    out = []
    for place in [*decided, *(_demonyms(parse) if demonyms else ())]:
        place_id = record_id(doc.id, "place", min(place.bare), taken)
        taken.add(place_id)
        spans = tuple(sorted(set(place.bare)))
        out.append(Place(place_id, place.name, spans, place.lat, place.lon, place.prec, place.rule, place.country, place.rivals))
    return tuple(out)


def _decided(doc: Document, parse: Parse, reading: Reading) -> list[Decided]:
    sent_from = list(dateline(doc))
    head = " ".join(filter(None, (doc.title, doc.section, *(f.name for f in sent_from))))
    names, known = found_places(parse)
    headed = list(headlines(doc))
    listed = look_up([fold(f.name) for f in (*sent_from, *headed)])
    decided = decide(parse, [*sent_from, *_towns_first(names), *headed], {**known, **listed}, head, reading)
    by_words = {parse.text[a:b]: p for p in decided for a, b in p.bare}
    for words, span in titles(doc, tuple(by_words)):
        by_words[words].spans.append(span)
    return decided


def _towns_first(names: Sequence[Found]) -> list[Found]:
    """Within one sentence's worth of text, spots come after towns, so that a spot can take its town's point."""
    out: list[Found] = []
    spots: list[Found] = []
    for found in names:
        if spots and found.span[0] - spots[0].span[1] > SPOT_GAP:
            out += spots
            spots = []
        (spots if found.kind == "spot" else out).append(found)
    return out + spots


def _said_again(doc: Document, decided: Sequence[Decided]) -> None:
    """ "the city", "the same village": the last place of that kind before it."""
    for match in AGAIN.finditer(doc.text):
        noun, same = match["noun"].casefold(), "same" in match["words"].casefold()
        if noun != "city" and not same:
            continue
        before = [p for p in decided if min(p.spans)[0] < match.start() and _is_a(noun, p)]
        if before:
            last = max(before, key=lambda p: _last_told(doc.text, p, match.start()))
            last.spans.append(match.span("words"))


def _last_told(text: str, place: Decided, end: int) -> Span:
    """The last mention before an offset that is of the place itself: "25 km south of Harim" is not in Harim."""
    told = [s for s in place.spans if s[0] < end]
    own = [s for s in told if not TOLD_FROM.search(text, max(0, s[0] - 40), s[0])]
    return max(own, default=(0, 0))


def _is_a(noun: str, place: Decided) -> bool:
    if noun == "province":
        return place.prec == 4
    return place.prec <= 2 and (place.town or noun in ("village", "place"))


def _demonyms(parse: Parse) -> list[Decided]:
    """Nationalities at the point of their country."""
    out = []
    for token in parse:
        code = nationalities().get(fold(token.text))
        if code and token.ent == "NORP":
            out.append((token, code))
    countries = {c.country: c for c in _countries({code for _, code in out})}
    return [
        Decided(t.text, [t.span], countries[c].lat, countries[c].lon, 6, "where.demonym", c, bare=[t.span])
        for t, c in out
        if c in countries
    ]


def _countries(codes: set[str]) -> list[Candidate]:
    names = [name for name, code in nationalities().items() if code in codes]
    return [c for options in look_up(names).values() for c in options if c.prec == 6]


def _record(place_id: str, place: Decided) -> Place:
    lat, lon = (None, None) if place.kind in WIDE else (place.lat, place.lon)
    name = re.sub(r"^(?:the|The) ", "", place.name)
    spans = tuple(sorted(set(place.spans)))
    return replace(Place(place_id, name, spans, lat, lon, place.prec, place.rule, place.country, place.rivals))
