"""Weigh how much a mention stands out, and find the last one that fits."""

from collections.abc import Callable

from onrecord.actors.drafts.draft import Draft
from onrecord.actors.resolve.register import Entity, Register
from onrecord.records import Parse

SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent", "csubj"))
SPEECH = frozenset("say tell add note state report announce claim warn explain confirm deny insist argue".split())


def speaks(parse: Parse, head: int) -> bool:
    return parse[head].dep in SUBJECTS and parse.head(parse[head]).lemma in SPEECH


def latest(book: Register, draft: Draft, fits: Callable[[Draft, Entity], bool], back: int = 40) -> Entity | None:
    """The last actor before a draft whose mention fits."""
    sent = book.parse[draft.head].sent
    for k in range(sent, max(-1, sent - back), -1):
        near = [(d, e) for d, e in book.by_sentence.get(k, ()) if d.head < draft.head and fits(d, e)]
        if near:
            return max(near, key=lambda pair: pair[0].head)[1]
    return None


def weight_of(book: Register, entity: Entity, other: Draft, draft: Draft) -> float:
    """How much a mention stands out: subjects, speakers and names most."""
    token = book.parse[other.head]
    while token.dep == "conj" and token.head != token.i:
        token = book.parse.head(token)  # "Haddad and Karimi met": either may be "he"
    weight = 1.0
    if token.dep in SUBJECTS:
        weight += 1.5
        if book.parse.head(token).lemma in SPEECH:
            weight += 4.0 if speaks(book.parse, draft.head) else 1.5
    elif token.dep in ("dobj", "pobj"):
        weight += 0.2
    if draft.kind == "person" and entity.kind == "person":
        weight *= 1.8  # a named person before an unnamed role
    if _speaks_for(book.parse, draft, other):
        weight += 2.5
    return weight + (0.5 if other.form in ("name", "acronym") else 0.0)


def _speaks_for(parse: Parse, draft: Draft, other: Draft) -> bool:
    """Whether a plural pronoun in what is said can be the body that the speaker speaks for: "a spokesman for X said they …"."""
    verb = parse.head(parse[draft.head])
    said = parse.head(verb)
    if draft.kind == "person" or verb.dep != "ccomp" or said.lemma not in SPEECH or verb.i == said.i:
        return False
    speaker = parse.kid(said, "nsubj")
    first, last = parse.subtree(speaker) if speaker is not None else (0, 0)
    return first <= other.head < last
