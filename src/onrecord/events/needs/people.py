"""What must stand around a word of taking, freeing, moving or enlisting people."""

from onrecord import lexicon
from onrecord.events.needs.ground import RANKS
from onrecord.events.needs.words import Condition, counted_people, object_of, on_object, subject_of
from onrecord.events.nouns import PARTS, is_people, is_place
from onrecord.events.planes import flies
from onrecord.events.syntax import doers, is_passive, objects_of_prepositions, surface_subject
from onrecord.records import Parse, Token

HIDDEN = frozenset(
    "bush forest jungle desert hill mountain car van vehicle truck pickup jeep boot trunk boat minibus bus".split()
)
DWELLERS = frozenset("family resident villager civilian people inhabitant household".split())
CARRIERS = frozenset("driver bus taxi truck van car ambulance".split())
HOMES = frozenset(
    "home house land village town city country neighbourhood neighborhood quarter capital area region district province camp".split()
)
VIOLENT = frozenset("killing attack shelling bombing destruction looting abduction execution".split())
ABOUT = frozenset(("out", "around", "over", "on", "onto", "up"))
FUGITIVES = frozenset(
    "suspect gunman attacker assailant shooter robber thief driver bomber kidnapper culprit killer perpetrator".split()
)


def _is_getaway(parse: Parse, verb: Token) -> bool:
    """Whether those who flee have just done violence: "killed a farmer before fleeing the village", not "and residents fled"."""
    above = parse.head(parse.head(verb)) if verb.dep == "pcomp" else parse.head(verb)
    if verb.dep not in ("conj", "advcl", "xcomp", "pcomp") or parse.kid(verb, "nsubj", "nsubjpass") is not None:
        return False
    if surface_subject(parse, verb) != surface_subject(parse, above):
        return False
    violent = any(r["type"] in VIOLENT for r in lexicon.rows("triggers") if r["word"] == above.lemma and r["pos"] == "verb")
    return above.i != verb.i and violent and not is_passive(parse, above)


def _civil(parse: Parse, verb: Token) -> bool:
    """People who flee their homes, not a suspect who flees the scene."""
    subject, target = next(iter(surface_subject(parse, verb)), None), parse.kid(verb, "dobj")
    if _is_getaway(parse, verb):
        return False
    if (subject is not None and subject.lemma in FUGITIVES) or (target is not None and target.lemma in ("scene", "custody")):
        return False
    return subject is not None and (is_people(parse, subject) or subject.tag in ("NNS", "PRP", "WP", "NNPS"))


def _freed(parse: Parse, verb: Token) -> bool:
    """People let go by those who held them, not sent home from a hospital."""
    treated = verb.dep == "conj" and parse.head(verb).lemma in ("treat", "evaluate", "hospitalize", "examine")
    wards = {t.lemma.casefold() for t in objects_of_prepositions(parse, verb, "from")} & {
        "hospital",
        "clinic",
        "centre",
        "center",
    }
    return on_object(is_people)(parse, verb) and not treated and not wards


def _of_persons(parse: Parse, noun: Token) -> bool:
    return any(is_people(parse, t) and not is_place(parse, t) for t in objects_of_prepositions(parse, noun, "of"))


def _forced(parse: Parse, verb: Token) -> bool:
    return any(k.lemma in ("forcibly", "force") for k in parse.kids(verb, "advmod"))


def _ranks(parse: Parse, verb: Token) -> bool:
    """ "pressed boys into its ranks", "forced men to join"."""
    into = any(t.lemma in ("rank", "service", "army") for t in objects_of_prepositions(parse, verb, "into"))
    join = any(k.lemma in ("join", "enroll", "enrol", "enlist", "fight") for k in parse.kids(verb, "xcomp", "ccomp", "advcl"))
    return into or (verb.lemma == "force" and join)


def _captive(parse: Parse, verb: Token) -> bool:
    words = parse.text[verb.end : verb.end + 60].casefold().split()
    target = object_of(parse, verb)
    held = any(w.strip(",.") in ("hostage", "prisoner", "captive", "hostages", "prisoners", "captives") for w in words[:8])
    return target is not None and held


def _taken_away(parse: Parse, verb: Token) -> bool:
    """People taken away or picked up by others than the police or the army, who would arrest them."""
    off = any(k.lemma in ("away", "up") for k in parse.kids(verb, "prt", "advmod"))
    doer = next(iter(doers(parse, verb)), None)
    row = lexicon.index("people").get(doer.lemma) if doer is not None else None
    lawful = row is not None and row["kind"] in ("state_force", "coalition")
    return off and doer is not None and not lawful and on_object(is_people)(parse, verb)


