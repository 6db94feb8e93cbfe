"""Find the words that name events, and leave out their other meanings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord import lexicon
from onrecord.events.figurative import is_figurative
from onrecord.events.idle import is_idle
from onrecord.events.needs import holds
from onrecord.events.needs.causes import by_nature
from onrecord.events.needs.crowds import CROWDS, PROTESTERS
from onrecord.events.nouns import is_arm
from onrecord.events.planes import by_plane
from onrecord.events.syntax import (
    agents,
    doers,
    is_passive,
    objects_of_prepositions,
    outer,
    part_of_speech,
    surface_subject,
    undergoers,
)
from onrecord.lexicon.contests import is_contest
from onrecord.lexicon.phrases import Phrases
from onrecord.records import Parse, Span, Token

MEANS = frozenset(
    ("attack", "airstrike", "shelling", "bombing", "suicide_bombing", "armed_clash", "crackdown", "execution", "assassination")
)
NOT_BEFORE = frozenset(
    "heart panic asthma counter verbal cyber political media search surveillance personal character campaign election animal women grief moral life traffic road aggravate aggravated".split()
)
ARMED = frozenset(
    ("attack", "airstrike", "bombing", "shelling", "killing", "harm", "destruction")
)  # from the air when planes do it
WHOLES = frozenset("campaign spree wave mission incident".split())  # nouns that name the act with another before them
MAKING = frozenset("carry conduct launch mount make execute perform undertake deliver stage fly".split())  # an attack
FLUNG = frozenset(("shell", "rocket", "missile", "mortar", "projectile"))
LEFT_OVER = frozenset("unexploded old abandoned leftover dud wartime".split())
DESCRIBING = frozenset("surrender besiege occupy control contest disperse embattle".split())
WORN = frozenset(("vest", "belt", "jacket", "waistcoat"))
ATTACKERS = frozenset(
    "attacker assailant gunman gunmen bomber shooter".split()
)  # "the attackers opened fire" tells more of one attack
VERBS_TOO = frozenset("accord blast combat deal encounter mob".split())  # event nouns that are verbs of another meaning
SHOOTINGS = frozenset("shooting attack killing murder gunman shooter shot assassination".split())
GUNS = frozenset(("weapon", "rifle", "gun"))
SUFFERING = frozenset(("under", "lost", "dead", "deceased"))


@dataclass(slots=True)
class Trigger:
    """A word or phrase that names an event, with the token it hangs on and the frame of its roles."""

    span: Span
    token: Token
    type: str
    frame: str
    rule: str
    by: list[str] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    realis: str = "actual"
    definite: bool = False
    plural: bool = False
    also: list[Span] = field(default_factory=list)  # other mentions of the same happening
    things: list[Span] = field(default_factory=list)  # what is hit and is nobody


@cache
def _words() -> dict[tuple[str, str], list[lexicon.Row]]:
    """Rows by (lemma, part of speech)."""
    out: dict[tuple[str, str], list[lexicon.Row]] = {}
    for row in lexicon.rows("triggers"):
        out.setdefault((row["word"], row["pos"]), []).append(row)
    return out


def types_of_noun(noun: Token) -> set[str]:
    """The types of event that a noun may name."""
    return {row["type"] for row in _words().get((noun.lemma, "noun"), ())}


@cache
def _phrases() -> Phrases:
    return Phrases(lexicon.words("trigger_phrases"))


def triggers(parse: Parse) -> list[Trigger]:
    """The triggers of a text in order, phrases before the words in them."""
    found = list(_phrase_triggers(parse))
    taken = {t.i for trigger in found for t in parse.tokens_in(trigger.span)}
    for token in parse:
        made = _word_trigger(parse, token) if token.i not in taken else None
        if made is not None:
            found.append(made)
    return sorted(found, key=lambda t: t.span)


def _phrase_triggers(parse: Parse) -> Iterator[Trigger]:
    types = lexicon.index("trigger_phrases")
    for match in _phrases().finditer(parse.text):
        tokens = parse.tokens_in(match.span())
        if parse.sentence_at(match.start()) is None or not tokens:
            continue
        head = next((t for t in tokens if parse.head(t) not in tokens or t.head == t.i), tokens[-1])
        words = re.sub(r"\s+", " ", match[0]).casefold()
        if (head.lemma == "body" and not _is_corpse(parse, head)) or _is_only_named(parse, head) or is_figurative(parse, tokens):
            continue
        kind = _against_crowds(parse, head, types[words]["type"])
        if (kind == "displacement" and by_nature(parse, head)) or (words == "drive-by" and not _is_shooting(parse, tokens)):
            continue
        if kind == "killing" and any(
            is_arm(parse, t, "explosive") for t in objects_of_prepositions(parse, head, "to", "in", "from")
        ):
            kind = "bombing"  # "lost their lives to a booby trap"
        if words == "direct hit" and by_plane(parse, head, doers(parse, parse.head(head))):
            kind = "airstrike"
        if kind == "bombing" and any(t.lemma == "suicide" for t in parse.kids(head, "compound", "amod")):
            kind = "suicide_bombing"
        yield _made(parse, match.span(), head, kind, _frame(head, words), "events.phrase")


def _frame(head: Token, words: str) -> str:
    """The frame of a phrase: a noun, something undergone, or an act."""
    if head.pos in ("NOUN", "PROPN"):
        return "noun"
    shot = words.split()[0] in ("shot", "gunned")  # "gunmen shot dead two guards"
    return "suffer" if SUFFERING & set(words.split()) and not shot else "act"


def _is_only_named(parse: Parse, token: Token) -> bool:
    """Whether a bomber is spoken of who strikes nothing here: "a failed suicide bomber", "in charge of suicide bombers"."""
    if token.lemma not in ("bomber", "attacker"):
        return False
    first = outer(parse, token)
    if {k.lemma for k in parse.kids(token, "amod")} & {"failed", "would", "potential", "fail"}:
        return True
    if first.dep == "pobj":
        return parse.head(first).lemma not in ("by", "when", "as", "after")
    return first.dep in ("appos", "attr", "dobj", "poss", "nmod", "compound")


def _is_shooting(parse: Parse, words: Sequence[Token]) -> bool:
    """Whether a "drive-by" is one with guns: alone, or "a drive-by shooting", not "a drive-by clinic"."""
    after = parse[words[-1].i + 1] if words[-1].i + 1 < len(parse) else None
    return after is None or after.pos not in ("NOUN", "PROPN", "ADJ") or after.lemma in SHOOTINGS


def _is_corpse(parse: Parse, token: Token) -> bool:
    """Whether "body" is somebody's dead body."""
    if parse.kid(token, "poss") is not None or any(k.lemma == "no" for k in parse.kids(token, "det")):
        return False
    if any(k.lemma in ("lifeless", "decomposed", "charred", "mutilated", "headless") for k in parse.kids(token, "amod")):
        return True
    return parse.head(token).lemma in ("find", "discover", "recover", "exhume", "retrieve")


