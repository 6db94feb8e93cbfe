"""Who is held to have done a deed in a sentence of its own: "The Front claimed responsibility", "the crime was blamed on …"."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord import lexicon
from onrecord.events.sides import DOERS, is_anonymous
from onrecord.events.syntax import doers, is_passive, objects_of_prepositions, surface_subject, undergoers
from onrecord.events.triggers import MEANS, Trigger
from onrecord.events.who import actors_of
from onrecord.records import Cast, Parse, Token

DEEDS = frozenset(("killing", "assassination", "execution", "abduction", "destruction", "looting", "torture", *MEANS))
DEED_NOUNS = frozenset(
    "attack crime act action murder killing assassination bombing explosion blast incident massacre ambush kidnapping abduction"
    " raid shooting violence attempt outrage robbery arson bomb death".split()
)
HOLDERS = frozenset(("armed_group", "state_force", "coalition"))  # who is named as the doer of such deeds
CLAIMED = 3  # sentences in which a blow is claimed or blamed on somebody
NEAR = 2  # sentences after a deed in which blame without a deed of its own is for that one


def blame(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> None:
    """Give deeds without a doer the one that the same sentence or one of the next holds to have done it; its rule gets "+blamed"."""
    open_deeds = [t for t in found if t.type in DEEDS and is_anonymous(cast, t.by) and t.realis == "actual"]
    if not open_deeds:
        return
    for token in parse:
        for row in _rows().get(token.lemma, ()) if token.pos in ("VERB", "ADJ") else ():
            held = list(_held(parse, cast, token, row))
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


def _held(parse: Parse, cast: Cast, verb: Token, row: lexicon.Row) -> Iterator[str]:
    """Ids of the actors who a verb says did it, by a row of the table."""
    said = verb if verb.pos == "VERB" else parse.head(verb)
    if parse.kid(said, "neg") is not None or not _has_object(parse, verb, row["object"]):
        return
    if verb.lemma == "belong" and not any(t.text.casefold() in DOERS for t in surface_subject(parse, verb)):
        return
    if verb.pos == "ADJ":
        tokens = surface_subject(parse, said) if verb.dep == "acomp" and parse.kid(verb, "prep") is None else []
    elif row["doer"] == "subject":
        tokens = doers(parse, verb)
    elif row["doer"] == "object":
        tokens = undergoers(parse, verb)
    else:
        tokens = list(objects_of_prepositions(parse, verb, row["doer"]))
    for token in tokens:
        mention = cast.at(token.i)
        if any(k.text.casefold() == "no" for k in parse.kids(token, "det")) or mention is None or mention.actor is None:
            continue
        if cast.actor(mention.actor).kind in HOLDERS:
            yield mention.actor


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
            _give(near[-1], actors_of(parse, cast, _culprits(parse, verb)), "+claimed")


def _culprits(parse: Parse, verb: Token) -> list[Token]:
    """Who is said to have done what was told before: "claimed responsibility", "blamed it on X", "blamed X"."""
    obj = parse.kid(verb, "dobj")
    if obj is None or is_passive(parse, verb) or parse.kid(verb, "neg") is not None:
        return []
    if verb.lemma == "claim":
        return surface_subject(parse, verb) if obj.lemma == "responsibility" else []
    if obj.pos == "PRON" or obj.tag == "DT":
        return list(objects_of_prepositions(parse, verb, "on"))
    return [] if any(k.lemma == "for" for k in parse.kids(verb, "prep")) else [obj]
