"""What a noun stands for: ground, people, a body that acts, a weapon."""

import re
from functools import cache

from onrecord import lexicon
from onrecord.events.syntax import objects_of_prepositions
from onrecord.records import ARMED, Parse, Token

PLACE_NOUNS = frozenset(
    "village town city area territory neighbourhood neighborhood district base hill airport bridge road province region position"
    " capital camp post field crossing mountain outpost checkpoint port stronghold highway quarter suburb island valley airbase mile kilometre"
    " kilometer km terrain control ground county square border headquarters front bastion hamlet settlement barracks garrison airfield dam oilfield enclave pocket ridge".split()
)
PARTS = frozenset(
    "control part percent rest last most number side mile kilometre kilometer half dozen lot swath all some much quarter third".split()
)
BANKS = frozenset("side bank half part section sector flank".split())  # "retook the eastern side"
DIRECTIONS = frozenset("northern southern eastern western north south east west central left right".split())
AIR_FORCE = re.compile(r"\bRAF\b|\b[Aa]ir [Ff]orce\b")
PLANE_NAMES = frozenset(
    "reaper reapers mirage typhoon typhoons tornado tornados predator predators apache apaches harrier harriers hellfire hellfires"
    " brimstone brimstones".split()
)

FIRED = frozenset(("hellfire", "brimstone"))
FLYING = frozenset("bomb attack target strafe bombard pound raid fire shoot drop conduct carry launch fly engage strike".split())


def is_place(parse: Parse, token: Token) -> bool:
    """Whether a noun stands for ground that can be taken."""
    if token.lemma in PLACE_NOUNS or (token.ent in ("GPE", "LOC", "FAC") and not is_arm(parse, token)):
        return True
    if token.lemma in BANKS and any(k.lemma in DIRECTIONS for k in parse.kids(token, "amod", "compound")):
        return True
    return token.lemma in PARTS and any(is_place(parse, t) for t in objects_of_prepositions(parse, token, "of"))


def is_people(parse: Parse, token: Token) -> bool:
    """Whether a noun or pronoun stands for people."""
    if token.lemma == "figure" and token.tag == "NNS" and not parse.kids(token, "compound"):
        return False  # "released figures on the dead"
    if token.text.casefold() in ("someone", "somebody", "anyone", "everyone"):
        return True
    if token.text.casefold() == "those" and parse.kid(token, "relcl") is not None:
        return True
    listed = lexicon.words("people")
    if token.lemma in listed or token.text.casefold() in listed or token.ent in ("PERSON", "NORP"):
        return True
    personal = token.tag == "PRP" and token.lemma != "it"
    return personal or (
        token.pos in ("NUM", "DET") and any(is_people(parse, t) for t in objects_of_prepositions(parse, token, "of"))
    )


def is_force(parse: Parse, token: Token) -> bool:
    """Whether a noun or a listed name stands for those who bear arms, not for any body: "rebels", "the Taliban", "troops"."""
    people, bodies = lexicon.index("people"), lexicon.index("bodies")
    words = (token.lemma.casefold(), token.text.casefold())
    row = next((table[w] for table in (people, bodies) for w in words if w in table), None)
    if row is not None and row["kind"] in ARMED:
        return True
    first = token.i
    while (
        first > parse.ranges[token.sent][0] and parse[first - 1].head == token.i and parse[first - 1].dep in ("compound", "amod")
    ):
        first -= 1
    names = (parse.text[parse[i].start : token.end].casefold() for i in range(first, token.i + 1))
    return any(_armed_names().get(name) for name in names)


@lexicon.from_rows
@cache
def _armed_names() -> dict[str, bool]:
    """Whether a listed name is that of a force, by every name in small letters."""
    return {n.casefold(): row["kind"] in ARMED for row in lexicon.rows("groups") for n in lexicon.names_of(row)}


def is_body(parse: Parse, token: Token) -> bool:
    """Whether a noun stands for a body, or for people, that can be helped or help."""
    bodies = lexicon.words("bodies")
    named = token.pos == "PROPN" and token.ent in ("ORG", "GPE", "NORP", "PERSON", "")
    return token.lemma in bodies or token.text.casefold() in bodies or named or is_people(parse, token)


def is_arm(parse: Parse, token: Token, *classes: str) -> bool:
    """Whether a noun is a weapon (of one of these classes)."""
    row = _arm(parse, token)
    return row is not None and (not classes or row["class"] in classes)


def _arm(parse: Parse, token: Token) -> lexicon.Row | None:
    arms = lexicon.index("arms")
    pair = f"{parse[token.i - 1].text.casefold()} {token.lemma}" if token.i else ""
    alone = (
        None if token.lemma.casefold() in PLANE_NAMES and not _is_plane_name(parse, token) else arms.get(token.lemma.casefold())
    )
    return arms.get(pair) or alone


def _is_plane_name(parse: Parse, token: Token) -> bool:
    """Whether a word that means something else too names a plane: "a Reaper", not "the reaper", "Operation Reaper"."""
    inside = token.start > parse.sentences[token.sent].span[0]
    if not inside:
        return token.tag in ("NNS", "NNPS") and AIR_FORCE.search(parse.text) is not None  # "Typhoons bombed the post"
    if not token.text[:1].isupper() or parse[token.i - 1].text == "Operation":
        return False
    alone = token.tag in ("NN", "NNP") and token.dep == "nsubj" and token.lemma.casefold() not in FIRED
    return not alone or parse.head(token).lemma in FLYING or AIR_FORCE.search(parse.text) is not None
