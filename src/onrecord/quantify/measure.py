"""What happened to what is counted: the measure of a figure."""

import re
from functools import cache

from onrecord import lexicon
from onrecord.quantify.counted import is_found_dead
from onrecord.quantify.governors import governors, interrupted, joined, renamed, resumed, subjectless
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.roll import told_of_victims
from onrecord.quantify.senses import IN_CONDITION, is_done_otherwise, nouns, sense_of, states, verbs
from onrecord.records import Parse, Token

WOUNDS = re.compile(
    r"\s+(?:with|suffering(?: from)?)\s+(?:an?\s+|multiple\s+)?(?:\w+\s+)?(?:gunshot|stab|shrapnel|bullet)?\s?(?:wound|injur)",
    re.I,
)
HURT_AFTER = re.compile(
    r"(?:\s+(?:on|in|at|from|aboard|inside)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)?,?\s+(?:has |have |had |also )*(?:sustained|suffered|received)\s+(?:\w+\s+){0,3}?(?:injur|wound|burn|fracture)",
    re.I,
)
HURT_LATER = re.compile(
    r"\s*[-–—(,][^.;]{3,200}[-–—),]\s+(?:has |have |had |also )*(?:sustained|suffered|received)\s+(?:\w+\s+){0,3}?(?:injur|wound|burn)",
    re.I,
)
CONDITION = re.compile(rf"\s+{IN_CONDITION}", re.IGNORECASE)  # "one killed, two in critical condition"
GRAVE = re.compile(r"\b(?:critical|serious|grave|severe)\b", re.IGNORECASE)
STABLE = re.compile(r"\bstable\b", re.IGNORECASE)
HARM_TOLD = re.compile(r"\b(?:wound|injur|hurt|shot\b|stab)", re.IGNORECASE)
SHOT_IN = re.compile(
    r"\s+in\s+(?:the|his|her|their|both)\s+(?:\w+\s+)?(?:leg|arm|foot|feet|hand|shoulder|thigh|knee|ankle|buttock|calf|hip|elbow|wrist|finger)s?\b",
    re.I,
)
SHOT_BESIDE = re.compile(
    r"\s+(?P<fatal>fatally\s+)?shot(?=\s+(?:in|outside|near|inside|during|on|overnight|while|multiple)\b|\s*[.,;\n]|\s*$)", re.I
)  # "Five people shot in Gao": a headline leaves out "were"
TO_DEATH = re.compile(r"\s+(?:were |was )?\w+ed to death\b", re.IGNORECASE)
OR_HURT = re.compile(
    r"\s*(?:or|/)\s*(?:seriously\s+)?(?:wounded|injured|hurt|maimed)\b"
    r"|\s+and\s+(?:wounded|injured)(?:\s*[.,;]|\s+(?:in|by|when|during|near|at|after|since)\b)",
    re.I,
)
KILLED_AND = re.compile(r"\bkill(?:ed|s|ing)?(?:\s+and|\s+or|\s+and/or|/)\s*$", re.I)  # "killed and wounded six guards"
SHOT_DEAD = re.compile(r"\s*(?:(?:him|her|them)\s+)?(?:dead|and killed|to death|and died)", re.I)
DEFAULTS = {
    "person": "strength",
    "unit": "strength",
    "attack": "attacks",
    "territory": "territory",
    "object": "other",
    "munition": "other",
}
HELD = frozenset(("captured", "displaced"))  # "prisoners", "refugees": who they are, not what happened to them now
UNDONE = frozenset(("attempted", "attempt", "planned"))  # "the attempted murder of five guards"
TELLING = frozenset(("killed", "wounded", "captured", "freed"))
TIMES = frozenset("night day morning evening afternoon week month year weekend".split())
FATAL = frozenset(("fatally", "mortally", "fatal", "mortal"))  # "the fatal injury of a guard"
MEETING = frozenset(("hit", "strike"))
RUNNING = frozenset(("flee", "escape"))
CAPTIVES = frozenset("prisoner inmate convict captive hostage detainee internee".split())
SOUGHT = frozenset("suspect fugitive attacker assailant thief robber".split())
LOST = frozenset(("lose", "loss"))
TAKEN = frozenset(("seize", "capture", "intercept", "recover", "take"))
ADVERBS = r"(?:still|also|\w+ly)"
MORE_WERE = r"(?:others?|more)\s+(?:(?:have|has|had)\s+been|are|were|was|is)\s+"
PREDICATES = ("got", "get", "are", "were", "was", "is", "people", "person", "others", "other", "more")


