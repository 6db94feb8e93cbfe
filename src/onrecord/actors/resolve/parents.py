"""Find the body that an actor belongs to: by the table of bodies, by the words for its role, by "the armed wing of …"."""

from collections.abc import Iterator

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.drafts.kinds import WINGS
from onrecord.actors.names import above, fold
from onrecord.actors.resolve.register import Entity, Register
from onrecord.records import Parse, Token

BODIES = frozenset("state_force armed_group coalition government party international_org ngo media".split())
SERVING = frozenset(
    "spokesman spokeswoman spokesperson official officer commander leader chief head director president chairman minister"
    " secretary envoy ambassador representative coordinator negotiator adviser advisor aide deputy member fighter militant"
    " guerrilla soldier general colonel major captain lieutenant sergeant cadre operative guard staff employee worker expert"
    " analyst researcher investigator monitor prosecutor diplomat lawmaker correspondent reporter journalist doctor medic nurse activist".split()
)  # who is told to act for a body; a victim, a captive or a critic of it belongs to nobody by that
PAST = frozenset(("former", "ex", "onetime", "ousted", "dismissed", "late", "alleged"))
TIES = frozenset(("of", "for", "from", "in", "with", "at"))


def parents(book: Register) -> dict[int, Entity]:
    """The body that each actor belongs to, by the actor's number; nothing for one that is told to belong to several."""
    told: dict[int, list[Entity]] = {}
    for draft, entity, _ in book.mentions:
        if entity is not None:
            owners = told.setdefault(entity.number, [])
            owners += [owner for owner in _owners(book, draft, entity) if owner is not entity and owner.kind in BODIES]
    out = {}
    for entity in book.entities:
        above = _listed(book, entity) or _only(told.get(entity.number, []))
        if above is not None:
            out[entity.number] = above
    return out


def _owners(book: Register, draft: Draft, entity: Entity) -> Iterator[Entity]:
    """The bodies that the words of one mention tie an actor to."""
    parse, head = book.parse, book.parse[draft.head]
    if draft.form in ("role", "group"):
        roles = [head] if head.lemma in SERVING else []
    elif entity.kind == "person":
        roles = [k for k in parse.kids(head, "compound", "nmod", "appos") if k.lemma in SERVING]
        roles += [head] if any(k.i < head.i for k in roles) else []  # "Valley Front spokesman Omar Haddad"
    else:
        roles = [*parse.kids(head, "appos"), *([parse.head(head)] if head.dep == "appos" else [])]
        roles = [k for k in roles if k.lemma in WINGS]  # "the Hill Knights, the armed wing of the Valley Front"
    if draft.form in ("role", "group", "name", "acronym") and not any(_is_past(parse, role) for role in roles):
        owned = (book.at.get(i) for role in roles for i in _tied(parse, role))
        yield from filter(None, owned)


def _tied(parse: Parse, role: Token) -> Iterator[int]:
    """Where the body stands that a role is told of: before it, or after "of" and its like; a pronoun is too unsure for that."""
    yield from (kid.i for kid in parse.kids(role, "compound", "nmod", "poss", "amod") if kid.tag != "PRP$")
    targets = (parse.kid(prep, "pobj") for prep in parse.kids(role, "prep") if prep.lemma in TIES)
    yield from (target.i for target in targets if target is not None)


def _is_past(parse: Parse, head: Token) -> bool:
    """Whether a role is told as over or doubtful: "a former commander"."""
    return any(kid.lemma.casefold() in PAST for kid in parse.kids(head, "amod", "compound", "advmod"))


def _listed(book: Register, entity: Entity) -> Entity | None:
    """The nearest body above a listed one, after the table, that the text names too."""
    for body in above(entity.key or fold(entity.name)):
        known = book.by_key.get(fold(body.name))
        if known is not None and known is not entity:
            return known
    return None


def _only(owners: list[Entity]) -> Entity | None:
    """The one body among those told, or the one that belongs to all the others."""
    for owner in owners:
        over = {fold(body.name) for body in above(owner.key or "")}
        if all(other is owner or other.key in over for other in owners):
            return owner
    return None
