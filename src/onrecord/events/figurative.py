"""Fire that is only words: "under fire from critics", "traded fire over taxes"; not "under fire for six hours"."""

from collections.abc import Iterator, Sequence

from onrecord.events.nouns import is_place
from onrecord.events.syntax import agents, objects_of_prepositions, surface_subject
from onrecord.records import Parse, Token

TALKERS = frozenset(
    "critic candidate lawmaker senator legislator congressman congresswoman parliamentarian mp politician nominee contender pundit"
    " commentator columnist analyst economist academic campaigner environmentalist watchdog fan shareholder investor lawyer"
    " democrat republican democrats republicans media press criticism".split()
)
LASTING = frozenset("second minute hour day night week weekend month year decade time while moment".split())
GROUND = frozenset("line river wall fence ridge frontier lake canal crest strait wire".split())


def is_figurative(parse: Parse, words: Sequence[Token]) -> bool:
    """Whether the words of being under fire, or of trading it, tell of a quarrel: by who quarrels, or by what it is about."""
    under = next((t for t in words if t.lemma == "under"), None)
    fire = any(t.lemma in ("fire", "gunfire") for t in words)
    if under is None and not (fire and any(t.lemma in ("trade", "exchange") for t in words)):
        return False
    verb = parse.head(under) if under is not None else words[0]
    parts = list({t.i: t for t in (*words, verb)}.values())
    by = [o for t in parts for o in (*agents(parse, t), *objects_of_prepositions(parse, t, "from", "with", "between"))]
    sides = [*by, *(surface_subject(parse, verb) if under is None else [])]
    if any(t.lemma in TALKERS for side in sides for t in parse.conjuncts(side)):
        return True
    return any(_is_matter(parse, prep) for t in (*parts, *by) for prep in _about(parse, t))


def _about(parse: Parse, token: Token) -> Iterator[Token]:
    return (k for k in parse.kids(token, "prep") if k.lemma in ("for", "over") and k.i > token.i)


def _is_matter(parse: Parse, prep: Token) -> bool:
    """Whether what stands after "for" or "over" is what people quarrel about: no stretch of time and no ground."""
    target = parse.kid(prep, "pobj")
    if target is None:
        return parse.kid(prep, "pcomp") is not None
    return target.ent not in ("DATE", "TIME") and target.lemma not in LASTING | GROUND and not is_place(parse, target)
