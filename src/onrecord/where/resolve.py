"""Decide which place a name is: by the countries the report speaks of, other places near it, the noun beside it, people living there."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from onrecord import lexicon
from onrecord.records import Parse
from onrecord.where.acting import acts
from onrecord.where.choose import Beside, Best, best_of
from onrecord.where.evidence import is_led_to, is_place
from onrecord.where.find import BIG, DISTRICT, Found, Known, fold_name
from onrecord.where.folding import fold
from onrecord.where.gazetteer import Candidate, look_up_loosely
from onrecord.where.ground import context_of, countries_spoken_of, named, nationalities, options_of
from onrecord.where.score import Context, distance_km, lies_in
from onrecord.where.spots import Decided, offset, spot, told_by, unlisted

ALIKE = 0.6  # likeness of a name to its other spelling
DIVISIONS = frozenset(("division", "district", "region"))
ASTRAY_KM = 150  # how far a listed place may lie from where the report says it is
TRANSLITERATED = frozenset("AE AF AM AZ BD BG BH BY CN DJ DZ EG ER ET GE GR IL IN IQ IR JO KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR "
                           "NP OM PK PS QA RS RU SA SD SO SY TD TH TJ TM TN TR UA UZ YE".split())  # fmt: skip
QUARTERS = frozenset(("west", "east", "north", "south"))  # "attacks against the West" are in no town of that name
LEADS_TO_PLACES = frozenset(("near", "in", "outside", "inside"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What counts as a mention of a place beside what the manual says: countries that act."""

    acting: bool = False


@lexicon.from_rows
@cache
def bodies() -> frozenset[str]:
    """Folded names of the listed bodies: what the tagger takes for a place and is none."""
    cells = (cell for row in lexicon.rows("groups") for cell in lexicon.names_of(row))
    return frozenset(fold(cell) for cell in cells if cell) - {"pentagon", "white house", "kremlin"}


def decide(parse: Parse, names: Sequence[Found], known: Known, head: str, reading: Reading) -> list[Decided]:
    """The places of a text in the order of their first mention."""
    people = _people(parse)
    spoken = countries_spoken_of(parse, head)
    kept = _kept(parse, names, known, people, spoken)
    context = context_of(kept, known, spoken)
    loosely = _loosely(kept, known) if context.spoken else {}
    out: list[Decided] = []
    by_name: dict[tuple[str, str], Decided] = {}
    for found in kept:
        key = _key(found, known)
        again = by_name.get(key) or _otherwise_called(found, by_name, known)
        if reading.acting and found.kind == "spot" and found.label == "other":
            continue
        if again is None:
            made = _decide(parse, found, known, loosely.get(fold_name(found.name), ()), context, out, reading)
            if made is not None:
                by_name[key] = made
                out.append(made)
        elif reading.acting or not _is_body(parse, found, again.prec):
            again.spans.append(found.span)
            again.heads.append(found.head)
            again.bare.append(found.bare)
    return out


def _kept(parse: Parse, names: Sequence[Found], known: Known, people: frozenset[str], spoken: Counter[str]) -> list[Found]:
    """The names that are places: those with evidence of their own, and the same name again."""
    sure = [
        f
        for f in names
        if is_place(f, options_of(f, known), _is_within(f, known), _is_person(f, people), spoken)
        and not _is_one_who_acts(parse, f, people)
    ]
    places = {fold(f.name) for f in sure if not f.modifies and f.kind != "spot" and (options_of(f, known) or f.kind)} - people
    chosen = set(map(id, sure))
    return [f for f in names if id(f) in chosen or (fold(f.name) in places and not f.modifies)]


def _key(found: Found, known: Known) -> tuple[str, str]:
    """What tells one place from another in a report: its name, and whether a spot or division is meant."""
    if found.kind == "spot":
        return fold(found.name), "spot"
    name = fold(found.name) if fold(found.name) in known and found.kind not in DIVISIONS else fold_name(found.name)
    return name, (DISTRICT if found.kind == DISTRICT else "division") if found.kind in DIVISIONS else ""


