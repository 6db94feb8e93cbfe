"""Two at least, by the words of a sentence: "Ali Omar and his wife were killed", "a guard and a rebel were killed", "abducted him and his driver"."""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.deeds import PAST
from onrecord.ledger.tolls.figures import HEAD, is_somebody
from onrecord.records import Event, Span

DONE = {
    "killed": r"killed|murdered|shot dead|gunned down|(?:hacked|beaten|lynched|stabbed) to death|beheaded|lynched|found dead",
    "injured": r"injured|wounded|hurt",
    "arrested": r"arrested|apprehended|detained",
    "abducted": r"abducted|kidnapped|taken hostage|taken away",
    "surrendered": r"surrendered",
}
ONE = r"(?:an?|one|another|his|her|their)"
WORD = r"(?!(?:and|who|that|which|were|was|but|after|when|while|in|at|near)\b)[\w’'().-]+"
SECOND = (
    rf"(?:(?<!\bbetween )\b|(?<=,\s))(?:and|along with|together with|as well as)\s+{ONE}\s+(?P<second>(?:{WORD},?\s+){{1,6}}?)"
)
BE = r"(?:were|are|have been|had been)\s+(?:(?:also|later|reportedly|allegedly|\w+ly)\s+)?"
OBJECT = r"(?:him|her|[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3}|(?:an?|the|one)\s+(?:(?!and\b)[\w’'-]+\s+){0,4}?[\w’'-]+)"
FINITE = re.compile(
    r"[’']s\b|\s+(?:dogs?|cars?|vehicles?|houses?|homes?|posts?)\b|(?:,?\s+[A-Z][\w’'.-]*){0,4},?\s+(?:\w+ly\s+|also\s+)*"
    r"(?:was|were|is|are|has|had|have|will|escaped|fled|managed|survived|sustained|suffered|received|injured|wounded)\b"
)  # "killed a trader and his wife was taken away"
ENDS = re.compile(r",|\s(?:alias|of|from|in|at|for|with)\s")
ASIDE = re.compile(r"\([^)]*\)\s*")
LOWER = re.compile(r"[a-z-]+")


def pair_of(reading: Reading, count: str, events: list[Event], trials: bool) -> int:
    """2 where a sentence says that two persons suffered a thing together, and not as somebody's past; else 0."""
    kept = {e.id for e in events}
    past = [e.trigger for e in reading.events.values() if e.id not in kept]
    for found in _pattern(count).finditer(reading.report.text, 0, HEAD):
        if not is_older(reading, found, past, trials) and _is_second(found):
            return 2
    return 0


def is_older(reading: Reading, found: re.Match[str], past: Sequence[Span], trials: bool) -> bool:
    """Whether what was found tells of an event that does not count, or follows words of guilt or protest."""
    before = reading.sentence_span((found.start(), found.start() + 1))[0]
    older = any(found.start() <= start < found.end() for start, _ in past)
    return older or (not trials and PAST.search(reading.report.text, before, found.start()) is not None)


@cache
def _pattern(count: str) -> re.Pattern[str]:
    done = DONE[count]
    return re.compile(
        rf"{SECOND}(?i:{BE}(?:{done}))\b|\b(?i:{done})\s+(?:{OBJECT}\s+and\s+(?:his|her)\s+|(?:along|together)\s+with\s+(?:his|her|another)\s+)"
        r"(?P<own>[a-z-]+(?:\s+[a-z-]+){0,2})\b"
    )


def _is_second(found: re.Match[str]) -> bool:
    """Whether the second of two is somebody, and suffers what the first does: "and his wife", not "and his dog", "and his wife fled"."""
    if found["second"]:
        words = ENDS.split(ASIDE.sub("", found["second"]).strip(), maxsplit=1)[0].split()
        lower = [w for w in words if w[0].islower()]
        return any(map(is_somebody, lower[-1:] + [w for w in words if w[0].isupper()]))
    text, start = found.string, found.start("own")
    noun = next((m for m in LOWER.finditer(text, start, found.end("own")) if is_somebody(m[0])), None)
    return noun is not None and not FINITE.match(text, noun.end())
