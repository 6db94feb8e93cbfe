"""The place an event or figure takes: one that its word or clause governs, or the town it points back to."""

import re
from collections.abc import Sequence

from onrecord.events.aside import LOCATING, SPEECH, lies_aside, path_of
from onrecord.events.pointing import LOCALS, is_known, pointed_to, verbs_above
from onrecord.events.scene import WITHIN, Mention, Scene, width
from onrecord.events.syntax import VERBAL, is_infinitive, purpose
from onrecord.records import Parse, Place, Span, Token

EXACTNESS = {2: 0, 1: 1, 3: 2, 4: 3, 5: 4, 6: 5}  # order of UCDP's where_prec, the most telling first
ADVERBIAL = frozenset(("prep", "advmod", "npadvmod", "agent", "pcomp", "pobj"))
BACKGROUND = frozenset("before after since until following".split())
ABLE = frozenset("ability capacity capability right chance need power freedom desire willingness".split())
DATED_BY = frozenset(("come", "follow", "occur", "happen"))  # verbs that only say when something was
INSIDE = re.compile(
    r"(?:,? (?:an?|the) (?:[\w-]+ ){1,4})?,? ?(?:village|town|forests?|hamlet|area)? ?(?:\(|(?:,|in|of|under|near) )(?:the )?(?:\w+ern |north |south |east |west |central )?"
)  # between a place and the one it lies in
UNKNOWN = frozenset((WITHIN, "where.near", "where.unlisted"))
LISTED = 40  # characters between two places of a list
CARRIED = 5  # sentences a town is carried on
TOWN = 2  # UCDP precision of a spot or a town
Lately = tuple[str, int]  # the last town named and its sentence


def place_of(parse: Parse, span: Span, scene: Scene, last: Lately | None) -> tuple[str | None, Lately | None]:
    """(place, town to carry on): the most exact place that a word or its clause governs, nearest first.

    A place of another clause of the sentence is not its own, nor is a town of the sentences before unless the word or the clause
    points back ("the attack", "in the city"). Two places joined by "and" leave the place open: the toll is not split between them.
    """
    sent = parse.sentence_at(span[0])
    if sent is None:
        return None, last
    token = parse[parse.index_at(span[1] - 1)]
    here = scene.places_in(parse.sentences[sent].span)
    told = [m for m in here if not lies_aside(parse, m, here, token)]
    best = min(told, key=lambda pm: _rank(pm, span), default=None)
    carried = (best[0].id, sent) if best is not None and width(best[0]) <= TOWN else last
    own = _governed(parse, token, told)
    if not own:
        back = last is not None and sent - last[1] <= CARRIED and is_known(parse, token) and not here
        back = back and not (
            token.pos == "NOUN" and any(parse.kids(k, "pobj") for k in parse.kids(token, "prep") if k.lemma == "of")
        )
        return (last[0] if back and last else pointed_to(parse, token, scene)), carried
    chosen, mention = _part(parse, min(own, key=lambda pm: _rank(pm, span)), own)
    joined = any(width(p) == width(chosen) and p.id != chosen.id and _are_joined(parse, mention, m) for p, m in own)
    return (None if joined or _goes_elsewhere(parse.text, mention) else chosen.id), carried


def _part(parse: Parse, whole: Mention, own: Sequence[Mention]) -> Mention:
    """What is told to lie in a place, where that stands before it: of "Aalparas in the Jagdalpur area" Aalparas."""
    for place, mention in reversed(own):
        between = parse.text[mention[1] : whole[1][0]]
        if mention[1] <= whole[1][0] and _is_exact(place) and _is_apart(place, whole[0]) and INSIDE.fullmatch(between):
            return _part(parse, (place, mention), own)
    return whole


def _is_exact(place: Place) -> bool:
    """Whether a place is a spot or a town, one too that only has the point of its division."""
    return width(place) <= TOWN


def _is_apart(one: Place, other: Place) -> bool:
    """Whether two places are no spot and the town it has its point from."""
    return one.id != other.id and ((one.lat, one.lon) != (other.lat, other.lon) or one.rule in UNKNOWN)


def place_under(parse: Parse, span: Span, scene: Scene) -> str | None:
    """The place that stands right under a bare number: "five in Gao and four in Kidal"."""
    token = parse[parse.index_at(span[1] - 1)]
    for prep in parse.kids(token, "prep") if token.pos == "NUM" and token.dep == "conj" else ():
        here = scene.places_in(parse.tree_span(prep)) if prep.lemma in LOCATING else []
        if here:
            return min(here, key=lambda pm: _rank(pm, span))[0].id
    return None


def _rank(found: Mention, span: Span) -> tuple[bool, int, int]:
    """What puts one mention of a place before another: exactness of spots and towns, then of wholes, then nearness."""
    exactness = EXACTNESS[width(found[0])]
    return exactness >= 3, exactness, max(found[1][0] - span[1], span[0] - found[1][1], 0)


