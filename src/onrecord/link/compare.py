"""Two accounts held side by side: what speaks for and against their being of one happening."""

from onrecord.link.accounts import CAMPAIGN, Account, Toll
from onrecord.link.scarcity import Scarcity
from onrecord.link.spots import FAR, NEAR, SAME, Spot, distance
from onrecord.link.types import differ, shared, tells_means
from onrecord.records.edtf import gap
from onrecord.where.folding import loose

Levels = dict[str, str]
NARROW = 7  # days of a time with no year, up to which meeting another says something
AREA = 4  # where_prec from which on a place is a division or a country, in which much happens
EXACT = 1  # date_prec of a day
TEXT = (0.04, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8)  # steps of likeness
TITLE = (0.01, 0.15, 0.3, 0.5, 0.8)
ENOUGH = 50  # accounts from which on it can be told which words are rare
PEOPLE_HIT = ("killed", "wounded", "casualties")


def levels(one: Account, other: Account, likeness: float, scarcity: Scarcity) -> Levels:
    """The level of each comparison that can be made, by its name; comparisons that either side gives nothing for are left out."""
    found = {
        "type": _type(one, other),
        "time": _time(one, other),
        "news": _news(one, other),
        "place": _place(one, other, scarcity),
        "passage": _passage(one, other, scarcity),
        "victims": _victims(one, other),
        "people": _people(one, other, scarcity),
        "actors": _actors(one, other, scarcity),
        "text": str(step(likeness, TEXT)) if scarcity.many >= ENOUGH else "few",
        "title": _title(one, other),
    }
    if not found["time"] and not found["news"]:
        found["time"] = "unknown"
    found |= {measure: _tolls(one.tolls.get(measure, ()), other.tolls.get(measure, ())) for measure in PEOPLE_HIT}
    return {name: level for name, level in found.items() if level}


def step(share: float, steps: tuple[float, ...]) -> int:
    """How many steps a share reaches."""
    return sum(share >= bound for bound in steps)


def _type(one: Account, other: Account) -> str:
    if one.type == other.type:
        return "same"
    return "other_means" if tells_means(one.type) and tells_means(other.type) else "kin"


def _time(one: Account, other: Account) -> str:
    """How the times told agree; a report out before the day of the other's happening cannot be about it."""
    if _before_it(one, other) or _before_it(other, one):
        return "told_before"
    if one.days is None or other.days is None:
        return ""
    if one.family.endswith(CAMPAIGN) and abs(one.days.first - other.days.first) > NARROW:
        return "other_period"
    between, wide = gap(one.days, other.days), max(one.days.width, other.days.width)
    if one.days.yearless or other.days.yearless:
        same = "same_no_year" if wide <= NARROW else "broad"
        return same if between == 0 else "apart_no_year" if between > 3 else "days"
    if between == 0:
        return "same_day" if wide == 1 else "within" if wide <= 31 else "broad"
    return ("next_day", "days", "week", "month", "apart")[step(between, (2, 4, 8, 32))]


def _before_it(one: Account, other: Account) -> bool:
    exact = one.date_prec == EXACT and one.days is not None and not one.days.yearless
    return exact and one.days is not None and other.published is not None and one.days.first > other.published + 1


def _news(one: Account, other: Account) -> str:
    """How far apart the reports came out: all there is to go by where one of them gives no time."""
    timed = one.days is not None and other.days is not None and max(one.days.width, other.days.width) <= 31
    if timed or one.published is None or other.published is None:
        return ""
    return ("day", "days", "week", "month", "year", "years")[step(abs(one.published - other.published), (2, 4, 8, 32, 366))]


def _place(one: Account, other: Account, scarcity: Scarcity) -> str:
    """The nearest two of the places the events themselves are bound to."""
    if not one.own or not other.own:
        return ""
    found = [_spots(a, b) for a in one.own for b in other.own]
    best = min(found, key=("same", "near", "same_area", "part", "unclear", "apart", "far", "other_country").index)
    if best in ("apart", "far", "other_country") and _names_it(one, other):
        return "named"
    if best != "same":
        return best
    common = {s.key for s in one.own} & {s.key for s in other.own}
    return "same_" + (scarcity.level(scarcity.places[key] for key in common) if common else "some")


