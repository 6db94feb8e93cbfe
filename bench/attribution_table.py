"""How many attributions are found, by mode, by family of cue and by kind of speaker: a table beside the scorer's one figure.

An attribution counts as found when the contents share at least SHARE of their letters and the sources overlap (or both are absent).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord import lexicon

SHARE = 0.8
PRONOUNS = frozenset("he she they it i we you who which that him her them his their its".split())
GROUPS = frozenset(
    "officials police authorities people residents witnesses voters aides supporters critics experts analysts".split()
)
FAMILIES = (
    ("according to", re.compile(r"according to|in the words of", re.IGNORECASE)),
    ("tell", re.compile(r"\b(?:told|tells?|telling)\b", re.IGNORECASE)),
    ("say", re.compile(r"\b(?:said|says?|saying)\b", re.IGNORECASE)),
    ("adverb", re.compile(r"\w+ly$", re.IGNORECASE)),
)
Span = Sequence[int]
Quote = dict[str, Any]


def table(documents: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]) -> str:
    """Lines of "what: found of all (share)" over all documents."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for document, row in zip(documents, rows, strict=True):
        for quote, found in _matched(document["text"], document["quotes"], row["quotes"]):
            for view, value in _views(document["text"], quote):
                counts[view, value, found] += 1
    keys = sorted({(view, value) for view, value, _ in counts})
    return "\n".join(
        f"{view:8s} {value:14s} {_share(counts[view, value, True], counts[view, value, False])}" for view, value in keys
    )


def _share(found: int, missed: int) -> str:
    return f"{found:5d} of {found + missed:5d}  {100 * found / (found + missed):5.1f} %"


def _matched(text: str, gold: Sequence[Quote], given: Sequence[Quote]) -> Iterator[tuple[Quote, bool]]:
    letters = [_letters(text, q["content_spans"]) for q in given]
    for quote in gold:
        own = _letters(text, quote["content_spans"])
        same = (g for g, other in zip(given, letters, strict=True) if _overlap(own, other) >= SHARE)
        yield quote, any(_same_source(quote.get("source_spans") or [], g.get("source_spans") or []) for g in same)


def _letters(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for a, b in spans for i in range(a, b) if text[i].isalnum())


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _same_source(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return (not one and not other) or any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def _views(text: str, quote: Quote) -> Iterator[tuple[str, str]]:
    yield "mode", quote.get("type") or quote.get("mode") or "?"
    yield "cue", _family(" ".join(text[a:b] for a, b in quote.get("cue_spans") or []))
    yield "speaker", _speaker(" ".join(text[a:b] for a, b in quote.get("source_spans") or []))


def _family(cue: str) -> str:
    found = next((name for name, pattern in FAMILIES if pattern.search(cue)), None)
    return found or ("noun or other" if not re.search(r"\w+(?:ed|ing|s)\b|wrote|thought|made|saw|sought", cue) else "other verb")


def _speaker(words: str) -> str:
    """Kind of speaker by the words: none, pronoun, name, group or role."""
    parts = words.split()
    if not parts:
        return "none"
    if parts[0].casefold() in PRONOUNS and len(parts) == 1:
        return "pronoun"
    if any(p[:1].isupper() for p in parts[1:]) or (
        parts[0][:1].isupper() and parts[0].casefold() not in ("the", "a", "an", "some")
    ):
        return "name"
    last = re.sub(r"\W", "", parts[-1].casefold())
    return "group" if last in GROUPS or (last.endswith("s") and last not in lexicon.words("people")) else "role"
