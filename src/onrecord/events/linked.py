"""Whether a death or damage is told in one sentence as the outcome of a blow, and belongs to its event."""

from collections.abc import Iterator

from onrecord.events.clock import time_of
from onrecord.events.conditions import is_condition
from onrecord.events.scene import Scene
from onrecord.events.syntax import VERBAL, agents, is_passive, outer, surface_subject, told_before
from onrecord.records import Parse, Token

WARS = frozenset("war conflict insurgency uprising rebellion revolt campaign genocide offensive unrest crisis violence".split())
DYING = frozenset(("die", "succumb"))  # of wounds, on a later day


def linked(parse: Parse, means: Token, effect: Token, scene: Scene) -> bool:
    """Whether an effect is told as the outcome of a means in the same sentence."""
    up = {t.i for t in parse.ancestors(effect)}
    told = told_before(parse, effect)
    up |= {told.i} if told is not None else set()  # "shelled the port, residents said, killing six"
    down = {t.i for t in parse.ancestors(means)}
    if (means.i not in up and is_condition(parse, means)) or _is_apart(parse, means, effect, scene):
        return False  # "if they attack us, we will kill the captives"
    if means.i in {outer(parse, t).i for t in surface_subject(parse, effect)} | {t.i for t in surface_subject(parse, effect)}:
        return not is_passive(parse, effect)  # "the strikes hit two posts and destroyed …"
    if effect.i in down:  # "killed in clashes", "the blast killed six"
        if _is_record(parse, means):
            return False  # "rebels who have fought the army since May killed six"
        if any(
            k.lemma in ("since", "until") for t in (means, *_between(parse, means, effect)) for k in (t, *parse.kids(t, "mark"))
        ):
            return False  # "killed since the siege began"
        return not any(
            t.pos == "VERB" and t.i != effect.i and (t.dep in ("relcl", "ccomp") or (t.dep == "acl" and t.tag == "VBG"))
            for t in _between(parse, means, effect)
        )  # "killed five people fleeing the clashes"
    if _is_record(parse, effect):
        return False
    if means.i in up:  # "attacks which killed 28", "detonated, killing six"
        return not any(t.dep == "ccomp" for t in (effect, *_between(parse, effect, means)))
    if effect.pos == "NOUN" and means.i in {outer(parse, t).i for t in _cause(parse, effect)}:
        return True  # "the attack resulted in the deaths of two"
    governor = parse.head(outer(parse, means))
    shared = governor.i in up and governor.pos in VERBAL and effect.dep in ("advcl", "conj", "relcl", "acl")
    if shared and any(is_of_war(parse, t, means) for t in (effect, *_between(parse, effect, governor))):
        return False  # "the clash took place in Harim during a war in which 100,000 were killed"
    if shared and any(_is_another_time(parse, t) for t in (effect, *_between(parse, effect, governor))):
        return False  # "the attack left two dead before police killed the attacker"
    return shared and outer(parse, means).dep in ("dobj", "nsubj", "nsubjpass")


def _is_record(parse: Parse, verb: Token) -> bool:
    """Whether a clause tells what somebody has done so far: "the Front, which has killed thousands, attacked a school"."""
    perfect = any(k.lemma == "have" and k.tag in ("VBZ", "VBP") for k in parse.kids(verb, "aux"))
    return verb.dep == "relcl" and perfect and parse.head(verb).dep == "nsubj"


def _is_apart(parse: Parse, means: Token, effect: Token, scene: Scene) -> bool:
    """Whether a death is told with a day or a cause of its own: "killed six on 2 May, then on 5 May shelled the port"."""
    if is_since(parse, effect):
        return True
    if means.pos not in VERBAL or effect.pos not in VERBAL or effect.lemma in DYING:
        return False
    if agents(parse, means) and agents(parse, effect):
        return True  # "one was killed by a sniper and another wounded by a mine"
    days = [scene.edtf.get(time_of(parse, t, t.span, scene) or "") for t in (means, effect)]
    return None not in days and days[0] != days[1]


def is_since(parse: Parse, verb: Token) -> bool:
    """Whether deaths are those of the time since which something goes on: "the war has gone on since 2019, when six died"."""
    when = verb.dep == "relcl" and any(k.tag == "WRB" for k in parse.kids(verb, "advmod"))
    return when and parse.head(parse.head(verb)).lemma in ("since", "before", "after", "until")


def is_of_war(parse: Parse, clause: Token, means: Token) -> bool:
    """Whether a clause tells of a war, or of another blow than the means."""
    noun = parse.head(clause)
    return clause.dep in ("relcl", "acl") and noun.i != means.i and noun.lemma in WARS


def _is_another_time(parse: Parse, verb: Token) -> bool:
    """Whether a clause has a subject of its own and happened before or after what it stands with."""
    apart = any(k.lemma in ("before", "after", "until") for k in parse.kids(verb, "mark"))
    return apart and parse.kid(verb, "nsubj", "nsubjpass") is not None


def _cause(parse: Parse, noun: Token) -> list[Token]:
    """The subject of the verb that governs a noun, through a preposition too."""
    above = _before(parse, noun) or parse.head(outer(parse, noun))
    verb = parse.head(above) if above.pos == "ADP" else above
    return surface_subject(parse, verb) if verb.pos in VERBAL and not is_passive(parse, verb) else []


def _before(parse: Parse, noun: Token) -> Token | None:
    """The preposition just before a noun, which the parser loses behind a quotation mark: resulted in "the deaths of two"."""
    i = noun.i - 1
    while i >= 0 and parse[i].sent == noun.sent and parse[i].pos in ("DET", "ADJ", "NUM", "PUNCT"):
        i -= 1
    return parse[i] if i >= 0 and parse[i].sent == noun.sent and parse[i].pos == "ADP" and parse[i].lemma != "of" else None


def _between(parse: Parse, low: Token, high: Token) -> Iterator[Token]:
    for token in parse.ancestors(low):
        if token.i == high.i:
            return
        yield token
