"""Victims told of beside those a sentence counts: "a farmer and his son", "a passenger and the driver", "Ali Omar and two women"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord import lexicon
from onrecord.ledger.reading import Reading
from onrecord.ledger.tolls.deeds import DEADLY, is_kind
from onrecord.ledger.tolls.figures import ANYBODY, is_somebody, sum_of, value, words_of
from onrecord.records import Actor, Event, Figure, Span, overlap

OWNER = re.compile(r"\b(?:his|her|their)\s+(?:[\w-]+,?\s+(?:and\s+)?){0,5}[\w-]+$", re.IGNORECASE)  # "his wife, son and daughter"
OWNED = re.compile(r"\b(?:his|her|their)\b", re.IGNORECASE)
HURT = re.compile(r"\b(?:wound|injur|hurt)(?:s|ed|es|ing)?\s+$", re.IGNORECASE)  # "killed a boy and wounded his father"
LISTED = re.compile(r"\band\s+(?:the|its|his|her|their)\s+(?:[\w-]+\s+){0,3}[\w-]+$", re.IGNORECASE)
BARE = re.compile(
    r"(?:(?:,|,?\s+and)\s+(?!(?:the|an?|his|her|their)\b)(?:(?!(?:and|the|an?)\b)[\w-]+\s+){0,2}?(?!and\b)[\w-]+)+", re.IGNORECASE
)  # "a mother, son and little girl"; no word is "and", so that a long list is read one way only
ONE_AND = re.compile(r"\b(?P<last>[\w’'-]+)(?:\s*\([^)]*\))?,?\s+and\s+(?:at least\s+)?$")
LEADING = re.compile(r"(?:,|,?\s+and)\s+(?:(?:his|her|their)\s+)?", re.IGNORECASE)  # "the shooting of mother, 2 teens"
JOINED = re.compile(r"(?:\s*\(\d+\))?(?P<called>,[^,.;]*)?,?\s+(?:and|along with|as well as)\s+", re.IGNORECASE)


def told_beside(reading: Reading, events: list[Event], figures: list[Figure], count: str) -> int:
    """The most that one sentence tells of: those it counts, and those an event was done to whom no number counts."""
    victims: dict[Span, set[str]] = defaultdict(set)
    of = {f.event for f in figures}
    for event in events:
        if event.realis == "actual" and (event.id in of or is_kind(reading, event, count)):
            victims[reading.sentence_span(event.trigger)] |= set(event.to) - set(event.by)
    here: dict[Span, list[Figure]] = defaultdict(list)
    for figure in figures:
        here[reading.sentence_span(figure.span)].append(figure)
    return max((_in_sentence(reading, span, who, here[span], count) for span, who in list(victims.items())), default=0)


def _in_sentence(reading: Reading, sentence: Span, victims: set[str], figures: Sequence[Figure], count: str) -> int:
    """The figures of a sentence, and one for each victim told of beside them; "four people" hold them all."""
    if any(ANYBODY.search(words_of(reading, f)) for f in figures):
        return sum_of(reading, figures)
    total = sum(value(f) for f in figures)
    counted = {f.whom for f in figures} | {f.whom for f in reading.figures.values() if f.part_of}
    alone = [reading.actors[who] for who in victims - counted if who in reading.actors]
    here = [a for a in alone if any(overlap(sentence, m) for m in a.mentions)]
    kin = [a for a in here if _is_kin(reading, a, count)]
    followed = all(_is_owned(reading, f) for f in figures) if figures else bool(kin)  # "Both Haddad and his son died"
    return total + sum(a in kin or _is_listed(reading, a, figures, followed) for a in here)


def _is_owned(reading: Reading, figure: Figure) -> bool:
    """Whether those counted are somebody's who is told of beside them: "Ali Omar and two of his associates", "with his three aides"."""
    end = figure.whom_span[1] if figure.whom_span else figure.span[1]
    return bool(OWNED.search(reading.report.text, max(0, figure.span[0] - 5), end))


def _is_listed(reading: Reading, actor: Actor, figures: Sequence[Figure], followed: bool) -> bool:
    """Whether somebody stands in one list with those counted: by name before them, or as "and the driver" after them."""
    text = reading.report.text
    if actor.kind == "person":
        return followed or any(_is_joined(text, m[1], f) for m in actor.mentions if text[m[0]].isupper() for f in figures)
    single = actor.name.casefold().split()[-1:]
    known = bool(single) and single[0] in lexicon.index("people") and not single[0].endswith("s")
    if not known or not figures:
        return False
    ends = [f.whom_span[1] for f in figures if f.whom_span]
    leads = any(LEADING.fullmatch(text, m[1], f.span[0]) for m in actor.mentions for f in figures if m[1] <= f.span[0])
    bare = any(BARE.fullmatch(text, end, m[1]) for m in actor.mentions for end in ends if end <= m[0])
    return bare or leads or any(LISTED.search(text, max(0, m[0] - 40), m[1]) for m in actor.mentions)


def _is_joined(text: str, end: int, figure: Figure) -> bool:
    """Whether a name that ends there is joined to those counted; not "Ali Omar, a miller and a former mayor", who is one."""
    found = JOINED.fullmatch(text, end, figure.span[0]) if end <= figure.span[0] else None
    return found is not None and not (found["called"] and text[slice(*figure.span)].casefold() in ("a", "an"))


def is_joined_to_one(reading: Reading, others: Figure) -> bool:
    """Whether "others" are joined to one named or called right before them: "R. Haddad, and five other guards are killed"."""
    text, start = reading.report.text, others.span[0]
    found = ONE_AND.search(text, max(reading.sentence_span(others.span)[0], start - 80), start)
    if found is None or (others.measure != "killed" and DEADLY.search(found.string, found.pos, start)):
        return False  # "a shot killed R. Haddad, and five others were hurt"
    if any(overlap(found.span("last"), m) for p in reading.places.values() for m in p.mentions):
        return False
    last = found["last"]
    named = any(overlap(found.span("last"), m) for a in reading.actors.values() if a.kind == "person" for m in a.mentions)
    return named or (last.islower() and is_somebody(last) and not last.endswith("s"))


def _is_kin(reading: Reading, actor: Actor, count: str) -> bool:
    """Whether somebody is called a relative of somebody: "his son", not "a father", and of the dead none who was hurt."""
    last, text = actor.name.casefold().split()[-1:], reading.report.text
    if not last or last[0] not in lexicon.words("kin"):
        return False
    owned = [found for m in actor.mentions if (found := OWNER.search(text, max(0, m[0] - 40), m[1]))]
    return any(not (count == "killed" and HURT.search(text, max(0, m.start() - 12), m.start())) for m in owned)