def _made(parse: Parse, span: Span, token: Token, kind: str, frame: str, rule: str) -> Trigger:
    many = token.tag in ("NNS", "NNPS") and token.lemma not in ATTACKERS  # two bombers may strike once
    return Trigger(span, token, kind, frame, rule, definite=is_definite(parse, token), plural=many)


def is_definite(parse: Parse, token: Token) -> bool:
    """Whether a noun points back: "the attack", "his abduction and murder", "it was an attack"."""
    first = outer(parse, token)
    if token.pos not in ("NOUN", "PROPN"):
        arm = next(iter(surface_subject(parse, token)), None)  # "the bomb exploded"
        if arm is None or not (is_arm(parse, arm, "explosive") or arm.lemma in ATTACKERS):
            return False
        first = arm
    if any(k.tag == "JJS" for k in parse.kids(first, "amod")) and first.dep != "attr":
        return False  # "the worst bombardment yet"
    det = parse.kid(first, "det", "poss")
    if parse.kid(first, "predet") is not None and parse.kid(first, "predet").lemma == "such":  # type: ignore[union-attr]
        return True
    if det is not None and det.text.casefold() in ("the", "this", "that", "these", "those", "his", "her", "their"):
        return True
    if det is not None and det.dep == "poss" and det.ent == "DATE":
        return True  # "today's attack"
    if first.dep == "attr" and parse.head(first).lemma == "be":
        return any(k.text.casefold() in ("it", "this", "that", "these") for k in parse.kids(parse.head(first), "nsubj"))
    return first.dep == "oprd" and parse.head(first).lemma in ("call", "describe", "label")


