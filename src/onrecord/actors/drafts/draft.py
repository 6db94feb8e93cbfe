"""The draft of a mention: what stands where, before it is known who is who."""

import re
from dataclasses import dataclass

from onrecord.records import Span

ARTICLES = re.compile(r"^(?:the|a|an|one|another|its|his|her|their|our|this|these|those|that)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A noun phrase or pronoun that may refer to an actor.

    `name` is the phrase without article and titles; `key` the folded name of a listed body; `plural` and `sex` say which
    pronouns fit; `anchor` is the index of a token whose actor this mention shares ("ISIL" in "ISIL fighters").
    """

    span: Span
    head: int
    form: str
    name: str
    kind: str
    rule: str
    key: str | None = None
    country: str | None = None
    plural: bool = False
    sex: str = ""
    anchor: int | None = None
    definite: bool = False
