"""spaCy's attribute ruler, which asks its 180 patterns about every token, made to ask about each kind of token once.

Nearly all its patterns are of one token and look at its word, tag and dependency only, so that what matched is remembered by
these three. The few of several tokens are matched as ever. The annotations are the same.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

LOOKED_AT = frozenset(("TAG", "LOWER", "ORTH", "TEXT", "DEP", "IS_SPACE"))  # what a remembered pattern may ask
MOST = 20_000  # kinds of token that are remembered, then all are forgotten
Match = tuple[int, int, int, int]


def remember(ruler: "AttributeRuler") -> None:
    """Let a ruler remember what matched."""
    ruler.match = Remembered(ruler)  # type: ignore[method-assign]


class Remembered:
    """Stands for `AttributeRuler.match`: the matches of a document in the order in which they are applied."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        from spacy.matcher import Matcher

        strings = ruler.vocab.strings
        self._single, self._longer = Matcher(ruler.vocab, validate=False), Matcher(ruler.vocab, validate=False)
        self._number: dict[int, int] = {}
        for number, held in enumerate(ruler.patterns):
            key = strings.add(str(number))
            self._number[key] = number
            patterns = cast("list[list[dict[str, Any]]]", held["patterns"])
            single = [p for p in patterns if len(p) == 1 and LOOKED_AT.issuperset(p[0])]
            for matcher, part in ((self._single, single), (self._longer, [p for p in patterns if p not in single])):
                if part:
                    matcher.add(key, part)
        self._known: dict[tuple[int, int, int], list[tuple[int, int]]] = {}

    def __call__(self, doc: "Doc") -> list[Match]:
        found = [(number, key, i, i + 1) for i, hit in enumerate(self._hits(doc)) for number, key in hit]
        if len(self._longer):
            longer = self._longer(doc, allow_missing=True, as_spans=False)
            found += [(self._number[key], key, start, end) for key, start, end in longer]
        return sorted(found)

    def _hits(self, doc: "Doc") -> Iterator[list[tuple[int, int]]]:
        """The patterns of one token that match each token: their numbers and keys."""
        if len(self._known) > MOST:
            self._known.clear()
        for i, row in enumerate(doc.to_array(["ORTH", "TAG", "DEP"]).tolist()):
            kind = tuple(row)
            hit = self._known.get(kind)
            if hit is None:
                matches = self._single(doc[i : i + 1], allow_missing=True, as_spans=False)
                hit = self._known[kind] = [(self._number[key], key) for key, _, _ in matches]
            yield hit
