"""Signs of how a candidate hangs in the tree of its sentence: what governs it, and how much of its noun phrase it is."""

from collections.abc import Iterator, Sequence
from functools import cache

from bench.muc4_page import Page
from bench.muc4_signs import Candidate
from onrecord import lexicon
from onrecord.records import Event, Span, Token

MENTIONS = 6  # of a candidate that are looked at
CLIMBED = ("conj", "appos", "compound", "nmod", "amod")  # such a noun stands as the noun does that it belongs to
LINKS = ("acl", "relcl")  # clauses that tell of the noun before them
TAKES = {"nsubj": "does", "nsubjpass": "suffers", "dobj": "object", "attr": "is", "poss": "owns", "agent": "does"}
BOUND = ("of", "by", "against", "at", "in", "on", "with", "from", "to", "for", "near", "outside", "into", "under")
ACTING = (
    "carry",
    "commit",
    "perpetrate",
    "launch",
    "stage",
    "claim",
    "plant",
    "place",
    "throw",
    "hurl",
    "fire",
    "detonate",
    "set",
    "open",
)


def syntax(page: Page, one: Candidate, events: Sequence[Event], others: Sequence[Event]) -> set[str]:
    """How any mention of a candidate hangs on the words for deeds, on those of this deed and on those of others."""
    mine, rest = _triggers(page, events), _triggers(page, others)
    out: set[str] = set()
    for span in one.spans[:MENTIONS]:
        head = head_of(page, span)
        if head is None:
            continue
        for relation, governor in _governors(page, head):
            out.add(f"{relation} {_sort(governor)}")
            if governor.i in mine:
                out.add(f"{relation} this deed")
            elif governor.i in rest:
                out.add(f"{relation} another deed")
        out.add(f"stands {head.dep}")
        out |= _outline(page, span, head)
    return out


def head_of(page: Page, span: Span) -> Token | None:
    """The word of a span on which its other words hang."""
    tokens = page.tree.tokens_in(span)
    inside = {t.i for t in tokens}
    return next((t for t in tokens if (t.head not in inside or t.head == t.i) and t.pos != "PUNCT"), None)


def _triggers(page: Page, events: Sequence[Event]) -> set[int]:
    """Numbers of the words that tell of events."""
    return {t.i for e in events for t in page.tree.tokens_in(e.trigger)}


def _governors(page: Page, token: Token) -> Iterator[tuple[str, Token]]:
    """What a noun hangs on, and how; the verbs of the clauses that tell of it too."""
    tree, steps = page.tree, 0
    for clause in tree.kids(token, *LINKS):
        yield ("done to" if clause.tag == "VBN" else "doing"), clause
    while token.dep in CLIMBED and steps < MENTIONS:
        token, steps = tree.head(token), steps + 1
    over = tree.head(token)
    if over.i == token.i:
        return
    if token.dep in ("pobj", "pcomp"):
        word = over.lemma if over.lemma in BOUND else "other"
        yield from ((f"after {word} of", up) for up in list(tree.ancestors(over))[:2])
        return
    yield TAKES.get(token.dep, "other"), over
    if token.dep in ("nsubj", "nsubjpass"):
        yield from ((TAKES[token.dep], v) for v in tree.kids(over, "conj", "xcomp"))
        yield from (("does what is", o) for o in tree.kids(over, "dobj"))


def _sort(token: Token) -> str:
    """What kind of word governs: the type of the deed it tells of, or what else it is."""
    kind = _types().get(token.lemma)
    if kind is not None:
        return f"{kind} {'verb' if token.pos in ('VERB', 'AUX') else 'noun'}"
    if token.lemma in ACTING:
        return "acting verb"
    if token.lemma in _spoken():
        return "speech"
    return "verb" if token.pos in ("VERB", "AUX") else "noun"


def _outline(page: Page, span: Span, head: Token) -> set[str]:
    """Whether a mention is the whole phrase of its head, or what it leaves out of it."""
    tree, out = page.tree, set()
    start, end = tree.noun_phrase(head)
    kids = [k for k in tree.kids(head) if k.i < head.i]
    if any(k.end <= span[0] and k.dep in ("amod", "compound", "nmod") for k in kids):
        out.add("leaves a modifier")
    if any(k.end <= span[0] and k.dep == "nummod" for k in kids):
        out.add("leaves a number")
    if any(k.end <= span[0] and k.lemma in ("a", "an", "one") for k in kids):
        out.add("first told")
    if any(k.end <= span[0] and k.lemma in ("the", "this", "that") for k in kids):
        out.add("told again")
    if end > span[1] + 1:
        out.add("leaves a tail")
    if start >= span[0] and end <= span[1]:
        out.add("whole phrase")
    if head.dep == "compound":
        out.add("part of a compound")
    return out


@cache
def _types() -> dict[str, str]:
    """The type of the deed that a word tells of."""
    return {row["word"]: row["type"] for row in reversed(lexicon.rows("triggers"))}


@cache
def _spoken() -> frozenset[str]:
    """Words of saying."""
    return lexicon.words("cues")
