"""What the words around a name tell of it: the preposition that leads to it, the noun beside it, the larger place behind it."""

import re

from onrecord.records import Parse
from onrecord.where.folding import fold
from onrecord.where.names import PLACE_LABELS
from onrecord.where.nouns import abbreviations, kinds, noun_kind

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
WHOLES = frozenset("province governorate region state department oblast district county division prefecture".split())


def written(parse: Parse, first: int, last: int) -> str:
    name = re.sub(r"\s+", " ", parse.text[parse[first].start : parse[last - 1].end])
    short = abbreviations().get(name)
    return short["means"] if short and (not short["comma"] or (first and parse[first - 1].text == ",")) else name


def within(parse: Parse, last: int) -> str:
    """The name behind a comma or "in" ("Taji, Iraq"; "Dayton, Ohio"; "Palma in northern Mozambique"), unless it is one of a list."""
    found = behind(parse, last)
    return "" if found is None else fold(written(parse, *found))


def behind(parse: Parse, last: int) -> tuple[int, int] | None:
    """The range of tokens of the name that stands behind another, as what lies around it; "of" only behind a place noun."""
    end = parse.ranges[parse[last - 1].sent][1]
    out = LEADS_OUT | {"of"} if noun_kind(parse[last - 1]) else LEADS_OUT
    first = last
    while first < min(end, last + LONGEST) and parse[first].text.casefold() in out | LEADS_ON:
        first += 1
    if out.isdisjoint(parse[i].text.casefold() for i in range(last, first)):
        return None
    inside = any(parse[i].text.casefold() in ("in", "of") for i in range(last, first))
    k = _end_of_name(parse, first, end)
    if k < end and parse[k].tag == "POS":  # "in Nigeria's northern Zamfara state"
        own = k + 1
        while own < end and parse[own].text.casefold() in DIRECTIONS:
            own += 1
        first, k = (own, _end_of_name(parse, own, end)) if _end_of_name(parse, own, end) > own else (first, k)
    if k == first or (
        k < end and (parse[k].text in ("and", "or", "&", "-") or (parse[k].tag in ("VBD", "VBZ", "VBP", "MD") and not inside))
    ):
        return None
    head = parse[head_of(parse, first, k)]
    acts = head.dep in NOT_AROUND and head.i != head.head and parse.head(head).lemma not in kinds()
    return None if acts else (first, k)


def _end_of_name(parse: Parse, first: int, end: int) -> int:
    """Index behind the words of a name that starts here; the start where none does."""
    k = first
    while (
        k < min(end, first + LONGEST)
        and (parse[k].pos == "PROPN" or parse[k].ent in PLACE_LABELS)
        and parse[k].text[:1].isupper()
    ):
        k += 1
    return k


def lies_in_whole(parse: Parse, last: int) -> bool:
    """Whether what stands behind a name is called a division or district, or it lies near something.

    "Khallari in Dhamtari District", "Joynagar near Lalgarh".
    """
    if last + 1 < parse.ranges[parse[last - 1].sent][1] and parse[last].lemma == "near":
        return parse[last + 1].text[:1].isupper()
    found = behind(parse, last)
    if found is None:
        return False
    after = parse[found[1]] if found[1] < len(parse) else parse[found[1] - 1]
    return any(t.lemma in WHOLES for t in (parse[found[1] - 1], after) if t.sent == parse[last - 1].sent)


def head_of(parse: Parse, first: int, last: int) -> int:
    outside = [i for i in range(first, last) if not first <= parse[i].head < last or parse[i].head == i]
    return (outside or [last - 1])[-1]


def preposition(parse: Parse, first: int) -> str:
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
        or token.tag == "HYPH"
    )


def is_listed(parse: Parse, first: int, last: int) -> bool:
    """Whether a comma or "and" joins the name to one that the tagger takes for a place."""
    begin, end = parse.ranges[parse[first].sent]
    left = first - 2 >= begin and parse[first - 1].text in (",", "and", "or", "&") and _near_place(parse, first - 2, -1, begin)
    return left or (last + 1 < end and parse[last].text in (",", "and", "or", "&") and _near_place(parse, last + 1, 1, end))


def _near_place(parse: Parse, i: int, step: int, stop: int) -> bool:
    if parse[i].text in (",", "and") and i != stop and 0 <= i + step < len(parse):
        i += step
    return parse[i].ent in PLACE_LABELS


def holds(parse: Parse, first: int) -> str:
    """The name before the comma in front of it ("Buffalo" before "New York")."""
    begin = parse.ranges[parse[first].sent][0]
    if first - 2 < begin or parse[first - 1].text != ",":
        return ""
    k = first - 2
    while k > begin and first - k <= LONGEST and parse[k - 1].ent == parse[first - 2].ent and parse[k - 1].pos == "PROPN":
        k -= 1
    return fold(written(parse, k, first - 1))
