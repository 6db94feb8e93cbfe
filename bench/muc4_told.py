"""What the sentences that tell of a deed talk of besides: signs that it is news of an incident or only spoken of."""

import re
from collections.abc import Sequence

from bench.muc4_page import Page
from onrecord.records import Event

TOLD = {
    "of a fight": r"combat\w*|clash\w*|fight\w*|offensive|battle\w*|confrontation\w*|skirmish\w*",
    "of protest at it": r"condemn\w*|repudiat\w*|deplor\w*|protest\w*|outrage|mourning|funeral|burial",
    "of an inquiry": r"investigat\w*|trial|court|judges?|accused|arrest\w*|suspects?|confess\w*|charged|sentenced|detained|evidence",
    "of the past": r"anniversary|recall\w*|(?:in|since) (?:\w+ )?19\d\d|(?:years?|months?) ago|last year|since|in the past|history",
    "of a practice": r"acts of|violence|terrorism|terrorist acts|campaign|wave of|always|every|continu\w+|frequent\w*|often|war",
    "of a day": r"today|yesterday|last night|this morning|tonight|\w+day|at (?:dawn|noon|midnight)|early|hours|minutes",
    "with if": r"would|could|will|if|plan\w*|threat\w*|intend\w*|attempt\w*|try|trying|plot\w*|prevent\w*",
    "with a claim": r"claim\w*|responsib\w*|credit",
    "with not": r"no|not|never|denied|nor",
    "of police": r"police|authorities|witness\w*|sources|reported|spokesman",
    "of many": r"thousands?|hundreds?|dozens?|many|numerous|several|various",
    "with we": r"we|our|us|i|my|you",
    "of talks": r"peace|dialogue|negotiat\w*|talks|elections?|democra\w*|agreement",
}
PATTERNS = {sign: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for sign, words in TOLD.items()}
PARTS = 4  # of the message, by where the first event stands


def told(page: Page, events: Sequence[Event]) -> set[str]:
    """The signs of a deed by the words of its sentences, of the first and of any, and by its part of the message."""
    numbers = list(dict.fromkeys(page.sentence(e.trigger[0]) for e in events))
    out = {f"part {int(PARTS * events[0].trigger[0] / max(1, len(page.text)))}", f"sentences {min(3, len(numbers))}"}
    for place, number in enumerate(numbers):
        words = re.sub(r"\s+", " ", page.text[slice(*page.spans[number])])
        holds = {sign for sign, pattern in PATTERNS.items() if pattern.search(words)}
        out |= {f"told {sign}" for sign in holds} | ({f"first told {sign}" for sign in holds} if place == 0 else set())
    return out
