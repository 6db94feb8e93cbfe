"""Whether a time only bounds a comparison: "the deadliest attack since 2014"."""

from collections.abc import Iterator

from onrecord.lexicon import words
from onrecord.records import Parse, Token

RANKING = frozenset(("mark", "make", "be"))  # "marking the deadliest attack on the town since May"
FIRSTS = frozenset(("first", "only", "latest"))


def is_superlative(parse: Parse, token: Token) -> bool:
    """Whether the "since" over a token, or the token itself, hangs on a noun that is told to be the most or the first."""
    since = next((t for t in (token, *parse.ancestors(token)) if t.lemma == "since"), None)
    if since is None:
        return False
    nouns = [parse.head(since), *_above(parse, since)]
    if since.i > parse.ranges[since.sent][0]:  # the tree may hang it on the verb
        nouns += [parse[since.i - 1], *_above(parse, parse[since.i - 1])]
    told = (n for n in nouns if n.lemma not in words("place_nouns"))  # not "in the largest city since May"
    return any(k.tag in ("JJS", "RBS") or k.lemma in FIRSTS for noun in told for k in parse.kids(noun, "amod"))


def _above(parse: Parse, since: Token) -> Iterator[Token]:
    """The nouns over the one "since" hangs on: of "the deadliest attack in the region since May" the attack."""
    for token in parse.ancestors(since):
        if token.pos in ("VERB", "AUX"):
            yield from (k for k in parse.kids(token, "dobj", "attr") if k.i < since.i and token.lemma in RANKING)
            return
        yield token