def _governed(parse: Parse, token: Token, here: Sequence[Mention]) -> list[Mention]:
    """The mentions under a word; else those under the verb of its clause; else under the verbs above that one."""
    paths = [(pm, path) for pm in here if not _is_of_elder(parse, token, path := path_of(parse, pm))]
    verbs = () if _is_background(parse, token) else verbs_above(parse, token)
    whole = (parse.head(token),) if token.dep == "compound" else ()  # "car bomb attacks in the town"
    aim = purpose(parse, token) if token.pos == "NOUN" else None  # "an operation to isolate the town"
    for level in (token, *whole, *((aim,) if aim is not None else ()), *verbs):
        adverbial = level.i != token.i and level.lemma in SPEECH
        found = [pm for pm, path in paths if _belongs(parse, level, path, adverbial)]
        if found:
            return found
    fronted = [pm for pm, _ in paths if _is_fronted(parse, pm)]
    return fronted or [pm for pm, path in paths if _is_of_locals(parse, path, token)]


def _is_of_locals(parse: Parse, path: Sequence[Token], token: Token) -> bool:
    """Whether those who tell of a happening live in a place: "Residents of Harim say that soldiers burned their homes"."""
    who = next((t for t in path if t.lemma in LOCALS), None)
    if who is None or who.dep != "nsubj" or path[1].dep != "prep" or path[1].head != who.i:
        return False
    told = parse.head(who)
    return told.lemma in SPEECH and told.i in {t.i for v in (token, *verbs_above(parse, token)) for t in (v, *parse.ancestors(v))}


def _is_fronted(parse: Parse, found: Mention) -> bool:
    """Whether a place opens its sentence and so is the scene of all of it: "In Harim, a strike killed a guard"."""
    name = parse.index_at(found[1][0])
    begin, end = parse.ranges[parse[name].sent]
    after = parse.index_at(found[1][1] - 1) + 1
    return begin < name <= begin + 3 and parse[begin].lemma in LOCATING and after < end and parse[after].text == ","


def _is_of_elder(parse: Parse, token: Token, path: Sequence[Token]) -> bool:
    """Whether a place is of an event told before in the same list: "the attack in Harim, and other bombings"."""
    first = _elder(parse, token)
    names = {t.i for t in path}
    return first.i not in (token.i, path[0].i) and path[0].i < token.i and first.i in names and token.i not in names


def _elder(parse: Parse, noun: Token) -> Token:
    """The first noun of the list a noun stands in: of "in clashes or in raids" the clashes."""
    above = parse.head(noun)
    while (noun.dep == "conj" and above.pos in ("NOUN", "PROPN")) or (noun.dep == "pobj" and above.dep == "conj"):
        before = parse.kid(parse.head(above), "pobj") if noun.dep == "pobj" else above
        if before is None or before.i >= noun.i:
            return noun
        noun, above = before, parse.head(before)
    return noun


def _belongs(parse: Parse, level: Token, path: Sequence[Token], adverbial: bool) -> bool:
    """Whether a place is of a word's own clause: under it, not in a clause coordinated with it that has a subject of its own.

    Of a verb of saying only what stands beside it counts: "On Tuesday in Harim, gunmen said …", not "a doctor from Harim said".
    """
    at = next((n for n, t in enumerate(path) if t.i == level.i), 0)
    if at == 0:
        return False
    below = path[:at]
    if level.pos in VERBAL and any(_is_only_able(parse, t) for t in below):
        return False
    if level.lemma in DATED_BY and any(k.lemma in BACKGROUND for t in below for k in parse.kids(t, "mark")):
        return False  # "The strikes came two days after rebels attacked Harim"
    if any(_is_apart_from(parse, t, level) for t in below):
        return False
    return not adverbial or below[-1].dep in ADVERBIAL


def _is_apart_from(parse: Parse, verb: Token, level: Token) -> bool:
    """Whether a clause with a subject of its own is coordinated with another, or stands before its semicolon."""
    joined = verb.dep == "conj" or (verb.dep == "ccomp" and verb.i < level.i and level.lemma not in SPEECH)
    return joined and verb.pos in VERBAL and parse.kid(verb, "nsubj", "nsubjpass") is not None


def _is_only_able(parse: Parse, verb: Token) -> bool:
    """Whether a clause tells what somebody can or may do: "its ability to defend the town"."""
    return verb.dep == "acl" and is_infinitive(parse, verb) and parse.head(verb).lemma in ABLE


def _is_background(parse: Parse, token: Token) -> bool:
    """Whether a mention only dates something else: "before the truce, the cell had struck in Harim"."""
    return token.dep == "pobj" and parse.head(token).lemma in BACKGROUND


def _are_joined(parse: Parse, one: Span, other: Span) -> bool:
    """Whether two places stand in one list: "in Harim and Salqin", "in Harim, Salqin and Sarmin"."""
    first, second = sorted((one, other))
    between = parse.text[first[1] : second[0]].casefold()
    a, b = parse[parse.index_at(first[1] - 1)], parse[parse.index_at(second[1] - 1)]
    return between.strip(" ,") == "and" or (
        b.dep == "conj" and a.i in {t.i for t in parse.ancestors(b)} and len(between) < LISTED
    )


def _goes_elsewhere(text: str, mention: Span) -> bool:
    """Whether the text goes on that it happened in other places too: "in Harim and elsewhere in the north"."""
    return text[mention[1] : mention[1] + 14].casefold().startswith(" and elsewhere")
