"""Quotations that the tree gives to nobody: their speaker stands right behind them, or before a colon that opens them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord import lexicon
from onrecord.attribute.claim import Claim
from onrecord.attribute.cues import Cue, Cues, cue_span
from onrecord.attribute.joined import held
from onrecord.attribute.quotations import Quoted, is_sentence, is_speech
from onrecord.attribute.shape import trim
from onrecord.attribute.sources import ENDING, LONGEST_NAME, LONGEST_SOURCE
from onrecord.records import Parse, Span, Token

BEHIND = re.compile(r"(?P<comma>,?)(?:[\"”»]+|''|[’'])(?P<late>,?)[^\S\n]+")  # the closing mark, and its comma inside or outside
LABEL = re.compile(r":[^\S\n]*\n?[^\S\n]*(?:[\"“„«]+|''|``|[‘'])$")
NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
STOPS = frozenset((",", ";", ":", "(", "—", "–", "--", '"', "“", "''", "``", ".", "?", "!"))
FIRST_PERSON = frozenset(("i", "we", "you", "it", "that", "this"))
FAR = 80  # characters a label may take up before its colon


def loose_claims(parse: Parse, quoted: Quoted, cues: Cues, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of quotations that no claim holds and that a cue or a label beside them gives to somebody."""
    owned = {q for c in claims for q in held(quoted, c)}
    taken = {c.cue for c in claims}
    for quotation in quoted.spans:
        if quotation not in owned and (is_speech(parse.text, quotation) or is_sentence(parse.text, quotation)):
            claim = _behind(parse, cues, quotation) or _labelled(parse, quotation)
            words = trim(parse.text, quotation)
            if claim is not None and words is not None and claim.cue not in taken:
                yield replace(claim, content=(words,))


def _behind(parse: Parse, cues: Cues, quotation: Span) -> Claim | None:
    """The claim of source and cue right behind a quotation, in either order: "…," said Major Ali Harith, who …"."""
    mark = BEHIND.match(parse.text, quotation[1])
    if mark is None or not (mark["comma"] or mark["late"] or parse.text[quotation[1] - 1] in "?!"):
        return None
    first = parse.index_at(mark.end())
    if first < 0 or parse[first].start != mark.end():
        return None
    near = parse.tokens[first : first + LONGEST_SOURCE]
    verb = next((t for t in near if _says(cues, t)), None)
    if verb is None:
        return None
    source = (
        _phrase(parse.tokens[first : verb.i]) if verb.i > first else _phrase(parse.tokens[verb.i + 1 : verb.i + LONGEST_SOURCE])
    )
    if verb.i > first and not _is_bare(parse.tokens[first : verb.i]):
        return None
    speaker = _head(source)
    if speaker is None or speaker.text.casefold() in FIRST_PERSON:
        return None
    clause = parse.span(min(verb.i, source[0].i), max(verb.i, source[-1].i) + 1)
    row = cues.verb(verb)
    attitude = row.attitude if row is not None else "asserts"
    return Claim(cue_span(parse, verb), (quotation,), "attribute.quotation.behind", attitude, speaker, verb, clause)


def _says(cues: Cues, token: Token) -> bool:
    """Whether a token is a finite verb that can stand beside a quotation."""
    row: Cue | None = cues.verb(token)
    return row is not None and token.tag in ENDING and bool(row.frames & {"clause", "quote"})


def _phrase(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a noun phrase up to the first mark, verb or relative pronoun."""
    out: list[Token] = []
    for token in tokens:
        verbal = token.pos in ("VERB", "AUX") and not (token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound"))
        if token.text in STOPS or verbal or token.tag in ("WP", "WDT", "WRB") or token.pos in ("SCONJ", "SPACE"):
            break
        out.append(token)
    return out


def _is_bare(tokens: Sequence[Token]) -> bool:
    """Whether words between a quotation and its cue hold no other verb and no relative clause."""
    verbs = (t for t in tokens if t.pos == "VERB" and t.dep not in ("amod", "compound"))
    return next(verbs, None) is None and not any(t.tag in ("WP", "WDT", "WRB") or t.text in (".", ";", ":") for t in tokens)


def _head(phrase: Sequence[Token]) -> Token | None:
    """The noun of a phrase: the last one before its first preposition."""
    until = next((k for k, t in enumerate(phrase) if t.pos == "ADP"), len(phrase))
    return next((t for t in reversed(phrase[:until]) if t.pos in NOUNS), None)


def _labelled(parse: Parse, quotation: Span) -> Claim | None:
    """The claim of a name with a colon at the beginning of its line: "Harith: “We are ready.”"."""
    start = max(parse.text.rfind("\n", 0, quotation[0]) + 1, quotation[0] - FAR)
    mark = LABEL.search(parse.text, start, quotation[0])
    before = parse.tokens_in((start, mark.start())) if mark is not None else ()
    if mark is None or not 0 < len(before) <= LONGEST_NAME or not _is_bare(before):
        return None
    speaker = _head(before)
    if speaker is None or before[0].start != start or speaker.i != before[-1].i or not _names(speaker):
        return None
    colon = (mark.start(), mark.start() + 1)
    return Claim(colon, (quotation,), "attribute.quotation.label", "asserts", speaker, None, (before[0].start, colon[1]))


def _names(noun: Token) -> bool:
    """Whether a noun is a name or one of people or a body."""
    known = noun.lemma in lexicon.words("people") or noun.lemma in lexicon.words("bodies")
    return noun.pos == "PROPN" or known
