"""Templates of MUC-4 made of a coding: which events are incidents, which are one, and which words fill the roles."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.muc4_candidates import ROLES
from bench.muc4_choice import fills, points, ranked, worth
from bench.muc4_page import Page
from bench.muc4_phrases import phrases, sentences
from onrecord.records import Actor, Coding, Event, Span

Template = dict[str, Any]
TYPES = {
    "attack": "attack",
    "killing": "attack",
    "assassination": "attack",
    "execution": "attack",
    "crackdown": "attack",
    "suicide_bombing": "bombing",
    "shelling": "attack",
    "airstrike": "attack",
    "bombing": "bombing",
    "abduction": "kidnapping",
    "torture": "attack",
    "destruction": "arson",
    "looting": "robbery",
}
DEADLY = ("killing", "assassination", "abduction", "execution")  # what is killed has a person's name
BURNING = re.compile(r"\b(?:burn\w*|fire|arson\w*|ablaze|torch\w*|alight|incendiary)\b", re.IGNORECASE)
BLAST = re.compile(r"\b(?:bomb\w*|dynamit\w*|explosives?|explosions?|explosive devices?|tnt)\b", re.IGNORECASE)
FROM_ABOVE = re.compile(r"\b(?:air force|planes?|aircraft|helicopters?|air|aerial|army|armed forces)\b", re.IGNORECASE)
REFERS = re.compile(r"\b(?:the|this|that)(?: \w+)?\s+$", re.IGNORECASE)
CAUSED = 200  # characters within which deaths go to the blast before them
AROUND = 80  # characters beside a trigger whose words tell a bombing from another attack
OF_BODY = re.compile(r"(?<=[a-z]s)(?<!members) of (?:the )?.*", re.IGNORECASE | re.DOTALL)  # "guerrillas of the …"
LEAD = re.compile(r"^(?:the|a|an|his|her|their|its|this|that|these|those|our|all|some|other|another) ", re.IGNORECASE)
RANK = re.compile(
    r"^(?:(?:msgr|monsignor|monsignore|justice|bishop|archbishop|priest|priests|jesuits?|reverend|judge|minister|mayor|deputy|senator|lieutenant|captain|journalist|leader|companero|comrade|comrades|councilmen|newsman|sergeant|commander|doctor|engineer|col|gen|lt|capt|maj|dr|mr|mrs|father|fr|rev|president|colonel|general|major)\.? )+",
    re.IGNORECASE,
)
PEOPLE = ("unnamed", "armed_group", "civilians", "state_force")
STATE = re.compile(r"\b(?:army|armed forces|air force|military|government|regime)\b", re.IGNORECASE)
BY = re.compile(r"\bby\s+(?:(?:the|a|an|some)\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
ACTS = re.compile(
    r"\s+(?:who\s+|that\s+)?(?:\w+ly\s+)?(?!were|was|killed)(?:\w+ed|set|shot|threw|blew|broke|stole|took)\b", re.IGNORECASE
)
DONE_TO = re.compile(r"\s+(?:were|was|had been|have been|has been|killed|dead|died|wounded)\b", re.IGNORECASE)
HELD = re.compile(r"responsib|credit for|claimed|attribut|blam|accus|perpetrat|authors? of|carried out|behind", re.IGNORECASE)
MEMBERS = re.compile(r"\b(?:members|guerrillas|rebels|terrorists) of (?:the )?$", re.IGNORECASE)
PREMISES = re.compile(
    r"\b(?:embassy|ministry|bank|headquarters|university|institute|court|office|company|federation|union|newspaper|radio|council"
    r"|party|department|church|school|agency|consulate|hall|fund|daily|corporation)\b",
    re.IGNORECASE,
)
HARM = r"(?:assassinated|murdered|killed|kidnapped|abducted|wounded|shot|injured)"
HURTS = re.compile(rf"\b(?:{HARM}|kidnap|kill|assassinate|murder(?:ing)?|killing)\b[^,.;]*$", re.IGNORECASE)
HURT = re.compile(
    rf"(?:,[^,.;]*,)?\s+(?:who\s+)?(?:(?:was|were|had been|has been)\s+)?(?:\w+ly\s+)?(?:{HARM}|died)\b", re.IGNORECASE
)
LISTED = re.compile(r"\s*(?:,|,?\s*and|;|,[^,.;]{0,40}[,;]\s*(?:and)?)\s*", re.IGNORECASE)
ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,4}")
BLAMED = re.compile(
    r"\b(?:attributed to|blam\w+ (?:\w+ )?on|blam\w+|accus\w+|charg\w+ that|responsibility (?:of|to)|work of|members of|committed by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
GUILTY = re.compile(
    r"(?:\s+(?:personnel|members?|troops|officers))?\s+(?:(?:is|are|was|were|as)\s+)?(?:solely\s+|also\s+)?(?:responsible|guilty|implicated|involved|behind|murdered|killed|massacred|accepted responsibility|claimed)\b",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r'^"?(?:first|second|third|fourth|fifth|same|exploded|powerful|other|january|february|march|april|may|june|july|august|september|october|november|december)\s+',
    re.IGNORECASE,
)
CLOSE = 60  # characters before a deed within which its doer stands


@dataclass(slots=True)
class Deed:
    """One incident to be: its type, its events in the order of the text, and the sentences they stand in."""

    kind: str
    events: list[Event]
    at: list[int] = field(default_factory=list)


def templates(coding: Coding) -> list[Template]:
    """The templates of a coding: one for each incident that is told of for itself."""
    page, found = Page(coding), deeds(coding)
    out: list[Template] = []
    for number, deed in enumerate(found):
        others = [e for other in found if other is not deed for e in other.events]
        rows = ranked(page, deed.kind, deed.events, others, Filler(coding, deed).fills(), points)
        template = {"incident_type": deed.kind, **fills(rows, points)}
        if worth(page, deed.kind, deed.events, number, rows, points) and any(template[role] for role in ROLES):
            out.append(template)
    return out


def deeds(coding: Coding) -> list[Deed]:
    """The incidents of a coding, events of one type that may be one made one."""
    text, cast = coding.report.text, {a.id: a for a in coding.actors}
    found: list[Deed] = []
    for event in coding.events:
        kind = incident_type(text, event)
        if kind is None or event.realis in ("generic", "planned", "hypothetical") or not is_terror(event, cast):
            continue
        same = next((d for d in reversed(found) if is_same(d, kind, event, text)), None)
        if same is None:
            found.append(same := Deed(kind, []))
        same.events.append(event)
    return found


def is_same(deed: Deed, kind: str, event: Event, text: str) -> bool:
    """Whether an event is part of an incident: one of its type, "the attack" that was told of, deaths that a blast just caused."""
    start = event.trigger[0]
    if deed.kind == kind:
        return not is_apart(deed, event, text)
    told = REFERS.search(text[max(0, start - 12) : start]) and event.type == "attack"
    caused = event.type == "killing" and deed.kind == "bombing" and start - deed.events[-1].trigger[1] < CAUSED
    return bool((told or caused) and not event.by)


def is_apart(deed: Deed, event: Event, text: str) -> bool:
    """Whether an event of a deed's type is another one: it hits others than the deed, or is at another place and time."""
    had = {whom for e in deed.events for whom in _hit(e, text)}
    places, times = {e.place for e in deed.events if e.place}, {e.time for e in deed.events if e.time}
    elsewhere = bool(places and event.place) and event.place not in places
    then = bool(times and event.time) and event.time not in times
    hit = _hit(event, text)
    return not hit & had and (bool(hit and had) or (elsewhere and then))


