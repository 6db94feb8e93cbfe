"""Find quantities in the text and read their numbers: digits, words, mixed, ranges, bounds, vague words."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from onrecord import lexicon
from onrecord.lexicon.phrases import first_word, matches
from onrecord.records import Span

RISEN = re.compile(r"\b(?:gone|went|goes|go|going|risen|rose|climbed|shot|mounted|jumped|inched|crept)\s+$", re.IGNORECASE)
GIVEN_OVER = re.compile(r"\b(?:hand|turn|sign|give|gave)(?:s|ed|ing|n)?\s+$", re.IGNORECASE)  # "handed over 25 rebels"
DAY_BEFORE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+(?:from\s+)?$", re.IGNORECASE
)  # "since Oct. 5 to 922"
COUNT = r"(?:\s+(?:the|its|their|a)\s+(?:[\w-]+\s+){0,3}?(?:toll|tally|count|figure|estimate|number(?:\s+of\s+\w+)?))?"
CHANGED = re.compile(
    r"\b(?:rose|risen|rising|climb(?:ed|ing)|increas(?:ed|ing)|gr[eo]wn?|jump(?:ed|ing)|went up|gone up|up|f[ea]ll(?:en|ing)?|dropp(?:ed|ing)"
    rf"|down|revis(?:ed|ing)|raised|lowered|updated|corrected|reduced|cut){COUNT}(?:\s+(?:sharply|further|again|up|down))?\s+$",
    re.IGNORECASE,
)
TWO = re.compile(
    r"\s+(?:was|has|who|from|at|in|on|near|and|by|when|after|for|identified|named|alleged\w*)\b"
    r"(?!(?:\s+[\w'’-]+){0,4}\s+(?:were|have)\b)",
    re.IGNORECASE,
)
FEW = re.compile(
    r"\b(?:only|just|but|of (?:whom|which|them|those))\s+$|\b(?:Of|Out of|Among)\s[^.;:]{0,70}$"
)  # "of the ten, a couple"
BY = re.compile(r"\bby\s+$", re.IGNORECASE)
OPENERS = frozenset(("half", "a", "an", "anywhere", "from", "between", "no", "nobody", "none"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as worded: its span (bound and number), the span of the bare number, and what the words allow."""

    span: Span
    number: Span
    low: float | None
    high: float | None
    bound: str
    percent: bool = False
    share: bool = False  # a percentage, or words for a part of something: "most of", "a small portion"


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in sorted(words, key=len, reverse=True))


def _number() -> str:
    """Pattern of a number: digits, words, mixed ("1.2 million"), dozens and halves; only "hundred" and up let more words follow."""
    table = lexicon.rows("number_words")
    units = {r["word"]: float(r["value"]) for r in table if r["part"] == "unit"}
    ones = _either(word for word, value in units.items() if 1 <= value <= 9)
    tens = _either(word for word, value in units.items() if value >= 20)
    scales = _either(r["word"] for r in table if r["part"] == "scale")
    large = _either(r["word"] for r in table if r["part"] == "scale" and float(r["value"]) >= 100)
    digits = r"(?<![\w.,:/$€£#-])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,:/$€£#-])\d+(?:\.\d+)?k?"
    small = rf"\b(?:(?:{tens})(?:[\s-]+(?:{ones})\b)?|(?:{_either(units)})\b)"
    more = rf"(?:\s+(?:and\s+{small}(?!\s+hundred)|{small})(?:\s+(?:{large})\b)*)"  # not "two hundred and two hundred"
    large_number = rf"(?:an?|{digits}|{small})(?:\s+(?:{large})\b(?!s)){{1,3}}{more}{{0,8}}"
    return rf"(?:half\s+an?\s+(?:{scales})\b|{large_number}|an?\s+(?:{scales})\b|(?:{digits}|{small})(?:\s+(?:{scales})\b(?!s)){{0,3}})"


