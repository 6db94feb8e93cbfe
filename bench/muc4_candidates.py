"""What may fill a role of an incident, each with the signs that speak for it or against it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bench.muc4_page import Page, plain
from bench.muc4_signs import COUNT, HEADS, Candidate, context, shape, where
from onrecord.events.things import STRUCTURES
from onrecord.records import Actor, Event, Span

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
PEOPLE = ("unnamed", "armed_group", "civilians", "state_force", "person")
BODIES = ("armed_group", "government", "coalition", "party", "state_force", "ngo", "international_org", "media")
OF_BODY = re.compile(r"(?<=[a-z]s)(?<!members) (?:of|from|belonging to) (?:the )?.*", re.IGNORECASE | re.DOTALL)
TAIL = re.compile(r"\s+(?:of|from|belonging to|linked to|who|that|with|in|on|at)\s.*", re.IGNORECASE | re.DOTALL)
PRONOUN = re.compile(
    r"(?:he|she|it|they|him|her|them|we|us|i|you|who|whom|himself|themselves|those|these|one|others?)", re.IGNORECASE
)
RANK = re.compile(
    r"^(?:(?:msgr|monsignor|monsignore|justice|bishop|archbishop|priest|priests|jesuits?|reverend|judge|minister|mayor|deputy|senator"
    r"|lieutenant|captain|journalist|leader|companero|comrade|comrades|councilmen|councilman|newsman|sergeant|commander|doctor|dr"
    r"|engineer|col|gen|lt|capt|maj|mr|mrs|ms|miss|father|fathers|fr|rev|president|colonel|general|major|magistrate|governor|candidate"
    r"|lawyer|attorney|professor|sister|brother|brigadier|corporal|private|inspector|agent|ambassador|congressman|retired)\.? )+",
    re.IGNORECASE,
)


def candidates(
    page: Page, role: str, kind: str, events: Sequence[Event], others: Sequence[Event], chosen: Sequence[str] = ()
) -> list[Candidate]:
    """The candidates for a role of a deed of a kind with its events; `others` are the events of the message's other deeds.

    `chosen` are the words that the rules hold to fill the role.
    """
    found: dict[str, Candidate] = {
        words: Candidate(words, [events[0].trigger], None, {"chosen", "chosen first" if i == 0 else "chosen later"})
        for i, words in enumerate(chosen)
    }
    for words, span, actor, sign in SOURCES[role](page, events):
        if words and not PRONOUN.fullmatch(words) and len(words) < 80:
            one = found.setdefault(words, Candidate(words, [], actor))
            one.signs.add(sign)
            one.actor = one.actor or actor
            if one.spans == [events[0].trigger]:
                one.spans = []
            if span not in one.spans:
                one.spans.append(span)
    for one in found.values():
        one.signs |= where(page, one, events, others) | context(page, one) | shape(one) | {f"in {kind}", "any"}
    _compare(list(found.values()))
    _of_actor(page, list(found.values()))
    return list(found.values())


def _compare(found: list[Candidate]) -> None:
    """Signs that come of standing beside longer or shorter candidates."""
    for one in found:
        for other in found:
            if one is not other and f" {one.words} " in f" {other.words} ":
                one.signs.add("in a longer one")
                other.signs.add("holds a shorter one")


def _of_actor(page: Page, found: list[Candidate]) -> None:
    """Signs of the actor that a candidate is one name of: what holds of its other mentions, and how it stands among the groups."""
    groups = [a for a in page.cast.values() if a.kind == "armed_group" and named(a)]
    most = max((len(a.mentions) for a in groups), default=0)
    signs: dict[str, set[str]] = {}
    for one in found:
        if one.actor is not None:
            signs.setdefault(one.actor, set()).update(one.signs & OF_ACTOR)
    for one in found:
        if one.actor is not None:
            one.signs |= {f"its {sign}" for sign in signs[one.actor]}
            actor = page.cast[one.actor]
            if actor in groups:
                one.signs |= {
                    "only group" if len(groups) == 1 else "chief group" if len(actor.mentions) == most else "lesser group"
                }
    if not groups:
        for one in found:
            one.signs.add("no group")


def fold_same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates are one entity: one actor, or one phrase and part of it."""
    if one.actor is not None and one.actor == other.actor:
        return True
    if any(a < d and c < b for a, b in one.spans for c, d in other.spans):
        return True
    return one.words.split()[-1] == other.words.split()[-1] and (one.words in other.words or other.words in one.words)


Found = Iterator[tuple[str, Span, str | None, str]]


def _people(page: Page, events: Sequence[Event]) -> Found:
    """Who may have done it: people of the cast, and phrases for doers and soldiers."""
    by, to = ({a.id for a in page.side(list(events), side)} for side in ("by", "to"))
    for actor in page.cast.values():
        if actor.kind not in PEOPLE:
            continue
        side = "in by" if actor.id in by else "in to" if actor.id in to else "on no side"
        kind = "name" if named(actor) else "noun"
        for span in actor.mentions:
            told = page.text[span[0] : span[1]]
            for words in {plain(told), plain(OF_BODY.sub("", told)), plain(TAIL.sub("", told))}:
                yield words, span, actor.id, f"{kind} {actor.kind} {side}"
    for kind in ("doer", "soldier"):
        for span in page.phrases(kind):
            words = page.words(span)
            for each in {words, COUNT.sub("", words)}:
                yield each, span, None, f"phrase {kind}"


