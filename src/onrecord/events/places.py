"""The place an event or figure takes: one that its word or clause governs, or the town it points back to."""

from collections.abc import Sequence

from onrecord.events.scene import Mention, Scene, lies_near
from onrecord.events.syntax import VERBAL
from onrecord.records import Parse, Span, Token

EXACTNESS = {2: 0, 1: 1, 3: 2, 4: 3, 5: 4, 6: 5}  # order of UCDP's where_prec, the most telling first
POINTING = frozenset(("the", "this", "these", "those", "that"))
ADVERBIAL = frozenset(("prep", "advmod", "npadvmod", "agent", "pcomp", "pobj"))
HERE = frozenset("city town village camp neighbourhood neighborhood quarter district hamlet settlement".split())
REGION = frozenset("region province department governorate state county".split())
LAND = frozenset(("country", "nation"))
BACKGROUND = frozenset("before after since until following".split())
SPEECH = frozenset("say tell add report state announce claim warn confirm deny estimate believe note explain".split())
LEVELS = 3  # verbs above a word whose places may be its own
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
    best = min(here, key=lambda pm: _rank(pm, span), default=None)
    carried = (best[0].id, sent) if best is not None and best[0].where_prec <= TOWN else last
    own = _governed(parse, token, here)
    if not own:
        back = last is not None and sent - last[1] <= CARRIED and _points_back(parse, span) and not here
        return (last[0] if back and last else _meant(parse, token, scene)), carried
    chosen, mention = min(own, key=lambda pm: _rank(pm, span))
    joined = any(p.id != chosen.id and _are_joined(parse.text, mention, m) for p, m in own)
    return (None if joined or _goes_elsewhere(parse.text, mention) else chosen.id), carried


def _rank(found: Mention, span: Span) -> tuple[bool, int, int]:
    """What puts one mention of a place before another: exactness of spots and towns, then of wholes, then nearness."""
    exactness = EXACTNESS[found[0].where_prec]
    return exactness >= 3, exactness, max(found[1][0] - span[1], span[0] - found[1][1], 0)


def _governed(parse: Parse, token: Token, here: Sequence[Mention]) -> list[Mention]:
    """The mentions under a word; else those under the verb of its clause; else under the verbs above that one."""
    paths = [(pm, _path(parse, pm)) for pm in here]
    for number, level in enumerate((token, *_verbs_above(parse, token))):
        found = [pm for pm, path in paths if _belongs(parse, level, path, adverbial=number > 0 and level.lemma in SPEECH)]
        if found:
            return found
    return []


def _path(parse: Parse, found: Mention) -> list[Token]:
    """A place's last word and the words above it, nearest first."""
    last = parse[parse.index_at(found[1][1] - 1)]
    return [last, *parse.ancestors(last)]


def _belongs(parse: Parse, level: Token, path: Sequence[Token], adverbial: bool) -> bool:
    """Whether a place is of a word's own clause: under it, not in a clause coordinated with it that has a subject of its own.

    Of a verb of saying only what stands beside it counts: "On Tuesday in Harim, gunmen said …", not "a doctor from Harim said".
    """
    at = next((n for n, t in enumerate(path) if t.i == level.i), 0)
    if at == 0:
        return False
    below = path[:at]
    if any(t.dep == "conj" and t.pos in VERBAL and parse.kid(t, "nsubj", "nsubjpass") is not None for t in below):
        return False
    return not adverbial or below[-1].dep in ADVERBIAL


def _verbs_above(parse: Parse, token: Token) -> list[Token]:
    """The verbs a word stands under, nearest first."""
    return [t for t in parse.ancestors(token) if t.pos in ("VERB", "AUX")][:LEVELS]


def _points_back(parse: Parse, span: Span) -> bool:
    """Whether a noun is told as known: "the attack", "these strikes"."""
    token = parse[parse.index_at(span[1] - 1)]
    return _is_known(parse, token)


def _is_known(parse: Parse, noun: Token) -> bool:
    return any(k.text.casefold() in POINTING for k in parse.kids(noun, "det"))


def _meant(parse: Parse, token: Token, scene: Scene) -> str | None:
    """The place that a noun of the clause points back to: "fled the town", "at the city's airport", "sent to the region"."""
    verb = token if token.pos in VERBAL else next(iter(_verbs_above(parse, token)), token)
    for noun in parse.sentence_tokens(token.sent):
        kinds = HERE | REGION | LAND
        if noun.lemma not in kinds or noun.pos != "NOUN" or not (_is_known(parse, noun) or _is_same(parse, noun)):
            continue
        if parse.kid(noun, "prep", "relcl", "acl") is None and verb.i in {t.i for t in parse.ancestors(noun)}:
            return scene.latest(noun.start, _precisions(noun.lemma))
    return None


def _is_same(parse: Parse, noun: Token) -> bool:
    return any(k.lemma == "same" for k in parse.kids(noun, "amod"))


def _precisions(word: str) -> tuple[int, ...]:
    """UCDP precisions of the places that a noun can point back to."""
    if word in LAND:
        return (6,)
    return (3, 4) if word in REGION else (1, 2)


def _is_background(parse: Parse, span: Span) -> bool:
    """Whether a mention only dates something else: "before the truce, the cell had struck in Harim"."""
    token = parse[parse.index_at(span[1] - 1)]
    return token.dep == "pobj" and parse.head(token).lemma in BACKGROUND


def _are_joined(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return text[first[1] : second[0]].strip(" ,") == "and"


def _goes_elsewhere(text: str, mention: Span) -> bool:
    """Whether the text goes on that it happened in other places too: "in Harim and elsewhere in the north"."""
    return text[mention[1] : mention[1] + 14].casefold().startswith(" and elsewhere")


def place_told(
    parse: Parse, spans: Sequence[Span], scene: Scene, last: Lately | None, only: bool
) -> tuple[str | None, Lately | None]:
    """The place of a happening told more than once: its first mention's, or a more exact one of the others near that.

    Where no mention has any, what happened on one spot (`only`) takes the report's only place.
    """
    found: list[str] = []
    carried = last
    for number, span in enumerate(spans):
        if number and _is_background(parse, span):
            continue
        place, after = place_of(parse, span, scene, last if number == 0 else None)
        carried = after if number == 0 else carried
        if place is not None and (not found or lies_near(scene.places[found[0]], scene.places[place])):
            found.append(place)
    if found:
        return min(found, key=lambda k: EXACTNESS[scene.places[k].where_prec]), carried
    return (scene.sole if only else None), carried