@cache
def _after() -> re.Pattern[str]:
    """A state right after a number that stands alone: "120 wounded", "six people dead", "three are missing"."""
    return re.compile(
        rf"\s*(?:{MORE_WERE}|(?:{'|'.join(PREDICATES)})\s+)?(?:{ADVERBS}\s+)?(?P<word>{'|'.join(states())})\b", re.IGNORECASE
    )


@cache
def _beside() -> re.Pattern[str]:
    """A state right after the counted noun: "six men dead", "two trucks destroyed"."""
    return re.compile(rf"\s+(?:lying\s+|found\s+|got\s+)?(?:{ADVERBS}\s+)?(?P<word>{'|'.join(states())})\b", re.IGNORECASE)


def measure_of(parse: Parse, quantity: Quantity, noun: Token, kind: str | None) -> tuple[str, str] | None:
    """(measure, rule) of a figure; None when nothing says what is counted or what happened to it."""
    found = _by_neighbour(parse, quantity, noun, kind)
    if found:
        return found
    own = noun.dep in ("nsubj", "nsubjpass") and noun.pos == "NUM"  # "two were charged and three were freed"
    if kind not in ("person", "attack", "territory") and not own and (listed := _listed(parse, quantity)):
        return listed, "quantify.measure.list"
    if quantity.share and kind == "territory":
        return "territory_share", "quantify.measure.share"
    governed = _by_governor(parse, noun, kind)
    if kind == "person" and _is_of_bodies(parse, noun):
        return "killed", "quantify.measure.noun"
    if governed:
        return governed
    if quantity.share and (noun.ent in ("GPE", "LOC") or noun.tag == "NNP" or noun.lemma in ("country", "land")):
        return "territory_share", "quantify.measure.share"
    if quantity.low == 0 and noun.lemma == "victim":
        return "casualties", "quantify.measure.noun"  # "damage but no victims"
    if kind == "person" and (told := told_of_victims(parse, noun)):
        return told
    if kind == "person" and HURT_LATER.match(parse.text, max(noun.end, quantity.span[1])):
        return "wounded", "quantify.measure.resumed"
    again = _again(parse, quantity, noun) if kind == "person" else None
    measure = sense_of(parse, *again) if again else None
    if again and measure and _fits(measure, kind, again[0]):
        return _settled(parse, measure, kind, again[0]), "quantify.measure.resumed"
    return (DEFAULTS[kind], "quantify.measure.default") if kind in DEFAULTS and not quantity.percent else None


def _again(parse: Parse, quantity: Quantity, noun: Token) -> tuple[Token, str] | None:
    """The verb that the tree has lost to the noun, with the noun's side of it."""
    return (
        resumed(parse, noun)
        or subjectless(parse, quantity.span, noun)
        or interrupted(parse, noun)
        or renamed(parse, noun)
        or joined(parse, noun)
    )


def _by_neighbour(parse: Parse, quantity: Quantity, noun: Token, kind: str | None) -> tuple[str, str] | None:
    """By a state beside the number or the noun."""
    if kind in (None, "person") and TO_DEATH.match(parse.text, max(noun.end, quantity.span[1])):
        return "killed", "quantify.measure.beside"
    if kind in (None, "person") and HURT_AFTER.match(parse.text, _phrase_end(parse, quantity, noun)):
        return "wounded", "quantify.measure.beside"
    if kind in (None, "person") and _is_in_condition(parse, quantity, noun):
        return "wounded", "quantify.measure.beside"
    if kind == "person" and (shot := SHOT_BESIDE.match(parse.text, noun.end)):
        hurt = "wounded" if SHOT_IN.match(parse.text, shot.end()) else "casualties"
        return "killed" if shot["fatal"] else hurt, "quantify.measure.beside"
    following = _told_beside(parse, noun, _after().match(parse.text, quantity.span[1]))
    if following and (kind in (None, "person") or following["word"].casefold() in nouns()):
        return states()[following["word"].casefold()], "quantify.measure.after"
    if kind == "person" and WOUNDS.match(parse.text, noun.end):
        return "wounded", "quantify.measure.beside"
    beside = _told_beside(parse, noun, _beside().match(parse.text, noun.end))
    measure = states()[beside["word"].casefold()] if beside else ""
    if beside and kind == "person" and measure != "destroyed":
        both = measure == "killed" and OR_HURT.match(parse.text, beside.end())
        return "casualties" if both else measure, "quantify.measure.beside"
    if kind in ("object", "munition") and measure == "destroyed":
        return measure, "quantify.measure.beside"
    return None


