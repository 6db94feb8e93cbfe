"""What an actor's own words tell of it: its country and the sector of society it belongs to.

"Iraqi Prime Minister" → Iraq, government; "Kurdish fighters" → rebels; "gunmen" → no country. Nothing is guessed: words that no
table holds give None.
"""

import itertools
import re
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.actors.names import bodies, fold

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LONGEST = 8  # words of the longest name looked up
OF_KIND = {
    "state_force": "military",
    "armed_group": "rebel",
    "government": "government",
    "party": "party",
    "ngo": "ngo",
    "media": "media",
    "coalition": "military",
}
RANK = (  # where several sectors fit, the earlier one wins: "former army chief" is no serving soldier
    "former", "refugees", "intelligence", "police", "legislature", "judiciary", "education", "health", "agriculture", "labour",
    "crime", "militia", "rebel", "military", "media", "business", "party", "religion", "ngo", "government", "unknown", "civilians",
)  # fmt: skip
TELLING = frozenset(("legislature", "intelligence", "police", "judiciary", "former"))  # what words tell more exactly than a kind


@dataclass(frozen=True, slots=True)
class Identity:
    """What a phrase says of an actor: the listed name in it, ISO 3166-1 alpha-2 country, sector; None where it says nothing."""

    name: str | None
    country: str | None
    sector: str | None
    rule: str


def identify(phrase: str) -> Identity:
    """The identity of an actor from the phrase that names it."""
    words = [m[0] for m in WORD.finditer(phrase)]
    name, kind, country = _listed(phrase, words)
    sector = _sector(words)
    land = country or _country(words)
    if name is not None and kind in ("leader", *OF_KIND):
        if kind in ("government", "state_force") and fold(name) != fold(phrase):
            land = _country(words) or country  # "Chile's Defense Department" is not the Pentagon
        told = sector if kind == "leader" or sector in TELLING else OF_KIND[kind]
        return Identity(name, land, told or "government", f"actors.identify.{kind}")
    if name is None and land is None and sector is None:
        return Identity(None, None, None, "actors.identify.none")
    return Identity(name, land, sector, "actors.identify.words")


def _listed(phrase: str, words: list[str]) -> tuple[str | None, str, str | None]:
    """(name, kind, country) of the longest listed body or leader in a phrase."""
    whole = bodies().get(fold(phrase))
    if whole is not None:
        return whole.name, whole.kind, whole.country
    for size in range(min(LONGEST, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            key = re.sub(r"['’]s$", "", " ".join(words[i : i + size]))
            body = bodies().get(fold(key))
            if body is not None and key[:1].isupper() and (len(key) > 3 or key.isupper()):
                return body.name, body.kind, body.country
            if fold(key) in leaders():
                return key, "leader", leaders()[fold(key)]
    return None, "", None


@cache
def leaders() -> dict[str, str]:
    """Countries of listed leaders by folded name."""
    return {fold(row["name"]): row["country"] for row in lexicon.rows("leaders")}


@cache
def lands() -> dict[str, str]:
    """Countries by folded name, alias, demonym and capital, and by the adjectives made of them."""
    out: dict[str, str] = {}
    for row in lexicon.rows("countries"):
        for cell in (row["name"], row["aliases"], row["demonyms"]):
            for word in filter(None, cell.split("|")):
                if row["alpha2"]:
                    out.setdefault(fold(word), row["alpha2"])
    for row in lexicon.rows("capitals"):
        if row["capital"]:
            out.setdefault(fold(row["capital"]), row["alpha2"])
    for row in lexicon.rows("regions"):
        out.setdefault(fold(row["name"]), row["country"])
    out.update({f"{word}s": land for word, land in list(out.items()) if not word.endswith("s")})
    return out


def _country(words: list[str]) -> str | None:
    """The country a phrase names first, longest name first: "Harry Ho, Taiwan's deputy minister"."""
    for i in range(len(words)):
        for size in range(min(4, len(words) - i), 0, -1):
            key = re.sub(r"['’]s?$", "", " ".join(words[i : i + size]))
            if key[:1].isupper() and fold(key) in lands():
                return lands()[fold(key)]
    return None


def _sector(words: list[str]) -> str | None:
    """The sector the words of a phrase give, after RANK."""
    table = lexicon.index("sectors")
    lower = [re.sub(r"['’]s$", "", w).casefold() for w in words]
    pairs = [*lower, *(f"{a} {b}" for a, b in itertools.pairwise(lower))]
    found = {table[w]["sector"] for w in pairs if w in table}
    return next((sector for sector in RANK if sector in found), None)
