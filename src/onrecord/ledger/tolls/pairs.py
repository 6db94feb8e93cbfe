"""Two at least, by the words of a sentence: "Ali Omar and his wife were killed", "a guard and a rebel were killed", "abducted him and his driver"."""

import re
from functools import cache

from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.deeds import PAST

DONE = {
    "killed": r"killed|murdered|shot dead|gunned down|(?:hacked|beaten|lynched|stabbed) to death|beheaded|lynched|found dead",
    "injured": r"injured|wounded|hurt",
    "arrested": r"arrested|apprehended|detained",
    "abducted": r"abducted|kidnapped|taken hostage|taken away",
    "surrendered": r"surrendered",
}
HEAD = 900  # characters of a report that tell of its incident
ONE = r"(?:an?|one|another|his|her|their)"
WORD = r"(?!(?:and|who|that|which|were|was|but|after|when|while|in|at|near)\b)[\w’'().-]+"
SECOND = rf"(?:(?<!\bbetween )\b|(?<=,\s))(?:and|along with|together with|as well as)\s+{ONE}\s+(?:{WORD},?\s+){{1,6}}?"
BE = r"(?:were|are|have been|had been)\s+(?:(?:also|later|reportedly|allegedly|\w+ly)\s+)?"
OBJECT = r"(?:him|her|[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3}|(?:an?|the|one)\s+(?:(?!and\b)[\w’'-]+\s+){0,4}?[\w’'-]+)"
WITH = r"(?:along|together)\s+with\s+(?:his|her|another)\s+[a-z]+"


def pair_of(reading: Reading, count: str) -> int:
    """2 where a sentence says that two persons suffered a thing together, and not as somebody's past; else 0."""
    found = _pattern(count).finditer(reading.report.text, 0, HEAD)
    return 2 * any(not _is_past(reading, m.start()) for m in found)


@cache
def _pattern(count: str) -> re.Pattern[str]:
    done = DONE[count]
    return re.compile(
        rf"{SECOND}(?i:{BE}(?:{done}))\b|\b(?i:{done})\s+{OBJECT}\s+and\s+(?:his|her)\s+[a-z]+\b|\b(?i:{done})\s+{WITH}"
    )


def _is_past(reading: Reading, at: int) -> bool:
    return PAST.search(reading.report.text, reading.sentence_span((at, at + 1))[0], at) is not None