def _is_in_condition(parse: Parse, quantity: Quantity, noun: Token) -> bool:
    """Whether people are in a grave condition, or in a stable one after harm told: not "three hostages in good condition"."""
    found = CONDITION.match(parse.text, _phrase_end(parse, quantity, noun))
    if found is None or is_done_otherwise(parse, noun):
        return False
    start = parse.sentences[noun.sent].span[0]
    harmed = STABLE.search(found[0]) and HARM_TOLD.search(parse.text, start, quantity.span[0])
    return bool(GRAVE.search(found[0]) or harmed)


def _is_outdone(parse: Parse, noun: Token, participle: Token) -> bool:
    """Whether a verb tells more than the participle beside: "freed six men kidnapped in March", "killed six kidnapped men"."""
    verb = parse.head(noun)
    if participle.dep not in ("acl", "amod") or noun.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB":
        return False
    told = sense_of(parse, verb, "patient")
    return told in TELLING and (participle.dep == "acl" or told != states().get(participle.text.casefold()))


def _is_of_bodies(parse: Parse, noun: Token) -> bool:
    """Whether the tree lists people beside the bodies that were theirs: "the bodies of a woman and two men were found"."""
    return noun.dep == "conj" and is_found_dead(parse, parse.head(noun)) and parse.kid(parse.head(noun), "prep") is not None


def _phrase_end(parse: Parse, quantity: Quantity, noun: Token) -> int:
    """Where a counted noun ends, with the body it is of: "a guard of the bank"."""
    if noun.end <= quantity.span[1]:
        return quantity.span[1]
    return max(noun.end, parse.noun_phrase(noun, stop=lambda t: t.dep == "prep" and t.lemma != "of")[1])


def _told_beside(parse: Parse, noun: Token, match: re.Match[str] | None) -> re.Match[str] | None:
    """The match, unless its word is a verb that does it to others ("six rebels abducted a driver") or gives way to one above."""
    if match is None:
        return None
    word = parse[parse.index_at(match.start("word"))]
    if _is_outdone(parse, noun, word):
        return None
    whom = parse.kid(word, "dobj")
    done = whom is not None and whom.lemma not in TIMES and whom.ent not in ("DATE", "TIME")  # "6 injured the night before"
    return None if done and not parse.kid(word, "auxpass") else match


def _by_governor(parse: Parse, noun: Token, kind: str | None) -> tuple[str, str] | None:
    """By the words that govern the noun; what a captive or refugee is by name gives way to what is told of him."""
    fallback: tuple[str, str] | None = None
    for word, side in governors(parse, noun):
        found = sense_of(parse, word, side)
        if not found or not _fits(found, kind, word) or (word.dep == "compound" and kind != "person"):
            continue  # "500 body cameras"
        if found == "destroyed" and kind == "person" and (noun.dep == "poss" or parse.head(noun).lemma == "of"):
            continue  # "burnt the machinery of a contractor"
        if found == "wounded" and parse.kid(word, "neg") is not None:
            continue  # "two guards were not hurt"
        if found == "displaced" and word.lemma in RUNNING and (took_off := _running(noun)) != "displaced":
            if took_off is None:
                continue  # "two gunmen fled"
            found = took_off
        if word.lemma == "survive" and parse.kid(word, "neg") is not None:
            found = "killed"  # "two of them did not survive"
        if any(k.lemma in UNDONE for k in parse.kids(word, "amod", "compound")):
            continue
        settled = _settled(parse, found, kind, word), f"quantify.measure.{'noun' if side == 'deed' else side}"
        if settled[0] == "other" or _is_by_name(noun, word, found):
            fallback = fallback or settled  # "was found dead": what is found gives way to what is told of it
        else:
            return _outcome(parse, noun, kind) or settled if settled[0] == "captured" else settled
    back = interrupted(parse, noun) if fallback and fallback[0] in HELD else None
    measure = sense_of(parse, *back) if back else None
    return (measure, "quantify.measure.resumed") if measure else fallback


def _running(noun: Token) -> str | None:
    """What running away means by who runs: captives are free, those who fight or are sought are nobody's loss."""
    row = lexicon.index("people").get(noun.lemma)
    if noun.lemma in CAPTIVES:
        return "freed"
    armed = row is not None and row["kind"] in ("armed_group", "state_force")
    return None if armed or noun.lemma in SOUGHT else "displaced"


