"""One happening, one event: deaths go to their means, later mentions to the first, copies with the same toll to one."""

import re
from collections.abc import Sequence

from onrecord.events.triggers import MEANS, Trigger
from onrecord.records import Cast, Figure, Parse, Token

FAMILY = {
    "attack": "attack",
    "bombing": "attack",
    "suicide_bombing": "attack",
    "airstrike": "attack",
    "shelling": "attack",
    "armed_clash": "clash",
}
SPECIFIC = (
    "suicide_bombing",
    "airstrike",
    "shelling",
    "bombing",
    "execution",
    "assassination",
    "armed_clash",
    "attack",
    "killing",
)
TOLLS = frozenset(("killed", "wounded", "casualties"))


def merged(parse: Parse, cast: Cast, found: Sequence[Trigger], figures: Sequence[Figure]) -> list[Trigger]:
    """The triggers of distinct happenings, roles of the others taken in."""
    out: list[Trigger] = []
    for trigger in _means_first(parse, cast, found):
        earlier = _same(parse, cast, trigger, out, figures)
        if earlier is None:
            out.append(trigger)
        else:
            absorb(earlier, trigger)
    return sorted(out, key=lambda t: t.span)


def absorb(event: Trigger, other: Trigger) -> None:
    """Take in another mention of the same happening."""
    event.also.append(other.span)
    event.by += [a for a in other.by if a not in event.by]
    event.to += [a for a in other.to if a not in event.to and a not in event.by]
    if other.type != event.type and FAMILY.get(other.type) and SPECIFIC.index(other.type) < SPECIFIC.index(event.type):
        event.type, event.rule = other.type, other.rule


def _means_first(parse: Parse, cast: Cast, found: Sequence[Trigger]) -> list[Trigger]:
    """Killings told with their means become part of the means' event, unless their victim is named."""
    out = list(found)
    for death in [t for t in found if t.type == "killing"]:
        means = next(
            (
                t
                for t in found
                if t is not death
                and t.type in MEANS
                and t.token.sent == death.token.sent
                and _linked(parse, t.token, death.token)
            ),
            None,
        )
        if means is None or means not in out:
            continue
        named = [a for a in death.to if cast.actor(a).kind == "person"]
        means.to += [a for a in death.to if a not in means.to and a not in means.by and a not in named]
        means.by += [a for a in death.by if a not in means.by and not means.by and a not in means.to]
        if not named:
            means.also.append(death.span)
            out.remove(death)
        elif not death.by:
            death.by = list(means.by)
    return out


def _linked(parse: Parse, means: Token, death: Token) -> bool:
    """Whether a death is told as the outcome of a means in the same sentence."""
    up = {t.i for t in parse.ancestors(death)}
    down = {t.i for t in parse.ancestors(means)}
    if death.i in down:  # "killed in clashes", "the blast killed six"
        return not any(t.pos == "VERB" and t.i != death.i and t.dep in ("relcl", "ccomp") for t in _between(parse, means, death))
    if means.i in up:  # "attacks which killed 28", "detonated, killing six"
        return True
    governor = parse.head(means)
    return (
        governor.i in up
        and governor.pos == "VERB"
        and death.dep in ("advcl", "conj", "relcl")
        and means.dep in ("dobj", "nsubj", "nsubjpass")
    )


def _between(parse: Parse, low: Token, high: Token) -> list[Token]:
    out = []
    for token in parse.ancestors(low):
        if token.i == high.i:
            break
        out.append(token)
    return out


def _same(parse: Parse, cast: Cast, trigger: Trigger, before: Sequence[Trigger], figures: Sequence[Figure]) -> Trigger | None:
    """The event a trigger mentions again: "the attack" after an attack, a death toll told twice, one sentence's two words for one thing."""
    for event in reversed(before[-40:]):
        far = trigger.token.sent - event.token.sent
        related = event.type == trigger.type or (FAMILY.get(event.type) and FAMILY.get(event.type) == FAMILY.get(trigger.type))
        if related and (_mentions_again(trigger, event, far) or _tells_one_thing(parse, trigger, event, far)):
            return event
        toll_again = trigger.type == "killing" and event.type in (*MEANS, "killing") and far > 0
        if toll_again and _same_toll(parse, event, trigger, figures):
            return event
    return None


def _mentions_again(trigger: Trigger, event: Trigger, far: int) -> bool:
    """Whether a definite noun ("the attack") points back at an actual event by and to the same people."""
    points_back = trigger.definite and not trigger.plural and trigger.realis == "actual" == event.realis and far <= 30
    return points_back and not _differs(trigger.to, event.to) and not _differs(trigger.by, event.by)


def _tells_one_thing(parse: Parse, trigger: Trigger, event: Trigger, far: int) -> bool:
    """Whether two words of one sentence name one happening."""
    return far == 0 and event.realis == trigger.realis and _near(parse, event, trigger) and not _differs(trigger.by, event.by)


def _differs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both name somebody and nobody in common."""
    return bool(one) and bool(other) and not set(one) & set(other)


def _near(parse: Parse, one: Trigger, other: Trigger) -> bool:
    """Whether two triggers of a sentence tell one thing: "suicide bomber … rammed", "opened fire … shooting"."""
    up = {t.i for t in parse.ancestors(other.token)} | {t.i for t in parse.ancestors(one.token)}
    linked = one.token.i in up or other.token.i in up
    return linked and other.token.dep in ("advcl", "acl", "nsubj", "dobj", "pobj", "compound") and not other.plural


def _same_toll(parse: Parse, event: Trigger, trigger: Trigger, figures: Sequence[Figure]) -> bool:
    """Whether two sentences give the same number of dead of the same people."""
    first = _toll(parse, event.token.sent, figures)
    second = _toll(parse, trigger.token.sent, figures)
    return bool(first & second)


def _toll(parse: Parse, sent: int, figures: Sequence[Figure]) -> set[tuple[float | None, float | None, str]]:
    span = parse.sentences[sent].span
    return {
        (f.low, f.high, f.measure)
        for f in figures
        if span[0] <= f.span[0] < span[1] and f.measure in TOLLS and (f.low or f.high) not in (None, 1.0)
    }


def is_background(parse: Parse, trigger: Trigger) -> bool:
    """Whether a trigger is only spoken of: investigations into, fear of, the history of."""
    text = parse.text[max(0, trigger.span[0] - 60) : trigger.span[0]].casefold()
    return bool(
        re.search(
            r"\b(?:investigat\w+ (?:into|of)|inquiry into|anti-|counter-|fears? of|history of|risk of|war on)\W*(?:the|an?)?\W*$",
            text,
        )
    )
