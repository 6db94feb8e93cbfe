"""What the words around a name tell of it: the preposition that leads to it, the noun beside it, the larger place behind it."""

import re

from onrecord.records import Parse, Span, Token
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
NOT_LED = frozenset(("nsubj", "poss", "compound", "amod", "nmod"))
LOCALITIES = frozenset("community commune locality".split())  # name a place only before "of": "the community of Nakheel"
OPENS_APPOSITION = frozenset((",", "–", "—", "--", "("))
ARTICLES = frozenset(("a", "an", "the", "another"))
PARTS = frozenset(("area", "side", "zone", "block"))
LEADING = frozenset(("rue", "calle", "avenida", "boulevard", "avenue", "plaza", "piazza", "universidad", "camp"))
LOCAL = frozenset(("edge", "outskirt", "outskirts", "siege", "north", "south", "east", "west", "centre", "center", "heart", "mayor", "governor",
                   "resident", "residents", "people", "battle", "fall", "capture", "recapture", "liberation", "streets", "rest", "part", "parts",
                   "port", "capital", "side", "bombardment", "siege", "control", "suburb", "suburbs", "inhabitant", "native"))  # fmt: skip
BESIEGING = frozenset("besiege shell bombard storm overrun retake recapture encircle".split())
TAKING = frozenset(("flee", "leave", "enter", "capture", "retake", "recapture", "seize", "besiege", "reach", "hold", "liberate", "storm", "attack",
                    "bomb", "shell", "hit", "overrun", "encircle", "surround", "clear", "control", "defend", "occupy", "visit", "bombard"))  # fmt: skip


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


def with_noun(parse: Parse, first: int, last: int) -> tuple[Span, str, int]:
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
    if first - 2 >= begin and parse[first - 1].lemma == "of" and (kind := _kind_before(parse, parse[first - 2])):
        return (parse[first - 2].start, span[1]), kind, span[1]
    if first > begin and noun_kind(parse[first - 1]) == "town" and first <= parse[first - 1].head < last:
        return (parse[first - 1].start, span[1]), "town", span[1]  # "at village Nakheel"
    return span, _shared_noun(parse, last, sent_end), span[1]


def _kind_before(parse: Parse, noun: Token) -> str:
    """The kind that a noun before "of" gives; "areas of", "the east side of", "a suburb of" a town are the town.

    So is what a noun with a name of its own lies in: "the Nakheel district of Mosul".
    """
    if noun.lemma in LOCALITIES and noun.tag == "NN" and any(k.lemma == "the" for k in parse.kids(noun, "det")):
        return "town"
    if noun.lemma == "block" and parse.kid(noun, "nummod") is not None:
        return "spot"  # "the 200 block of Nakheel Drive"
    if noun.tag == "NNS" or noun.lemma in PARTS:
        return ""
    before = parse[noun.i - 1] if noun.i and parse[noun.i - 1].sent == noun.sent else noun
    named = before.i != noun.i and before.text[:1].isupper() and before.pos == "PROPN"
    loose = any(k.lemma == "a" for k in parse.kids(noun, "det"))
    return "" if named or loose else noun_kind(noun)


def apposed(parse: Parse, last: int) -> str:
    """The kind of place that an apposition behind a name tells: "Tamourt, a rebel-held village near Gao"."""
    end = parse.ranges[parse[last - 1].sent][1]
    if last + 2 >= end or parse[last].text not in OPENS_APPOSITION or parse[last + 1].lemma not in ARTICLES:
        return ""
    for k in range(last + 2, min(last + 2 + LONGEST, end)):
        kind = noun_kind(parse[k]) if parse[k].pos == "NOUN" and parse[k].dep != "compound" else ""
        if kind:
            return kind if k + 1 == end or parse[k + 1].pos not in ("NOUN", "PROPN", "PART") else ""
        if parse[k].pos not in ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB") and parse[k].text != "-":
            return ""
    return ""


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


def with_directions(parse: Parse, first: int, span: Span) -> Span:
    """The span with "western", "the centre of" before it."""
    i = parse.index_at(span[0]) - 1
    while i >= 0 and parse[i].text.casefold() in DIRECTIONS and parse[i].end + 1 >= span[0] - 1:
        span = (parse[i].start, span[1])
        i -= 1
    return (min(span[0], parse[first].start), span[1])


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


def is_taken(parse: Parse, first: int, last: int) -> bool:
    """Whether a verb takes it for a place ("fled Nakheel") or somebody holds it ("rebel-held Nakheel")."""
    head = parse[head_of(parse, first, last)]
    if first > 1 and parse[first - 1].text in ("held", "controlled", "run", "besieged") and parse[first - 2].text == "-":
        return True
    if first > 1 and parse[first - 1].lemma == "of" and parse[first - 2].lemma in LOCAL:
        return True
    return head.dep in ("dobj", "nsubjpass") and parse.head(head).lemma in TAKING


def is_besieged(parse: Parse, first: int, last: int) -> bool:
    """Whether a verb has a name for its object that takes places alone, or nearly so: "shelled Nakheel", "stormed Nakheel"."""
    head = parse[head_of(parse, first, last)]
    return head.dep in ("dobj", "nsubjpass") and parse.head(head).lemma in BESIEGING


def is_led(parse: Parse, first: int, last: int) -> bool:
    """Whether a name can be what a preposition leads to: it is no subject, and qualifies no noun that is not a place's."""
    head = parse[head_of(parse, first, last)]
    return head.dep not in NOT_LED or (head.dep in ("compound", "amod") and bool(noun_kind(parse.head(head))))
