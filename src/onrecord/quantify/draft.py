"""Figures in the making."""

from dataclasses import dataclass

from onrecord.quantify.numbers import Quantity
from onrecord.records import Span, Token

ELLIPTIC = frozenset(("other", "others", "one", "ones", "more", "another", "rest", "dead", "wounded", "injured"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it is bound: its quantity, noun, class of noun, measure and sentence."""

    quantity: Quantity
    noun: Token
    kind: str | None
    measure: str
    rule: str
    sent: int
    whom_span: Span | None
    whom: str | None = None
    status: str = "unknown"
    cumulative: bool = False
