"""Types of events and the bodies that act in them, as linking sees them."""

from collections.abc import Iterable, Sequence

from onrecord.lexicon import index
from onrecord.records import Actor
from onrecord.where.folding import fold

BODIES = frozenset(("state_force", "armed_group", "coalition", "government", "party"))
JUNIOR = frozenset(("jr", "sr", "ii", "iii"))


def family(kind: str) -> str:
    """The family of a type; events of different families are never one happening."""
    return index("event_families", "type")[kind]["family"]


def says(kind: str) -> int:
    """How much a type says: an airstrike says more than an attack."""
    return int(index("event_families", "type")[kind]["weight"])


def tells_means(kind: str) -> bool:
    """Whether a type says by what means something was done."""
    return bool(index("event_families", "type")[kind]["means"])


def bodies(actors: Iterable[Actor], ids: Iterable[str]) -> frozenset[str]:
    """Folded names of the armed and political bodies among some actors."""
    wanted = set(ids)
    return frozenset(fold(a.name) for a in actors if a.id in wanted and a.kind in BODIES)


def persons(actors: Iterable[Actor], ids: Iterable[str]) -> frozenset[str]:
    """Folded first and last names of the persons with more than one name among some actors."""
    wanted = set(ids)
    names = (fold(a.name).split() for a in actors if a.id in wanted and a.kind == "person")
    return frozenset(f"{name[0]} {_last(name)}" for name in names if len(name) > 1)


def _last(name: Sequence[str]) -> str:
    """The last name, without a junior's mark."""
    return name[-2] if name[-1] in JUNIOR and len(name) > 2 else name[-1]