def _bodies(page: Page, events: Sequence[Event]) -> Found:
    """Which bodies may have done it."""
    by, to = ({a.id for a in page.side(list(events), side)} for side in ("by", "to"))
    for actor in page.cast.values():
        if actor.kind not in BODIES or not (named(actor) or actor.kind in ("state_force", "government", "armed_group")):
            continue
        side = "in by" if actor.id in by else "in to" if actor.id in to else "on no side"
        for span in actor.mentions:
            yield page.words(span), span, actor.id, f"{'name' if named(actor) else 'noun'} {actor.kind} {side}"
    for span in page.phrases("body"):
        yield page.words(span), span, None, "phrase body"


def _things(page: Page, events: Sequence[Event]) -> Found:
    """What may have been hit."""
    mine = {span for e in events for span in e.things}
    for span in page.things:
        told = page.text[span[0] : span[1]]
        for words in {plain(told), plain(COUNT.sub("", plain(told))), plain(TAIL.sub("", told))}:
            yield words, span, None, "hit" if span in mine else "hit elsewhere"
    to = {a.id for a in page.side(list(events), "to")}
    for actor in page.cast.values():
        if actor.kind in ("government", "ngo", "media", "international_org", "party", "person") and named(actor):
            for span in actor.mentions:
                if actor.kind != "person" or actor.id in to:
                    yield page.words(span), span, actor.id, f"body {actor.kind} {'in to' if actor.id in to else 'elsewhere'}"
    for span in _premises(page.text):
        words = page.words(span)
        for each in {words, plain(COUNT.sub("", words)), plain(TAIL.sub("", words)), plain(COUNT.sub("", TAIL.sub("", words)))}:
            yield each, span, None, "premises"


@cache
def _premises_pattern() -> re.Pattern[str]:
    stop = (
        "the|a|an|of|in|on|at|to|by|for|from|with|and|or|but|that|which|who|whose|his|her|their|its|this|these|those|was|were|is|are|be"
        "|been|has|have|had|not|no|as|into|against|near|outside|inside|when|while|after|before|where|it|he|they|also|said|will|would"
        "|\\w+ed|blew|set|threw|up|off|under|over|behind|between|during|including|other|another|using|several|some|our|your|we|i|all|any"
    )
    heads = "|".join(sorted({*STRUCTURES, *HEADS}, key=len, reverse=True))
    word = rf"(?:(?!(?:{stop})\b)[\w.'-]+\s+)"
    tail = rf"(?:\s+of\s+(?:the\s+)?(?:(?!(?:{stop})\b)[\w.'-]+)(?:\s+(?!(?:{stop})\b)[\w.'-]+){{0,4}})?"
    return re.compile(rf"\b({word}{{0,4}}(?:{heads})(?:s|es)?{tail})(?![\w-])", re.IGNORECASE)


def _premises(text: str) -> list[Span]:
    return [m.span(1) for m in _premises_pattern().finditer(text)]


def _victims(page: Page, events: Sequence[Event]) -> Found:
    """Whom it may have been done to, by name."""
    to, by = ({a.id for a in page.side(list(events), side)} for side in ("to", "by"))
    ever = {a for e in page.coding.events for a in e.to}
    for actor in page.cast.values():
        if actor.kind != "person" or not named(actor):
            continue
        side = "in to" if actor.id in to else "in by" if actor.id in by else "hit elsewhere" if actor.id in ever else "on no side"
        words = full_name(page, actor)
        for span in actor.mentions:
            yield words, span, actor.id, side
            if actor.id in page.speakers:
                yield words, span, actor.id, "speaks"


def full_name(page: Page, actor: Actor) -> str:
    """The fullest name of a person: that of another record whose words hold all of this one's."""
    own = RANK.sub("", plain(actor.name))
    words = set(own.split())
    names = [RANK.sub("", plain(a.name)) for a in page.cast.values() if a.kind == "person"]
    return max((n for n in names if len(n.split()) <= 5 and words <= set(n.split())), key=lambda n: len(n.split()), default=own)


def _weapons(page: Page, events: Sequence[Event]) -> Found:
    """What it may have been done with."""
    for event in page.coding.events:
        if event.instrument:
            sign = "its instrument" if event in events else "instrument elsewhere"
            told = page.words(event.instrument)
            for words in {told, COUNT.sub("", told), told.split()[-1] if told else ""}:
                yield words, event.instrument, None, sign
    for span in page.phrases("weapon"):
        words = page.words(span)
        for each in {words, COUNT.sub("", words), words.split()[-1]}:
            yield each, span, None, "phrase"


OF_ACTOR = frozenset(
    (
        "after by",
        "after held",
        "before held",
        "before acts",
        "before suffers",
        "after harm",
        "away 0",
        "away 1",
        "within 30",
        "chosen",
    )
)
SOURCES = {"PerpInd": _people, "PerpOrg": _bodies, "Target": _things, "Victim": _victims, "Weapon": _weapons}


def named(actor: Actor) -> bool:
    """Whether an actor has a name of its own."""
    return actor.rule.startswith("actors.name")
