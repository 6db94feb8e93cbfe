"""Find the words that name events, and leave out their other meanings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from onrecord import lexicon
from onrecord.records import Parse, Span, Token

MEANS = frozenset(
    ("attack", "airstrike", "shelling", "bombing", "suicide_bombing", "armed_clash", "crackdown", "execution", "assassination")
)
HARM = frozenset(("kill", "wound", "injure", "die", "hurt", "slay", "maim", "murder"))
PLACE_NOUNS = frozenset(
    "village town city area territory neighbourhood neighborhood district base hill airport bridge road province region position capital".split()
)
MILITARY = frozenset(
    "military security rescue joint offensive ground special cross-border combat counterterrorism counter-terrorism drone coalition".split()
)
NOT_BEFORE = frozenset(
    (
        "heart",
        "panic",
        "asthma",
        "hunger",
        "labour",
        "labor",
        "counter",
        "verbal",
        "cyber",
        "political",
        "media",
        "search",
        "surveillance",
    )
)
LIGHT = frozenset(
    "carry conduct launch stage mount lead wage begin start claim suffer commit make undertake perform continue involve plan resume".split()
)
WEAPONS = ("bomb", "device", "mine", "ied", "explosive", "grenade", "car", "vehicle", "charge", "bomber", "shell", "rocket")


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


@cache
def _words() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """(type, frame) rows by (lemma, part of speech)."""
    out: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in lexicon.rows("triggers"):
        out.setdefault((row["word"], row["pos"]), []).append((row["type"], row["frame"]))
    return out


@cache
def _phrases() -> re.Pattern[str]:
    words = sorted(lexicon.words("trigger_phrases"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")\b", re.IGNORECASE)


def triggers(parse: Parse) -> list[Trigger]:
    """The triggers of a text in order, phrases before the words in them."""
    found = list(_phrase_triggers(parse))
    taken = [t.span for t in found]
    for token in parse:
        if any(a <= token.start < b for a, b in taken[max(0, len(taken) - 400) :]):
            continue
        made = _word_trigger(parse, token)
        if made is not None:
            found.append(made)
    return sorted(found, key=lambda t: t.span)


def _phrase_triggers(parse: Parse) -> Iterator[Trigger]:
    types = lexicon.index("trigger_phrases")
    for match in _phrases().finditer(parse.text):
        index = parse.index_at(match.start())
        if parse.sentence_at(match.start()) is None or index < 0:
            continue
        tokens = parse.tokens_in(match.span())
        head = next((t for t in tokens if parse.head(t) not in tokens or t.head == t.i), tokens[-1]) if tokens else parse[index]
        kind = types[re.sub(r"\s+", " ", match[0]).casefold()]["type"]
        if head.lemma == "body" and not _is_corpse(parse, head):
            continue
        frame = (
            "noun"
            if head.pos in ("NOUN", "PROPN")
            else "suffer"
            if "under" in match[0].casefold() or "lost" in match[0].casefold()
            else "act"
        )
        yield _made(parse, match.span(), head, kind, frame, "events.phrase")


def _is_corpse(parse: Parse, token: Token) -> bool:
    """Whether "body" is somebody's dead body."""
    if any(k.lemma in ("lifeless", "decomposed", "charred", "dead", "mutilated", "headless") for k in parse.kids(token, "amod")):
        return True
    return parse.head(token).lemma in ("find", "discover", "recover", "exhume", "retrieve", "dump", "bury", "throw")


def _made(parse: Parse, span: Span, token: Token, kind: str, frame: str, rule: str) -> Trigger:
    det = parse.kid(token, "det", "poss")
    definite = det is not None and det.text.casefold() in ("the", "this", "that", "these", "those")
    return Trigger(span, token, kind, frame, rule, definite=definite, plural=token.tag in ("NNS", "NNPS"))


def _word_trigger(parse: Parse, token: Token) -> Trigger | None:
    pos = (
        "verb"
        if token.pos in ("VERB", "AUX")
        else "noun"
        if token.pos in ("NOUN", "PROPN")
        else "verb"
        if token.tag in ("VBN", "VBD")
        else ""
    )
    rows = _words().get((token.lemma, pos))
    if not rows or (token.dep == "compound" and parse.head(token).pos in ("NOUN", "PROPN") and token.lemma != "strike"):
        return None
    for kind, frame in rows:
        if _fits(parse, token, frame):
            kind = _specific(parse, token, kind)
            return _made(
                parse,
                token.span,
                token,
                kind,
                "act" if frame in ("person", "place", "forced", "bomb", "fire") else frame,
                f"events.{pos}.{token.lemma}",
            )
    return None


