"""Names of bodies: how a name is folded for look-up, and the table of listed bodies by every name."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord import lexicon

INNER = re.compile(r"(?<=\w)'(?=\w)(?!s\b)")  # "Da'esh", not "People's"
ARABIC = re.compile(r"\b(?:al|el|ul)[- ](?=\w)")
APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
HELD = 10_000  # words and names whose folded form is kept


@dataclass(frozen=True, slots=True)
class Body:
    """A row of the table of named bodies."""

    name: str
    kind: str
    country: str | None
    parent: str | None  # name of the body it belongs to


@lru_cache(HELD)
def fold(text: str) -> str:
    """A name as it is looked up: lower case, no accents, no article, no apostrophe inside a word, "al-" for "el-" and "al "."""
    plain = re.sub(r"\s+", " ", text.translate(APOSTROPHES)).strip().casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return ARABIC.sub("al-", INNER.sub("", plain.removeprefix("the ")))


@lexicon.from_rows
@cache
def bodies() -> dict[str, Body]:
    """Named bodies by every folded name, acronym and alias."""
    out: dict[str, Body] = {}
    for row in lexicon.rows("groups"):
        body = Body(row["name"], row["kind"], row["country"] or None, row["parent"] or None)
        for alias in lexicon.names_of(row):
            out.setdefault(fold(alias), body)
    return out


@lexicon.from_rows
@cache
def acronyms() -> frozenset[str]:
    """Folded names that the table writes in capitals only."""
    names = [name for row in lexicon.rows("groups") for name in lexicon.names_of(row)]
    return frozenset(fold(n) for n in names if n.isupper()) - frozenset(fold(n) for n in names if not n.isupper())


@lexicon.from_rows
@cache
def spellings() -> frozenset[str]:
    """Names as the table writes them, some of them in small letters: "peshmerga", "LeT"."""
    return frozenset(name for row in lexicon.rows("groups") for name in lexicon.names_of(row))


def is_shared(name: str) -> bool:
    """Whether bodies of several countries bear a name: "the National Guard"."""
    return fold(name) in lexicon.words("shared_names", "name")


def looks_abroad(name: str) -> bool:
    """Whether the bodies of a shared name act and speak of other countries too: "the Senate", "the Foreign Ministry"."""
    return lexicon.index("shared_names", "name").get(fold(name), {}).get("abroad") == "yes"


@lexicon.from_rows
@cache
def first_words() -> frozenset[str]:
    """First words of the names in `bodies`, so that most tokens need no lookup."""
    words = frozenset(re.split(r"[\s'/-]", name, maxsplit=1)[0] for name in bodies())
    return words | {"el", "ul"} if "al" in words else words


def above(key: str) -> Iterator[Body]:
    """The bodies above a listed one, nearest first; a circle in a project's table ends where it closes."""
    passed, body = {key}, bodies().get(key)
    while body is not None and body.parent and fold(body.parent) not in passed:
        passed.add(fold(body.parent))
        body = bodies().get(fold(body.parent))
        if body is not None:
            yield body
