"""The reasons for and against a link, in words."""

from collections.abc import Callable
from datetime import date

from onrecord.lexicon import rows
from onrecord.link.accounts import Account, Toll
from onrecord.link.compare import Levels, stated
from onrecord.link.weigh import weights
from onrecord.records import Reason


def reasons(one: Account, other: Account, levels: Levels) -> tuple[Reason, ...]:
    """Every level as a reason, the weightiest first; the prior last."""
    words = {(row["reason"], row["level"]): row["words"] for row in rows("link_weights")}
    found = [
        Reason(f"{name}.{level}", weights()[name, level], _filled(words[name, level], name, one, other))
        for name, level in levels.items()
    ]
    found.sort(key=lambda reason: (-abs(reason.weight), reason.name))
    return (*found, Reason("prior", weights()["prior", ""], words["prior", ""]))


def _filled(words: str, name: str, one: Account, other: Account) -> str:
    if "{" not in words:
        return words
    if "{other}" not in words:
        shared = _shared(name, one, other)
        if shared:
            return words.format(one=shared)
    return words.format(one=_value(name, one), other=_value(name, other))


def _shared(name: str, one: Account, other: Account) -> str:
    """What two accounts have in common, where it is a set of names or a number."""
    common: frozenset[str] | set[Toll] = frozenset()
    if name in NAMES:
        common = NAMES[name](one) & NAMES[name](other)
    elif name == "place":
        common = frozenset(s.name for s in one.own) & frozenset(s.name for s in other.own)
    elif name in one.tolls and name in other.tolls:
        return min((_both(a, b) for a in one.tolls[name] for b in other.tolls[name] if stated(a) == stated(b)), default="")
    return ", ".join(sorted(str(shared) for shared in common))


NAMES: dict[str, Callable[[Account], frozenset[str]]] = {
    "victims": lambda account: account.victims,
    "people": lambda account: account.people,
    "actors": lambda account: frozenset(body.name or f"{body.side} side" for body in account.by),
}


def _value(name: str, account: Account) -> str:
    """What an account gives for a comparison."""
    if name == "type":
        return account.type.replace("_", " ")
    if name == "time":
        return account.edtf or (f"out on {_day(account.published)}" if account.published else "no day")
    if name == "news":
        return _day(account.published)
    if name == "place":
        return "/".join(dict.fromkeys(s.name for s in account.own))
    if name in NAMES:
        return ", ".join(sorted(NAMES[name](account)))
    return "/".join(_number(toll) for toll in account.tolls.get(name, ()))


def _both(one: Toll, other: Toll) -> str:
    """A number that two tolls give, with the bound they agree on."""
    return _number(one) if one == other else f"{stated(one):g}"


def _day(ordinal: int | None) -> str:
    return date.fromordinal(ordinal).isoformat() if ordinal else "no date"


def _number(toll: Toll) -> str:
    """A toll with its bounds: "12+", "up to 9", "8–10", "17"."""
    low, high = ("" if side is None else f"{side:g}" for side in toll)
    if low == high:
        return low or "some"
    return f"{low}+" if not high else f"up to {high}" if not low else f"{low}–{high}"
