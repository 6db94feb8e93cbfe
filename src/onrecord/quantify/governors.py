"""What governs a counted noun: the words that may say what happened to it."""

from collections.abc import Iterator

from onrecord import lexicon
from onrecord.quantify.counted import class_of
from onrecord.records import Parse, Token

CROWDS = frozenset(("family", "gang", "crowd", "community", "household", "population", "militia", "other", "force", "crew"))
HARMS = frozenset(("injury", "wound", "harm", "damage"))
TOGETHER = frozenset(("along", "together"))
MAKING = frozenset("force compel make cause drive push oblige allow enable help let lead prompt".split())
RAISING = frozenset("expect believe think say report fear know presume suppose understand claim estimate".split())
DONE = ("VBN", "VBD")  # tags of a participle beside its noun: "the five people shot on Friday"
SUBJECTS = ("nsubj", "nsubjpass", "mark", "advmod")  # "were on Friday gunned down", not "were away when caught"


def governors(parse: Parse, noun: Token, above: bool = True) -> Iterator[tuple[Token, str]]:
    """What may say what happened to a noun, nearest first, each with the noun's side of it: "patient", "agent", "noun" or "deed".

    What stands above a whole is said of its part alone: `above` is false for the nine in "three of the nine guards were hurt".
    """
    yield noun, "noun"
    clauses = _clauses_of(parse, noun)
    free = noun.dep not in ("dobj", "nsubjpass")  # of whom nothing is told above
    done, doing = [k for k in clauses if free and k.tag in DONE], [k for k in clauses if not free or k.tag not in DONE]
    for kid in done:
        yield from _clause(parse, noun, kid)
    for kid in parse.kids(noun, "amod", "compound"):
        yield kid, "noun"
    yield from _upward(parse, noun) if above else ()
    for kid in (*doing, *parse.kids(noun, "relcl")):  # "killed four people returning home": the verb above comes first
        yield from _clause(parse, noun, kid)
    listed = _list_of(parse, noun)
    for member in listed:
        for kid in parse.kids(member, "acl"):
            if kid.tag == "VBN" and kid.i > listed[-1].i:
                yield kid, "patient"


def _clauses_of(parse: Parse, noun: Token) -> list[Token]:
    """The clauses beside a noun; those of a doer that stand after "and another" are the other's."""
    clauses = list(parse.kids(noun, "acl"))
    if _is_doer(parse, noun) and (other := parse.kid(noun, "conj")):
        return [k for k in clauses if k.i < other.i]
    if noun.dep == "conj" and _is_doer(parse, parse.head(noun)):
        clauses += [k for k in parse.kids(parse.head(noun), "acl") if k.i > noun.i]
    return clauses


def _is_doer(parse: Parse, noun: Token) -> bool:
    """Whether a noun names by whom it was done: "shot by a sniper and another wounded by a mine"."""
    return noun.dep == "pobj" and parse.head(noun).dep == "agent"


def _list_of(parse: Parse, noun: Token) -> list[Token]:
    """The list a noun stands in: a participle after its last member is said of all ("a girl and four men injured")."""
    while noun.dep in ("conj", "appos") and noun.head != noun.i:
        noun = parse.head(noun)
    if _is_doer(parse, noun):
        return []
    out = [noun]
    while listed := parse.kid(out[-1], "conj", "appos"):
        out.append(listed)
    while out[-1].dep == "appos":
        out.pop()
    return out


def _upward(parse: Parse, noun: Token) -> Iterator[tuple[Token, str]]:
    """The governors of a noun, nearest first, each with the noun's side of it."""
    token, steps, of_deed = noun, 0, False
    while token.head != token.i and steps < 7:
        steps += 1
        governor = parse.head(token)
        off = governor.tag == "RP" and token.dep in ("npadvmod", "pobj")  # "finished off two guards", read as "off them"
        if off or (governor.lemma == "fire" and token.lemma == "to"):
            governor = parse.head(governor)  # "set fire to two trucks"
        if token.lemma == "of" and governor.lemma in lexicon.index("people") and governor.lemma not in CROWDS:
            return  # "three employees of a contractor": what was done to the three was not done to him
        if _is_of_thing(parse, token, governor):
            return  # "the house of a commander was set ablaze": it was not done to the commander
        side = "patient" if token.lemma == "to" and governor.lemma in ("set", "lay") else _side(parse, token, governor)
        if of_deed and token.dep == "prep" and governor.pos == "NOUN":
            side = "deed"  # "the arrest on Monday of four men", with "of" hung on the day
        of_deed = (of_deed and governor.pos != "NOUN") or (token.lemma == "of" and governor.ent in ("DATE", "TIME"))
        if off or (token.lemma == "with" and _is_beside(parse, noun, token, governor)) or _is_along(parse, noun, token, governor):
            side = "patient"
        if governor.dep == "auxpass" and token.dep == "nsubj":
            yield parse.head(governor), "patient"  # "two were on Friday gunned down", hung on the "were"
        if governor.lemma == "be" and token.dep == "nsubj":
            yield from (
                (k, "patient") for k in parse.kids(governor, "advcl") if k.tag == "VBN" and parse.kid(k, *SUBJECTS) is None
            )
        if side:
            yield governor, side
            yield from _predicate(parse, governor, side)
        if token.lemma == "of" and governor.pos == "NUM":
            for kid in parse.kids(governor, "acl"):
                yield from _clause(parse, governor, kid)  # "Two of the guards killed in the raid"
        if governor.pos in ("VERB", "AUX") and token.dep not in ("conj", "xcomp", "ccomp", "advcl", "acl", "pcomp", "prep"):
            if side is None or governor.lemma not in ("leave", "be", "include", "have", "find", "see", "report"):
                yield from (
                    (k, "adverbial")
                    for k in parse.kids(governor, "advcl", "xcomp", "conj")
                    if side == "agent" and k.dep != "conj"
                )
            if governor.dep == "ccomp" and _is_made_to(parse.head(governor), governor):
                yield parse.head(governor), "patient"  # "let six nurses go"
            return
        token = governor