def _object(parse: Parse, verb: Token) -> Token | None:
    """What a verb is done to: its object, its subject in the passive, the noun a participle hangs on."""
    passive = parse.kid(verb, "nsubjpass")
    if passive is not None:
        return parse.head(verb) if passive.tag in ("WP", "WDT") and verb.dep == "relcl" else passive
    if verb.dep == "acl" and verb.tag == "VBN":
        return parse.head(verb)
    return parse.kid(verb, "dobj")


def is_place(parse: Parse, token: Token) -> bool:
    """Whether a noun stands for ground that can be taken."""
    if token.lemma in PLACE_NOUNS or token.ent in ("GPE", "LOC", "FAC"):
        return True
    return any(k.lemma == "of" and (t := parse.kid(k, "pobj")) and is_place(parse, t) for k in parse.kids(token, "prep")) and token.lemma in (
        "control", "part", "percent", "rest", "last", "most", "number", "side", "mile", "kilometre", "kilometer", "half", "dozen", "lot", "swath",
    )  # fmt: skip


def _fits(parse: Parse, token: Token, frame: str) -> bool:
    """Whether the words around a trigger give it the table's meaning."""
    before = {k.lemma for k in parse.kids(token, "compound", "amod", "nmod")}
    if before & NOT_BEFORE:
        return False
    if frame in ("person", "place"):
        target = _object(parse, token)
        if target is None:
            return False
        ground = is_place(parse, target) or target.lemma in ("mile", "kilometre", "kilometer", "terrain", "control")
        people = (
            target.lemma in lexicon.words("people")
            or target.ent in ("PERSON", "NORP")
            or target.tag == "PRP"
            or target.text.casefold() in lexicon.words("people")
        )
        return ground and not people if frame == "place" else people
    if frame == "strike":
        return (
            token.tag == "NNS"
            or bool(before & {"air", "drone", "coalition", "missile"})
            or bool(parse.kid(token, "nummod"))
            or parse.kid(token, "prep") is not None
        )
    if frame == "military":
        return (
            bool(before & MILITARY)
            or token.ent in ("EVENT",)
            or any(k.lemma == "against" for k in parse.kids(token, "prep"))
            or _is_named(parse, token)
            or bool(
                {k.lemma for k in parse.kids(token, "acl", "relcl")}
                & {"liberate", "isolate", "retake", "defeat", "reduce", "capture", "clear"}
            )
        )
    if frame == "control":
        obj = parse.kid(token, "dobj")
        return obj is not None and obj.lemma == "control"
    if frame == "fall":
        subject = parse.kid(token, "nsubj")
        return subject is not None and is_place(parse, subject) and any(k.lemma == "to" for k in parse.kids(token, "prep"))
    if frame == "civil":
        subject = parse.kid(token, "nsubj", "nsubjpass")
        return subject is not None and (subject.lemma in lexicon.words("people") or subject.tag in ("NNS", "PRP", "WP", "NNPS"))
    if frame == "forced":
        return any(k.lemma in ("forcibly", "force") for k in parse.kids(token, "advmod"))
    if frame == "fire":
        return False
    if frame == "crowd":
        return parse.kid(token, "ccomp", "dobj") is None
    if frame == "intransitive":
        subject = parse.kid(token, "nsubj", "nsubjpass", "dobj")
        return subject is not None and (subject.lemma in WEAPONS or parse.kid(token, "dobj") is not None)
    return True


def _is_named(parse: Parse, token: Token) -> bool:
    return token.pos == "PROPN" and token.i + 1 < len(parse) and parse[token.i + 1].text[:1].isupper()


def _specific(parse: Parse, token: Token, kind: str) -> str:
    """The more specific type that the words around a trigger give: planes attack from the air, bombs explode on bombers."""
    text = parse.text[parse.sentences[token.sent].span[0] : parse.sentences[token.sent].span[1]].casefold()
    if kind in ("attack", "bombing") and token.pos == "NOUN":
        before = " ".join(k.text.casefold() for k in parse.kids(token, "compound", "amod"))
        if "suicide" in before:
            return "suicide_bombing"
        if "bomb" in before and kind == "attack":
            return "bombing"
        if re.search(r"\b(?:air|aerial|drone)\b", before):
            return "airstrike"
        if re.search(r"\b(?:mortar|rocket|artillery)\b", before):
            return "shelling"
    if kind == "attack" and token.lemma == "attack" and "from the air" in text:
        return "airstrike"
    if (
        kind == "airstrike"
        and token.lemma == "bomb"
        and not re.search(r"\b(?:jets?|planes?|warplanes?|aircraft|air|drones?|helicopters?)\b", text)
    ):
        return "bombing"
    if kind == "bombing" and "suicide bomber" in text and token.lemma in ("explode", "detonate", "blast", "explosion", "bombing"):
        return "suicide_bombing"
    return kind
