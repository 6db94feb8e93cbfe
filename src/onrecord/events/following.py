"""When and where those did more who are only called "they": the day and place of what they did in the sentence before."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord import lexicon
from onrecord.events.aside import changes_scene
from onrecord.events.pointing import is_known, verbs_above
from onrecord.events.scene import Scene
from onrecord.events.syntax import VERBAL, objects_of_prepositions, surface_subject
from onrecord.events.whereabouts import TOLD_TOGETHER
from onrecord.records import Event, Parse, Token

PARTIES = frozenset("they he she them him her".split())
LOCAL = (TOLD_TOGETHER - {"threat"}) | {"attack", "crackdown", "riot", "protest"}
REACH = 3  # sentences
PRONOUNS = frozenset(("they", "he", "she"))
ELSEWHEN = frozenset(
    "previously earlier once before usually often always sometimes typically routinely regularly frequently generally normally"
    " formerly repeatedly never later since elsewhere already".split()
)


def following(parse: Parse, happened: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the day and place of one by the same actor just before: "Rebels took the port on Monday. They burned two boats."

    What is told beside it in its own sentence comes first; an event that did not happen lends nothing.
    """
    out: list[Event] = []
    for event in happened:
        sent = parse.sentence_at(event.trigger[0])
        if sent and event.realis == "actual" and event.by and _is_by_pronoun(parse, event):
            event = _with_setting(event, _by_the_same(parse, event, out, sent))
        out.append(event)
    return tuple(out)


def continuing(parse: Parse, happened: Sequence[Event], scene: Scene) -> list[Event]:
    """The events with the place of what was told just before, where those take part who were told of there.

    "Rebels raided Harim. The attackers burned the clinic." A sentence with a place or a day of its own, or one that goes on
    elsewhere, takes none.
    """
    out: list[Event] = []
    last: Event | None = None  # the last that has a place
    for event in happened:
        if event.place is None and last is not None and _goes_on(parse, event, last, scene):
            event = replace(event, place=last.place)
        if event.place is not None and event.realis == "actual" and event.type in LOCAL:
            last = event
        out.append(event)
    return out


def _goes_on(parse: Parse, event: Event, last: Event, scene: Scene) -> bool:
    """Whether an event is told as part of what the last placed one was: shortly after it, of those who were there."""
    sent, before = parse.sentence_at(event.trigger[0]), parse.sentence_at(last.trigger[0])
    if sent is None or before is None or not 0 < sent - before <= REACH or event.type not in LOCAL or event.realis != "actual":
        return False
    if parse.sentences[sent].block - parse.sentences[before].block > 1 or event.time not in (None, last.time):
        return False
    if changes_scene(parse, sent) or scene.places_in(parse.sentences[sent].span):
        return False
    word = parse[parse.index_at(event.trigger[0])]
    verb = word if word.pos in VERBAL else next(iter(verbs_above(parse, word)), word)
    return verb.pos in VERBAL and _is_once(parse, verb) and any(_is_known_party(parse, t) for t in _parties(parse, verb))


def _parties(parse: Parse, verb: Token) -> list[Token]:
    """Those a verb is said of and those it is done to; of "six of the victims" the victims."""
    aims = parse.kids(verb, "xcomp", "advcl")  # "used tear gas to disperse them"
    named = [*surface_subject(parse, verb), *(k for v in (verb, *aims) for k in parse.kids(v, "dobj", "nsubjpass"))]
    return [*named, *(t for n in named for t in objects_of_prepositions(parse, n, "of"))]


def _is_known_party(parse: Parse, token: Token) -> bool:
    """Whether somebody is told as known from before: "they", "them", "the attackers"."""
    if token.pos == "PRON":
        return token.text.casefold() in PARTIES
    return token.pos == "NOUN" and token.lemma in lexicon.words("people") and is_known(parse, token)


def _by_the_same(parse: Parse, event: Event, told: Sequence[Event], sent: int) -> list[Event]:
    """What the same actor did in this sentence, in the order told, and in the one before, the nearest first."""
    beside: list[Event] = []
    before: list[Event] = []
    for earlier in reversed(told):
        where = parse.sentence_at(earlier.trigger[0])
        if where is None or where < sent - 1:
            break
        if earlier.realis == "actual" and set(earlier.by) & set(event.by):
            (beside if where == sent else before).append(earlier)
    return [*beside[::-1], *before]


def _is_by_pronoun(parse: Parse, event: Event) -> bool:
    """Whether "they", "he" or "she" is the subject of an event's verb, said or understood."""
    verb = parse[parse.index_at(event.trigger[0])]
    if verb.pos not in VERBAL or not _is_once(parse, verb):
        return False
    return any(t.text.casefold() in PRONOUNS and t.sent == verb.sent for t in surface_subject(parse, verb))


def _is_once(parse: Parse, verb: Token) -> bool:
    """Whether a verb tells what was done once and then: in the past tense, neither a habit nor what came before."""
    helpers = parse.kids(verb, "aux", "auxpass")
    finite = verb
    while finite.tag != "VBD" and not helpers and finite.dep in ("conj", "advcl", "xcomp") and parse.head(finite).pos in VERBAL:
        finite = parse.head(finite)  # "They looted the clinic, killing two nurses"
        helpers = parse.kids(finite, "aux", "auxpass")
    past = any(k.tag == "VBD" for k in helpers) if helpers else finite.tag == "VBD"
    used = any(k.lemma in ("have", "use", "would") for k in helpers)
    adverbs = {k.text.casefold() for v in (verb, finite) for k in parse.kids(v, "advmod")}
    return past and not used and not adverbs & ELSEWHEN


def _with_setting(event: Event, earlier: Sequence[Event]) -> Event:
    """An event with the nearest of the days and of the places of earlier ones, where it has none."""
    day = next((e.time for e in earlier if e.time is not None), None) if event.time is None else event.time
    place = next((e.place for e in earlier if e.place is not None), None) if event.place is None else event.place
    return replace(event, time=day, place=place) if (day, place) != (event.time, event.place) else event
