"""The text as the parser gets it: the same length, with white space, quotes and lost case set right."""

import re
from collections.abc import Container
from functools import cache

from onrecord import lexicon

PLAIN = str.maketrans(
    {
        **dict.fromkeys("\n\r\t\u00a0\u2009\u202f\x0b\x0c\u2028\u2029", " "),
        **dict.fromkeys("“”„«»‟", '"'),
        **dict.fromkeys("‘’‚‛ʼ`", "'"),
        "–": "-",
        "\u2011": "-",
    }
)
BROKEN = re.compile(r"[\ud800-\udfff]")  # half of a surrogate pair, which no parser takes
DOUBLED = re.compile(r"\"{2,}|''+")  # a cell of a CSV file: """We are ready,"" he said."; a typewriter's ''We are ready''.
WORD = re.compile(r"[^\W\d_]+")
SUFFIXES = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))


def view(text: str, common: Container[str] | None = None) -> str:
    """The text with one code point for each of its own, as the parser reads it best.

    `common` holds the words that are no names; give it when the text has lost its case.
    """
    plain = DOUBLED.sub(lambda m: '"'.ljust(len(m[0])), BROKEN.sub("\ufffd", text.translate(PLAIN)))
    return plain if common is None else recased(plain, common)


def recased(text: str, common: Container[str]) -> str:
    """Text in capitals (or without any) with a capital only where a sentence starts or a word is no common one.

    "THE ARMY LEFT USULUTAN" → "The army left Usulutan".
    """

    def recase(match: re.Match[str]) -> str:
        word = match[0].lower()
        if len(word) != len(match[0]):
            return match[0]
        first = not text[: match.start()].strip(" \"'([")
        proper = first or word in _proper() or not _is_common(word, common)
        return word.capitalize() if proper and len(word.capitalize()) == len(word) else word

    return _names().sub(lambda m: _as_name(m[0]), WORD.sub(recase, text))


@cache
def _proper() -> frozenset[str]:
    """Words that are names although a dictionary lists them: of persons, countries and their people."""
    cells = [cell for row in lexicon.rows("countries") for cell in (row["name"], row["aliases"], row["demonyms"])]
    words = {word.casefold() for cell in cells for word in WORD.findall(cell) if word[:1].isupper() and len(word) > 3}
    return lexicon.words("names") | words - {"south", "north", "west", "east", "island", "islands", "republic", "united", "saint"}


@cache
def _names() -> re.Pattern[str]:
    """The names of listed bodies that have two words or more."""
    names = {n for row in lexicon.rows("groups") for n in (row["name"], *row["aliases"].split("|")) if " " in n}
    ordered = sorted(names, key=lambda n: (-len(n), n))
    return re.compile(r"\b(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in ordered) + r")\b", re.IGNORECASE)


def _as_name(words: str) -> str:
    """A body's name with its capitals: "National Liberation Army", "Army of God"."""
    return WORD.sub(
        lambda m: m[0] if m[0] in ("of", "the", "for", "and", "in", "de", "al") else m[0][:1].upper() + m[0][1:], words
    )


def _is_common(word: str, common: Container[str]) -> bool:
    """Whether a word, or what it is an inflection of, is in the list."""
    return (
        len(word) == 1
        or word in common
        or any(word.endswith(end) and word[: -len(end)] + stem in common for end, stem in SUFFIXES)
    )
