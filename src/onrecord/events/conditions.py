"""What only happens if something else does: clauses with "if" or "unless"."""

from onrecord.events.syntax import VERBAL
from onrecord.records import Parse, Token

IF = frozenset(("if", "unless"))


def is_condition(parse: Parse, token: Token) -> bool:
    """Whether a word stands in the clause that sets the condition, not in the one that follows from it."""
    for word in (token, *parse.ancestors(token)):
        if _takes_clause(parse, word):
            return True
        if word.pos in VERBAL and _has_if(parse, word):
            return word.dep == "advcl" and not any(_takes_clause(parse, k) for k in parse.kids(word, "nsubj"))
    return False


def _takes_clause(parse: Parse, noun: Token) -> bool:
    """Whether a noun is a whole clause with "if", its verb taken for a noun: "If the army attacks, we shoot"."""
    verb = parse.head(noun)
    second = noun.dep == "nsubj" and noun.tag == "NNS" and parse.kid(noun, "compound", "nmod") is not None
    behind = noun.i + 1 < len(parse) and parse[noun.i + 1].text == ","
    return second and behind and _has_if(parse, verb) and len(parse.kids(verb, "nsubj", "nsubjpass")) > 1


def _has_if(parse: Parse, verb: Token) -> bool:
    return any(k.lemma.casefold() in IF for k in parse.kids(verb, "mark"))
