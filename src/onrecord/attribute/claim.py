"""A statement in the making."""

from dataclasses import dataclass

from onrecord.records import Span, Token


@dataclass(frozen=True, slots=True)
class Claim:
    """A cue with what it reports, before the source is resolved.

    `speaker` is the head token of the source, None when nobody is named; `clause` is the span of source and cue together.
    """

    cue: Span
    content: tuple[Span, ...]
    rule: str
    attitude: str
    speaker: Token | None = None
    verb: Token | None = None
    clause: Span = (0, 0)
