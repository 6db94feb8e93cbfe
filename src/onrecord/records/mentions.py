"""Who is spoken of where: the mentions of a text and the actors they resolve to."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records.coding import Actor
from onrecord.records.spans import Span, covers


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase or pronoun that refers to an actor.

    `head` is the index of its head token in the Parse; `actor` an actor id, None when it could not be resolved (then
    `rivals` holds the candidates); `form` ∈ name, acronym, role, group, pronoun, possessive.
    """

    span: Span
    head: int
    actor: str | None
    form: str
    rule: str
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cast:
    """Every actor a text may speak of and every mention of them, in the order of the text.

    It holds more actors than a coding keeps: an actor that no record refers to and that has no name is dropped at the end.
    """

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [m.span[0] for m in self.mentions])
        object.__setattr__(self, "_heads", {m.head: m for m in reversed(self.mentions)})
        object.__setattr__(self, "_actors", {a.id: a for a in self.actors})

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id; KeyError when there is none."""
        found: Actor = self._actors[actor_id]  # type: ignore[attr-defined]
        return found

    def at(self, token: int) -> Mention | None:
        """The mention whose head is the token with this index."""
        found: Mention | None = self._heads.get(token)  # type: ignore[attr-defined]
        return found

    def within(self, span: Span) -> Iterator[Mention]:
        """The mentions inside a span, in order."""
        starts: list[int] = self._starts  # type: ignore[attr-defined]
        near = self.mentions[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        return (m for m in near if covers(span, m.span))
