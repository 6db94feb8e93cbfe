"""Give claims their final shape: whole quotations, no marks, no cue of their own, no double."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.attribute.claim import Claim
from onrecord.attribute.quotations import Quoted, is_speech
from onrecord.records import Parse, Span, covers, overlap

EDGE = " \t\r\n,.;:\"`“”'‘’«»-–—"
LABEL = re.compile(
    r"(?:[A-Z][A-Z'’]+(?: [A-Z'’]{2,}){0,3}"
    r"|(?i:watch|video|photos?|file(?: photo)?|listen|update|breaking|exclusive|ruling|correction|editor['’]s note))\s*:\s+"
)  # 'RULING: "The men are free"', "Editor's note: …": a heading on a line, nobody's words


def shaped(parse: Parse, quoted: Quoted, claims: Iterable[Claim]) -> list[Claim]:
    """The claims in the order of their cues, each content in its final pieces."""
    out = [claim for c in claims if (claim := _shaped(parse, quoted, c)) is not None]
    return _distinct(_parted(parse.text, sorted(out, key=lambda c: c.cue)))


def _shaped(parse: Parse, quoted: Quoted, claim: Claim) -> Claim | None:
    pieces: list[Span] = []
    whole = [q for span in claim.content for q in quoted.touching(span) if not covers(q, claim.cue) and is_speech(parse.text, q)]
    around = quoted.at(claim.cue[0])
    outside = around is None
    content = [_unlabelled(parse, span) for span in claim.content]
    for span in content if around is None else (c for span in content if (c := _clipped(span, around))):
        grown = _grown(span, whole) if outside else span
        pieces += _without(grown, claim.cue, claim.clause if outside else claim.cue)
    trimmed = [t for p in pieces for s in _unmarked(parse.text, quoted, p) if (t := trim(parse.text, s))]
    merged = _merge(trimmed)
    return replace(claim, content=tuple(merged)) if merged and _words(parse.text, merged) else None


def _unlabelled(parse: Parse, span: Span) -> Span:
    """A span without the label that opens its sentence."""
    label = LABEL.match(parse.text, span[0], span[1])
    index = parse.index_at(span[0])
    opens = index >= 0 and parse.ranges[parse[index].sent][0] == index
    return (label.end(), span[1]) if label and opens and label.end() < span[1] else span


def _parted(text: str, claims: list[Claim]) -> list[Claim]:
    """Claims inside what a source at the end of the sentence says, without that source: "rejects the plan, Eva Roth told …"."""
    tails = [c for c in claims if c.rule == "attribute.verb.tail" and c.clause[0] < c.cue[0] and c.content[-1][1] < c.cue[0]]
    out = []
    for claim in claims:
        content = claim.content
        for tail in tails:
            if tail is not claim and any(covers(span, claim.cue) for span in tail.content):
                content = tuple(_before_source(text, span, tail.clause) for span in content)
        out.append(replace(claim, content=content))
    return out


def _before_source(text: str, span: Span, source: Span) -> Span:
    """A span cut where a source begins in it."""
    if not span[0] < source[0] < span[1]:
        return span
    return trim(text, (span[0], source[0])) or span


def _clipped(span: Span, around: Span) -> Span | None:
    """A span held inside the quotation in which its cue stands; None when it stands outside."""
    return (max(span[0], around[0]), min(span[1], around[1])) if overlap(span, around) else None


def _grown(span: Span, quotations: Sequence[Span]) -> Span:
    """A span with the whole of the quotations it touches."""
    for q in quotations:
        if overlap(q, span):
            span = (min(span[0], q[0]), max(span[1], q[1]))
    return span


def _without(span: Span, *holes: Span) -> list[Span]:
    """A span with the holes cut out."""
    pieces = [span]
    for hole in holes:
        pieces = [
            p
            for a, b in pieces
            for p in (((a, min(b, hole[0])), (max(a, hole[1]), b)) if overlap((a, b), hole) else ((a, b),))
            if p[0] < p[1]
        ]
    return pieces


def _unmarked(text: str, quoted: Quoted, span: Span) -> list[Span]:
    """A span cut where quotation marks stand in it."""
    edges = [span[0], span[1]]
    for q in quoted.touching((span[0] - 2, span[1] + 2)):
        if is_speech(text, q) or (
            span[0] <= q[0] - 1 and q[1] <= span[1] and len(text[q[0] : q[1]]) > 2 and not text[q[0]].isupper()
        ):
            edges += [e for e in q if span[0] < e < span[1]]
    edges.sort()
    return list(pairwise(edges))


def trim(text: str, span: Span) -> Span | None:
    """A span without spaces, marks and commas at its edges; a closing bracket or full stop of an abbreviation stays."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and (text[end - 1] in EDGE):
        if text[end - 1] == "." and re.search(
            r"\b(?:[A-Z]\.)+[A-Z]?\.$|\b(?:Inc|Jr|Sr|Co|a\.m|p\.m)\.$", text[max(start, end - 8) : end]
        ):
            break
        end -= 1
    return (start, end) if end > start and any(c.isalnum() for c in text[start:end]) else None


def _merge(pieces: list[Span]) -> list[Span]:
    out: list[Span] = []
    for piece in sorted(pieces):
        if out and piece[0] <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], piece[1]))
        else:
            out.append(piece)
    return out


def _words(text: str, pieces: Sequence[Span]) -> bool:
    return any(text[a:b].strip() for a, b in pieces)


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Claims without those whose content another claim of the same speaker has already ("said, adding" over one clause)."""
    out: list[Claim] = []
    with_content: dict[tuple[Span, ...], list[Claim]] = {}
    of_speaker: dict[int, list[Claim]] = {}
    for claim in claims:
        equal = with_content.setdefault(tuple(claim.content), [])
        spoken = of_speaker.setdefault(claim.speaker.i, []) if claim.speaker is not None else []
        same = [*equal, *(c for c in spoken if _share(c.content, claim.content) > 0.9)]
        if not any(c.speaker is not None or claim.speaker is None for c in same):
            out.append(claim)
            equal.append(claim)
            spoken.append(claim)
    return out


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    common = sum(overlap(a, b) for a in one for b in other)
    return common / max(1, max(sum(b - a for a, b in one), sum(b - a for a, b in other)))
