"""Find who is spoken of: persons, bodies, groups, and what each mention resolves to."""

import re
from collections.abc import Sequence

from onrecord.actors.drafts import drafts
from onrecord.actors.resolve import resolve
from onrecord.records import Cast, Document, Parse, Place, Span

DOUBLED = re.compile(r"\"{2,}|''+")
QUOTED = re.compile(r'[“"«][^“”"«»]{2,1500}[”"»]')


def actors(doc: Document, parse: Parse, places: Sequence[Place] = ()) -> Cast:
    """Every actor a document may speak of, with all mentions, pronouns included."""
    return resolve(doc, parse, drafts(parse, places), quotations(doc.text), places)


def quotations(text: str) -> list[Span]:
    """Rough spans of quoted speech: a pronoun inside one looks first for what is inside, one outside for what is outside."""
    return [m.span() for m in QUOTED.finditer(DOUBLED.sub(lambda m: '"'.ljust(len(m[0])), text))]
