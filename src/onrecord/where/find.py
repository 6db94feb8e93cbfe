"""Find what may be a place: names after "in", "near", "the village of", names with "province", "street", "airport" behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Parse, Span, Token
from onrecord.where.folding import fold

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
OTHER_LABELS = frozenset(
    ("PERSON", "ORG", "NORP", "DATE", "TIME", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "MONEY", "CARDINAL")
)
PREPOSITIONS = frozenset(("in", "at", "near", "from", "to", "around", "outside", "inside", "into", "toward", "towards", "through", "across", "off", "within",
                          "of", "between", "against", "on", "over", "for", "around", "beyond", "along", "via", "leaving", "and", "throughout"))  # fmt: skip
STRONG = frozenset(
    ("in", "at", "near", "outside", "inside", "into", "around", "toward", "towards", "within", "throughout", "across")
)
LINKS = frozenset(
    (
        "-",
        "al",
        "el",
        "ez",
        "az",
        "ad",
        "ar",
        "as",
        "de",
        "la",
        "las",
        "los",
        "del",
        "i",
        "e",
        "'s",
        "’s",
        "upon",
        "sur",
        "bin",
        "abu",
    )
)
DIRECTIONS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
                        "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "upper", "lower",
                        "downtown", "northeast", "northwest", "southeast", "southwest", "rural", "greater"))  # fmt: skip
PREFIXES = frozenset(("al", "el", "ad", "ar", "as", "az", "an", "ash", "at"))
ACTING = frozenset(("nsubj", "agent", "poss"))


@dataclass(frozen=True, slots=True)
class Found:
    """A name that may be a place: its span and words, the kind a noun beside it gives, the preposition before it."""

    span: Span
    name: str
    head: int
    kind: str  # "", spot, division, district, fuzzy, town
    before: str
    labelled: bool  # the tagger takes it for a place
    doubtful: bool  # the tagger takes it for something else
    sent_from: bool = False  # it stands in the dateline


@cache
def kinds() -> dict[str, str]:
    """Kind of place by noun."""
    return {row["word"]: row["kind"] for row in lexicon.rows("place_nouns")}


def found_places(parse: Parse) -> Iterator[Found]:
    """The names that may be places, in order; none inside the name of a listed body ("Islamic State of Iraq")."""
    masked = iter([*(m.span() for m in _bodies().finditer(parse.text)), (len(parse.text), len(parse.text))])
    low, high = next(masked)
    i = 0
    while i < len(parse):
        while parse[i].start >= high and high < len(parse.text):
            low, high = next(masked)
        if low <= parse[i].start < high:
            i += 1
            continue
        if mission := _mission(parse, i):
            yield mission
            i += 1
            continue
        if not _starts(parse, i):
            i += 1
            continue
        last = _run_end(parse, i)
        yield from _found(parse, i, last)
        i = last


@cache
def _bodies() -> re.Pattern[str]:
    """Names of listed bodies that hold more than one word."""
    names = {n for row in lexicon.rows("groups") for n in (row["name"], *row["aliases"].split("|")) if " " in n}
    words = "|".join(re.escape(n).replace(r"\ ", r"\W{1,3}") for n in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _mission(parse: Parse, i: int) -> Found | None:
    """ "the German consulate": a nationality's building abroad."""
    if i + 1 >= len(parse) or parse[i + 1].lemma not in ("consulate", "embassy") or not parse[i].text[:1].isupper():
        return None
    span = parse.span(i, i + 2)
    return Found(span, parse.text[span[0] : span[1]], i + 1, "spot", _preposition(parse, i), True, False)


def _is_name(token: Token) -> bool:
    if token.text.casefold() in PREPOSITIONS or token.ent in ("DATE", "TIME") or not token.text[:1].isupper():
        return False
    return (token.pos == "PROPN" or token.ent in PLACE_LABELS) and token.text.casefold() not in ("mr", "mr.")


def _starts(parse: Parse, i: int) -> bool:
    prefix = parse[i].text in PREFIXES and i + 2 < len(parse) and parse[i + 1].text == "-" and parse[i + 2].text[:1].isupper()
    return _is_name(parse[i]) or prefix


def _run_end(parse: Parse, i: int) -> int:
    """Index after the name that starts at token i; a change of entity label ends it."""
    end = parse.ranges[parse[i].sent][1]
    last = i + 1
    while last < end:
        token = parse[last]
        linked = (
            token.text.casefold() in LINKS
            and last + 1 < end
            and (_is_name(parse[last + 1]) or parse[last + 1].text == "-" or token.text == "-")
        )
        if token.text in ("'s", "’s"):
            linked = linked and last + 1 < end and parse[last + 1].text in ("Hospital", "Square", "Church", "Bridge", "Park")
        if token.text == "-":
            linked = last + 1 < end and token.start == parse[last - 1].end and parse[last + 1].start == token.end
            linked = linked and (parse[last + 1].text[:1].isupper() or parse[last + 1].text.casefold() in LINKS)
        tight = parse[last - 1].text == "-" and token.start == parse[last - 1].end
        hyphened = tight and (token.text[:1].isupper() or token.text.casefold() in LINKS)
        if not (_is_name(token) or linked or hyphened):
            break
        if _is_name(token) and {parse[last - 1].ent, token.ent} in ({"GPE", "PERSON"}, {"GPE", "ORG"}, {"LOC", "PERSON"}):
            break
        last += 1
    return last