def _hit(event: Event, text: str) -> set[str]:
    """Who and what an event hits."""
    return {*event.to, *(text[a:b].casefold() for a, b in event.things)}


def is_terror(event: Event, cast: dict[str, Actor]) -> bool:
    """Whether an event is no fight among the armed: what is done to soldiers alone is left out by the rules of MUC-4."""
    to = {cast[a].kind for a in event.to if a in cast}
    return bool(event.things) or not to or bool(to - {"state_force", "armed_group"})


def incident_type(text: str, event: Event) -> str | None:
    """The incident type of an event; None for what is no incident of terrorism."""
    start, end = event.trigger
    around = text[max(0, start - AROUND) : end + AROUND]
    if event.type == "bombing" and FROM_ABOVE.search(around) and not (event.instrument or event.things):
        return "attack"
    if event.type == "destruction" and BURNING.search(text[start:end]):
        return "arson"
    arm = text[slice(*event.instrument)] if event.instrument else ""
    if event.type in ("attack", "destruction") and BLAST.search(around):
        return "bombing"
    if TYPES.get(event.type) == "attack" and BLAST.search(arm):
        return "bombing"
    return "attack" if event.type == "destruction" else TYPES.get(event.type)


class Filler:
    """The roles of one incident: from the sides of its events, else from the sentences around them."""

    def __init__(self, coding: Coding, deed: Deed) -> None:
        self.text, self.deed = coding.report.text, deed
        self.cast = {a.id: a for a in coding.actors}
        self.by = [(self.cast[a], e) for e in deed.events for a in e.by if a in self.cast]
        self.to = [(self.cast[a], e) for e in deed.events for a in e.to if a in self.cast]
        spans = sentences(self.text)
        self.here = [s for s in spans if any(s[0] <= e.trigger[0] < s[1] for e in deed.events)]
        self.near = [s for i, s in enumerate(spans) if any(t in self.here for t in spans[max(0, i - 2) : i + 3])]

    def fills(self) -> dict[str, list[str]]:
        """What the rules hold to fill each role."""
        return {
            "PerpInd": _entities(self.individuals()),
            "PerpOrg": _entities(self.organisations()),
            "Target": _entities(self.targets()),
            "Victim": _entities(self.victims()),
            "Weapon": _entities(self.weapons()),
        }

    def individuals(self) -> list[str]:
        """Who did it: people without a name, as the sides tell them, else as the sentences around do."""
        said = [OF_BODY.sub("", nearest(self.text, a, e.trigger)) for a, e in self.by if a.kind in PEOPLE]
        told = [short for words in said if (short := next((words[a:b] for a, b in phrases("doer", words, (0, len(words)))), ""))]
        return told or self._doers()

    def _doers(self) -> list[str]:
        """The first phrase for people who do such deeds that stands after "by" or before a verb, else close before the deed."""
        found = self._around("doer")
        acting = [p for p in found if is_acting(self.text, p)]
        acting = acting or [p for p in self._around("soldier") if is_blamed(self.text, p)]
        starts = [e.trigger[0] for e in self.deed.events]
        close = [p for p in found if any(0 <= at - p[1] < CLOSE for at in starts) and not DONE_TO.match(self.text, p[1])]
        return [self.text[a:b] for a, b in (acting or close)[:1]]

    def organisations(self) -> list[str]:
        """The bodies that did it: groups by name and forces of the state, else a group that the sentences around hold to be it."""
        told = [self._short(a) for a, _ in self.by if a.kind == "armed_group" and named(a)]
        told += [a.name for a, _ in self.by if a.kind in ("state_force", "government") and STATE.search(a.name)]
        return told or self._bodies() or self._groups()

    def _short(self, actor: Actor) -> str:
        """The acronym of a group where the message has one, else its name."""
        words = (self.text[a:b] for a, b in actor.mentions)
        return next((w for w in words if ACRONYM.fullmatch(w)), actor.name)

    def _bodies(self) -> list[str]:
        """Forces and gangs that the sentences around say did it or were held to have done it."""
        return [self.text[a:b] for a, b in self._around("body") if is_blamed(self.text, (a, b))][:1]

    def _groups(self) -> list[str]:
        """The group whose mention nearby is most that of a doer: after "by", with a claim or blame, of members, or any."""
        victims = {a.id for a, _ in self.to}
        ranked: list[tuple[int, int, str]] = []
        for actor in self.cast.values():
            if actor.kind != "armed_group" or not named(actor) or actor.id in victims:
                continue
            for mention in actor.mentions:
                span = next((s for s in self.near if s[0] <= mention[0] < s[1]), None)
                if span is not None:
                    ranked.append((standing(self.text, span, mention), mention[0], self._short(actor)))
        return [name for _, _, name in sorted(ranked)[:1]]

    def _around(self, kind: str) -> list[Span]:
        """The phrases of a kind in the sentences of the deed, then in those around them."""
        return [p for spans in (self.here, self.near) for span in spans for p in phrases(kind, self.text, span)]

    def _phrases(self, kind: str, spans: Sequence[Span], most: int) -> list[str]:
        return [self.text[a:b] for span in spans for a, b in phrases(kind, self.text, span)][:most]

    def targets(self) -> list[str]:
        """Things that were hit, and bodies with premises."""
        things = [self.text[a:b] for e in self.deed.events for a, b in e.things]
        told = [*things, *(a.name for a, e in self.to if is_body(a, e) and PREMISES.search(a.name))]
        return told or (self._phrases("thing", self.near, 2) if self.deed.kind in ("bombing", "arson") else [])

    def victims(self) -> list[str]:
        """The names of those who were hurt: of the events, by the words around them, and listed with one of them."""
        people = [a for a in self.cast.values() if a.kind == "person" and named(a)]
        hurt = [a for a, e in self.to if a in people]
        hurt += [a for a in people if a not in hurt and any(self._is_hurt(m) for m in a.mentions)]
        ends = {b for a in hurt for _, b in a.mentions}
        for actor in sorted(people, key=lambda a: a.mentions[0]):
            if actor not in hurt and any(self._follows(m, ends) for m in actor.mentions):
                hurt.append(actor)
                ends |= {b for _, b in actor.mentions}
        return [self._full(a) for a in hurt]

    def _is_hurt(self, mention: Span) -> bool:
        """Whether the words around a mention, in the sentences of the deed, say that it was hurt."""
        if not any(s <= mention[0] < e for s, e in self.near):
            return False
        before, after = self.text[max(0, mention[0] - 60) : mention[0]], self.text[mention[1] : mention[1] + 90]
        return bool(HURTS.search(before) or HURT.match(after))

    def _follows(self, mention: Span, ends: set[int]) -> bool:
        """Whether a mention follows one of those ends in a list."""
        start = mention[0]
        return any(end < start <= end + 60 and LISTED.fullmatch(self.text[end:start]) for end in ends)

    def _full(self, actor: Actor) -> str:
        """The fullest name of a person: that of another record whose words hold all of this one's."""
        words = set(RANK.sub("", actor.name).casefold().split())
        names = [
            RANK.sub("", a.name) for a in self.cast.values() if a.kind == "person" and words <= set(a.name.casefold().split())
        ]
        return max((n for n in names if len(n.split()) <= 5), key=lambda n: len(n.split()), default=RANK.sub("", actor.name))

    def weapons(self) -> list[str]:
        """What it was done with."""
        told = [PLAIN.sub("", self.text[e.instrument[0] : e.instrument[1]]) for e in self.deed.events if e.instrument]
        return told or self._phrases("weapon", self.here, 2)


