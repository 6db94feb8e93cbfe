"""Games told in the words of war: "the Army team beat four rivals in the cup", "the striker shot two goals"."""

from onrecord import lexicon
from onrecord.records import Parse, Token

TOLD_IN = ("nsubj", "nsubjpass", "dobj", "agent")
WITH = ("with", "against", "between", "by", "of", "on")
MEETINGS = frozenset("clash battle fight duel encounter".split())
AWAY = frozenset("after before outside near since".split())  # "fans fought after the match"
HARM = frozenset("kill die dead death wound injure wounded injured casualty".split())


def is_contest(parse: Parse, deed: Token) -> bool:
    """Whether a word for an attack or a clash tells of a game: by what is shot, or by both sides and the contest they are in."""
    if _kind(deed) != "deed" or (deed.pos == "NOUN" and deed.lemma not in MEETINGS):
        return False
    if any(_kind(t) == "score" for t in _scored(parse, deed)):
        return True
    if deed.lemma in ("shoot", "fire", "blast"):
        return False
    sides = _sides(parse, deed)
    if not all(_kind(t) == "side" or t.pos in ("PROPN", "PRON") for t in sides):
        return False
    if _is_called_after(parse, deed):
        return True
    known = any(_kind(t) == "side" for t in sides) or (len(sides) > 1 and all(t.pos == "PROPN" for t in sides))
    return known and _is_in(parse, deed, sides)


def _kind(token: Token) -> str:
    """The kind of a word in the table, "" for any other."""
    return lexicon.index("contests").get(token.lemma.casefold(), {}).get("kind", "")


def _scored(parse: Parse, deed: Token) -> list[Token]:
    """What a deed is done to or done for: "shot six goals", "fought for the ball", "a shot at goal"."""
    done = list(parse.kids(deed, "dobj", "nsubjpass"))
    preps = [k for t in (deed, *done) for k in parse.kids(t, "prep") if k.lemma in ("for", "at")]
    aims = [t for k in preps for t in parse.kids(k, "pobj") if k.lemma == "for" or parse.kid(t, "det", "poss") is None]
    return [*done, *(t for t in aims if parse.kid(t, "prep") is None)]


def _sides(parse: Parse, deed: Token) -> list[Token]:
    """Those who do a deed and those it is done to or done with."""
    own = list(parse.kids(deed, *TOLD_IN))
    own += [t for k in parse.kids(deed, "prep", "agent") if k.lemma in WITH for t in parse.kids(k, "pobj")]
    return [t for first in own for t in parse.conjuncts(first) if _kind(t) not in ("contest", "score") and t.dep != "agent"]


def _is_called_after(parse: Parse, deed: Token) -> bool:
    """Whether a clash is called after its contest: "the league clash", "a title fight"."""
    return any(_kind(k) in ("contest", "score") for k in parse.kids(deed, "compound", "nmod"))


def _is_in(parse: Parse, deed: Token, sides: list[Token]) -> bool:
    """Whether a deed is done in a contest that its own clause names, and not only after or near one, and nobody is hurt."""
    sentence = parse.sentence_tokens(deed.sent)
    if any(t.lemma in HARM for t in sentence):
        return False
    away = AWAY if any(_kind(t) == "side" for t in sides) else AWAY | {"during"}
    named = {t.i for side in sides for t in (side, *parse.kids(side, "compound", "nmod"))}  # "the Awami League"
    return any(_kind(t) == "contest" and t.i not in named and _holds(parse, deed, t, away) for t in sentence)


def _holds(parse: Parse, deed: Token, contest: Token, away: frozenset[str]) -> bool:
    """Whether a contest is named in the clause of a deed, and is one: not "a bout of violence", not "as the League met"."""
    of = [t for k in parse.kids(contest, "prep") if k.lemma == "of" for t in parse.kids(k, "pobj")]
    if contest.dep == "amod" or any(_kind(t) not in ("contest", "score", "side") for t in of):
        return False
    top = contest
    while top.dep in ("compound", "nmod") and top.head != top.i:
        top = parse.head(top)
    if top.dep == "pobj" and parse.head(top).lemma in away:
        return False
    together = {t.i for t in parse.conjuncts(deed)}
    while top.i not in together and top.pos not in ("VERB", "AUX") and top.head != top.i:
        top = parse.head(top)
    return top.i in together
