"""One report from document to coding: the stages in order."""

from collections.abc import Callable
from typing import TypeVar

from onrecord.actors import actors
from onrecord.attribute import attribute
from onrecord.events import bind, events
from onrecord.parse import Reading, parse
from onrecord.quantify import quantify
from onrecord.records import Actor, Cast, Coding, Document, Event, Figure, Parse, Report, Statement, Time
from onrecord.segment import segment
from onrecord.version import VERSION
from onrecord.when import when
from onrecord.where import where

T = TypeVar("T")
CODED = "en"  # the language that the stages know


def code(doc: Document) -> Coding:
    """Code one document after the manual. Pure: the same document gives the same coding, ids and all.

    A report in another language than English is not coded as if it were: its coding has a head and no records.
    """
    if doc.language != CODED:
        return uncoded(doc)
    tree = parse(doc, segment(doc))
    times = when(doc, tree)
    places = where(doc, tree)
    cast = actors(doc, tree, places)
    statements = attribute(doc, tree, cast, times)
    found = quantify(doc, tree, cast)
    happened = events(doc, tree, cast, times, places, statements, found)
    figures = bind(tree, cast, found, happened, times, places, statements)
    return Coding(
        report=head(doc),
        actors=_kept(cast, statements, figures, happened),
        places=places,
        times=times,
        statements=statements,
        figures=figures,
        events=happened,
        version=VERSION,
    )


def times(doc: Document) -> tuple[Time, ...]:
    """The times of a document alone, the same as in its coding."""
    return asking(doc, when)[1] if doc.language == CODED else ()


def asking(doc: Document, find: Callable[[Document, Parse], T]) -> tuple[Parse, T]:
    """What a stage finds in a document, with only those sentences parsed whose trees or entities it asks for; and that parse.

    The stage runs until it has been told all it asks, so that it finds the same as with every sentence parsed.
    """
    reading = Reading(doc, segment(doc))
    tree = reading.parse()
    found = find(doc, tree)
    while reading.read(tree):
        tree = reading.parse()
        found = find(doc, tree)
    return tree, found


def uncoded(doc: Document) -> Coding:
    """The coding of a report that is kept without records."""
    return Coding(report=head(doc), version=VERSION)


def head(doc: Document) -> Report:
    """The report record of a document."""
    return Report(
        id=doc.id,
        title=doc.title,
        outlet=doc.outlet,
        byline=doc.byline,
        section=doc.section,
        published=doc.published,
        language=doc.language,
        text=doc.text,
        furniture=doc.furniture,
        url=doc.url,
        name=doc.name,
        sha256=doc.sha256,
        published_rule=doc.published_rule,
    )


def _kept(
    cast: Cast, statements: tuple[Statement, ...], figures: tuple[Figure, ...], happened: tuple[Event, ...]
) -> tuple[Actor, ...]:
    """The actors that have a name or that some record refers to."""
    used = {s.source for s in statements} | {f.whom for f in figures}
    used |= {who for e in happened for who in (*e.by, *e.to)}
    named = {m.actor for m in cast.mentions if m.form in ("name", "acronym")}
    kept = {a.id for a in cast.actors if a.id in used or a.id in named}
    kept |= {a.parent for a in cast.actors if a.id in kept and a.parent}
    return tuple(a for a in cast.actors if a.id in kept)
