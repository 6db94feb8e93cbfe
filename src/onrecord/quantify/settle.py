"""What only its neighbours can tell of a figure: whom "others" are, who fights, what runs up over time."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.quantify.counted import LOST, who_of
from onrecord.quantify.draft import ELLIPTIC, Draft
from onrecord.quantify.running import is_cumulative
from onrecord.quantify.status import OF_KIND, is_anybody, owner_of, status_of
from onrecord.records import Cast, Parse

MORE = re.compile(
    r"\s+(?:more|further)\b(?!\s+than\b)(?!\s*[,(–—-](?!\s*who\b))", re.IGNORECASE
)  # not "three more, two nurses and a teacher, were hurt"
HELD = frozenset(("captured", "missing"))
FATES = frozenset(("freed", "killed", "missing"))
GROUPS = frozenset(("family", "household", "group", "crew", "team"))


def settle(parse: Parse, cast: Cast, drafts: Sequence[Draft], wholes: dict[int, int]) -> list[Draft]:
    """The drafts with their actor, status and whether they run up over time; `wholes` gives the whole of a part."""
    out: list[Draft] = []
    for i, draft in enumerate(drafts):
        last = wholes[i - 1] if i not in wholes and wholes.get(i - 1, i) < i else -1  # of a breakdown, the whole
        before = out[last] if out and draft.sent - out[last].sent <= 1 and not _is_others(parse, draft, out[last]) else None
        told = replace(draft, noun=who_of(parse, draft.noun))
        whom = draft.whom or _owner(parse, cast, draft) or _whom(parse, cast, told, before)
        status = status_of(parse, cast, told, whom, before)
        if wholes.get(i, i) < i and is_anybody(draft.noun):
            whole = out[wholes[i]]
            whom, status = whole.whom or whom, whole.status  # "seven guards, five of them locals"
        goes_on = before is not None and _goes_on(parse, draft, before)
        span = draft.whom_span or (before.whom_span if before is not None and goes_on else None)
        if before is not None and goes_on and draft.sent > before.sent:
            status = before.status  # "Ten rebels died. Three more were held."
        running = is_cumulative(parse, draft, before)
        out.append(replace(draft, whom=whom, whom_span=span, status=status, cumulative=running))
    return out


def _goes_on(parse: Parse, draft: Draft, before: Draft) -> bool:
    """Whether a number without a noun counts on: "killing 12 people and wounding 30"; in a new sentence "three more" does.

    So does the fate of those held before.
    """
    if draft.noun.pos not in ("NUM", "ADJ") and draft.noun.text.casefold() not in ELLIPTIC:
        return False
    people = before.kind == "person" or (before.kind is None and before.whom is not None)
    if draft.kind not in (None, "person") or not people:
        return False
    if draft.sent == before.sent or MORE.match(parse.text, draft.quantity.span[1]):
        return True
    fate = before.measure in HELD and draft.measure in FATES  # "Gunmen seized nine boys. Four were freed."
    return fate and draft.noun.pos == "NUM" and draft.noun.dep in ("nsubj", "nsubjpass")


def _is_others(parse: Parse, draft: Draft, before: Draft) -> bool:
    """Whether a number alone is of those to whom others do it: "six guards were hurt; police held 40", "60 rebels killed nine"."""
    verb = parse.head(draft.noun)
    if draft.noun.pos != "NUM" or draft.noun.dep != "dobj":
        return False
    first = verb
    while first.dep == "conj":
        first = parse.head(first)
    doers = before.measure == "strength" and verb.lemma != "lose"  # "60 guards came under fire and lost nine"
    if doers and any(k.i == before.noun.i for t in (verb, first) for k in parse.kids(t, "nsubj")):
        return True
    if parse.kid(verb, "nsubj") is None:
        return False
    above = next((t for t in parse.ancestors(before.noun) if t.pos == "VERB"), None)
    return draft.sent == before.sent and above is not None and above.i != verb.i


def _loser(parse: Parse, cast: Cast, draft: Draft) -> str | None:
    """The body whose dead or losses are told: "put the militia's dead at nine", "the army's losses"."""
    side = parse.kid(draft.noun, "poss") if draft.noun.lemma in LOST else None
    mention = cast.at(side.i) if side is not None else None
    return mention.actor if mention and mention.actor and cast.actor(mention.actor).kind in OF_KIND else None


def _owner(parse: Parse, cast: Cast, draft: Draft) -> str | None:
    """The body that has so many people: "the movement has 600 men"."""
    owner = owner_of(parse, cast, draft.noun) if draft.measure == "strength" and is_anybody(draft.noun) else None
    return owner.id if owner and owner.kind in OF_KIND else None


def mixed(drafts: Sequence[Draft], wholes: dict[int, int]) -> list[Draft]:
    """The drafts, wholes of unnamed people with parts that fight and parts that do not as "mixed"."""
    out = list(drafts)
    for whole in set(wholes.values()):
        statuses = {drafts[part].status for part, other in wholes.items() if other == whole}
        if {"combatant", "civilian"} <= statuses and is_anybody(drafts[whole].noun):
            out[whole] = replace(drafts[whole], status="mixed")
    return out


def _whom(parse: Parse, cast: Cast, draft: Draft, before: Draft | None) -> str | None:
    """The actor counted: the one its noun resolves to, a body its noun belongs to, or the one counted just before ("120 others")."""
    if draft.kind in ("attack", "territory", "munition"):
        return None
    group = parse.head(parse.head(draft.noun)) if draft.noun.pos == "NUM" and draft.noun.dep == "pobj" else None
    if group is not None and group.lemma in GROUPS and (family := cast.at(group.i)):
        return family.actor  # "a family of six"
    if (lost := _loser(parse, cast, draft)) is not None:
        return lost
    mention = cast.at(draft.noun.i)
    elliptic = draft.noun.text.casefold() in ELLIPTIC or draft.noun.pos in ("NUM", "ADJ")
    if mention and mention.actor and not elliptic:
        return mention.actor
    if draft.kind == "object":
        owner = next(
            (m for k in parse.kids(draft.noun, "compound", "poss", "nmod", "amod") if (m := cast.at(k.i)) and m.actor), None
        )
        return owner.actor if owner else None
    if elliptic and before and (before.sent == draft.sent or _goes_on(parse, draft, before)):
        return before.whom
    return mention.actor if mention else None
