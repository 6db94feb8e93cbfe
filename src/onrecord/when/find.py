"""Find the cores of time expressions in the text: dates, weekdays, "yesterday", "last week", "four days later"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.records import Span
from onrecord.when.grammar import numbers, patterns


@dataclass(frozen=True, slots=True)
class Core:
    """The core of a time expression: its span, the rule that found it and its parts by name."""

    span: Span
    rule: str
    parts: dict[str, str]

    def word(self, *names: str) -> str:
        """The first of these parts that is there, lower case with single spaces; "" when none is."""
        found = next((self.parts[name] for name in names if name in self.parts), "")
        return re.sub(r"\s+", " ", found).casefold()

    @property
    def unit(self) -> str:
        """The unit of time that is counted or named ("week")."""
        return self.word("unit", "unit2", "unit3").replace("centurie", "century")

    @property
    def count(self) -> int | None:
        """The number of units; None for "several" and other vague words."""
        return amount(self.word("number"))


def amount(word: str) -> int | None:
    """The number that a word or two stand for ("twenty-four"); None for vague words."""
    if word.isdigit():
        return int(word)
    if word in ("a", "an", "another"):
        return 1
    if word in ("a couple of", "couple of"):
        return 2
    pieces = [numbers().get(piece) for piece in re.split(r"[\s-]", word)]
    known = [p for p in pieces if p is not None]
    if word == "a dozen":
        return 12
    if not known or len(known) != len(pieces):
        return None
    return known[0] * known[1] if known[-1] == 100 and len(known) == 2 else sum(known)


@lru_cache(maxsize=1)  # the text at hand is asked twice: before it is parsed and after
def cores(text: str) -> tuple[Core, ...]:
    """The cores in a text in order, none overlapping another: the leftmost and longest wins, then the earlier rule."""
    small = _small(text)
    found = [
        (m.start(), -m.end(), order, Core(m.span(), rule, _parts(text, m)))
        for order, (rule, pattern) in enumerate(patterns())
        for m in pattern.finditer(small)
        if m.end() > m.start()
    ]
    out: list[Core] = []
    for start, _, _, core in sorted(found, key=lambda f: f[:3]):
        if not out or start >= out[-1].span[1]:
            out.append(core)
    return tuple(out)


def _parts(text: str, match: re.Match[str]) -> dict[str, str]:
    """The parts of a match that are there, as the text has them."""
    return {name: text[slice(*match.span(name))] for name, part in match.groupdict().items() if part}


def _small(text: str) -> str:
    """The text in small letters, each code point at its place: "İ" alone would become two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
