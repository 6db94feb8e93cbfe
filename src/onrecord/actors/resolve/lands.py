"""Tell which country a common noun speaks of, so that "the army" is never that of another country."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.names import fold
from onrecord.actors.nations import states
from onrecord.actors.resolve.register import Entity
from onrecord.records import Document, Parse, Token
from onrecord.records.layout import lines

LONGEST_HEADING = 60
OF_STATES = frozenset(("state_force", "government"))
OPENING = 6  # tokens at the head of a sentence in which "In Ruritania," stands
MARKS = "#*=_•:.-–— \t\r"


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a bulletin under a country's name: where it starts, and the country."""

    start: int
    country: str


def sections(text: str) -> list[Section]:
    """The sections of a bulletin that is ordered by country; none where not two countries are headings."""
    found = [Section(line.start, land) for line in lines(text) if (land := _heading(text, line.start, line.end))]
    return found if len({section.country for section in found}) > 1 else []


def _heading(text: str, start: int, end: int) -> str | None:
    """The country a line is the name of: "SUDAN", "## Sudan", "Sudan:"."""
    return states().get(fold(text[start:end].strip(MARKS))) if end - start <= LONGEST_HEADING else None


class Lands:
    """The countries that the sections and the sentences of a text speak of."""

    def __init__(self, doc: Document, parse: Parse) -> None:
        self._parse, self._sections = parse, sections(doc.text)
        self._starts = [section.start for section in self._sections]

    def of(self, draft: Draft) -> str | None:
        """The country a noun without one of its own belongs to by its phrase, its sentence's opening or its section."""
        if draft.country or draft.anchor is not None:
            return None
        token = self._parse[draft.head]
        stated = draft.kind in OF_STATES and (_located(self._parse, token) or _opening(self._parse, token))
        section = self._section(draft)
        return stated or (section.country if section else None)

    def is_foreign(self, draft: Draft, entity: Entity, land: str) -> bool:
        """Whether an actor is another country's; under a country's heading also one of whom only other sections speak."""
        if entity.country == land:
            return False
        section = self._section(draft)
        if section is None or section.country != land:
            return entity.country is not None
        return not any(self._at(self._parse[head].start) is section for head in entity.heads)

    def _section(self, draft: Draft) -> Section | None:
        return self._at(draft.span[0])

    def _at(self, offset: int) -> Section | None:
        k = bisect_right(self._starts, offset) - 1
        return self._sections[k] if k >= 0 else None


def _located(parse: Parse, noun: Token) -> str | None:
    """The country right behind a noun: "the military in Ruritania"."""
    preps = [k for k in parse.kids(noun, "prep") if k.i == noun.i + 1 and k.lemma in ("in", "of")]
    return next((land for prep in preps if (land := _state(parse.kids(prep, "pobj")))), None)


def _opening(parse: Parse, noun: Token) -> str | None:
    """The country that a sentence opens with: "In Ruritania, the army …", "Meanwhile in Ruritania, …"."""
    first = parse.ranges[noun.sent][0]
    opening = parse.tokens[first : min(first + OPENING, noun.i)]
    if not any(t.text == "," for t in opening[2:]):
        return None
    preps = [t for t in opening[:3] if t.text.casefold() == "in"]
    return next((land for prep in preps if (land := _state(parse.kids(prep, "pobj")))), None)


def _state(objects: Sequence[Token]) -> str | None:
    return next((land for t in objects if (land := states().get(fold(t.text)))), None)
