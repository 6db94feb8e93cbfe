"""The killer who dies too: by his own hand ("killed his wife, then himself") or in the fight ("the gunman was killed by police")."""

import re
from collections.abc import Sequence

from onrecord import lexicon
from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.deeds import KILLING
from onrecord.ledger.tolls.figures import head_noun, value
from onrecord.records import Event, Figure

MURDER_SUICIDE = re.compile(r"murder[-/ ]+suicide", re.IGNORECASE)
SUICIDE = re.compile(
    r"\b(?:and|then|before(?!\s+(?:himself|herself|self)\b))\s+(?:(?:then|also|later|fatally|apparently|reportedly|he|she|gunman|man|woman|suspect|shooter)\s+){0,2}"
    r"(?:(?:kill(?:s|ed|ing)|sho(?:t|ots|oting)|hang(?:s|ed|ing))\s+)?(?:himself|herself|self)\b(?!\s+in\s+the\s+(?:leg|arm|hand|foot|thigh))"
    r"|\bgun on (?:himself|herself)|\b(?:took|taking) (?:his|her) own life",
    re.IGNORECASE,
)
REFLEXIVE = re.compile(r"\s+(?:himself|herself|self)\b", re.IGNORECASE)
KILLERS = r"suspect|gunman|shooter|attacker|assailant"
KILLER_DEAD = re.compile(
    rf"(?<!\bone )(?<!\bfirst )(?<!\blast )\b(?:{KILLERS})\b(?:,(?:[^.;]|(?<=\b[A-Z])\.){{0,120}},)?\s+(?:(?:was|is)\s+)(?:also\s+|later\s+)*(?:(?:fatally\s+)?shot\s+(?:and\s+|to\s+)?)?(?:killed|dead|death)\b"
    r"|\bbefore (?:(?:he|she) was|being) (?:shot and )?killed by\b",
    re.IGNORECASE,
)  # "the suspect, Ali Omar, was killed in a gunfight with police"
DEAD = re.compile(
    r"\s+(?:[\w-]+\s+){0,6}?(?:(?<!shot\s)dead|deaths|bodies|fatalities|(?:killed|died|shot)\s[^.;]{0,60}\bmurder[-/ ]suicide|found\s[^.;]{0,40}\bshot)\b",
    re.IGNORECASE,
)
BODIES = re.compile(r"\bbodies of\s+(?:the\s+)?$", re.IGNORECASE)
LEFT = re.compile(rf"\b(?:he|she|who|{KILLERS})\s+left\s+(?:at least\s+)?$", re.IGNORECASE)
REACH = 600  # characters


def is_suicide(reading: Reading, events: list[Event], words: re.Pattern[str]) -> bool:
    """Whether the killer killed himself too: "killed his wife, then himself"."""
    told = [e for e in events if e.realis == "actual" and (e.type in KILLING or e.type == "attack")]
    spots = (m for e in told for m in (e.trigger, *e.mentions))
    text = reading.report.text
    return any(words.search(text, max(0, start - 10), end + 90) for start, end in spots if not REFLEXIVE.match(text, end))


def with_killer(reading: Reading, events: list[Event], figures: Sequence[Figure], found: int, named: bool) -> int:
    """The dead found and the killer, unless those told as dead hold him; `named` says that somebody is both killer and killed."""
    if not found:
        return 0
    told = _is_before_himself(reading, figures, found)
    killer = named or is_suicide(reading, events, SUICIDE) or (found > 1 and _is_killed(reading, figures))
    return found + int(told or (killer and found > _dead(reading, figures)))


def _dead(reading: Reading, figures: Sequence[Figure]) -> int:
    """The largest number of dead told as such: "four dead in a murder-suicide" holds the killer too, "he left four dead" does not."""
    return max((value(f) for f in figures if _is_of_all(reading, f)), default=0)


def _is_of_all(reading: Reading, figure: Figure) -> bool:
    text, begin = reading.report.text, max(0, figure.span[0] - 30)
    if BODIES.search(text, begin, figure.span[0]):
        return True
    return DEAD.match(text, figure.span[1]) is not None and LEFT.search(text, begin, figure.span[0]) is None


def _is_before_himself(reading: Reading, figures: Sequence[Figure], found: int) -> bool:
    """Whether those killed are all told of right before the killer: "shot five people to death before killing himself"."""
    text = reading.report.text
    ends = ((f, reading.sentence_span(f.span)[1]) for f in figures if value(f) == found)
    return any(SUICIDE.search(text, f.span[1], end) and not _is_of_all(reading, f) for f, end in ends)


def _is_killed(reading: Reading, figures: Sequence[Figure]) -> bool:
    """Whether who killed several was killed too: "killed five guards … the gunman was shot dead by police"."""
    end = max((f.span[1] for f in figures), default=0) + REACH
    if any(_is_armed(head_noun(reading, f)) for f in figures):
        return False  # the gunman may be one of "three attackers" who were killed
    return any((f.low or 0) > 1 for f in figures) and KILLER_DEAD.search(reading.report.text, 0, end) is not None


def _is_armed(noun: str) -> bool:
    """Whether a noun is one for those who attack: "rebels", "suspects"; not "guards"."""
    kinds = [lexicon.index("people").get(form) for form in (noun, noun.removesuffix("s"))]
    return noun.startswith(("suspect", "shooter")) or any(row and row["kind"] == "armed_group" for row in kinds)
