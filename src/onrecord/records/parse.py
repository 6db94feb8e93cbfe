"""A parsed text: tokens with tags, heads and entities, and ways to walk the tree."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.records.spans import Span

AFTER_NOUN = frozenset(("prep", "pobj", "nummod", "npadvmod"))  # dependents that may follow a noun inside its phrase


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of prose to be parsed as one sentence; `block` numbers the paragraph it stands in."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `lemma` is lower case; `pos` is the universal tag, `tag` the Penn tag, `dep` the dependency label.

    `head` is the index of the governing token (its own index at the root); `ent` the entity label or "", `sent` the index
    of its sentence. Offsets are those of the canonical text.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    sent: int

    @property
    def span(self) -> Span:
        """Where the token stands in the text."""
        return (self.start, self.end)


class Parse:
    """The tokens of a text's sentences with their syntax trees. Build it once, read it from every stage.

    `text` is the canonical text, with case restored where the page had lost it; `sentences[k]` owns the tokens
    `range(*self.ranges[k])`. `entities` are the spans of tokens (first, last + 1, label) that the tagger marked.
    """

    __slots__ = ("_kids", "_left", "_right", "_sentence_starts", "_starts", "entities", "ranges", "sentences", "text", "tokens")

    def __init__(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        tokens: tuple[Token, ...],
        entities: tuple[tuple[int, int, str], ...] = (),
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.tokens = tokens
        self.entities = entities
        self._starts = [t.start for t in tokens]
        self._sentence_starts = [s.span[0] for s in sentences]
        self._kids: list[list[int]] = [[] for _ in tokens]
        self._left = list(range(len(tokens)))
        self._right = list(range(len(tokens)))
        self.ranges: list[tuple[int, int]] = [(0, 0)] * len(sentences)
        for t in tokens:
            if t.head != t.i:
                self._kids[t.head].append(t.i)
            first, _ = self.ranges[t.sent]
            self.ranges[t.sent] = (first if self.ranges[t.sent][1] else t.i, t.i + 1)
        self._spread()

    def _spread(self) -> None:
        """Fill in the leftmost and rightmost token under each token: walk each token's line of heads."""
        for t in self.tokens:
            head, seen = t.head, 0
            while seen < len(self.tokens):
                self._left[head] = min(self._left[head], t.i)
                self._right[head] = max(self._right[head], t.i)
                if self.tokens[head].head == head:
                    break
                head, seen = self.tokens[head].head, seen + 1

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def head(self, token: Token) -> Token:
        """The governing token (the token itself at a root)."""
        return self.tokens[token.head]

    def kids(self, token: Token, *deps: str) -> list[Token]:
        """The dependents of a token in text order, of these dependency labels only when any are given."""
        return [self.tokens[k] for k in self._kids[token.i] if not deps or self.tokens[k].dep in deps]

    def kid(self, token: Token, *deps: str) -> Token | None:
        """The first dependent with one of these labels."""
        return next((self.tokens[k] for k in self._kids[token.i] if self.tokens[k].dep in deps), None)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The token's governors, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[int, int]:
        """Range of token indices (first, last + 1) under a token, itself included."""
        return (self._left[token.i], self._right[token.i] + 1)

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and what is coordinated with it after it ("A, B and C" from A)."""
        out = [token]
        for kid in self.kids(token, "conj"):
            out.extend(self.conjuncts(kid))
        return out

    def span(self, first: int, last: int) -> Span:
        """Text span of the tokens `first` up to, not including, `last`."""
        return (self.tokens[first].start, self.tokens[last - 1].end)

    def tree_span(self, token: Token) -> Span:
        """Text span of all that hangs under a token."""
        return self.span(*self.subtree(token))

    def index_at(self, offset: int) -> int:
        """Index of the token at or before an offset, -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def token_at(self, offset: int) -> Token | None:
        """The token at or before an offset in its sentence; None in furniture and where the sentence was not parsed."""
        i = self.index_at(offset)
        return self.tokens[i] if i >= 0 and offset < self.sentences[self.tokens[i].sent].span[1] else None

    def label_at(self, offset: int) -> str:
        """The entity label of the token at an offset, "" where it has none."""
        token = self.token_at(offset)
        return token.ent if token else ""

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start inside a span."""
        return self.tokens[self.index_at(span[0] - 1) + 1 : self.index_at(span[1] - 1) + 1]

    def sentence_tokens(self, sent: int) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        first, last = self.ranges[sent]
        return self.tokens[first:last]

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds an offset; None in furniture."""
        i = self.index_at(offset)
        if i >= 0 and offset < self.sentences[self.tokens[i].sent].span[1]:
            return self.tokens[i].sent
        k = bisect_right(self._sentence_starts, offset) - 1
        return k if k >= 0 and offset < self.sentences[k].span[1] else None

    def noun_phrase(self, token: Token, stop: Callable[[Token], bool] | None = None) -> Span:
        """Span of the noun phrase headed by a token: its left modifiers, the noun, and prepositional phrases after it.

        Clauses, appositions, coordination, brackets and anything after a comma stay out; `stop` ends it early at the first
        right dependent it accepts.
        """
        first = min([token.i, *(self._left[k] for k in self._kids[token.i] if k < token.i and self._is_modifier(k))])
        first = next((k + 1 for k in range(token.i - 1, first, -1) if self.tokens[k].text == ":"), first)
        if first < token.i and self.tokens[first].lemma == "alive":
            first += 1  # said of the deed, though the tree hangs it on the noun: "burned alive two guards"
        return self.span(first, self._phrase_end(token.i, stop, False) + 1)

    def _phrase_end(self, i: int, stop: Callable[[Token], bool] | None, nested: bool) -> int:
        """Index of the last token of the noun phrase headed by token i; coordination counts inside prepositional phrases only."""
        last, joined = i, False
        for k in self._kids[i]:
            dep = self.tokens[k].dep
            if k <= i or (nested and dep == "cc" and k == last + 1):
                joined = k > i
                continue
            inside = nested and (dep in ("pobj", "pcomp") or (joined and dep == "conj"))
            if not (inside or dep in AFTER_NOUN) or (stop and stop(self.tokens[k])):
                break
            last = self._phrase_end(k, stop, True)
        return last

    def _is_modifier(self, k: int) -> bool:
        return self.tokens[k].dep not in ("punct", "cc", "conj", "relcl", "acl", "appos", "preconj", "mark", "prep", "advcl")
