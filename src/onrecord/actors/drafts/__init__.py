"""Draft the mentions of a text: what may refer to an actor, before it is known who is who."""

from collections.abc import Sequence

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.drafts.named import named_drafts
from onrecord.actors.drafts.nouns import noun_draft
from onrecord.actors.drafts.pronouns import pronoun_draft
from onrecord.actors.names import fold
from onrecord.records import Parse, Place, Spread

GUESSED = frozenset(("actors.name.person", "actors.name.organisation"))  # by the tagger's label alone


def drafts(parse: Parse, places: Sequence[Place]) -> list[Draft]:
    """All drafts of a text in order: names, nouns for people and bodies, pronouns."""
    located = Spread({span for place in places for span in place.mentions}, lambda span: (span,))
    spots = {fold(parse.text[a:b]) for place in places for a, b in place.mentions}
    named = _without_places(named_drafts(parse, located), spots)
    taken = {d.head for d in named}
    inside = {i for d in named for i in range(parse.index_at(d.span[0]), parse.index_at(d.span[1] - 1) + 1)}
    by_head = {d.head: d for d in named}
    nouns = [d for t in parse if t.i not in taken and (d := noun_draft(parse, t, by_head, inside))]
    pronouns = [d for t in parse if t.i not in taken and (d := pronoun_draft(parse, t))]
    return sorted([*named, *nouns, *pronouns], key=lambda d: d.head)


def _without_places(named: list[Draft], spots: set[str]) -> list[Draft]:
    """The drafts without names that are a place's elsewhere and that only the tagger's label makes an actor's."""
    told = {fold(d.name) for d in named if d.rule not in GUESSED}
    return [d for d in named if d.rule not in GUESSED or fold(d.name) not in spots - told]
