"""Give claims their final shape: whole quotations, no marks, no cue of their own, no double, quotations without a cue joined."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.attribute.claim import Claim
from onrecord.attribute.quotations import Quoted, is_name
from onrecord.records import Parse, Span, covers, overlap

EDGE = " \t\r\n,.;:\"`“”'‘’«»-–—"
JOINT = re.compile(r"[\s\"`“”'‘’.,]*")
LABEL = re.compile(
    r"(?:[A-Z][A-Z'’]+(?: [A-Z'’]{2,}){0,3}"
    r"|(?i:watch|video|photos?|file(?: photo)?|listen|update|breaking|exclusive|ruling|correction|editor['’]s note))\s*:\s+"
)  # 'RULING: "The men are free"', "Editor's note: …": a heading on a line, nobody's words
FAR = 3  # words a quotation needs to be speech rather than a word in inverted commas


def shaped(parse: Parse, quoted: Quoted, claims: Iterable[Claim]) -> list[Claim]:
    """The claims in the order of their cues, each content in its final pieces."""
    out = [claim for c in claims if (claim := _shaped(parse, quoted, c)) is not None]
    out = _parted(parse.text, sorted(out, key=lambda c: c.cue))
    return _released(parse, quoted, _joined(parse, quoted, _distinct(out)))


def _shaped(parse: Parse, quoted: Quoted, claim: Claim) -> Claim | None:
    pieces: list[Span] = []
    whole = [q for span in claim.content for q in quoted.touching(span) if not _holds(q, claim.cue) and _is_speech(parse.text, q)]
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


def _is_speech(text: str, span: Span) -> bool:
    words = text[span[0] : span[1]].split()
    return len(words) > FAR and not is_name(words)


def _is_sentence(text: str, span: Span) -> bool:
    """Whether a short quotation is a sentence of its own: "He was charming."."""
    return text[span[0]].isupper() and text[span[1] - 1] in ".!?" and " " in text[span[0] : span[1]]


def _holds(quotation: Span, cue: Span) -> bool:
    return quotation[0] <= cue[0] and cue[1] <= quotation[1]


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
        if _is_speech(text, q) or (
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


def _joined(parse: Parse, quoted: Quoted, claims: list[Claim]) -> list[Claim]:
    """Quotations without a cue of their own go to the statement that ends right before them."""
    owned = {q for c in claims for span in c.content for q in quoted.touching(span) if not _holds(q, c.cue)}
    for quotation in quoted.spans:
        if quotation in owned or not (_is_speech(parse.text, quotation) or _is_sentence(parse.text, quotation)):
            continue
        index = _before(parse, claims, quotation)
        if index is not None:
            trimmed = trim(parse.text, quotation)
            claims[index] = replace(claims[index], content=(*claims[index].content, *([trimmed] if trimmed else [])))
            owned.add(quotation)
    return claims


def _before(parse: Parse, claims: list[Claim], quotation: Span) -> int | None:
    """The statement with quoted words whose sentence ends where a quotation begins."""
    for index in range(len(claims) - 1, -1, -1):
        claim = claims[index]
        last = max(claim.cue[1], claim.content[-1][1])
        if last > quotation[0]:
            continue
        sent = parse.sentence_at(claim.cue[0])
        end = max(last, parse.sentences[sent].span[1] if sent is not None else last)
        direct = parse.text[claim.content[-1][1] : claim.content[-1][1] + 3].strip(" ,.")[:1] in ('"', "”", "’", "'")
        if (
            JOINT.fullmatch(parse.text, min(end, quotation[0]), quotation[0])
            and direct
            and "\n" not in parse.text[end : quotation[0]]
        ):
            return index
        return None
    return None


def _released(parse: Parse, quoted: Quoted, claims: list[Claim]) -> list[Claim]:
    """A release that opens "The minister said:" and goes on without marks: all that follows is the minister's."""
    out = list(claims)
    for match in re.finditer(r":\s*\n\s*", parse.text):
        if parse.text[match.end() : match.end() + 1] in ('"', "“", "") or parse.sentence_at(match.start() - 1) is None:
            continue
        sent = parse.sentence_at(match.start() - 1)
        index = parse.index_at(match.start() - 1)
        verb = next(
            (
                t
                for t in reversed(parse.tokens[max(0, index - 12) : index + 1])
                if t.lemma in ("say", "state", "write", "comment", "tell") and t.sent == sent
            ),
            None,
        )
        subject = parse.kid(verb, "nsubj") if verb is not None else None
        if verb is None or subject is None or not parse.sentences:
            continue
        end = max((s.span[1] for s in parse.sentences if s.span[0] >= match.end()), default=0)
        body = trim(parse.text, (match.end(), end)) if end > match.end() else None
        if body:
            out = [c for c in out if c.cue != verb.span]
            out.append(Claim(verb.span, (body,), "attribute.release", "asserts", subject, verb, verb.span))
        break
    return sorted(out, key=lambda c: c.cue)
