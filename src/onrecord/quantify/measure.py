"""What happened to what is counted: the measure of a figure."""

import re

from onrecord import lexicon
from onrecord.quantify.apart import told_after
from onrecord.quantify.beside import told_beside
from onrecord.quantify.counted import is_found_dead
from onrecord.quantify.governors import governors
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.partitive import is_whole, told_of_part
from onrecord.quantify.resumed import interrupted, joined, renamed, resumed, subjectless
from onrecord.quantify.roll import told_of_victims
from onrecord.quantify.senses import OR_HURT, SHOT_IN, sense_of, verbs
from onrecord.records import Parse, Token

HURT_LATER = re.compile(
    r"\s*[-–—(,][^.;]{3,200}[-–—),]\s+(?:has |have |had |also )*(?:sustained|suffered|received)\s+(?:\w+\s+){0,3}?(?:injur|wound|burn)",
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
FATAL = frozenset(("fatally", "mortally", "fatal", "mortal", "deadly"))  # "the fatal injury of a guard"
NEARLY = frozenset(("near", "nearly", "almost", "not", "potentially"))
DEEDS = frozenset(("killed", "casualties", "attacks"))
ENDING = frozenset(("take", "claim", "cost", "end", "lose"))
VICTIMS = frozenset(("victim", "casualty"))  # to whom a deed before the noun was done: "two murder victims"
RUNNING = frozenset(("flee", "escape"))
CAPTIVES = frozenset("prisoner inmate convict captive hostage detainee internee".split())
SOUGHT = frozenset("suspect fugitive attacker assailant thief robber".split())
MEETING = frozenset(("hit", "strike"))
LOST = frozenset(("lose", "loss"))
HOLD = frozenset("contact touch track sight trace control patience faith trust confidence".split())  # what else is lost
TAKEN = frozenset(("seize", "capture", "intercept", "recover", "take"))


def measure_of(parse: Parse, quantity: Quantity, noun: Token, kind: str | None) -> tuple[str, str] | None:
    """(measure, rule) of a figure; None when nothing says what is counted or what happened to it."""
    part = told_of_part(parse, quantity, noun) if kind == "person" else None
    found = part or told_beside(parse, quantity, noun, kind)
    if found:
        return found
    own = noun.dep in ("nsubj", "nsubjpass") and noun.pos == "NUM"  # "two were charged and three were freed"
    if kind not in ("person", "attack", "territory") and not own and (listed := _listed(parse, quantity)):
        return listed, "quantify.measure.list"
    if quantity.share and kind == "territory":
        return "territory_share", "quantify.measure.share"
    governed = _by_governor(parse, noun, kind, above=not is_whole(parse, quantity, noun))
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
        or told_after(parse, noun)
    )


def _is_of_bodies(parse: Parse, noun: Token) -> bool:
    """Whether the tree lists people beside the bodies that were theirs: "the bodies of a woman and two men were found"."""
    return noun.dep == "conj" and is_found_dead(parse, parse.head(noun)) and parse.kid(parse.head(noun), "prep") is not None


def _by_governor(parse: Parse, noun: Token, kind: str | None, above: bool) -> tuple[str, str] | None:
    """By the words that govern the noun; what a captive or refugee is by name gives way to what is told of him."""
    fallback: tuple[str, str] | None = None
    for word, side in governors(parse, noun, above):
        found = sense_of(parse, word, side)
        if not found or not _fits(found, kind, word) or (word.dep == "compound" and kind != "person"):
            continue  # "500 body cameras"
        if word.dep == "compound" and found in DEEDS and noun.lemma not in VICTIMS:
            continue  # "two murder suspects"
        if word.lemma == "life" and noun.dep == "poss" and parse.head(word).lemma not in ENDING:
            continue  # "saved a woman's life"
        if found == "destroyed" and kind == "person" and (noun.dep == "poss" or parse.head(noun).lemma == "of"):
            continue  # "burnt the machinery of a contractor"
        if found == "wounded" and parse.kid(word, "neg") is not None:
            continue  # "two guards were not hurt"
        if found == "displaced" and word.lemma in RUNNING and (took_off := _running(noun)) != "displaced":
            if took_off is None:
                continue  # "two gunmen fled"
            found = took_off
        if word.lemma == "lose" and any(k.lemma in HOLD for k in parse.kids(word, "dobj")):
            continue  # "lost contact with two guards"
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
        return kind in ("object", "munition", "unit", "territory", None, "person")
    if kind in ("object", "munition", "unit"):
        return (
            measure in ("other", "destroyed")
            or word.lemma in LOST
            or (measure == "captured" and word.pos == "VERB" and word.lemma in TAKEN)
        )
    if kind == "territory":
        return measure in ("territory", "freed", "captured")
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
    if measure == "wounded" and _is_fatal(parse, word):
        return "killed"
    return _shot(parse, word) if measure == "casualties" and word.lemma in ("shoot", "shooting") else measure


def _is_fatal(parse: Parse, word: Token) -> bool:
    """Whether a word says that a blow killed: "fatally shot", "the fatal shooting", not "nearly fatally shot"."""
    told = (k for k in parse.kids(word, "advmod", "amod") if k.lemma in FATAL)
    return any(parse[k.i - 1].lemma not in NEARLY and parse[k.i - 1].text != "-" for k in told)


def _shot(parse: Parse, verb: Token) -> str:
    """What being shot came to: "fatally shot", "shot dead", "shot a guard, killing him", "shot in the leg"."""
    fatal = _is_fatal(parse, verb)
    clause = parse.kid(verb, "advcl")
    ends = clause is not None and clause.lemma == "kill" and any(k.pos == "PRON" for k in parse.kids(clause, "dobj"))
    if fatal or ends or SHOT_DEAD.match(parse.text, verb.end):
        return "killed"
    return "wounded" if SHOT_IN.match(parse.text, verb.end) else "casualties"
