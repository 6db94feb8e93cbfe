"""Resolve a common noun: to the name beside it, to the body it belongs to, to what it repeats, or to somebody new."""

import re
from dataclasses import replace

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.drafts.kinds import PAPERS, TRADERS, body_noun
from onrecord.actors.names import fold
from onrecord.actors.resolve.forces import nation_at_war, same_force, the_armed_group, the_force
from onrecord.actors.resolve.lands import OF_STATES, Lands
from onrecord.actors.resolve.register import Entity, Register
from onrecord.actors.resolve.repeats import again
from onrecord.records import ARMED, Parse, Token

NEAR = 60  # characters between a role and the name it belongs to
BETWEEN = re.compile(r",? (?:(?:in|at|for|of|from) (?:the )?(?:[A-Z][\w'’-]* ?){1,4},? ?)?")
MEMBERS = frozenset(("leader", "member", "guard", "commander", "element"))
DUBBING = frozenset("dub know call nickname name rename style christen".split())
CALLED = 8  # tokens after "dubbed" in which the name stands


def resolve_noun(book: Register, draft: Draft, lands: Lands) -> None:
    """A common noun: beside a name, of a body, said before, or somebody new; never a body of another country than it speaks of."""
    land = lands.of(draft)
    entity = _referent(book, draft)
    if land is not None and entity is not None and lands.is_foreign(draft, entity, land):
        entity = book.local.get((land, book.parse[draft.head].lemma, draft.kind))
    if land is not None and entity is None and draft.kind in OF_STATES:
        draft = replace(draft, country=land)
        entity = same_force(book, draft) if draft.kind == "state_force" else None
    book.mention(draft, entity or book.add(draft))
    if land is not None:
        book.local[land, book.parse[draft.head].lemma, draft.kind] = book.at[draft.head]


def _referent(book: Register, draft: Draft) -> Entity | None:
    """Whom a common noun means by the text, wherever it speaks of."""
    entity = _beside(book, draft) or _dubbed(book, draft)
    if entity is None and draft.anchor is not None and book.parse[draft.head].lemma in PAPERS:
        entity = book.at.get(draft.anchor)
    if entity is None and draft.anchor is not None and draft.kind in ("armed_group", "state_force", "civilians", "coalition"):
        entity = _member(book, draft)
    if entity is None:
        entity = same_force(book, draft) if draft.kind == "state_force" else None
    if entity is None and draft.kind == "state_force":
        entity = the_force(book, draft)
    if entity is None:
        entity = again(book, draft)
    if entity is None and draft.kind == "civilians" and draft.definite:
        entity = nation_at_war(book, draft)
    if entity is None and draft.kind == "armed_group":
        entity = the_armed_group(book, draft)
    return entity


def _beside(book: Register, draft: Draft) -> Entity | None:
    """The person an apposition names: "a spokesman for the union, Omar Haddad", "spokesman Omar Haddad"."""
    parse, head = book.parse, book.parse[draft.head]
    linked = [*parse.kids(head, "appos"), *([parse.head(head)] if head.dep == "appos" else [])]
    for token in linked:
        entity = book.at.get(token.i)
        if entity and entity.kind == "person" and not draft.plural:
            return _with_role(book, draft, entity)
        if entity and entity.named and not draft.plural and _is_called(parse, head, token):
            return entity
    if draft.form != "role":
        return None
    for start in range(draft.span[1] + 1, draft.span[1] + NEAR):
        entity = book.persons_from.get(start)
        if entity:
            fits = BETWEEN.fullmatch(parse.text[draft.span[1] : start])
            return _with_role(book, draft, entity) if fits else None
    return None


def _is_called(parse: Parse, noun: Token, name: Token) -> bool:
    """Whether a name follows the noun for a body or a firm right away: "the organization Open Hands", "the retailer Walmart"."""
    between = parse.tokens_in((noun.end, name.start))
    is_body = body_noun(noun) is not None or noun.lemma in TRADERS
    return name.i > noun.i and name.dep == "appos" and is_body and all(t.pos == "PROPN" for t in between)


def _dubbed(book: Register, draft: Draft) -> Entity | None:
    """The body a noun phrase is said to be called ("a cell later dubbed the Harim Gang"), and "the cell" from then on."""
    parse, head = book.parse, book.parse[draft.head]
    if draft.plural:
        return None
    verbs = [*parse.kids(head, "acl", "relcl"), *([parse.head(head)] if head.dep == "nsubj" else [])]
    for verb in verbs:
        entity = _called_after(book, verb.i) if (verb.lemma in DUBBING and verb.tag == "VBN") or verb.lemma == "dub" else None
        if entity is not None:
            book.dubbed[head.lemma] = entity
            return entity
    return book.dubbed.get(head.lemma) if draft.definite else None


def _called_after(book: Register, verb: int) -> Entity | None:
    """The body named right after a verb: "dubbed the Harim Gang", "known as Harim Gang"."""
    for i in range(verb + 1, min(verb + CALLED, len(book.parse))):
        if book.parse[i].lemma in ("by", "to"):
            return None  # "named by the police"
        entity = book.at.get(i)
        if entity is not None:
            return entity if entity.named else None
    return None


def _with_role(book: Register, draft: Draft, entity: Entity) -> Entity:
    """The person, who from now on is also known by this role."""
    entity.roles |= set(fold(draft.name).split())
    book.by_noun.setdefault((book.parse[draft.head].lemma, draft.kind), []).append((draft, entity))
    return entity


def _member(book: Register, draft: Draft) -> Entity | None:
    """The body whose people these are ("ISIL fighters" → ISIL); leaders and single roles are people of their own."""
    owner = book.at.get(draft.anchor) if draft.anchor is not None else None
    if owner is None or owner.kind not in ARMED:
        return None
    token = book.parse[draft.head]
    inside = book.parse.kid(token, "compound", "amod", "poss") is not None or token.lemma == "member"
    if draft.kind == "civilians" and (token.lemma not in MEMBERS or not inside):
        return None
    if draft.kind == "civilians" and any(k.i != draft.anchor and k.dep == "compound" for k in book.parse.kids(token)):
        return None  # "their family members"
    return owner if draft.plural or draft.form == "group" or draft.kind == "armed_group" else None
