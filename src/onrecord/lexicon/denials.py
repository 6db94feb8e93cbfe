"""Claims that are denied by what they are said to be: "reports that … are false", "it is not true that …"."""

from onrecord import lexicon
from onrecord.records import Parse, Token


def is_untrue(parse: Parse, verb: Token) -> bool:
    """Whether a verb's predicate calls its subject a falsehood, or denies that it is true."""
    if verb.lemma not in ("be", "prove"):
        return False
    negated = parse.kid(verb, "neg") is not None
    kinds = {lexicon.index("denials").get(k.lemma, {}).get("kind") for k in parse.kids(verb, "acomp", "attr", "oprd")}
    return ("truth" if negated else "falsehood") in kinds


def is_telling(noun: Token) -> bool:
    """Whether a noun stands for something told: "the claim", "rumours"."""
    row = lexicon.index("denials").get(noun.lemma.casefold())
    return row is not None and row["kind"] == "telling"
