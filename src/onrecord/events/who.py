"""Whom words stand for: the actors of nouns and pronouns, of what is coordinated with them, of the bodies things belong to."""

from collections.abc import Iterator, Sequence

from onrecord import lexicon
from onrecord.events.joined import coordinated
from onrecord.events.needs.words import COUNTS
from onrecord.events.nouns import is_people, is_place
from onrecord.events.syntax import antecedent, objects_of_prepositions
from onrecord.records import Cast, Parse, Token

ACTIVE_KINDS = frozenset(("armed_group", "state_force", "coalition", "government", "party", "international_org"))
PAPERS = frozenset("letter report study investigation document communique survey statement inquiry".split())
SOME = frozenset("some many several most few all both".split())  # "some of the farmers were arrested"
BODY = frozenset(("throat", "neck"))
NAMING = frozenset(("identify", "name", "call", "know"))
DWELLINGS = frozenset(("home", "house", "residence"))
SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
LOOK_BACK = 120  # tokens a plural pronoun looks back for those it takes together


def actors_of(parse: Parse, cast: Cast, tokens: Sequence[Token]) -> list[str]:
    """Ids of the actors that tokens and what is coordinated with them stand for."""
    out: dict[str, None] = {}
    for token in tokens:
        first = _owner(parse, token) if token.lemma in BODY else token
        for each in (*coordinated(parse, first), *_kin_beside(parse, first)):
            out.update(dict.fromkeys(_actor_of(parse, cast, antecedent(parse, each))))
    return list(out)


def for_whom(parse: Parse, cast: Cast, tokens: Sequence[Token]) -> list[str]:
    """The actors tokens stand for; for a spokesman who announces an act, the body that is to do it."""
    bodies = {t.i: _speaks_for(parse, cast, t) for t in tokens}
    out = [bodies[t.i] or actors_of(parse, cast, [t]) for t in tokens]
    return list(dict.fromkeys(a for actors in out for a in actors))


def _speaks_for(parse: Parse, cast: Cast, token: Token) -> list[str]:
    beside = parse.kid(token, "appos")
    role = next((t for t in (token, beside) if t is not None and t.lemma in SPOKESMEN), None)
    if role is None:
        return []
    owners = [*parse.kids(role, "poss", "compound", "nmod", "amod"), *objects_of_prepositions(parse, role, "of", "for")]
    found = (m.actor for t in owners if (m := cast.at(t.i)) is not None and m.actor is not None)
    return [a for a in found if is_armed(cast, a)][:1]


def _owner(parse: Parse, part: Token) -> Token:
    """Whose throat it is: "slit her throat", "cut the throat of a herder"."""
    return parse.kid(part, "poss") or next(objects_of_prepositions(parse, part, "of"), part)


def _kin_beside(parse: Parse, noun: Token) -> Iterator[Token]:
    """Those the tree lists with what somebody is called: "killed Ali Omar, a mayor of Harim and his brother"."""
    called = [*parse.kids(noun, "appos"), *(k for k in parse.kids(noun, "acl") if k.lemma in NAMING)]
    for first, last in (parse.subtree(k) for k in called):
        for token in parse.tokens[first:last]:
            whose = parse.kid(token, "poss") if token.dep == "conj" and token.pos in ("NOUN", "PROPN") else None
            if whose is not None and whose.tag == "PRP$" and is_people(parse, token) and not _is_parent(parse, token):
                yield token


def _is_parent(parse: Parse, token: Token) -> bool:
    """Whether somebody is only told of as whose child somebody is: "the son of a miller and his wife"."""
    while token.dep in ("conj", "appos") and token.head != token.i:
        token = parse.head(token)
    return token.dep == "pobj" and parse.head(parse.head(token)).lemma in lexicon.words("kin")


def _actor_of(parse: Parse, cast: Cast, token: Token) -> Iterator[str]:
    """The actor a token stands for; the body a thing belongs to ("IS positions"); the people in "a number of people"."""
    listed = _members(parse, token)
    if listed:
        yield from actors_of(parse, cast, listed)
        return
    mention = cast.at(token.i)
    if token.lemma in PAPERS or any(k.text.casefold() == "no" for k in parse.kids(token, "det")):
        return
    if mention is not None and mention.actor is not None and not _is_spot(parse, cast, token, mention.actor):
        yield from _together(parse, cast, token, mention.actor)
        return
    if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON", "DET"):
        return
    of = [t for first in objects_of_prepositions(parse, token, "of") for t in parse.conjuncts(first)]
    owners = list(parse.kids(token, "compound", "poss", "nmod", "amod"))
    deeper = [t for k in owners for t in parse.kids(k, "npadvmod", "compound", "nmod")]
    for inner in (*of, *owners, *deeper):
        found = cast.at(inner.i)
        if found is None or found.actor is None:
            continue
        if (
            inner in owners
            or inner in deeper
            or is_people(parse, token)
            or token.pos in ("NUM", "DET")
            or token.lemma in SOME
            or (token.lemma in COUNTS and not _is_rest(parse, inner))  # "thousands of students marched"
            or is_armed(cast, found.actor)
            or token.lemma in DWELLINGS  # "the home of the mayor"
        ):
            yield found.actor
            if inner not in of:
                return


def _together(parse: Parse, cast: Cast, token: Token, actor: str) -> Iterator[str]:
    """An actor, and with a plural pronoun those it was last named with: "police and militias …; they"."""
    yield actor
    if token.text.casefold() not in ("they", "them", "themselves"):
        return
    for i in range(token.i - 1, max(-1, token.i - LOOK_BACK), -1):
        mention = cast.at(i)
        if mention is None or mention.actor != actor or mention.form in ("pronoun", "possessive"):
            continue
        first = parse[i]
        while first.dep == "conj" and first.head != first.i:
            first = parse.head(first)
        for each in parse.conjuncts(first):
            other = cast.at(each.i)
            if other is not None and other.actor is not None:
                yield other.actor
        return


def _is_rest(parse: Parse, noun: Token) -> bool:
    """Whether a noun only stands for the rest of those told: "scores of others"."""
    return noun.lemma == "other" or any(k.lemma == "other" for k in parse.kids(noun, "amod"))


def is_armed(cast: Cast, actor: str) -> bool:
    return cast.actor(actor).kind in ACTIVE_KINDS


def _is_spot(parse: Parse, cast: Cast, token: Token, actor: str) -> bool:
    """Whether a name taken for a person or a body is a place: "the attack on Harim"."""
    if cast.actor(actor).kind not in ("person", "ngo", "media"):
        return False
    above = parse.head(token)
    return token.ent in ("GPE", "LOC", "FAC") or (
        token.dep == "pobj" and above.lemma == "of" and is_place(parse, parse.head(above))
    )


def _members(parse: Parse, token: Token) -> list[Token]:
    """The list that says who they are: "groups that took part include A and B"."""
    verb = parse.head(token)
    if token.dep != "nsubj" or verb.lemma != "include" or parse.kid(token, "relcl", "acl") is None:
        return []
    first = parse.kid(verb, "dobj")
    return [first] if first is not None else []
