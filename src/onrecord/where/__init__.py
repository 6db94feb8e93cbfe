"""Find places and resolve them to coordinates with UCDP `where_prec`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.records import Document, Parse, Place, record_id
from onrecord.where.find import Found, found_places
from onrecord.where.gazetteer import Candidate, candidates
from onrecord.where.resolve import Decided, context, decide

__all__ = ["Candidate", "candidates", "where"]

DATELINE = re.compile(r"\s*(?P<town>[A-Z][\w.' -]+?)(?:,\s*(?P<region>[A-Z][\w.' ]+?))?\s*(?:\(|,|--|—|–|\s-|$)")
AGAIN = re.compile(
    r"\b(?:in|of|from|to|around|on|near|outside)\s+(?P<words>the (?:same )?(?P<noun>city|town|village))\b(?!\s+of\b)",
    re.IGNORECASE,
)


def where(doc: Document, parse: Parse) -> tuple[Place, ...]:
    """The places of a document in the order of their first mention.

    Without a point (`lat` and `lon` None) where the gazetteer knows none; a spot in a known town takes the town's.
    """
    dateline = list(_dateline(doc))
    head = " ".join(filter(None, (doc.title, doc.section, *(f.name for f in dateline))))
    decided = decide(parse, [*dateline, *_towns_first(list(found_places(parse)))], context(parse, head))
    _said_again(doc, decided)
    taken: set[str] = set()
    out = []
    for place in sorted(decided, key=lambda p: min(p.spans)):
        place_id = record_id(doc.id, "place", min(place.spans), taken)
        taken.add(place_id)
        out.append(_record(place_id, place))
    return tuple(out)


def _towns_first(names: list[Found]) -> list[Found]:
    """Within one sentence's worth of text, spots come after towns, so that a spot can take its town's point."""
    out: list[Found] = []
    spots: list[Found] = []
    for found in names:
        if spots and found.span[0] - spots[0].span[1] > 160:
            out += spots
            spots = []
        (spots if found.kind == "spot" else out).append(found)
    return out + spots


def _dateline(doc: Document) -> Iterator[Found]:
    """The place a report was sent from."""
    for furniture in doc.furniture:
        if furniture.kind != "dateline":
            continue
        match = DATELINE.match(doc.text, *furniture.span)
        if match is None:
            continue
        for group in ("town", "region"):
            if match[group]:
                yield Found(match.span(group), match[group].title(), 0, "", "in", True, False, True)
        return


def _said_again(doc: Document, decided: list[Decided]) -> None:
    """ "the city", "the same village": the last place of that kind before it."""
    for match in AGAIN.finditer(doc.text):
        before = [
            p
            for p in decided
            if p.prec <= 2 and min(p.spans)[0] < match.start() and (p.town or match["noun"].casefold() != "city")
        ]
        if before and match["noun"].casefold() == "city":
            last = max(before, key=lambda p: max(s for s in p.spans if s[0] < match.start()))
            last.spans.append(match.span("words"))


def _record(place_id: str, place: Decided) -> Place:
    made = Place(
        place_id,
        place.name,
        tuple(sorted(set(place.spans))),
        place.lat,
        place.lon,
        place.prec,
        place.rule,
        place.country,
        place.rivals,
    )
    return replace(made, name=re.sub(r"^(?:the|The) ", "", made.name))
