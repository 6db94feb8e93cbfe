"""Find the force or armed group that a bare phrase means: "government forces", "the soldiers", "militants"."""

import re

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.names import fold
from onrecord.actors.resolve.register import Entity, Register

COUNTING = frozenset(
    ("about", "around", "some", "more", "than", "at", "least", "several", "many", "two", "three", "four", "five", "six", "and")
)
FORCE_NOUNS = frozenset(("forces", "force", "troops", "troop", "soldiers", "soldier", "military", "army", "personnel"))
FORCE_FILLERS = frozenset(("security", "government", "armed", "military", "regular", "state", "regime"))
MOVEMENTS = {"insurgent": "insurgency", "rebel": "rebellion"}
PLAIN_WORDS = frozenset(
    ("armed", "suspected", "other", "heavily", "several", "unidentified", "unknown", "suicide", "dead", "many", "enemy", "more")
)


def same_force(book: Register, draft: Draft) -> Entity | None:
    """A country's forces under other words: "Iraqi security forces" after "Iraqi forces".

    Bare "government forces" are those of the only country whose forces the text names.
    """
    words = _force_words(draft.name)
    if not words & FORCE_NOUNS or "anti-" in draft.name.casefold():
        return None  # "anti-government forces" are not the government's
    forces = [e for e in book.forces if e.kind == "state_force" and e.country and _force_words(e.name) & FORCE_NOUNS]
    if not draft.country:
        return forces[0] if len(forces) == 1 and not words - FORCE_NOUNS - FORCE_FILLERS else None
    same = (e for e in forces if e.country == draft.country)
    return next((e for e in same if not (words ^ _force_words(e.name)) - FORCE_NOUNS - FORCE_FILLERS), None)


def _force_words(name: str) -> set[str]:
    """The words of a force's name without place, number and quantity."""
    return {w for w in re.sub(r"\b(in|at|near|from|on)\b.*", "", fold(name)).split() if w.isalpha()} - COUNTING


def the_force(book: Register, draft: Draft) -> Entity | None:
    """Bare "soldiers", "the troops": the only army or military command the text has named so far."""
    words = _force_words(draft.name)
    if draft.form != "group" or draft.name[:1].isdigit() or not words <= {"soldiers", "troops", "forces"}:
        return None
    known = [e for e in book.forces if e.kind == "state_force" and _force_words(e.name) & {"army", "military", "forces"}]
    return known[0] if len(known) == 1 else None


def nation_at_war(book: Register, draft: Draft) -> Entity | None:
    """ "the Ruritanians" who do something: the only forces of that country the text has named."""
    if not draft.country or len(draft.name.split()) > 1 or book.parse[draft.head].dep != "nsubj":
        return None
    forces = [e for e in book.forces if e.kind == "state_force" and e.country == draft.country and e.heads]
    return forces[0] if len(forces) == 1 else None


def the_armed_group(book: Register, draft: Draft) -> Entity | None:
    """Bare "militants", "three gunmen", "the fighters": the only armed group the text names."""
    words = [t for t in book.parse.tokens_in(draft.span) if t.i != draft.head]
    bare = all(t.pos in ("DET", "NUM", "PUNCT", "PRON", "ADP", "ADV") or t.lemma in PLAIN_WORDS for t in words)
    movement = book.by_noun.get((MOVEMENTS.get(book.parse[draft.head].lemma, ""), "armed_group"), ())
    if bare and movement:
        return movement[-1][1]  # "the insurgency … 12 insurgents"
    only = book.armed[0] if len(book.armed) == 1 else None
    return only if bare and only is not None and min(only.heads) < draft.head else None
