"""Spellings of one name folded together: case, accents, articles, hyphens, doubled letters, common transliterations."""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "az", "an", "ash", "at", "the", "ez", "er", "es", "ed", "dr", "ul"))
TRANSLIT: tuple[tuple[str, str], ...] = tuple(
    (pair.split("=")[0], pair.split("=")[1])
    for pair in "ou=u oo=u ee=i ei=i ay=i ai=i ey=i dh=d gh=g kh=k q=k th=t sh=s ch=s y=i o=u e=i w=u v=u".split()
)


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name in lower-case letters and digits, words joined by single spaces: "Deir ez-Zor" → "deir ez zor"."""
    plain = unicodedata.normalize("NFKD", name.replace("ʼ", "'").replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"['’‘`ʿʾ.]", "", bare).replace("-", " ").replace("_", " ").split())


@lru_cache(maxsize=50_000)
def loose(name: str) -> str:
    """A key under which transliterations meet: "Ar Raqqah", "Raqqa" → "rakka"; "Hawija", "al-Huwayjah" stay apart only in vowels."""
    words = [w for w in fold(name).split() if w not in ARTICLES] or fold(name).split()
    out = "".join(words)
    for old, new in TRANSLIT:
        out = out.replace(old, new)
    out = re.sub(r"(.)\1+", r"\1", out)
    return re.sub(r"(?:ah|h)$", "", out) if len(out) > 3 else out
