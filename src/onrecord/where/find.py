"""Find what may be a place: names after "in", "near", "the village of", names with "province", "street", "airport" behind them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.records import Parse, Span, Token
from onrecord.where.around import DIRECTIONS, LONGEST, head_of, holds, is_listed, lies_in_whole, preposition, within, written
from onrecord.where.beside import ARTICLES, apposed, is_besieged, is_led, is_taken, with_directions, with_noun
from onrecord.where.folding import fold, variants
from onrecord.where.gazetteer import Candidate, look_up
from onrecord.where.names import PLACE_LABELS, runs
from onrecord.where.nouns import kinds, noun_kind

OTHER_LABELS = frozenset(
    ("PERSON", "ORG", "NORP", "DATE", "TIME", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "MONEY", "CARDINAL")
)
ABROAD = frozenset(("consulate", "embassy"))
SOIL = frozenset(("territory", "soil"))
ILLNESSES = frozenset(("virus", "ebolavirus", "fever", "disease", "syndrome", "flu"))
SERVICES = frozenset("police fire sheriff sheriff's health homicide defense defence state justice".split())
DISTRICT = "district"
OFFICES = frozenset("department station unit office division bureau".split())
BIG = 100_000  # people
HEAD = 2_000  # characters by which a text in capitals is known
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
    inside: bool = False  # what stands behind it is called a division or district
    apposed: bool = False  # an apposition behind it tells its kind
    besieged: bool = False  # a verb has it that takes places alone ("shelled Nakheel")
    led: bool = True  # it is no subject and qualifies no other noun
    acronym: bool = False  # all in capitals, in a text that is not


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
            yield Found(span, span, words, token.i, "spot", preposition(parse, token.i - 1), "place")
        elif token.lemma in SOIL and token.i and (country := _country_of(parse[token.i - 1])):
            span = parse.span(token.i - 1, token.i + 1)
            yield Found(span, parse[token.i - 1].span, country, token.i, "", preposition(parse, token.i - 1), "place")


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
        fold(written(parse, a, b))
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


def _pieces(parse: Parse, first: int, last: int, known: Known) -> Iterator[tuple[int, int]]:
    """The names in a run: all of it, or the labelled and listed names inside it."""
    start = first
    while start < last - 1 and parse[start].text.casefold() in DIRECTIONS and fold(written(parse, first, last)) not in known:
        start += 1
    whole = fold(written(parse, start, last))
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
        options = known.get(fold(written(parse, a, last)), ())
        if options and not parse[a - 1].ent and not parse[last - 1].ent and options[0].prec >= 4:
            return [(a, last)]
    return []


def _leading(parse: Parse, first: int, last: int, known: Known) -> tuple[int, int] | None:
    """A country, division or big town that opens the name of a body or office ("Ohio Department", "Mexico City Health Secretary")."""
    for b in range(last - 1, first, -1):
        words = written(parse, first, b)
        options = known.get(fold(words), ()) if len(words) > 3 or "." in words else ()
        if options and (options[0].prec >= 4 or options[0].population > 5 * BIG):
            return (first, b)
    return None


def _found(parse: Parse, first: int, last: int, end: int, known: Known) -> Iterator[Found]:
    start = first
    while start < last - 1 and parse[start].text.casefold() in DIRECTIONS and fold(written(parse, start, last)) not in known:
        start += 1
    if start < last and parse[start].text == "-":
        start += 1
    if _is_illness(parse, last) or _is_body_part(parse, start, last):
        return
    before = parse[first - 1] if first else parse[first]
    if before.lemma == "to" and first > 1 and parse[first - 2].lemma == "accord":
        return
    span, kind, name_end = with_noun(parse, start, last)
    after = parse.index_at(span[1] - 1) + 1
    told = "" if kind else _told(parse, start, last, known)
    if kind == "spot" and parse[after - 1].text.casefold() == DISTRICT and _is_division(parse, start, after, known):
        kind = DISTRICT
    name = written(parse, start, last)
    if name_end != parse[last - 1].end:
        name = re.sub(r"\s+", " ", parse.text[parse[start].start : name_end])
    yield Found(
        with_directions(parse, first, span),
        (parse[start].start, parse[last - 1].end),
        name,
        head_of(parse, start, last),
        kind or told,
        preposition(parse, first),
        _label(parse, start, last),
        within(parse, after),
        first=first == parse.ranges[parse[first].sent][0],
        listed=is_listed(parse, first, last),
        holds=holds(parse, first),
        taken=is_taken(parse, first, last),
        modifies=_modifies(parse, first, last, end),
        tagged=all(parse[k].pos == "PROPN" for k in range(start, last) if parse[k].text != "-" and parse[k].lemma not in kinds()),
        inside=lies_in_whole(parse, after),
        apposed=bool(told),
        besieged=is_besieged(parse, start, last),
        led=is_led(parse, start, last),
        acronym=last - start == 1 and parse[start].text.isupper() and not parse.text[:HEAD].isupper(),
    )


def _is_division(parse: Parse, first: int, end: int, known: Known) -> bool:
    """Whether a district is one of a province and not a quarter of a town.

    So it is when a division stands behind it ("Musa Qala district of Helmand"), or when it is told without an article ("in Nakheel
    District"); a town behind it or an owner before it makes it a quarter ("the Karrada district of Baghdad").
    """
    if lies_in_whole(parse, end):
        return True
    options = known.get(within(parse, end), ())
    if options:
        return options[0].prec >= 3
    before = parse[first - 1] if first > parse.ranges[parse[first].sent][0] else None
    if before is None or before.lemma not in ARTICLES | {"'s"}:
        return before is not None
    return before.lemma == "the" and parse[end - 1].text[:1].isupper()  # "in the Gaya District"


def _told(parse: Parse, first: int, last: int, known: Known) -> str:
    """The kind that an apposition tells; a listed town that is called a suburb stays a town."""
    kind = apposed(parse, last)
    return "" if kind == "spot" and fold(written(parse, first, last)) in known else kind


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
    if last - first == 1 and parse[first].ent not in PLACE_LABELS and parse[first].text.casefold() in _common():
        return True  # "the Police", "Parliament"
    words = {parse[k].text.casefold() for k in range(first, last)}
    if words & SERVICES and parse[last - 1].text.casefold() in OFFICES:
        return True  # "Nakheel Police Department"
    inside = first > 0 and parse[first].ent == "ORG" and parse[first - 1].ent == "ORG"
    return inside and parse[first - 1].text in ("of", "for", "and", "&")


@cache
def _common() -> frozenset[str]:
    """Nouns for people and bodies, which towns somewhere are called too."""
    return lexicon.words("people") | lexicon.words("bodies")


def _is_illness(parse: Parse, last: int) -> bool:
    """Whether the name is that of an illness ("West Nile virus")."""
    return last < len(parse) and parse[last].lemma in ILLNESSES


def _label(parse: Parse, first: int, last: int) -> str:
    labels = {parse[k].ent for k in range(first, last) if parse[k].ent}
    if labels & PLACE_LABELS:
        return "place"
    return "person" if "PERSON" in labels else "other" if labels & OTHER_LABELS else ""


def fold_name(name: str) -> str:
    """A name without article and place noun, for lookup."""
    words = fold(name).split()
    while len(words) > 1 and (words[-1] in kinds() or words[-1].removesuffix("s") in kinds()):
        words.pop()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
