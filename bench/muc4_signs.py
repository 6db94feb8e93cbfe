"""Signs that hold of the words that may fill a role: where they stand, what is said around them, what they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from bench.muc4_page import LOOSE, Page
from bench.muc4_phrases import PREMISES
from onrecord import lexicon
from onrecord.events.things import STRUCTURES
from onrecord.records import Event, Span

HARM = (
    r"(?:assassinat\w+|murder\w*|kill\w*|kidnap\w*|abduct\w*|wound\w*|shot|shoot\w*|injur\w*|died|executed|massacr\w*|tortured|hurt"
    r"|attack\w*|ambush\w*|death|riddled|machinegunned|stabbed|threatened|seized|captured|hostage)"
)
HIT = r"(?:attack\w*|bomb\w*|destroy\w*|damag\w*|blew up|blow\w* up|burn\w*|set fire to|dynamit\w*|explo\w+|blast\w*|strafed|machinegunn\w+|assault\w*|ambush\w*|stole\w*|robbed|looted|sabotag\w*|threw|thrown|hurl\w*|planted|placed|fired|shelled|rocketed|raid\w*|stormed|occupied|seized|derail\w*|knocked down|toppled)"
ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,6}")
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


@dataclass(slots=True)
class Candidate:
    """Words that may fill a role, where they stand, the actor they name, and the signs that hold."""

    words: str
    spans: list[Span]
    actor: str | None
    signs: set[str] = field(default_factory=set)


def where(page: Page, one: Candidate, events: Sequence[Event], others: Sequence[Event]) -> set[str]:
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


def context(page: Page, one: Candidate) -> set[str]:
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


def shape(one: Candidate) -> set[str]:
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
    return STRUCTURES | {*PREMISES, *lexicon.words("people"), *lexicon.words("bodies"), *lexicon.words("arms")}
