"""Decide which place a name is: by the countries the report speaks of, other places near it, the noun beside it, people living there."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord import lexicon
from onrecord.records import Parse, Span
from onrecord.where.find import STRONG, Found, acts, fold_name
from onrecord.where.folding import fold
from onrecord.where.gazetteer import Candidate, look_up, look_up_loosely

CLOSE = 1.5  # a rival scoring within this of the best is kept beside it
KM_A_DEGREE = 111.2
NEARBY = frozenset(("near", "outside", "around", "off", "toward", "towards", "from"))
OFFSET = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s?-?(?P<unit>km|kilomet(?:re|er)s?|miles?)\b(?:\s*\([^)]*\))?\s+(?:to the )?"
    r"(?P<way>north|south|east|west|north-?east|north-?west|south-?east|south-?west)\w*\s+of\s+",
    re.IGNORECASE,
)
BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}


@dataclass(slots=True)
class Decided:
    """A place in the making: its mentions and what was decided of it."""

    name: str
    spans: list[Span]
    lat: float | None
    lon: float | None
    prec: int
    rule: str
    country: str | None = None
    rivals: tuple[str, ...] = ()
    town: bool = False
    heads: list[int] = field(default_factory=list)


@cache
def nationalities() -> dict[str, str]:
    """Country codes by folded country name, alias and demonym."""
    out: dict[str, str] = {}
    for row in lexicon.rows("countries"):
        for cell in (row["name"], row["aliases"], row["demonyms"]):
            for word in filter(None, cell.split("|")):
                out.setdefault(fold(word), row["alpha2"])
    return out


@cache
def bodies() -> frozenset[str]:
    """Folded names of the listed bodies: what the tagger takes for a place and is none."""
    cells = (cell for row in lexicon.rows("groups") for cell in (row["name"], *row["aliases"].split("|")))
    return frozenset(fold(cell) for cell in cells if cell) - {"pentagon", "white house", "kremlin"}


def context(parse: Parse, extra: str = "") -> Counter[str]:
    """How often each country is spoken of, by name or nationality, in the text and its head."""
    words = [t.text for t in parse if t.text[:1].isupper()]
    words += re.findall(r"[A-Z][\w.]+", extra)
    out = Counter(nationalities()[f] for w in words if (f := fold(w)) in nationalities())
    pairs = re.findall(r"(?=\b([A-Z][\w.]+ [A-Z][\w.]+)\b)", parse.text[:20_000] + " " + extra)
    out.update(nationalities()[f] for w in pairs if (f := fold(w)) in nationalities())
    return out


def decide(parse: Parse, names: Sequence[Found], spoken: Counter[str]) -> list[Decided]:
    """The places of a text in the order of their first mention."""
    exact = look_up([n for f in names for n in (f.name, fold_name(f.name))])
    missing = [n for f in names if f.name not in exact and fold_name(f.name) not in exact for n in (fold_name(f.name),)]
    loosely = look_up_loosely(missing) if spoken else {}
    near: list[Candidate] = _anchors(names, exact, spoken)
    for place in near:
        spoken[place.country] += 1
    out: list[Decided] = []
    known: dict[str, Decided] = {}
    for found in names:
        key = fold_name(found.name) if found.kind != "spot" else fold(found.name)
        again = known.get(key)
        if again is not None:
            if not _is_actor(parse, found, again):
                again.spans.append(found.span)
                again.heads.append(found.head)
            continue
        options = exact.get(found.name) or exact.get(fold_name(found.name)) or ()
        made = _decide(parse, found, options, loosely.get(fold_name(found.name), ()), spoken, near, out)
        if made is not None:
            known[key] = made
            out.append(made)
    return out


def _is_actor(parse: Parse, found: Found, place: Decided) -> bool:
    return place.prec == 6 and acts(parse, parse[found.head])


def _anchors(names: Sequence[Found], exact: Mapping[str, tuple[Candidate, ...]], spoken: Counter[str]) -> list[Candidate]:
    """Places that only one reading fits: the ground the others are measured from."""
    out = []
    for found in names:
        options = [c for c in exact.get(found.name, ()) if c.prec < 6 and (not spoken or c.country in spoken)]
        if found.sent_from and options:
            out.append(options[0])
            spoken[options[0].country] += 3
            continue
        if (
            found.labelled
            and options
            and (len(options) == 1 or options[0].population > 20 * max(1, options[1].population))
            and options[0].population > 20_000
        ):
            out.append(options[0])
    return out[:40]


def _decide(
    parse: Parse,
    found: Found,
    options: Sequence[Candidate],
    loosely: Sequence[Candidate],
    spoken: Counter[str],
    near: Sequence[Candidate],
    before: Sequence[Decided],
) -> Decided | None:
    """One name: a country or region, a spot in a town, a listed place, an offset from one, or a name without a point."""
    if fold(found.name) in bodies() or "-led" in found.name or "-backed" in found.name:
        return None
    if fold(found.name) in nationalities() and not any(c.prec == 6 for c in options):
        return None
    token = parse[found.head]
    country = next((c for c in options if c.prec in (6, 7)), None)
    if country is not None and found.kind in ("", "fuzzy"):
        if country.prec == 6 and (acts(parse, token) or (not found.labelled and found.doubtful)):
            return None
        return Decided(
            country.name,
            [found.span],
            country.lat,
            country.lon,
            country.prec,
            "where.country",
            country.country or None,
            heads=[found.head],
        )
    if found.kind == "fuzzy" and not any(c.prec == 5 for c in options):
        return Decided(found.name, [found.span], None, None, 5, "where.fuzzy", heads=[found.head])
    located = found.labelled or found.kind != "" or found.before in STRONG
    if found.doubtful and found.kind == "" and not (found.before in STRONG and options):
        return None
    if not located and not (found.before and options and any(c.country in spoken for c in options)):
        return None
    made = _offset(parse, found, before)
    if made is not None and not any(c.country in spoken for c in options):
        return made
    best = _best(found, options, spoken, near) or _best_loosely(found, loosely, spoken, near)
    if best is not None and found.kind != "spot":
        chosen, rivals, rule = best
        prec = _precision(found, chosen)
        return Decided(
            found.name, [found.span], chosen.lat, chosen.lon, prec, rule, chosen.country, rivals, chosen.prec == 1, [found.head]
        )
    return _spot(parse, found, before, best[0] if best and found.kind == "spot" and best[0].prec < 6 else None)


def _precision(found: Found, chosen: Candidate) -> int:
    if chosen.prec == 1 and found.before in NEARBY and found.before == "near":
        return 2
    return 3 if found.kind == "district" and chosen.prec < 4 else chosen.prec


def _best(
    found: Found, options: Sequence[Candidate], spoken: Counter[str], near: Sequence[Candidate]
) -> tuple[Candidate, tuple[str, ...], str] | None:
    """The best candidate, its close rivals and the rule that chose it."""
    if not options:
        return None
    ranked = sorted(((_score(found, c, spoken, near), c) for c in options), key=lambda pair: (-pair[0], pair[1].id))
    score, chosen = ranked[0]
    if score < 2.0:
        return None
    rivals = tuple(
        f"{c.name}, {c.country}"
        for s, c in ranked[1:4]
        if score - s < CLOSE and (c.country, c.admin1) != (chosen.country, chosen.admin1)
    )
    rule = "where.only" if len(options) == 1 else "where.context" if chosen.country in spoken else "where.people"
    return chosen, rivals, rule


def _best_loosely(
    found: Found, options: Sequence[Candidate], spoken: Counter[str], near: Sequence[Candidate]
) -> tuple[Candidate, tuple[str, ...], str] | None:
    """A place under another spelling: only in a country the report speaks of."""
    best = _best(found, [c for c in options if c.country in spoken and c.prec < 6], spoken, near)
    return (best[0], best[1], "where.spelling") if best else None


def _score(found: Found, place: Candidate, spoken: Counter[str], near: Sequence[Candidate]) -> float:
    """People count by powers of ten; the report's countries and nearness to its other places more; the noun beside the name most."""
    score = math.log10(place.population + 10)
    total = sum(spoken.values())
    if total:
        strange = -1.5 if place.population < 100_000 else -0.3
        score += 1.0 + 4.0 * spoken[place.country] / total if place.country in spoken else strange
    others = [c for c in near if c.id != place.id and c.lat is not None and place.lat is not None]
    if others and place.lat is not None:
        distance = min(distance_km(place, c) for c in others)
        score += 2.0 if distance < 100 else 1.0 if distance < 300 else 0.0
    if place.prec == 4:
        score += 3.0 if found.kind in ("division", "district") else 1.5
        score -= 2.0 if found.kind == "town" else 0.0
    elif found.kind == "division":
        score -= 4.0
    elif place.prec == 1 and found.kind == "town":
        score += 1.0
    return score


