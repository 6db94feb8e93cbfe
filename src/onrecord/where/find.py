"""Find what may be a place: names after "in", "near", "the village of", names with "province", "street", "airport" behind them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Parse, Span, Token
from onrecord.where.folding import fold, variants
from onrecord.where.gazetteer import Candidate, look_up
from onrecord.where.names import PLACE_LABELS, runs

OTHER_LABELS = frozenset(
    ("PERSON", "ORG", "NORP", "DATE", "TIME", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "MONEY", "CARDINAL")
)
STRONG = frozenset(
    ("in", "at", "near", "outside", "inside", "into", "around", "toward", "towards", "within", "throughout", "across")
)
DIRECTIONS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
                        "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "upper", "lower",
                        "downtown", "northeast", "northwest", "southeast", "southwest", "rural", "greater"))  # fmt: skip
LEADS_OUT = frozenset((",", "(", "in"))  # from a place to that around it
NOT_AROUND = frozenset(("nsubj", "nsubjpass", "poss", "compound"))  # what acts or belongs to a name: "in Aleppo, Russia said"
LEADS_ON = frozenset("village town city a the northern southern eastern western central".split())
LONGEST = 5  # words of a name that is looked up
ABROAD = frozenset(("consulate", "embassy"))
PARTS = frozenset(("area", "side", "zone", "block"))
SOIL = frozenset(("territory", "soil"))
LEADING = frozenset(("rue", "calle", "avenida", "boulevard", "avenue", "plaza", "piazza", "universidad", "camp"))
LOCAL = frozenset(("edge", "outskirt", "outskirts", "siege", "north", "south", "east", "west", "centre", "center", "heart", "mayor", "governor",
                   "resident", "residents", "people", "battle", "fall", "capture", "recapture", "liberation", "streets", "rest", "part", "parts",
                   "port", "capital", "side", "bombardment", "siege", "control", "suburb", "suburbs", "inhabitant", "native"))  # fmt: skip
TAKING = frozenset(("flee", "leave", "enter", "capture", "retake", "recapture", "seize", "besiege", "reach", "hold", "liberate", "storm", "attack",
                    "bomb", "shell", "hit", "overrun", "encircle", "surround", "clear", "control", "defend", "occupy", "visit", "bombard"))  # fmt: skip
ILLNESSES = frozenset(("virus", "ebolavirus", "fever", "disease", "syndrome", "flu"))
SERVICES = frozenset("police fire sheriff sheriff's health homicide defense defence state justice".split())
OFFICES = frozenset("department station unit office division bureau".split())
BIG = 100_000  # people
Known = Mapping[str, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A name that may be a place.

    `span` has the directions and nouns around it, `bare` the name alone; `kind` is what a noun beside it says, `before` the
    preposition that leads to it, `label` what the tagger takes it for (place, person, other, or ""), `within` the name of a
    larger place behind a comma, a bracket or "in". `head` is the index of its token, -1 outside the prose.
    """

    span: Span
    bare: Span
    name: str
    head: int
    kind: str = ""  # "", spot, division, district, fuzzy, town
    before: str = ""
    label: str = ""
    within: str = ""
    sent_from: bool = False  # it stands in the dateline
    first: bool = False  # the first word of its sentence
    listed: bool = False  # it stands in a list beside a name the tagger takes for a place
    holds: str = ""  # the name before its comma
    taken: bool = False  # forces take, hold or leave it
    modifies: bool = False  # it opens the name of a body ("Ohio Department of Health")
    tagged: bool = True  # the parser takes every word for a name


@cache
def kinds() -> dict[str, str]:
    """Kind of place by noun."""
    return {row["word"]: row["kind"] for row in lexicon.rows("place_nouns")}


@cache
def abbreviations() -> dict[str, lexicon.Row]:
    """Short names of divisions ("Ky.", "NSW")."""
    return lexicon.index("place_abbreviations")


def noun_kind(token: Token) -> str:
    """Kind of place that a noun tells, in singular or plural."""
    return kinds().get(token.lemma) or kinds().get(token.text.casefold().removesuffix("s"), "")


def noun_kind_of(name: str) -> str:
    """Kind of place that the last word of a name tells ("East Side")."""
    return kinds().get(fold(name).split()[-1], "") if fold(name) else ""


def found_places(parse: Parse) -> tuple[list[Found], Known]:
    """The names that may be places, in order, and what the gazetteer knows of them and of the names inside them."""
    ranges = list(runs(parse))
    missions = list(_missions(parse))
    known = _known(parse, ranges, [m.name for m in missions if not m.kind])
    found: list[Found] = []
    for first, last in ranges:
        for a, b in _pieces(parse, first, last, known):
            found += _found(parse, a, b, last, known)
    return sorted([*found, *missions], key=lambda f: f.span), known


