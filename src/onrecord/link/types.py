"""Types of events and the bodies that act in them, as linking sees them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.lexicon import index, words
from onrecord.records import Actor
from onrecord.where.folding import fold

SIDES = {"state_force": "state", "government": "state", "coalition": "state", "armed_group": "armed", "party": "party"}
JUNIOR = frozenset(("jr", "sr", "ii", "iii"))


class Body(NamedTuple):
    """A body that acts: its side, and its folded name, "" where the text only says "gunmen" or "soldiers"."""

    side: str
    name: str


def family(kind: str) -> str:
    """The family of a type; events of different families are never one happening."""
    return index("event_families", "type")[kind]["family"]


def says(kind: str) -> int:
    """How much a type says: an airstrike says more than an attack."""
    return int(index("event_families", "type")[kind]["weight"])


def tells_means(kind: str) -> bool:
    """Whether a type says by what means something was done."""
    return bool(index("event_families", "type")[kind]["means"])


def bodies(actors: Iterable[Actor], ids: Iterable[str]) -> frozenset[Body]:
    """The armed and political bodies among some actors."""
    wanted = set(ids)
    found = (a for a in actors if a.id in wanted and a.kind in SIDES)
    return frozenset(Body(SIDES[a.kind], "" if _is_unnamed(a.name) else fold(a.name)) for a in found)


def _is_unnamed(name: str) -> bool:
    """Whether a body is only called by what it is: "the soldiers", "Gunmen" at the head of a sentence."""
    word = name.casefold()
    return name.islower() or bool({word, word.removesuffix("s")} & words("people"))


def shared(one: frozenset[Body], other: frozenset[Body]) -> frozenset[str]:
    """The names of the bodies in both."""
    return frozenset(body.name for body in one & other if body.name)


def differ(one: frozenset[Body], other: frozenset[Body]) -> bool:
    """Whether two sets of bodies are surely not the same: "gunmen" may be any armed group, but not the army."""
    return bool(one and other) and not any(_may_be(a, b) for a in one for b in other)


def _may_be(one: Body, other: Body) -> bool:
    return one.side == other.side and (
        not one.name or not other.name or _holds(one.name, other.name) or _holds(other.name, one.name)
    )


def _holds(longer: str, shorter: str) -> bool:
    """Whether a name has all the words of another: "US-led coalition" may be the coalition."""
    return set(shorter.split()) <= set(longer.split())


def persons(actors: Iterable[Actor], ids: Iterable[str]) -> frozenset[str]:
    """Folded first and last names of the persons with more than one name among some actors."""
    wanted = set(ids)
    names = (fold(a.name).split() for a in actors if a.id in wanted and a.kind == "person")
    return frozenset(f"{name[0]} {_last(name)}" for name in names if len(name) > 1)


def _last(name: Sequence[str]) -> str:
    """The last name, without a junior's mark."""
    return name[-2] if name[-1] in JUNIOR and len(name) > 2 else name[-1]
