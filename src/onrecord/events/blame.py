"""Who is held to have done a deed in a sentence of its own: "The Front claimed responsibility", "the crime was blamed on …"."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord import lexicon
from onrecord.events.syntax import doers, is_passive, objects_of_prepositions, undergoers
from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Cast, Parse, Token

DEEDS = frozenset(("killing", "assassination", "execution", "abduction", "destruction", "looting", "torture", *MEANS))
DEED_NOUNS = frozenset(
    "attack crime act action murder killing assassination bombing explosion blast incident massacre ambush kidnapping abduction"
    " raid shooting violence attempt outrage robbery arson bomb death".split()
)
HOLDERS = frozenset(("armed_group", "state_force", "coalition"))  # who is named as the doer of such deeds
NEAR = 2  # sentences after a deed in which blame without a deed of its own is for that one


def blame(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> None:
    """Give deeds without a doer the one that the same sentence or one of the next holds to have done it; its rule gets "+blamed"."""
    open_deeds = [t for t in found if t.type in DEEDS and not t.by and t.realis == "actual"]
    if not open_deeds:
        return
    for token in parse:
        for row in _rows().get(token.lemma, ()) if token.pos == "VERB" else ():
            held = list(_held(parse, cast, token, row))
            deed = next((t for t in reversed(open_deeds) if 0 <= token.sent - t.token.sent <= NEAR), None) if held else None
            new = [who for who in held if who not in deed.to] if deed is not None and not deed.by else []
            if deed is not None and new:
                deed.by, deed.rule = new, deed.rule + "+blamed"


@cache
def _rows() -> dict[str, list[lexicon.Row]]:
    """The rows of the table by their verb."""
    out: dict[str, list[lexicon.Row]] = {}
    for row in lexicon.rows("blame"):
        out.setdefault(row["word"], []).append(row)
    return out


def _held(parse: Parse, cast: Cast, verb: Token, row: lexicon.Row) -> Iterator[str]:
    """Ids of the actors who a verb says did it, by a row of the table."""
    if parse.kid(verb, "neg") is not None or not _has_object(parse, verb, row["object"]):
        return
    if row["doer"] == "subject":
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
