"""A release that opens "The minister said:" and goes on without marks: all that follows is the minister's."""

import re
from collections.abc import Sequence

from onrecord.attribute.claim import Claim
from onrecord.attribute.shape import trim
from onrecord.records import Parse, Token

OPENING = re.compile(r":\s*\n\s*")
SAYING = frozenset(("say", "state", "write", "comment", "tell"))
NEAR = 12  # tokens between the cue and the colon


def released(parse: Parse, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with that of a release in place of the one its cue had."""
    out = list(claims)
    for match in OPENING.finditer(parse.text):
        if parse.text[match.end() : match.end() + 1] in ('"', "“", "") or parse.sentence_at(match.start() - 1) is None:
            continue
        verb = _cue_before(parse, match.start() - 1)
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


def _cue_before(parse: Parse, offset: int) -> Token | None:
    """The verb of saying shortly before an offset, in its sentence."""
    sent, index = parse.sentence_at(offset), parse.index_at(offset)
    near = reversed(parse.tokens[max(0, index - NEAR) : index + 1])
    return next((t for t in near if t.lemma in SAYING and t.sent == sent), None)
