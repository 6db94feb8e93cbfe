"""Deaths that the words tell though no record holds them: "the shooting claimed the life of a nurse", "man dead from his wounds"."""

import re

from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.deeds import PAST
from onrecord.ledger.tolls.figures import HEAD, is_somebody

DEATH = re.compile(
    r"\b(?:claim|cost|t[ao]k)\w*\s+(?:(?:the|his|her|their)\s+)?(?:own\s+)?li(?:fe|ves)\b|\b(?:committed|died by)\s+suicide\b"
    r"|(?<!non-)(?<!not )\b(?:mortally|fatally)\s+(?:wound|injur|stab|sho[ot]|struck|hit)\w*"
    r"|\bkill(?:s|ed)\s+(?:himself|herself|self)\b|\bshooting\s+deaths?\b"
    r"|\bbod(?:y|ies)\s+(?:of\s+(?:an?\s|the\s|his\s|her\s|(?-i:[A-Z]))[^.;]{2,60}?\s+)?(?:(?:was|were)\s+)?(?:found|discovered|recovered)\b"
    r"|\b(?:homicide|murder)\s+victim(?:\s+(?:is|was))?\s+(?:identified|named)\b"
    r"|\b(?P<struck>[a-z]+)\s+(?:is\s+)?(?:shot|stabbed|beaten|gunned down),?\s+(?:and\s+|&\s+)?killed\b"
    r"|\b(?P<who>[a-z]+)\s+(?:(?:is|lies)\s+)?dead\s+(?:from|in|after|following|of|at)\b",
    re.IGNORECASE,
)
UNREAL = re.compile(
    r"\b(?:attempt\w*|tr(?:y|ies|ied|ying)|threat\w*|want\w*|plan\w*|nearly|almost|never|not|could|would|might|may|if|fear\w*)\b[^.;]{0,30}$",
    re.IGNORECASE,
)


def is_worded(reading: Reading, trials: bool) -> bool:
    """Whether the first paragraphs tell of a death in so many words, and of nobody's past unless reports are of trials."""
    return any(_is_death(reading, m, trials) for m in DEATH.finditer(reading.report.text, 0, HEAD))


def _is_death(reading: Reading, found: re.Match[str], trials: bool) -> bool:
    begin, text = reading.sentence_span((found.start(), found.start() + 1))[0], reading.report.text
    if UNREAL.search(text, max(begin, found.start() - 50), found.start()):
        return False
    if not trials and PAST.search(text, begin, found.start()):
        return False
    who = found["who"] or found["struck"]
    return who is None or is_somebody(who)
