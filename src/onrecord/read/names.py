"""What the makers of pages call a tag, and the kind of furniture that the name gives away."""

import re
from functools import cache, lru_cache

from onrecord.lexicon import rows

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
LISTING = re.compile(r"(?:category|tag|type|status|format|has|postid|page|paged|single)[-_]")  # what a report is filed under


@lru_cache(maxsize=4096)
def named(*names: str) -> tuple[str, str] | None:
    """The kind and reach of the first row of the table that the names of a tag match."""
    for name in " ".join(names).split():
        if LISTING.match(name):
            continue
        plain = " ".join(CAMEL.sub(" ", name).split()).lower()
        if plain and (match := _pattern()[0].search(plain)) and match.lastindex:
            return _pattern()[1][match.lastindex - 1]
    return None


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    found = rows("page_marks")
    return re.compile("|".join(rf"(\b(?:{row['pattern']})\b)" for row in found)), tuple((r["kind"], r["reach"]) for r in found)
