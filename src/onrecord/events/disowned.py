"""How far a denial reaches: into the claim that is denied, not into what is told beside it."""

from onrecord.events.syntax import VERBAL
from onrecord.lexicon.denials import is_telling, is_untrue
from onrecord.records import Parse, Span, Token

DENYING = frozenset(("deny", "reject", "refute", "dispute", "dismiss"))
CLAIMS = frozenset(("ccomp", "acl", "relcl", "csubj", "csubjpass", "advcl", "prep"))  # where a claim hangs on its predicate
SETTING = frozenset(("in", "during", "after", "before", "following", "since", "amid"))
ENDING = frozenset("stop end cease subside abate intensify escalate worsen".split())


def is_disowned(parse: Parse, token: Token) -> bool:
    """Whether a word stands in a claim that its own sentence calls untrue: "Reports that troops fired are false"."""
    if _is_setting(parse, token):
        return False
    below = token
    for above in parse.ancestors(token):
        if below.dep in CLAIMS and (_is_refuted(parse, above) or _is_idle_subject(parse, below, above)):
            return True
        if _is_aside(parse, below):
            return False
        below = above
    return False


def reaches(parse: Parse, token: Token, content: tuple[Span, ...]) -> bool:
    """Whether the denial of what is said at `content` reaches a word in it, or the word stands in a clause told beside."""
    below = token
    if token.dep == "nsubj" and _is_setting(parse, token):
        return False
    while any(a <= below.start < b for a, b in content):
        if _is_aside(parse, below):
            return False
        if below.head == below.i:
            return True
        below = parse.head(below)
    return True


def _is_refuted(parse: Parse, noun: Token) -> bool:
    """Whether a noun of telling is the subject of a verb that refutes it."""
    verb = parse.head(noun)
    if not is_telling(noun):
        return False
    if noun.dep == "pobj" and verb.lemma == "as":
        return parse.head(verb).lemma in DENYING  # "dismissed as false claims that …"
    return (noun.dep == "nsubj" and is_untrue(parse, verb)) or (noun.dep == "nsubjpass" and verb.lemma in DENYING)


def _is_idle_subject(parse: Parse, clause: Token, verb: Token) -> bool:
    """ "It is not true that …": the clause is what the pronoun stands for."""
    subject = parse.kid(verb, "nsubj")
    stands = subject is not None and subject.lemma in ("it", "that", "this") and clause.i > verb.i
    that = any(k.lemma == "that" for k in parse.kids(clause, "mark"))
    return clause.pos in VERBAL and (stands or clause.dep == "csubj") and that and is_untrue(parse, verb)


def _is_aside(parse: Parse, word: Token) -> bool:
    """Whether a word opens what is told beside the claim: a relative clause behind a comma, "…, an attack which left six dead"."""
    first = parse.subtree(word)[0]
    return word.dep in ("relcl", "appos") and first > 0 and parse[first - 1].text in (",", "—", "–", "-")


def _is_setting(parse: Parse, token: Token) -> bool:
    """Whether a noun is taken for granted: where or when the claim is set ("died in the bombardment"), or what is said to end."""
    definite = any(k.lemma in ("the", "this", "that", "these", "those") for k in parse.kids(token, "det"))
    if definite and token.dep == "nsubj" and parse.head(token).lemma in ENDING:
        return True  # "It is not true that the fighting has stopped"
    return definite and token.dep == "pobj" and parse.head(token).lemma in SETTING and parse.head(parse.head(token)).pos in VERBAL
