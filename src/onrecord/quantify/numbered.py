"""What a number that stands alone counts by the words before it: "the number of dead rose to 12", "the raiders numbered 60"."""

import re
from collections.abc import Sequence

from onrecord.quantify.counted import BODIES, class_of
from onrecord.quantify.numbers import Quantity
from onrecord.quantify.senses import states
from onrecord.records import Parse, Token

NUMBER_OF = re.compile(
    r"\b(?:number|total|count|estimates?(?! of (?:the )?(?:number|total|count))) (?:of |(?=killed|wounded|injured|dead|missing|displaced))(?P<what>[^.;,:]{3,80})|\b(?:death )?(?P<toll>toll"
    r"|(?:casualties|fatalities|deaths)(?=(?: \w+){0,4} (?:put|placed|estimated|stood|rose|climbed|risen|jumped|at) ))\b",
    re.IGNORECASE,
)
NUMBER_AFTER = re.compile(r"\s+the (?:total )?(?:number|total|count) of (?P<what>[^.;,:]{3,80})", re.IGNORECASE)
DEAD_AT = re.compile(
    r"\b(?:put|puts|putting|place[sd]?|placing|estimate[sd]?|estimating|number(?:s|ed)?) (?:[\w'’-]+ ){1,5}?"
    r"(?P<what>dead|wounded|injured|missing|displaced|killed|loss|losses|casualties) (?:\w+ ){0,2}?at ",
    re.IGNORECASE,
)  # "put the rebels' dead at nine"
PUT_AT = re.compile(r"\b(?:at|to|of|is|was)\s+$", re.IGNORECASE)  # "the number of dead was put at 50 people"
ANYBODY = frozenset(("people", "person"))
GROWN_BY = re.compile(r"\bby\s+(?:an(?:other)?\s+|a\s+further\s+)?$", re.IGNORECASE)  # "casualties climbed by 20"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def told_number(parse: Parse, quantity: Quantity, noun: Token) -> Token | None:
    """The noun of "the number of … killed", "the toll": said before a number that stands alone or counts just "people"."""
    if parse.text.startswith(" strong", quantity.span[1]):
        return _strong(parse, noun)
    anybody = noun.lemma in ANYBODY and PUT_AT.search(parse.text, max(0, quantity.span[0] - 12), quantity.span[0]) is not None
    if noun.end > quantity.span[1] and noun.start >= quantity.span[0] and not anybody:
        return None
    of = parse.head(noun)
    if noun.pos == "NUM" and of.lemma == "of" and of.dep == "prep" and parse.head(of).lemma in BODIES:
        return parse.head(of)
    if GROWN_BY.search(parse.text, max(0, quantity.span[0] - 14), quantity.span[0]):
        return None
    start = parse.sentences[noun.sent].span[0]
    numbering = parse.head(noun)
    if noun.pos == "NUM" and noun.dep in ("dobj", "attr") and numbering.lemma == "number" and numbering.pos == "VERB":
        return _subject_of(parse, numbering)
    matches = [m for m in NUMBER_OF.finditer(parse.text, start, quantity.span[0]) if not _is_given(parse, m)]
    put = None if matches else DEAD_AT.search(parse.text, start, quantity.span[0])
    if put and put.end() == quantity.span[0]:
        return parse[parse.index_at(put.start("what"))]
    found = matches[-1] if matches else NUMBER_AFTER.match(parse.text, quantity.span[1])
    if found is None:
        return None
    if matches and found["toll"]:
        return parse[parse.index_at(found.start("toll"))]
    return _first_counted(parse.tokens_in(found.span("what")))


def _is_given(parse: Parse, match: re.Match[str]) -> bool:
    """Whether a total is given at once: in "a total of nine people were shot; two died" the two are not that total."""
    return match["what"] is not None and parse[parse.index_at(match.start("what"))].pos == "NUM"


def _strong(parse: Parse, word: Token) -> Token | None:
    """Those who are so many strong: "a column 300 strong", "some 400 strong, the rebels attacked"."""
    for above in (word, *parse.ancestors(word)):
        if class_of(above) in ("person", "unit") or above.lemma in BODIES:
            return above
        if above.pos in ("VERB", "AUX"):
            return parse.kid(above, "nsubj")
    return None


def _subject_of(parse: Parse, verb: Token) -> Token | None:
    """Those who number so many: "the raiders numbered 60", "the raiders, who numbered 60"."""
    subject = parse.kid(verb, "nsubj")
    if subject is not None and subject.pos == "PRON" and verb.dep == "relcl":
        return parse.head(verb)
    return subject


def _first_counted(tokens: Sequence[Token]) -> Token | None:
    """The noun, or the adjective that stands for one, before the verb: "people", "the wounded", "those killed"."""
    until = next((n for n, t in enumerate(tokens) if t.tag in FINITE), len(tokens))
    noun = next((t for t in tokens[:until] if t.pos in ("NOUN", "PROPN") and t.dep not in ("compound", "nmod", "poss")), None)
    return noun or next((t for t in tokens[: max(until, 1)] if t.text.casefold() in states()), None)