def _otherwise_called(found: Found, by_name: Mapping[tuple[str, str], Decided], known: Known) -> Decided | None:
    """The division meant by its bare name, or the other way round, where no town bears the name too."""
    name, kind = _key(found, known)
    if kind:
        bare = by_name.get((name, ""))
        return bare if bare is not None and bare.prec in (3, 4) else None
    called = by_name.get((name, "division")) or by_name.get((name, DISTRICT))
    towns = any(c.prec == 1 and c.country == called.country for c in known.get(name, ())) if called else False
    return None if towns else called


def _is_body(parse: Parse, found: Found, prec: int) -> bool:
    """Whether a name stands for a state or opens a body's name, and for no place."""
    return found.modifies or (prec == 6 and found.head >= 0 and acts(parse, parse[found.head]))


def _people(parse: Parse) -> frozenset[str]:
    """Folded last words of the persons named with two words or more."""
    named = [(a, b) for a, b, label in parse.entities if label == "PERSON" and b - a > 1]
    return frozenset(fold(parse[b - 1].text) for a, b in named if not _is_beside_near(parse, a))


def _is_beside_near(parse: Parse, first: int) -> bool:
    """Whether "near" opens a name, or a preposition of places leads to it: then it is no person's."""
    return parse[first].text.casefold() == "near" or (first > 0 and parse[first - 1].text.casefold() in LEADS_TO_PLACES)


def _is_person(found: Found, people: frozenset[str]) -> bool:
    """Whether somebody of this name is in the report, or of its last word where the tagger sees no place."""
    name = fold(found.name)
    return name in people or (
        found.label != "place" and not found.kind and name.split()[-1:] != [] and name.split()[-1] in people
    )


def _is_one_who_acts(parse: Parse, found: Found, people: frozenset[str]) -> bool:
    """Whether somebody of the report speaks or acts, whatever stands before the name: "at the camp, Portilla said"."""
    token = parse[found.head] if found.head >= 0 else None
    return token is not None and token.dep == "nsubj" and found.label != "place" and _is_person(found, people)


def _is_within(found: Found, known: Known) -> bool:
    options = named(found.within, known)
    return any(c.prec >= 3 or c.population >= 10 * BIG for c in options)


def _loosely(names: Sequence[Found], known: Known) -> Mapping[str, tuple[Candidate, ...]]:
    """Candidates under other spellings of the names the gazetteer does not know as written."""
    missing = sorted({fold_name(f.name) for f in names if not options_of(f, known)})
    alike: dict[str, tuple[Candidate, ...]] = {}
    for name, options in look_up_loosely(missing).items():
        alike[name] = tuple(
            c for c in options if c.country in TRANSLITERATED and SequenceMatcher(None, name, fold_name(c.name)).ratio() >= ALIKE
        )
    return alike


def _decide(
    parse: Parse,
    found: Found,
    known: Known,
    loosely: Sequence[Candidate],
    context: Context,
    before: Sequence[Decided],
    reading: Reading,
) -> Decided | None:
    """One name: a country or region, a spot in a town, a listed place, an offset from one, or a name without a point."""
    options = options_of(found, known)
    if fold(found.name) in QUARTERS or fold(found.name) in bodies() or "-led" in found.name or "-backed" in found.name:
        return None
    if fold(found.name) in nationalities() and not any(c.prec == 6 for c in options):
        return None
    beside = Beside(named(found.within, known), named(found.holds, known))
    best = best_of(options, found, context, beside)
    if best is None:
        likely = [c for c in loosely if c.country in context.spoken and c.prec < 6]
        best = best_of(likely, found, context, beside, "where.spelling")
    if best is not None and not reading.acting and _speaks(parse, found, best.place):
        return None
    outside = fold(found.name) == fold(parse.text[slice(*found.bare)])  # "areas of India": the noun is no part of the name
    if best is not None and best.place.prec >= 6 and (outside or found.kind != "spot"):
        return _country(found, best)
    if found.kind == "fuzzy" and (best is None or best.place.prec != 5):
        return unlisted(found, "where.fuzzy", 5)
    told = offset(parse, found, before)
    if told is not None and (
        best is None or best.place.country not in context.spoken or distance_km(best.place, told) > ASTRAY_KM
    ):
        return told
    return _placed(parse, found, best, beside, context, before)