def _found(parse: Parse, first: int, last: int) -> Iterator[Found]:
    start = first
    while start < last - 1 and parse[start].text.casefold() in DIRECTIONS:
        start += 1
    head = _head(parse, start, last)
    if parse[max(0, first - 1)].lemma == "to" and parse[max(0, first - 2)].lemma == "accord":
        return
    span, kind, name_end = _with_noun(parse, start, last)
    name = re.sub(r"\s+", " ", parse.text[parse[start].start : name_end])
    labels = {parse[k].ent for k in range(start, last) if parse[k].ent}
    widened = _with_directions(parse, first, span)
    yield Found(
        widened,
        name,
        head,
        kind,
        _preposition(parse, first),
        bool(labels & PLACE_LABELS),
        bool(labels & OTHER_LABELS) and not labels & PLACE_LABELS,
    )


def _head(parse: Parse, first: int, last: int) -> int:
    outside = [i for i in range(first, last) if not first <= parse[i].head < last or parse[i].head == i]
    return (outside or [last - 1])[-1]


def _with_noun(parse: Parse, first: int, last: int) -> tuple[Span, str, int]:
    """The span with a place noun behind or before it, the noun's kind, and where the name ends."""
    span = parse.span(first, last)
    inner = kinds().get(parse[last - 1].text.casefold()) or kinds().get(parse[last - 1].lemma)
    if inner and last - first > 1:
        return span, inner, span[1]
    sent_end = parse.ranges[parse[first].sent][1]
    for k in range(last, min(last + 3, sent_end)):
        kind = kinds().get(parse[k].lemma)
        if kind and parse[k].pos in ("NOUN", "PROPN") and parse[k].dep != "compound" and parse[k].tag != "NNS":
            return (span[0], parse[k].end), kind, parse[k].end if kind not in ("town",) else span[1]
        if parse[k].pos not in ("NOUN", "PROPN", "ADJ"):
            break
    before = parse[first - 1] if first > parse.ranges[parse[first].sent][0] else None
    if before is not None and before.lemma == "of" and first >= 2:
        noun = parse[first - 2]
        kind = kinds().get(noun.lemma)
        if kind:
            return (noun.start, span[1]), kind, span[1]
    return span, "", span[1]


def _with_directions(parse: Parse, first: int, span: Span) -> Span:
    """The span with "western", "the centre of" before it."""
    i = parse.index_at(span[0]) - 1
    while i >= 0 and parse[i].text.casefold() in DIRECTIONS and parse[i].end + 1 >= span[0] - 1:
        span = (parse[i].start, span[1])
        i -= 1
    return (min(span[0], parse[first].start), span[1])


def _preposition(parse: Parse, first: int) -> str:
    """The preposition that leads to a name, over articles, directions and place nouns."""
    i = first - 1
    start = parse.ranges[parse[first].sent][0]
    steps = 0
    while i >= start and steps < 8:
        token = parse[i]
        if token.lemma != "of" and (token.pos in ("ADP", "SCONJ") or token.text.casefold() in STRONG):
            return token.text.casefold()
        skipped = (
            token.pos in ("DET", "ADJ", "NUM", "ADV")
            or token.text.casefold() in DIRECTIONS
            or token.lemma in kinds()
            or token.lemma == "of"
        )
        if token.text == "," or token.pos == "CCONJ":
            return (
                _preposition(parse, token.i)
                if i > start and (parse[i - 1].ent in PLACE_LABELS or parse[i - 1].lemma in kinds())
                else ""
            )
        if not skipped and token.pos not in ("PROPN",):
            return ""
        i, steps = i - 1, steps + 1
    return ""


def acts(parse: Parse, token: Token) -> bool:
    """Whether a country here acts rather than lies somewhere: subject, owner, modifier of a force or office, party to a deal."""
    if token.dep in ACTING:
        return True
    governor = parse.head(token)
    after = parse[token.i + 1] if token.i + 1 < len(parse) else token
    if after.text == "-" and after.start == token.end:
        return True  # "US-led"
    if token.dep in ("compound", "nmod", "amod"):
        return not (token.i > 1 and parse[token.i - 1].text == "," and parse[token.i - 2].ent in PLACE_LABELS)
    if token.dep == "pobj":
        verb = parse.head(governor)
        return governor.lemma in ("by", "against", "with") or (
            governor.lemma == "of" and verb.lemma in ("government", "army", "president", "republic")
        )
    if token.dep in ("dobj", "nsubjpass", "iobj", "dative"):
        return governor.lemma in ("accuse", "urge", "blame", "help", "support", "tell", "ask", "warn", "condemn", "include")
    if token.dep != "conj" or token.head == token.i:
        return False
    return acts(parse, governor) or governor.text.casefold() in lexicon.words("bodies")


def fold_name(name: str) -> str:
    """A name without article and place noun, for lookup."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in kinds():
        words.pop()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