def _into_hiding(parse: Parse, verb: Token) -> bool:
    """People made to go where nobody sees them: "marched into the bush", "bundled into a car", not "marched into town"."""
    away = any(k.lemma in ("away", "off") for k in parse.kids(verb, "prt", "advmod"))
    where = {t.lemma for t in objects_of_prepositions(parse, verb, "into")}
    row = next((lexicon.index("people").get(t.lemma) for t in doers(parse, verb)), None)
    lawful = row is not None and row["kind"] in ("state_force", "coalition")
    return on_object(is_people)(parse, verb) and not lawful and (away or bool(where & HIDDEN))


def _dragged(parse: Parse, verb: Token) -> bool:
    """People dragged along, not to court or into a quarrel."""
    where = {t.lemma for t in objects_of_prepositions(parse, verb, "to", "into", "before")}
    return on_object(is_people)(parse, verb) and not where & {"court", "tribunal", "judge", "war", "conflict", "dispute", "row"}


def _of_people(parse: Parse, noun: Token) -> bool:
    """ "the release of two nurses", "his release"."""
    whose = [*objects_of_prepositions(parse, noun, "of"), *parse.kids(noun, "poss")]
    return any(is_people(parse, t) or t.tag == "PRP$" or t.pos == "PROPN" for t in whose)


def _held(parse: Parse, verb: Token) -> bool:
    """People held, not held accountable."""
    after = parse.text[verb.end : verb.end + 50].casefold()
    blamed = any(word in after for word in ("accountable", "responsible", "to account"))
    return on_object(is_people)(parse, verb) and not blamed


def _caught(parse: Parse, verb: Token) -> bool:
    filmed = any(
        t.lemma in ("video", "camera", "tape", "film", "surprise", "guard")
        for t in objects_of_prepositions(parse, verb, "on", "by", "off")
    )
    flown = any(flies(parse, t) for t in surface_subject(parse, verb))  # "a drone caught two men laying a mine"
    return not filmed and not flown and on_object(is_people)(parse, verb)


def _ranks_object(parse: Parse, verb: Token) -> bool:
    """Joining that is told as done or meant: not "those who refuse to join"."""
    if verb.dep == "xcomp" and parse.head(verb).lemma in ("refuse", "decline", "fail"):
        return False
    target = object_of(parse, verb)
    return target is not None and (target.lemma in RANKS or (target.pos == "PROPN" and target.ent in ("ORG", "NORP")))


def _left_home(parse: Parse, verb: Token) -> bool:
    """ "dozens of families left the town": people who live there, not visitors."""
    subject, target = subject_of(parse, verb), object_of(parse, verb)
    while subject is not None and subject.lemma in PARTS | {"number", "score", "hundred", "thousand"}:
        subject = next(objects_of_prepositions(parse, subject, "of"), None)
    return (
        subject is not None
        and subject.lemma in DWELLERS
        and (target is None or is_place(parse, target) or target.lemma in ("home", "house"))
    )


def _from_home(parse: Parse, verb: Token) -> bool:
    """People made to leave where they live: "drove the families from their homes", not "drove his family from home to school"."""
    words = (verb, *parse.kids(verb, "prep", "prt"))
    left = [t for word in words for t in objects_of_prepositions(parse, word, "from", "of")]
    taken = any(k.lemma == "to" for word in (*words, *left) for k in parse.kids(word, "prep", "dative"))
    if verb.lemma == "drive" and (taken or any(t.lemma in CARRIERS for t in surface_subject(parse, verb))):
        return False
    return on_object(is_people)(parse, verb) and any(t.lemma in HOMES for t in left)


def _hanged(parse: Parse, verb: Token) -> bool:
    """People who are hanged, not those who hang out or around, nor what hangs on a wall."""
    kids = parse.kids(verb, "prt", "advmod", "prep")
    about = any(k.text.casefold() in ABOUT and (k.dep != "prep" or verb.tag == "VBG") for k in kids)
    return not about and on_object(lambda p, t: is_people(p, t) or t.pos == "PROPN")(parse, verb)


PEOPLE_NEED: dict[str, Condition] = {
    "people": on_object(lambda p, t: is_people(p, counted_people(p, t) or t)),
    "civil": _civil,
    "forced": _forced,
    "from-home": _from_home,
    "ranks": _ranks,
    "captive": _captive,
    "taken-away": _taken_away,
    "into-hiding": _into_hiding,
    "left-home": _left_home,
    "ranks-object": _ranks_object,
    "of-people": _of_people,
    "held": _held,
    "dragged": _dragged,
    "caught": _caught,
    "people-noun": on_object(lambda p, t: t.pos != "PROPN" and is_people(p, t)),
    "of-persons": _of_persons,
    "freed": _freed,
    "hanged": _hanged,
}
