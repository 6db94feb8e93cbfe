"""Resolve a name: to a listed body, to a known name that it shortens or abbreviates, or to somebody new."""

import re

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.names import fold, is_shared
from onrecord.actors.resolve.forces import same_force
from onrecord.actors.resolve.register import Entity, Register, best_name

ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?(?:-[A-Z]+)?")
FIGHTING = frozenset(("armed_group", "state_force", "party"))
TRANSLATED = FIGHTING | {"ngo"}  # kinds of bodies that are named in English and abbreviated in their own language
LETTERS = 3  # of such an acronym
MATCHING = 2  # letters of an acronym that must be initials of the name before it


def resolve_name(book: Register, draft: Draft) -> None:
    """A name: a listed body, a known name, a last name or acronym of a known one, or somebody new."""
    if is_shared(draft.name):
        _resolve_shared(book, draft)
        return
    entity = (book.by_key.get(draft.key) if draft.key else None) or book.by_key.get(fold(draft.name))
    if entity is None and draft.form == "acronym":
        entity = _own_acronym(book, draft)
    if entity is None and not draft.key:
        entity = _short_for(book, draft) or _acronym_of(book, draft)
    if entity is None and draft.kind == "state_force":
        entity = same_force(book, draft)
    titled = draft.rule == "actors.name.title" and entity is not None and entity.kind in ("ngo", "media")
    if entity and (draft.rule == "actors.name.introduced" or titled):
        entity.kind = draft.kind  # "Mr Akhmetov" is no body
    book.mention(draft, entity or book.add(draft))


def _resolve_shared(book: Register, draft: Draft) -> None:
    """A name that bodies of several countries bear: the only known one that it can mean, or somebody new."""
    words = fold(draft.name).split()
    known = [e for e in book.by_word.get(words[-1], ()) if e.kind == draft.kind and set(words) <= set(fold(best_name(e)).split())]
    fitting = [e for e in known if not draft.country or e.country in (None, draft.country)]
    entity = fitting[0] if len(fitting) == 1 else None
    if entity is not None:
        entity.country = entity.country or draft.country
    book.mention(draft, entity or book.add(draft))


def _own_acronym(book: Register, draft: Draft) -> Entity | None:
    """The body that the text itself abbreviates so, whatever else has these letters; of two listed ones it is the acronym's.

    "Islamic State of Iraq (ISI)" is no secret service; "People's Liberation Army (EPL)" is Colombia's, not China's.
    """
    own = _acronym_of(book, draft)
    if own is not None and own.key and not _is_bracketed(book, draft):
        return None
    if own is None and (own := _before_bracket(book, draft)) is not None:
        if not own.key or {own.kind, draft.kind} - FIGHTING or _shared(best_name(own), draft.name) < MATCHING:
            return None
        own.key, own.kind, own.country = draft.key, draft.kind, draft.country
    if own is not None:
        book.by_key[fold(draft.name)] = book.by_key[draft.key or draft.name] = own
    return own


def _is_bracketed(book: Register, draft: Draft) -> bool:
    return book.parse.text[draft.span[0] - 1 : draft.span[0]] in ("(", "[")


def _before_bracket(book: Register, draft: Draft) -> Entity | None:
    """The name right in front of a bracketed acronym."""
    entity = book.last_named if _is_bracketed(book, draft) else None
    return entity if entity is not None and 0 <= draft.span[0] - entity.spans[-1][1] <= 4 else None


def _shared(name: str, acronym: str) -> int:
    """How many letters of an acronym are initials of a name, in whatever order: it may be of another language."""
    return len(set(_initials(name)) & set(acronym))


def _short_for(book: Register, draft: Draft) -> Entity | None:
    """The only known person or body whose name ends in these words ("Haddad" after "Omar Haddad")."""
    words = re.findall(r"\w[\w-]+", fold(draft.name))
    if not words or len(words) > 2:
        return None
    known = [e for e in book.by_word.get(words[-1], ()) if e.kind == draft.kind or draft.kind in ("person", "ngo")]
    known = [
        e
        for e in known
        if _shortens(draft, fold(best_name(e)))
        or (fold(best_name(e)).endswith(fold(draft.name).removeprefix("al-")) and best_name(e) != draft.name)
    ]
    return known[0] if len(known) == 1 else None


def _shortens(draft: Draft, full: str) -> bool:
    """Whether a body's name leaves out middle words: "Hill Brigades" for "Hill Knights Brigades"."""
    words = fold(draft.name).split()
    return draft.kind != "person" and len(words) > 1 and words[-1] == full.split()[-1] and set(words) < set(full.split())


def _acronym_of(book: Register, draft: Draft) -> Entity | None:
    """The name in front of a bracketed acronym with these initials: "Counter-Terrorism Service (CTS)"."""
    if not ACRONYM.fullmatch(draft.name):
        return None
    if not _is_bracketed(book, draft):
        return _abbreviated(book, draft)
    entity = _before_bracket(book, draft)
    if entity is None:
        return None
    letters, initials = draft.name.replace(".", "").rstrip("s"), _initials(best_name(entity))
    if initials.startswith(letters[:2]) or letters in initials:
        return entity
    foreign = entity.kind in TRANSLATED and len(letters) >= LETTERS and _is_tight(book, draft, entity)
    return entity if foreign else None


def _is_tight(book: Register, draft: Draft, entity: Entity) -> bool:
    """Whether an acronym stands alone in brackets right behind a name: its letters may be those of another language."""
    opened = draft.span[0] - entity.spans[-1][1] == len(" (")
    return opened and book.parse.text[draft.span[1] : draft.span[1] + 1] in (")", "]")


def _abbreviated(book: Register, draft: Draft) -> Entity | None:
    """The only body whose words start with these letters, "department" left to guess: "San Antonio police", "SAPD"."""
    letters = draft.name.rstrip("s").removesuffix("D").casefold()
    known = [e for e in book.entities if e.named and e.kind != "person" and _first_letters(best_name(e)) == letters]
    return known[0] if len(known) == 1 and len(letters) > 1 else None


def _first_letters(name: str) -> str:
    return "".join(w[0] for w in fold(name).split() if w not in ("of", "the", "for", "and"))


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper() or w.isupper())