def _placed(
    parse: Parse, found: Found, best: Best | None, beside: Beside, context: Context, before: Sequence[Decided]
) -> Decided | None:
    """A name by what lies around it, else as it is listed, else by the town it is told by or lies in."""
    whole = _whole_around(found, beside, context)
    if whole is not None and best is not None and whole.prec == 6 and _bears(best.place.country, found.within):
        whole = None
    astray = not (best and any(lies_in(best.place, c) for c in beside.around))
    if whole is not None and found.kind in ("", "town", DISTRICT) and astray:
        return unlisted(found, "where.within", whole.prec, whole)
    plain = best is None and found.kind in ("", "town")
    if plain and (town := _town_around(found, beside, context)) is not None:
        return unlisted(found, "where.within", 3 if found.inside else 2, town)
    if best is not None and (found.kind != "spot" or best.place.kind in ("spot", "water", "relief", "area")):
        return _listed(found, best)
    if found.kind == "" and (any(c.isdigit() for c in found.name) or (best is None and not is_led_to(found))):
        return None
    if plain and (near := told_by(parse, found, before)) is not None:
        return near
    return spot(parse, found, before, best.place if best and found.kind == "spot" and best.place.prec < 6 else None)


def _speaks(parse: Parse, found: Found, place: Candidate) -> bool:
    """Whether a name stands for a body: a building that speaks ("the Pentagon said"), a state that acts."""
    subject = found.head >= 0 and parse[found.head].dep == "nsubj" and not found.before
    return (place.kind == "spot" and subject) or _is_body(parse, found, place.prec)


def _whole_around(found: Found, beside: Beside, context: Context) -> Candidate | None:
    """The division or country that stands behind a name; none where the best known of that name is a town, unless a village lies in it."""
    first = next(iter(beside.around), None)
    if first is None or (first.prec == 1 and found.kind == "" and not found.inside):
        return None
    wholes = (c for c in beside.around if c.prec in (3, 4, 6) and (c.country in context.spoken or (c is first and c.prec == 6)))
    return next(wholes, None)


def _town_around(found: Found, beside: Beside, context: Context) -> Candidate | None:
    """The town that a name unknown to the gazetteer lies in: "Bab el-Louk, central Cairo"."""
    towns = [c for c in beside.around if c.prec == 1 and (c.country in context.spoken or c.population > BIG)]
    return towns[0] if towns and towns[0] is beside.around[0] else None


def _bears(country: str, name: str) -> bool:
    """Whether a country is called by a name too that another one bears: "Goma in Congo" is in the Democratic Republic."""
    return any(code == country and name in called.split() for called, code in nationalities().items())


def _country(found: Found, best: Best) -> Decided:
    """A country or international region."""
    made = _listed(found, best)
    made.name, made.rule = best.place.name, "where.country"
    return made


def _listed(found: Found, best: Best) -> Decided:
    place = best.place
    return Decided(
        found.name,
        [found.span],
        place.lat,
        place.lon,
        _precision(found, place),
        best.rule,
        place.country or None,
        best.rivals,
        place.kind,
        [found.head],
        [found.bare],
    )


def _precision(found: Found, chosen: Candidate) -> int:
    if chosen.prec == 1 and found.before == "near":
        return 2
    return 3 if found.kind in ("district", "region") and chosen.prec < 3 else chosen.prec
