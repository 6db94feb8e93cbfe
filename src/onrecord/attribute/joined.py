"""Quotations without a cue of their own: each goes on with the statement whose sentence or paragraph ends right before it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribute.claim import Claim
from onrecord.attribute.quotations import Quoted, is_sentence, is_speech
from onrecord.attribute.shape import trim
from onrecord.records import Parse, Span, covers

JOINT = re.compile(r"[\s\"`“”'‘’.,]*")
ENDS = re.compile(r"[\"”»'’]*[^\S\n]*(?:\n|$)")  # what may stand between a quotation and the end of its paragraph
NEAR = 4  # characters of marks between the end of what is said and that of its quotation


def joined(parse: Parse, quoted: Quoted, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, in the order of their cues, with the quotations that no claim holds, each at the claim it goes on with."""
    out = list(claims)
    starts = [c.cue[0] for c in out]
    owned = {q for c in out for q in held(quoted, c)}
    for quotation in quoted.spans:
        if quotation in owned or not (is_speech(parse.text, quotation) or is_sentence(parse.text, quotation)):
            continue
        near = bisect_right(starts, quotation[0])
        index, piece = _before(parse, quoted, out, near, quotation), trim(parse.text, quotation)
        if index is not None and piece is not None:
            out[index] = replace(out[index], content=(*out[index].content, piece))
            owned.add(quotation)
    return out


def held(quoted: Quoted, claim: Claim) -> list[Span]:
    """The quotations that what is said holds; not the one in which the cue stands."""
    return [q for span in claim.content for q in quoted.touching(span) if not covers(q, claim.cue)]


def _before(parse: Parse, quoted: Quoted, claims: Sequence[Claim], near: int, quotation: Span) -> int | None:
    """The one of the first `near` claims whose sentence ends where a quotation begins: one that ends quoted, else the first."""
    first = None
    for index in range(near - 1, -1, -1):
        claim = claims[index]
        last = max(claim.cue[1], claim.content[-1][1])
        if last > quotation[0]:
            continue
        sent = parse.sentence_at(claim.cue[0])
        end = max(last, parse.sentences[sent].span[1] if sent is not None else last)
        if not JOINT.fullmatch(parse.text, min(end, quotation[0]), quotation[0]):
            break
        if _ends_quoted(quoted, claim):
            return index if _goes_on(parse.text, end, quotation) else None
        if "\n" not in parse.text[end : quotation[0]]:
            first = index
    return first


def _ends_quoted(quoted: Quoted, claim: Claim) -> bool:
    """Whether what is said ends where a quotation does."""
    end = claim.content[-1][1]
    return any(abs(q[1] - end) < NEAR for q in held(quoted, claim))


def _goes_on(text: str, end: int, quotation: Span) -> bool:
    """Whether a quotation goes on in the paragraph of a statement, or is all of the next one."""
    gap = text[min(end, quotation[0]) : quotation[0]]
    if "\n" not in gap:
        return True
    opens = not gap.rpartition("\n")[2].strip("\"“”'‘«` ")
    return opens and is_sentence(text, quotation) and ENDS.match(text, quotation[1]) is not None
