"""What an actor's own words tell of it: its kind, its country, the body above it and the sector of society it belongs to.

"Iraqi Prime Minister" → Iraq, government; "Kurdish fighters" → rebels; "gunmen" → no country; "Quds Force" → of the IRGC. Nothing is guessed: words that no
table holds give None.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.actors.names import Body, above, bodies, fold, is_shared, spellings
from onrecord.actors.nations import states

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ARTICLED = re.compile(r"(?:al|el)-[A-Z]")
LONGEST = 8  # words of the longest name looked up
AFTER_HEAD = re.compile(r",|\s(?:of|in|from|at|for|who|with|near|on|to|by|loyal|armed with)\s")  # what follows a head noun
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
    """What a phrase says of an actor; None where it says nothing.

    `name` and `parent` are names of listed bodies, `country` is an ISO 3166-1 alpha-2 code, `kind` one of the manual's.
    """

    name: str | None
    country: str | None
    sector: str | None
    rule: str
    kind: str | None = None
    parent: str | None = None


def identify(phrase: str) -> Identity:
    """The identity of an actor from the phrase that names it."""
    words = [m[0] for m in WORD.finditer(phrase)]
    body = _listed(phrase, words) if not is_shared(phrase) else None
    leader = _leader(words) if body is None else None
    sector, land = _sector(words), _country(words)
    if leader is not None:
        return Identity(leader, leaders()[fold(leader)], sector or "government", "actors.identify.leader", "person")
    if body is None:
        kind = _kind(phrase)
        told = (land, sector, kind) != (None, None, None)
        return Identity(None, land, sector, "actors.identify.words" if told else "actors.identify.none", kind)
    if body.kind in ("government", "state_force") and fold(body.name) != fold(phrase):
        land = _country(_owner_words(words)) or body.country  # "Chile's Defense Department" is not the Pentagon
    else:
        land = body.country or land
    rule = f"actors.identify.{body.kind}" if body.kind in OF_KIND else "actors.identify.words"
    if body.kind in OF_KIND and sector not in TELLING:
        sector = OF_KIND[body.kind]
    return Identity(body.name, land, sector, rule, body.kind, body.parent)


def _listed(phrase: str, words: list[str]) -> Body | None:
    """The longest listed body in a phrase; one that belongs to it goes before: "al-Qaeda's branch AQAP"."""
    whole = bodies().get(fold(phrase))
    if whole is not None:
        return whole
    found = [body for key in _parts(words) if (body := _body(key)) is not None]
    below = (body for body in found if found[0] in above(fold(body.name)))
    return next(below, found[0]) if found else None


def _owner_words(words: list[str]) -> list[str]:
    """The words of a phrase before the first that tells only where: "an FBI agent in Lima"."""
    where = next((i for i, word in enumerate(words) if word in ("in", "at", "near", "from", "on")), len(words))
    return words[:where]


def _body(key: str) -> Body | None:
    """The listed body that some words of a phrase name, written as names are."""
    if key.isupper() or key in spellings():
        return bodies().get(fold(key))
    written = key[:1].isupper() or ARTICLED.match(key)
    return bodies().get(fold(key)) if written and len(key) > 3 else None


def _leader(words: list[str]) -> str | None:
    """The listed leader in a phrase."""
    return next((key for key in _parts(words) if fold(key) in leaders()), None)


def _parts(words: list[str]) -> Iterator[str]:
    """The words that stand together in a phrase, longest first, without a possessive ending."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            yield re.sub(r"['’]s$", "", " ".join(words[i : i + size]))


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


def _kind(phrase: str) -> str | None:
    """The kind that the head noun of a phrase gives: "two Chilean farmers", "gunmen in uniform", "the Hill Relief Committee"."""
    if fold(phrase) in states():
        return "government"
    words = [m[0].casefold() for m in WORD.finditer(AFTER_HEAD.split(phrase, maxsplit=1)[0])]
    for ending in (words[-2:], words[-1:]):
        for word in _singulars(" ".join(ending)):
            row = next((row for table in ("people", "bodies") if (row := lexicon.index(table).get(word))), None)
            if row is not None:
                opposed = row["kind"] == "state_force" and any(w.startswith("anti-") for w in words)
                return "armed_group" if opposed else row["kind"]
    return None


def _singulars(word: str) -> tuple[str, ...]:
    """A word and what it may be the plural of."""
    endings = (("ies", "y"), ("men", "man"), ("es", ""), ("s", ""))
    return (word, *(word.removesuffix(old) + new for old, new in endings if word.endswith(old)))
