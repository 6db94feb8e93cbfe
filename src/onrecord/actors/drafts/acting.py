"""Tell whether the name of a country stands for its government."""

from onrecord.actors.drafts.kinds import body_noun, person_noun
from onrecord.records import Parse, Token

OWNED = frozenset(
    "strike airstrike attack raid operation bombardment warplane jet plane aircraft drone helicopter artillery shelling".split()
)
FIRED = frozenset(("missile", "rocket", "shell", "mortar"))  # a country's where they strike, not where it sold them


def acts(parse: Parse, token: Token) -> bool:
    """Whether a country's name stands for its government here: it does something, owns a force, or is done to as a party."""
    if token.dep in ("nsubj", "nsubjpass", "agent", "dobj", "iobj", "dative"):
        return parse.head(token).lemma not in ("be", "see", "have", "include") or token.dep != "nsubj"
    governor = parse.head(token)
    if token.dep == "amod":
        return governor.lemma in OWNED or _strikes(parse, governor)
    if token.dep in ("poss", "compound", "nmod"):
        return bool(person_noun(governor) or body_noun(governor) or governor.lemma in OWNED or _strikes(parse, governor))
    if token.dep == "pobj":
        return governor.lemma in ("by", "against", "with") or (governor.lemma == "of" and bool(body_noun(parse.head(governor))))
    return token.dep == "conj" and acts(parse, governor)


def _strikes(parse: Parse, noun: Token) -> bool:
    """Whether missiles do something: "Russian missiles struck", not "bought Russian missiles"."""
    return noun.lemma in FIRED and (noun.dep == "nsubj" or (noun.dep == "pobj" and parse.head(noun).lemma == "by"))
