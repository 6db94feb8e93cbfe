"""The place an event or figure takes: one that its word or clause governs, or the town it points back to."""

from collections.abc import Sequence

from onrecord.events.scene import Mention, Scene
from onrecord.records import Parse, Span, Token

EXACTNESS = {2: 0, 1: 1, 3: 2, 4: 3, 5: 4, 6: 5}  # order of UCDP's where_prec, the most telling first
POINTING = frozenset(("the", "this", "these", "those", "that"))
LEVELS = 3  # verbs above a word whose places may be its own
CARRIED = 5  # sentences a town is carried on
Lately = tuple[str, int]  # the last town named and its sentence


def place_of(parse: Parse, span: Span, scene: Scene, last: Lately | None) -> tuple[str | None, Lately | None]:
    """(place, town to carry on): the most exact place that a word or its clause governs, nearest first.

    A place of another clause of the sentence is not its own, nor is a town of the sentences before unless the word points back
    ("the attack"). Two places of one kind joined by "and" leave the place open: the toll is not split between them.
    """
    sent = parse.sentence_at(span[0])
    if sent is None:
        return None, last
    here = scene.places_in(parse.sentences[sent].span)
    best = min(here, key=lambda pm: _rank(pm, span), default=None)
    carried = (best[0].id, sent) if best is not None and best[0].where_prec <= 2 else last
    own = _governed(parse, parse[parse.index_at(span[1] - 1)], here)
    if not own:
        back = last is not None and sent - last[1] <= CARRIED and _points_back(parse, span) and not here
        return (last[0] if back and last else None), carried
    chosen, mention = min(own, key=lambda pm: _rank(pm, span))
    joined = any(p.id != chosen.id and p.where_prec == chosen.where_prec and _are_joined(parse.text, mention, m) for p, m in own)
    return (None if joined else chosen.id), carried


def _rank(found: Mention, span: Span) -> tuple[bool, int, int]:
    """What puts one mention of a place before another: exactness of spots and towns, then of wholes, then nearness."""
    exactness = EXACTNESS[found[0].where_prec]
    return exactness >= 3, exactness, max(found[1][0] - span[1], span[0] - found[1][1], 0)


def _governed(parse: Parse, token: Token, here: Sequence[Mention]) -> list[Mention]:
    """The mentions under a word; else those under the verb of its clause; else under the verb above that one."""
    above = [(pm, {t.i for t in parse.ancestors(parse[parse.index_at(pm[1][1] - 1)])}) for pm in here]
    levels = [token, *_verbs_above(parse, token)]
    for level in levels:
        found = [pm for pm, up in above if level.i in up]
        if found:
            return found
    return []


def _verbs_above(parse: Parse, token: Token) -> list[Token]:
    """The verbs a word stands under, nearest first."""
    return [t for t in parse.ancestors(token) if t.pos in ("VERB", "AUX")][:LEVELS]


def _points_back(parse: Parse, span: Span) -> bool:
    """Whether a noun is told as known: "the attack", "these strikes"."""
    token = parse[parse.index_at(span[1] - 1)]
    return any(k.text.casefold() in POINTING for k in parse.kids(token, "det"))


def _are_joined(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return text[first[1] : second[0]].strip(" ,") == "and"


def place_told(parse: Parse, spans: Sequence[Span], scene: Scene, last: Lately | None) -> tuple[str | None, Lately | None]:
    """The place of a happening told more than once: the most exact of its mentions' places, else the report's only one."""
    found: list[str] = []
    carried = last
    for number, span in enumerate(spans):
        place, after = place_of(parse, span, scene, last if number == 0 else None)
        carried = after if number == 0 else carried
        if place is not None:
            found.append(place)
    if found:
        return min(found, key=lambda k: EXACTNESS[scene.places[k].where_prec]), carried
    return scene.sole, carried
