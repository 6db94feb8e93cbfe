"""The hurt whom no figure counts: those named as hurt, somebody's wife or guard beside them, and those who were beaten."""

import re

from onrecord import lexicon
from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.deeds import KILLING, PAST, PEOPLE, TIMES
from onrecord.ledger.tolls.figures import HEAD, REACH
from onrecord.records import ARMED, Event, Figure, Span

OTHERWISE = r"killed|dead|died|escaped?|unhurt|unharmed|arrested|abducted|said|says|told|but|while|when|after|who|whose|and(?!\s(?-i:[A-Z]))"
BE = r"(?:was|were|is|are|(?:has|have|had)\s+been|got)"
HOW = r"(?:(?:also|\w+ly)\s+)*"
HARM = r"(?:injur(?:y|ies)|wounds?|burns?|cuts|bruises|fractures?|splinters?)\b"
TOLD_HURT = re.compile(
    rf"(?:(?!\b(?:{OTHERWISE})\b)[^.;]){{0,90}}?\b(?:{BE}\s+{HOW}(?:injured|wounded|hurt)\b"
    rf"|{HOW}(?:sustain(?:s|ed)|suffer(?:s|ed)|receiv(?:es|ed))\s+(?:\w+\s+){{0,3}}?{HARM})",
    re.IGNORECASE,
)  # "Ali Omar, a driver, was injured when a bomb went off"
HURTING = re.compile(
    r"(?<!mortally )(?<!fatally )\b(?:injur(?:ed|es|ing)|wound(?:ed|s|ing))\s+(?:(?!\b(?:in|by|when|at|near|of|from|on|after|during|and|was|were)\b)[^.;:]){0,50}$",
    re.IGNORECASE,
)  # "killed a guard and injured the driver, Ali Omar"
OWN = r"(?:his|her|their)\s+(?:(?!and\b)[\w-]+\s+){0,2}?"
OWN_HURT = re.compile(
    rf"\b(?:injur(?:ed|ing)|wound(?:ed|ing))\s+{OWN}(?P<object>[a-z]+)\b(?!,?\s+(?-i:[A-Z]))"
    rf"|\b{OWN}(?P<subject>[a-z]+)\s+(?:(?:{BE}\s+)?{HOW}(?:injured|wounded)|{BE}\s+{HOW}hurt)\b",
    re.IGNORECASE,
)  # "killed a farmer and injured his wife", "his wife was injured"
OWNER = re.compile(r"\bof\s+$", re.IGNORECASE)  # "an aide of Ali Omar was injured"
UNHURT = (
    r"\b(?:not(?!\s+(?:\w+ly\b|expected))|never|no(?!\s+li)|without|un(?:hurt|harmed|injured|scathed|touched)|escaped)\b|n[’']t\b"
)
SHOT_SEVERAL = re.compile(
    r"\b(?P<times>double|triple|quadruple)\s+shooting\b"
    r"|\b(?:a|the)\s+(?P<nth>third|fourth|fifth|sixth)\s+(?:victim|person|man|woman|boy|girl|child|teen\w*|student|officer)\b(?:,[^.;]{0,80},)?"
    rf"(?:(?!{UNHURT})[^.;]){{0,80}}?\b(?:hospital|wounded|injured|injur(?:y|ies)|treated|condition"
    rf"|(?:{BE}|being)\s+(?:\w+\s+){{0,2}}?(?:shot|struck|hit|grazed)|(?:shot|struck|hit|grazed)\s+(?:in|by|during|while|twice|multiple|several))\b",
    re.IGNORECASE,
)  # "a triple shooting", "a fourth victim was taken to a hospital"
BEATING = r"(?:assault|thrash|manhandl|flog|beat|cane)\w*"
BEATEN = re.compile(BEATING, re.IGNORECASE)
BEAT = re.compile(
    rf"\b{BEATING}\s+(?:up\s+)?(?:\w+ly\s+)?(?:about\s+|around\s+|at least\s+)?$", re.IGNORECASE
)  # "beat up four others"
BEATEN_UP = re.compile(
    rf"(?:(?!\band\b)[^.;]){{0,60}}?\b(?:was|were|(?:has|have|had)\s+been)\s+(?:\w+ly\s+|also\s+)*{BEATING}(?!\s+to\s+death)",
    re.IGNORECASE,
)
SPORT = re.compile(
    r"\b(?:teams?|rivals?|opponents?|match(?:es)?|games?|finals?|league|cup|tournament|champions?(?:hips?)?|season|goals?|races?|polls?"
    r"|elections?|vote[sr]?|primary|titles?|medals?|contests?|competition|competitors?|w[io]n|winners?|candidates?|bidders?)\b",
    re.IGNORECASE,
)  # "the team beat four rivals"
ROUGH = re.compile(
    r"\b(?:police\w*|officers?|guards?|mobs?|crowd|(?:assault|manhandl|flog|cane)\w*|beat\w*\s+up)\b", re.IGNORECASE
)
CALLED_HURT = re.compile(
    r"(?:an?\s+|the\s+)?(?:\w+ly\s+)?(?:injured|wounded)\s+[a-z]", re.IGNORECASE
)  # "two injured guards were held"
HIM = re.compile(
    r"(?P<no>\b(?:without|not|never|nearly|almost|avoid\w*)\s+(?:\w+ly\s+)?)?\b(?:injur(?:ed|ing)|wound(?:ed|ing))\s+(?:him|her|the\s+other)\b",
    re.IGNORECASE,
)
BEFORE = 120  # characters
PRESENT = frozenset(("strength", "other"))