@cache
def _pattern() -> re.Pattern[str]:
    number = _number()
    before = _either(lexicon.words("bounds"))
    after = _either(lexicon.words("bounds_after"))
    vague = _either(lexicon.words("vague"))
    fractions = _either(lexicon.words("fractions"))
    return re.compile(
        rf"(?:(?P<about>\b(?:{before})\s+))?(?<!first )(?<!second )(?<!latter )(?<!ern )(?<!other )(?<!upper )(?<!lower )(?P<fraction>\b(?:{fractions}))(?=\s+(?:of|the|its|their|his|her)\b)"
        rf"|(?:(?P<before>\b(?:(?:{before})\s+){{1,2}}))?(?P<anywhere>(?:anywhere\s+)?(?:from|between)\s+)?(?P<number>{number})(?![\w/]|:\S|\.\d|,\d|-\d\d?-\d)"
        rf"(?:\s*(?:to|-|–|—|and|or)\s*(?P<second>{number.replace('#-', '#')})(?![\w/]|:\S|\.\d|,\d))?"
        rf"(?P<percent>\s*(?:%|percent\b|per\s+cent\b)|\s+per\s+(?P<per>\d(?:[\d,]*\d)?))?(?P<after>(?:\s+|-)(?:{after})\b|\+(?=\s))?"
        rf"|(?P<none>\b(?:no\s+one|no-one|nobody|none|no|zero)\b)(?!\s+(?:longer|more|less|fewer|later|matter|doubt)\b)"
        rf"|(?P<vague>(?<!how )(?<!-)\b(?:{vague})\b)",
        re.IGNORECASE,
    )


