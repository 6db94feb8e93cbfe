"""One happening, one event: harm goes to its means, later mentions to the first, copies with the same toll to one."""

import re
from collections.abc import Callable, Sequence

from onrecord.events.again import FAMILY, Retelling
from onrecord.events.linked import linked
from onrecord.events.realis import FORESEEN
from onrecord.events.scene import Scene
from onrecord.events.sides import is_anybody, named_of
from onrecord.events.syntax import outer, purpose
from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Cast, Figure, Parse, Token

SPECIFIC = (
    "suicide_bombing",
    "airstrike",
    "shelling",
    "bombing",
    "crackdown",
    "execution",
    "assassination",
    "armed_clash",
    "attack",
    "killing",
)
EFFECTS = frozenset(("killing", "harm", "destruction"))
WHOLE = frozenset(("bombing", "suicide_bombing", "shelling", "crackdown"))  # means that take in even a named victim
DEFINING = frozenset(("mean", "define", "classify", "categorize", "categorise", "term"))
CHARGED = frozenset(("charge", "convict", "count", "bond", "indict", "sentence"))
DEFINED = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "dobj", "attr"))
ROWS = frozenset("wave series spate string number campaign surge row succession".split())
MUCH = 2  # of sides, day and place that a later mention tells more than the first to be the fullest
WINDOW = 40  # triggers looked back at


def merged(parse: Parse, cast: Cast, found: Sequence[Trigger], figures: Sequence[Figure], scene: Scene) -> list[Trigger]:
    """The triggers of distinct happenings, roles of the others taken in."""
    retelling = Retelling(parse, cast, figures, scene)
    out: list[Trigger] = []
    for trigger in _means_first(parse, cast, found, scene):
        if _opens_on(parse, trigger, found):
            continue
        _take_sides(cast, trigger, out[-WINDOW:])
        earlier = retelling.of(trigger, out[-WINDOW:])
        if earlier is not None:
            absorb(cast, earlier, trigger, retelling.fullness)
        elif trigger.type != "harm":
            out.append(trigger)
    return sorted(out, key=lambda t: t.span)