def distance_km(one: Candidate | Decided, other: Candidate | Decided) -> float:
    """Distance of two places in kilometres, on a sphere."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    p, q = math.radians(one.lat), math.radians(other.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _offset(parse: Parse, found: Found, before: Sequence[Decided]) -> Decided | None:
    """A village told by distance and direction from a town: "Nakheel, about 40km south of Tikrit"."""
    tail = parse.text[found.span[1] : found.span[1] + 90]
    match = OFFSET.search(tail)
    if match is None or "." in tail[: match.start()].replace("km.", ""):
        return None
    town = re.match(r"[\w'’-]+(?: [A-Z][\w'’-]+)*", tail[match.end() :])
    base = next((p for p in reversed(before) if town and p.town and fold(p.name) == fold(town[0])), None)
    if base is None and town:
        options = look_up((town[0],)).get(town[0], ())
        base = Decided(town[0], [], options[0].lat, options[0].lon, 1, "", options[0].country) if options else None
    if base is None or base.lat is None or base.lon is None:
        return None
    km = float(match["number"]) * (1.609 if match["unit"].casefold().startswith("mile") else 1.0)
    angle = math.radians(BEARINGS[match["way"].casefold().replace("-", "")])
    lat = base.lat + km * math.cos(angle) / KM_A_DEGREE
    lon = base.lon + km * math.sin(angle) / (KM_A_DEGREE * math.cos(math.radians(base.lat)))
    return Decided(found.name, [found.span], round(lat, 3), round(lon, 3), 2, "where.offset", base.country, heads=[found.head])


def _spot(parse: Parse, found: Found, before: Sequence[Decided], listed: Candidate | None) -> Decided | None:
    """A street, building or district takes the point of its town: the one named behind it, else the last one named."""
    if found.kind not in ("spot", "district"):
        return (
            Decided(found.name, [found.span], None, None, 1, "where.unlisted", heads=[found.head])
            if found.labelled or found.kind == "town"
            else None
        )
    sent = parse.sentence_at(found.span[0])
    towns = [p for p in before if p.town]
    beside = [p for p in towns if any(parse.sentence_at(s[0]) == sent for s in p.spans)]
    own = [p for p in towns if fold(found.name).startswith(fold(p.name) + " ")]
    town = (own or beside or towns or [None])[-1]  # type: ignore[list-item]
    if town is None:
        if listed is None:
            return Decided(found.name, [found.span], None, None, 2, "where.spot", heads=[found.head])
        return Decided(
            found.name, [found.span], listed.lat, listed.lon, 2, "where.listed_spot", listed.country, heads=[found.head]
        )
    return Decided(found.name, [found.span], town.lat, town.lon, 2, "where.spot", town.country, heads=[found.head])
