"""What becomes of a report that is handed over."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.records import Coding, Triage

if TYPE_CHECKING:
    from onrecord.store import Stored


@dataclass(frozen=True, slots=True)
class Coded:
    """A report that was coded, and what became of it in the book (None when there is no book).

    `left_out` is what triage said of a report that was kept and not coded. `known` when the book had this coding already: it was taken from there. `size` is the number of bytes it was read from.
    """

    coding: Coding
    stored: "Stored | None"
    known: bool = False
    size: int = 0
    left_out: Triage | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be read, coded or stored, and why."""

    name: str
    error: OnrecordError
    size: int = 0