def _names_it(one: Account, other: Account) -> bool:
    """Whether either names the place the other is bound to, so that one of them may have been bound to the wrong place."""
    return any(s.key in other.named for s in one.own) or any(s.key in one.named for s in other.own)


def told_apart(one: Account, other: Account) -> Levels:
    """The levels of two accounts of one report, whose words and names say nothing: only the facts, and that it tells them apart."""
    found = {"type": _type(one, other), "time": _time(one, other), "report": "told_apart"}
    return {name: level for name, level in found.items() if level}


def _spots(one: Spot, other: Spot) -> str:
    if one.country and other.country and one.country != other.country:
        return "other_country"
    between = distance(one, other)
    if one.exact and other.exact and between is not None:
        return ("same", "near", "apart", "far")[step(between, (SAME, NEAR, FAR))]
    if one.key == other.key or loose(one.name) == loose(other.name):
        areas = (one.where_prec >= AREA) + (other.where_prec >= AREA)
        return ("same", "part", "same_area")[areas]
    return "unclear" if between is None else "part"


def _passage(one: Account, other: Account, scarcity: Scarcity) -> str:
    """The rarest place that the passages of both name."""
    if not one.named or not other.named:
        return ""
    common = one.named & other.named
    return "shared_" + scarcity.level(scarcity.places[key] for key in common) if common else "none"


def _victims(one: Account, other: Account) -> str:
    if not one.victims or not other.victims:
        return ""
    return "same" if one.victims & other.victims else "different"


def _people(one: Account, other: Account, scarcity: Scarcity) -> str:
    """The persons named in both: two rare names are next to proof."""
    if not one.people or not other.people:
        return ""
    common = one.people & other.people
    if not common:
        return "none"
    level = scarcity.level(scarcity.names[name] for name in common)
    return f"{'several' if len(common) > 1 else 'one'}_{'common' if level == 'common' else 'rare'}"


def _actors(one: Account, other: Account, scarcity: Scarcity) -> str:
    """Whether named bodies did it; two reports that only say "gunmen" agree on nothing, those that say "the army" on little."""
    names = shared(one.by, other.by)
    groups = names & {body.name for body in one.by if body.side == "armed"}
    if names:
        return "same_" + (scarcity.level(scarcity.bodies[name] for name in groups) if groups else "common")
    return "different" if differ(one.by, other.by) else ""


def _title(one: Account, other: Account) -> str:
    if not one.title or not other.title:
        return ""
    return str(step(len(one.title & other.title) / len(one.title | other.title), TITLE))


def _tolls(ours: tuple[Toll, ...], theirs: tuple[Toll, ...]) -> str:
    """The two tolls that agree best; an open bound agrees with all it allows. Rival tolls of one happening differ often."""
    if not ours or not theirs:
        return ""
    order = ("equal_many", "equal_few", "equal_one", "allowed", "close", "differ", "far")
    return min((_toll(a, b) for a in ours for b in theirs), key=order.index)


def stated(toll: Toll) -> float | None:
    """The number a toll names, whatever its bound."""
    return toll[0] if toll[0] is not None else toll[1]


def _toll(one: Toll, other: Toll) -> str:
    low, high = stated(one), stated(other)
    if low is None or high is None:
        return "allowed"
    if low == high:
        return "equal_one" if low <= 1 else "equal_few" if low < 5 else "equal_many"
    if (one[1] is None or (other[0] or 0) <= one[1]) and (other[1] is None or (one[0] or 0) <= other[1]):
        return "allowed"
    less, more = sorted((low, high))
    return "close" if more - less <= 1 or more <= 1.5 * less else "differ" if more <= 4 * max(less, 1) else "far"
