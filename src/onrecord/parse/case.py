"""Case restored where a page has lost it: capitals only where a sentence starts or a word is a name; offsets untouched."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Span

WORD = re.compile(r"[^\W\d_]+")
SUFFIXES = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("men", "man"))
SMALL = frozenset("of the for and in de al del la las los el y e da do dos van von bin".split())  # inside names
BEFORE_NAMES = frozenset("el la las los santa puerto villa port fort mount".split())  # a capital where a name follows
ALSO_WORDS = frozenset(("may", "march", "mar", "sun", "sat", "wed"))  # months and days only beside a number
SHORT = re.compile(r"[\[(]\s*([^\W\d_]\w{1,5})\s*[\])]|\b([^\W\d_]{2,6})\s*[\[(][^\W\d_]+ ")  # "[FMLN]", "FMLN [Farabundo …"
LONGEST_ACRONYM = 5
WORDS_TOO = frozenset("alp ana arena bra bras cam das far gal gam gnu ice jem mend mit pa plan sac".split())  # and no acronyms
VOWEL = re.compile(r"[aeiouy]")
CASED = 40  # letters below which a text is too short to tell whether its case is lost
MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Words:
    """The words a dictionary lists, and those of them that are nothing but nouns."""

    common: Container[str]
    nouns: Container[str]


def has_lost_case(text: str, spans: Sequence[Span]) -> bool:
    """Whether the prose in the spans is written in capitals throughout, or without any."""
    letters = [c for a, b in spans for c in text[a:b] if c.isalpha() and c.upper() != c.lower()]
    upper = sum(c.isupper() for c in letters)
    return len(letters) > CASED and (upper > MOSTLY * len(letters) or upper == 0)


def restored(text: str, spans: Sequence[Span], words: Words) -> str:
    """The text with case restored inside the spans of its sentences, each code point at its place."""
    short = {(m[1] or m[2]).casefold() for m in SHORT.finditer(text)}
    acronyms = {word for word in short | listed_acronyms() if not is_common(word, words.common)} | _plain_acronyms(words)
    out: list[str] = []
    end = 0
    for a, b in spans:
        out += [text[end:a], recased(text[a:b], words, acronyms)]
        end = b
    return "".join([*out, text[end:]])


def recased(text: str, words: Words, acronyms: Container[str] = ()) -> str:
    """A sentence in capitals (or without any) with a capital only where it starts or a word is a name.

    "THE ARMY LEFT USULUTAN" → "The army left Usulutan".
    """
    found = list(WORD.finditer(text))
    lower = [m[0].lower() for m in found]
    cased = [_cased(text, m, word, words, acronyms) for m, word in zip(found, lower, strict=True)]
    for i in range(len(found) - 2, -1, -1):
        tight = text[found[i].end() : found[i + 1].start()].isspace()
        if tight and cased[i] == lower[i] and cased[i + 1] != lower[i + 1] and _is_in_name(i, lower, cased, words):
            cased[i] = _capital(lower[i])
    out, end = [], 0
    for match, word in zip(found, cased, strict=True):
        out += [text[end : match.start()], word if len(word) == len(match[0]) else match[0]]
        end = match.end()
    return _names().sub(lambda m: _as_name(m[0]), "".join([*out, text[end:]]))


def _cased(text: str, match: re.Match[str], word: str, words: Words, acronyms: Container[str]) -> str:
    """One word as it is written where case is kept."""
    first = not text[: match.start()].strip(" \n\r\t\"'([“‘-.0123456789")
    if word in acronyms:
        return word.upper()
    if word in ALSO_WORDS:
        return _capital(word) if first or _is_beside_number(text, match) else word
    if first or word in _proper():
        return _capital(word)
    if is_common(word, words.common):
        return word
    return word.upper() if 1 < len(word) <= LONGEST_ACRONYM and not VOWEL.search(word) else _capital(word)


def _plain_acronyms(words: Words) -> frozenset[str]:
    """Listed acronyms that the dictionary has among its nouns only because it lists bodies too: "farc", not "plan"."""
    return frozenset(word for word in listed_acronyms() if word in words.nouns and word not in WORDS_TOO)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _is_beside_number(text: str, match: re.Match[str]) -> bool:
    beside = text[max(0, match.start() - 2) : match.start()].strip() + text[match.end() : match.end() + 2].strip()
    return any(c.isdigit() for c in beside)


def _is_in_name(i: int, lower: Sequence[str], cased: Sequence[str], words: Words) -> bool:
    """Whether a word the dictionary lists is part of the name that goes on behind it: "el Salvador", "Gregorio rosa Chavez"."""
    between = i > 0 and cased[i - 1] != lower[i - 1] and (i > 1 or lower[i - 1] in _proper() or lower[i - 1] not in _openers())
    return lower[i] in BEFORE_NAMES or (between and lower[i] in words.nouns and lower[i] not in SMALL)


@cache
def _openers() -> frozenset[str]:
    """Words whose capital at the start of a sentence says nothing."""
    return frozenset("the a an this that these those his her its their our some many two three four five several".split())


@cache
def _proper() -> frozenset[str]:
    """Words that are names although a dictionary lists them: of persons, countries and their people, towns, months, days."""
    cells = [cell for row in lexicon.rows("countries") for cell in (row["name"], row["aliases"], row["demonyms"])]
    cells += [row["capital"] for row in lexicon.rows("capitals")]
    words = {word.casefold() for cell in cells for word in cell.split("|") if WORD.fullmatch(word) and len(word) > 3}
    dates = lexicon.words("months") | lexicon.words("weekdays")
    return lexicon.words("names") | lexicon.words("dictionary_towns") | words | (dates - ALSO_WORDS)


@lexicon.from_rows
@cache
def listed_acronyms() -> frozenset[str]:
    """Acronyms of listed bodies, as they are written in capitals."""
    aliases = [alias for row in lexicon.rows("groups") for alias in lexicon.names_of(row)]
    return frozenset(a.casefold() for a in aliases if a.isupper() and a.isalpha() and len(a) > 1)


@lexicon.from_rows
@cache
def _names() -> re.Pattern[str]:
    """The names of listed bodies and of countries that have two words or more."""
    names = {n for row in lexicon.rows("groups") for n in lexicon.names_of(row) if " " in n}
    names |= {n for row in lexicon.rows("countries") for n in lexicon.names_of(row) if " " in n}
    names |= {row["capital"] for row in lexicon.rows("capitals") if " " in row["capital"]}
    ordered = sorted(names, key=lambda n: (-len(n), n))
    return re.compile(r"\b(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in ordered) + r")\b", re.IGNORECASE)


def _as_name(words: str) -> str:
    """A body's name with its capitals: "National Liberation Army", "Army of God"."""
    first, rest = words[:1].upper(), words[1:]
    return first + WORD.sub(lambda m: m[0] if m.start() == 0 or m[0] in SMALL else _capital(m[0]), rest)


def is_common(word: str, common: Container[str]) -> bool:
    """Whether a word, or what it is an inflection of, is in the list."""
    return (
        len(word) == 1
        or word in common
        or any(word.endswith(end) and word[: -len(end)] + stem in common for end, stem in SUFFIXES)
    )
