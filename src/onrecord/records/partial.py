"""A parse of only some of a text's sentences, which notes what else it is asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from onrecord.records.parse import Parse, Sentence, Token
from onrecord.records.spans import Span


class PartialParse(Parse):
    """A parse without the tokens of some sentences, or without their entities.

    `read` tells of each sentence that has tokens whether its entities were marked. What is asked of the others is answered as
    if they had no tokens, and their numbers are kept: in `trees` and, where an entity was asked for, in `names`.
    """

    __slots__ = ("_read", "names", "trees")

    def __init__(self, text: str, sentences: tuple[Sentence, ...], tokens: tuple[Token, ...], read: Mapping[int, bool]) -> None:
        super().__init__(text, sentences, tokens)
        self._read = read
        self.trees: set[int] = set()
        self.names: set[int] = set()

    def token_at(self, offset: int) -> Token | None:
        """The token at or before an offset in its sentence."""
        sent = self.sentence_at(offset)
        if sent is not None and sent not in self._read:
            self.trees.add(sent)
        return super().token_at(offset)

    def label_at(self, offset: int) -> str:
        """The entity label of the token at an offset, "" where it has none."""
        sent = self.sentence_at(offset)
        if sent is not None and not self._read.get(sent, False):
            self.names.add(sent)
            return ""
        return super().label_at(offset)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start inside a span."""
        first, end = bisect_right(self._sentence_starts, span[0]) - 1, bisect_left(self._sentence_starts, span[1])
        self.trees.update(sent for sent in range(max(first, 0), end) if sent not in self._read)
        return super().tokens_in(span)
