"""Write the register down as records: the actors and their mentions."""

import re

from onrecord.actors.drafts.draft import ARTICLES
from onrecord.actors.identify import identify
from onrecord.actors.resolve.parents import parents
from onrecord.actors.resolve.register import Entity, Register, best_name
from onrecord.actors.resolve.shared import Owners
from onrecord.records import Actor, Cast, Mention, record_id

LEADING = " \"'“”‘’,-–—•*·:"  # marks of lists and quotations in front of a name


def cast_of(book: Register, owners: Owners) -> Cast:
    """Actors and mentions as records."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for entity in book.entities:
        if entity.spans:
            ids[entity.number] = record_id(book.doc.id, "actor", min(entity.spans), taken)
            taken.add(ids[entity.number])
    above = parents(book)
    actors = tuple(
        Actor(
            id=ids[e.number],
            name=_clean(best_name(e), e.named),
            kind=e.kind,
            mentions=tuple(sorted(set(e.spans))),
            rule=e.rule,
            country=e.country or _country_of(e),
            parent=ids.get(above[e.number].number) if e.number in above else None,
            rivals=owners.rivals(best_name(e)) if e.named and not e.country else (),
        )
        for e in book.entities
        if e.number in ids
    )
    mentions = sorted(
        (
            Mention(
                d.span,
                d.head,
                ids.get(e.number) if e else None,
                "pronoun" if d.form == "relative" else d.form,
                d.rule,
                tuple(ids[r.number] for r in rivals if r.number in ids),
            )
            for d, e, rivals in book.mentions
        ),
        key=lambda m: (m.span[0], -m.span[1]),
    )
    return Cast(actors, tuple(mentions))


def _country_of(entity: Entity) -> str | None:
    """The country that a named actor's words tell; people counted and officials unnamed are of no country of their own."""
    return identify(best_name(entity)).country if entity.named else None


def _clean(name: str, named: bool) -> str:
    """A name in one line, without article and marks around it; no noun phrase goes on over a colon ("eight: five soldiers")."""
    plain = re.sub(r"\s+", " ", name)
    plain = plain if named else plain[plain.rfind(": ") + 1 :]
    return ARTICLES.sub("", plain.lstrip(LEADING)).strip(" \"'“”‘’,")
