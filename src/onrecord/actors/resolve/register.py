"""The register of the actors found so far, and the ways to find one again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.names import fold
from onrecord.records import Document, Parse, Span


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
    names: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)


class Register:
    """The actors found so far, and the ways to find one again."""

    def __init__(self, doc: Document, parse: Parse, quoted: Sequence[Span]) -> None:
        self.doc, self.parse, self.quoted = doc, parse, quoted
        self.entities: list[Entity] = []
        self.by_key: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = {}
        self.at: dict[int, Entity] = {}
        self.mentions: list[tuple[Draft, Entity | None, tuple[Entity, ...]]] = []
        self.by_sentence: dict[int, list[tuple[Draft, Entity]]] = {}
        self.by_noun: dict[tuple[str, str], list[tuple[Draft, Entity]]] = {}
        self.persons_from: dict[int, Entity] = {}
        self.last_named: Entity | None = None
        self.armed: list[Entity] = []
        self.forces: list[Entity] = []
        self.persons: list[Entity] = []
        self.dubbed: dict[str, Entity] = {}
        self.local: dict[tuple[str, str, str], Entity] = {}  # by country spoken of, noun and kind

    def add(self, draft: Draft) -> Entity:
        """A new actor for a draft."""
        entity = Entity(len(self.entities), draft.kind, draft.name, draft.rule, draft.country, draft.plural, draft.sex, draft.key)
        self.entities.append(entity)
        if entity.kind == "state_force":
            self.forces.append(entity)
        if entity.kind == "person":
            self.persons.append(entity)
        return entity

    def mention(self, draft: Draft, entity: Entity | None, rivals: tuple[Entity, ...] = ()) -> None:
        """Note that a draft refers to an actor (or to one of several)."""
        self.mentions.append((draft, entity, rivals))
        if entity is None:
            return
        self.at[draft.head] = entity
        token = self.parse[draft.head]
        self.by_sentence.setdefault(token.sent, []).append((draft, entity))
        if draft.form in ("role", "group"):
            self.by_noun.setdefault((token.lemma, draft.kind), []).append((draft, entity))
        if draft.form == "name" and entity.kind == "person":
            self.persons_from[draft.span[0]] = entity
        entity.heads.append(draft.head)
        if draft.form in ("name", "acronym", "role", "group"):
            entity.spans.append(draft.span)
        entity.sex = entity.sex or (draft.sex if draft.form == "pronoun" or entity.kind == "person" else "")
        if draft.form in ("name", "acronym"):
            self._learn(draft, entity)

    def _learn(self, draft: Draft, entity: Entity) -> None:
        """Remember a name, its words and the title it bears."""
        entity.names[re.sub(r"\s+", " ", draft.name).strip(" \"'“”‘’")] += 1
        title = self.parse.text[draft.span[0] : draft.span[1]].removesuffix(draft.name)
        entity.roles |= set(fold(title).split())
        if not entity.named and entity.kind == "armed_group":
            self.armed.append(entity)
        entity.named = True
        self.last_named = entity
        self.by_key.setdefault(fold(draft.name), entity)
        if draft.key:
            self.by_key.setdefault(draft.key, entity)
        words = re.findall(r"\w[\w-]+", fold(draft.name))
        for word in (*words, *(w.removeprefix("al-") for w in words if w.startswith("al-"))):
            if entity not in self.by_word.setdefault(word, []):
                self.by_word[word].append(entity)


def best_name(entity: Entity) -> str:
    """The name with most words; among equals the most frequent, then the first."""
    if not entity.names:
        return entity.name
    return max(entity.names, key=lambda n: (len(n.split()), entity.names[n]))
