"""Claims of a headline: "Nine killed in a blast: police", "Nine killed in raid – UN", "Police: nine killed", the mark their cue."""

from collections.abc import Collection, Iterator
from functools import cache

from onrecord import lexicon
from onrecord.attribute.claim import Claim
from onrecord.attribute.sources import is_bare
from onrecord.records import Parse, Token

LONGEST = 4  # words of a source before or behind the colon
VICTIMS = frozenset(
    ("civilians", "armed_group")
)  # "Nine killed in a raid: villagers" may tell who; "- villagers" says who says so
DASHES = frozenset(("-", "–", "—", "--"))
Words = tuple[Token, ...]
HAPPENED = frozenset(("VBD", "VBN", "VBZ", "VBP"))


def headline_claims(parse: Parse) -> Iterator[Claim]:
    """The claims of sentences without a full stop that begin or end with somebody who speaks and a colon or a dash."""
    for low, high in parse.ranges:
        tokens = parse.tokens[low:high]
        if not tokens or tokens[-1].text in (".", ":", "?", "!"):
            continue
        for source, colon, said in _parted(parse, tokens):
            if not source or not said:
                continue
            speaker = _speaker(source, () if colon.text in DASHES and source[0].i > colon.i else VICTIMS)
            if speaker is not None and any(t.tag in HAPPENED or t.lemma == "dead" for t in said):
                clause = parse.span(min(colon.i, source[0].i), max(colon.i, source[-1].i) + 1)
                content = parse.span(said[0].i, said[-1].i + 1)
                yield Claim(colon.span, (content,), "attribute.headline", "asserts", speaker, None, clause)
                break


def _parted(parse: Parse, tokens: Words) -> Iterator[tuple[Words, Token, Words]]:
    """What may be source, mark and words said: on either side of the first colon, else behind the last dash or before the first."""
    colon = next((t for t in tokens if t.text == ":"), None)
    dashes = [t for t in tokens if t.text in DASHES and parse.text[t.start - 1 : t.start].isspace()]
    if colon is None and len(dashes) == 2 and parse[min(dashes[1].i + 1, tokens[-1].i)].pos in ("VERB", "AUX"):
        return  # "The villagers - mostly farmers - were shot"
    for mark in [colon] if colon is not None else dashes[-1:]:
        yield parse.tokens[mark.i + 1 : tokens[-1].i + 1], mark, parse.tokens[tokens[0].i : mark.i]
    for mark in [colon] if colon is not None else dashes[:1]:
        yield parse.tokens[tokens[0].i : mark.i], mark, parse.tokens[mark.i + 1 : tokens[-1].i + 1]


def _speaker(tokens: Words, never: Collection[str]) -> Token | None:
    """The noun of a short phrase of people or a body, of no such kind: "police", "health ministry", "UN official"."""
    named = 0 < len(tokens) <= LONGEST and is_bare(tokens) and all(t.pos != "NUM" for t in tokens)
    last = tokens[-1] if named else None
    if last is None or last.pos not in ("NOUN", "PROPN"):
        return None
    row = _nouns().get(last.lemma) or _nouns().get(last.text.casefold())
    return last if (row["kind"] not in never if row else last.ent == "ORG") else None


@cache
def _nouns() -> dict[str, lexicon.Row]:
    """The rows of nouns for bodies and people by their words."""
    return {row["word"]: row for table in ("bodies", "people") for row in lexicon.rows(table)}
