"""Claims of a headline: "Nine killed in a blast: police", "Nine killed in raid – UN", "Police: nine killed", the mark as their cue."""

from collections.abc import Iterator
from functools import cache

from onrecord import lexicon
from onrecord.attribute.claim import Claim
from onrecord.attribute.sources import is_bare
from onrecord.records import Parse, Token

LONGEST = 4  # words of a source before or behind the colon
VICTIMS = frozenset(("civilians", "armed_group"))  # "Nine killed in a raid: villagers" tells who, not who says so
DASHES = frozenset(("-", "–", "—", "--"))
HAPPENED = frozenset(("VBD", "VBN", "VBZ", "VBP"))


def headline_claims(parse: Parse) -> Iterator[Claim]:
    """The claims of sentences without a full stop that begin or end in a colon, or end in a dash, with somebody who speaks."""
    for low, high in parse.ranges:
        tokens = parse.tokens[low:high]
        if not tokens or tokens[-1].text in (".", ":", "?", "!"):
            continue
        colon = next((t for t in tokens if t.text == ":"), None) or _last_dash(parse, tokens)
        if colon is None:
            continue
        before, behind = parse.tokens[low : colon.i], parse.tokens[colon.i + 1 : high]
        for source, said in ((behind, before), (before, behind)) if colon.text == ":" else ((behind, before),):
            speaker = _speaker(source)
            torn = (
                speaker is not None and colon.text != ":" and parse.subtree(speaker)[0] <= colon.i
            )  # "blast - official" as one noun
            if speaker is not None and not torn and any(t.tag in HAPPENED or t.lemma == "dead" for t in said):
                clause = parse.span(min(colon.i, source[0].i), max(colon.i, source[-1].i) + 1)
                content = parse.span(said[0].i, said[-1].i + 1)
                yield Claim(colon.span, (content,), "attribute.headline", "asserts", speaker, None, clause)
                break


def _last_dash(parse: Parse, tokens: tuple[Token, ...]) -> Token | None:
    """The last dash between spaces."""
    return next((t for t in reversed(tokens) if t.text in DASHES and parse.text[t.start - 1 : t.start].isspace()), None)


def _speaker(tokens: tuple[Token, ...]) -> Token | None:
    """The noun of a short phrase of people or a body: "police", "health ministry", "UN official"."""
    last = tokens[-1] if 0 < len(tokens) <= LONGEST and is_bare(tokens) else None
    if last is None or last.pos not in ("NOUN", "PROPN"):
        return None
    row = _nouns().get(last.lemma) or _nouns().get(last.text.casefold())
    return last if (row["kind"] not in VICTIMS if row else last.ent == "ORG") else None


@cache
def _nouns() -> dict[str, lexicon.Row]:
    """The rows of nouns for bodies and people by their words."""
    return {row["word"]: row for table in ("bodies", "people") for row in lexicon.rows(table)}