def _missions(parse: Parse) -> Iterator[Found]:
    """ "the German consulate": a nationality's building abroad."""
    for token in parse:
        if token.lemma in ABROAD and token.i and parse[token.i - 1].text[:1].isupper() and parse[token.i - 1].ent == "NORP":
            span = parse.span(token.i - 1, token.i + 1)
            words = parse.text[span[0] : span[1]]
            yield Found(span, span, words, token.i, "spot", _preposition(parse, token.i - 1), "place")
        elif token.lemma in SOIL and token.i and (country := _country_of(parse[token.i - 1])):
            span = parse.span(token.i - 1, token.i + 1)
            yield Found(span, parse[token.i - 1].span, country, token.i, "", _preposition(parse, token.i - 1), "place")


def _country_of(token: Token) -> str:
    """Name of the country a demonym is of."""
    return countries_by_demonym().get(token.text, "") if token.text[:1].isupper() else ""


@cache
def countries_by_demonym() -> dict[str, str]:
    """Country names by demonym."""
    return {word: row["name"] for row in lexicon.rows("countries") for word in row["demonyms"].split("|") if word}


def _known(parse: Parse, ranges: Sequence[tuple[int, int]], others: Sequence[str]) -> Known:
    """Candidates by folded name of every name of up to five words in the runs."""
    names = {
        fold(_words(parse, a, b))
        for first, last in ranges
        for a in range(first, last)
        for b in range(a + 1, min(a + LONGEST, last) + 1)
    }
    names |= {fold_name(n) for n in names} | {fold(n) for n in others}
    names.discard("")
    spelled = {spelling: n for n in names for spelling in reversed(variants(n))}
    rows = look_up(sorted(spelled))
    out: dict[str, tuple[Candidate, ...]] = {}
    for name in names:
        hit = next((rows[s] for s in variants(name) if s in rows), None)
        if hit:
            out[name] = hit
    return out


def _words(parse: Parse, first: int, last: int) -> str:
    name = re.sub(r"\s+", " ", parse.text[parse[first].start : parse[last - 1].end])
    short = abbreviations().get(name)
    return short["means"] if short and (not short["comma"] or (first and parse[first - 1].text == ",")) else name


def _pieces(parse: Parse, first: int, last: int, known: Known) -> Iterator[tuple[int, int]]:
    """The names in a run: all of it, or the labelled and listed names inside it."""
    start = first
    while start < last - 1 and parse[start].text.casefold() in DIRECTIONS and fold(_words(parse, first, last)) not in known:
        start += 1
    whole = fold(_words(parse, start, last))
    if whole in known or last - start == 1 or (kinds().get(parse[last - 1].text.casefold())):
        yield first, last
        return
    inside = _labelled(parse, start, last)
    if not inside:
        inside = _listed(parse, start, last, known)
    if inside:
        yield from inside
    elif leading := _leading(parse, start, last, known):
        yield leading
    else:
        yield first, last


def _labelled(parse: Parse, first: int, last: int) -> list[tuple[int, int]]:
    """Stretches of a run that the tagger calls places, where it does not call all of it one."""
    out: list[tuple[int, int]] = []
    for k in range(first, last):
        if parse[k].ent in PLACE_LABELS:
            if out and out[-1][1] == k and parse[k].ent == parse[k - 1].ent:
                out[-1] = (out[-1][0], k + 1)
            else:
                out.append((k, k + 1))
    return [(a, b) for a, b in out if (a, b) != (first, last)]


def _listed(parse: Parse, first: int, last: int, known: Known) -> list[tuple[int, int]]:
    """A listed division or country at the end or start of a run without a label: "Saharan Mali"."""
    for a in range(first + 1, last):
        options = known.get(fold(_words(parse, a, last)), ())
        if options and not parse[a - 1].ent and not parse[last - 1].ent and options[0].prec >= 4:
            return [(a, last)]
    return []


def _leading(parse: Parse, first: int, last: int, known: Known) -> tuple[int, int] | None:
    """A country, division or big town that opens the name of a body or office ("Ohio Department", "Mexico City Health Secretary")."""
    for b in range(last - 1, first, -1):
        words = _words(parse, first, b)
        options = known.get(fold(words), ()) if len(words) > 3 or "." in words else ()
        if options and (options[0].prec >= 4 or options[0].population > 5 * BIG):
            return (first, b)
    return None


