"""Words of violence that tell of nothing by themselves: they repeat, serve or only qualify what another word tells."""

from onrecord.events.syntax import agents, is_passive, objects_of_prepositions, part_of_speech, undergoers
from onrecord.records import Parse, Token

HARMED = frozenset("kill die wound injure capture lose fall hurt death casualty".split())
HAPPENING = frozenset(("take", "occur", "be", "make"))
GIVING = frozenset(("arm", "provide", "deliver", "airlift"))
NOMINAL = frozenset(("nsubj", "nsubjpass", "pobj", "dobj", "conj", "attr"))
GROUPS = frozenset("group faction militia rebel militant insurgent organisation organization movement guerrilla".split())
BEFORE = frozenset(("displacement", "release"))


def is_idle(parse: Parse, token: Token, kind: str) -> bool:
    """Whether a verb only repeats or serves what another one tells: "those killed", "how many were killed", "forced to fight"."""
    if part_of_speech(token) == "noun":
        return _is_skill(parse, token) or _is_none(parse, token)
    if token.tag == "VBN" and any(k.lemma == "the" for k in parse.kids(token, "det")) and token.dep in NOMINAL:
        return True  # "the kidnapped were a nurse and a driver"
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
    if kind == "armed_clash" and _is_calling(parse, token):
        return True
    return kind == "armed_clash" and token.dep == "xcomp" and parse.head(token).lemma in ("force", "compel", "make")


def _is_calling(parse: Parse, verb: Token) -> bool:
    """Whether a participle only says what groups are there for: "militant groups fighting the government"."""
    what = parse.head(verb)
    each = any(k.lemma == "other" for k in parse.kids(verb, "dobj"))  # "groups fighting each other" do it now
    return verb.dep == "acl" and verb.tag == "VBG" and what.lemma in GROUPS and not each and not _is_told(parse, verb)


def _is_by_the_way(parse: Parse, participle: Token) -> bool:
    """Whether a participle only says what those did who were then harmed: "killed five people fleeing the town"."""
    harmed = parse.head(participle)
    return participle.dep == "acl" and participle.tag == "VBG" and harmed.pos != "VERB" and parse.head(harmed).lemma in HARMED


def _is_epithet(parse: Parse, verb: Token) -> bool:
    """Whether a participle only says who stands behind those who act: "the army, backed by militias, attacked".

    It tells of help given where it, or one beside it, says what was given or when: "armed by", "assisted since Monday".
    """
    first = verb
    while first.dep == "conj" and first.head != first.i:
        first = parse.head(first)
    bare = not any(t.lemma in GIVING or _is_told(parse, t) for t in parse.conjuncts(first))
    return first.dep == "acl" and first.tag in ("VBN", "VBD") and bare


def _is_told(parse: Parse, verb: Token) -> bool:
    """Whether a verb of help has its time or means: "since Monday", "with arms"."""
    timed = [*parse.kids(verb, "npadvmod"), *(t for k in parse.kids(verb, "prep") for t in parse.kids(k, "pobj"))]
    return any(t.ent in ("DATE", "TIME") for t in timed) or any(objects_of_prepositions(parse, verb, "with"))


def _is_none(parse: Parse, noun: Token) -> bool:
    """Whether a noun is said not to be: "no attack took place"."""
    return any(k.text.casefold() == "no" for k in parse.kids(noun, "det")) and parse.head(noun).lemma in HAPPENING


def _is_skill(parse: Parse, token: Token) -> bool:
    """Whether fighting is spoken of in general: "proven in battle", not "killed in battle"."""
    bare = token.tag == "NN" and not parse.kids(token) and token.dep == "pobj" and token.lemma in ("battle", "combat", "action")
    return bare and parse.head(token).lemma == "in" and parse.head(parse.head(token)).lemma not in HARMED