def _opens_on(parse: Parse, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether a noun only opens on what the clause tells: "In a separate attack, a drone strike killed nine"."""
    noun, prep = trigger.token, parse.head(trigger.token)
    first = parse.ranges[noun.sent][0]
    if noun.dep != "pobj" or prep.i != first or prep.lemma != "in" or trigger.type != "attack" or trigger.plural:
        return False  # "In protests", "In clashes" are told for themselves
    if any(t.ent not in ("DATE", "TIME") for k in parse.kids(noun, "prep") for t in parse.kids(k, "pobj")):
        return False
    told = [t for t in found if t.token.sent == noun.sent and t.token.i > noun.i and t.realis == trigger.realis]
    main = parse.head(prep)
    return any(t.type in MEANS and (t.token.i == main.i or t.token.head == main.i) for t in told)


def _take_sides(cast: Cast, trigger: Trigger, before: Sequence[Trigger]) -> None:
    """A contested or repeated act ("denied the raid") has the sides of the one it points back to."""
    if not trigger.definite or trigger.realis == "actual" or trigger.by or trigger.to:
        return
    kin = [e for e in before if e.type == trigger.type and e.realis == "actual"]
    if kin:
        trigger.by, trigger.to = list(kin[-1].by), list(kin[-1].to)
        trigger.rule += "+again"


def absorb(cast: Cast, event: Trigger, other: Trigger, fullness: Callable[[Trigger], int]) -> None:
    """Take in another mention of the same happening; the fuller of the two becomes the trigger."""
    fuller = other.type == event.type and fullness(other) >= fullness(event) + MUCH
    if not named_of(cast, event.by) and named_of(cast, other.by):
        event.by = []  # the organisation that is blamed or claims it, not "the gunmen"
    itself = cast.at(event.token.i)
    own = itself.actor if itself is not None and event.token.pos == "NOUN" else None  # "suicide bomber … blew himself up"
    event.by += [a for a in other.by if a not in (*event.by, own) and (not event.by or a in named_of(cast, other.by))]
    more = [a for a in other.to if a not in event.to and not (is_anybody(cast, a) and any(is_anybody(cast, b) for b in event.to))]
    event.to = [a for a in (*event.to, *more) if a not in event.by]
    if (
        other.type != event.type
        and event.type in ("attack", "killing", *(("bombing",) if other.type == "suicide_bombing" else ()))
        and FAMILY.get(other.type)
        and SPECIFIC.index(other.type) < SPECIFIC.index(event.type)
    ):
        event.type, event.rule = other.type, other.rule
        event.span, event.token, other.span = other.span, other.token, event.span  # the mention that tells how is the fullest
    elif fuller:
        event.span, event.token, other.span = other.span, other.token, event.span
        event.rule = other.rule
    event.also.append(other.span)
    event.things += [t for t in other.things if t not in event.things]


def _means_first(parse: Parse, cast: Cast, found: Sequence[Trigger], scene: Scene) -> list[Trigger]:
    """Effects told with their means become part of the means' event; a named victim of a fight keeps a killing of his own."""
    means_in: dict[int, list[Trigger]] = {}
    for trigger in found:
        if trigger.type in MEANS:
            means_in.setdefault(trigger.token.sent, []).append(trigger)
    gone: set[int] = set()
    for effect in found:
        near = means_in.get(effect.token.sent, ()) if effect.type in EFFECTS else ()
        told = [t for t in near if _is_as_real(t, effect) and linked(parse, t.token, effect.token, scene)]
        means = min(told, key=lambda t: abs(t.token.i - effect.token.i), default=None)
        if means is not None and _goes_to(parse, cast, means, effect):
            gone.add(id(effect))
    return [t for t in found if id(t) not in gone]


def _is_as_real(means: Trigger, effect: Trigger) -> bool:
    """Whether what happened may be the outcome of a means: nobody is killed in an attack that is only planned."""
    return effect.realis != "actual" or means.realis not in ("planned", "threatened", "hypothetical")


def _goes_to(parse: Parse, cast: Cast, means: Trigger, effect: Trigger) -> bool:
    """Give the means the effect's sides; whether the effect is no event of its own any more."""
    means.things += [t for t in effect.things if t not in means.things]
    if effect.realis == "denied" != means.realis:
        return effect.type == "harm"  # "were not hurt in the blast"
    if effect.type == "destruction":
        means.also.append(effect.span)
        return True
    named = [a for a in effect.to if cast.actor(a).kind == "person"]
    hit = [a for a in effect.to if a not in named] if means.type == "armed_clash" else effect.to
    means.to += [a for a in hit if a not in means.to and a not in means.by]
    if not means.by:
        means.by += [a for a in effect.by if a not in means.to]
    if effect.type == "killing" and named and means.type not in WHOLE:
        effect.by = effect.by or list(means.by)
        return False
    means.also.append(effect.span)
    return True


def is_background(parse: Parse, trigger: Trigger) -> bool:
    """Whether a trigger is only spoken of: fear of it, the history of it; what is looked into has happened."""
    text = parse.text[max(0, trigger.span[0] - 60) : trigger.span[0]].casefold()
    return (
        bool(re.search(r"\b(?:anti-|counter-|fears? of|history of|risk of|war on)\W*(?:the|an?)?\W*$", text))
        or _is_legal(parse, trigger, text)
        or _is_defined(parse, trigger)
        or _is_warded_off(parse, trigger.token)
        or _is_row(parse, trigger.token)
        or _is_ranked(parse, trigger.token)
    )


def _is_warded_off(parse: Parse, noun: Token) -> bool:
    """Whether acts in general are to be kept from happening: "to stop kidnappings", "prevented attacks"."""
    above = parse.head(outer(parse, noun))
    bare = noun.tag == "NNS" and parse.kid(noun, "det", "nummod", "poss", "prep") is None
    return bare and outer(parse, noun).dep == "dobj" and FORESEEN.get(above.lemma) == "hypothetical"


def _is_row(parse: Parse, noun: Token) -> bool:
    """Whether acts are only the row that the one told is one of: "part of a wave of bombings", "the latest in a series of raids"."""
    row = parse.head(parse.head(noun))
    if noun.dep != "pobj" or parse.head(noun).lemma != "of" or row.lemma not in ROWS or row.dep != "pobj":
        return False
    prep = parse.head(row)
    one = parse.head(prep)
    return (prep.lemma, one.lemma) == ("of", "part") or (
        prep.lemma == "in" and (one.lemma in ("latest", "late") or _is_latest(parse, one))
    )


def _is_ranked(parse: Parse, noun: Token) -> bool:
    """Whether an act is only ranked that the clause before tells: "killed six, marking the deadliest attack on the town"."""
    above = parse.head(noun)
    most = any(k.tag in ("JJS", "RBS") or k.lemma in ("first", "second", "third") for k in parse.kids(noun, "amod"))
    while above.dep == "ccomp" and parse.head(above).lemma == "make":
        above = parse.head(above)  # "making it the deadliest attack"
    return most and above.lemma in ("mark", "make") and above.tag == "VBG" and above.dep == "advcl"


def _is_latest(parse: Parse, noun: Token) -> bool:
    return any(k.lemma in ("late", "latest") for k in parse.kids(noun, "amod"))


def _is_defined(parse: Parse, trigger: Trigger) -> bool:
    """Whether a word stands in a sentence that says what a word means: "a strike means one or more attacks", "one bomb is one strike"."""
    below = trigger.token
    for above in (below, *parse.ancestors(below)):
        if above.i != below.i and below.dep in DEFINED and above.lemma in DEFINING and _is_timeless(parse, above):
            return True
        if above.i != below.i and above.lemma == "be" and above.tag == "VBZ" and _counts_as(parse, above):
            return below.dep in DEFINED
        below = above
    return False


def _is_timeless(parse: Parse, verb: Token) -> bool:
    return verb.tag in ("VBZ", "VBP") or any(k.tag in ("VBZ", "VBP") for k in parse.kids(verb, "aux", "auxpass"))


def _counts_as(parse: Parse, verb: Token) -> bool:
    """Whether "is" says what counts as one: "dropping one bomb on one truck is one strike"."""
    what = parse.kid(verb, "attr")
    counted = what is not None and any(k.lemma == "one" for k in parse.kids(what, "nummod"))
    subject = parse.kid(verb, "nsubj", "csubj")
    return counted and (subject is None or subject.pos != "PRON")


def _is_legal(parse: Parse, trigger: Trigger, before: str) -> bool:
    """Whether a noun is the name of a charge ("charged with murder"), stands alone in a heading, or is being defined."""
    token = trigger.token
    if token.pos not in ("NOUN", "PROPN"):
        return False
    if token.dep == "ROOT" and parse.ranges[token.sent][1] - parse.ranges[token.sent][0] <= 2:
        return True
    above = parse.head(outer(parse, token))
    if above.lemma in ("with", "of", "for", "on") and parse.head(above).lemma in CHARGED:
        return True  # "charged with fraud and murder"
    defined = token.dep == "nsubj" and parse.head(token).lemma in ("mean", "define", "refer") and not trigger.definite
    return defined or bool(
        re.search(
            r"\bdegree $|\b(?:charged with|convicted of|suspicion of|counts? of|charges of|guilty of|guilty (?:on [\w ]{3,20} )?to)\W*(?:\w+ )?$",
            before,
        )
    )


def without_aims(parse: Parse, found: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without those that only say what another is for: "an offensive to retake the town" is one event."""
    goals: dict[int, Trigger] = {}
    for trigger in found:
        if trigger.type in MEANS and trigger.token.pos in ("NOUN", "PROPN"):
            verb = purpose(parse, trigger.token)
            goals |= {verb.i: trigger} if verb is not None else {}
    for trigger in found:
        whole = goals.get(trigger.token.i)
        if whole is not None:
            whole.by += [a for a in trigger.by if not whole.by]
            whole.to += [a for a in trigger.to if a not in whole.to and a not in whole.by]
    return [t for t in found if t.token.i not in goals]
