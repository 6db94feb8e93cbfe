"""Runs of words that are written as names, and where a run falls into several names."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord import lexicon
from onrecord.lexicon.phrases import Phrases
from onrecord.records import Parse, Token

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
PREFIXES = frozenset(("al", "el", "ad", "ar", "as", "az", "an", "ash", "at"))
LINKS = frozenset(("-", "al", "el", "ez", "az", "ad", "ar", "as", "de", "la", "las", "los", "del", "do", "da", "i", "e", "'s", "’s",
                   "upon", "sur", "bin", "abu", "y", "le", "les", "es"))  # fmt: skip
PREPOSITIONS = frozenset(("in", "at", "near", "from", "to", "around", "outside", "inside", "into", "toward", "towards", "through",
                          "across", "off", "within", "of", "between", "against", "on", "over", "for", "beyond", "along", "via",
                          "leaving", "and", "throughout"))  # fmt: skip
NO_NAMES = frozenset(("i", "the", "a", "an", "he", "she", "it", "we", "they", "his", "her", "its", "our", "their", "this", "that",
                      "these", "those", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "if", "but", "as", "by", "with", "god",
                      "same", "who", "what", "when", "where", "there", "here", "no", "not", "so", "then", "after", "before"))  # fmt: skip
BUILDINGS = frozenset(("Hospital", "Square", "Church", "Bridge", "Park"))


def runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that are one run of names, in order; none inside the name of a listed body ("Islamic State of Iraq")."""
    spans = _body_spans(parse)
    phrases = {parse.index_at(m.start()): m.end() for m in _phrases().finditer(parse.text)}
    at, i = 0, 0
    while i < len(parse):
        if i in phrases:
            last = parse.index_at(phrases[i] - 1) + 1
            yield i, last
            i = last
            continue
        while at < len(spans) and spans[at][1] <= parse[i].start:
            at += 1
        hidden = at < len(spans) and spans[at][0] <= parse[i].start
        if hidden or not _starts(parse, i):
            i += 1
            continue
        last = _end(parse, i)
        yield i, last
        i = last


def _body_spans(parse: Parse) -> list[tuple[int, int]]:
    """Where names of listed bodies stand: those of several words, read off the words one after the other."""
    return [m.span() for m in _bodies().finditer(parse.text)]


def is_name(parse: Parse, token: Token) -> bool:
    """Whether a word is written as a name: a capital and a name's tag, a place's label, or a capital inside the sentence."""
    word = token.text.casefold()
    if (
        not token.text[:1].isupper()
        or token.ent in ("DATE", "TIME")
        or word in PREPOSITIONS
        or word in NO_NAMES
        or word in titles()
    ):
        return False
    if token.pos == "PROPN" or token.ent in PLACE_LABELS:
        return True
    return token.ent != "NORP" and token.pos in ("NOUN", "ADJ", "X") and token.i > parse.ranges[token.sent][0]


@cache
def titles() -> frozenset[str]:
    """Titles and ranks before names ("Brig", "Gen."), which are no names of places."""
    countries = {a.casefold() for row in lexicon.rows("countries") for a in lexicon.names_of(row)}
    return lexicon.words("titles") - countries


def _starts(parse: Parse, i: int) -> bool:
    prefix = parse[i].text in PREFIXES and i + 2 < len(parse) and parse[i + 1].text == "-" and parse[i + 2].text[:1].isupper()
    return is_name(parse, parse[i]) or prefix


def _end(parse: Parse, i: int) -> int:
    """Index after the name that starts at token i; a change from a place's label to another ends it."""
    end = parse.ranges[parse[i].sent][1]
    last = i + 1
    while last < end and (is_name(parse, parse[last]) or _is_linked(parse, last, end)):
        if is_name(parse, parse[last]) and _splits(parse[last - 1], parse[last]):
            break
        last += 1
    return last


def _splits(one: Token, other: Token) -> bool:
    """Whether two neighbours are of different names: a place beside a person or a body ("Ohio Governor John Kasich")."""
    labels = {one.ent, other.ent}
    return len(labels) == 2 and bool(labels & {"GPE", "LOC"}) and bool(labels & {"PERSON", "ORG", "NORP"})


def _is_linked(parse: Parse, last: int, end: int) -> bool:
    """Whether a small word or a hyphen goes on inside a name ("Deir ez-Zor", "San Luis de la Reina", "al-Hawijah")."""
    token = parse[last]
    small = token.text.casefold()
    tight = parse[last - 1].text == "-" and token.start == parse[last - 1].end
    if tight and (token.text[:1].isupper() or small in LINKS):
        return True
    if small not in LINKS or last + 1 >= end:
        return False
    after = parse[last + 1]
    if token.text == "-":
        joined = token.start == parse[last - 1].end and after.start == token.end
        return joined and (after.text[:1].isupper() or after.text.casefold() in LINKS)
    if token.text in ("'s", "’s"):
        return after.text in BUILDINGS
    return is_name(parse, after) or after.text == "-" or (after.text.casefold() in LINKS and last + 2 < end)


@cache
def _phrases() -> re.Pattern[str]:
    """Names of countries and regions with small words in them: "Democratic Republic of the Congo", "Cote d'Ivoire"."""
    rows = (*lexicon.rows("countries"), *lexicon.rows("places"))
    names = {n for row in rows for n in lexicon.names_of(row) if re.search(r"\S .*\b(?:of|and|the|d)\b|'", n)}
    words = "|".join(re.escape(n).replace(r"\ ", r"\s+").replace("'", "['’]") for n in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b")


@lexicon.from_rows
@cache
def _bodies() -> Phrases:
    """Names of listed bodies that hold more than one word."""
    names = {n for row in lexicon.rows("groups") for n in lexicon.names_of(row) if " " in n and n[0].isalnum()}
    return Phrases(names, joint=r"\W{1,3}")
