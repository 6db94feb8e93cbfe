"""Who is held to have done a deed in a sentence of its own: "The Front claimed responsibility", "the crime was blamed on …"."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord import lexicon
from onrecord.events.sides import DOERS, is_anonymous
from onrecord.events.syntax import QUANTITIES, doers, is_passive, objects_of_prepositions, surface_subject, undergoers
from onrecord.events.triggers import MEANS, Trigger
from onrecord.events.who import for_whom
from onrecord.lexicon.denials import is_untrue
from onrecord.records import ARMED, Cast, Parse, Token

DEEDS = frozenset(("killing", "assassination", "execution", "abduction", "destruction", "looting", "torture", *MEANS))
DEED_NOUNS = frozenset(
    "attack crime act action murder killing assassination bombing explosion blast incident massacre ambush kidnapping abduction"
    " raid shooting violence attempt outrage robbery arson bomb death violation abuse atrocity".split()
)
DOING = frozenset("carry commit conduct execute launch mount order organise organize perpetrate plan plant stage be".split())
THAT_ONE = frozenset(("it", "this", "that", "them"))
UNSAID = frozenset("deny reject refute dispute dismiss doubt".split())  # who holds nobody to have done what hangs on it
UNKNOWN = frozenset("unclear unknown uncertain unlikely doubtful unsure".split())
NOBODY = frozenset(("no", "nobody", "none", "neither"))
CLAIMS = frozenset(("ccomp", "xcomp", "acl", "csubj", "csubjpass", "oprd", "acomp"))  # where blame hangs on who holds it
CLAIMED = 3  # sentences in which a blow is claimed or blamed on somebody
NEAR = 2  # sentences after a deed in which blame without a deed of its own is for that one


def blame(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> None:
    """Give deeds without a doer the one that the same sentence or one of the next holds to have done it; its rule gets "+blamed"."""
    open_deeds = [t for t in found if t.type in DEEDS and is_anonymous(cast, t.by) and t.realis == "actual"]
    if not open_deeds:
        return
    for token in parse:
        for row in _rows().get(token.lemma, ()) if token.pos in ("VERB", "ADJ") else ():
            held = list(_held(parse, cast, token, row, found))
            deed = next((t for t in reversed(open_deeds) if 0 <= token.sent - t.token.sent <= NEAR), None) if held else None
            if deed is not None and is_anonymous(cast, deed.by):
                _give(deed, held, "+blamed")


def _give(deed: Trigger, held: Sequence[str], mark: str) -> None:
    """Give a deed its doers, where they are not those it is done to, and its rule the mark."""
    new = [who for who in held if who not in deed.to]
    if new:
        deed.by, deed.rule = new, deed.rule + mark


@cache
def _rows() -> dict[str, list[lexicon.Row]]:
    """The rows of the table by their verb."""
    out: dict[str, list[lexicon.Row]] = {}
    for row in lexicon.rows("blame"):
        out.setdefault(row["word"], []).append(row)
    return out


def _held(parse: Parse, cast: Cast, verb: Token, row: lexicon.Row, found: Sequence[Trigger]) -> Iterator[str]:
    """Ids of the actors who a verb says did it, by a row of the table."""
    said = verb if verb.pos == "VERB" else parse.head(verb)
    if _is_open(parse, said) or not _has_object(parse, verb, row["object"]):
        return
    if verb.lemma == "belong" and not _are_the_doers(parse, verb):
        return
    if verb.pos == "ADJ":
        tokens = surface_subject(parse, said) if verb.dep == "acomp" and parse.kid(verb, "prep") is None else []
    elif row["doer"] == "subject":
        tokens = doers(parse, verb)
    elif row["doer"] == "object":
        tokens = undergoers(parse, verb) if _is_for_deed(parse, verb, found) else []
    else:
        tokens = list(objects_of_prepositions(parse, verb, row["doer"]))
    for token in tokens:
        mention = cast.at(token.i)
        if any(k.text.casefold() == "no" for k in parse.kids(token, "det")) or mention is None or mention.actor is None:
            continue
        if cast.actor(mention.actor).kind in ARMED:
            yield mention.actor


def _are_the_doers(parse: Parse, verb: Token) -> bool:
    """Whether a verb is said of those who did it, not of one who did: "the killers belonged to X", not "a bomber belonging to X"."""
    subject = surface_subject(parse, verb)
    definite = any(k.lemma == "the" for t in subject for k in parse.kids(t, "det"))
    return definite and verb.tag in ("VBD", "VBZ", "VBP") and any(t.text.casefold() in DOERS for t in subject)


def _is_open(parse: Parse, verb: Token) -> bool:
    """Whether blame is denied, doubted, asked about or only possible, by its own clause or by one that it hangs on."""
    if any(k.lemma in ("if", "whether") for k in parse.kids(verb, "mark")):
        return True
    for above in (verb, *parse.ancestors(verb)):
        if above.lemma in UNSAID or is_untrue(parse, above) or parse.kid(above, "neg") is not None:
            return True
        if any(k.lemma in ("may", "might", "could") for k in parse.kids(above, "aux")):
            return True
        if any(k.lemma in UNKNOWN for k in parse.kids(above, "acomp", "oprd")):
            return True
        if any(_is_nobody(parse, t) for t in (above, *parse.kids(above, "nsubj", "nsubjpass"))):
            return True
        noun = above.pos in ("NOUN", "PROPN") and above.dep in ("nsubj", "nsubjpass", "dobj", "attr")
        if above.dep not in CLAIMS and not noun:
            return False
        if above.dep == "acl" and parse.kid(above, "mark") is None:
            return False  # "a letter claiming responsibility"
    return False


def _is_nobody(parse: Parse, token: Token) -> bool:
    """Whether a word stands for nobody or nothing: "nobody", "no evidence"."""
    return token.lemma in NOBODY or any(k.lemma in NOBODY for k in parse.kids(token, "det"))


def _is_for_deed(parse: Parse, verb: Token, found: Sequence[Trigger]) -> bool:
    """Whether what somebody is blamed for or accused of, if anything, is a deed: "for it", "of the attack", not "for the delay"."""
    preps = [k for k in parse.kids(verb, "prep") if k.lemma in ("for", "of", "over")]
    for t in undergoers(parse, verb):
        preps += [k for k in parse.kids(t, "prep") if k.lemma == "for" or (k.lemma == "of" and parse.kid(k, "pcomp"))]
    return all(any(_is_deed(parse, t, found) for t in _listed_after(parse, k)) for k in preps)


def _listed_after(parse: Parse, prep: Token) -> list[Token]:
    """What stands after a preposition, and in it what there is a number of: "for a wave of attacks"."""
    heads = [t for k in parse.kids(prep, "pobj", "pcomp") for t in parse.conjuncts(k)]
    return heads + [t for h in heads if h.lemma in QUANTITIES for t in objects_of_prepositions(parse, h, "of")]


def _is_deed(parse: Parse, token: Token, found: Sequence[Trigger]) -> bool:
    """Whether a word is, or does, a deed: "the bombing", "it", "killing them", "carrying out the attack", "being behind it"."""
    if token.lemma in THAT_ONE or token.text.casefold() in THAT_ONE or token.lemma in DEED_NOUNS:
        return True
    if token.pos in ("VERB", "AUX") and parse.kid(token, "neg") is None and token.lemma in DOING:
        objects = [*undergoers(parse, token), *objects_of_prepositions(parse, token, "behind")]
        return any(_is_deed(parse, t, found) for t in objects)
    return any(t.token.i == token.i and t.type in DEEDS for t in found)


def _has_object(parse: Parse, verb: Token, wanted: str) -> bool:
    """Whether a verb has the object that a row wants: a noun, a "deed", or any."""
    objects = undergoers(parse, verb) if not wanted or wanted == "deed" or not is_passive(parse, verb) else []
    if wanted == "deed":
        return any(t.lemma in DEED_NOUNS for t in objects)
    return not wanted or any(t.lemma == wanted for t in objects)


def claimed(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> None:
    """The blow told last is by whoever is blamed for it or claims it without naming it: "police blamed it on the rebels"."""
    blows = [t for t in found if t.type in MEANS and t.realis == "actual"]
    for verb in parse:
        if verb.pos != "VERB" or verb.lemma not in ("claim", "blame"):
            continue
        near = [t for t in blows if t.span[0] < verb.start and 0 <= verb.sent - t.token.sent <= CLAIMED]
        if near and is_anonymous(cast, near[-1].by):
            _give(near[-1], for_whom(parse, cast, _culprits(parse, verb)), "+claimed")


def _culprits(parse: Parse, verb: Token) -> list[Token]:
    """Who is said to have done what was told before: "claimed responsibility", "blamed it on X", "blamed X"."""
    obj = parse.kid(verb, "dobj")
    if obj is None or is_passive(parse, verb) or _is_open(parse, verb):
        return []
    if verb.lemma == "claim":
        return surface_subject(parse, verb) if obj.lemma == "responsibility" else []
    if obj.pos == "PRON" or obj.tag == "DT":
        return list(objects_of_prepositions(parse, verb, "on"))
    return [] if any(k.lemma == "for" for k in parse.kids(verb, "prep")) else [obj]
