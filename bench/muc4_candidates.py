"""What may fill a role of an incident, each with the signs that speak for it or against it."""

import re
from collections.abc import Iterator, Sequence

from bench.muc4_names import full_name, may_be_person, named
from bench.muc4_page import Page, plain
from bench.muc4_phrases import premises
from bench.muc4_signs import COUNT, Candidate, context, shape, where
from bench.muc4_syntax import syntax
from onrecord.records import Event, Span

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
PEOPLE = ("unnamed", "armed_group", "civilians", "state_force", "person")
BODIES = ("armed_group", "government", "coalition", "party", "state_force", "ngo", "international_org", "media")
OF_BODY = re.compile(r"(?<=[a-z]s)(?<!members) (?:of|from|belonging to) (?:the )?.*", re.IGNORECASE | re.DOTALL)
TAIL = re.compile(r"\s+(?:of|from|belonging to|linked to|who|that|with|in|on|at)\s.*", re.IGNORECASE | re.DOTALL)
BRACKETED = re.compile(r"(?<=[A-Z\"] [\[(])[A-Z][A-Z-]{1,6}(?=[\])])")  # the short name behind the long one
ARMED = re.compile(r"\b(?:army|front|forces|movement|commandos?|organization|brigades?|guerrilla|groups?)\b")
PRONOUN = re.compile(
    r"(?:he|she|it|they|him|her|them|we|us|i|you|who|whom|himself|themselves|those|these|one|others?)", re.IGNORECASE
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
        one.signs |= {f"in {kind}", "any"} | where(page, one, events, others) | context(page, one) | shape(one)
        one.signs |= syntax(page, one, events, others)
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
    for match in BRACKETED.finditer(page.text):
        if ARMED.search(page.before(match.span())):
            yield plain(match[0]), match.span(), None, "in brackets"


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
    for span in premises(page.text):
        words = page.words(span)
        for each in {words, plain(COUNT.sub("", words)), plain(TAIL.sub("", words)), plain(COUNT.sub("", TAIL.sub("", words)))}:
            yield each, span, None, "premises"


def _victims(page: Page, events: Sequence[Event]) -> Found:
    """Whom it may have been done to, by name."""
    sides = {f"in {side}": {a.id for a in page.side(list(events), side)} for side in ("to", "by")}
    sides["hit elsewhere"] = {a for e in page.coding.events for a in e.to}
    for actor in page.cast.values():
        if not named(actor) or not (actor.kind == "person" or may_be_person(actor)):
            continue
        side = next((side for side, ids in sides.items() if actor.id in ids), "on no side")
        side = side if actor.kind == "person" else "may be a person"
        words = full_name(page, actor)
        for span in actor.mentions:
            yield words, span, actor.id, side
            if actor.id in page.speakers:
                yield words, span, actor.id, "speaks"


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