def _found(parse: Parse, first: int, last: int, end: int, known: Known) -> Iterator[Found]:
    start = first
    while start < last - 1 and parse[start].text.casefold() in DIRECTIONS and fold(_words(parse, start, last)) not in known:
        start += 1
    if start < last and parse[start].text == "-":
        start += 1
    if _is_illness(parse, last) or _is_body_part(parse, start, last):
        return
    before = parse[first - 1] if first else parse[first]
    if before.lemma == "to" and first > 1 and parse[first - 2].lemma == "accord":
        return
    span, kind, name_end = _with_noun(parse, start, last)
    name = _words(parse, start, last)
    if name_end != parse[last - 1].end:
        name = re.sub(r"\s+", " ", parse.text[parse[start].start : name_end])
    yield Found(
        _with_directions(parse, first, span),
        (parse[start].start, parse[last - 1].end),
        name,
        _head(parse, start, last),
        kind,
        _preposition(parse, first),
        _label(parse, start, last),
        _within(parse, last),
        first=first == parse.ranges[parse[first].sent][0],
        listed=_is_listed(parse, first, last),
        holds=_holds(parse, first),
        taken=_is_taken(parse, first, last),
        modifies=_modifies(parse, first, last, end),
        tagged=all(parse[k].pos == "PROPN" for k in range(start, last) if parse[k].text != "-" and parse[k].lemma not in kinds()),
    )


def _modifies(parse: Parse, first: int, last: int, end: int) -> bool:
    """Whether a name opens that of a body or office: the run goes on with words that are no place's."""
    if last < end and parse[last].ent not in PLACE_LABELS:
        return True
    return (
        last < len(parse)
        and parse[last].ent == "ORG"
        and parse[last].text[:1].isupper()
        and parse[last].sent == parse[first].sent
    )


def _is_body_part(parse: Parse, first: int, last: int) -> bool:
    """Whether the words belong to a body's name ("Ministry of Health") or are a bare noun ("University")."""
    if last - first == 1 and noun_kind(parse[first]) and parse[first].text.casefold() in kinds():
        return True
    words = {parse[k].text.casefold() for k in range(first, last)}
    if words & SERVICES and parse[last - 1].text.casefold() in OFFICES:
        return True  # "Nakheel Police Department"
    inside = first > 0 and parse[first].ent == "ORG" and parse[first - 1].ent == "ORG"
    return inside and parse[first - 1].text in ("of", "for", "and", "&")


def _is_illness(parse: Parse, last: int) -> bool:
    """Whether the name is that of an illness ("West Nile virus")."""
    return last < len(parse) and parse[last].lemma in ILLNESSES


def _is_listed(parse: Parse, first: int, last: int) -> bool:
    """Whether a comma or "and" joins the name to one that the tagger takes for a place."""
    begin, end = parse.ranges[parse[first].sent]
    left = first - 2 >= begin and parse[first - 1].text in (",", "and", "or", "&") and _near_place(parse, first - 2, -1, begin)
    return left or (last + 1 < end and parse[last].text in (",", "and", "or", "&") and _near_place(parse, last + 1, 1, end))


def _is_taken(parse: Parse, first: int, last: int) -> bool:
    """Whether a verb takes it for a place ("fled Nakheel") or somebody holds it ("rebel-held Nakheel")."""
    head = parse[_head(parse, first, last)]
    if first > 1 and parse[first - 1].text in ("held", "controlled", "run", "besieged") and parse[first - 2].text == "-":
        return True
    if first > 1 and parse[first - 1].lemma == "of" and parse[first - 2].lemma in LOCAL:
        return True
    return head.dep in ("dobj", "nsubjpass") and parse.head(head).lemma in TAKING


def _near_place(parse: Parse, i: int, step: int, stop: int) -> bool:
    if parse[i].text in (",", "and") and i != stop and 0 <= i + step < len(parse):
        i += step
    return parse[i].ent in PLACE_LABELS


def _holds(parse: Parse, first: int) -> str:
    """The name before the comma in front of it ("Buffalo" before "New York")."""
    begin = parse.ranges[parse[first].sent][0]
    if first - 2 < begin or parse[first - 1].text != ",":
        return ""
    k = first - 2
    while k > begin and first - k <= LONGEST and parse[k - 1].ent == parse[first - 2].ent and parse[k - 1].pos == "PROPN":
        k -= 1
    return fold(_words(parse, k, first - 1))


def _label(parse: Parse, first: int, last: int) -> str:
    labels = {parse[k].ent for k in range(first, last) if parse[k].ent}
    if labels & PLACE_LABELS:
        return "place"
    return "person" if "PERSON" in labels else "other" if labels & OTHER_LABELS else ""


