"""What benchmarks tag and records never hold: durations, repeated times and references such as "now"."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Span
from onrecord.when.find import amount
from onrecord.when.grammar import UNIT, either, months, number, weekdays

LETTER = {"minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W", "fortnight": "W", "month": "M"}
LETTER |= {"quarter": "Q", "year": "Y", "decade": "Y", "century": "Y"}
YEARS = {"decade": 10, "century": 100}
BARE_PLURAL = r"(?:minutes|hours|days|weeks|months|years|decades|centuries)"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression as TIMEX3 has it; `type` ∈ DATE, TIME, DURATION, SET."""

    span: Span
    type: str
    value: str


def length(count: int | None, unit: str) -> str:
    """A duration as ISO 8601 writes it ("P2Y", "PT3H"); X for a number that is not told."""
    if count is not None and unit in YEARS:
        count *= YEARS[unit]
    if count is not None and unit == "fortnight":
        count *= 2
    letter = {"decade": "E", "century": "C"}.get(unit, LETTER[unit]) if count is None else LETTER[unit]
    clock, letter = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    return f"P{clock}{'X' if count is None else count}{letter}"


@cache
def _extra_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    shapes = {
        "duration": rf"(?:{number()})(?:\s+(?:more|full|long|consecutive|straight|additional|further|whole))?[\s-]+{UNIT}(?:-old|[\s-]long)?(?!\s+old)",
        "plural": rf"(?:recent|coming|past|the\s+(?:following|coming|next|last|past|previous)(?:\s+(?:few|several))?\s+)?(?P<plural>{BARE_PLURAL})",
        "weekly": rf"(?:(?:each|every)\s+(?P<weekday>{either(weekdays())})|(?P<weekdays>{either(weekdays())})s)(?:\s+(?:morning|afternoon|evening|night)s?)?",
        "yearly": rf"(?:each|every)\s+(?P<month>{either(months())})",
        "each": rf"(?:each|every|per|a(?=\s+(?:day|week|month|year)\b))\s+{UNIT}",
        "reference": rf"(?P<reference>{either(lexicon.words('time_references'))})",
    }
    return tuple((kind, re.compile(rf"(?<![\w$-])(?:{shape})(?![\w-])", re.IGNORECASE)) for kind, shape in shapes.items())


def extras(text: str, history: bool) -> list[Timex]:
    """Durations, sets and references; a word such as "former" in a history only."""
    found = [_extra(kind, m, history) for kind, shape in _extra_patterns() for m in shape.finditer(text)]
    return [made for made in found if made is not None]


def _extra(kind: str, match: re.Match[str], history: bool) -> Timex | None:
    if kind == "reference":
        row = lexicon.index("time_references")[re.sub(r"\s+", " ", match["reference"]).casefold()]
        return Timex(match.span(), row["type"], row["value"]) if history or row["texts"] == "any" else None
    if kind == "weekly":
        return Timex(match.span(), "SET", f"XXXX-WXX-{weekdays()[(match['weekday'] or match['weekdays']).casefold()] + 1}")
    if kind == "yearly":
        return Timex(match.span(), "SET", f"XXXX-{months()[match['month'].casefold()]:02}")
    if kind == "plural":
        unit = match["plural"].casefold().removesuffix("s").replace("centurie", "century")
        return Timex(match.span(), "DURATION", length(None, unit))
    unit = match["unit"].casefold().replace("centurie", "century")
    if (unit == "quarter" and not match[0].endswith("s")) or match[0].casefold().startswith(
        ("three-quarter", "three quarter", "some quarter")
    ):
        return None
    if kind == "each":
        return Timex(match.span(), "SET", length(1, unit))
    return Timex(match.span(), "DURATION", length(amount(match["number"].casefold()), unit))