def _word_trigger(parse: Parse, token: Token) -> Trigger | None:
    pos = part_of_speech(token)
    rows = _words().get((token.lemma, pos))
    if rows is None and token.tag == "VBZ" and token.lemma not in VERBS_TOO:
        rows = _words().get((token.lemma, "noun"))  # "Government airstrikes on …", read as a verb
    if not rows or _is_modifier(parse, token):
        return None
    if is_contest(parse, token) or (parse.head(token).lemma == "under" and is_figurative(parse, [parse.head(token), token])):
        return None  # "shot two goals", "under attack for saying so"
    if {k.lemma for k in parse.kids(token, "compound", "amod", "nmod")} & NOT_BEFORE:
        return None
    row = next((r for r in rows if holds(parse, token, r["needs"])), None)
    if row is None or is_idle(parse, token, row["type"]):
        return None
    kind = _against_crowds(parse, token, _specific(parse, token, row["type"]))
    return _made(parse, token.span, token, kind, row["frame"], f"events.{pos}.{token.lemma}")


def _is_modifier(parse: Parse, token: Token) -> bool:
    """Whether an event noun only qualifies another: "attack helicopter", "using attack, fighter and remotely piloted aircraft"."""
    if (
        token.lemma in ("fighting", "fight")
        and token.i + 1 < len(parse)
        and parse[token.i + 1].lemma in ("position", "force", "vehicle")
    ):
        return True  # "five fighting positions"
    if token.pos not in ("NOUN", "PROPN"):
        known = token.tag == "VBG" or token.lemma in DESCRIBING  # "the surrendered rebels", "the besieged city"
        return token.dep == "amod" and token.pos in ("VERB", "ADJ") and known
    if token.lemma == "assault" and any(parse[i].lemma in GUNS for i in range(token.i + 1, min(token.i + 3, len(parse)))):
        return True  # "an “assault” weapon"
    if token.dep == "pobj" and parse.head(parse.head(token)).lemma == "line":
        return True  # "this line of attack"
    first = token
    while first.dep == "conj" and first.head != first.i:
        first = parse.head(first)
    if first.i != token.i and first.dep in ("compound", "nmod", "amod") and parse.head(first).i > token.i:
        return True  # "incident and arrest reports"
    if token.text == "Operation" and token.dep == "compound" and parse.head(token).lemma.casefold() in lexicon.words("counted"):
        return True  # "the Special Operation Squad"
    if token.text == "Operation" or parse.head(token).lemma in WHOLES:
        return False
    listed = any(is_arm(parse, t, "aircraft") for t in parse.conjuncts(token)[1:])
    return listed or (token.dep == "compound" and parse.head(token).pos in ("NOUN", "PROPN") and token.lemma != "strike")


def _against_crowds(parse: Parse, token: Token, kind: str) -> str:
    """Shooting at a crowd is a crackdown when those who shoot are police or troops."""
    if kind == "armed_clash" and _with_protesters(parse, token):
        return "riot"
    if kind not in ("attack", "killing", "crackdown") or token.pos not in ("VERB", "AUX"):
        return kind
    onto = [t for k in parse.kids(token, "prep") if k.lemma in ("on", "at") if (t := parse.kid(k, "pobj")) is not None]
    crowd = any(t.lemma in CROWDS - {"student"} for t in (*undergoers(parse, token), *onto))
    police = any(
        t.lemma in ("police", "policeman", "soldier", "troop", "force", "officer", "army") for t in surface_subject(parse, token)
    )
    return "crackdown" if crowd and police else kind


def _with_protesters(parse: Parse, token: Token) -> bool:
    """Whether a side of a clash is a crowd: "protesters clashed with police" is a riot."""
    sides = [*surface_subject(parse, token)] if token.pos in ("VERB", "AUX") else []
    sides += list(parse.kids(token, "compound", "amod"))
    for prep in parse.kids(token, "prep"):
        if prep.lemma in ("with", "between", "against") and (first := parse.kid(prep, "pobj")) is not None:
            sides += parse.conjuncts(first)
    return any(t.lemma in PROTESTERS or t.lemma in ("rioter", "riot", "youth", "mob") for t in sides)


