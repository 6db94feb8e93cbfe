"""Whether a time only bounds a comparison: "the deadliest attack since 2014"."""

from onrecord.records import Parse, Token

FIRSTS = frozenset(("first", "only", "latest"))


def is_superlative(parse: Parse, token: Token) -> bool:
    """Whether the "since" over a token, or the token itself, hangs on a noun that is told to be the most or the first."""
    since = next((t for t in (token, *parse.ancestors(token)) if t.lemma == "since"), None)
    if since is None:
        return False
    before = parse.tokens[max(0, since.i - 1) : since.i]
    nouns = (parse.head(since), *(t for t in before if t.sent == since.sent))  # the tree may hang it on the verb
    return any(k.tag in ("JJS", "RBS") or k.lemma in FIRSTS for noun in nouns for k in parse.kids(noun, "amod"))
