"""Decide who is who: names to actors, roles to names, pronouns to what stands before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.actors.drafts import ARTICLES, SUBJECTS, Draft, body_noun
from onrecord.actors.names import fold
from onrecord.records import Actor, Cast, Document, Mention, Parse, Span, record_id

SENTENCES_BACK = 5  # how far back a pronoun looks
FORCE_NOUNS = frozenset(("forces", "force", "troops", "troop", "soldiers", "soldier", "military", "army", "personnel"))
FORCE_FILLERS = frozenset(("security", "government", "armed", "military", "regular", "state", "regime"))
CLEAR_WIN = 1.15  # the best candidate must beat the next by this factor to be taken


@dataclass(slots=True)
class Entity:
    """An actor in the making."""

    number: int
    kind: str
    name: str
    rule: str
    country: str | None
    plural: bool
    sex: str = ""
    key: str | None = None
    heads: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    named: bool = False


class Register:
    """The actors found so far, and the ways to find one again."""

    def __init__(self, doc: Document, parse: Parse, quoted: Sequence[Span]) -> None:
        self.doc, self.parse, self.quoted = doc, parse, quoted
        self.entities: list[Entity] = []
        self.by_key: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = {}
        self.at: dict[int, Entity] = {}
        self.mentions: list[tuple[Draft, Entity | None, tuple[Entity, ...]]] = []

    def add(self, draft: Draft) -> Entity:
        """A new actor for a draft."""
        entity = Entity(len(self.entities), draft.kind, draft.name, draft.rule, draft.country, draft.plural, draft.sex, draft.key)
        self.entities.append(entity)
        return entity

    def mention(self, draft: Draft, entity: Entity | None, rivals: tuple[Entity, ...] = ()) -> None:
        """Note that a draft refers to an actor (or to one of several)."""
        self.mentions.append((draft, entity, rivals))
        if entity is None:
            return
        self.at[draft.head] = entity
        entity.heads.append(draft.head)
        if draft.form in ("name", "acronym", "role", "group"):
            entity.spans.append(draft.span)
        entity.sex = entity.sex or (draft.sex if draft.form == "pronoun" or entity.kind == "person" else "")
        if draft.form in ("name", "acronym"):
            self._learn(draft, entity)

    def _learn(self, draft: Draft, entity: Entity) -> None:
        """Remember a name, its words and (for a longer form) make it the actor's name."""
        if not entity.named or (len(draft.name) > len(entity.name) and fold(entity.name) != fold(draft.name)):
            entity.name = re.sub(r"\s+", " ", draft.name).strip(" \"'“”‘’")
        entity.named = True
        self.by_key.setdefault(fold(draft.name), entity)
        if draft.key:
            self.by_key.setdefault(draft.key, entity)
        for word in re.findall(r"\w[\w-]+", fold(draft.name)):
            if entity not in self.by_word.setdefault(word, []):
                self.by_word[word].append(entity)


def resolve(doc: Document, parse: Parse, found: Sequence[Draft], quoted: Sequence[Span]) -> Cast:
    """The cast of a text from its drafts."""
    book = Register(doc, parse, quoted)
    for draft in found:
        if draft.form in ("name", "acronym"):
            _name(book, draft)
    for draft in found:
        if draft.form in ("role", "group"):
            _noun(book, draft)
        elif draft.form == "relative":
            _relative(book, draft)
        elif draft.form in ("pronoun", "possessive"):
            _pronoun(book, draft)
    return _cast(book)


def _name(book: Register, draft: Draft) -> None:
    """A name: a listed body, a known name, a last name or acronym of a known one, or somebody new."""
    entity = (book.by_key.get(draft.key) if draft.key else None) or book.by_key.get(fold(draft.name))
    if entity is None and not draft.key:
        entity = _short_for(book, draft) or _acronym_of(book, draft)
    if entity is None and draft.kind == "state_force":
        entity = _same_force(book, draft)
    book.mention(draft, entity or book.add(draft))


def _short_for(book: Register, draft: Draft) -> Entity | None:
    """The only known person or body whose name ends in these words ("Haddad" after "Omar Haddad")."""
    words = re.findall(r"\w[\w-]+", fold(draft.name))
    if not words or len(words) > 2:
        return None
    known = [e for e in book.by_word.get(words[-1], ()) if e.kind == draft.kind or draft.kind in ("person", "ngo")]
    known = [e for e in known if fold(e.name).endswith(fold(draft.name).removeprefix("al-")) and e.name != draft.name]
    return known[0] if len(known) == 1 else None


