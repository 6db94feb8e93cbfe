"""What may fill a role of an incident, each with the signs that speak for it or against it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from bench.muc4_page import LOOSE, Page, plain
from onrecord import lexicon
from onrecord.events.things import STRUCTURES
from onrecord.records import Actor, Event, Span

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
NEAR = 2  # sentences around a deed in which most of its fills stand
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
ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,6}")
HARM = (
    r"(?:assassinat\w+|murder\w*|kill\w*|kidnap\w*|abduct\w*|wound\w*|shot|shoot\w*|injur\w*|died|executed|massacr\w*|tortured|hurt"
    r"|attack\w*|ambush\w*|death|riddled|machinegunned|stabbed|threatened|seized|captured|hostage)"
)
HIT = r"(?:attack\w*|bomb\w*|destroy\w*|damag\w*|blew up|blow\w* up|burn\w*|set fire to|dynamit\w*|explo\w+|blast\w*|strafed|machinegunn\w+|assault\w*|ambush\w*|stole\w*|robbed|looted|sabotag\w*|threw|thrown|hurl\w*|planted|placed|fired|shelled|rocketed|raid\w*|stormed|occupied|seized|derail\w*|knocked down|toppled)"
PATTERNS = {  # what the words just before or behind a mention say, by sign
    "after by": (r"\bby (?:(?:the|a|an|some|several|two|three|alleged|presumed|suspected|about) )*$", ""),
    "after held": (
        r"\b(?:attribut\w+ (?:\w+ ){0,4}to|blam\w+ (?:\w+ ){0,3}on|blam\w+|accus\w+|responsib\w+ (?:of|to|on)|work of|committed by"
        r"|carried out by|perpetrated by|denounc\w+|charg\w+ that|claimed by|implicat\w+|involv\w+) (?:the |a |an )?(?:\w+ ){0,2}$",
        "",
    ),
    "before acts": (
        "",
        r"^\W{0,2}(?:who |that |which )?(?:(?:have|has|had|then|also|\w+ly) )*(?!were|was|killed in)(?:\w+ed|set|shot|threw|blew|broke|stole|took|burst|began|fled|left|forced|hid|put)\b",
    ),
    "before held": (
        "",
        r"^[^.]{0,40}\b(?:responsib\w+|claimed|claims|guilty|implicated|involved|behind|perpetrat\w+|credit|masterminded|carried out|ordered)\b",
    ),
    "before suffers": (
        "",
        rf"^\W{{0,2}}(?:,[^,.;]*, ?)?(?:(?:who|which|that) )?(?:(?:was|were|had been|has been|have been|is|are|being) )?(?:\w+ly )?(?:{HARM}|{HIT})\b",
    ),
    "before passive": ("", r"^\W{0,2}(?:who |which |that )?(?:was|were|had been|has been|have been) (?:\w+ly )?\w+(?:ed|n|t)\b"),
    "after harm": (rf"\b{HARM}\b[^.;]{{0,40}}$", ""),
    "after harm of": (rf"\b{HARM}(?: (?:of|on|against|to|at))* (?:the |a |an )?(?:\w+ ){{0,3}}$", ""),
    "after hit": (rf"\b{HIT}\b[^.;]{{0,40}}$", ""),
    "after hit on": (
        rf"\b{HIT}(?: (?:in|on|at|against|near|outside|into|off|front|of|under|inside|a|the|part|section|several|one|two|three|four|some|another))*(?: \w+)? $",
        "",
    ),
    "after place": (
        r"\b(?:at|in|near|outside|inside|in front of|against|on|into|to|under|from|between|of) (?:the |a |an |some |several |another )?(?:\w+ )?$",
        "",
    ),
    "after speech verb": (r"\b(?:said|stated|added|reported|announced|told|according to)\b[^.;]{0,15}$", ""),
    "before speech verb": ("", r"^[^.;]{0,25}\b(?:said|stated|added|reported|announced|told|noted|asked|denied|condemned)\b"),
    "after with": (
        r"\b(?:with|using|of|by|armed with|carrying|fired|detonated|threw|throwing|hurled|placed|exploded|planted) (?:the |a |an )?(?:\w+ )?$",
        "",
    ),
    "before goes off": (
        "",
        r"^\W{0,2}(?:\w+ ){0,4}(?:explo\w+|went off|detonat\w+|placed|planted|thrown|hurled|blew|set off|left)\b",
    ),
    "before attack": ("", r"^\W{0,2}(?:attack|attacks|explosion|explosions|blast|fire)\b"),
    "found": (
        r"\b(?:seiz\w+|confiscat\w+|found|captured|carrying|delivery of|deactivat\w+|defus\w+|discover\w+|recover\w+)\b[^.;]{0,50}$",
        "",
    ),
    "presumed": (r"\b(?:presumed|alleged|suspected|presumably|allegedly|unidentified|unknown)(?: \w+)? $", ""),
    "negated": (r"\b(?:no|not|nor|neither|denied|without)\b[^.;]{0,25}$", ""),
    "listed": (r"(?:,| and) (?:the |a |an )?(?:\w+ )?$", ""),
    "listed on": ("", r"^\s?(?:,| and\b)"),
    "called": ("", r"^ ?[\[(]"),
    "owner": (
        "",
        r"^'?s?'? (?:leader|leaders|member|members|headquarters|office|offices|government|house|residence|candidate)\b",
    ),
}
REBEL = re.compile(
    r"\b(?:guerrillas?|rebels?|terrorists?|subversives?|extremists?|insurgents?|commandos?|narco-?terrorists?|sappers?)$"
)
CRIME = re.compile(
    r"\b(?:\w*murderers?|\w*assassins?|killers?|criminals?|traffickers?|kidnappers?|gunmen|gunman|assailants?|attackers?|hitmen|squads?|thugs|mafias?|perpetrators|hoodlums|bandits)$"
)
FORCE = re.compile(
    r"\b(?:soldiers?|troops?|officers?|policem[ae]n|police|military|lieutenants?|sergeants?|units?|patrol|battalion|army|forces|helicopters|planes|colonel|personnel)$"
)
GENERIC = re.compile(
    r"\b(?:m[ae]n|individuals?|persons?|people|youths?|subjects?|wom[ae]n|groups?|members?|fighters?|column|others)$"
)
EXPLOSIVE = re.compile(r"\b(?:bombs?|dynamite|explosives?|charges?|devices?|car-?bombs?|tnt|mines?|traps?)$")
THROWN = re.compile(r"\b(?:grenades?|rockets?|missiles?|mortars?|cocktails?)$")
GUN = re.compile(r"(?:rifles?|guns?|pistols?|weapons?|firearms?|revolvers?|ak-47|m-16|bullets?|shotguns?)$")
VEHICLE = re.compile(
    r"\b(?:cars?|bus|buses|trucks?|vehicles?|vans?|jeeps?|helicopters?|planes?|aircraft|trains?|convoy|patrol|motorcycles?)$"
)
LINE = re.compile(
    r"\b(?:pylons?|towers?|poles?|posts?|lines?|pipelines?|oleoducts?|bridges?|substations?|system|electricity|highways?|transportation)$"
)
COUNT = re.compile(r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|various)\s+", re.IGNORECASE)
HEADS = "pole wire stand drugstore brothel kitchen road highway box pipe base camp dealership network electricity union federation council newspaper school home tire window door locality municipality town-hall hall cabin lodge compound quarters premises studio transmitter relay commerce center stable".split()


@dataclass(slots=True)
class Candidate:
    """Words that may fill a role, where they stand, the actor they name, and the signs that hold."""

    words: str
    spans: list[Span]
    actor: str | None
    signs: set[str] = field(default_factory=set)


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
        one.signs |= _where(page, one, events, others) | _context(page, one) | _shape(one) | {f"in {kind}", "any"}
    _compare(list(found.values()))
    _of_actor(page, list(found.values()))
    return list(found.values())


def _where(page: Page, one: Candidate, events: Sequence[Event], others: Sequence[Event]) -> set[str]:
    """How far a candidate is from the deed, and from others."""
    here = {page.sentence(e.trigger[0]) for e in events}
    away = {page.sentence(e.trigger[0]) for e in others} - here
    at = {page.sentence(a) for a, _ in one.spans}
    gap = min(abs(i - j) for i in at for j in here)
    rival = min((abs(i - j) for i in at for j in away), default=99)
    out = {f"away {min(gap, 3)}" if gap <= 8 else "far away"}
    if rival < gap:
        out.add("nearer to another")
    letters = min(max(a - e.trigger[1], e.trigger[0] - b, 0) for a, b in one.spans for e in events)
    out.add("within 30" if letters < 30 else "within 80" if letters < 80 else "beyond")
    if any(b <= e.trigger[0] and e.trigger[0] - b < 80 for _, b in one.spans for e in events):
        out.add("before the deed")
    if one.spans[0][0] < page.spans[min(2, len(page.spans) - 1)][1]:
        out.add("in the lead")
    if len(one.spans) > 1:
        out.add("told twice")
    if len(one.spans) > 3:
        out.add("told often")
    return out


def _context(page: Page, one: Candidate) -> set[str]:
    """What the words around any of its mentions say."""
    out: set[str] = set()
    for span in one.spans[:6]:
        before, after = page.before(span), page.after(span)
        out |= {
            sign for sign, (pre, post) in _compiled().items() if (pre or post) and _holds(pre, before) and _holds(post, after)
        }
    return out


def _holds(pattern: re.Pattern[str] | None, words: str) -> bool:
    return pattern is None or bool(pattern.search(words))


@cache
def _compiled() -> dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    return {sign: (re.compile(a) if a else None, re.compile(b) if b else None) for sign, (a, b) in PATTERNS.items()}


def _shape(one: Candidate) -> set[str]:
    """What the words themselves are."""
    words = one.words
    tests = {
        "rebel": REBEL, "crime": CRIME, "force": FORCE, "generic": GENERIC, "explosive": EXPLOSIVE, "thrown": THROWN, "gun": GUN,
        "vehicle": VEHICLE, "line": LINE, "counted": COUNT, "loose": LOOSE,
    }  # fmt: skip
    out = {sign for sign, test in tests.items() if test.search(words)}
    out.add(f"words {min(len(words.split()), 5)}")
    if words.endswith("s"):
        out.add("plural")
    if " of " in words:
        out.add("with of")
    if ACRONYM.fullmatch(words.upper()) and " " not in words and len(words) < 6:
        out.add("short")
    if "member" in words:
        out.add("members")
    head = words.split()[-1]
    known = next((w for w in (head, head.removesuffix("s"), head.removesuffix("es")) if w in _nouns()), None)
    if known is not None:
        out.add(f"a {known}")
    return out


@cache
def _nouns() -> frozenset[str]:
    """Nouns of the packaged tables, for people, bodies, arms and things."""
    return STRUCTURES | {*HEADS, *lexicon.words("people"), *lexicon.words("bodies"), *lexicon.words("arms")}


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
