"""Places told by others: streets and buildings in a town, a village so many kilometres from one."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord import lexicon
from onrecord.records import Parse, Span
from onrecord.where.find import DISTRICT, Found, fold_name
from onrecord.where.folding import fold
from onrecord.where.gazetteer import Candidate, look_up
from onrecord.where.nouns import noun_kind_of
from onrecord.where.score import distance_km

KM_A_DEGREE = 111.2
SUBURB_KM = 60  # within which a district of a town may be listed by itself
KM_A_MILE = 1.609
OFFSET = re.compile(
    r"(?P<number>\d{1,4}(?:\.\d{1,2})?)\s?-?(?P<unit>km|kilomet(?:re|er)s?|miles?)\b(?:\s*\([^)]{0,30}\))?\s+"
    r"(?:(?:to the )?(?P<way>north|south|east|west|north-?east|north-?west|south-?east|south-?west)\w*\s+of|from|outside|away from)\s+",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"(?:,? (?:an?|the) (?:[\w-]+ ){1,4})?,? ?(?:just |located |situated )?"
    r"(?:(?:to the )?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of|near|outside|close to|on the (?:outskirts|edge) of) "
)
TOWN = re.compile(r"(?:the (?:\w+ )?(?:city|town|capital)(?: of)? )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")
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
OWN_TOWN = 5_000  # people of a town that has an airport or base of its name
NAMED_AFTER_TOWNS = frozenset(
    "airport airbase airfield base hospital prison jail garrison barracks port refinery dam checkpoint area".split()
)
ELSEWHERE_KM = 400
REACH = 90  # characters behind a name in which its distance from a town is told


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
    kind: str = ""
    heads: list[int] = field(default_factory=list)
    bare: list[Span] = field(default_factory=list)

    @property
    def town(self) -> bool:
        """Whether it is a town that spots may lie in."""
        return self.kind == "town"


def unlisted(found: Found, rule: str, prec: int, at: Decided | Candidate | None = None) -> Decided:
    """A place of its own name at the point of another, or without a point."""
    point = (at.lat, at.lon, at.country) if at else (None, None, None)
    return Decided(found.name, [found.span], point[0], point[1], prec, rule, point[2], heads=[found.head], bare=[found.bare])


def offset(parse: Parse, found: Found, before: Sequence[Decided]) -> Decided | None:
    """A village told by distance and direction from a town: "Nakheel, about 40km south of Tikrit"."""
    tail = parse.text[found.span[1] : found.span[1] + REACH]
    match = OFFSET.search(tail)
    if match is None or "." in tail[: match.start()].replace("km.", ""):
        return None
    town = TOWN.match(tail, match.end())
    base = _base(town["name"], before) if town else None
    if base is None or base.lat is None or base.lon is None:
        return None
    if not match["way"]:
        near = float(match["number"]) * (KM_A_MILE if match["unit"].casefold().startswith("mile") else 1.0) <= 30
        return unlisted(found, "where.near", 2, base) if near else None
    km = float(match["number"]) * (KM_A_MILE if match["unit"].casefold().startswith("mile") else 1.0)
    angle = math.radians(BEARINGS[match["way"].casefold().replace("-", "")])
    made = unlisted(found, "where.offset", 2, base)
    made.lat = round(base.lat + km * math.cos(angle) / KM_A_DEGREE, 3)
    made.lon = round(base.lon + km * math.sin(angle) / (KM_A_DEGREE * math.cos(math.radians(base.lat))), 3)
    return made


def _base(name: str, before: Sequence[Decided]) -> Decided | Candidate | None:
    """The town a distance is measured from: one of the report's, else the most populous of the name."""
    here = next((p for p in reversed(before) if p.town and fold(p.name) == fold(name)), None)
    return here or next(iter(look_up((fold(name),)).get(fold(name), ())), None)


def spot(parse: Parse, found: Found, before: Sequence[Decided], listed: Candidate | None) -> Decided | None:
    """A street, building or district takes the point of its town: the one named behind it, else the last one named."""
    if found.kind not in ("spot", DISTRICT):
        return None if _are_people(found.name) else unlisted(found, "where.unlisted", 1)
    if listed is not None and _is_elsewhere(listed, before):
        listed = None  # "University Hospital" of a report from Texas is in no town of that name in Florida
    town = _own_town(found, listed) or _namesake(found, before) or _town_of(parse, found, before)
    prec = 3 if found.kind == DISTRICT else 2
    if town is None:
        return unlisted(found, "where.listed_spot" if listed else "where.spot", prec, listed)
    beside = listed is not None and not noun_kind_of(found.name) and distance_km(_point(town), listed) < SUBURB_KM
    return unlisted(found, "where.listed_spot" if beside else "where.spot", prec, listed if beside else town)


def _are_people(name: str) -> bool:
    """Whether an unknown name ends in a word for people: "Reserve Airmen", "Two Policemen"."""
    last = fold(name).split()[-1:]
    singular = [w.removesuffix("s") for w in last] + [w.removesuffix("men") + "man" for w in last if w.endswith("men")]
    return any(w in lexicon.words("people") for w in (*last, *singular))


def _is_elsewhere(listed: Candidate, before: Sequence[Decided]) -> bool:
    """Whether a town that a street or building seems to be called after is far from every place of the report so far."""
    located = [p for p in before if p.lat is not None and p.prec <= 4]
    return bool(located) and all(distance_km(_point(p), listed) > ELSEWHERE_KM for p in located)


def _point(place: Decided | Candidate) -> Candidate:
    return Candidate(0, place.name, place.country or "", "", place.lat, place.lon, 0, 1, "town")


def _own_town(found: Found, listed: Candidate | None) -> Candidate | None:
    """The town in the name of what a town has one of ("Tikrit airport", "the Tikrit base")."""
    if listed is None or listed.population < OWN_TOWN:
        return None
    return listed if found.label != "person" and fold(found.name).split()[-1] in NAMED_AFTER_TOWNS else None


def _namesake(found: Found, before: Sequence[Decided]) -> Decided | None:
    """The report's town that a hospital or base is called after ("Nakheel hospital")."""
    name = fold_name(found.name)
    return next((p for p in reversed(before) if p.town and fold_name(p.name) == name), None)


def _town_of(parse: Parse, found: Found, before: Sequence[Decided]) -> Decided | None:
    towns = [p for p in before if p.town]
    sent = parse.sentence_at(found.span[0])
    own = [p for p in towns if fold(found.name).startswith(fold(p.name) + " ")]
    beside = [p for p in towns if any(parse.sentence_at(s[0]) == sent for s in p.spans)] if sent is not None else []
    after = [p for p in beside if any(found.span[1] <= s[0] <= found.span[1] + 40 for s in p.spans)]
    return (own or after or beside or towns or [None])[-1]  # type: ignore[list-item]


def told_by(parse: Parse, found: Found, before: Sequence[Decided]) -> Decided | None:
    """A place that no gazetteer knows and that is told by a town: "Korbanou, north of Djibo", "Zarmeh, a village near Saraqeb"."""
    tail = parse.text[found.span[1] : found.span[1] + REACH]
    match = BESIDE.match(tail)
    town = TOWN.match(tail, match.end()) if match else None
    base = _base(town["name"], before) if town else None
    return unlisted(found, "where.near", 2, base) if base is not None and base.lat is not None and base.prec <= 2 else None
