"""Datelines: the place, day and agency before the first words of a report ("KABUL, Afghanistan, 6 May (Wire) —")."""

import re
from typing import NamedTuple

from onrecord.lexicon import rows
from onrecord.records import Furniture, Span

NAMES = sorted((row["word"] for row in rows("foreign_months")), key=len, reverse=True)
FOREIGN = "|".join(f"{form(name)}" for name in NAMES for form in (str.lower, str.title, str.upper))
MONTH = rf"(?:(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Za-z]{{0,6}}\.?|(?:{FOREIGN}|feb|mar|jun|jul|sep|oct|nov)\.?)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
NUMERIC = r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}"
WRITTEN = rf"\d{{1,2}}(?:\.|er|st|nd|rd|th)? (?:de )?{MONTH}(?:,? (?:del? )?\d{{2,4}})?|{MONTH} \d{{1,2}}(?:,? \d{{4}})?"
DAY = rf"(?:{WEEKDAY}(?:{WRITTEN}|{NUMERIC})|NO DATE)"
FULL = rf"{WEEKDAY}(?:\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}, \d{{4}}|{NUMERIC})"
CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){0,4}"
CITY = r"[A-Z][\w.'’\-]+(?: (?:al|de|el|la|[A-Z])[\w.'’\-]*){0,3}"
REGION = r"(?:, ?[A-Z][A-Za-z.'’\-]*(?: [A-Z][A-Za-z.'’\-]*){0,3}){0,2}"
AGENCY = r" ?(?:\((?P<agency>[^()]{2,60})\)|/(?P<wire>[A-Z][A-Za-z ]{2,30})/)"
AGENCY_ALONE = AGENCY.replace("agency", "issuer").replace("wire", "by_wire")  # a group name may stand once in an expression
LAND = r"(?: ?\([A-Z][A-Za-z .]{1,30}\))"
SEATS = "|".join(
    re.escape(name) for name in sorted({row["capital"] for row in rows("capitals")} | {"New York", "Geneva"}, reverse=True)
)
DASH = r"(?: ?(?:--|—|–|―)| -(?= ))"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{CAPITALS}{LAND}?{REGION},? {DAY}(?:{AGENCY})?{DASH}",
        rf"{CAPITALS}{REGION}(?:{AGENCY})?{DASH}",
        rf"{CITY}{REGION},? {DAY}(?:{AGENCY})?{DASH}",
        rf"{CITY}{REGION}{AGENCY}{DASH}",
        rf"{CITY}, [A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?(?: --| —| –)",
        rf"\((?:{SEATS}|{CITY}{REGION}(?=, {FULL}))(?:, {FULL})?\){DASH}",
        r"\((?P<agency>[A-Z][A-Za-z]{1,20})\)(?: ?(?:--|—|–)| -)",
        rf"\[(?:{CITY}{REGION},? )?{FULL}\]",
        rf"{FULL}(?:, {CITY}{REGION}(?:{AGENCY})?|{AGENCY_ALONE}){DASH}",
        rf"{CITY}{REGION},? {DAY} \((?P<agency>[A-Z][A-Za-z ]{{1,30}})\)(?= ?[A-Z][a-z]* )",
        rf"{CITY}{REGION} \((?P<agency>AFP|AP|CNN|Reuters|UPI|Xinhua|EFE|IPS|[A-Z]\w+\.(?:com|net|org|info))\)(?= ?[\"“]?[A-Z0-9])",
        r"(?!QUESTION|ANSWER|NOTE|SUMMARY|BACKGROUND|STATEMENT|SUBJECT|UPDATE|WARNING|POLICE|REPORT)"
        r"(?P<label>[A-Z]{3,}(?: [A-Z]{3,})?):(?= (?:[A-Z][a-z]* [a-z]|(?:An?|The|At|In|On) [A-Z]))",
    )
)
CITIES = "|".join(sorted((re.escape(row["word"]) for row in rows("dateline_cities")), key=len, reverse=True))
FORMS += (re.compile(rf"(?P<label>{CITIES})\s?:(?= [\"“]?[A-Z][A-Za-z’'-]* [a-z])"),)
TAG = re.compile(r"\s*\[[A-Z][^\[\]]{2,200}\]")
LAST_TAG = re.compile(r"TEXT|EXCERPT|COMMUNIQUE")
FIRST_WORD = re.compile(r"\s*[\"'“‘(\[]*[A-Z0-9¿¡]")
LONGEST = 160


class Dateline(NamedTuple):
    """A dateline's furniture, its words, the agency it names, and where it ends."""

    furniture: tuple[Furniture, ...]
    words: str
    outlet: str | None
    end: int


def dateline(text: str, block: Span, *, prose: bool = True) -> Dateline | None:
    """The dateline at the start of a paragraph, with the broadcast monitor's tags after it; None when there is none.

    A place and a colon ("KABUL: The army …") is one before prose only; in a title it names a speaker.
    """
    head = re.sub(r"\s", " ", text[block[0] : min(block[1], block[0] + LONGEST)])
    match = next((m for form in FORMS if (m := form.match(head))), None)
    if match is None or not (FIRST_WORD.match(head[match.end() :]) or block[0] + match.end() == block[1]):
        return None
    if match.groupdict().get("label") and not prose:
        return None
    end = block[0] + match.end()
    tags = _tags(text, end, block[1])
    found = [Furniture((block[0], end), "dateline")]
    if tags:
        found.append(Furniture((tags[0][0], tags[-1][1]), "credit"))
    named = (match.groupdict().get(group) for group in ("agency", "wire", "issuer", "by_wire"))
    outlet = _outlet(next(filter(None, named), None), [text[a + 1 : b - 1] for a, b in tags])
    return Dateline(tuple(found), match[0], outlet, tags[-1][1] if tags else end)


def _tags(text: str, start: int, stop: int) -> list[Span]:
    """The run of bracketed tags after a dateline ("[REPORT] [VOICE OF X] [TEXT]") up to the one that opens the text."""
    out: list[Span] = []
    while (match := TAG.match(text, start, stop)) is not None:
        out.append((match.end() - len(match[0].lstrip()), match.end()))
        start = match.end()
        if LAST_TAG.search(match[0]):
            return out
    return []


def _outlet(agency: str | None, tags: list[str]) -> str | None:
    """Who issued it: the agency in brackets, else the middle one of three tags."""
    return agency or (re.sub(r"\s+", " ", tags[1]) if len(tags) == 3 else None)
