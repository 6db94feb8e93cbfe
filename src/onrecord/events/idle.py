"""Words of violence that tell of nothing by themselves: they repeat, serve or only qualify what another word tells."""

from onrecord.events.syntax import agents, is_passive, undergoers
from onrecord.records import Parse, Token

HARMED = frozenset("kill die wound injure capture lose fall hurt death casualty".split())
BEFORE = frozenset(("displacement", "release"))


def is_idle(parse: Parse, token: Token, kind: str) -> bool:
    """Whether a verb only repeats or serves what another one tells: "those killed", "how many were killed", "forced to fight"."""
    if part_of_speech(token) == "noun" and _is_skill(parse, token):
        return True
    if part_of_speech(token) == "noun":
        return any(k.text.casefold() == "no" for k in parse.kids(token, "det")) and parse.head(token).lemma in (
            "take",
            "occur",
            "be",
            "make",
        )
    whom = next(iter(undergoers(parse, token)), None)
    if (
        token.dep == "acl"
        and is_passive(parse, token)
        and whom is not None
        and whom.lemma in ("those", "that")
        and not agents(parse, token)
    ):
        return True
    if whom is not None and any(k.lemma == "many" and parse.kid(k, "advmod") is not None for k in parse.kids(whom, "amod")):
        return True
    if kind in BEFORE and _is_by_the_way(parse, token):
        return True
    if kind == "aid" and _is_epithet(parse, token):
        return True
    return kind == "armed_clash" and token.dep == "xcomp" and parse.head(token).lemma in ("force", "compel", "make")


def _is_by_the_way(parse: Parse, participle: Token) -> bool:
    """Whether a participle only says what those did who were then harmed: "killed five people fleeing the town"."""
    harmed = parse.head(participle)
    return participle.dep == "acl" and participle.tag == "VBG" and harmed.pos != "VERB" and parse.head(harmed).lemma in HARMED


def _is_epithet(parse: Parse, verb: Token) -> bool:
    """Whether a participle only says who stands behind those who act: "the army, backed by militias, attacked"."""
    while verb.dep == "conj" and verb.head != verb.i:
        verb = parse.head(verb)
    return verb.dep == "acl" and verb.tag == "VBN"


def _is_skill(parse: Parse, token: Token) -> bool:
    """Whether fighting is spoken of in general: "proven in battle", not "killed in battle"."""
    bare = token.tag == "NN" and not parse.kids(token) and token.dep == "pobj" and token.lemma in ("battle", "combat", "action")
    return bare and parse.head(token).lemma == "in" and parse.head(parse.head(token)).lemma not in HARMED


def part_of_speech(token: Token) -> str:
    if token.dep in ("pobj", "dobj") and token.tag in ("VBZ", "VBP", "VB"):
        return "noun"  # "in retaliation for airstrikes", read as a verb
    if token.pos in ("VERB", "AUX") or (token.tag in ("VBN", "VBD") and token.pos not in ("NOUN", "PROPN")):
        return "verb"
    return "noun" if token.pos in ("NOUN", "PROPN") else ""
