"""What becomes of a report that is handed over."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.records import Coding

if TYPE_CHECKING:
    from onrecord.store import Stored


@dataclass(frozen=True, slots=True)
class Coded:
    """A report that was coded, and what became of it in the book (None when there is no book).

    `known` when the book had this coding already: it was taken from there. `size` is the number of bytes it was read from.
    """

    coding: Coding
    stored: "Stored | None"
    known: bool = False
    size: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be read, coded or stored, and why."""

    name: str
    error: OnrecordError
    size: int = 0