@cache
def _starts() -> frozenset[str]:
    """The words that a quantity begins with, besides digits."""
    listed = (lexicon.words(name) for name in ("bounds", "vague", "fractions", "number_words"))
    return frozenset(first_word(phrase) for words in listed for phrase in words) | OPENERS


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, read as far as words go; what is counted is for others to say."""
    out: list[Quantity] = []
    for match in matches(_pattern(), _starts(), text):
        found = _vague if match["vague"] else _none if match["none"] else _fraction if match["fraction"] else _read
        out += found(match)
    return out


def _fraction(match: re.Match[str]) -> list[Quantity]:
    """ "nearly half of the families", "two-thirds of the town"."""
    words = re.sub(r"[\s-]+", " ", match["fraction"]).casefold()
    value = float(lexicon.index("fractions")[words]["value"])
    bound = lexicon.index("bounds")[_plain(match["about"])]["bound"] if match["about"] else "exact"
    start = match.start("fraction") if bound == "exact" else match.start()
    one = _one((start, match.end()), match.span("fraction"), value, bound, 1.0)
    return [replace(one, percent=True, share=True)]


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().casefold()


def _vague(match: re.Match[str]) -> list[Quantity]:
    """A vague quantity; its span leaves out the "of" that follows."""
    words = re.sub(r"\s+of$", "", match["vague"], flags=re.IGNORECASE)
    span = (match.start(), match.start() + len(words))
    if words.casefold() == "a couple" and match.end() == span[1] and _is_pair(match.string, span):
        return [Quantity(span, span, 2.0, 2.0, "exact")]
    row = lexicon.index("vague")[re.sub(r"\s+", " ", match["vague"]).casefold()]
    return [Quantity(span, span, None, None, "vague", share=bool(row["share"]))]


def _is_pair(text: str, couple: Span) -> bool:
    """Whether a couple is husband and wife: "a couple was killed", "killed a couple near Gao"; not "a couple were", "a couple guards"."""
    few = FEW.search(text, max(0, couple[0] - 90), couple[0])
    return few is None and TWO.match(text, couple[1]) is not None


def _none(match: re.Match[str]) -> list[Quantity]:
    """ "no casualties", "no one", "none": none, exactly."""
    return [Quantity(match.span(), match.span(), 0.0, 0.0, "exact")]


def _read(match: re.Match[str]) -> list[Quantity]:
    """One quantity, or two where "and" or "or" only stands between them."""
    low, high = number_value(match["number"]), number_value(match["second"])
    if low is None:
        return []
    bound, scale = _bound(match), _scale(match)
    start = match.start("before") if match["before"] and bound != "exact" else match.start("number")
    if high is None and match["anywhere"] and (split := _split(match["number"])):
        number = match.span("number")
        return [Quantity((match.start("anywhere"), match.end()), number, *split, "between")]
    if high is None:
        return [_one((start, match.end()), match.span("number"), low, bound, scale)]
    joint = match.string[match.end("number") : match.start("second")].strip().casefold()
    ranged = (joint != "and" or match["anywhere"]) and not (joint == "to" and _is_change(match))
    low = _spread(match, low, high)
    if ranged and high > low and not DAY_BEFORE.search(match.string, max(0, match.start() - 12), match.start("number")):
        start = match.start("before") if match["before"] else match.start("anywhere") if match["anywhere"] else start
        number = (match.start("number"), match.end("second"))
        return [Quantity((start, match.end()), number, low * scale, high * scale, "between", scale != 1, scale == 0.01)]
    first = _one((start, match.end("number")), match.span("number"), low, bound, 1.0)
    return [first, _one((match.start("second"), match.end()), match.span("second"), high, "exact", scale)]


def _is_change(match: re.Match[str]) -> bool:
    """Whether "from 12 to 15" tells of a count before and now: "the toll rose from 12 to 15", "the toll rose by 3 to 15"."""
    start = match.start("anywhere") if match["anywhere"] else match.start()
    by = None if match["anywhere"] or match["percent"] else BY.search(match.string, max(0, start - 4), start)
    end = by.start() if by else start
    return bool((match["anywhere"] or by) and CHANGED.search(match.string, max(0, end - 60), end))


def _split(words: str) -> tuple[float, float] | None:
    """The two numbers of "between one thousand and one thousand five hundred", read in one go as one."""
    for joint in re.finditer(r"\s+and\s+", words, re.IGNORECASE):
        low, high = number_value(words[: joint.start()]), number_value(words[joint.end() :])
        if low is not None and high is not None and low < high:
            return low, high
    return None


def _scale(match: re.Match[str]) -> float:
    """What one of the number is worth: 0.01 for a percentage, 1/100,000 for "per 100,000"."""
    if match["per"]:
        return 1 / float(match["per"].replace(",", ""))
    return 0.01 if match["percent"] else 1.0


def _spread(match: re.Match[str], low: float, high: float) -> float:
    """The lower number with the scale that only the upper one names: "two to three thousand"."""
    shared = (
        low < 1000 <= high
        and re.search(r"[a-z]", match["second"], re.I)
        and not re.search(r"\b(?:hundred|thousand|million)", match["number"], re.I)
    )
    return low * _last_scale(match["second"]) if shared else low


def _last_scale(words: str) -> float:
    found = lexicon.index("number_words").get(words.split()[-1].casefold())
    return float(found["value"]) if found and found["part"] == "scale" else 1.0


def _bound(match: re.Match[str]) -> str:
    """The bound the words around a number give; the innermost before it counts, "exact" ones give way."""
    words = re.sub(r"\s+", " ", match["before"] or "").strip().casefold()
    if words == "up to" and RISEN.search(match.string, max(0, match.start("before") - 12), match.start("before")):
        return "exact"
    if words == "over" and GIVEN_OVER.search(match.string, max(0, match.start("before") - 10), match.start("before")):
        return "exact"
    table = lexicon.index("bounds")
    if match["after"] == "+":
        return "at_least"  # "60+ guards"
    if match["after"]:
        return lexicon.index("bounds_after")[re.sub(r"[\s-]+", " ", match["after"]).strip().casefold()]["bound"]
    if words in table:
        return table[words]["bound"]
    found = [row["bound"] for word, row in table.items() if words.startswith(word + " ") or words.endswith(" " + word)]
    return next((b for b in found if b != "exact"), "exact")


def _one(span: Span, number: Span, value: float, bound: str, scale: float) -> Quantity:
    """A quantity with one number: "more than 50" is 51 or more, "fewer than 10" 9 or fewer."""
    low, high = value * scale, value * scale
    whole = scale == 1.0 and math.isclose(value, round(value))
    if bound == "at_least":
        return Quantity(span, number, low, None, bound, scale != 1.0, scale == 0.01)
    if bound == "at_most":
        return Quantity(span, number, None, high, bound, scale != 1.0, scale == 0.01)
    if bound == "more_than":
        return Quantity(span, number, low + 1 if whole else low, None, bound, scale != 1.0, scale == 0.01)
    if bound == "fewer_than":
        return Quantity(span, number, None, high - 1 if whole else high, bound, scale != 1.0, scale == 0.01)
    return Quantity(span, number, low, high, bound, scale != 1.0, scale == 0.01)


def number_value(words: str | None) -> float | None:
    """The number some words stand for: "two dozen" 24, "half a million" 500000, "1.2 million", "two hundred and six"."""
    if not words:
        return None
    plain = re.sub(r"\s+", " ", words.casefold().replace("-", " ")).strip()
    half = plain.startswith("half a")
    total, current = 0.0, 0.0
    for word in re.sub(r"^half an? |^an? ", "", plain).split():
        if word == "and":
            continue
        if re.fullmatch(r"[\d,]+(?:\.\d+)?k?", word):
            current += float(word.rstrip("k").replace(",", "")) * (1000 if word.endswith("k") else 1)  # "20k men"
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
