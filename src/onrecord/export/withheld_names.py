"""The words of names that must not be published, and how a text is freed of them."""

import re
from collections.abc import Iterable
from functools import cache

from onrecord import lexicon
from onrecord.records import Actor, Coding, Span, Statement, quote

OFFICIAL = frozenset(("state_force", "armed_group", "coalition", "government", "party", "international_org", "ngo", "media"))
NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]|[^\W\d_]")
APPOSED = re.compile(r"^[A-Z][\w'’-]+$|^[^,]*\b[a-z][\w'’-]*,\s+[A-Z]")  # "Salif", "an uncle, Salif", not "a man in Taiz, Yemen"
OPENS = re.compile(r"[\w'’-]+\s+[a-z]")
POSSESSIVE = re.compile(r"['’]s$")


def name_words(coding: Coding, people: Iterable[Actor], spoken: Iterable[Statement]) -> set[str]:
    """The words by which withheld people are named, in their names, their mentions and as sources of what they said."""
    words: set[str] = set()
    spans: list[Span] = [said.source_span for said in spoken if said.source_span]
    for actor in people:
        if actor.kind == "person":
            words.update(_capitals(actor.name))
        else:  # "the victim's uncle, Salif", "relatives of Mrs Traore"
            spans += actor.mentions
    bodies = words_of(a for a in coding.actors if a.kind in OFFICIAL)
    places = {w for p in coding.places for w in _capitals(p.name)}
    for span in spans:
        called = quote(coding.report.text, span)
        words |= {w for w in _naming(called) if w not in places or APPOSED.search(called)} - bodies
    return {word for word in words if len(word) > 1 and word.casefold() not in _plain()}


def _naming(called: str) -> list[str]:
    """The capitals of what somebody is called, without the one that any phrase begins with: "Residents", "Relatives of …"."""
    words = _capitals(called)
    opens = OPENS.match(called)
    noun = words[0].casefold() if words else ""
    people = lexicon.words("people")
    return words[1:] if opens or noun in people or noun.removesuffix("s") in people else words


def words_of(actors: Iterable[Actor]) -> set[str]:
    """All words of the names of some actors as they stand there."""
    return {word for actor in actors for word in _capitals(actor.name)}


def pattern_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the words as they are, and in capitals; None for no words."""
    found = sorted({form for word in words for form in (word, word.upper())}, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b") if found else None


def in_address(url: str, words: Iterable[str]) -> bool:
    """Whether an address spells one of the words: ".../awa-traore-laid-to-rest"."""
    spelled = set(re.split(r"[^a-z0-9]+", url.casefold()))
    return any(len(word) > 2 and word.casefold() in spelled for word in words)


def _capitals(words: str) -> list[str]:
    return [POSSESSIVE.sub("", word) for word in NAME_WORD.findall(words) if word[:1].isupper()]


@lexicon.from_rows
@cache
def _plain() -> frozenset[str]:
    """Words with a capital that name nobody: titles, months, days, countries and who is of them."""
    plain = {word for table in ("titles", "months", "weekdays") for word in lexicon.words(table)}
    for row in lexicon.rows("countries"):
        names = (*lexicon.names_of(row), *row["demonyms"].split("|"))
        plain |= {word.casefold() for name in names for word in name.split()}
    return frozenset(plain)
