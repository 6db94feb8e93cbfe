"""The profiles, whose rules and their sources are rows of the table `profiles`, and the numbers they read in one figure."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.errors import UsageError
from onrecord.ledger.entries import Entry

Range = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Profile:
    """A named way to turn figures into numbers: the value of each step, and the rules in words with their sources."""

    name: str
    steps: dict[str, str]
    rules: tuple[tuple[str, str], ...]


@cache
def profiles() -> dict[str, Profile]:
    """The profiles by name, in the order of the table."""
    rows: dict[str, list[lexicon.Row]] = defaultdict(list)
    for row in lexicon.rows("profiles"):
        rows[row["profile"]].append(row)
    return {
        name: Profile(name, {r["step"]: r["value"] for r in some}, tuple((r["words"], r["source"]) for r in some))
        for name, some in rows.items()
    }


def profile(name: str) -> Profile:
    """The profile of a name. UsageError when there is none."""
    found = profiles().get(name)
    if found is None:
        raise UsageError(f"{name}: no such profile; there are {', '.join(profiles())}")
    return found


def numbers(entry: Entry, by: Profile) -> Range | None:
    """The range a profile reads in a figure; None where its words give no number."""
    fig = entry.figure
    if fig.bound == "vague" and fig.low is None and fig.high is None:
        number = vague_number(entry.words, by.name) if by.steps["vague"] == "convert" else None
        return (number, number) if number is not None else None
    if (fig.low is None and fig.high is None) or (fig.low is not None and 0 < fig.low < 1):
        return None  # no number, or a share
    high = fig.high if fig.high is not None or by.steps["no_high"] == "none" else fig.low
    return fig.low, high


def vague_number(words: str, name: str) -> float | None:
    """The number a profile puts for a vague word, None when it has none."""
    plain = words.casefold().removesuffix(" of")
    return _vague(name).get(plain, _vague(name).get(plain.split(maxsplit=1)[-1] if plain else ""))


@cache
def _vague(name: str) -> dict[str, float]:
    return {r["word"]: float(r["number"]) for r in lexicon.rows("vague_values") if r["profile"] == name}