def _within(parse: Parse, last: int) -> str:
    """The name behind a comma or "in" ("Taji, Iraq"; "Dayton, Ohio"; "Palma in northern Mozambique"), unless it is one of a list."""
    end = parse.ranges[parse[last - 1].sent][1]
    first = last
    while first < min(end, last + LONGEST) and parse[first].text.casefold() in LEADS_OUT | LEADS_ON:
        first += 1
    if LEADS_OUT.isdisjoint(parse[i].text.casefold() for i in range(last, first)):
        return ""
    k = first
    while (
        k < min(end, first + LONGEST)
        and (parse[k].pos == "PROPN" or parse[k].ent in PLACE_LABELS)
        and parse[k].text[:1].isupper()
    ):
        k += 1
    if k == first or (k < end and (parse[k].text in ("and", "or", "&", "-") or parse[k].tag in ("VBD", "VBZ", "VBP", "MD"))):
        return ""
    head = parse[_head(parse, first, k)]
    acts = head.dep in NOT_AROUND and head.i != head.head and parse.head(head).lemma not in kinds()
    return "" if acts else fold(_words(parse, first, k))


def _head(parse: Parse, first: int, last: int) -> int:
    outside = [i for i in range(first, last) if not first <= parse[i].head < last or parse[i].head == i]
    return (outside or [last - 1])[-1]


def _with_noun(parse: Parse, first: int, last: int) -> tuple[Span, str, int]:
    """The span with a place noun behind or before it, the noun's kind, and where the name ends."""
    span = parse.span(first, last)
    inner = noun_kind(parse[last - 1])
    if not inner and parse[first].text.casefold() in LEADING:
        inner = kinds()[parse[first].text.casefold()]
    if inner and last - first > 1:
        return span, inner, span[1]
    sent_end = parse.ranges[parse[first].sent][1]
    for k in range(last, min(last + 3, sent_end)):
        kind = noun_kind(parse[k])
        many = parse[k].tag in ("NNS", "NNPS")
        if kind and parse[k].pos in ("NOUN", "PROPN") and parse[k].dep != "compound" and (not many or kind == "division"):
            return (span[0], parse[k].end), kind, span[1] if kind == "town" or many else parse[k].end
        if parse[k].pos not in ("NOUN", "PROPN", "ADJ"):
            break
    begin = parse.ranges[parse[first].sent][0]
    if first - 2 >= begin and parse[first - 1].lemma == "of" and (kind := _kind_before(parse[first - 2])):
        return (parse[first - 2].start, span[1]), kind, span[1]
    return span, _shared_noun(parse, last, sent_end), span[1]


def _kind_before(noun: Token) -> str:
    """The kind that a noun before "of" gives; "areas of", "the east side of" a town are the town."""
    return "" if noun.tag == "NNS" or noun.lemma in PARTS else noun_kind(noun)


def _shared_noun(parse: Parse, last: int, end: int) -> str:
    """The kind of a plural noun behind a list ("Nineveh and Diyala provinces")."""
    if last >= end or parse[last].text not in (",", "and"):
        return ""
    for k in range(last, min(last + 3 * LONGEST, end)):
        token = parse[k]
        if noun_kind(token) == "division" and token.text.casefold().endswith("s"):
            return "division"
        if not (token.pos == "PROPN" or token.text in (",", "and", "-")):
            return ""
    return ""


def _with_directions(parse: Parse, first: int, span: Span) -> Span:
    """The span with "western", "the centre of" before it."""
    i = parse.index_at(span[0]) - 1
    while i >= 0 and parse[i].text.casefold() in DIRECTIONS and parse[i].end + 1 >= span[0] - 1:
        span = (parse[i].start, span[1])
        i -= 1
    return (min(span[0], parse[first].start), span[1])


def _preposition(parse: Parse, first: int) -> str:
    """The preposition that leads to a name, over articles, directions, place nouns and the names before it in a list."""
    i = first - 1
    start = parse.ranges[parse[first].sent][0]
    for _ in range(3 * LONGEST):
        if i < start:
            return ""
        token = parse[i]
        if token.lemma != "of" and (token.pos in ("ADP", "SCONJ") or token.text.casefold() in STRONG):
            return token.text.casefold()
        if token.text == "," or token.pos == "CCONJ":
            if i == start or not (parse[i - 1].ent in PLACE_LABELS or parse[i - 1].lemma in kinds()):
                return ""
        elif not _is_skipped(parse, i):
            return ""
        i -= 1
    return ""


def _is_skipped(parse: Parse, i: int) -> bool:
    """Whether a word may stand between a preposition and the name it leads to."""
    token = parse[i]
    return (
        token.pos in ("DET", "ADJ", "NUM", "ADV", "PROPN")
        or token.text.casefold() in DIRECTIONS
        or token.lemma in kinds()
        or token.lemma == "of"
    )


def fold_name(name: str) -> str:
    """A name without article and place noun, for lookup."""
    words = fold(name).split()
    while len(words) > 1 and (words[-1] in kinds() or words[-1].removesuffix("s") in kinds()):
        words.pop()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
