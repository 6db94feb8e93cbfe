"""The words that tell of violence, where they stand and in which sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.lexicon.phrases import Phrases

SENTENCE = re.compile(r"[.!?;][\"'”’)\]]*\s+|\n+|\s{3,}")
VERB = "~"  # behind a verb: its endings are listed too


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the table: as written, lower case; its class, the number of its sentence, and where it stands."""

    word: str
    kind: str
    sentence: int
    start: int


def found_words(text: str) -> list[Found]:
    """The words of the table in a text, in order."""
    return list(_found(text))


def _found(text: str) -> Iterator[Found]:
    ends = [m.end() for m in SENTENCE.finditer(text)]
    sentence = 0
    for match in _phrases().finditer(text):
        while sentence < len(ends) and ends[sentence] <= match.start():
            sentence += 1
        word = " ".join(match[0].split()).lower()
        for kind in _kinds().get(word, ()):
            yield Found(word, kind, sentence, match.start())


@lexicon.from_rows
@cache
def _phrases() -> Phrases:
    return Phrases(_kinds())


@lexicon.from_rows
@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Classes by word, the endings of verbs among the words; listed armed groups are fighters."""
    out: dict[str, tuple[str, ...]] = {}
    for row in lexicon.rows("triage_words"):
        for word in forms(row["word"]):
            out[word] = tuple(dict.fromkeys((*out.get(word, ()), row["class"])))
    for row in lexicon.rows("groups"):
        if row["kind"] == "armed_group":
            for name in lexicon.names_of(row):
                if len(name) > 4 and name[0].isalnum():
                    out.setdefault(name.lower(), ("fighter",))
    return out


def forms(word: str) -> tuple[str, ...]:
    """A word of the table with the endings that its mark allows: "kill~" → kill, kills, killed, killing."""
    if not word.endswith(VERB):
        return (word,)
    verb = word.removesuffix(VERB)
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1] if re.search(r"[^aeiou][aeiou][bdgmnprt]$", verb) and verb in DOUBLING else stem
    return (verb, f"{verb}s", f"{doubled}ed", f"{doubled}ing", *((f"{verb}es",) if verb.endswith(("sh", "ch", "ss")) else ()))


DOUBLING = frozenset(("kidnap", "abet"))
