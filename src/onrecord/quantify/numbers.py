"""Find quantities in the text and read their numbers: digits, words, mixed, ranges, bounds, vague words."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as worded: its span (bound and number), the span of the bare number, and what the words allow."""

    span: Span
    number: Span
    low: float | None
    high: float | None
    bound: str
    percent: bool = False


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    units = _either(r["word"] for r in lexicon.rows("number_words") if r["part"] == "unit")
    scales = _either(r["word"] for r in lexicon.rows("number_words") if r["part"] == "scale")
    digits = r"(?<![\w.,:/$€£#-])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,:/$€£#-])\d+(?:\.\d+)?"
    worded = rf"\b(?:{units})(?:-(?:{units}))?"
    # "half a million", "a dozen", "two hundred and fifty", "1.2 million", "23"
    number = (
        rf"(?:half\s+an?\s+(?:{scales})|an?\s+(?:{scales})\b|(?:{digits}|{worded})(?:\s+(?:{scales})\b(?!s))*"
        rf"(?:\s+(?:and\s+)?(?:{units})(?:-(?:{units}))?(?=\s))?)"
    )
    before = _either(lexicon.words("bounds"))
    after = _either(lexicon.words("bounds_after"))
    vague = _either(lexicon.words("vague"))
    return re.compile(
        rf"(?:(?P<before>\b(?:(?:{before})\s+){{1,2}}))?(?P<anywhere>(?:anywhere\s+)?(?:from|between)\s+)?(?P<number>{number})(?![\w:/]|\.\d|,\d)"
        rf"(?:\s*(?:to|-|–|—|and|or)\s*(?P<second>{number})(?![\w:/]|\.\d|,\d))?"
        rf"(?P<percent>\s*(?:%|percent\b|per\s+cent\b)|\s+per\s+(?P<per>\d(?:[\d,]*\d)?))?(?P<after>\s+(?:{after})\b)?"
        rf"|(?P<none>\b(?:no|zero)\s+(?P<what>one|casualt(?:y|ies)|fatalit(?:y|ies)|deaths?|injur(?:y|ies)|survivors?|losses)\b)"
        rf"|(?P<vague>(?<!how )\b(?:(?:{before})\s+)?\b(?:{vague})\b)",
        re.IGNORECASE,
    )


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, read as far as words go; what is counted is for others to say."""
    out: list[Quantity] = []
    for match in _pattern().finditer(text):
        out += _vague(match) if match["vague"] else _none(match) if match["none"] else _read(match)
    return out


def _vague(match: re.Match[str]) -> list[Quantity]:
    """A vague quantity; its span leaves out the "of" that follows."""
    words = re.sub(r"\s+of$", "", match["vague"], flags=re.IGNORECASE)
    span = (match.start(), match.start() + len(words))
    return [Quantity(span, span, None, None, "vague")]


def _none(match: re.Match[str]) -> list[Quantity]:
    """ "no casualties": none, exactly."""
    span = (match.start("none"), match.start("what") - 1)
    return [Quantity(span, span, 0.0, 0.0, "exact")]


def _read(match: re.Match[str]) -> list[Quantity]:
    """One quantity, or two where "and" or "or" only stands between them."""
    low = number_value(match["number"])
    if low is None:
        return []
    bound = _bound(match)
    joint = match.string[match.end("number") : match.start("second")].strip().casefold() if match["second"] else ""
    second = number_value(match["second"]) if match["second"] else None
    scale = 0.01 if match["percent"] and not match["per"] else 1 / float(match["per"].replace(",", "")) if match["per"] else 1.0
    start = match.start("before") if match["before"] else match.start("anywhere") if match["anywhere"] else match.start("number")
    if second is not None and (joint in ("to", "-", "–", "—", "or") or match["anywhere"]) and second > low:
        if (
            low < 1000 <= second
            and re.search(r"[a-z]", match["second"] or "", re.IGNORECASE)
            and not re.search(r"[a-z]", match["number"], re.IGNORECASE)
        ):
            low = low * _last_scale(match["second"])
        span = (start, match.end())
        return [Quantity(span, (match.start("number"), match.end("second")), low * scale, second * scale, "between", scale != 1)]
    if second is not None:
        first = _one((start, match.end("number")), match.span("number"), low, bound, 1.0)
        return [first, _one(match.span("second"), match.span("second"), second, "exact", scale)]
    return [_one((start, match.end()), match.span("number"), low, bound, scale)]


def _last_scale(words: str) -> float:
    found = lexicon.index("number_words").get(words.split()[-1].casefold())
    return float(found["value"]) if found and found["part"] == "scale" else 1.0


def _bound(match: re.Match[str]) -> str:
    """The bound the words around a number give; the innermost before it counts, "exact" ones give way."""
    words = re.sub(r"\s+", " ", match["before"] or "").strip().casefold()
    table = lexicon.index("bounds")
    if match["after"]:
        return lexicon.index("bounds_after")[re.sub(r"\s+", " ", match["after"]).strip().casefold()]["bound"]
    if words in table:
        return table[words]["bound"]
    found = [row["bound"] for word, row in table.items() if words.startswith(word + " ") or words.endswith(" " + word)]
    return next((b for b in found if b != "exact"), "exact")


def _one(span: Span, number: Span, value: float, bound: str, scale: float) -> Quantity:
    """A quantity with one number: "more than 50" is 51 or more, "fewer than 10" 9 or fewer."""
    low, high = value * scale, value * scale
    whole = scale == 1.0 and math.isclose(value, round(value))
    if bound == "at_least":
        return Quantity(span, number, low, None, bound, scale != 1.0)
    if bound == "at_most":
        return Quantity(span, number, None, high, bound, scale != 1.0)
    if bound == "more_than":
        return Quantity(span, number, low + 1 if whole else low, None, bound, scale != 1.0)
    if bound == "fewer_than":
        return Quantity(span, number, None, high - 1 if whole else high, bound, scale != 1.0)
    return Quantity(span, number, low, high, bound, scale != 1.0)


def number_value(words: str) -> float | None:
    """The number some words stand for: "two dozen" 24, "half a million" 500000, "1.2 million", "two hundred and six"."""
    plain = re.sub(r"\s+", " ", words.casefold().replace("-", " ")).strip()
    half = plain.startswith("half a")
    total, current = 0.0, 0.0
    for word in re.sub(r"^half an? |^an? ", "", plain).split():
        if word == "and":
            continue
        if re.fullmatch(r"[\d,]+(?:\.\d+)?", word):
            current += float(word.replace(",", ""))
            continue
        row = lexicon.index("number_words").get(word)
        if row is None:
            return None
        if row["part"] == "scale":
            current = (current or 1.0) * float(row["value"])
            if float(row["value"]) >= 1000:
                total, current = total + current, 0.0
        else:
            current += float(row["value"])
    return (total + current) / (2 if half else 1)
