"""Decide who is who: names to actors, roles to names, pronouns to what stands before them."""

from collections.abc import Sequence

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.resolve.cast import cast_of
from onrecord.actors.resolve.lands import Lands
from onrecord.actors.resolve.named import unite_named
from onrecord.actors.resolve.names import resolve_name
from onrecord.actors.resolve.nouns import resolve_noun
from onrecord.actors.resolve.pronouns import resolve_pronoun, resolve_relative
from onrecord.actors.resolve.register import Register
from onrecord.actors.resolve.shared import Owners
from onrecord.records import Cast, Document, Parse, Place, Span


def resolve(doc: Document, parse: Parse, found: Sequence[Draft], quoted: Sequence[Span], places: Sequence[Place] = ()) -> Cast:
    """The cast of a text from its drafts."""
    book = Register(doc, parse, quoted)
    lands = Lands(doc, parse)
    owners = Owners(doc, parse, places, lands)
    for draft in found:
        if draft.form in ("name", "acronym"):
            resolve_name(book, owners.settled(draft))
    for draft in found:
        if draft.form in ("role", "group"):
            resolve_noun(book, draft, lands)
        elif draft.form == "relative":
            resolve_relative(book, draft)
        elif draft.form in ("pronoun", "possessive"):
            resolve_pronoun(book, draft)
    unite_named(book)
    return cast_of(book, owners)
