"""Find the runs of words that may be a name: capitalised words, the small words that tie them, listed names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord import lexicon
from onrecord.actors.names import HELD, acronyms, bodies, first_words, fold, spellings
from onrecord.records import Parse, Token

LINKS = frozenset("- al el bin ibn ben abu de la del los las da dos van von ul e i 's ’s".split())
PREPOSITIONS = frozenset(("of", "for"))
OPENERS = frozenset(
    "Near In At Outside Around Inside Between Across Along Over Under Within Since".split()
)  # tagged as names in lists of places
LONGEST_NAME = 13  # tokens of the longest alias worth looking up


def is_name_word(token: Token) -> bool:
    """Whether a token can be part of a name: a proper noun, or a capitalised word the tagger put into an entity."""
    if not token.text[:1].isupper() and not token.text[:1].isdigit():
        return False
    if token.text in OPENERS:
        return False
    if token.text[:1].isdigit():
        return token.pos == "PROPN"
    if (
        token.pos == "NOUN"
        and not token.text.isupper()
        and token.text.casefold() in lexicon.words("bodies")
        and token.dep != "ROOT"
    ):
        return True  # "the Front for …", whatever the tagger says
    return token.pos == "PROPN" or (
        token.ent in ("PERSON", "ORG", "NORP", "GPE", "FAC") and token.pos in ("NOUN", "ADJ", "X", "VERB")
    )


def runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that may be a name, in order: "Abu Omar al-Haddad", "Ministry of Defence"."""
    i, capitals = 0, is_capitals(parse.text)
    cuts = {first for first, _, label in parse.entities if label == "PERSON"}
    while i < len(parse):
        known = known_at(parse, i, capitals)
        if known:
            yield (i, i + known)
            i += known
        elif is_name_word(parse[i]) or _is_prefix(parse, i):
            last = _run_end(parse, i, cuts, capitals)
            yield (i, last)
            i = last
        else:
            i += 1


def is_capitals(text: str) -> bool:
    """Whether a text is written in capitals."""
    sample = [c for c in text[:4000] if c.isalpha()]
    return sum(c.isupper() for c in sample) > 0.6 * len(sample)


def _is_prefix(parse: Parse, i: int) -> bool:
    """Whether a lower-case article of a name starts here: "al-Haddad"."""
    return (
        parse[i].text in ("al", "el", "ad", "as", "ar", "an", "az", "ash", "at")
        and i + 2 < len(parse)
        and parse[i + 1].text == "-"
        and parse[i].end == parse[i + 1].start
        and parse[i + 2].text[:1].isupper()
    )


def known_at(parse: Parse, i: int, capitals: bool) -> int:
    """Length in tokens of the longest listed name that starts at token i, 0 when there is none."""
    token = parse[i]
    if not token.text[:1].isalnum() or not _opens_name(token.text):
        return 0
    end_of_sentence = parse.ranges[token.sent][1]
    for last in range(min(i + LONGEST_NAME, end_of_sentence), i, -1):
        words = parse.text[token.start : parse[last - 1].end]
        if fold(words) in bodies() and _looks_like_name(words, parse, i, capitals):
            return last - i
    return 0


@lexicon.from_rows
@lru_cache(HELD)
def _opens_name(word: str) -> bool:
    """Whether a listed name begins with the word."""
    return re.split(r"['/-]", fold(word), maxsplit=1)[0] in first_words()


def _looks_like_name(words: str, parse: Parse, i: int, capitals: bool) -> bool:
    """A listed name must be written as one: "IS", "Nato", not "is" or "Pa"; in a page of capitals the tagger decides.

    So it does for an acronym in small letters: "Fact" is no front, "Farc" is one.
    """
    if capitals and len(words) < 5:
        return parse[i].pos == "PROPN"
    if words.isupper() or words in spellings():
        return True
    return len(words) >= 4 and not words.islower() and (parse[i].pos == "PROPN" or fold(words) not in acronyms())


def _run_end(parse: Parse, i: int, cuts: set[int], capitals: bool) -> int:
    """Index after the last token of the name that starts at token i."""
    sent_end = parse.ranges[parse[i].sent][1]
    last = i + 3 if _is_prefix(parse, i) else i + 1
    while last < sent_end:
        token = parse[last]
        if is_name_word(token) and not known_at(parse, last, capitals):
            if last in cuts and parse[last - 1].ent in ("GPE", "ORG"):
                break  # "… of the party in Mosul Omar Haddad": a person's name starts anew
            last += 1
        elif (
            token.text.casefold() in LINKS and last + 1 < sent_end and _joins(parse, last) and not known_at(parse, last, capitals)
        ):
            last += 1
        elif token.text in PREPOSITIONS and _is_body(parse, last) and (step := _after_preposition(parse, last, sent_end)):
            last = step
        else:
            break
    return last


def _joins(parse: Parse, i: int) -> bool:
    """Whether the link word at i ties the words around it into one name."""
    token, after = parse[i], parse[i + 1]
    if token.text == "-":
        tight = token.start == parse[i - 1].end and after.start == token.end
        return tight and (after.text[:1].isupper() or after.text[:1].isdigit() or _ties(parse, i))
    if token.text in ("'s", "’s"):
        return _possessive_joins(parse, i)
    beyond = parse[min(i + 2, len(parse) - 1)]
    if after.text.casefold() in LINKS and after.text.isalpha() and beyond.sent == token.sent:
        return is_name_word(beyond)  # "Ana de la Cruz"
    return is_name_word(after) or (after.text == "-" and parse[min(i + 2, len(parse) - 1)].text[:1].isupper())


def _possessive_joins(parse: Parse, i: int) -> bool:
    """ "Attorney General's Office" is one name; "Iraq's Defence Ministry" is two."""
    after = parse[i + 1]
    return after.text in ("Office", "Party", "Army", "Front", "Department", "Bureau", "Union") and after.text[:1].isupper()


def _is_body(parse: Parse, last: int) -> bool:
    """Whether the run so far ends in a noun for a body ("Ministry", "Observatory")."""
    return parse[last - 1].text.casefold() in lexicon.words("bodies")


def _after_preposition(parse: Parse, i: int, end: int) -> int | None:
    """Index after the first name word behind "of"/"for" (and an article)."""
    j = i + 1
    if j < end and parse[j].text.casefold() == "the":
        j += 1
    return j + 1 if j < end and is_name_word(parse[j]) else None


def _ties(parse: Parse, i: int) -> bool:
    """Whether a hyphen stands inside a longer name with a small link: "Deir ez-Zor", "Guinea-Bissau"."""
    return parse[i + 1].text.casefold() in LINKS and i + 2 < len(parse) and parse[i + 2].text == "-"
