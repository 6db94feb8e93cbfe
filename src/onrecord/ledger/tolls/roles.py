"""On which side somebody was, by what the words beside a number or a name call him: a soldier, a rebel, a mayor, a farmer."""

import re

from onrecord import lexicon
from onrecord.ledger.reading import Reading
from onrecord.records import Figure, Span, overlap

OF_KIND = {"state_force": "security", "coalition": "security", "armed_group": "insurgent"}
SERVING = re.compile(r"\b(?:police|army|forces?|battalion|paramilitary|troops?|navy|military)\b", re.IGNORECASE)
CIVIC = re.compile(
    r"\b(?:part(?:y|ies)|ruling|opposition|village|ward|block|council|municipal\w*|government|parliament\w*)\b", re.I
)
FORMER = re.compile(r"\b(?:former|ex|retired|erstwhile)\b", re.IGNORECASE)
PREPOSITION = re.compile(r"\s+(?:of|from|in|at|for|with|belonging|associated)\s+", re.IGNORECASE)
FATE = (
    r"was|were|is|are|has|have|had|been|who|whom|which|that|by|when|while|after|before|and|or|on|near|during|to|as|"
    r"killed|dead|died|injured|wounded|working|posted|standing"
)
AFTER = re.compile(rf"[^.;,:()\n]*?(?=\s+(?:{FATE})\b|[.;,:()\n]|$)", re.IGNORECASE)
ROLE = re.compile(
    rf"(?:\s+alias(?:\s+[\w.]+){{1,2}})?(?:\s*\([^)]*\))?,\s*(?:\d\d,\s*)?(?P<role>[^.;,:()\n]*?)(?=\s+(?:{FATE})\b|[.;,:()\n]|$)",
    re.IGNORECASE,
)
IDENTIFIED = re.compile(r",?\s*(?:identified as|named as|named|called|known as|one)\s*$", re.IGNORECASE)
BOUNDARY = re.compile(rf"[.;:\n\"“]|\b(?:{FATE}|\w+ed|shot|body|bodies|against|into|through)\s", re.IGNORECASE)
REACH = 110  # characters that a description may run on


def role_of(reading: Reading, figure: Figure) -> str:
    """The side of those a figure counts: "security", "insurgent", "official", else "civilian"."""
    text = reading.report.text
    end = max(figure.span[1], figure.whom_span[1]) if figure.whom_span else figure.span[1]
    found = AFTER.match(text, end, end + REACH)
    called = called_in(reading, (figure.span[1], found.end() if found else end))
    if called == "official" and figure.status != "combatant":
        return called
    actor = reading.actors.get(figure.whom or "")
    if figure.status == "civilian":
        return "civilian"
    if actor is not None and actor.kind in OF_KIND:
        return OF_KIND[actor.kind]
    return "insurgent" if figure.status == "combatant" and called != "security" else called or "civilian"


def role_named(reading: Reading, who: str) -> str:
    """The side of an actor by the words beside a mention: "Constable Ram Lal", "Ali, a local leader of the party"."""
    found = [side for mention in reading.actors[who].mentions for side in _beside(reading, mention) if side]
    return next((side for side in found if side != "civilian"), "civilian")


def _beside(reading: Reading, mention: Span) -> list[str]:
    """What the words of a name, those before it and those after it call somebody."""
    text, (start, end) = reading.report.text, mention
    first = max(reading.sentence_span(mention)[0], start - REACH)
    led = IDENTIFIED.sub("", text[first:start])
    begin = first + max((m.end() for m in BOUNDARY.finditer(led)), default=0)
    spans = [(begin, first + len(led))] if led.strip(" ,") else []
    after = ROLE.match(text, end, end + REACH)
    return [called_in(reading, span) for span in (*spans, (start, end), *([after.span("role")] if after else []))]


def called_in(reading: Reading, span: Span) -> str:
    """The side that a description names; "" when it names nobody."""
    words = reading.words(span)
    noun = _noun(PREPOSITION.split(words, maxsplit=1)[0])
    side = lexicon.index("sides").get(noun)
    people, status = lexicon.index("people").get(noun), lexicon.index("statuses").get(noun)
    if side:
        found = (_of_body(reading, span, words) if side["by"] else "") or side["side"]
        return "civilian" if FORMER.search(words) else found
    if people and people["kind"] in OF_KIND:
        return OF_KIND[people["kind"]]
    if status and (status["status"] == "combatant" or status["by"]):
        unknown = "insurgent" if status["status"] == "combatant" else "civilian"
        return "security" if SERVING.search(words) else _of_body(reading, span, words) or unknown
    return "civilian" if people or status else ""


def _noun(words: str) -> str:
    """The last word that a table of people knows, as it knows it; "" when none does."""
    tables = [lexicon.index(name) for name in ("sides", "people", "statuses")]
    found: list[str] = re.findall(r"[a-z]+(?:'s)?", words.casefold())
    for word in reversed(found):
        for form in (word, word.removesuffix("s"), word.removesuffix("'s")):
            if any(form in table for table in tables):
                return form
    return ""


def _of_body(reading: Reading, span: Span, words: str) -> str:
    """The side of the body that a description names: "a cadre of the rebels", "an activist of the ruling party"."""
    kinds = {a.kind for a in reading.actors.values() if any(overlap(span, m) for m in a.mentions)}
    if "party" in kinds or CIVIC.search(words):
        return "official"
    if "armed_group" in kinds:
        return "insurgent"
    return "security" if SERVING.search(words) or kinds & {"state_force", "coalition"} else ""