def _outcome(parse: Parse, noun: Token, kind: str | None) -> tuple[str, str] | None:
    """The death of those who were taken first: "seized two men and killed them", "two men were abducted and later killed"."""
    then = joined(parse, noun) if kind == "person" else None
    fate = sense_of(parse, *then) if then else None
    killed = then is not None and fate is not None and _settled(parse, fate, kind, then[0]) == "killed"
    return ("killed", "quantify.measure.resumed") if killed else None


def _is_by_name(noun: Token, word: Token, measure: str) -> bool:
    """Whether a word only says who somebody is: "prisoners", "men held in March", "three kidnapped men"."""
    if word.dep == "amod" and word.pos in ("VERB", "ADJ"):
        return measure in ("captured", "wounded") and noun.dep in ("dobj", "nsubjpass")
    return measure in HELD and (word.i == noun.i or word.dep in ("relcl", "acl"))


def _listed(parse: Parse, quantity: Quantity) -> str | None:
    """The measure of the last verb before a list the quantity stands in: "destroyed two trucks, a bulldozer and a crane"."""
    index = parse.index_at(quantity.span[0])
    if index < 0:
        return None
    first = parse.ranges[parse[index].sent][0]
    for token in reversed(parse.tokens[first:index]):
        senses = verbs().get(token.lemma) or verbs().get(token.text.casefold().removesuffix("ed")) or ()
        measure = senses[-1].measure if senses else ""
        if measure in ("destroyed", "other") and token.text.casefold().endswith("ed") and token.dep not in ("amod", "compound"):
            return measure
        if _ends_list(token):
            return None
    return None


def _ends_list(token: Token) -> bool:
    other = token.pos in ("VERB", "AUX", "PRON", "SCONJ") or token.text == ";"
    return other or (token.pos == "ADP" and token.lemma not in ("of", "-"))


def _fits(measure: str, kind: str | None, word: Token) -> bool:
    """Whether a measure can be said of that kind of noun: villages are not killed, people are not destroyed."""
    if kind == "attack":
        return False
    if measure == "destroyed" and kind == "munition" and word.lemma in MEETING:
        return False  # "their jeep hit a mine"
    if measure == "destroyed":
        return kind in ("object", "munition", "unit", None, "person")
    if kind in ("object", "munition", "unit"):
        return (
            measure in ("other", "destroyed")
            or word.lemma in LOST
            or (measure == "captured" and word.pos == "VERB" and word.lemma in TAKEN)
        )
    if kind == "territory":
        return measure in ("territory", "freed", "captured", "destroyed")
    return True


def _settled(parse: Parse, measure: str, kind: str | None, word: Token) -> str:
    """The measure with the noun's kind taken in: places captured or freed are territory, "shot dead" is killed."""
    if kind == "territory" and measure in ("freed", "captured"):
        return "territory"
    if measure == "captured" and kind != "person" and word.lemma in TAKEN:
        return "other"
    if measure == "killed" and kind in ("object", "munition", "unit"):
        return "destroyed"  # "lost two tanks"
    if kind == "person" and measure in ("destroyed", "attacks"):
        return "casualties" if measure == "destroyed" else "captured"  # "the abduction of two nurses"
    if measure == "killed" and OR_HURT.match(parse.text, word.end):
        return "casualties"
    if measure == "wounded" and word.pos == "VERB" and KILLED_AND.search(parse.text, max(0, word.start - 20), word.start):
        return "casualties"
    if measure == "wounded" and any(k.lemma in FATAL for k in parse.kids(word, "advmod", "amod")):
        return "killed"
    return _shot(parse, word) if measure == "casualties" and word.lemma == "shoot" else measure


def _shot(parse: Parse, verb: Token) -> str:
    """What being shot came to: "fatally shot", "shot dead", "shot a guard, killing him", "shot in the leg"."""
    fatal = any(k.lemma == "fatally" for k in parse.kids(verb, "advmod"))
    clause = parse.kid(verb, "advcl")
    ends = clause is not None and clause.lemma == "kill" and any(k.pos == "PRON" for k in parse.kids(clause, "dobj"))
    if fatal or ends or SHOT_DEAD.match(parse.text, verb.end):
        return "killed"
    return "wounded" if SHOT_IN.match(parse.text, verb.end) else "casualties"
