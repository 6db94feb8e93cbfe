"""An event's codes in other ontologies: ACLED, PLOVER, CAMEO and UCDP, from one table of types and sides.

The table `event_codes` is read from the top: the first row whose type, sides, words and toll fit the event gives its codes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Actor, Coding, Event, Span

HARM = frozenset(("killed", "wounded", "casualties"))
SIDES = {
    "state_force": "state",
    "government": "state",
    "coalition": "state",
    "international_org": "state",
    "armed_group": "group",
    "party": "group",
    "civilians": "civilians",
    "person": "civilians",
    "ngo": "civilians",
    "media": "civilians",
    "unnamed": "",
}
ENDS = re.compile(r"[.!?]['\"”’)\]]*\s|\n\s*\n")
REACH = 400  # characters of a sentence looked at on either side of a trigger


@dataclass(frozen=True, slots=True)
class Codes:
    """One event in four ontologies; "" where an ontology has no code for it.

    `ucdp` is the type of violence: 1 state-based, 2 between groups, 3 against civilians. `row` numbers the row of the table.
    """

    acled_event: str
    acled_sub_event: str
    plover: str
    plover_mode: str
    cameo_root: str
    ucdp: str
    row: int


def codes(coding: Coding) -> dict[str, Codes]:
    """The codes of every event of a coding by event id."""
    cast = {a.id: a for a in coding.actors}
    hurt = {f.event for f in coding.figures if f.measure in HARM and f.high != 0}
    return {e.id: codes_of(e, cast, words_around(coding.report.text, e), e.id in hurt) for e in coding.events}


def codes_of(event: Event, cast: Mapping[str, Actor], words: str = "", hurt: bool = False) -> Codes:
    """The codes of one event: `cast` holds its actors by id, `words` what is said of it, `hurt` whether it has a toll."""
    by, to = side(event.by, cast), side(event.to, cast)
    for number, row in enumerate(lexicon.rows("event_codes")):
        if row["type"] == event.type and _fits(row, by, to, words, hurt):
            return Codes(
                row["acled_event"],
                row["acled_sub_event"],
                row["plover"],
                row["plover_mode"],
                row["cameo_root"],
                row["ucdp"],
                number,
            )
    return Codes("Strategic developments", "Other", "", "", "", "", -1)


def side(actors: Iterable[str], cast: Mapping[str, Actor]) -> str:
    """The side actors stand on: "state" or "group" when any of them is armed, "civilians" when all others are, "" unknown."""
    found = [SIDES.get(cast[a].kind, "") for a in actors if a in cast]
    return next((each for each in ("state", "group", "civilians") if each in found), "")


def words_around(text: str, event: Event) -> str:
    """The words of the sentence an event's trigger stands in, and of its instrument."""
    start, end = _sentence(text, event.trigger)
    arms = text[event.instrument[0] : event.instrument[1]] if event.instrument else ""
    return f"{text[start:end]} {arms}"


def _sentence(text: str, span: Span) -> Span:
    before = text[max(0, span[0] - REACH) : span[0]]
    start = max((m.end() for m in ENDS.finditer(before)), default=0)
    after = ENDS.search(text, span[1], span[1] + REACH)
    return span[0] - len(before) + start, after.start() if after else min(len(text), span[1] + REACH)


def _fits(row: lexicon.Row, by: str, to: str, words: str, hurt: bool) -> bool:
    """Whether a row's conditions hold; an empty one always does."""
    sides = (not row["by"] or by in row["by"].split("|")) and (not row["to"] or to in row["to"].split("|"))
    return sides and (not row["toll"] or hurt) and (not row["words"] or bool(_pattern(row["words"]).search(words)))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
