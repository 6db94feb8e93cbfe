"""Countries by their names and by the words for their people."""

from functools import cache

from onrecord import lexicon
from onrecord.actors.names import fold


@cache
def demonyms() -> dict[str, str]:
    """ISO codes by folded country name, alias and demonym."""
    return lexicon.peoples(fold)


@cache
def plain_demonyms() -> frozenset[str]:
    """Folded demonyms without a plural "s": "iraqi", "american"."""
    cells = (row["demonyms"] for row in lexicon.rows("countries"))
    return frozenset(fold(word).rstrip("s") for cell in cells for word in cell.split("|") if word)


@cache
def states() -> dict[str, str]:
    """ISO codes by folded country name and alias: those that can act as a government."""
    out: dict[str, str] = {}
    for row in lexicon.rows("countries"):
        if row["alpha2"]:
            for word in lexicon.names_of(row):
                out.setdefault(fold(word), row["alpha2"])
    return out


@cache
def nations() -> dict[str, str]:
    """Names of states by folded demonym."""
    rows = [row for row in lexicon.rows("countries") if row["alpha2"]]
    return {fold(word): row["name"] for row in rows for word in row["demonyms"].split("|") if word}
