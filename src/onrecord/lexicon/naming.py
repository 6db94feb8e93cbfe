"""Where a text tells who somebody is: "the victim, identified as Juan Perez", "police named the two men as …"."""

from collections.abc import Iterator

from onrecord.records import Parse, Token

NAMING = frozenset(("identify", "name"))
REMAINS = frozenset(("body", "corpse", "remains"))


def namings(parse: Parse) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """The noun or pronoun for those who are named, with the names, in order of the text."""
    for verb in parse:
        if verb.lemma not in NAMING or verb.pos != "VERB" or parse.kid(verb, "neg") is not None:
            continue
        described = _described(parse, verb)
        names = [
            t for k in parse.kids(verb, "prep") if k.lemma == "as" for p in parse.kids(k, "pobj") for t in parse.conjuncts(p)
        ]
        if described is not None and names:
            yield described, tuple(t for t in names if t.pos == "PROPN")


def _described(parse: Parse, verb: Token) -> Token | None:
    """Whom a verb of naming is said of: its passive subject, its object, or the noun it hangs on; of a body, whose it was."""
    noun = parse.kid(verb, "nsubjpass") or parse.kid(verb, "dobj")
    if noun is None and verb.dep == "acl" and verb.tag == "VBN":
        noun = parse.head(verb)
    if noun is None or noun.lemma not in REMAINS:
        return noun
    of = next((k for k in parse.kids(noun, "prep") if k.lemma == "of"), None)
    return parse.kid(of, "pobj") if of is not None else None