def _is_of_thing(parse: Parse, token: Token, governor: Token) -> bool:
    """Whether somebody is only named as whose thing it is: "the house of a leader", "a driver's truck"."""
    owned = token.lemma == "of" or token.dep == "poss"
    return owned and governor.pos == "NOUN" and class_of(governor) in ("object", "territory")


def _clause(parse: Parse, noun: Token, verb: Token) -> Iterator[tuple[Token, str]]:
    """A participle or relative clause after the noun: "civilians killed in …", "guards who died"."""
    if verb.dep == "acl":
        passive = verb.tag in DONE and not parse.kid(verb, "dobj")
        yield verb, "patient" if passive else "agent"
        if passive and noun.dep == "ROOT":
            yield verb, "agent"  # the tree takes "Six families sheltered" for a bare noun
        return
    subject = parse.kid(verb, "nsubjpass", "nsubj")
    if subject and subject.lemma in ("who", "that", "which", "whom"):
        yield verb, "patient" if subject.dep == "nsubjpass" else "agent"


def _side(parse: Parse, token: Token, governor: Token) -> str | None:
    """Which side of its governor a token stands on."""
    if governor.pos in ("VERB", "AUX"):
        if token.dep in ("dobj", "nsubjpass", "oprd", "attr"):
            return "patient"
        if token.dep == "nsubj":
            return "agent"
        if (
            token.dep == "npadvmod"
            and token.i > governor.i
            and token.ent not in ("DATE", "TIME")
            and not parse.kid(governor, "dobj")
        ):
            return "patient"  # an object with a dash after it, which the tree takes for an adverb
        return None
    if governor.lemma in ("of", "to", "for", "in", "including", "among", "with", "from") and token.dep == "pobj":
        return None
    if token.dep == "prep" and (token.lemma == "of" or (token.lemma == "to" and governor.lemma in HARMS)):
        return "deed"  # "the death of six guards", "injuries to six guards", "the destruction of two trucks"
    return "noun" if token.dep in ("compound", "nmod", "poss") else None


def _is_beside(parse: Parse, noun: Token, prep: Token, verb: Token) -> bool:
    """Whether those after "with" share what is done to others: "arrested the leader with his six associates"."""
    if verb.pos != "VERB" or not parse.kid(verb, "dobj", "nsubjpass"):
        return False
    return bool(parse.kid(noun, "poss")) or noun.lemma in ("other", "more") or parse[max(0, prep.i - 1)].lemma in TOGETHER


def _is_along(parse: Parse, noun: Token, prep: Token, verb: Token) -> bool:
    """Whether those after "along with" share what was done to somebody: "was shot along with three others"."""
    if prep.i < verb.i or verb.pos != "VERB":
        return False
    if prep.lemma == "in" and any(k.lemma == "addition" for k in parse.kids(prep, "pobj")):
        return verb.tag == "VBN" or parse.kid(verb, "dobj") is not None  # "was burned in addition to four cars"
    if prep.lemma not in TOGETHER or parse.kid(noun, "relcl") is not None:
        return False  # "along with two nurses who had been shot": their own clause tells it
    others = any(k.lemma == "other" for k in parse.kids(noun, "amod")) and parse.kid(verb, "dobj") is not None
    return verb.tag == "VBN" or others  # "killed the mayor along with two other men", not "along with two patrols"


def _predicate(parse: Parse, verb: Token, side: str) -> Iterator[tuple[Token, str]]:
    """Adjectives and participles said of the noun: "are dead", "left two dead", "shot dead"."""
    if side == "agent" and parse.kid(verb, "dobj") and not parse.kid(verb, "auxpass"):
        return  # "Four men shot dead a guard": the state is the guard's
    for kid in parse.kids(verb, "acomp", "oprd", "xcomp", "attr", "ccomp", "advmod", "prt"):
        if kid.pos in ("ADJ", "NOUN", "VERB", "ADV") and not (kid.dep == "ccomp" and parse.kid(kid, "nsubj", "nsubjpass")):
            active = _is_made_to(verb, kid) or (kid.dep == "xcomp" and kid.tag == "VB" and verb.lemma in RAISING)
            yield kid, "state" if kid.pos != "VERB" or kid.tag == "VBN" else "agent" if active else side


def _is_made_to(verb: Token, deed: Token) -> bool:
    """Whether an infinitive says what somebody is made or let do: "forced six families to flee", "let them go", not "asked"."""
    return deed.dep in ("xcomp", "ccomp") and deed.tag == "VB" and verb.lemma in MAKING
