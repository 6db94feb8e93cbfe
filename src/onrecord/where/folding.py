"""Spellings of one name folded together: case, accents, articles, hyphens, doubled letters, common transliterations."""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "az", "an", "ash", "at", "the", "ez", "er", "es", "ed", "ul", "ud"))
SINGLE = str.maketrans(
    {"ʼ": "'", "ı": "i", "ø": "o", "ł": "l", "Ø": "o", "Ł": "l", "đ": "d", "Đ": "d", "ß": "s", "æ": "e", "Æ": "e"}
)
MARKS = re.compile(r"['’‘`ʻʿʾ.]")
SPACED = str.maketrans("-–_/", "    ")
SOUNDS = dict(pair.split("=") for pair in "dj=j zh=z dh=d gh=g kh=k ph=f th=t sh=s ch=s ck=k q=k x=ks v=w".split())
SOUND = re.compile("|".join(SOUNDS))
VOWEL_W = re.compile(r"(?<=[ao])w(?![aeiou])")
FRONT_C = re.compile(r"c(?=[eiy])")
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiouy]+")
LAST_H = re.compile(r"h$")
SKELETON = 3  # consonants that may stand for a name; a shorter name keeps its vowels


@lru_cache(maxsize=10_000)
def fold(name: str) -> str:
    """A name in lower-case letters and digits, words joined by single spaces: "Deir ez-Zor" → "deir ez zor"."""
    bare = name.translate(SINGLE)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(MARKS.sub("", bare.casefold()).translate(SPACED).split())


@lru_cache(maxsize=10_000)
def loose(name: str) -> str:
    """A key under which transliterations meet: "Hawija", "al-Huwayjah" → "hwj"; "Ninawa", "Nineveh" → "nnw"."""
    folded = fold(name).split()
    letters = "".join([w for w in folded if w not in ARTICLES] or folded)
    letters = SOUND.sub(lambda found: SOUNDS[found[0]], letters)
    letters = FRONT_C.sub("s", VOWEL_W.sub("u", letters)).replace("c", "k")
    letters = LAST_H.sub("", DOUBLED.sub(r"\1", letters)) if len(letters) > 3 else letters
    first = "a" if letters[:1] in "aeiou" else letters[:1]
    bones = first + VOWELS.sub("", letters[1:])
    return bones if len(bones) >= SKELETON else letters


def variants(name: str) -> tuple[str, ...]:
    """Folded spellings of a name to look up, the written one first: with and without its article ("al-Tanf", "Tanf")."""
    written = fold(name)
    first, _, rest = written.partition(" ")
    if first in ARTICLES and rest:
        return (written, rest, *(f"{other} {rest}" for other in ("al", "el") if other != first))
    return (written, f"al {written}", f"el {written}") if " " not in written else (written,)
