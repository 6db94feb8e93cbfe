"""Noun phrases and names that the trees of a message hold: what may have been hit, and who may have been hurt."""

from collections.abc import Iterator, Sequence, Set
from functools import cache

from bench.muc4_phrases import PREMISES
from onrecord import lexicon
from onrecord.events.things import STRUCTURES
from onrecord.records import Event, Parse, Span, Token

PARTS = ("compound", "nmod", "amod", "npadvmod")  # dependents that are part of the noun they stand before
BEFORE = (*PARTS, "nummod", "poss", "advmod", "quantmod")
SUFFERING = ("dobj", "nsubjpass")
LONGEST = 6  # words of a name


@cache
def things() -> frozenset[str]:
    """Nouns for what may be hit."""
    return STRUCTURES | lexicon.words("bodies") | {*PREMISES}


def headed(tree: Parse) -> Iterator[Span]:
    """Spans of the phrases whose head is a noun for what may be hit."""
    for token in _nouns(tree):
        if token.lemma in things() or token.text.casefold() in things():
            yield from cuts(tree, token)


def governed(tree: Parse, events: Sequence[Event]) -> Iterator[Span]:
    """Spans of the phrases for what the verbs of a deed are done to."""
    for event in events:
        for verb in tree.tokens_in(event.trigger):
            for kid in tree.kids(verb, *SUFFERING):
                for each in tree.conjuncts(kid):
                    if each.pos in ("NOUN", "PROPN"):
                        yield from cuts(tree, each)


def cuts(tree: Parse, noun: Token) -> Iterator[Span]:
    """A noun phrase up to its noun, cut before any of its modifiers, and whole with what is bound to it behind."""
    start = noun.i
    yield noun.span
    for kid in reversed([k for k in tree.kids(noun, *BEFORE) if k.i < noun.i]):
        if tree.subtree(kid)[1] != start:
            break
        start = tree.subtree(kid)[0]
        yield (tree[start].start, noun.end)
    end = tree.noun_phrase(noun)[1]
    if end > noun.end:
        yield (tree[start].start, end)
        yield (noun.start, end)


def names(tree: Parse, known: Set[str]) -> Iterator[Span]:
    """Spans of names that may be people's: two words or more, none of them among those known as something else's."""
    for token in _nouns(tree):
        first = token.i
        while first > 0 and tree[first - 1].pos == "PROPN" and tree[first - 1].head in (first, token.i):
            first -= 1
        words = [t.text.casefold() for t in tree.tokens[first : token.i + 1]]
        if 1 < len(words) <= LONGEST and not any(word in known for word in words):
            yield tree.span(first, token.i + 1)


def _nouns(tree: Parse) -> Iterator[Token]:
    return (t for t in tree if t.pos in ("NOUN", "PROPN") and t.dep not in PARTS)
