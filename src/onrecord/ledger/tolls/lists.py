"""Those whom one verb or one deed lists: "killed his wife, her mother and two guards", "the deaths of a mayor and his son"."""

import re
from collections.abc import Iterator

from onrecord import lexicon
from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.figures import HEAD, is_somebody
from onrecord.ledger.tolls.pairs import FINITE, is_older
from onrecord.records import Event

KILLED = (
    r"(?:fatal|deadly)\s+(?:shooting|stabbing)s?\s+of|(?:shooting\s+)?(?:death|killing|murder|slaying)s?\s+of"
    r"|kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|fatally\s+sho(?:t|ots|oting)|sho(?:t|oting|ots)\s+(?:and\s+kill(?:ed|ing|s)|to\s+death|dead)"
    r"|stabb(?:ed|ing)\s+to\s+death|gunn(?:ed|ing)\s+down"
)
DEED = re.compile(rf"\b(?:{KILLED})\s+(?P<list>(?:[^.;:\n()]|(?<=\b[A-Z])\.){{3,160}})", re.IGNORECASE)
ENDS = re.compile(
    r",?\s+(?:before|then|and then|while|when|after|as|because|in|inside|outside|at|on|near|by|with|during|over|who|whom|which|that|from|to|for"
    r"|was|were|is|are|has|had|have|said|say|says|told|tells|early|late|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last|this|about|around)\b"
)
PARTS = re.compile(r"\s*(,?\s*\band\b|,|\balong with\b|\bas well as\b)\s*")
ITEM = re.compile(
    r"(?P<lead>(?:an?|the|his|her|their|one|another|[A-Z][\w’'-]+[’']s)\s+(?:own\s+)?)?(?P<words>(?:[\w’'.-]+\s+){0,4}[\w’'.-]+)"
)
SPEAKS = re.compile(r"\s+(?:said|says?|told|tells)\b")
AND = re.compile(r"\b(?:and|along with|as well as)\b")
LED = re.compile(r"\b(?:an?|the|his|her|their)\s", re.IGNORECASE)
INNER = re.compile(
    r"\s(?:an?|the|his|her|their|one|another|two|three|four|five|six)\s", re.IGNORECASE
)  # "hurt a guard" is no member
AGED = re.compile(r"\d{1,2}-(?:year|month|week|day)-old", re.IGNORECASE)
PARENTS = frozenset(("parents", "grandparents", "couple"))  # are two
MANY = frozenset(("people", "men", "women", "children", "police", "others"))


def listed_dead(reading: Reading, events: list[Event], trials: bool) -> int:
    """The most that one list tells of, 0 where none has two; nobody of somebody's past."""
    text = reading.report.text
    kept = {e.id for e in events}
    past = [e.trigger for e in reading.events.values() if e.id not in kept or e.realis != "actual"]
    told = [m for m in DEED.finditer(text, 0, HEAD) if not is_older(reading, m, past, trials)]
    return max((_number_of(m["list"]) for m in told), default=0)


def _number_of(words: str) -> int:
    """How many a list names and counts; 0 where it is none."""
    end = ENDS.search(words)
    listed = words[: end.start()] if end else words
    members = list(_members(listed))
    if len(members) > 1 and (FINITE.match(words, len(listed)) or SPEAKS.match(words, len(listed))):
        members.pop()  # "killed a guard and his wife was hurt", "killed a guard, a witness said"
    joined = AND.search(listed) or not LED.search(listed)  # "a mayor, a doctor by trade" is one, "mother, brother" are two
    if len(members) > 2 and members[0] == sum(members[1:]):
        return members[0]  # "three porters, two men and a woman"
    return sum(members) if len(members) > 1 and joined else 0


def _members(listed: str) -> Iterator[int]:
    """How many each member of a list is, up to the first words that are none; an apposition is no member."""
    separator, before, apposed = "", "", False
    for i, part in enumerate(PARTS.split(listed)):
        if i % 2:
            separator = part
            if apposed and not part.startswith(","):
                return  # "Ali Haddad, the son of a miller and his wife"
            continue
        number, called = _value(part)
        apposed = separator == "," and before != "" and called != before and _is_apposed(part, before)
        if apposed:
            continue  # "his wife, Sara Haddad, and her mother", "Ali Haddad, a teacher, and his son", "Ali Haddad, 19"
        if not number:
            return
        yield number
        before = called


def _is_apposed(part: str, before: str) -> bool:
    """Whether a member after a comma only says who the one before is: his name, his age, or what he is."""
    if part.isdigit() or (before == "noun" and part[:1].isupper()):
        return True
    return (before == "noun" and AGED.match(part) is not None) or (
        before == "name" and part.split()[:1] in (["a"], ["an"], ["the"])
    )


def _value(part: str) -> tuple[int, str]:
    """How many a member is, and whether a noun or a name tells it; 0 for nobody, and for several whose number is not told."""
    found = ITEM.fullmatch(part.strip())
    if part.strip().casefold() in ("him", "her"):
        return 1, "pronoun"
    if found is None or INNER.search(found["words"]):
        return 0, ""
    words = found["words"].split()
    last, led = words[-1].casefold(), found["lead"] is not None
    if (number := _number(words[0])) and words[1:2] not in (["year"], ["month"], ["week"]):
        return (number if len(words) > 1 and _is_somebody(last) else 0), "noun"
    if last in PARENTS:
        return 2 * int(led), "noun"
    if _is_somebody(last) or AGED.fullmatch(last):
        return int(not _is_plural(last)), "noun"
    named = not led and 1 < len(words) < 5 and all(w[0].isupper() for w in words if not AGED.fullmatch(w))
    return int(named), "name"


def _number(word: str) -> int:
    row = lexicon.index("small_numbers").get(word.casefold())
    return int(row["value"]) if row else int(word) if word.isdigit() and len(word) < 3 else 0


def _is_somebody(noun: str) -> bool:
    """Whether a noun is one for a person, a compound of one too: "ex-wife", "mother-in-law"."""
    parts = noun.split("-")
    return any(map(is_somebody, (noun, parts[-1]))) or (noun.endswith("-in-law") and is_somebody(parts[0]))


def _is_plural(noun: str) -> bool:
    return noun in MANY or (noun.endswith("s") and _is_somebody(noun.removesuffix("s")))