def _acronym_of(book: Register, draft: Draft) -> Entity | None:
    """The name in front of a bracketed acronym with these initials: "Counter-Terrorism Service (CTS)"."""
    if not draft.name.isupper() or book.parse.text[draft.span[0] - 1 : draft.span[0]] not in ("(", "["):
        return None
    before = [e for e in book.entities if e.spans and 0 <= draft.span[0] - e.spans[-1][1] <= 4]
    letters = draft.name.replace(".", "").rstrip("S")
    return next((e for e in before if _initials(e.name).startswith(letters[:2]) or letters in _initials(e.name)), None)


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper() or w.isupper())


def _same_force(book: Register, draft: Draft) -> Entity | None:
    """A country's forces under other words: "Iraqi security forces" after "Iraqi forces"."""
    words = set(fold(draft.name).split())
    if not draft.country or not words & FORCE_NOUNS:
        return None
    for entity in book.entities:
        if entity.kind == "state_force" and entity.country == draft.country:
            other = set(fold(entity.name).split())
            if other & FORCE_NOUNS and not (words ^ other) - FORCE_NOUNS - FORCE_FILLERS - {"and"}:
                return entity
    return None


def _noun(book: Register, draft: Draft) -> None:
    """A common noun: beside a name, of a body, said before, or somebody new."""
    entity = _beside(book, draft)
    if entity is None and draft.anchor is not None and draft.kind in ("armed_group", "state_force", "civilians", "coalition"):
        entity = _member(book, draft)
    if entity is None:
        entity = _same_force(book, draft) if draft.kind == "state_force" else None
    if entity is None:
        entity = _again(book, draft)
    if entity is None and draft.kind == "armed_group" and len(draft.name.split()) <= 2:
        entity = _the_armed_group(book, draft)
    book.mention(draft, entity or book.add(draft))


def _beside(book: Register, draft: Draft) -> Entity | None:
    """The person an apposition names: "a spokesman for the union, Omar Haddad", "spokesman Omar Haddad"."""
    parse, head = book.parse, book.parse[draft.head]
    linked = [*parse.kids(head, "appos"), *([parse.head(head)] if head.dep == "appos" else [])]
    for token in linked:
        entity = book.at.get(token.i)
        if entity and entity.kind == "person" and not draft.plural:
            return entity
    after = parse.text[draft.span[1] : draft.span[1] + 2]
    if after[:1] in (" ", ",") and not draft.plural:
        start = draft.span[1] + (2 if after[:1] == "," else 1)
        return next((e for e in book.entities if e.kind == "person" and any(s[0] == start for s in e.spans)), None)
    return None


def _member(book: Register, draft: Draft) -> Entity | None:
    """The body whose people these are ("ISIL fighters" → ISIL); leaders and single roles are people of their own."""
    owner = book.at.get(draft.anchor) if draft.anchor is not None else None
    if owner is None or owner.kind not in ("armed_group", "coalition", "state_force"):
        return None
    if draft.kind == "civilians" and book.parse[draft.head].lemma not in ("leader", "member", "guard", "commander", "element"):
        return None
    return owner if draft.plural or draft.form == "group" else None


def _again(book: Register, draft: Draft) -> Entity | None:
    """A noun phrase that repeats one before it: same words, or "the …" with the same head noun."""
    head = book.parse[draft.head]
    exact = fold(draft.name)
    for other, entity, _ in reversed(book.mentions):
        if entity is None or other.form not in ("role", "group") or other.kind != draft.kind:
            continue
        same = book.parse[other.head].lemma == head.lemma
        if fold(other.name) == exact and (draft.definite or draft.form == "group" or len(exact.split()) > 1):
            return entity
        if same and draft.definite and other.plural == draft.plural and _fits(exact, fold(other.name)):
            return entity
    if draft.definite and body_noun(head) and len(exact.split()) <= 2:
        return _latest_body(book, draft)
    return None


def _fits(short: str, full: str) -> bool:
    """Whether a shorter phrase can repeat a fuller one: it adds no words."""
    return set(short.split()) <= set(full.split())