def _specific(parse: Parse, token: Token, kind: str) -> str:
    """The more specific type that the words around a trigger give: planes attack from the air, bombs explode on bombers."""
    start, end = parse.sentences[token.sent].span
    text = parse.text[start:end].casefold()
    if kind in ("attack", "bombing") and token.pos in ("NOUN", "PROPN"):
        verb = parse.head(outer(parse, token))
        flown = kind == "attack" and verb.pos == "VERB" and verb.lemma in MAKING and outer(parse, token).dep == "dobj"
        return "airstrike" if flown and by_plane(parse, verb, doers(parse, verb)) else _by_modifier(parse, token, kind)
    by = [*agents(parse, token), *_actors(parse, token)] if kind in ARMED and token.pos in ("VERB", "AUX") else []
    if by_plane(parse, token, by):
        return "airstrike"
    if kind == "attack" and token.lemma == "attack" and "from the air" in text:
        return "airstrike"
    planes = re.search(r"\b(?:jets?|planes?|warplanes?|aircraft|air|drones?|helicopters?|air force)\b", text)
    if kind == "airstrike" and token.lemma == "bomb" and not planes:
        return "bombing"
    if kind == "bombing" and any(_is_worn(parse, t) for t in (*undergoers(parse, token), *surface_subject(parse, token))):
        return "suicide_bombing"
    if kind == "bombing" and token.lemma == "explode" and any(_is_flung(parse, t) for t in surface_subject(parse, token)):
        return "shelling"  # "the shell exploded on the pitch"
    if kind == "bombing" and "suicide bomber" in text and token.lemma in ("explode", "detonate", "blast", "explosion", "bombing"):
        return "suicide_bombing"
    if token.lemma == "take" and any(t.lemma == "prisoner" for t in _under(parse, token)):
        return "detention"
    if token.lemma == "liberation" and parse.head(token).lemma in ("begin", "start", "continue", "go"):
        return "attack"
    if kind in ("killing", "harm") and any(is_arm(parse, t, "explosive") for t in by):
        return "suicide_bombing" if any(_is_worn(parse, t) for t in by) else "bombing"
    if kind == "shelling" and token.lemma == "bombardment" and re.search(r"\b(?:air|aerial|us|u\.s\.)\b", text):
        return "airstrike"
    return kind


def _is_flung(parse: Parse, thing: Token) -> bool:
    """Whether what explodes was just fired: a shell, not "an unexploded shell"."""
    return thing.lemma in FLUNG and not any(k.lemma in LEFT_OVER for k in parse.kids(thing, "amod", "compound"))


def _under(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """The words of a verb's clause."""
    first, last = parse.subtree(verb)
    return tuple(parse.tokens[first:last])


def _is_worn(parse: Parse, thing: Token) -> bool:
    """Whether what goes off is a bomb that its bearer wears or calls a suicide's: "his suicide vest", "an explosive belt"."""
    kinds = {k.lemma.casefold() for k in parse.kids(thing, "compound", "amod")}
    return thing.pos in ("NOUN", "PROPN") and (
        "suicide" in kinds or (thing.lemma in WORN and bool(kinds & {"explosive", "bomb"}))
    )


def _actors(parse: Parse, verb: Token) -> list[Token]:
    """The subject of a verb that is not passive."""
    return [] if is_passive(parse, verb) else list(surface_subject(parse, verb))


def _by_modifier(parse: Parse, token: Token, kind: str) -> str:
    before = " ".join(k.text.casefold() for k in parse.kids(token, "compound", "amod"))
    if "suicide" in before:
        return "suicide_bombing"
    if ("bomb" in before or "dynamite" in before) and kind == "attack":
        return "bombing"
    if re.search(r"\b(?:air|aerial|drone)\b", before):
        return "airstrike"
    return "shelling" if re.search(r"\b(?:mortar|rocket|artillery)\b", before) else kind