def named_hurt(reading: Reading) -> set[str]:
    """The named persons whom the words around a mention call hurt."""
    people = (a for a in reading.actors.values() if a.kind == "person")
    return {a.id for a in people if any(_is_hurt_at(reading, mention) for mention in a.mentions)}


def _is_hurt_at(reading: Reading, mention: Span) -> bool:
    """Whether the words around a mention call somebody hurt, and not in telling of an earlier deed."""
    text, begin = reading.report.text, max(0, mention[0] - BEFORE)
    if not text[mention[0]].isupper() or OWNER.search(text, begin, mention[0]) or text.startswith(" alias ", mention[1]):
        return False
    hurt = TOLD_HURT.match(text, mention[1]) or HURTING.search(text, begin, mention[0])
    return hurt is not None and not PAST.search(text, reading.sentence_span(mention)[0], mention[0])


def own_hurt(reading: Reading) -> int:
    """How many single relatives and people of somebody's are called hurt, each called so once."""
    found = {(m["object"] or m["subject"]).casefold() for m in OWN_HURT.finditer(reading.report.text, 0, REACH)}
    return sum(noun in lexicon.words("kin") or noun in lexicon.index("people") for noun in found)


def shot_several(reading: Reading) -> int:
    """The number of those hit that "a triple shooting" or "a fourth victim" gives, the dead among them; 0 for none."""
    found = SHOT_SEVERAL.finditer(reading.report.text, 0, HEAD)
    return max((TIMES[(m["times"] or m["nth"]).casefold()] for m in found), default=0)


def called_hurt(reading: Reading) -> int:
    """How many are counted for something else and called hurt beside it: "an injured rebel was arrested"; one "injuring him"."""
    text = reading.report.text
    figures = [f for f in reading.figures.values() if f.measure in ("captured", "freed", "missing") and f.low and f.whom_span]
    most = max((int(f.low or 0) for f in figures if f.whom_span and CALLED_HURT.match(text, f.whom_span[0])), default=0)
    return max(most, int(any(not m["no"] for m in HIM.finditer(text, 0, REACH))))


def thrashed(reading: Reading) -> int:
    """How many a sentence counts right beside the word that says they were beaten."""
    told = (f for f in reading.figures.values() if f.low and f.measure in PRESENT)
    return max((int(f.low or 0) for f in told if _is_beaten(reading, f)), default=0)


def _is_beaten(reading: Reading, figure: Figure) -> bool:
    text = reading.report.text
    end = figure.whom_span[1] if figure.whom_span else figure.span[1]
    if _is_contest(reading, figure.span):
        return False
    return bool(BEAT.search(text, max(0, figure.span[0] - 40), figure.span[0]) or BEATEN_UP.match(text, end))


def _is_contest(reading: Reading, span: Span) -> bool:
    """Whether the sentence of a span tells of a game or a vote, and of nobody who beats in earnest."""
    sentence = reading.sentence(span)
    if not SPORT.search(sentence) or ROUGH.search(sentence):
        return False
    people = lexicon.index("people")
    words = (people.get(form) for word in sentence.casefold().split() for form in (word, word.removesuffix("s")))
    start, end = reading.sentence_span(span)
    return not any(row and row["kind"] in ARMED for row in words) and not any(
        start <= m[0] < end for a in reading.actors.values() if a.kind in ARMED for m in a.mentions
    )


def beaten(reading: Reading, events: list[Event]) -> int:
    """How many were beaten and are not told of as dead: those counted, else those named, else one."""
    text = reading.report.text
    dead = {who for e in events if e.type in KILLING for who in e.to}
    hit = {
        who
        for e in events
        if e.realis == "actual" and BEATEN.fullmatch(text, *e.trigger) and not _is_contest(reading, e.trigger)
        for who in e.to
        if who not in dead and reading.actors[who].kind in PEOPLE
    }
    counted = [f.low for f in reading.figures.values() if f.whom in hit and f.measure in PRESENT and f.low]
    named = sum(reading.actors[who].kind == "person" for who in hit)
    return int(max([*counted, named, bool(hit)]))