def _latest_body(book: Register, draft: Draft) -> Entity | None:
    """ "the group", "the ministry", "the coalition": the last named body of that kind, or with that noun in its name."""
    word = book.parse[draft.head].lemma
    generic = word in ("group", "organization", "organisation", "movement", "gang", "militia", "network", "watchdog", "faction")
    kinds = ("armed_group", "ngo") if generic else (draft.kind,)
    earlier = [(d, e) for d, e, _ in book.mentions if e and e.named and d.span[1] <= draft.span[0] and e.kind in kinds]
    if not generic:
        earlier = [(d, e) for d, e in earlier if word in fold(e.name)]
    earlier.sort(key=lambda pair: pair[0].span[0])
    return earlier[-1][1] if earlier else None


def _the_armed_group(book: Register, draft: Draft) -> Entity | None:
    """Bare "militants" or "the fighters": the only armed group the text has named so far (or at all)."""
    if len(draft.name.split()) > 1 and not draft.definite:
        return None
    named = {e.number: e for e in book.entities if e.kind == "armed_group" and e.named}
    return next(iter(named.values())) if len(named) == 1 else None


def _relative(book: Register, draft: Draft) -> None:
    """ "who", "which": the noun its clause hangs on."""
    for token in book.parse.ancestors(book.parse[draft.head]):
        if token.dep in ("relcl", "acl"):
            entity = book.at.get(token.head)
            if entity:
                book.mention(draft, entity)
            return


def _pronoun(book: Register, draft: Draft) -> None:
    """A pronoun: the most salient actor before it that fits; rivals when no one clearly wins."""
    weights: dict[int, float] = {}
    sent = book.parse[draft.head].sent
    inside = _is_quoted(book, draft.span)
    for other, entity, _ in book.mentions:
        if entity is None or not _agrees(book, draft, entity, other):
            continue
        back = sent - book.parse[other.head].sent
        if back < 0 or back > SENTENCES_BACK or other.span[0] >= draft.span[0]:
            continue
        weight = _weight(book, other, draft) * 0.6**back * (1.0 if _is_quoted(book, other.span) == inside else 0.35)
        weights[entity.number] = max(weights.get(entity.number, 0.0), weight) + 0.1
    ranked = sorted(weights, key=lambda n: -weights[n])
    if not ranked:
        book.mention(draft, None)
    elif len(ranked) > 1 and weights[ranked[0]] < CLEAR_WIN * weights[ranked[1]]:
        rivals = tuple(book.entities[n] for n in ranked[:3])
        book.mention(draft, rivals[0] if draft.kind == "person" else None, rivals if draft.kind != "person" else rivals[1:])
    else:
        book.mention(draft, book.entities[ranked[0]])


def _agrees(book: Register, draft: Draft, entity: Entity, other: Draft) -> bool:
    """Whether a pronoun can stand for an actor."""
    if draft.kind == "person":
        single = entity.kind == "person" or (
            not entity.plural and entity.kind in ("unnamed", "civilians", "state_force", "armed_group") and other.form == "role"
        )
        return single and not (entity.sex and draft.sex and entity.sex != draft.sex)
    if draft.plural:
        return (
            entity.plural
            or entity.kind in ("armed_group", "state_force", "coalition")
            or (entity.kind == "civilians" and other.plural)
        )
    return entity.kind in (
        "ngo",
        "government",
        "armed_group",
        "international_org",
        "coalition",
        "party",
        "media",
    ) and other.form in ("name", "acronym", "group")


def _weight(book: Register, other: Draft, draft: Draft) -> float:
    """How much a mention stands out: subjects, speakers and names most."""
    token = book.parse[other.head]
    weight = 1.0
    if token.dep in SUBJECTS:
        weight += 1.5
        if book.parse.head(token).lemma in ("say", "tell", "add", "state", "note", "report", "announce", "claim", "warn"):
            weight += 1.5
    elif token.dep in ("dobj", "pobj"):
        weight += 0.2
    return weight + (0.5 if other.form in ("name", "acronym") else 0.0)


def _is_quoted(book: Register, span: Span) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in book.quoted)


def _cast(book: Register) -> Cast:
    """Actors and mentions as records."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for entity in book.entities:
        if entity.spans:
            ids[entity.number] = record_id(book.doc.id, "actor", min(entity.spans), taken)
            taken.add(ids[entity.number])
    actors = tuple(
        Actor(ids[e.number], _clean(e.name), e.kind, tuple(sorted(set(e.spans))), e.rule, e.country)
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


def _clean(name: str) -> str:
    return ARTICLES.sub("", re.sub(r"\s+", " ", name)).strip(" \"'“”‘’,")
