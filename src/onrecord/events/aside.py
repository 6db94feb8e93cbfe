"""Places named beside what happened: where people come from, head for or speak, and states that act."""

import re
from collections.abc import Sequence

from onrecord.events.nouns import is_people
from onrecord.events.scene import Mention
from onrecord.events.syntax import VERBAL, is_passive
from onrecord.records import Parse, Token

UNDERGOING = frozenset("fall see witness suffer experience come remain be have face endure become".split())
COMING = frozenset("visit come hail travel return arrive".split())
CARRYING = frozenset("take transport rush airlift fly bring evacuate transfer admit treat hospitalize hospitalise drive".split())
FROM_THERE = re.compile(
    r"[^.;:]{0,45}\b(?:(?:north|south|east|west)\S*\s+of|outside|(?:km|kilomet\w+|miles?)\b[^.;:]{0,20}\s(?:from|outside))\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,3}",
    re.IGNORECASE,
)  # between a place and the one it is told from: "Sarmin, about 45 km south of the city of …"
SPEECH = frozenset("say tell add report state announce claim warn confirm deny estimate believe note explain".split())
LOCATING = frozenset("in near at outside inside around from across along on over within".split())
SENDING = frozenset("send launch fire deploy arrive come fly broadcast smuggle shoot".split())  # with "from": where it set out
TAKING = frozenset("abduct kidnap arrest nab apprehend detain seize rescue evict drive displace".split())
FLEEING = frozenset(("flee", "escape", "cross"))  # with "into" too
OCCASIONS = frozenset("conference briefing interview meeting statement reporter journalist".split())
OPENING = 8  # words of a sentence that tell whether it goes on elsewhere
ELSEWHERE = frozenset(("elsewhere", "meanwhile", "separately"))
ANOTHER = frozenset("another separate other similar second unrelated different".split())
INCIDENTS = frozenset("incident attack case raid bombing shooting operation event area part strike clash village town".split())
MARCHING = frozenset(("march", "parade", "rally"))  # a protest that is where it leads
LEAVING = frozenset("flee escape retreat withdraw return go head travel move cross march".split())  # with "to": where it led


def lies_aside(parse: Parse, found: Mention, here: Sequence[Mention], deed: Token | None = None) -> bool:
    """Whether a place acts, or only tells where another lies, where somebody speaks, heads for or is taken hurt.

    Where a deed is told of the place itself ("fled to Dori, where gunmen shot her"), or is the march there, it is no aim.
    """
    start = found[1][0]
    before = [m for _, m in here if m[1] <= start]
    if _acts(parse, found):
        return True
    if before and FROM_THERE.fullmatch(parse.text[max(before, key=lambda m: m[1])[1] : start]):
        return True
    path = path_of(parse, found)
    prep = next((t for t in path if t.dep in ("prep", "dative")), None)
    if prep is None:
        return False
    return _is_origin(parse, prep) or _is_spoken_at(parse, prep) or (_is_aim(parse, prep) and not _is_there(parse, deed, prep))


def _is_there(parse: Parse, deed: Token | None, prep: Token) -> bool:
    """Whether a deed is done where a way led: "marched to the square", "fled to Dori, where gunmen shot her"."""
    if deed is None:
        return False
    verb = parse.head(prep)
    if verb.i == deed.i:
        return deed.lemma in MARCHING
    clause = next((t for t in (deed, *parse.ancestors(deed)) if t.dep in ("relcl", "advcl") and t.i > prep.i), None)
    above = parse.head(clause) if clause is not None else None
    where = clause is not None and any(k.lemma == "where" for k in parse.kids(clause, "advmod"))
    return where and above is not None and (above.i == verb.i or above.i >= prep.i)


def _is_aim(parse: Parse, prep: Token) -> bool:
    """Whether a place is where somebody heads for, or where the hurt are taken: "fled to Dori", "taken to hospital in Gao"."""
    verb = parse.head(prep)
    if prep.lemma in ("to", "into", "onto") and verb.lemma in LEAVING:
        return prep.lemma == "to" or verb.lemma in FLEEING
    above = parse.head(verb)  # of "to hospital in Gao" the verb of "to"
    hospital = verb.dep == "pobj" and above.lemma in ("to", "at") and parse.head(above).lemma in CARRYING
    return prep.lemma in ("toward", "towards") or hospital or (prep.lemma in ("to", "at") and verb.lemma in CARRYING)


def _is_spoken_at(parse: Parse, prep: Token) -> bool:
    """Whether a place is where somebody speaks: "said in Geneva that", "told a news conference in Geneva"."""
    verb = parse.head(prep)
    if verb.dep in ("dobj", "pobj") and verb.lemma in OCCASIONS:
        verb = next((t for t in parse.ancestors(verb) if t.pos in VERBAL), verb)
    return verb.lemma in SPEECH and verb.i < prep.i and verb.pos in VERBAL and not is_passive(parse, verb)


def _acts(parse: Parse, found: Mention) -> bool:
    """Whether a place is who does it: "Washington invaded the island"; a place may fall, or see fighting."""
    last, first = parse[parse.index_at(found[1][1] - 1)], parse.index_at(found[1][0])
    verb = parse.head(last)
    led = first > 0 and parse[first - 1].text.casefold() in LOCATING  # "Near Harim, one strike hit a bridge", read as a subject
    return last.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in UNDERGOING and not led


def _is_origin(parse: Parse, prep: Token) -> bool:
    """Whether a place only tells where somebody is from: "a man, 40, of Harim", "a tourist from Mali", "visiting from Mali"."""
    above = parse.head(prep)
    if prep.lemma == "from" and (above.lemma in COMING | SENDING or (above.pos == "NOUN" and is_people(parse, above))):
        return not any(t.lemma in TAKING for t in parse.ancestors(above))  # "abducted by gunmen from Harim": taken from there
    return prep.lemma in ("of", "from") and _is_person(parse, above)


def _is_person(parse: Parse, token: Token) -> bool:
    """Whether a word is somebody's name, or the age behind it."""
    return token.ent == "PERSON" or (token.dep == "appos" and token.pos == "NUM" and parse.head(token).ent == "PERSON")


def path_of(parse: Parse, found: Mention) -> list[Token]:
    """A place's last word and the words above it, nearest first."""
    last = parse[parse.index_at(found[1][1] - 1)]
    return [last, *parse.ancestors(last)]


def changes_scene(parse: Parse, sent: int) -> bool:
    """Whether a sentence says that it goes on with something else somewhere else: "Elsewhere, …", "In a separate incident, …"."""
    begin, end = parse.ranges[sent]
    for token in (parse[i] for i in range(begin, min(end, begin + OPENING))):
        if token.lemma in ELSEWHERE or (token.lemma in ANOTHER and parse.head(token).lemma in INCIDENTS):
            return True
    return False


def is_only_spoken_at(parse: Parse, mentions: Sequence[Mention]) -> bool:
    """Whether a place is only named as where somebody speaks or sets out, or where people head for."""
    return bool(mentions) and all(lies_aside(parse, m, ()) for m in mentions)