def is_acting(text: str, phrase: Span) -> bool:
    """Whether a phrase stands as the agent of a verb: after "by", or before a verb in the past that is not passive."""
    return bool(BY.search(text[max(0, phrase[0] - 30) : phrase[0]]) or ACTS.match(text, phrase[1]))


def is_blamed(text: str, phrase: Span) -> bool:
    """Whether a phrase stands after "by", "blamed on" and the like, or before "is responsible" and the like."""
    return bool(
        BY.search(text[max(0, phrase[0] - 30) : phrase[0]])
        or BLAMED.search(text[max(0, phrase[0] - 50) : phrase[0]])
        or GUILTY.match(text, phrase[1])
    )


def standing(text: str, sentence: Span, mention: Span) -> int:
    """How far a mention is from that of a doer: 0 after "by", 1 where a deed is claimed or blamed, 2 of members, 3 any."""
    if BY.search(text[max(0, mention[0] - 30) : mention[0]]):
        return 0
    if HELD.search(text, *sentence):
        return 1
    return 2 if MEMBERS.search(text[max(0, mention[0] - 30) : mention[0]]) else 3


def is_body(actor: Actor, event: Event) -> bool:
    """Whether one that is hit is a body with premises, not a person."""
    return actor.kind == "government" or (actor.kind in ("ngo", "media") and event.type not in DEADLY)


def named(actor: Actor) -> bool:
    """Whether an actor has a name of its own."""
    return actor.rule.startswith("actors.name")


def is_name(actor: Actor, words: str) -> bool:
    """Whether the words say the name and nothing else."""
    return LEAD.sub("", words).casefold() == actor.name.casefold() or (named(actor) and words.isupper() and len(words) < 6)


def nearest(text: str, actor: Actor, trigger: Span) -> str:
    """The words of the actor's mention nearest to a trigger."""
    start, end = min(actor.mentions, key=lambda m: max(m[0] - trigger[1], trigger[0] - m[1], 0))
    return text[start:end]


def _entities(strings: Iterable[str]) -> list[str]:
    """Strings in lower case, articles left out, each once."""
    seen: dict[str, None] = {}
    for words in strings:
        plain = re.sub(r"\s+", " ", LEAD.sub("", words.strip())).casefold()
        if plain:
            seen.setdefault(plain)
    return list(seen)
