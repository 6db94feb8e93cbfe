"""Noun phrases of a text by the words of `muc4_words.tsv`: who may have done a deed, and with what weapon."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from onrecord.events.things import STRUCTURES
from onrecord.records import Span

PREMISES = (  # heads of what may be hit besides the structures of the program
    "pole wire stand drugstore brothel kitchen road highway box pipe base camp dealership network electricity union federation council newspaper"
    " school home tire window door locality municipality town-hall hall cabin lodge compound quarters premises studio transmitter relay commerce center stable"
).split()


@cache
def _words(role: str) -> str:
    """The words of a role, as alternatives of a pattern, the longest first."""
    rows = (line.split("\t") for line in Path(__file__).with_name("muc4_words.tsv").read_text("utf-8").splitlines()[2:])
    found = [word for name, words in rows if name == role for word in words.split()]
    return "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True))


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """The pattern of a kind of phrase: `doer`, `soldier`, `body`, `weapon` or `thing`."""
    if kind == "thing":
        before = (
            r"(?:against|at|outside|in\s+front\s+of|near|destroyed|damaged|destroying|damaging|blew\s+up|burned|set\s+fire\s+to)"
        )
        article = r"(?:(?:the|a|an|several|two|three|four|some)\s+)?"
        things = "|".join(sorted(STRUCTURES, key=len, reverse=True))
        return re.compile(rf"\b{before}\s+{article}((?:[\w'-]+\s+){{0,3}}?(?:{things})s?)(?![\w-])", re.IGNORECASE)
    if kind == "weapon":
        charge = r"(?:dynamite|explosive)\s+(?:charges?|devices?|sticks?)"
        much = r"(?:(?:[\w.]+\s+)?(?:kg|kgs|kilos?|kilograms|grams|pounds|tons|sticks?|charges?|cartridges)\s+of\s+)?"
        modifiers = rf"(?:(?:{_words('weaponmod')}|\w+-(?:mm|millimeter|caliber|sized|kg|kilo|power|made|intensity|pound))\s+)*"
        return re.compile(rf"\b({much}{modifiers}(?:{charge}|{_words('weapon')}))(?![\w-])", re.IGNORECASE)
    if kind == "body":
        gang = r"(?:(?:drug|cocaine|narcotics|medellin|cali)[- ](?:trafficking\s+)?)?(?:mafias?|cartels?|gangs?|organizations?)"
        force = r"(?:(?:salvadoran|honduran|guatemalan|nicaraguan|peruvian|chilean|sandinist)\s+)?(?:army|armed\s+forces|air\s+force|military)"
        return re.compile(rf"\b({gang}|{force})(?![\w-])", re.IGNORECASE)
    if kind == "soldier":
        rank = r"(?:soldiers|troops|army officers|officers|military men|policemen|agents|mercenaries|lieutenants)"
        return re.compile(
            rf"\b((?:(?:\d+|one|two|three|four|five|eight|some|salvadoran|army|uniformed|honduran)\s+)*{rank})(?![\w-])",
            re.IGNORECASE,
        )
    of = r"(?:(?:groups?|columns?|bands?)\s+of\s+)?"
    modifiers = rf"(?:(?:{_words('mod')})\s+)"
    clad = r"(?:\s+(?:wearing|dressed\s+in|in)\s+(?:[\w-]+\s+){0,2}?(?:uniforms?|civilian\s+clothes))"
    told = rf"{modifiers}+(?:{_words('loose')}){clad}?|{modifiers}*(?:{_words('loose')}){clad}|{modifiers}*(?:{_words('doer')})"
    return re.compile(rf"\b({of}(?:{told}))(?![\w-])", re.IGNORECASE)


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of a text, by their stops."""
    return [m.span() for m in re.finditer(r"(?:[^.?!]|[.?!](?=\S))+[.?!]*\s*", text)]


def phrases(kind: str, text: str, span: Span) -> Iterator[Span]:
    """Spans of the phrases of a kind inside a span."""
    return (m.span(1) for m in pattern(kind).finditer(text, *span))


@cache
def _premises_pattern() -> re.Pattern[str]:
    """The pattern of a phrase whose head is a thing that may be hit."""
    stop = (
        "the|a|an|of|in|on|at|to|by|for|from|with|and|or|but|that|which|who|whose|his|her|their|its|this|these|those|was|were|is|are|be"
        "|been|has|have|had|not|no|as|into|against|near|outside|inside|when|while|after|before|where|it|he|they|also|said|will|would"
        "|\\w+ed|blew|set|threw|up|off|under|over|behind|between|during|including|other|another|using|several|some|our|your|we|i|all|any"
    )
    heads = "|".join(sorted({*STRUCTURES, *PREMISES}, key=len, reverse=True))
    each = r"(?:(?:\w\.)+|[\w'-]+)"  # a stop is part of initials only
    word = rf"(?:(?!(?:{stop})\b){each}\s+)"
    tail = rf"(?:\s+of\s+(?:the\s+)?(?:(?!(?:{stop})\b){each})(?:\s+(?!(?:{stop})\b){each}){{0,4}})?"
    return re.compile(rf"\b({word}{{0,4}}(?:{heads})(?:s|es)?{tail})(?![\w-])", re.IGNORECASE)


def premises(text: str) -> list[Span]:
    """Phrases for things and premises that may have been hit."""
    return [m.span(1) for m in _premises_pattern().finditer(text)]
