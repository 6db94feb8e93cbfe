"""Find listed phrases in a text by the words they begin with, so that most words are not tried against any of them.

What is found is what the phrases as one expression would find with `finditer`; only the places tried are fewer.
"""

import re
from collections.abc import Container, Iterable, Iterator

WORD = re.compile(r"\w+")


def first_word(phrase: str) -> str:
    """The word a phrase begins with, lower case. ValueError for a phrase that begins with no letter or digit."""
    found = WORD.match(phrase)
    if found is None:
        raise ValueError(f"{phrase!r}: begins with no word; write it so, or look for it with an expression of its own")
    return found[0].lower()


def matches(pattern: re.Pattern[str], starts: Container[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of an expression that begin at a word of `starts` or at a digit, in order, none overlapping another."""
    at = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < at or not (word[0].lower() in starts or text[start].isdecimal()):
            continue
        found = pattern.match(text, start)
        if found is not None:
            yield found
            at = found.end()


class Phrases:
    """Phrases of a list, in any case; `joint` is the expression that stands for a space between two of their words."""

    def __init__(self, phrases: Iterable[str], joint: str = r"\s+") -> None:
        by_first: dict[str, list[str]] = {}
        for phrase in set(phrases):
            by_first.setdefault(first_word(phrase), []).append(phrase)
        self._by_first = {first: _either(listed, joint) for first, listed in by_first.items()}

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Where the phrases stand in a text, in order; of two that begin at one place the longer."""
        at = 0
        for word in WORD.finditer(text):
            pattern = self._by_first.get(word[0].lower()) if word.start() >= at else None
            found = pattern.match(text, word.start()) if pattern is not None else None
            if found is not None:
                yield found
                at = found.end()


def _either(phrases: Iterable[str], joint: str) -> re.Pattern[str]:
    longest = sorted(phrases, key=lambda words: (-len(words), words))
    return re.compile("(?:" + "|".join(re.escape(words).replace(r"\ ", joint) for words in longest) + r")\b", re.IGNORECASE)
